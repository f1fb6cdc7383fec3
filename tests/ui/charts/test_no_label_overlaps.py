"""The boxes that the painter computes for its words: none of them touches another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from tests.workbench.results.test_figures import RULES, outcome
from ui.charts.bars import Captions
from ui.charts.histogram import histogram_marks
from ui.charts.lettering import OnPaper, OnScreen
from ui.charts.marks import Bar, Outline, labels
from ui.charts.sheet import Picture, SheetWords, Shown, sheet
from ui.results.bars_card import row_words
from ui.results.picture_words import sheet_rows
from workbench.results.figures import histogram

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.charts.marks import Label
    from workbench.results.outcome import Outcome

LONG = "재개발임대주택(마포래미안 푸르지오, 목동현대A) 관리운영과 그 밖의 부대시설 "
WORDS = SheetWords(
    title="2024년 제1차 민간위탁 종합성과평가",
    rehearsal="연습(가상 점수)",
    state="확정 전 · 완료 300개 사무, 미완료 0, 충돌 0 · 평균 75.67점",
    distribution="총점 분포",
    unit="2.5점 간격 · 사무 수",
    cut_name="배제기준 75점",
    totals="사무별 총점",
    captions=Captions("순위", "사무", "가감점", "총점"),
    added="가점",
    taken="감점",
)
quick = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def touching(found: Sequence[Label]) -> list[tuple[str, str]]:
    """Pairs of labels that touch; only neighbours in height are looked at."""
    rows = sorted(found, key=lambda one: one.box.top())
    pairs = []
    for at, one in enumerate(rows):
        for other in rows[at + 1 :]:
            if other.box.top() >= one.box.bottom():
                break
            if one.box.intersects(other.box):
                pairs.append((one.text, other.text))
    return pairs


def picture(made: Outcome, shown: Shown, words: SheetWords = WORDS) -> Picture:
    return sheet(made, sheet_rows(made, "total"), shown, words, OnPaper())


def require_sound(found: Picture) -> None:
    assert touching(labels(found.marks)) == []
    page = QRectF(0, 0, found.width, found.height)
    assert [one.text for one in labels(found.marks) if not page.contains(one.box)] == []


TOTALS = st.lists(st.none() | st.decimals(0, 100, places=2).map(str), min_size=1, max_size=300)
ADJUSTED = st.sampled_from(["0", "0", "0.01", "5", "-0.5", "-10"])


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    cut = Decimal(draw(st.sampled_from(["75", "60", "0", "100", "99.75", "12.5"])))
    made = outcome(*draw(TOTALS), rules=replace(RULES, cut=cut))
    long = draw(st.integers(0, 3))
    adjusted = draw(ADJUSTED)
    rows = tuple(
        replace(
            row,
            service=replace(row.service, name=row.service.name + LONG * (long * at % 4)),
            adjusted=Decimal(adjusted if row.total is not None and at % 3 == 0 else 0),
        )
        for at, row in enumerate(made.services)
    )
    return replace(made, services=rows)


@quick
@given(outcomes(), st.sampled_from(Shown))
def test_no_two_labels_of_a_picture_touch(dressed, made: Outcome, shown: Shown) -> None:
    require_sound(picture(made, shown))


@quick
@given(outcomes(), st.integers(300, 900), st.booleans())
def test_no_two_labels_of_a_histogram_touch(
    dressed, made: Outcome, width: int, on_screen: bool
) -> None:
    lettering = OnScreen() if on_screen else OnPaper()
    marks = histogram_marks(lettering, QRectF(0, 0, width, 110), histogram(made), "배제기준 75점")
    assert touching(labels(marks)) == []


@pytest.mark.parametrize("count", [1, 29, 60, 61, 181, 300])
@pytest.mark.parametrize("total", ["75.00", "0", "100"])
def test_equal_totals_are_told_apart(dressed, count: int, total: str) -> None:
    found = picture(outcome(*[total] * count), Shown.BOTH)
    require_sound(found)
    said = [one.text for one in labels(found.marks)]
    assert said.count(str(Decimal(total).quantize(Decimal("0.01")))) == count
    assert str(count) in said  # over the one column


@pytest.mark.parametrize("width", [300, 364, 720])
def test_a_thousand_services_in_narrow_bins_keep_their_numbers_apart(dressed, width: int) -> None:
    totals = [f"{50 + 2.5 * step:.2f}" for step in range(18) for _ in range(111)]
    data = histogram(outcome(*totals))
    assert len(data.bins) == 18
    marks = histogram_marks(OnPaper(), QRectF(0, 0, width, 110), data, "배제기준 75점")
    assert touching(labels(marks)) == []
    assert [one.text for one in labels(marks)].count("111") == 18


@pytest.mark.parametrize("cut", ["99.75", "100", "0"])
def test_a_caption_gives_way_to_the_number_of_the_cut(dressed, cut: str) -> None:
    made = outcome("80", "70", rules=replace(RULES, cut=Decimal(cut)))
    rows = tuple(replace(row, adjusted=Decimal(1)) for row in made.services)
    captions = Captions("Rank", "Service", "Adjusted", "Total")
    words = replace(WORDS, captions=captions)
    found = picture(replace(made, services=rows), Shown.TOTALS, words)
    require_sound(found)
    assert cut in [one.text for one in labels(found.marks)]


def test_a_title_that_is_too_long_goes_on_below(dressed) -> None:
    words = replace(WORDS, title="아주 긴 이름의 " * 30, state="아주 긴 상태 " * 40)
    require_sound(picture(outcome("80", "70"), Shown.BOTH, words))


def test_many_services_stand_in_columns_of_equal_length(dressed) -> None:
    found = picture(outcome(*["80"] * 300), Shown.TOTALS)
    lefts = {round(one.box.right()) for one in labels(found.marks) if one.text == "80.00"}
    assert len(lefts) == 3
    assert found.height < 1.6 * found.width


def test_a_rehearsal_stands_on_every_picture(dressed) -> None:
    for shown in Shown:
        said = [one.text for one in labels(picture(outcome("80"), shown).marks)]
        assert WORDS.rehearsal in said
        real = picture(outcome("80"), shown, replace(WORDS, rehearsal=""))
        assert WORDS.rehearsal not in [one.text for one in labels(real.marks)]


def bars_of(adjusted: str, total: str, common: str, individual: str) -> list[Bar | Outline]:
    made = outcome(total)
    (row,) = made.services
    sections = dict(zip(row.sections, (Decimal(common), Decimal(individual)), strict=True))
    row = replace(row, sections=sections, adjusted=Decimal(adjusted))
    found = picture(replace(made, services=(row,)), Shown.TOTALS)
    return [
        mark for mark in found.marks if isinstance(mark, Bar | Outline) and mark.box.height() == 10
    ]


def test_a_bonus_is_framed_behind_the_bar_and_ends_at_the_total(dressed) -> None:
    common, individual, frame = bars_of("10", "80", "30", "40")
    assert isinstance(frame, Outline)
    assert not frame.is_dashed
    points = individual.box.right() + 1.5 - common.box.left()
    scale = points / 70
    assert frame.box.left() == pytest.approx(common.box.left() + 70 * scale)
    assert frame.box.right() == pytest.approx(common.box.left() + 80 * scale)


def test_a_penalty_ends_the_bar_at_the_total_and_frames_what_it_took(dressed) -> None:
    common, individual, frame = bars_of("-10", "60", "30", "40")
    assert isinstance(frame, Outline)
    assert frame.is_dashed
    assert individual.box.right() + 1.5 == pytest.approx(frame.box.left())
    scale = (frame.box.left() - common.box.left()) / 60
    assert frame.box.width() == pytest.approx(10 * scale)


def test_what_adjustments_add_is_written_with_its_sign(dressed) -> None:
    (row,) = outcome("80").services
    assert row_words(replace(row, adjusted=Decimal("0.5")), 2).adjusted == "+0.50"
    assert row_words(replace(row, adjusted=Decimal(-2)), 2).adjusted == "−2.00"
    assert row_words(row, 2).adjusted == ""
