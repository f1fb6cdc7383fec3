"""The jobs that run in a process of their own; each returns its figures by name.

What only computes is told in CPU time of the process and of the children it waited for, so that
nothing else on the machine shows in it; where the disk takes part, it is the time on the wall.
"""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from tests.bench.large import Size, large_books, large_round

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.bench.rows import Figures

_PASS = (
    "SELECT r.id, r.owner, r.service, r.subject, r.field, r.value, r.author, r.replica, r.seq,"
    " r.definition, r.made_at, r.parents FROM head h JOIN revision r ON r.number = h.revision"
)


def on_the_wall(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def computed(work: Callable[[], object]) -> float:
    """Seconds of CPU time that ``work`` takes, in this process and in its children."""
    began = process_time() + _of_children()
    work()
    return process_time() + _of_children() - began


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peak_mb() -> float:
    """The most memory this process held; beside it, what the largest of its children held."""
    whose = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    peaks = sum(resource.getrusage(one).ru_maxrss for one in whose)
    return peaks / (1024**2 if sys.platform == "darwin" else 1024)


# --- making, never measured -------------------------------------------------------------------


def make_books(folder: str, people: str, services: str, indicators: str) -> Figures:
    """An empty round and everybody's book."""
    place = Path(folder)
    _, material = large_round(place, Size(int(people), int(services), int(indicators)))
    return {"books": float(len(large_books(place / "books", material)))}


def make_merged(folder: str, people: str, services: str, indicators: str) -> Figures:
    """A round in which everybody's book is merged."""
    size = Size(int(people), int(services), int(indicators))
    large_round(Path(folder), size, merged=True)
    return {"marks": float(size.marks)}


def make_sample(folder: str) -> Figures:
    from workbench.sample.demo import play

    return {"books": float(len(play(Path(folder)).books))}


# --- merging ----------------------------------------------------------------------------------


def merge(folder: str) -> Figures:
    """Plan, apply, and the same books once more, in a copy of the empty round."""
    from workbench.merging.applying import apply_plan
    from workbench.merging.planning import plan_merge
    from workbench.rounds.desk import open_round

    round_, books = _fresh_round(folder, "ours")
    with open_round(round_) as desk:
        began = perf_counter()
        with desk.store.read() as connection:
            plan = plan_merge(connection, books)
        planned = perf_counter()
        if {row.status for row in plan.report.files} != {"merged"}:
            raise AssertionError(plan.report.files[0].error)
        apply_plan(desk.store, plan)
        applied = perf_counter()
        del plan
    peak = peak_mb()
    with open_round(round_) as desk:
        again = on_the_wall(partial(desk.merge, books))
    _drop(round_)
    return {
        "plan": planned - began,
        "apply": applied - planned,
        "again": again,
        "peak_mb": peak,
    }


def merge_plainly(folder: str) -> Figures:
    from tests.bench.plain_merge import plain_merge

    round_, books = _fresh_round(folder, "plain")
    seconds = on_the_wall(partial(plain_merge, round_, books))
    _drop(round_)
    return {"seconds": seconds}


def _fresh_round(folder: str, name: str) -> tuple[Path, list[Path]]:
    place = Path(folder)
    target = place / name / "large.round"
    target.parent.mkdir()
    shutil.copyfile(place / "large.round", target)
    return target, sorted((place / "books").iterdir())


def _drop(round_: Path) -> None:
    shutil.rmtree(round_.parent)
    shutil.rmtree(Path(os.environ["SCORING_WORKBENCH_HOME"], "backups"), ignore_errors=True)


# --- results and reports ----------------------------------------------------------------------


def results(round_: str) -> Figures:
    """From the open round to the whole result."""
    from workbench.rounds.desk import open_round

    with open_round(Path(round_)) as desk:
        return {"seconds": computed(desk.outcome)}


def results_plainly(round_: str) -> Figures:
    """One pass over the same rows."""
    with closing(sqlite3.connect(round_)) as raw:
        return {"seconds": computed(lambda: raw.execute(_PASS).fetchall())}


def export(round_: str, target: str) -> Figures:
    """From the open round to the workbook in its place, read back and compared.

    What has to be imported is, as it is where the same is written plainly.
    """
    import workbench.calibration.calibrating
    import workbench.checking
    import workbench.reports.exporting
    import workbench.reports.workbook  # noqa: F401
    from workbench.rounds.desk import open_round

    with open_round(Path(round_)) as desk:
        seconds = computed(partial(desk.export, Path(target)))
    return {"seconds": seconds, "peak_mb": peak_mb()}


def export_plainly(report: str, target: str) -> Figures:
    """The cells of ``report`` once more, through openpyxl."""
    from tests.bench.plain_export import write_plainly

    return {"seconds": write_plainly(Path(report), Path(target))}


# --- opening ----------------------------------------------------------------------------------


def opening(path: str, runs: str) -> Figures:
    """Header, version, lock and soundness, as the median of some runs in one process."""
    from models.schema import DocumentKind
    from models.store import open_store
    from tests.bench.rows import medians

    kind = DocumentKind.ROUND if path.endswith(".round") else DocumentKind.SCORE
    found = []
    for _ in range(int(runs)):
        began = perf_counter()
        store = open_store(Path(path), kind)
        found.append({"ms": (perf_counter() - began) * 1000})
        store.close()
    return medians(found)


JOBS: dict[str, Callable[..., Figures]] = {
    job.__name__: job
    for job in (
        *(make_books, make_merged, make_sample),
        *(merge, merge_plainly, results, results_plainly, export, export_plainly, opening),
    )
}
