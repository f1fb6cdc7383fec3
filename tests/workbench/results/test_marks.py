"""Which marks are expected and which values still mean what they meant when they were typed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.workbench.results.rounds_by_hand import (
    COMMON,
    INDIVIDUAL,
    SATISFACTION,
    VERSION,
    definition,
    evaluator,
    heads,
    indicator,
    outcome,
    rules,
    service,
    simple,
    uid,
)
from workbench.definition.terms import Formula, Level, Measure, Scale, Standing
from workbench.results.marks import expected_marks, own_recusals
from workbench.results.outcome import MarkState
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from workbench.definition.terms import Indicator
    from workbench.results.outcome import Mark

OLD = indicator("C1", COMMON, "40", step=Decimal("0.5"))
I1 = indicator("I1", INDIVIDUAL, "45")
S1 = indicator("S1", SATISFACTION, "15")
LEVELS = (Level("우수", Decimal(100)), Level("보통", Decimal(50)))


def mark_after(old: Indicator, new: Indicator, *typed: tuple[str, str]) -> Mark:
    """The mark of what was typed under ``old``, now that the definition says ``new``."""
    then, now = simple(1, old, I1, S1), simple(1, new, I1, S1)
    rows = heads([("E1", 1, "C1", field, value) for field, value in typed])
    found = compute(now, rows, {VERSION: then, b"n" * 32: now})
    return found.services[0].indicators[0].marks[0]


STILL_READ = {
    "a larger maximum": (replace(OLD, max_points=Decimal(45)), "30"),
    "a smaller maximum that still fits": (replace(OLD, max_points=Decimal(30)), "30"),
    "another name and guidance": (replace(OLD, name="다른 이름", guidance="새 안내"), "30"),
    "a finer step": (replace(OLD, step=Decimal("0.1")), "30"),
    "a coarser step that still fits": (replace(OLD, step=Decimal(5)), "30"),
}


@pytest.mark.parametrize("change", STILL_READ)
def test_a_value_that_means_the_same_still_counts(change: str) -> None:
    new, value = STILL_READ[change]
    assert mark_after(OLD, new, ("score", value)).state is MarkState.GIVEN


ENTER_AGAIN = {
    "out of range": (replace(OLD, max_points=Decimal(29)), "30"),
    "off the step": (replace(OLD, step=Decimal(4)), "30"),
    "another scale": (replace(OLD, scale=Scale.RATING), "30"),
}


@pytest.mark.parametrize("change", ENTER_AGAIN)
def test_a_value_that_means_something_else_must_be_entered_again(change: str) -> None:
    new, value = ENTER_AGAIN[change]
    mark = mark_after(OLD, new, ("score", value))
    assert (mark.state, mark.why, mark.points) == (MarkState.ENTER_AGAIN, "scale_changed", None)
    assert mark.values == (("score", "30"),)  # kept and shown


def test_a_value_to_enter_again_makes_the_service_incomplete() -> None:
    then, now = simple(1, OLD, I1, S1), simple(1, replace(OLD, scale=Scale.RATING), I1, S1)
    typed = heads([("E1", 1, code, "score", "10") for code in ("C1", "I1", "S1")])
    found = compute(now, typed, {VERSION: then, b"n" * 32: now})
    assert [row.verdict.value for row in found.services] == ["incomplete"]


def measured(formula: Formula, *parameters: tuple[str, str]) -> Indicator:
    return replace(OLD, scale=Scale.MEASURE, measure=Measure(formula, parameters))


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        (measured(Formula.ACHIEVEMENT), measured(Formula.ACHIEVEMENT), MarkState.GIVEN),
        (measured(Formula.ACHIEVEMENT), measured(Formula.ACHIEVEMENT_LOWER), MarkState.ENTER_AGAIN),
        (replace(OLD, scale=Scale.MEASURE), measured(Formula.ACHIEVEMENT), MarkState.GIVEN),
        (
            measured(Formula.MULTI_YEAR, ("rates", "50")),
            measured(Formula.MULTI_YEAR, ("rates", "60")),
            MarkState.ENTER_AGAIN,
        ),
    ],
)
def test_figures_are_read_only_under_the_formula_they_were_typed_for(
    old: Indicator, new: Indicator, state: MarkState
) -> None:
    assert mark_after(old, new, ("target", "10"), ("actual", "8")).state is state


@pytest.mark.parametrize(
    ("levels", "state"),
    [
        (LEVELS, MarkState.GIVEN),
        ((LEVELS[0], Level("보통", Decimal(40))), MarkState.ENTER_AGAIN),
        (LEVELS[:1], MarkState.ENTER_AGAIN),
        (tuple(replace(row, description="새 설명") for row in LEVELS), MarkState.GIVEN),
    ],
)
def test_a_grade_is_read_only_with_the_percents_it_had(
    levels: tuple[Level, ...], state: MarkState
) -> None:
    grade = replace(OLD, scale=Scale.GRADE, levels=LEVELS)
    assert mark_after(grade, replace(grade, levels=levels), ("score", "보통")).state is state


def test_an_indicator_new_in_this_version_reads_nothing_of_the_old() -> None:
    new = indicator("C9", COMMON, "40")
    then, now = simple(1, OLD, I1, S1), simple(1, new, I1, S1)
    found = compute(now, heads([("E1", 1, "C9", "score", "30")]), {VERSION: then})
    assert found.services[0].indicators[0].marks[0].state is MarkState.ENTER_AGAIN


def test_clearing_reads_under_every_version() -> None:
    then, now = simple(1, OLD, I1, S1), simple(1, replace(OLD, scale=Scale.RATING), I1, S1)
    found = compute(now, heads([("E1", 1, "C1", "score", None)]), {VERSION: then})
    assert found.services[0].indicators[0].marks[0].state is MarkState.EMPTY


def test_half_of_a_pair_is_empty_and_keeps_what_was_typed() -> None:
    found = outcome(simple(1, replace(OLD, scale=Scale.MEASURE)), ("E1", 1, "C1", "actual", "8"))
    mark = found.services[0].indicators[0].marks[0]
    assert (mark.state, mark.values, mark.why) == (MarkState.EMPTY, (("actual", "8"),), "")


def test_figures_that_make_no_points_say_why() -> None:
    typed = [("E1", 1, "C1", field, value) for field, value in (("target", "0"), ("actual", "8"))]
    mark = outcome(simple(1, replace(OLD, scale=Scale.MEASURE)), *typed).services[0].indicators[0]
    assert (mark.marks[0].state, mark.marks[0].why) == (MarkState.NO_POINTS, "zero_target")


TWO = [service(1), service(2)]
PAIRS = [(where, what) for where in TWO for what in (OLD, I1)]


@pytest.mark.parametrize("standing", [Standing.DISQUALIFIED, Standing.CHALLENGED, Standing.RECUSED])
def test_of_who_is_recused_no_mark_is_expected_and_his_marks_are_stray(standing: Standing) -> None:
    people = [evaluator("E1", PAIRS), evaluator("E2", PAIRS, standing)]
    made = definition(rules(), (OLD, I1), TWO, people)
    typed = [(who, 1, "C1", "score", "30") for who in ("E1", "E2")]
    found = outcome(made, *typed, ("E2", 1, "C1", "comment", "글"))
    assert {mark.evaluator for mark in found.services[0].indicators[0].marks} == {uid("eE1")}
    assert [(row.evaluator, row.field, row.value) for row in found.strays] == [
        (uid("eE2"), "score", "30")
    ]


def test_an_evaluators_own_recusal_takes_his_marks_of_that_service_out() -> None:
    made = definition(rules(), (OLD, I1), TWO, [evaluator("E1", PAIRS), evaluator("E2", PAIRS)])
    typed = heads([("E2", 1, "", "recusal", "자문 이력"), ("E2", 1, "C1", "score", "30")])
    expected = expected_marks(made, typed)
    assert expected[uid("s1"), OLD.uid] == (uid("eE1"),)
    assert expected[uid("s2"), OLD.uid] == (uid("eE1"), uid("eE2"))
    assert [row.value for row in compute(made, typed).strays] == ["30"]


def test_a_recusal_that_was_cleared_or_never_was_changes_nothing() -> None:
    made = definition(rules(), (OLD, I1), TWO, [evaluator("E1", PAIRS)])
    assert expected_marks(made, heads([("E1", 1, "", "recusal", None)])) == made.expected
    assert expected_marks(made, {}) == made.expected


def test_two_reasons_are_one_recusal_but_reason_and_none_are_unclear() -> None:
    made = definition(rules(), (OLD, I1), TWO, [evaluator("E1", PAIRS)])
    both = heads([("E1", 1, "", "recusal", "하나"), ("E1", 1, "", "recusal", "둘")])
    assert own_recusals(made, both) == ({(uid("eE1"), uid("s1"))}, set())
    unclear = heads([("E1", 1, "", "recusal", "하나"), ("E1", 1, "", "recusal", None)])
    assert own_recusals(made, unclear) == (set(), {uid("s1")})
    assert compute(made, unclear).services[0].verdict == "conflict"


def test_marks_on_what_was_reassigned_are_stray_and_come_back() -> None:
    given = [evaluator("E1", PAIRS), evaluator("E2", [])]
    typed = [("E2", 2, "C1", "score", "30")]
    found = outcome(definition(rules(), (OLD, I1), TWO, given), *typed)
    assert [(row.service, row.value) for row in found.strays] == [(uid("s2"), "30")]
    again = [evaluator("E1", []), evaluator("E2", PAIRS)]
    found = outcome(definition(rules(), (OLD, I1), TWO, again), *typed)
    assert found.strays == ()
    assert found.services[1].indicators[0].marks[0].state is MarkState.GIVEN
