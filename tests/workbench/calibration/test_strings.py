"""Strings of equal marks: in a row, over services, between services and between evaluators."""

from __future__ import annotations

from fractions import Fraction

from tests.workbench.calibration.judging_round import (
    CODES,
    calibrated,
    judged,
    person,
    place,
)
from workbench.calibration.given import cells_of, given_marks, shared
from workbench.calibration.strings import (
    EqualEvaluators,
    EqualServices,
    LevelRun,
    equal_evaluators,
    equal_services,
    level_in_services,
    level_over_services,
)

LADDER = ("1", "2", "3", "4", "5", "6", "7", "8")


def row(who: str, number: int, *scores: str) -> dict[tuple[str, int, str], str]:
    return {(who, number, code): score for code, score in zip(CODES, scores, strict=False) if score}


def test_six_in_rubric_order_are_a_run_and_five_are_not() -> None:
    marks = row("E1", 1, "3", "8", "8", "8", "8", "8", "8", "9")
    marks |= row("E1", 2, "3", "8", "8", "8", "8", "8", "7", "8")
    found = list(level_in_services(given_marks(judged(1, 2, marks))))
    assert found == [LevelRun(person("E1"), (place(1),), tuple("BCDEFG"), Fraction(80))]
    assert found[0].length == 6


def test_what_he_does_not_score_breaks_no_run() -> None:
    found = list(level_in_services(given_marks(judged(1, 1, row("E1", 1, *"555", "", *"5555")))))
    assert [run.codes for run in found] == [tuple("ABCEFGH")]


def test_evaluators_and_services_are_no_one_run() -> None:
    marks = row("E1", 1, *"5555") | row("E2", 1, "", "", "", "", *"5555") | row("E1", 2, *"555")
    assert list(level_in_services(given_marks(judged(2, 2, marks)))) == []


def test_eight_services_in_a_row_are_a_run() -> None:
    scores = ["9", *["7"] * 8, "9", *["7"] * 7]
    marks = {("E1", at, "A"): score for at, score in enumerate(scores, start=1)}
    found = list(level_over_services(given_marks(judged(1, len(scores), marks))))
    assert found == [
        LevelRun(person("E1"), tuple(place(at) for at in range(2, 10)), ("A",), Fraction(70))
    ]


def test_equal_services_of_one_evaluator_stand_together() -> None:
    marks = row("E1", 1, *LADDER) | row("E1", 2, *LADDER[::-1]) | row("E1", 4, *LADDER)
    marks |= row("E1", 3, *LADDER[:7]) | row("E2", 2, *LADDER)
    found = list(equal_services(given_marks(judged(2, 4, marks))))
    assert found == [EqualServices(person("E1"), (place(1), place(4)), CODES)]


def test_three_equal_indicators_say_nothing() -> None:
    marks = row("E1", 1, *LADDER[:3]) | row("E1", 2, *LADDER[:3]) | row("E2", 1, *LADDER[:3])
    outcome = judged(2, 2, marks)
    assert list(equal_services(given_marks(outcome))) == []
    common = shared(cells_of(given_marks(outcome)))
    assert list(equal_evaluators(outcome.definition, common)) == []


def test_two_evaluators_with_equal_services() -> None:
    marks = row("E1", 1, *LADDER) | row("E3", 1, "", *LADDER[1:])  # all that both scored
    marks |= row("E1", 2, *LADDER) | row("E3", 2, *LADDER[:7], "9")
    marks |= row("E1", 3, *LADDER[:4]) | row("E3", 3, *LADDER[:4])
    outcome = judged(3, 3, marks)
    common = shared(cells_of(given_marks(outcome)))
    found = list(equal_evaluators(outcome.definition, common))
    assert found == [EqualEvaluators((person("E1"), person("E3")), (place(1), place(3)), 7 + 4)]


def test_a_varied_round_raises_none_of_them() -> None:
    marks = row("E1", 1, *LADDER) | row("E2", 1, *LADDER[1::-1], *LADDER[2:])
    marks |= row("E1", 2, *LADDER[::-1])
    assert calibrated(2, 2, marks).questions == ()
