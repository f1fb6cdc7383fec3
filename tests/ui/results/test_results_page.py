from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from ui.results.bars_card import BarsList
from ui.results.below_card import BelowCard
from ui.results.hero import HeroCard
from ui.results.histogram_card import HistogramCard, HistogramView
from ui.results.ranking_card import RankingCard

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def page(open_in_window, round_folder: Path, qtbot):
    page = open_in_window(round_folder / "a.round")
    with qtbot.waitSignals([page.session.merged, page.session.read]):
        page.session.merge(sorted((round_folder / "books").iterdir()))
    return page


def top(page, kind: type) -> int:
    return page.findChild(kind).mapTo(page, QPoint(0, 0)).y()


def test_cards_stack_where_it_is_narrow(window, page, qtbot) -> None:
    window.resize(1000, 720)
    kinds = (HeroCard, BelowCard, HistogramCard, RankingCard)

    def tops() -> list[int]:
        return [top(page, kind) for kind in kinds]

    qtbot.waitUntil(lambda: tops() == sorted(set(tops())))
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: top(page, RankingCard) == top(page, HeroCard))
    assert top(page, HistogramCard) < top(page, BelowCard)


def test_all_services_are_seen_at_once_on_a_small_screen(window, page, qtbot) -> None:
    window.resize(1280, 720)
    bars = page.findChild(BarsList)
    qtbot.waitUntil(lambda: bars.viewport().height() >= 29 * 18)
    assert not bars.verticalScrollBar().isVisible()


def test_services_are_sorted_as_asked(page) -> None:
    ranking = page.findChild(RankingCard)
    rows = page.findChild(BarsList).model()
    by_number = next(one for one in ranking.findChildren(QAction) if one.data() == "number")
    by_number.trigger()
    assert [rows.row(n).service.number for n in range(rows.rowCount())] == list(range(1, 30))


def test_charts_are_said_in_words(page) -> None:
    outcome = page.session.reading.outcome
    spoken = page.findChild(HistogramView).accessibleDescription()
    assert "배제기준 75점" in spoken
    assert sum(int(part.rsplit(": ")[1]) for part in spoken.split(". ", 1)[1].split(", ")) == 12
    rows = page.findChild(BarsList).model()
    first = rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(max(row.total for row in outcome.services if row.total)) in first
