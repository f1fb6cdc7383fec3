"""From the command to the first painted window, and to the sample round's data before one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Timer
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.fresh import surroundings
from tests.bench.rows import against, medians

if TYPE_CHECKING:
    from tests.bench.rows import Figures, Row

FIRST_PAINT, DATA = "start to first painted window", "start to the sample round's data painted"
FIRST_PAINT_AT_MOST, DATA_AT_MOST = 1.1, 2.2
RUNS = 9
PATIENCE_S = 60
SERVICES, COLUMNS = 29, 21
"""The table of the sample round."""
_HERE = Path(__file__).parent
_NO_SCREEN = {"QT_LOGGING_RULES": "default.warning=false"}
"""A platform without a screen warns of itself, which no screen does and our program would log."""


def started(program: str, *arguments: object) -> Figures:
    """Start ``program``; return after how much CPU time, and on the wall, it said what."""
    command = [sys.executable, str(_HERE / program), *map(str, arguments)]
    around = surroundings() | _NO_SCREEN
    began = perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=around) as running:
        told: Figures = {}
        patience = Timer(PATIENCE_S, running.kill)  # a bug while opening shows a window and stays
        patience.start()
        for what, seconds in map(str.split, running.stdout):
            told |= {what: float(seconds), f"{what} on the wall": perf_counter() - began}
        patience.cancel()
    if running.returncode:
        raise AssertionError(f"{program} ended with {running.returncode}")
    return told


def start_rows(sample: Path, runs: int = RUNS) -> list[Row]:
    bare, ours = [], []
    for run in range(runs + 1):
        pair = started("start_bare.py", SERVICES, COLUMNS), started("start_ours.py", sample)
        if run:  # the first compiles both and brings them from the disk
            bare.append(pair[0])
            ours.append(pair[1])
    least, found = medians(bare), medians(ours)
    return [
        against(FIRST_PAINT, found["painted"], least["painted"], FIRST_PAINT_AT_MOST),
        _told(FIRST_PAINT, found["painted on the wall"], least["painted on the wall"]),
        against(DATA, found["data"], least["painted"], DATA_AT_MOST),
        _told(DATA, found["data on the wall"], least["painted on the wall"]),
    ]


def _told(name: str, ours: float, least: float) -> Row:
    return against(f"{name}, on the wall", ours, least, None)
