"""lintnews finds what machine translation and page scraping leave in news articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from .api import lint_text
    from .config import Config
    from .document import Document
    from .findings import Finding
    from .linter import Linter

__all__ = ["Config", "Document", "Finding", "Linter", "__version__", "lint_text"]

_HOMES = {
    "Config": "config",
    "Document": "document",
    "Finding": "findings",
    "Linter": "linter",
    "lint_text": "api",
}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first asked for: starting stays cheap."""
    import importlib

    if name not in _HOMES:
        raise AttributeError(f"module 'lintnews' has no attribute {name!r}")
    return getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
