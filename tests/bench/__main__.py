"""``python dev.py bench``: how long a person waits, each row against plain code for the same work.

Every ratio divides by a baseline taken in the same run: by turns with it, in a fresh process where
memory or a start is measured. Medians of five for what takes under five seconds, of two pairs for
the rest. What each row divides by stands in the modules: ``window``, ``starting``, ``big_rows``
with ``plain_merge`` and ``plain_export``. Rounds and books are made beforehand and cost nothing.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from tests.bench.big_rows import (
    BIG,
    SMALL,
    TEAM,
    bundle_rows,
    export_rows,
    merge_rows,
    opening_rows,
    result_rows,
)
from tests.bench.fresh import figures_of
from tests.bench.rows import as_json, head
from tests.bench.starting import start_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.bench.rows import Row

PARTS = ("start", "window", "open", "merge", "results", "export", "bundle")


def every_row(folder: Path, parts: Iterable[str], *, quick: bool) -> Iterator[Row]:
    """Measure ``parts`` one after the other; quick leaves out what takes minutes."""
    sample = folder / "sample" / "sample.round"
    if {"start", "open", "export"}.intersection(parts):
        figures_of("make_sample", sample.parent)
    measures: dict[str, Callable[[], Iterable[Row]]] = {
        "start": lambda: start_rows(sample),
        "window": lambda: _window(folder),
        "open": lambda: opening_rows(sample),
        "merge": lambda: _sizes(folder, quick=quick),
        "results": lambda: () if quick else result_rows(folder / "team", TEAM),
        "export": lambda: export_rows(sample, "export of the sample"),
        "bundle": bundle_rows,
    }
    for part in parts:
        yield from measures[part]()


def _window(folder: Path) -> Iterator[Row]:
    from tests.bench.window import window_rows
    from tests.own_window import pass_on_warnings

    pass_on_warnings()
    place = folder / "window"
    place.mkdir()
    return window_rows(place)


def _sizes(folder: Path, *, quick: bool) -> Iterator[Row]:
    for size in (SMALL,) if quick else (SMALL, BIG):
        yield from merge_rows(folder / f"merge {size.people}", size)


@click.command(help="Measure how long a person waits, against plain code for the same work.")
@click.option("--quick", is_flag=True, help="Leave out the rows that take minutes.")
@click.option("--json", "is_json", is_flag=True, help="Print a list of name, ratio and goal.")
@click.option("--hold", is_flag=True, help="End with code 1 where a goal is missed.")
@click.option("--only", "parts", multiple=True, type=click.Choice(PARTS), help="Measure this only.")
def main(quick: bool, is_json: bool, hold: bool, parts: tuple[str, ...]) -> None:
    began = perf_counter()
    rows = []
    if not is_json:
        click.echo(head())
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        os.environ["SCORING_WORKBENCH_HOME"] = str(Path(place, "home"))
        for row in every_row(Path(place), parts or PARTS, quick=quick):
            rows.append(row)
            if not is_json:
                click.echo(str(row))
    missed = [row.name for row in rows if not row.is_met]
    if is_json:
        click.echo(as_json(rows))
    else:
        minutes = (perf_counter() - began) / 60
        click.echo(f"{len(missed)} of {len(rows)} rows over their goal; {minutes:.1f} min")
    sys.exit(1 if hold and missed else 0)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
