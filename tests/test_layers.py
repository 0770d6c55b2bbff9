"""Imports go only up the layer order, and what starts the process imports little."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import lintnews

PACKAGE = Path(lintnews.__file__).parent
# Lower layers first. A module may import from its own layer and from those before it.
ORDER = (
    "digest",
    "process",
    "errors",
    "folders",
    "kept",
    "lazy",
    "stamps",
    "strict_yaml",
    "findings",
    "config",
    "source",
    "text",
    "document",
    "packs",
    "names",
    "site",
    "checks.registry",
    "checks",
    "engines",
    "echoes",
    "locate",
    "linter",
    "suppress",
    "baseline",
    "fix",
    "cache",
    "wire",
    "work",
    "api",
    "worker",
    "pool",
    "stream",
    "workspace",
    "jobs",
    "watch",
    "report",
    "catalog",
    "cli",
)
# The package itself only names the version and imports lazily; scripts in data/ are run by hand.
OUTSIDE = ("data", "__init__", "__main__")
MAX_LINES = 300


def modules() -> list[Path]:
    return sorted(
        path
        for path in PACKAGE.rglob("*.py")
        if path.relative_to(PACKAGE).parts[0] not in ("data", "rules")
    )


def dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "__init__"


def layer(module: str) -> int | None:
    """Return the place of a module in the order, by its longest listed prefix."""
    if module.partition(".")[0] in OUTSIDE:
        return None
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        name = ".".join(parts[:length])
        if name in ORDER:
            return ORDER.index(name)
    raise AssertionError(f"lintnews/{module} stands nowhere in the layer order")


def imports(path: Path) -> list[tuple[int, str]]:
    """Return (line, module of lintnews) for each import, also those inside functions."""
    package = dotted(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    elif package == ["__init__"]:
        package = []
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [
                (node.lineno, alias.name.removeprefix("lintnews").lstrip(".") or "__init__")
                for alias in node.names
                if alias.name.partition(".")[0] == "lintnews"
            ]
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                base = package[: len(package) - node.level + 1]
                base += (node.module or "").split(".") if node.module else []
            elif (node.module or "").partition(".")[0] == "lintnews":
                base = (node.module or "").split(".")[1:]
            else:
                continue
            for alias in node.names:
                full = PACKAGE.joinpath(*base, alias.name)
                is_module = full.with_suffix(".py").is_file() or full.is_dir()
                name = ".".join([*base, alias.name] if is_module else base)
                found.append((node.lineno, name or "__init__"))
    return found


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_a_module_imports_only_what_stands_below_it(path: Path):
    own = layer(dotted(path))
    if own is None:
        return
    for line, name in imports(path):
        other = layer(name)
        assert other is None or other <= own, f"{path}:{line} imports {name}"
        assert name.partition(".")[0] != "data", f"{path}:{line} imports a build script"


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_a_module_stays_small_and_says_what_it_is(path: Path):
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{path} has no docstring"
    assert path.name not in ("util.py", "utils.py", "helpers.py", "misc.py")
    assert text.count("\n") <= MAX_LINES, f"{path} has more than {MAX_LINES} lines"


def test_a_forbidden_import_would_be_seen(tmp_path: Path):
    assert layer("source.view") < layer("linter") < layer("cli.check")
    assert layer("checks.registry") < layer("checks.misspelled")
    assert layer("jobs") is not None
    assert ("linter" in {name for _, name in imports(PACKAGE / "api.py")}) is True


def test_starting_the_command_line_imports_nothing_heavy():
    code = (
        "import sys; import lintnews.cli.check\n"
        "heavy = {'yaml', 'rich', 'jinja2', 'tree_sitter', 'ftfy', 'click', 'dataclasses',"
        " 'importlib.metadata', 'asyncio', 'multiprocessing', 'concurrent.futures'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_linting_an_article_imports_nothing_that_it_does_not_need(tmp_path: Path):
    article = tmp_path / "a.txt"
    article.write_text("Šarić said “no” to Erdoğan and the chairman’s plan on Monday.\n", "utf-8")
    code = (
        "import sys; from lintnews.cli.main import main\n"
        "main(['check', '--isolated', '--no-cache', sys.argv[1]])\n"
        "idle = {'_hashlib', 'anyascii', 'inspect', 'json', 'lintnews.site', 'shutil', 'tempfile',"
        " 'typing_extensions', 'yaml', 'zipfile'}\n"
        "print(sorted(idle & set(sys.modules)))"
    )
    for _ in range(2):  # the first process may have rules to compile
        done = subprocess.run(
            [sys.executable, "-c", code, article], capture_output=True, text=True, check=True
        )
    assert done.stdout.splitlines()[-1] == "[]"
