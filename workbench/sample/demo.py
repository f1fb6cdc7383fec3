"""The sample round played from start to report through the same use cases as a real one."""

from dataclasses import dataclass
from pathlib import Path

from models.holder import note_path
from models.recovering import journal_path
from workbench.definition.reading import read_definition
from workbench.progress import Progress, silent
from workbench.results.outcome import Outcome
from workbench.rounds.creating import NewFolders, new_round, refuse_existing, remove, take_away
from workbench.rounds.desk import open_round
from workbench.rounds.handing_out import book_paths
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
    folders, books = NewFolders(), folder / BOOKS_NAME
    try:
        folders.make(books)
        return _played(round_path, survey, report, progress)
    except BaseException:
        documents = [round_path, *_books_in(books)]
        take_away([*documents, survey, report])
        for beside in (journal_path, note_path):  # of one that could not be closed
            remove(beside(path) for path in documents)
        folders.remove()
        raise


def _books_in(folder: Path) -> list[Path]:
    """Return where the books of a round stand, or were about to, in a folder that was not there."""
    owners = read_definition(sample_definition()).evaluators
    return list(book_paths(list(owners), folder).values())


def _played(round_path: Path, survey: Path, report: Path, progress: Progress) -> Played:
    definition = new_round(sample_definition(), round_path)
    with open_round(round_path) as desk:
        progress(1, _STEPS, BOOKS_NAME)
        books = desk.hand_out(round_path.with_name(BOOKS_NAME))
        progress(2, _STEPS, SURVEY_NAME)
        tables = sample_tables(desk.definition)
        write_survey(survey, desk.definition, tables)
        progress(3, _STEPS, definition.rules.title)
        for owner, path in books:
            _score(path, tables[owner.code], survey)
        progress(4, _STEPS, ROUND_NAME)
        desk.merge([path for _, path in books])
        progress(5, _STEPS, REPORT_NAME)
        desk.export(report)
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
