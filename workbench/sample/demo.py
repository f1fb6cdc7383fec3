"""The sample round played from start to report through the same use cases as a real one."""

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


@dataclass(frozen=True, slots=True)
class Played:
    """Where the sample round lies and what came out."""

    round: Path
    books: tuple[Path, ...]
    report: Path
    outcome: Outcome


def play(folder: Path, *, progress: Progress = silent) -> Played:
    """Make the sample round in ``folder``: hand out, enter, seal, merge, report.

    Raises:
        InputError: a file of it exists there; nothing is written over.
        StoreError, ExportError: the disk refuses.
    """
    round_path, report = folder / ROUND_NAME, folder / REPORT_NAME
    refuse_existing([round_path, report, folder / BOOKS_NAME])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("folder_unwritable", path=str(folder)) from error
    definition = new_round(sample_definition(), round_path)
    with open_round(round_path) as desk:
        progress(1, _STEPS, BOOKS_NAME)
        books = desk.hand_out(folder / BOOKS_NAME)
        tables = sample_tables(desk.definition)
        progress(2, _STEPS, definition.rules.title)
        for owner, path in books:
            _score(path, tables, owner)
        progress(3, _STEPS, ROUND_NAME)
        desk.merge([path for _, path in books])
        progress(4, _STEPS, REPORT_NAME)
        desk.export(report)
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
        enter_rows(book, rows)
        book.seal()
