"""The meeting list: what is on it, in which order, and what each entry says about the cut."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
)
from tests.workbench.rounds.small_round import WHOLE, merged, typed
from workbench.definition.terms import Aggregation
from workbench.errors import Cancelled
from workbench.results.outcome import Verdict
from workbench.results.scoring import with_points
from workbench.rounds.desk import open_round
from workbench.settling.meeting import Need, meeting_list, read_meeting

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench
    from workbench.definition.terms import Definition
    from workbench.settling.meeting import MeetingRow

C1 = indicator("C1", COMMON, "40", allow_not_applicable=True)
I1, S1 = indicator("I1", INDIVIDUAL, "45"), indicator("S1", SATISFACTION, "15")


def two_judges(
    *marks: tuple[str | None, str | None], cut: str = "75", way: Aggregation = Aggregation.MEAN
) -> tuple[MeetingRow, ...]:
    """C1 of one service each by E1 and E2; I1 makes 36 and S1 makes 9 points."""
    first = replace(C1, aggregation=way)
    services = [service(number) for number in range(1, len(marks) + 1)]
    everything = [(where, what) for where in services for what in (first, I1, S1)]
    made = definition(
        rules(cut=Decimal(cut)),
        (first, I1, S1),
        services,
        [evaluator(code, everything) for code in ("E1", "E2")],
    )
    return meeting_list(outcome(made, *_typed(marks)))


def _typed(marks: tuple[tuple[str | None, str | None], ...]):
    for number, pair in enumerate(marks, start=1):
        for who, mark in zip(("E1", "E2"), pair, strict=True):
            if mark is not None:
                field = "not_applicable" if mark == "yes" else "score"
                yield who, number, "C1", field, mark
            yield who, number, "I1", "score", "36"
            yield who, number, "S1", "score", "9"


def order(rows: tuple[MeetingRow, ...]) -> list[int]:
    return [row.service.service.number for row in rows]


def test_equal_marks_are_nothing_to_talk_about() -> None:
    assert two_judges(("30", "30")) == ()


def test_the_effect_is_one_exactly_where_the_verdict_hangs_on_the_choice() -> None:
    # with 45 points elsewhere, C1 has to make 30 for a total of 75
    rows = {
        order((row,))[0]: row for row in two_judges(("29.99", "30"), ("30", "31"), ("28", "29"))
    }
    assert rows[1].effect == 1
    assert rows[1].low.verdict is Verdict.BELOW
    assert rows[1].high.verdict is Verdict.PASS
    # 75.00 and 76.00: lost by one hundredth more
    assert rows[2].effect == Fraction(100, 101)
    # 73.00 and 74.00: one point short
    assert rows[3].effect == Fraction(1, 2)
    assert [number for number, row in rows.items() if row.decides] == [1]


def test_disagreement_is_a_part_of_the_maximum() -> None:
    (row,) = two_judges(("20", "30"))
    assert (row.spread, row.disagreement) == (10, Fraction(1, 4))
    assert row.weight == Fraction(1, 4)


def test_the_larger_product_comes_first() -> None:
    # 1: flips, 2/40 apart; 2: flips, 20/40; 3: 10/40 far from the cut
    assert order(two_judges(("29", "31"), ("15", "35"), ("2", "12"))) == [2, 3, 1]


def test_equal_products_come_by_number() -> None:
    assert order(two_judges(("29", "31"), ("29", "31"))) == [1, 2]


def test_mixtures_come_before_what_differs() -> None:
    rows = two_judges(("10", "40"), ("30", "yes"))
    assert [(row.need, *order((row,))) for row in rows] == [(Need.OPEN, 2), (Need.DIFFERS, 1)]
    assert rows[0].low.total == Decimal("75.00")  # as if the one figure were agreed on


def test_not_applicable_is_one_of_the_choices_of_a_mixture() -> None:
    only = service(1)
    first = replace(C1, max_points=Decimal(10))
    second = indicator("C2", COMMON, "30")
    everything = [(only, what) for what in (first, second, I1, S1)]
    made = definition(
        rules(),
        (first, second, I1, S1),
        [only],
        [evaluator(code, everything) for code in ("E1", "E2")],
    )
    others = [
        (who, 1, code, "score", mark)
        for who in ("E1", "E2")
        for code, mark in (("C2", "24"), ("I1", "36"), ("S1", "9"))
    ]
    mixed = [("E1", 1, "C1", "score", "5"), ("E2", 1, "C1", "not_applicable", "yes")]
    (row,) = meeting_list(outcome(made, *others, *mixed))
    # 24 + 5 + 45, or 24 × 40 / 30 + 45
    assert (row.low.total, row.high.total) == (Decimal("74.00"), Decimal("77.00"))
    assert row.decides


def test_consensus_waits_even_where_all_say_the_same() -> None:
    (row,) = two_judges(("30", "30"), way=Aggregation.CONSENSUS)
    assert (row.need, row.low.total) == (Need.OPEN, Decimal("75.00"))


def test_a_service_that_lacks_something_else_has_no_effect_yet() -> None:
    services = [service(1)]
    everything = [(services[0], what) for what in (C1, I1, S1)]
    made = definition(
        rules(), (C1, I1, S1), services, [evaluator(code, everything) for code in ("E1", "E2")]
    )
    (row,) = meeting_list(
        outcome(made, ("E1", 1, "C1", "score", "20"), ("E2", 1, "C1", "score", "30"))
    )
    assert (row.effect, row.weight, row.decides) == (None, 0, False)


def test_reading_it_can_be_stopped_and_brings_the_comments(bench: Bench) -> None:
    for code, score in (("E1", "30"), ("E2", "20")):
        typed(bench.books[code], *WHOLE, (1, "C1", "score", score))
    typed(bench.books["E2"], (1, "C1", "comment", "근거 부족"))
    merged(bench.round, *bench.books.values())

    def stop(*_: object) -> None:
        raise Cancelled

    with open_round(bench.round, read_only=True) as desk:
        meeting = read_meeting(desk)
        with pytest.raises(Cancelled):
            read_meeting(desk, progress=stop)
    (row,) = meeting.rows
    assert meeting.comments[bench.owner("E2"), *row.pair] == "근거 부족"
    assert meeting.agreed == ()


def _one_service(first: Decimal) -> tuple[Definition, tuple[tuple[str, int, str, str, str], ...]]:
    only = service(1)
    made = definition(
        rules(), (C1, I1, S1), [only], [evaluator("E1", [(only, C1), (only, I1), (only, S1)])]
    )
    marks = (("C1", f"{first:f}"), ("I1", "36"), ("S1", "9"))
    return made, tuple(("E1", 1, code, "score", mark) for code, mark in marks)


@given(st.integers(0, 4000), st.integers(0, 4000))
def test_with_points_is_what_typing_them_would_make(before: int, after: int) -> None:
    old, new = Decimal(before) / 100, Decimal(after) / 100
    made, was = _one_service(old)
    _, would_be = _one_service(new)
    row = outcome(made, *was).services[0]
    told = with_points(made, row, C1.uid, Fraction(new))
    real = outcome(made, *would_be).services[0]
    assert (told.total, told.verdict, told.sections) == (real.total, real.verdict, real.sections)
