"""Who confirmed what, what makes that stale, and what waits: pure over an outcome."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.journal import Revision
from tests.workbench.results.rounds_by_hand import (
    COMMON,
    INDIVIDUAL,
    VERSION,
    definition,
    evaluator,
    heads,
    indicator,
    measured,
    rules,
    service,
    uid,
)
from tests.workbench.results.test_against_oracle import Dice
from workbench.definition.terms import Definition, Scale, Standing
from workbench.measures.confirmations import (
    Confirmation,
    FiguresRow,
    Stand,
    confirmable,
    confirmations,
    figures_rows,
    read_confirmation,
    unconfirmed,
    why_not,
)
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from random import Random

    from workbench.results.outcome import Outcome

LEAD = uid("lead")
I1 = measured("I1", INDIVIDUAL, "20", None)
S1 = indicator("S1", INDIVIDUAL, "10", scale=Scale.SURVEY, allow_not_applicable=True)
C1 = indicator("C1", COMMON, "30")
WHERE = service(1)
FIGURES = (
    ("E1", 1, "I1", "target", "10"),
    ("E1", 1, "I1", "actual", "8"),
    ("E1", 1, "S1", "survey_n", "20"),
    ("E1", 1, "S1", "survey_mean", "4"),
    ("E1", 1, "S1", "survey_min", "1"),
    ("E1", 1, "S1", "survey_max", "5"),
    ("E1", 1, "C1", "score", "25"),
)
PAIR = (WHERE.uid, I1.uid)


def made(standing: Standing = Standing.ASSIGNED) -> Definition:
    """E1 enters everything, E2 and Q1 may confirm; E3 is recused or has nothing to do."""
    everything = [(WHERE, row) for row in (C1, I1, S1)]
    people = [evaluator("E1", everything), evaluator("E2", []), evaluator("Q1", [])]
    given_ = [] if standing is Standing.ASSIGNED else everything
    people.append(evaluator("E3", given_, standing))
    return definition(rules(), (C1, I1, S1), [WHERE], people)


def outcome(*changed: tuple, standing: Standing = Standing.ASSIGNED) -> Outcome:
    typed = {row[:4]: row for row in (*FIGURES, *changed)}
    return compute(made(standing), heads(typed.values()))


def rows(result: Outcome, known: dict | None = None) -> dict[str, FiguresRow]:
    return {row.made.indicator.code: row for row in figures_rows(result, known or {})}


def confirmed(result: Outcome, by: str = "Q1", code: str = "I1") -> dict:
    row = rows(result)[code]
    return {row.pair: Confirmation(uid(f"e{by}"), confirmable(row.made.marks))}


def test_every_computed_indicator_has_a_row_and_no_other() -> None:
    found = rows(outcome())
    assert list(found) == ["I1", "S1"]
    assert [row.stand for row in found.values()] == [Stand.WAITING] * 2
    (one,) = found["I1"].entered
    assert one.evaluator.code == "E1"
    assert one.explained.exact == one.mark.points == 16


def test_confirmed_until_a_figure_changes() -> None:
    before = outcome()
    known = confirmed(before)
    assert rows(before, known)["I1"].stand is Stand.CONFIRMED
    assert rows(before, known)["I1"].by.code == "Q1"
    after = outcome(("E1", 1, "I1", "actual", "9"))
    assert rows(after, known)["I1"].stand is Stand.STALE
    assert rows(outcome(("E1", 1, "I1", "actual", "8")), known)["I1"].stand is Stand.CONFIRMED
    assert [row.made.indicator.code for row in unconfirmed(before, known)] == ["S1"]
    assert [row.made.indicator.code for row in unconfirmed(after, known)] == ["I1", "S1"]


def test_the_number_of_respondents_is_confirmed_too_although_it_makes_no_points() -> None:
    known = confirmed(outcome(), code="S1")
    after = outcome(("E1", 1, "S1", "survey_n", "21"))
    assert rows(after, known)["S1"].stand is Stand.STALE
    assert rows(after)["S1"].made.points == rows(outcome())["S1"].made.points


def test_a_text_beside_the_figures_leaves_the_confirmation_alone() -> None:
    known = confirmed(outcome())
    after = outcome(("E1", 1, "I1", "comment", "실적 보고서 3쪽"))
    assert rows(after, known)["I1"].stand is Stand.CONFIRMED


def test_without_all_figures_there_is_nothing_to_confirm_and_nothing_is_listed() -> None:
    known = confirmed(outcome())
    for gone in (("E1", 1, "I1", "actual", None), ("E1", 1, "I1", "target", "0")):
        after = outcome(gone)
        assert rows(after, known)["I1"].stand is Stand.OPEN
        assert [row.made.indicator.code for row in unconfirmed(after, known)] == ["S1"]
    (one,) = rows(outcome(("E1", 1, "I1", "target", "0")))["I1"].entered
    assert (one.explained.why, one.explained.exact) == ("zero_target", None)


def test_not_applicable_is_confirmed_like_a_figure() -> None:
    out = ("E1", 1, "S1", "not_applicable", "yes")
    known = confirmed(outcome(out), code="S1")
    assert rows(outcome(out), known)["S1"].stand is Stand.CONFIRMED
    (one,) = rows(outcome(out))["S1"].entered
    assert one.explained is None
    assert rows(outcome(), known)["S1"].stand is Stand.STALE  # figures again


@pytest.mark.parametrize(
    ("by", "key"),
    [("Q1", ""), ("E2", ""), ("E3", ""), ("E1", "confirm_own"), ("X9", "confirm_stranger")],
)
def test_only_a_second_person_of_the_round_may(by: str, key: str) -> None:
    result = outcome()
    assert why_not(result, rows(result)["I1"], uid(f"e{by}")) == key
    stand = rows(result, confirmed(result, by))["I1"].stand
    assert stand is (Stand.STALE if key else Stand.CONFIRMED)


def test_who_is_recused_may_not_and_what_he_confirmed_has_to_be_looked_at_again() -> None:
    before, after = outcome(), outcome(standing=Standing.CHALLENGED)
    known = confirmed(before, "E3")
    assert rows(before, known)["I1"].stand is Stand.CONFIRMED
    assert why_not(after, rows(after)["I1"], uid("eE3")) == "confirm_recused"
    assert rows(after, known)["I1"].stand is Stand.STALE


def test_what_is_stored_is_canonical_and_comes_back() -> None:
    result = outcome()
    held = confirmed(result)[PAIR]
    text = held.stored()
    assert json.loads(text) == {
        "by": uid("eQ1").hex(),
        "base": [[uid("eE1").hex(), "actual", "8"], [uid("eE1").hex(), "target", "10"]],
    }
    assert text == json.dumps(json.loads(text), separators=(",", ":"), sort_keys=True)
    cell = (LEAD, *PAIR, "confirmation")
    row = Revision(b"c" * 32, *cell, text, LEAD, LEAD, 1, VERSION, 77, b"")
    assert read_confirmation(row) == Confirmation(held.by, held.base, 77, b"c" * 32)
    assert confirmations({cell: (row,)}) == {PAIR: read_confirmation(row)}
    assert confirmations({cell: (row._replace(value=None),)}) == {}


@given(st.randoms(use_true_random=True))
def test_in_any_round_what_is_listed_is_whole_and_waits_for_a_second_person(rng: Random) -> None:
    dice = Dice(rng)
    result = compute(dice.definition, dice.heads())
    known = {}
    for row in figures_rows(result, {}):
        by = rng.choice(dice.definition.evaluators).uid
        if rng.random() < 0.7:
            base = confirmable(row.made.marks)
            known[row.pair] = Confirmation(by, base[1:] if rng.random() < 0.3 else base)
    every = figures_rows(result, known)
    listed = unconfirmed(result, known)
    for row in every:
        held = known.get(row.pair)
        is_second = held is not None and not why_not(result, row, held.by)
        is_same = held is not None and held.base == confirmable(row.made.marks)
        assert (row in listed) == (row.made.is_whole and not (is_second and is_same))
        assert (row.stand is Stand.CONFIRMED) == (row.made.is_whole and is_second and is_same)
    assert result == compute(dice.definition, dice.heads())  # a look changes no number
