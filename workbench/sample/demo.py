"""The sample round played from start to report through the same use cases as a real one."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from models.errors import StoreError
from workbench.progress import Progress, silent
from workbench.results.outcome import Outcome
from workbench.rounds.creating import new_round, refuse_existing
from workbench.rounds.desk import open_round
from workbench.sample.marks import Row, sample_tables
from workbench.sample.material import sample_definition
from workbench.sample.survey import SURVEY_FIELDS, SURVEY_NAME, survey_mapping, write_survey
from workbench.scoring.book import open_book
from workbench.scoring.table import TableRow, enter_rows
from workbench.surveys.judging import survey_codes
from workbench.surveys.previewing import preview_survey
from workbench.surveys.taking import take_survey

ROUND_NAME = "sample.round"
BOOKS_NAME = "score-books"
REPORT_NAME = "report.xlsx"
_STEPS = 6
_PLEDGED = "2024-03-04"


@dataclass(frozen=True, slots=True)
class Played:
    """Where the sample round lies and what came out."""

    round: Path
    books: tuple[Path, ...]
    survey: Path
    """The raw answers that the satisfaction points come from."""
    report: Path
    outcome: Outcome


def play(folder: Path, *, progress: Progress = silent) -> Played:
    """Make the sample round in ``folder``: hand out, ask, enter, seal, merge, report.

    Whatever stops it on the way, nothing of it is left.

    Raises:
        InputError: a file of it exists there; nothing is written over.
        StoreError, ExportError: the disk refuses.
        Cancelled: the person asked to stop.
    """
    round_path, survey, report = (folder / it for it in (ROUND_NAME, SURVEY_NAME, REPORT_NAME))
    refuse_existing([round_path, survey, report, folder / BOOKS_NAME])
    new_folders = [path for path in (folder, *folder.parents) if not path.exists()]
    made: list[Path] = []
    try:
        _make_folder(folder)
        return _played(round_path, survey, report, made, progress)
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


def _played(
    round_path: Path, survey: Path, report: Path, made: list[Path], progress: Progress
) -> Played:
    definition = new_round(sample_definition(), round_path)
    made.append(round_path)
    with open_round(round_path) as desk:
        progress(1, _STEPS, BOOKS_NAME)
        books = desk.hand_out(round_path.with_name(BOOKS_NAME))
        made += (path for _, path in books)
        progress(2, _STEPS, SURVEY_NAME)
        tables = sample_tables(desk.definition)
        write_survey(survey, desk.definition, tables)
        made.append(survey)
        progress(3, _STEPS, definition.rules.title)
        for owner, path in books:
            _score(path, tables[owner.code], survey)
        progress(4, _STEPS, ROUND_NAME)
        desk.merge([path for _, path in books])
        progress(5, _STEPS, REPORT_NAME)
        desk.export(report)
        made.append(report)
        outcome = desk.outcome()
    progress(_STEPS, _STEPS, REPORT_NAME)
    return Played(round_path, tuple(path for _, path in books), survey, report, outcome)


def _score(path: Path, table: list[Row], survey: Path) -> None:
    rows = [
        TableRow(line, str(number), code, field, value)
        for line, (number, code, field, value) in enumerate(table, start=2)
        if field not in SURVEY_FIELDS
    ]
    with open_book(path) as book:
        book.pledge(_PLEDGED)
        enter_rows(book, rows)
        if survey_codes(book):
            take_survey(book, preview_survey(book, survey, survey_mapping()))
        book.seal()
