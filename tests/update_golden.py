"""Writes what lintnews finds today beside each article of fixtures/articles and fixtures/formats.

    python tests/update_golden.py

Read the difference before it is committed: every line that appears or goes is a change of behaviour.
"""

from __future__ import annotations

import golden

from lintnews.linter import Linter


def main() -> int:
    linter = Linter()
    changed = 0
    for folder in ("articles", "formats"):
        for article in golden.articles(folder):
            path = golden.expected_path(article)
            text = golden.written(golden.lines(golden.found(linter, article)))
            if not path.exists() or path.read_text("utf-8") != text:
                path.write_text(text, "utf-8", newline="\n")
                changed += 1
                print(f"wrote {path.relative_to(golden.FIXTURES.parent)}")
    print(f"{changed} files changed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
