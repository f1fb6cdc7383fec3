"""The window program as others start it: a process of its own, installed or frozen."""

import sys
from pathlib import Path
from typing import Final

PRINT_REPORT: Final = "--print-report"
"""Paint the report given as text on standard input to the file named next, without a window."""


def window_program() -> list[str]:
    """Return how the window program is started from here, installed or frozen."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return [str(here.with_name("ScoringWorkbench" + here.suffix))]
    return [sys.executable, "-m", "ui"]


def program_folder() -> Path:
    """Return the folder to start it in, where nothing else can be taken for a part of it."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent
    return Path(__file__).parents[1]
