"""A round of three services, three indicators and two evaluators, and what people do with it."""

from __future__ import annotations

import csv
import json
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.journal import all_revisions, head_revisions
from models.picture import read_store
from models.schema import DocumentKind
from models.store import open_store
from workbench.commands.results_command import results_object
from workbench.merging.applying import merge
from workbench.rounds.creating import new_round
from workbench.rounds.desk import RoundDesk
from workbench.scoring.book import Book, open_book

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from models.journal import Revision
    from workbench.definition.terms import Definition
    from workbench.merging.report import MergeReport

IN_MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None
"""Where property tests keep real files by the thousand without waiting for the disk."""

Typed = tuple[int, str, str, str]
"""Service number, indicator code (empty for a text of the service), field, typed text."""

SHEETS: dict[str, str] = {
    "round": """
        key¦value
        title¦2024년 제1차 종합성과평가 (시험)
        year¦2024
        sequence¦1
        cut¦75
        aggregation¦mean
        """,
    "sections": """
        code¦name¦max_points
        common¦공통분야¦40
        individual¦개별분야¦45
        satisfaction¦사용자 만족도¦15
        """,
    "indicators": """
        code¦section¦group¦name¦kind¦scale¦max_points¦step¦applies_to¦aggregation¦guidance¦allow_not_applicable
        C1¦common¦사업¦계획¦qualitative¦points¦40¦0.5¦all¦¦¦yes
        I1¦individual¦사업¦실적¦quantitative¦measure¦45¦¦all¦¦¦
        S1¦satisfaction¦¦만족도¦survey¦survey¦15¦¦all¦¦¦
        """,
    "services": """
        number¦name¦type¦department¦operators¦term_end¦status¦reason
        1¦가상 센터¦¦¦¦¦¦
        2¦가상 공원¦¦¦¦¦¦
        5¦가상 주택¦¦¦¦¦¦
        """,
    "evaluators": """
        code¦name¦affiliation¦role
        E1¦김가상¦가상대학교¦evaluator
        E2¦이가상¦가상연구원¦evaluator
        """,
    "assignments": """
        evaluator¦services¦sections¦status¦reason
        E1¦all¦all¦¦
        E2¦all¦all¦¦
        """,
    "measures": """
        indicator¦formula¦parameters¦unit
        S1¦survey_linear¦min=1;max=5¦점
        """,
}


def write_definition(folder: Path, **changed: str) -> Path:
    """Write the definition as .csv files, with the sheets in ``changed`` instead of ours."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet, text in (SHEETS | changed).items():
        rows = [line.strip().split("¦") for line in text.strip().splitlines()]
        with (folder / f"{sheet}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return folder


@dataclass(frozen=True)
class Bench:
    """A round, the books it handed out by evaluator code, and the folder they stand in."""

    folder: Path
    round: Path
    books: Mapping[str, Path]
    definition: Definition

    def copied_to(self, folder: Path) -> Bench:
        """The same files once more, closed and identical, in an empty folder."""
        folder.mkdir(parents=True, exist_ok=True)
        books = {
            code: shutil.copyfile(path, folder / path.name) for code, path in self.books.items()
        }
        round_ = shutil.copyfile(self.round, folder / self.round.name)
        return Bench(folder, round_, books, self.definition)

    def path(self, name: str) -> Path:
        return self.folder / name

    def service(self, number: int) -> bytes:
        return next(row.uid for row in self.definition.services if row.number == number)

    def indicator(self, code: str) -> bytes:
        return next(row.uid for row in self.definition.indicators if row.code == code)

    def owner(self, code: str) -> bytes:
        return next(row.uid for row in self.definition.evaluators if row.code == code)

    def cell(self, owner: str, number: int, code: str, field: str) -> tuple[bytes, ...]:
        service = self.service(number)
        return (self.owner(owner), service, self.indicator(code) if code else service, field)


def made(folder: Path, **changed: str) -> Bench:
    """Make the round from its definition and hand its books out."""
    round_ = folder / "회차.round"
    new_round(write_definition(folder / "정의", **changed), round_)
    with RoundDesk(open_store(round_, DocumentKind.ROUND)) as desk:
        books = {row.code: path for row, path in desk.hand_out(folder / "배포")}
        return Bench(folder, round_, books, desk.definition)


def typed(book: Path, *rows: Typed) -> int:
    """Type ``rows`` into the book at ``book``, one transaction for all; count the revisions."""
    with open_book(book) as opened:
        return typed_into(opened, rows)


def typed_into(book: Book, rows: Iterable[Typed]) -> int:
    definition = book.definition
    services = {row.number: row.uid for row in definition.services}
    indicators = {row.code: row.uid for row in definition.indicators} | {"": None}
    return book.write(
        [
            book.change(services[number], indicators[code], field, text)
            for number, code, field, text in rows
        ]
    )


def sealed(book: Path) -> str:
    with open_book(book) as opened:
        return opened.seal().receipt


def merged(round_: Path, *files: Path, **how: bool) -> MergeReport:
    with open_store(round_, DocumentKind.ROUND) as store:
        return merge(store, files, **how)


def revisions_in(path: Path) -> dict[bytes, Revision]:
    """Every revision of a closed round or book by its id."""
    kind = DocumentKind.ROUND if path.suffix == ".round" else DocumentKind.SCORE
    with read_store(path, kind) as store, store.read() as connection:
        return {row.id: row for row in all_revisions(connection)}


def heads_in(path: Path) -> dict[bytes, Revision]:
    """The heads as the derived table of a closed round or book holds them."""
    kind = DocumentKind.ROUND if path.suffix == ".round" else DocumentKind.SCORE
    with read_store(path, kind) as store, store.read() as connection:
        return {row.id: row for row in head_revisions(connection)}


def history_in(round_: Path) -> tuple[dict[bytes, Revision], dict[bytes, Revision]]:
    """Every revision of a closed round and its heads, by id, in one reading."""
    with read_store(round_, DocumentKind.ROUND) as store, store.read() as connection:
        revisions, found = all_revisions(connection), head_revisions(connection)
    return {row.id: row for row in revisions}, {row.id: row for row in found}


def results_of(round_: Path) -> dict[str, Any]:
    with RoundDesk(read_store(round_, DocumentKind.ROUND)) as desk:
        return results_object(desk.outcome())


def derived_state(round_: Path) -> tuple[str, list[str], list[str], list[str]]:
    """All that follows from what counts: results, heads, who is sealed, what keeps it open."""
    with RoundDesk(read_store(round_, DocumentKind.ROUND)) as desk:
        reading = desk.reading()
    return (
        json.dumps(results_object(reading.outcome), ensure_ascii=False, sort_keys=True),
        sorted(id_.hex() for id_ in heads_in(round_)),
        [f"{row.evaluator.code} {row.receipt} {row.missing}" for row in reading.seals],
        sorted(map(str, reading.closed)),
    )


WHOLE: tuple[Typed, ...] = tuple(
    row
    for number in (1, 2, 5)
    for row in (
        (number, "C1", "score", "30"),
        (number, "I1", "target", "10"),
        (number, "I1", "actual", "8"),
        (number, "S1", "survey_n", "20"),
        (number, "S1", "survey_mean", "4"),
    )
)
"""Every expected mark of one evaluator: 30 + 36 + 11.25 = 77.25 points for each service."""
