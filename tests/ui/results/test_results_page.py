"""The result at a glance, on the sample's round with its first services scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction

from ui.results.bars_card import BarsList
from ui.results.below_card import BelowCard, BelowModel
from ui.results.hero import HeroCard
from ui.results.histogram_card import HistogramCard, HistogramView
from ui.results.ranking_card import RankingCard
from ui.results.wording import firmness_word
from ui.theme.parts import Card
from workbench.results.outcome import Verdict
from workbench.results.robustness import Firmness, robustness

if TYPE_CHECKING:
    from pathlib import Path

    from ui.results.below_list import BelowList
    from ui.results.overview import Overview
    from workbench.results.outcome import Outcome


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
    overview = page.page("results").overview
    qtbot.waitUntil(lambda: not overview.verticalScrollBar().isVisible())


def are_whole(below: BelowList, rows: int) -> bool:
    """Whether the list has so many rows, and the last is in sight like the first."""
    last = below.visualRect(below.model().index(below.model().rowCount() - 1, 0))
    is_seen = below.viewport().rect().contains(last) and not last.isEmpty()
    return below.model().rowCount() == rows and is_seen


def test_every_service_below_the_cut_is_seen_on_a_small_screen(
    window, open_in_window, played: Path, qtbot
) -> None:
    page = open_in_window(played)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: are_whole(page.findChild(BelowCard).list, 6))


class Frames(QObject):
    """Where the cards at the left stand whenever the page is painted, as soon as that changes."""

    def __init__(self, overview: Overview) -> None:
        super().__init__(overview)
        self._overview = overview
        self.seen: list[list[QRect]] = []
        overview.widget().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._overview.ranking.list.model().rowCount():
            cards = (self._overview.hero, self._overview.bins, self._overview.below)
            now = [card.geometry() for card in cards]
            if now not in self.seen[-1:]:
                self.seen.append(now)
        return False


def test_the_first_frame_is_laid_out_like_every_later_one(
    open_in_window, played: Path, qtbot
) -> None:
    page = open_in_window(played).page("results")
    frames = Frames(page.overview)
    with qtbot.waitSignal(page.firmness.found):
        page.update()
    page.overview.grab()
    assert len(frames.seen) == 1


def test_the_distribution_gives_way_when_the_average_needs_more_room(
    window, open_in_window, played: Path, qtbot
) -> None:
    window.resize(1280, 800)
    page = open_in_window(played)
    hero, bins = page.findChild(HeroCard), page.findChild(HistogramCard)
    qtbot.waitUntil(lambda: are_whole(page.findChild(BelowCard).list, 6))
    both = hero.height() + bins.height()
    wanted = hero.needed_height() + 25
    hero.findChild(Card).column.addSpacing(25)
    qtbot.waitUntil(lambda: (hero.height(), bins.height()) == (wanted, both - wanted))
    qtbot.waitUntil(lambda: are_whole(page.findChild(BelowCard).list, 6))


def test_services_are_sorted_as_asked(page) -> None:
    ranking = page.findChild(RankingCard)
    rows = page.findChild(BarsList).model()
    by_number = next(one for one in ranking.findChildren(QAction) if one.data() == "number")
    by_number.trigger()
    assert [rows.row(n).service.number for n in range(rows.rowCount())] == list(range(1, 30))
    by_section = next(
        one for one in ranking.findChildren(QAction) if one.data() == "section:common"
    )
    by_section.trigger()
    points = [rows.row(n).sections["common"] for n in range(12)]
    assert points == sorted(points, reverse=True)
    assert by_section.isChecked()


def test_the_chosen_service_stays_chosen_when_it_is_sorted_anew(page) -> None:
    results = page.page("results")
    bars = results.overview.ranking.list
    bars.setCurrentIndex(bars.model().index(4))
    chosen = bars.chosen()
    results.overview.ranking.sort_by("number")
    assert bars.chosen() == chosen


def test_the_order_is_kept_and_taken_up_again(page) -> None:
    results = page.page("results")
    assert results.place() == {"order": "total"}
    results.take_place({"order": "gap"})
    rows = page.findChild(BarsList).model()
    cut = page.session.definition.rules.cut
    away = [abs(rows.row(n).total - cut) for n in range(12)]
    assert away == sorted(away)
    assert results.place() == {"order": "gap"}
    results.take_place({"order": "section:gone"})  # the sections of the round have changed since
    assert results.place() == {"order": "total"}


def test_charts_are_said_in_words(page) -> None:
    outcome = page.session.reading.outcome
    spoken = page.findChild(HistogramView).accessibleDescription()
    assert "배제기준 75점" in spoken
    assert sum(int(part.rsplit(": ")[1]) for part in spoken.split(". ", 1)[1].split(", ")) == 12
    rows = page.findChild(BarsList).model()
    first = rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(max(row.total for row in outcome.services if row.total)) in first
    for part in (RankingCard, BarsList, HistogramView):
        assert page.findChild(part).accessibleName()


def test_the_bands_of_the_round_hold_every_counted_service(page) -> None:
    bands = page.findChild(HistogramCard).bands
    said = bands.accessibleName()
    assert said.startswith("구간: 65 미만 ")
    assert sum(int(part.split()[-1].removesuffix("개")) for part in numbers_in(said)) == 12


def numbers_in(said: str) -> list[str]:
    return [part.removesuffix(" 사무") for part in said.split(": ", 1)[1].split(", ")]


def test_how_firm_a_verdict_is_comes_after_the_page(page, qtbot) -> None:
    results, before = page.page("results"), page.session.reading.outcome

    def is_of_the_newest(outcome: Outcome, _found: object) -> bool:
        return outcome is not before

    with qtbot.waitSignal(results.firmness.found, check_params_cb=is_of_the_newest):
        page.session.refresh()
    outcome = page.session.reading.outcome
    found = {row.service.number: row.firmness for row in robustness(outcome)}
    model = page.findChild(BelowModel)
    shown = [model.firmness(row) for row in range(model.rowCount())]
    assert shown == [found[model.row(row).service.number] for row in range(model.rowCount())]
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith(firmness_word(shown[0]))
    close = sum(
        row.verdict is Verdict.PASS and found[row.service.number] is not Firmness.FIRM
        for row in outcome.services
        if row.total is not None
    )
    link = results.overview.below.close_ones
    assert close
    assert link.isVisible()
    assert f"{close}개" in link.text()


def test_nothing_jumps_when_it_is_known_how_firm_a_verdict_is(
    window, open_in_window, played: Path, qtbot
) -> None:
    page = open_in_window(played)
    window.resize(1280, 720)
    results = page.page("results")
    card = results.overview.below

    def places() -> list[int]:
        parts = (card, card.list, results.overview.bins, results.overview.hero)
        return [number for part in parts for number in part.geometry().getRect()]

    hero = results.overview.hero
    qtbot.waitUntil(lambda: hero.height() == hero.needed_height())  # laid out in its new size
    with qtbot.waitSignal(results.firmness.found):
        with qtbot.waitSignal(page.session.read):
            page.session.refresh()
        window.grab()
        before = places()
        assert not card.close_ones.isVisible()
    qtbot.waitUntil(card.close_ones.isVisible)
    window.grab()
    assert places() == before


def test_close_services_are_shown_on_their_own_page(page, qtbot) -> None:
    results = page.page("results")
    with qtbot.waitSignal(results.firmness.found):
        page.session.refresh()
    results.page_requested.disconnect()
    with qtbot.waitSignal(results.page_requested) as asked:
        results.overview.below.close_ones.click()
    assert asked.args == ["robustness", None]


def test_a_merge_is_followed_at_once(page, round_folder: Path, qtbot) -> None:
    from workbench.ledger.withdrawing import withdraw

    results = page.page("results")
    results.show_place(page.session.definition.services[0].uid)
    counted = page.session.reading.outcome.counted
    with qtbot.waitSignal(page.session.read):
        page.session.change(lambda desk, _: withdraw(desk, 1, "다른 파일"), "철회")
    assert page.session.reading.outcome.counted < counted
    rows = page.findChild(BarsList).model()
    assert {rows.total(row) for row in range(29)} == {"미완료"}
    assert results.is_detailed
    assert results.detail.service() == page.session.definition.services[0].uid
