"""What is done beside the window: reading the file, and computing what it would bring."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from workbench.definition.terms import Service
from workbench.errors import AppError, InputError
from workbench.progress import Pulse
from workbench.scoring.book import open_book
from workbench.surveys.mapping import AnyMapping
from workbench.surveys.preview import SurveyPreview
from workbench.surveys.previewing import preview_table
from workbench.surveys.remembering import open_survey
from workbench.surveys.sheet_titles import sheet_titles
from workbench.surveys.table_reading import SurveyTable
from workbench.surveys.telling import told


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which table: a file, one of its sheets, and what of persons' data is read all the same."""

    path: Path
    sheet: str = ""
    allowed: frozenset[str] = frozenset()
    header_rows: int = 0
    """How many header rows somebody said there are; 0 as last time, or as the file shows."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no table, and the sheets of which another one may be."""

    error: AppError
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Previewed:
    """What a table would bring, and every finding as a sentence."""

    preview: SurveyPreview
    told: tuple[AppError, ...]


def read_table(
    wanted: Wanted, services: Collection[Service], pulse: Pulse
) -> SurveyTable | Refused:
    """Return the table, or why there is none."""
    try:
        return open_survey(
            wanted.path,
            services,
            sheet=wanted.sheet,
            allowed=wanted.allowed,
            header_rows=wanted.header_rows,
            pulse=pulse,
        )
    except InputError as error:
        return Refused(error, sheet_titles(wanted.path))


def previewed(
    book: Path, table: SurveyTable, mapping: AnyMapping, code: str, pulse: Pulse, *, is_kept: bool
) -> Previewed:
    """Return what ``table`` would bring to the book at ``book``.

    A picture of the book is read: the open one belongs to the window's thread.

    Raises:
        InputError: the mapping does not fit, or the table brings nothing.
        StoreError: the book cannot be read.
    """
    with open_book(book, read_only=True) as picture:
        preview = preview_table(
            picture, table, mapping, code=code, keep_duplicates=is_kept, pulse=pulse
        )
    return Previewed(preview, told(preview))
