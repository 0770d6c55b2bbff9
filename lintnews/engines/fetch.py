"""Get LanguageTool: through language-tool-python, or from its published artefacts with Maven.

The second way needs nothing but Maven and the artefacts' registry, where the release archive cannot
be reached. Run as a script it does the same: python -m lintnews.engines.fetch DIR
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ..errors import EngineError
from .installed import copies_folder, find_java

VERSION = "6.8"
# Seconds that Maven may take for 250 MB.
MAVEN_SECONDS = 900.0
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
# language-all comes along with the server and must stay: without it the server dies at start.
_PROJECT = f"""\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>lintnews</groupId>
  <artifactId>languagetool-copy</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.languagetool</groupId>
      <artifactId>languagetool-server</artifactId>
      <version>{VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.languagetool</groupId>
      <artifactId>language-en</artifactId>
      <version>{VERSION}</version>
    </dependency>
  </dependencies>
</project>
"""


def with_maven(top: Path) -> Path:
    """Put a copy into `top`/LanguageTool-VERSION and return that folder; nothing half stays.

    Raises EngineError that says what is missing or what Maven said last.
    """
    target = top / f"LanguageTool-{VERSION}"
    if (target / "languagetool-server.jar").is_file():
        return target
    maven = shutil.which("mvn")
    if maven is None or find_java() is None:
        raise EngineError("engine languagetool: Maven (mvn) or Java is missing")
    top.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".languagetool-", dir=top) as work:
        project, copy = Path(work, "project"), Path(work, "copy")
        project.mkdir()
        (project / "pom.xml").write_text(_PROJECT, "utf-8")
        command = [maven, "-B", "-q", "-f", str(project / "pom.xml"), _PLUGIN,
                   f"-DoutputDirectory={copy / 'libs'}", "-Dmdep.stripVersion=true",
                   "-DincludeScope=runtime"]  # fmt: skip
        _run(command)
        server = copy / "libs" / "languagetool-server.jar"
        if not server.is_file():
            raise EngineError("engine languagetool: Maven left no languagetool-server.jar")
        shutil.copy2(server, copy)
        try:
            copy.rename(target)
        except OSError:
            # Somebody else was faster; anything but a whole copy there is a mistake to tell.
            if not (target / "languagetool-server.jar").is_file():
                raise
    return target


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=MAVEN_SECONDS,
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise EngineError(
            f"engine languagetool: Maven did not finish within {MAVEN_SECONDS:g} s"
        ) from None
    if done.returncode:
        lines = [line.strip() for line in done.stdout.splitlines() if "ERROR" in line]
        said = (lines or [done.stderr.strip() or "it said nothing"])[0][:300]
        raise EngineError(f"engine languagetool: Maven failed: {said}")


def with_package() -> Path:
    """Let language-tool-python download its release of LanguageTool; return the copy's folder."""
    try:
        from language_tool_python.download_lt import LTP_DOWNLOAD_VERSION, LocalLanguageTool
    except ImportError:
        raise EngineError(
            "engine languagetool: the package language-tool-python is missing; install it with: "
            "pip install 'lintnews[languagetool]', or use --maven"
        ) from None
    try:
        copy = LocalLanguageTool.from_version_name(LTP_DOWNLOAD_VERSION)
        if copy not in copy.get_installed_versions():
            copy.download()
        return Path(copy.get_directory_path())
    except (Exception, SystemExit) as problem:
        # Whatever the package raises, from a refused connection to a Java it does not know.
        said = " ".join(str(problem).split())[:300] or type(problem).__name__
        raise EngineError(
            f"engine languagetool: language-tool-python could not get it: {said}; "
            "with Maven, try --maven"
        ) from None


def main() -> int:
    """Fetch with Maven into the folder named on the command line; say where it is."""
    try:
        print(with_maven(Path(sys.argv[1]) if len(sys.argv) > 1 else copies_folder()))
    except EngineError as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
