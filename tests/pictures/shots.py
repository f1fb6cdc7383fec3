"""Every page that is pictured: how the window comes to show it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.own_window import press, type_text
from tests.pictures.stage import RECUSED, SCORED
from ui.scoring.cell import Cell
from ui.scoring.orders import Order

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.pictures.stage import Stage
    from ui.round.page import RoundPage
    from ui.scoring.page import ScoreBookPage

K = Qt.Key
PASTED = "8\t4.5\t3\n7.5\t99\t우수\n없음\t4\t2"
"""Marks of C1, C2 and C4 for three services; two of them cannot stand."""


def start(stage: Stage) -> None:
    stage.start()


def by_service(stage: Stage) -> None:
    half(stage)


def figures(stage: Stage) -> None:
    at(stage.book(stage.documents.figures), SCORED + 1, "I3", "actual")


def refused(stage: Stage) -> None:
    half(stage)
    type_text("99")
    press(K.Key_Return)


def recused(stage: Stage) -> None:
    page = stage.book(stage.documents.half)
    page.work.go_to(Cell(service(page, RECUSED), None, ""))


def by_indicator(stage: Stage) -> None:
    page = at(stage.book(stage.documents.half), 5, "C5")
    page.work.show_order(Order.INDICATOR)


def grid(stage: Stage) -> ScoreBookPage:
    page = at(stage.book(stage.documents.half), 10, "C1")
    page.work.show_order(Order.GRID)
    return page


def paste_preview(stage: Stage) -> None:
    grid(stage)
    QGuiApplication.clipboard().setText(PASTED)
    press(K.Key_V, Qt.KeyboardModifier.ControlModifier)


def hand_over(stage: Stage) -> None:
    stage.book(stage.documents.half).show_hand_over()


def receipt(stage: Stage) -> None:
    stage.book(stage.documents.receipt).show_hand_over()


def backups(stage: Stage) -> None:
    stage.book(stage.documents.half).show_backups()


def pledge(stage: Stage) -> None:
    stage.book(stage.documents.fresh).show_pledge()


def keys(stage: Stage) -> None:
    half(stage)
    press(K.Key_F1)


def history(stage: Stage) -> None:
    page = at(stage.book(stage.documents.half), 2, "C1")
    page.acts["history"].trigger()


def service_checked(stage: Stage) -> None:
    half(stage)
    press(K.Key_F9)


def texts(stage: Stage) -> None:
    page = at(stage.book(stage.documents.half), 2, "C8")
    page.work.go_to(Cell(service(page, 2), None, "opinion"))


def hand_out(stage: Stage) -> None:
    stage.round(stage.documents.round, "hand_out")


def merge(stage: Stage) -> None:
    stage.merging()


def disputed(stage: Stage, kind: str) -> RoundPage:
    return stage.round(stage.documents.disputed, kind)


def conflicts(stage: Stage) -> None:
    disputed(stage, "conflicts").page("conflicts").sheet.take(2)


def results(stage: Stage) -> None:
    stage.round(stage.documents.round, "results")


def report(stage: Stage) -> None:
    stage.round(stage.documents.round, "report")


SHOTS: dict[str, Callable[[Stage], object]] = {
    "start": start,
    "score-book-by-service": by_service,
    "score-book-figures": figures,
    "score-book-refused": refused,
    "score-book-recused": recused,
    "score-book-checked": service_checked,
    "score-book-texts": texts,
    "score-book-by-indicator": by_indicator,
    "grid": grid,
    "grid-paste-preview": paste_preview,
    "history": history,
    "keys": keys,
    "pledge": pledge,
    "hand-over-check": hand_over,
    "receipt": receipt,
    "backups": backups,
    "round-overview": partial(disputed, kind="overview"),
    "round-rubric": partial(disputed, kind="rubric"),
    "round-roster": partial(disputed, kind="roster"),
    "round-hand-out": hand_out,
    "progress": partial(disputed, kind="progress"),
    "merge": merge,
    "conflicts": conflicts,
    "moderation": partial(disputed, kind="moderation"),
    "results": results,
    "objections": partial(disputed, kind="objections"),
    "report": report,
    "round-history": partial(disputed, kind="history"),
}
"""By name, in the order of the pictures' numbers."""


def half(stage: Stage) -> ScoreBookPage:
    """The book half done, at the first mark that is missing."""
    return at(stage.book(stage.documents.half), SCORED + 1, "C4")


def at(page: ScoreBookPage, number: int, code: str, field: str = "score") -> ScoreBookPage:
    uid = service(page, number)
    page.work.go_to(Cell(uid, page.desk.overview.row(uid, code).indicator.uid, field))
    return page


def service(page: ScoreBookPage, number: int) -> bytes:
    every = page.desk.definition.services
    return next(row.uid for row in every if row.number == number)
