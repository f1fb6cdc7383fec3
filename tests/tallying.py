"""Counts of what was tried against the promise: gathered over all workers, written as one table.

A test that tries a thing many times says so with the fixture ``tally``; rows of one name add up.
The table is printed beside the verdict and written to ``build/reliability``; the one that stands
in ``docs/reliability.md`` is a copy of such a file.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "tally"
TARGET = Path(__file__).parents[1] / "build" / "reliability"


@dataclass(slots=True)
class Tally:
    """Says what one test tried how often, and how often it went wrong."""

    _properties: list[tuple[str, object]] = field(repr=False)

    def __call__(self, what: str, tried: int, wrong: int = 0) -> None:
        """Note ``tried`` tries of ``what``, ``wrong`` of them against the promise.

        The test itself fails on what is wrong; that it is noted first puts the figure into the
        table all the same.
        """
        self._properties.append((NAME, (what, tried, wrong)))


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Tally:
    """Note how often something was tried, for the table of the run."""
    return Tally(request.node.user_properties)


def rows_of(reports: Iterable[pytest.TestReport]) -> list[tuple[str, int, int]]:
    """Return (what, tried, wrong) by name, of all tests together."""
    tried: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for report in reports:
        for name, value in report.user_properties:
            if name == NAME:
                tried[value[0]] += value[1]
                wrong[value[0]] += value[2]
    return [(what, count, wrong[what]) for what, count in sorted(tried.items())]


def table(rows: Iterable[tuple[str, int, int]]) -> str:
    """Return the rows as they stand in the document."""
    lines = ["| what | how many | wrong |", "|---|---:|---:|"]
    lines += [f"| {what} | {count:,} | {wrong:,} |" for what, count, wrong in rows]
    return "\n".join(lines)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the table, and leave it where it can be copied from."""
    found = [one for key in ("passed", "failed") for one in terminalreporter.getreports(key)]
    rows = rows_of(one for one in found if one.when == "call")
    if not rows:
        return
    profile = "long" if config.getoption("--long") else "normal"
    shown = table(rows)
    terminalreporter.write_line(f"\nWhat was tried ({profile} profile)\n{shown}")
    stamp = f"{datetime.now(UTC):%Y-%m-%d}"
    TARGET.mkdir(parents=True, exist_ok=True)
    content = {"profile": profile, "date": stamp, "rows": rows}
    (TARGET / f"{profile}.json").write_text(
        json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    (TARGET / f"{profile}.md").write_text(f"{shown}\n", encoding="utf-8")
