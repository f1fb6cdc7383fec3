"""Every door through which a foreign table comes in, with a sound table and what it brings."""

from __future__ import annotations

import csv
import io
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.beside import read_bytes
from models.errors import AppError
from tests.hostile.workbook_parts import Parts, Rows, workbook
from tests.workbench.rounds.small_round import SHEETS, Bench
from workbench.definition.reading import read_definition
from workbench.errors import DefinitionUnfit
from workbench.scoring.book import Book, open_book
from workbench.scoring.table import enter_table
from workbench.sentences import LANGUAGES, sentence_of
from workbench.setup.files import preview_import
from workbench.setup.sheets import Sheets, sheets_of
from workbench.surveys.table_reading import read_survey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


SCORES: Rows = [
    ["service", "indicator", "field", "value"],
    ["1", "C1", "score", "30.5"],
    ["2", "C1", "score", "28"],
    ["2", "I1", "target", "10"],
    ["2", "C1", "comment", "근거 <있음> & 충분, 그래서"],
    ["5", "", "opinion", "총평입니다"],
]
SURVEY: Rows = [
    ["사무번호", "과정-1 안내는?", "전반 만족도"],
    ["1", "4", "5"],
    ["2", "", "4"],
    ["5", "3", "2"],
]


@dataclass(frozen=True)
class Door:
    """One way in: what a sound file looks like, and what stands there after it was taken."""

    name: str
    sheets: dict[str, Rows]
    read: str
    """The sheet that the door reads, or reads first."""
    enter: Callable[[Path], object]
    document: Path
    """What nothing may change in: neither a refusal, nor the same content once more."""

    def parts(self) -> Parts:
        return workbook(self.sheets, self.read)

    def table(self) -> Rows:
        return self.sheets[self.read]

    def image(self) -> bytes:
        return read_bytes(self.document)


def said(error: AppError, name: str) -> list[str]:
    """What is wrong with how ``error`` speaks of the file ``name``; nothing where it is well."""
    wrong = []
    for language in LANGUAGES:
        sentence = sentence_of(error, language)
        if name not in sentence or "{" in sentence or not sentence.endswith((".", "다.")):
            wrong.append(f"{language}: {sentence[:200]}")
    return wrong


def key_of(error: AppError) -> str:
    """The key of the one reason, where a table of reasons has just one."""
    problems = getattr(error, "problems", ())
    return problems[0].key if len(problems) == 1 else error.key


@dataclass(frozen=True)
class Met:
    """How a door met a file: what it read or why not, and what went wrong besides."""

    found: object = None
    error: AppError | None = None
    wrong: tuple[str, ...] = ()


def met(door: Door, path: Path, content: bytes, target: Path | None = None) -> Met:
    """Knock at ``door`` with ``content`` at ``path``; ``target`` is the folder around it."""
    path.write_bytes(content)
    before = door.image()
    wrong: list[str] = []
    found, refusal = None, None
    try:
        found = door.enter(target or path)
    except AppError as error:
        refusal = error
        wrong += said(error, path.name)
        if key_of(error).startswith("reading_"):
            wrong.append("was stopped and not refused")
    if path.read_bytes() != content:
        wrong.append("its file was changed")
    if door.image() != before:
        wrong.append("the document was changed")
    return Met(found, refusal, tuple(wrong))


@contextmanager
def doors_of(bench: Bench) -> Iterator[dict[str, Door]]:
    """Every door of the round in ``bench``; its first book stays open, as in the window."""
    sheets = {name: _rows(text) for name, text in SHEETS.items()}
    with ExitStack() as stack:
        book = stack.enter_context(open_book(bench.books["E1"]))
        present = sheets_of(bench.definition)
        yield {
            "definition": Door("definition", sheets, "services", _definition, bench.round),
            "setup": Door(
                "setup",
                {"services": sheets["services"]},
                "services",
                lambda path: _setup(path, present),
                bench.round,
            ),
            "scores": Door(
                "scores",
                {"scores": SCORES},
                "scores",
                lambda path: _scores(path, book),
                bench.books["E1"],
            ),
            "survey": Door(
                "survey",
                {"응답": SURVEY},
                "응답",
                lambda path: _survey(path, bench),
                bench.books["E2"],
            ),
        }


def _rows(text: str) -> Rows:
    return [line.strip().split("¦") for line in text.strip().splitlines()]


def _definition(path: Path) -> object:
    found = read_definition(path)
    return [
        [(row.number, row.name, row.type) for row in found.services],
        [(row.code, row.name, row.max_points) for row in found.indicators],
        [(row.code, row.name) for row in found.evaluators],
    ]


def _setup(path: Path, present: Sheets) -> object:
    preview = preview_import(path, present, None if path.suffix != ".csv" else "services")
    if preview.problems:
        raise DefinitionUnfit("definition_unfit", preview.problems, name=path.name)
    return [dict(row.texts) for row in preview.sheets.of("services")]


def _scores(path: Path, book: Book) -> object:
    rows, _ = enter_table(book, path)
    return rows, book.sheets()


def _survey(path: Path, bench: Bench) -> object:
    table = read_survey(path, bench.definition.services)
    return table.columns, table.lines, table.texts


def csv_bytes(rows: Rows, encoding: str = "utf-8") -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode(encoding)
