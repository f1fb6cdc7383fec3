"""From points to sections, totals, ranks and verdicts, by cases worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.workbench.results.rounds_by_hand import (
    COMMON,
    INDIVIDUAL,
    SATISFACTION,
    definition,
    evaluator,
    indicator,
    outcome,
    rules,
    service,
    simple,
)
from workbench.definition.terms import Aggregation, RoundingStage, Scale
from workbench.results.outcome import MarkState, Outcome, PointState

C1 = indicator("C1", COMMON, "40")
I1 = indicator("I1", INDIVIDUAL, "45")
S1 = indicator("S1", SATISFACTION, "15")
WHOLE = (C1, I1, S1)


def marks(who: str, number: int, *scores: str) -> list[tuple[str, int, str, str, str]]:
    codes = ("C1", "I1", "S1")
    return [(who, number, code, "score", score) for code, score in zip(codes, scores, strict=True)]


def verdicts(found: Outcome) -> list[str]:
    return [row.verdict.value for row in found.services]


def total(found: Outcome) -> str:
    return str(found.services[0].total)


def test_a_service_is_the_sum_of_its_sections() -> None:
    found = outcome(simple(1, *WHOLE), *marks("E1", 1, "30.5", "40.25", "10"))
    (row,) = found.services
    assert {str(code): str(points) for code, points in row.sections.items()} == {
        "common": "30.50",
        "individual": "40.25",
        "satisfaction": "10.00",
    }
    assert total(found) == "80.75"
    assert (str(found.average), found.counted, found.below, str(found.share)) == (
        "80.75",
        1,
        (),
        "0.0",
    )


@pytest.mark.parametrize(
    ("third", "verdict"), [("5", "pass"), ("4.99", "below"), ("5.01", "pass"), ("0", "below")]
)
def test_exactly_the_cut_passes(third: str, verdict: str) -> None:
    found = outcome(simple(1, *WHOLE), *marks("E1", 1, "30", "40", third))
    assert verdicts(found) == [verdict]


def test_the_printed_total_decides_and_not_the_exact_one() -> None:
    two = [
        *marks("E1", 1, "30", "40", "4.99"),
        *marks("E2", 1, "30", "40", "5"),
    ]  # 74.995 is printed as 75.00
    found = outcome(simple(2, *WHOLE), *two)
    assert (total(found), verdicts(found)) == ("75.00", ["pass"])


@pytest.mark.parametrize(
    ("stage", "sections", "wanted"),
    [
        (RoundingStage.INDICATOR, ["1.01", "1.01", "1.01"], "3.03"),
        (RoundingStage.SECTION, ["1.01", "1.01", "1.01"], "3.03"),
        (RoundingStage.TOTAL, ["1.01", "1.01", "1.01"], "3.02"),
    ],
)
def test_halves_are_rounded_once_at_the_stage_of_the_round(
    stage: RoundingStage, sections: list[str], wanted: str
) -> None:
    typed = marks("E1", 1, "1", "1", "1") + marks("E2", 1, "1.01", "1.01", "1.01")  # 1.005 each
    found = outcome(simple(2, *WHOLE, rounding_stage=stage), *typed)
    assert [str(points) for points in found.services[0].sections.values()] == sections
    assert total(found) == wanted


def test_within_a_section_the_stage_decides_when_halves_are_rounded() -> None:
    pair = (indicator("C1", COMMON, "20"), indicator("C2", COMMON, "20"), I1, S1)
    typed = [
        ("E1", 1, code, "score", score)
        for code, score in (("C1", "1"), ("C2", "1"), ("I1", "0"), ("S1", "0"))
    ] + [
        ("E2", 1, code, "score", score)
        for code, score in (("C1", "1.01"), ("C2", "1.01"), ("I1", "0"), ("S1", "0"))
    ]
    printed = {
        stage: total(outcome(simple(2, *pair, rounding_stage=stage), *typed))
        for stage in RoundingStage
    }
    assert printed == {"indicator": "2.02", "section": "2.01", "total": "2.01"}


def ranked(*totals: str) -> Outcome:
    rows = [row for at, one in enumerate(totals, 1) for row in marks("E1", at, one, "0", "0")]
    return outcome(simple(1, *WHOLE, count=len(totals), cut=Decimal(20)), *rows)


def test_equal_printed_totals_share_a_rank_and_the_next_is_skipped() -> None:
    found = ranked("20", "30", "30", "40", "10", "10", "10", "5")
    assert [row.rank for row in found.services] == [4, 2, 2, 1, 5, 5, 5, 8]
    assert found.below == (5, 6, 7, 8)
    assert str(found.share) == "50.0"


def test_totals_that_differ_only_behind_the_printed_places_share_a_rank() -> None:
    two = [
        *marks("E1", 1, "30", "0", "0"),
        *marks("E2", 1, "30.01", "0", "0"),
        *marks("E1", 2, "30.01", "0", "0"),
        *marks("E2", 2, "30.01", "0", "0"),
    ]
    found = outcome(simple(2, *WHOLE, count=2), *two)
    assert [str(row.total) for row in found.services] == ["30.01", "30.01"]
    assert [row.rank for row in found.services] == [1, 1]


def test_the_average_is_that_of_the_printed_totals_rounded_once() -> None:
    found = ranked("30", "30", "30.01")  # 30.00333…
    assert str(found.average) == "30.00"
    assert str(ranked("30", "30.01").average) == "30.01"  # 30.005


def test_the_share_counts_those_that_count() -> None:
    found = ranked(*["30"] * 23, *["10"] * 6)
    assert (found.counted, len(found.below), str(found.share)) == (29, 6, "20.7")


def test_nothing_counted_has_neither_average_nor_share() -> None:
    found = outcome(simple(1, *WHOLE))
    assert (found.counted, found.average, found.share, found.below) == (0, None, None, ())
    assert verdicts(found) == ["incomplete"]


@pytest.mark.parametrize("places", [0, 1, 3, 4])
def test_the_round_says_to_how_many_places(places: int) -> None:
    found = outcome(simple(1, *WHOLE, score_places=places), *marks("E1", 1, "30.55", "40", "0"))
    wanted = {0: "71", 1: "70.6", 3: "70.550", 4: "70.5500"}[places]
    assert total(found) == wanted


def test_blank_is_not_zero() -> None:
    assert verdicts(outcome(simple(1, *WHOLE), *marks("E1", 1, "40", "45", "0"))) == ["pass"]
    assert verdicts(outcome(simple(1, *WHOLE), *marks("E1", 1, "40", "45", "0")[:2])) == [
        "incomplete"
    ]


@pytest.mark.parametrize("way", [way for way in Aggregation if way is not Aggregation.SINGLE])
def test_one_missing_mark_makes_a_service_incomplete_whatever_the_aggregation(
    way: Aggregation,
) -> None:
    rows = tuple(
        indicator(row.code, row.section, str(row.max_points), aggregation=way) for row in WHOLE
    )
    typed = [row for who in range(1, 7) for row in marks(f"E{who}", 1, "30", "40", "10")]
    found = outcome(simple(6, *rows), *typed[:-1])
    assert verdicts(found) == ["incomplete"]
    whole = "incomplete" if way is Aggregation.CONSENSUS else "pass"
    assert verdicts(outcome(simple(6, *rows), *typed)) == [whole]


def test_a_book_that_never_came_is_holes_of_every_service() -> None:
    found = outcome(simple(2, *WHOLE, count=2), *marks("E1", 1, "30", "40", "10"))
    states = {
        mark.state
        for row in found.services
        for one in row.indicators
        for mark in one.marks
        if mark.evaluator.startswith(b"eE2")
    }
    assert states == {MarkState.EMPTY}


def test_an_indicator_left_to_nobody_is_a_hole_of_its_own_kind() -> None:
    where = service(1)
    made = definition(rules(), WHOLE, [where], [evaluator("E1", [(where, C1), (where, I1)])])
    found = outcome(made, *marks("E1", 1, "40", "45", "15")[:2])
    assert verdicts(found) == ["incomplete"]
    assert [one.state for one in found.services[0].indicators][-1] is PointState.UNASSIGNED


def test_an_exempt_service_stands_apart_with_everything_it_was_given() -> None:
    services = [service(1, exempt=True, reason="1년 미만"), service(2)]
    pairs = [(where, what) for where in services for what in WHOLE]
    made = definition(rules(), WHOLE, services, [evaluator("E1", pairs)])
    found = outcome(made, *marks("E1", 1, "0", "0", "0"), *marks("E1", 2, "40", "45", "15"))
    assert verdicts(found) == ["exempt", "pass"]
    assert (found.services[0].total, found.services[0].rank) == (None, None)
    assert (found.counted, str(found.average)) == (1, "100.00")


def test_a_conflict_is_said_before_a_hole_and_an_exemption_before_both() -> None:
    double = [("E1", 1, "C1", "score", "30"), ("E1", 1, "C1", "score", "31")]
    assert verdicts(outcome(simple(1, *WHOLE), *double)) == ["conflict"]
    assert verdicts(outcome(simple(1, *WHOLE), *double[:1])) == ["incomplete"]
    where = service(1, exempt=True)
    made = definition(rules(), WHOLE, [where], [evaluator("E1", [(where, C1)])])
    assert verdicts(outcome(made, *double)) == ["exempt"]


def test_equal_values_of_two_heads_are_no_conflict() -> None:
    twice = marks("E1", 1, "30", "40", "10") * 2
    assert verdicts(outcome(simple(1, *WHOLE), *twice)) == ["pass"]


def test_a_conflict_in_a_text_or_a_number_of_respondents_leaves_the_verdict() -> None:
    survey = indicator("S1", SATISFACTION, "15", scale=Scale.SURVEY)
    typed = [
        *marks("E1", 1, "40", "45", "0")[:2],
        ("E1", 1, "S1", "survey_mean", "3"),
        ("E1", 1, "S1", "survey_min", "1"),
        ("E1", 1, "S1", "survey_max", "5"),
        ("E1", 1, "S1", "survey_n", "20"),
        ("E1", 1, "S1", "survey_n", "21"),
        ("E1", 1, "C1", "comment", "하나"),
        ("E1", 1, "C1", "comment", "둘"),
    ]
    found = outcome(simple(1, C1, I1, survey), *typed)
    assert verdicts(found) == ["pass"]
    assert total(found) == "92.50"


def test_nobody_below_says_zero_percent() -> None:
    found = ranked("30", "40")
    assert (found.below, str(found.share)) == ((), "0.0")
