"""The fixed sentences, character by character."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from workbench.definition.terms import Band, RoundingStage, Rules
from workbench.reports.bands import band_counts
from workbench.reports.wording import (
    average_sentence,
    below_sentence,
    circled,
    overview,
    report_title,
    rounding_sentence,
)

if TYPE_CHECKING:
    from workbench.results.outcome import Outcome


def with_rules(outcome: Outcome, **changed: Any) -> Outcome:
    definition = outcome.definition
    return replace(
        outcome, definition=replace(definition, rules=replace(definition.rules, **changed))
    )


def test_the_sample_says_the_published_sentences(sample: Outcome) -> None:
    assert average_sentence(sample) == "평가점수 : 평균 75.67점"
    assert below_sentence(sample) == "재계약배제(75점 미만) : 29개 사무 중 6개 사무(20.7%)"


def test_nobody_below_the_cut_is_said_in_the_fixed_form(sample: Outcome) -> None:
    none = replace(sample, below=(), share=Decimal("0.0"))
    assert below_sentence(none) == "재계약배제(75점 미만) : 29개 사무 중 해당 없음"


def test_nothing_counted_prints_no_number(sample: Outcome) -> None:
    empty = replace(sample, counted=0, average=None, share=None, below=())
    assert average_sentence(empty) == "평가점수 : 집계된 사무가 없어 평균을 내지 않음"
    assert below_sentence(empty) == "재계약배제(75점 미만) : 집계된 사무가 없어 판정하지 않음"


@pytest.mark.parametrize(
    ("cut", "shown"), [("75.00", "75"), ("74.50", "74.5"), ("60", "60"), ("100", "100")]
)
def test_trailing_zeros_of_the_cut_go(sample: Outcome, cut: str, shown: str) -> None:
    sentence = below_sentence(with_rules(sample, cut=Decimal(cut)))
    assert sentence == f"재계약배제({shown}점 미만) : 29개 사무 중 6개 사무(20.7%)"


def test_scores_keep_their_printed_decimals(sample: Outcome) -> None:
    round_one = with_rules(replace(sample, average=Decimal("75.0")), score_places=1)
    assert average_sentence(round_one) == "평가점수 : 평균 75.0점"
    assert average_sentence(replace(sample, average=Decimal("75"))) == "평가점수 : 평균 75.00점"


def test_the_title_names_year_and_sequence_once() -> None:
    rules = Rules("민간위탁 종합성과평가", 2023, 2, Decimal(75))
    assert report_title(rules) == "2023년 제2차 민간위탁 종합성과평가 결과 보고"
    full = replace(rules, title="2023년 제2차 민간위탁 종합성과평가 결과 보고")
    assert report_title(full) == full.title


def test_the_overview_keeps_pool_and_evaluated_apart(sample: Outcome) -> None:
    lines = overview(with_rules(sample, year=2023, pool=47, period=""))
    assert "평가대상 : '23년 47개 사무 중 29개" in lines
    assert "평가내용 : 공통분야, 개별분야, 사용자 만족도 평가 (총100점)" in lines
    assert not any(line.startswith("평가기간") for line in lines)
    assert "평가대상 : 29개 사무" in overview(with_rules(sample, pool=None))


def test_each_rounding_stage_has_its_own_sentence() -> None:
    rules = Rules("평가", 2024, 1, Decimal(75))
    said = {
        rounding_sentence(replace(rules, rounding_stage=stage, score_places=places))
        for stage in RoundingStage
        for places in (0, 1, 2, 3)
    }
    assert len(said) == 12
    assert rounding_sentence(rules) == (
        "반올림 : 지표별 점수를 소수점 둘째 자리까지 반올림한 뒤 분야와 총점으로 합산"
    )


def test_numbers_are_circled_as_far_as_there_are_circles() -> None:
    assert "".join(map(circled, (1, 20, 21, 35, 36, 50, 51))) == "①⑳㉑㉟㊱㊿(51)"


def test_bands_hold_every_counted_service_once(sample: Outcome) -> None:
    bands = band_counts(sample)
    assert sum(band.count for band in bands) == 29
    assert [band.count for band in bands] == [0, 4, 19, 3, 1, 2]
    assert bands[1].name == "80점 이상 90점 미만"


def test_a_band_below_the_lowest_is_added(sample: Outcome) -> None:
    bands = band_counts(with_rules(sample, bands=(Band("우수", Decimal(80)),)))
    assert [(band.name, band.count) for band in bands] == [
        ("우수 (80점 이상)", 4),
        ("그 아래 (80점 미만)", 25),
    ]
    assert bands[0].share == Decimal("13.8")
