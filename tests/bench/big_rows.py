"""The rows of whole rounds: merging, results, reports, memory; every job in a fresh process."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.fresh import figures_of
from tests.bench.large import Size
from tests.bench.rows import Row, against, alternating, limited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.bench.rows import Figures

    Doing = Callable[..., Figures]
    """How a job is done: by its name with its arguments, in a fresh process."""

SMALL, BIG, TEAM = Size(50, 29, 16), Size(200, 300, 40), Size(60, 300, 40)
PLAN_AT_MOST, APPLY_AT_MOST, AGAIN_AT_MOST = 4.0, 1.5, 0.1
RESULTS_AT_MOST, EXPORT_AT_MOST = 2.0, 1.3
OPENING_MS, MEMORY_MB, FOLDER_MB, PACKED_MB = 20, 600, 145, 62
OPENINGS = 15
BUNDLES = Path(__file__).parents[2] / "build" / "bundle"
PACKED = (".tar.xz", ".zip")


def merge_rows(folder: Path, size: Size, do: Doing = figures_of) -> Iterator[Row]:
    """Plan and apply the books of ``size``, and the same books again."""
    do("make_books", folder, size.people, size.services, size.indicators)
    ours, plain = alternating(partial(do, "merge", folder), partial(do, "merge_plainly", folder))
    least, first = plain["seconds"], ours["plan"] + ours["apply"]
    yield against(f"plan of {size}", ours["plan"], least, PLAN_AT_MOST)
    yield against(f"apply of {size}", ours["apply"], least, APPLY_AT_MOST)
    yield against(f"the same books again, {size}", ours["again"], first, AGAIN_AT_MOST)
    if size == BIG:
        yield limited("peak memory of the big merge", ours["peak_mb"], MEMORY_MB, "MB")


def result_rows(folder: Path, size: Size, do: Doing = figures_of) -> Iterator[Row]:
    """Results and report of a merged round of ``size``."""
    do("make_merged", folder, size.people, size.services, size.indicators)
    round_ = folder / "large.round"
    ours, plain = alternating(
        partial(do, "results", round_), partial(do, "results_plainly", round_)
    )
    yield against(f"results of {size}", ours["seconds"], plain["seconds"], RESULTS_AT_MOST)
    yield from export_rows(round_, f"export of {size}", do, is_big=size == TEAM)


def export_rows(
    round_: Path, name: str, do: Doing = figures_of, *, is_big: bool = False
) -> Iterator[Row]:
    """The workbook of a round."""
    report = round_.with_name("ours.xlsx")  # the plain code takes out of it what to write
    ours, plain = alternating(
        partial(do, "export", round_, report),
        partial(do, "export_plainly", report, round_.with_name("plain.xlsx")),
    )
    yield against(name, ours["seconds"], plain["seconds"], EXPORT_AT_MOST)
    if is_big:
        yield limited("peak memory of the big export", ours["peak_mb"], MEMORY_MB, "MB")


def opening_rows(sample: Path) -> Iterator[Row]:
    """The files of the sample: header, version, lock and soundness."""
    for path in (sample, next(sample.parent.glob("score-books/*.score"))):
        found = figures_of("opening", path, OPENINGS)["ms"]
        yield limited(f"opening a {path.suffix}: version and lock", found, OPENING_MS, "ms")


def bundle_rows() -> Iterator[Row]:
    """What ``dev.py bundle`` left, if anything: its folder, and that packed."""
    folders = [path for path in BUNDLES.glob("*") if path.is_dir()]
    packed = [path for path in BUNDLES.glob("*") if path.name.endswith(PACKED)]
    for name, found, most in (
        ("the bundle, folder", folders, FOLDER_MB),
        ("the bundle, packed", packed, PACKED_MB),
    ):
        if found:
            newest = max(found, key=lambda path: path.stat().st_mtime)
            yield limited(f"{name} ({newest.name})", _size_mb(newest), most, "MB")
        else:
            yield Row(name, None, 1, "not built")


def _size_mb(path: Path) -> float:
    parts = [path, *path.rglob("*")]
    return sum(one.stat().st_size for one in parts if one.is_file() and not one.is_symlink()) / 1e6
