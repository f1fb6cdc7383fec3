"""The sample round played from start to report through the same use cases as a real one."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from models.errors import StoreError
from workbench.definition.terms import Evaluator
from workbench.progress import Progress, silent
from workbench.results.outcome import Outcome
from workbench.rounds.creating import new_round, refuse_existing
from workbench.rounds.desk import open_round
from workbench.sample.marks import sample_tables
from workbench.sample.material import sample_definition
from workbench.scoring.book import open_book
from workbench.scoring.table import TableRow, enter_rows

ROUND_NAME = "sample.round"
BOOKS_NAME = "score-books"
REPORT_NAME = "report.xlsx"
_STEPS = 5
_PLEDGED = "2024-03-04"


@dataclass(frozen=True, slots=True)
class Played:
    """Where the sample round lies and what came out."""

    round: Path
    books: tuple[Path, ...]
    report: Path
    outcome: Outcome


def play(folder: Path, *, progress: Progress = silent) -> Played:
    """Make the sample round in ``folder``: hand out, enter, seal, merge, report.

    Whatever stops it on the way, nothing of it is left.

    Raises:
        InputError: a file of it exists there; nothing is written over.
        StoreError, ExportError: the disk refuses.
        Cancelled: the person asked to stop.
    """
    round_path, report = folder / ROUND_NAME, folder / REPORT_NAME
    refuse_existing([round_path, report, folder / BOOKS_NAME])
    new_folders = [path for path in (folder, *folder.parents) if not path.exists()]
    made: list[Path] = []
    try:
        _make_folder(folder)
        return _played(round_path, report, made, progress)
    except BaseException:
        for path in made:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        for path in (folder / BOOKS_NAME, *new_folders):
            with suppress(OSError):  # whoever put something of his own there keeps it
                path.rmdir()
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("folder_unwritable", path=str(folder)) from error


def _played(round_path: Path, report: Path, made: list[Path], progress: Progress) -> Played:
    definition = new_round(sample_definition(), round_path)
    made.append(round_path)
    with open_round(round_path) as desk:
        progress(1, _STEPS, BOOKS_NAME)
        books = desk.hand_out(round_path.with_name(BOOKS_NAME))
        made += (path for _, path in books)
        tables = sample_tables(desk.definition)
        progress(2, _STEPS, definition.rules.title)
        for owner, path in books:
            _score(path, tables, owner)
        progress(3, _STEPS, ROUND_NAME)
        desk.merge([path for _, path in books])
        progress(4, _STEPS, REPORT_NAME)
        desk.export(report)
        made.append(report)
        outcome = desk.outcome()
    progress(_STEPS, _STEPS, REPORT_NAME)
    return Played(round_path, tuple(path for _, path in books), report, outcome)


def _score(
    path: Path, tables: dict[str, list[tuple[int, str, str, str]]], owner: Evaluator
) -> None:
    rows = [
        TableRow(line, str(number), code, field, value)
        for line, (number, code, field, value) in enumerate(tables[owner.code], start=2)
    ]
    with open_book(path) as book:
        book.pledge(_PLEDGED)
        enter_rows(book, rows)
        book.seal()
