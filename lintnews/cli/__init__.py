"""The command line: one module a subcommand, imported only when it is asked for."""

from __future__ import annotations

import contextlib
import sys

if "typing_extensions" not in sys.modules:
    # msgspec asks it for what `typing` has itself since 3.11; where it is installed, loading it
    # and `inspect` would take 10 ms.
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    with contextlib.suppress(ImportError):
        import msgspec as msgspec
    del sys.modules["typing_extensions"]
