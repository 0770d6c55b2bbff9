"""Completion scripts: complete as the shell would."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from lintnews.config import FORMATS


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["lintnews", "che"], ["check"]),
        (["lintnews", "check", "--unsafe"], ["--unsafe-fixes"]),
        (["lintnews", "check", "--format", "s"], ["sarif"]),
        (["lintnews", "rules", "--format", ""], ["text", "json"]),
        (["lintnews", "completion", "f"], ["fish"]),
    ],
)
def test_bash_completes(cli, tmp_path, words, expected):
    (tmp_path / "c.bash").write_text(cli("completion", "bash").out)
    shown = " ".join(f"'{word}'" for word in words)
    script = f"source ./c.bash; COMP_WORDS=({shown}); COMP_CWORD={len(words) - 1}; _lintnews; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.split() == expected


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_can_read_their_script(cli, tmp_path, shell):
    script = tmp_path / f"c.{shell}"
    script.write_text(cli("completion", shell).out)
    assert all(name in script.read_text() for name in ("check", "unsafe-fixes", *FORMATS))
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    subprocess.run([shell, "-n", str(script)], check=True, capture_output=True)
