"""What every process of lintnews starts with, the command's own and its workers."""

from __future__ import annotations

import gc

# Objects made, and rounds of each generation, between two looks for unreachable cycles.
SELDOM = (100_000, 50, 100)


def collect_seldom() -> None:
    """Let Python look for cycles less often: articles leave none, and every look walks all tables.

    A program that uses the linter decides for itself.
    """
    gc.set_threshold(*SELDOM)
