"""The documents that the pictures show: the sample round, played by the program itself."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.own_window import OwnWindow, after, idle
from ui.round.reading_page import ReadingPage
from ui.scoring.orders import Order
from ui.setup.setup_page import SetupPage
from workbench.ledger.objections import log_objection
from workbench.ledger.versions import issue_version
from workbench.rounds.creating import new_round
from workbench.rounds.desk import open_round
from workbench.sample.demo import play
from workbench.sample.marks import sample_tables
from workbench.sample.material import sample_definition
from workbench.scoring.book import open_book
from workbench.scoring.table import TableRow, enter_rows
from workbench.settling.moderating import moderate

if TYPE_CHECKING:
    from ui.document_page import DocumentPage
    from ui.merging.page import MergePage
    from ui.round.page import RoundPage
    from ui.scoring.page import ScoreBookPage
    from workbench.scoring.book import Book

PLEDGED = "2024-03-04"
SCORED = 12
"""So many services are complete in a book half done; the next one is begun."""
BEGUN_WITH = ("C1", "C2", "C3", "I1", "I2")
RECUSED = 20
FIRST = "종합하면 사업계획이 구체적이고 성과를 다음 해 계획에 되돌려 쓰고 있습니다."
SECOND = "종합하면 성과를 되돌려 쓰는 체계가 보이지 않습니다."


@dataclass(frozen=True, slots=True)
class Documents:
    """Where everything lies that is shown."""

    round: Path
    """Merged and complete."""
    receipt: Path
    """A book handed over."""
    half: Path
    """A book half done."""
    figures: Path
    """The same of the secretary who enters figures."""
    fresh: Path
    """A book never opened before."""
    waiting: Path
    """A round that waits for its books."""
    arrived: tuple[Path, ...]
    """What came back for it; the last belongs elsewhere."""
    disputed: Path
    """A round with copies that differ, an agreed mark, an issued version and an objection."""


def documents_in(folder: Path) -> Documents:
    """Play everything into ``folder``."""
    played = play(folder / "2024-1")
    books = {path.name[:2]: path for path in played.books}
    (folder / "2024-2").mkdir()
    waiting = folder / "2024-2" / "waiting.round"
    new_round(sample_definition(), waiting)
    with open_round(waiting) as desk:
        made = {owner.code: path for owner, path in desk.hand_out(folder / "2024-2" / "books")}
        tables = sample_tables(desk.definition)
    for code in ("E1", "Q1"):
        with open_book(made[code]) as book:
            _score_half(book, tables[code])
    return Documents(
        round=played.round,
        receipt=books["E1"],
        half=made["E1"],
        figures=made["Q1"],
        fresh=made["E2"],
        waiting=waiting,
        arrived=(made["E1"], _edited_beside(made["E1"]), made["Q1"], books["E2"]),
        disputed=_dispute(folder / "2024-3", played.round, books["E1"]),
    )


def _edited_beside(book: Path) -> Path:
    """A copy of a book in which somebody went on for himself, as the book did."""
    copy = Path(shutil.copyfile(book, book.with_name("E1_노트북.score")))
    _enter(copy, (2, "C1", "score", "3"), (3, "C2", "score", "4.5"))
    _enter(book, (2, "C1", "score", "4.5"))
    return copy


def _dispute(folder: Path, merged: Path, book: Path) -> Path:
    folder.mkdir()
    round_ = Path(shutil.copyfile(merged, folder / "disputed.round"))
    one, other = (
        Path(shutil.copyfile(book, folder / f"E1_{name}.score")) for name in ("사무실", "노트북")
    )
    _enter(one, (4, "C2", "score", "3.5"), (11, "C1", "score", "3"), (11, "", "opinion", FIRST))
    _enter(other, (4, "C2", "score", "4"), (11, "C1", "score", "5.5"), (11, "", "opinion", SECOND))
    with open_book(other) as opened:
        opened.seal()
    with open_round(round_) as desk:
        issue_version(desk, "이의신청 전")
        log_objection(desk, 17, "2024-07-01", "가상재단", "하반기 실적이 빠졌습니다.")
        definition = desk.definition
        service = next(row for row in definition.services if row.number == 17)
        code = next(
            uid for uid in definition.applies[service.uid] if definition.indicator[uid].code == "C1"
        )
        moderate(desk, (service.uid, code), "5", "실적 자료를 함께 확인함", ["김가상", "박연습"])
        desk.merge([one, other])
    return round_


def _enter(path: Path, *rows: tuple[int, str, str, str]) -> None:
    with open_book(path) as book:
        enter_rows(
            book,
            [TableRow(line, str(number), *rest) for line, (number, *rest) in enumerate(rows, 2)],
        )


def _score_half(book: Book, table: list[tuple[int, str, str, str]]) -> None:
    book.pledge(PLEDGED)
    rows = [
        TableRow(line, str(number), code, field, value)
        for line, (number, code, field, value) in enumerate(table, start=2)
        if number <= SCORED or (number == SCORED + 1 and code in BEGUN_WITH)
    ]
    enter_rows(book, rows)
    recused = next(row.uid for row in book.definition.services if row.number == RECUSED)
    book.record(recused, None, "recusal", "3년 안에 이 기관의 자문을 맡았음")


class Stage:
    """One window, and the way to each document in it."""

    def __init__(self, own: OwnWindow, documents: Documents) -> None:
        self._own = own
        self.documents = documents
        self.window = own.window

    def start(self) -> None:
        """Show the start page."""
        self.window.close_document()

    def book(self, path: Path) -> ScoreBookPage:
        """Show a score book, by service."""
        page = self._open(path)
        for service in page.desk.services():
            for cell in tuple(page.desk.drafts(service)):
                page.desk.give_up(cell)
        page.show_scoring()
        page.work.show_order(Order.SERVICE)
        return page

    def round(self, path: Path, kind: str) -> RoundPage:
        """Show one page of a round."""
        page = self._open(path)
        shown = page.page(kind)
        if isinstance(shown, ReadingPage) and not shown.has_looked:
            after(shown.looked, lambda: page.show_page(kind))
        if isinstance(shown, SetupPage) and not shown.draft.is_judged:
            after(shown.draft.looked, lambda: page.show_page(kind))
        page.show_page(kind)
        return page

    def merging(self) -> None:
        """Show the plan of a merge that was not applied."""
        page = self.round(self.documents.waiting, "merge")
        merge: MergePage = page.page("merge")
        after(page.session.planned, lambda: merge.add_files(self.documents.arrived))
        merge.table.expand(merge.table.model().index(0, 0))

    def _open(self, path: Path) -> DocumentPage:
        page = self.window.page
        if page is None or page.recent().path != str(path):
            page = self._own.open(path)
        idle()
        return page
