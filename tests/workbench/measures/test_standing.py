"""The second look beside a result at hand: the same as read anew, and what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import merged, sealed, typed
from workbench.errors import InputError
from workbench.measures.confirmations import Stand
from workbench.measures.confirming import confirm_figures, drop_confirmation, read_figures
from workbench.measures.standing import Changed, changed_since, confirm_seen, figures_beside
from workbench.rounds.desk import open_round
from workbench.sentences import sentence_of

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench, Typed
    from workbench.measures.confirmations import FiguresRow


def confirmed(bench: Bench, *codes: str, number: int = 1) -> None:
    with open_round(bench.round) as desk:
        pairs = [(bench.service(number), bench.indicator(code)) for code in codes]
        confirm_figures(desk, pairs, bench.owner("Q1"))


def entered(bench: Bench, *rows: Typed) -> None:
    typed(bench.books["E2"], *rows)
    sealed(bench.books["E2"])
    merged(bench.round, bench.books["E2"])


def row_of(bench: Bench, code: str, number: int = 1) -> FiguresRow:
    with open_round(bench.round, read_only=True) as desk:
        rows = figures_beside(desk, desk.outcome()).rows
    pair = bench.service(number), bench.indicator(code)
    return next(row for row in rows if row.pair == pair)


def test_it_is_what_reading_everything_anew_says(measured: Bench) -> None:
    confirmed(measured, "I1", "S1")
    confirmed(measured, "I1", number=2)
    entered(measured, (2, "I1", "actual", "9"))
    with open_round(measured.round) as desk:
        drop_confirmation(desk, [(measured.service(1), measured.indicator("S1"))], "잘못 봄")
        beside, anew = figures_beside(desk, desk.outcome()), read_figures(desk)
    assert beside == anew
    stands = [row.stand for row in beside.rows]
    assert (stands.count(Stand.CONFIRMED), stands.count(Stand.STALE)) == (1, 1)


def test_what_nobody_confirmed_did_not_change(measured: Bench) -> None:
    assert changed_since(row_of(measured, "I1")) == ()


def test_the_figures_that_changed_are_told_before_and_now(measured: Bench) -> None:
    confirmed(measured, "I1", "S1")
    assert changed_since(row_of(measured, "I1")) == ()
    entered(measured, (1, "I1", "actual", "9.5"), (1, "S1", "survey_n", "21"))
    by = measured.owner("E2")
    assert changed_since(row_of(measured, "I1")) == (Changed(by, "actual", "8", "9.5"),)
    assert changed_since(row_of(measured, "S1")) == (Changed(by, "survey_n", "20", "21"),)


def test_a_figure_that_was_taken_away_is_told_as_gone(measured: Bench) -> None:
    confirmed(measured, "I1")
    entered(measured, (1, "I1", "actual", ""))
    row = row_of(measured, "I1")
    by = measured.owner("E2")
    assert row.stand is Stand.OPEN  # half of a pair is no figures yet
    assert [(one.evaluator, one.now) for one in changed_since(row)] == [(by, None), (by, None)]


def test_only_what_was_seen_is_confirmed(measured: Bench) -> None:
    seen, other = row_of(measured, "I1"), row_of(measured, "S1")
    entered(measured, (1, "I1", "actual", "9"))
    before = measured.round.read_bytes()
    with open_round(measured.round) as desk, pytest.raises(InputError) as refusal:
        confirm_seen(desk, [other, seen], measured.owner("Q1"))
    assert refusal.value.key == "confirm_changed"
    assert "I1" in sentence_of(refusal.value, "ko")
    assert measured.round.read_bytes() == before
    present = row_of(measured, "I1")
    with open_round(measured.round) as desk:
        written = confirm_seen(desk, [other, present], measured.owner("Q1"))
    assert written == (other.pair, seen.pair)
    assert row_of(measured, "I1").stand is Stand.CONFIRMED
