"""What a mark tells beside its points: every value that stands, whose it is, and which heads."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.journal import Revision
from tests.workbench.results.rounds_by_hand import (
    COMMON,
    INDIVIDUAL,
    SATISFACTION,
    VERSION,
    heads,
    indicator,
    simple,
    uid,
)
from workbench.definition.terms import Formula, Level, Measure, Scale
from workbench.errors import Cancelled
from workbench.results.marks import MarkReader, has_recused, own_recusals
from workbench.results.outcome import MarkState, PointState, Verdict
from workbench.results.scoring import compute
from workbench.results.wording import Worded

if TYPE_CHECKING:
    from fractions import Fraction

    from workbench.definition.terms import Definition, Indicator
    from workbench.results.mark_sequence import MarkSequence
    from workbench.results.outcome import Mark

LEAD = uid("lead")
OLD, NEW = VERSION, b"n" * 32
POINTS = indicator("C1", COMMON, "40")
RATED = replace(POINTS, scale=Scale.RATING)
MEASURED = replace(POINTS, scale=Scale.MEASURE)
SURVEYED = replace(
    POINTS,
    scale=Scale.SURVEY,
    measure=Measure(Formula.SURVEY_LINEAR, (("min", "1"), ("max", "5"))),
)
I1 = indicator("I1", INDIVIDUAL, "45")
S1 = indicator("S1", SATISFACTION, "15")
FIRST, SECOND = uid("eE1"), uid("eE2")


def row(
    at: int,
    value: str | None,
    field: str = "score",
    author: bytes = FIRST,
    version: bytes = OLD,
    owner: bytes = FIRST,
) -> Revision:
    cell = owner, uid("s1"), uid("iC1"), field
    return Revision(at.to_bytes(32), *cell, value, author, b"r" * 16, at, version, 0, b"")


def laid_out(*rows: Revision) -> dict[Any, tuple[Revision, ...]]:
    found: dict[Any, tuple[Revision, ...]] = {}
    for one in rows:
        found[one.cell] = (*found.get(one.cell, ()), one)
    return found


def read(
    now: Indicator, *rows: Revision, under: Indicator | None = None, team: int = 1
) -> MarkSequence:
    """The marks of C1 as the result has them; each must be the one that a book shows."""
    made = simple(team, now, I1, S1)
    versions = {NEW: made} | ({OLD: simple(team, under, I1, S1)} if under else {})
    heads_ = laid_out(*rows)
    found = compute(made, heads_, versions).services[0].indicators[0].marks
    alone = MarkReader(heads_, versions)
    for mark in found:
        again = alone.mark(mark.evaluator, uid("s1"), now)
        assert (mark, mark.origins) == (again, again.origins)
    return found


def first(now: Indicator, *rows: Revision, under: Indicator | None = None) -> Mark:
    return read(now, *rows, under=under)[0]


def origin(*rows: Revision) -> tuple[tuple[bytes, bytes], ...]:
    return tuple((one.id, one.author) for one in rows)


def test_every_value_of_a_scale_that_is_no_more_is_told_with_its_own_heads() -> None:
    rows = row(1, "9"), row(2, "30"), row(3, None), row(4, "9")
    mark = first(MEASURED, *rows, under=POINTS)
    assert (mark.state, mark.why) == (MarkState.ENTER_AGAIN, "scale_changed")
    assert mark.values == (("score", "30"), ("score", "9"))
    assert mark.origins == (origin(rows[1]), origin(rows[0], rows[3]))


def test_figures_of_a_scale_that_is_no_more_are_told_in_the_order_of_their_names() -> None:
    rows = row(1, "10", "target"), row(2, "8", "actual"), row(3, "4", "survey_mean")
    mark = first(POINTS, *rows, under=MEASURED)
    assert mark.values == (("actual", "8"), ("survey_mean", "4"), ("target", "10"))
    assert mark.state is MarkState.ENTER_AGAIN


def test_what_another_scale_held_is_not_asked_once_the_present_one_holds_something() -> None:
    rows = row(1, "10", "target"), row(2, "8", "actual"), row(3, "30", version=NEW)
    mark = first(POINTS, *rows, under=MEASURED)
    assert (mark.state, mark.values, mark.points) == (MarkState.GIVEN, (("score", "30"),), 30)


def test_a_cleared_field_of_the_present_scale_still_shows_what_another_held() -> None:
    rows = row(1, "10", "target"), row(2, None, version=NEW)
    mark = first(POINTS, *rows, under=MEASURED)
    assert (mark.state, mark.values) == (MarkState.ENTER_AGAIN, (("target", "10"),))


def test_what_another_scale_held_is_not_told_beside_a_number_of_respondents_or_a_conflict() -> None:
    before = row(1, "30")
    mark = first(SURVEYED, before, row(2, "20", "survey_n", version=NEW), under=POINTS)
    assert (mark.state, mark.values) == (MarkState.EMPTY, (("survey_n", "20"),))
    differing = row(2, "3", "survey_mean", version=NEW), row(3, "4", "survey_mean", version=NEW)
    mark = first(SURVEYED, before, *differing, under=POINTS)
    assert (mark.state, mark.values) == (MarkState.CONFLICT, ())


def test_a_conflict_is_said_of_the_field_in_which_heads_differ() -> None:
    both = [row(1, "30"), row(2, "31")]
    mark = first(POINTS, *both)
    assert (mark.state, mark.values, mark.points, mark.why) == (MarkState.CONFLICT, (), None, "")
    figures = [row(1, "10", "target"), row(2, "8", "actual"), row(3, "9", "actual")]
    mark = first(MEASURED, *figures)
    assert (mark.state, mark.values) == (MarkState.CONFLICT, (("target", "10"),))
    refused = [row(1, "yes", "not_applicable"), *figures[1:]]
    assert first(MEASURED, *refused).state is MarkState.CONFLICT


def test_a_conflict_about_a_cleared_value_is_one_and_equal_values_are_none() -> None:
    assert first(POINTS, row(1, "30"), row(2, None)).state is MarkState.CONFLICT
    mark = first(POINTS, row(2, "30"), row(1, "30"))
    assert (mark.state, mark.points, mark.why) == (MarkState.GIVEN, 30, "")
    assert mark.origins == (origin(row(1, "30"), row(2, "30")),)


def test_only_a_conflict_in_what_makes_points_counts() -> None:
    figures = [row(1, "3", "survey_mean"), row(2, "20", "survey_n"), row(3, "21", "survey_n")]
    mark = first(SURVEYED, *figures)
    assert (mark.state, mark.points) == (MarkState.GIVEN, 20)
    assert mark.values == (("survey_mean", "3"),)


def test_one_head_typed_under_the_present_rule_is_enough_to_read_a_value() -> None:
    rows = row(1, "30", version=OLD), row(2, "30", version=NEW)
    assert first(RATED, *rows, under=POINTS).state is MarkState.GIVEN
    assert first(RATED, rows[0], under=POINTS).state is MarkState.ENTER_AGAIN


def test_a_version_that_is_not_at_hand_reads_like_the_present() -> None:
    mark = first(RATED, row(1, "30", version=b"?" * 32), under=POINTS)
    assert (mark.state, mark.points) == (MarkState.GIVEN, 12)


@pytest.mark.parametrize(
    ("allowed", "state"), [(True, MarkState.NOT_APPLICABLE), (False, MarkState.ENTER_AGAIN)]
)
def test_not_applicable_wins_over_a_figure_and_stands_first(
    allowed: bool, state: MarkState
) -> None:
    rows = row(1, "30"), row(2, "yes", "not_applicable")
    mark = first(replace(POINTS, allow_not_applicable=allowed), *rows)
    assert (mark.state, mark.points, mark.why) == (state, None, "")
    assert mark.values == (("not_applicable", "yes"), ("score", "30"))
    assert mark.origins == (origin(rows[1]), origin(rows[0]))


def test_not_applicable_is_read_under_every_rule() -> None:
    open_ = replace(RATED, allow_not_applicable=True)
    mark = first(open_, row(1, "yes", "not_applicable"), under=POINTS)
    assert mark.state is MarkState.NOT_APPLICABLE


def test_a_field_is_settled_where_no_head_is_the_evaluators_own() -> None:
    rows = row(1, "10", "target"), row(2, "8", "actual", author=LEAD)
    assert first(MEASURED, *rows).settled == ("actual",)
    both = *rows, row(3, "8", "actual")
    assert first(MEASURED, *both).settled == ()
    assert first(POINTS, row(1, "30", author=LEAD)).settled == ("score",)
    assert first(POINTS, row(1, None, author=LEAD)).settled == ()


LEVELS = (Level("우수", Decimal(100)), Level("보통", Decimal(50)))
GRADED = replace(POINTS, scale=Scale.GRADE, levels=LEVELS)
TYPED = st.tuples(
    st.sampled_from(["30", "30.5", "0", "41", "우수", "가", None]),
    st.sampled_from([OLD, NEW, b"?" * 32]),
    st.sampled_from([None, LEAD]),
)


@given(
    st.sampled_from([POINTS, RATED, GRADED, MEASURED]),
    st.sampled_from([POINTS, RATED, GRADED, replace(POINTS, max_points=Decimal(41))]),
    st.lists(st.lists(TYPED, max_size=2), min_size=2, max_size=5),
    st.sets(st.integers(0, 4)),
)
def test_marks_read_together_are_those_read_one_by_one(
    then: Indicator, now: Indicator, typed: list[list[tuple]], refused: set[int]
) -> None:
    rows = []
    for at, values in enumerate(typed):
        owner = uid(f"eE{at + 1}")
        for value, version, author in values:
            rows.append(row(len(rows) + 1, value, "score", author or owner, version, owner))
        if at in refused and values:
            rows.append(row(len(rows) + 1, "yes", "not_applicable", owner, NEW, owner))
    marks = read(now, *rows, under=then, team=len(typed))  # `read` compares them
    assert [mark.evaluator for mark in marks] == [uid(f"eE{at + 1}") for at in range(len(typed))]


def test_equal_values_of_two_people_share_nothing_but_the_value() -> None:
    rows = row(1, "30"), row(2, "30", author=LEAD, owner=SECOND)
    one, other = read(POINTS, *rows, team=2)
    assert (one.evaluator, one.settled, one.origins) == (FIRST, (), (origin(rows[0]),))
    assert (other.evaluator, other.settled) == (SECOND, ("score",))
    assert (other.points, other.origins) == (30, (origin(rows[1]),))


def indicator_state(made: Definition, *rows: Revision) -> tuple[PointState, Fraction | None]:
    found = compute(made, laid_out(*rows)).services[0].indicators[0]
    return found.state, found.exact


def test_yes_beside_a_half_typed_pair_is_a_mixture_and_beside_nothing_a_hole() -> None:
    made = simple(2, replace(MEASURED, allow_not_applicable=True), I1, S1)
    yes = row(1, "yes", "not_applicable")
    assert indicator_state(made, yes) == (PointState.INCOMPLETE, None)
    half = row(2, "8", "actual", author=SECOND, owner=SECOND)
    assert indicator_state(made, yes, half) == (PointState.CONFLICT, None)
    other = row(3, "yes", "not_applicable", author=SECOND, owner=SECOND)
    assert indicator_state(made, yes, other) == (PointState.OUT, None)


def test_a_book_reads_its_own_heads_without_any_version() -> None:
    made = simple(1, POINTS, I1, S1)
    found = compute(made, heads([("E1", 1, "C1", "score", "30.01")]))
    assert found.services[0].verdict is Verdict.INCOMPLETE
    assert found.services[0].indicators[0].points == Decimal("30.01")


def test_a_recusal_that_was_taken_back_is_none_and_two_reasons_are_one() -> None:
    made = simple(2, POINTS, I1, S1)
    back = heads([("E1", 1, "", "recusal", None)])
    assert own_recusals(made, back) == (set(), set())
    assert own_recusals(made, {}) == (set(), set())
    other = heads([("E2", 1, "", "recusal", "자문"), ("E1", 1, "", "recusal", None)])
    assert own_recusals(made, other) == ({(SECOND, uid("s1"))}, set())
    service = uid("s1")
    assert has_recused(other, SECOND, service) is True
    assert has_recused(other, FIRST, service) is False
    differ = heads([("E1", 1, "", "recusal", "하나"), ("E1", 1, "", "recusal", None)])
    assert has_recused(differ, FIRST, service) is None


def test_what_is_listed_beside_the_totals_is_all_that_was_written() -> None:
    made = simple(2, POINTS, I1, S1)
    typed = heads(
        [
            ("E1", 1, "", "recusal", "자문 이력"),
            ("E1", 1, "C1", "score", "30"),
            ("E2", 1, "", "opinion", "의견"),
        ]
    )
    passage = LEAD, uid("s1"), uid("p1"), "wording"
    text = Worded("achievement", 1, "최종 문구", ()).stored()
    typed[passage] = (Revision(b"p" * 32, *passage, text, LEAD, LEAD, 1, VERSION, 0, b""),)
    found = compute(made, typed)
    assert [(one.evaluator, one.value) for one in found.strays] == [(FIRST, "30")]
    assert [(one.evaluator, one.reason) for one in found.recusals] == [(FIRST, "자문 이력")]
    assert [(one.evaluator, one.text) for one in found.findings] == [(SECOND, "의견")]
    assert [one.text for one in found.passages] == ["최종 문구"]
    assert found.definition is made


def test_the_pulse_is_felt_at_every_service_and_what_it_raises_ends_the_work() -> None:
    made = simple(1, POINTS, I1, S1, count=3)
    felt: list[int] = []
    compute(made, {}, pulse=lambda: felt.append(1))
    assert len(felt) == 3

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        compute(made, {}, pulse=stop)


def test_marks_are_a_sequence_like_any_other_of_the_same_marks() -> None:
    rows = row(1, "30"), row(2, "30", author=SECOND, owner=SECOND), row(3, None, owner=uid("eE3"))
    found, again = (read(POINTS, *rows, team=4) for _ in range(2))
    plain = tuple(found)
    assert [mark.state for mark in plain] == [*[MarkState.GIVEN] * 2, *[MarkState.EMPTY] * 2]
    assert [mark.evaluator for mark in plain] == [*found.evaluators]
    assert found == again == plain
    assert hash(found) == hash(again)
    assert found != plain[:2]
    assert found != 4
    assert [found[at] for at in range(-4, 4)] == [*plain, *plain]
    assert found[1:3] == plain[1:3]
    assert len(found) == 4
    assert found.states == {mark.state for mark in plain}
    assert found.points == [mark.points for mark in plain if mark.points is not None] == [30, 30]
    assert repr(found) == f"MarkSequence({plain})"
    with pytest.raises(IndexError):
        found[4]
