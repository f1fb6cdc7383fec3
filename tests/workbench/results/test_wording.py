"""The lead's passages read out of heads, and what stands in the report because of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.journal import Revision
from tests.workbench.results.rounds_by_hand import (
    COMMON,
    VERSION,
    definition,
    evaluator,
    indicator,
    rules,
    service,
    uid,
)
from workbench.results.scoring import compute
from workbench.results.wording import PrintedText, Worded, printed_texts, read_worded

C1 = indicator("C1", COMMON, "40")
SERVICES = [service(2), service(1)]
PAIRS = [(where, C1) for where in SERVICES]
PEOPLE = [evaluator("E1", PAIRS), evaluator("E2", PAIRS)]
MADE = definition(rules(), (C1,), sorted(SERVICES, key=lambda row: row.number), PEOPLE)
LEAD = uid("lead")
E1, E2 = uid("eE1"), uid("eE2")
Heads = dict[tuple[bytes, bytes, bytes, str], tuple[Revision, ...]]


def head(owner: bytes, where: int, subject: bytes, field: str, value: str | None) -> Heads:
    cell = (owner, uid(f"s{where}"), subject, field)
    made = subject.ljust(32, b"-")
    return {cell: (Revision(made, *cell, value, owner, b"r" * 16, 1, VERSION, 0, b""),)}


def finding(who: str, where: int, kind: str, name: str, text: str) -> Heads:
    owner, subject = uid(f"e{who}"), uid(name)
    return head(owner, where, subject, kind, text) | head(owner, where, subject, "order", "1")


def worded(where: int, kind: str, place: int, name: str, *sources: tuple[bytes, bytes]) -> Heads:
    value = Worded(kind, place, f"문구 {name}", sources).stored()
    return head(LEAD, where, uid(name), "wording", value)


def test_passages_stand_by_service_number_kind_and_place() -> None:
    heads = (
        worded(2, "achievement", 1, "a")
        | worded(1, "improvement", 1, "b")
        | worded(1, "achievement", 2, "c")
        | worded(1, "achievement", 1, "d")
        | head(LEAD, 1, uid("e"), "wording", None)
    )
    found = compute(MADE, heads).passages
    assert [row.text for row in found] == ["문구 d", "문구 c", "문구 b", "문구 a"]
    assert found[0].service == uid("s1")
    assert found[0].revision == uid("d").ljust(32, b"-")


def test_equal_places_stand_in_one_order_whatever_came_first() -> None:
    one, other = worded(1, "achievement", 1, "a"), worded(1, "achievement", 1, "b")
    assert compute(MADE, one | other).passages == compute(MADE, other | one).passages


def test_a_passage_of_a_service_that_is_gone_is_left_out() -> None:
    assert compute(MADE, worded(9, "achievement", 1, "a")).passages == ()


def test_a_worded_kind_replaces_the_findings_of_that_kind_in_that_service_only() -> None:
    heads = (
        finding("E1", 1, "achievement", "f1", "원문 성과")
        | finding("E2", 1, "improvement", "f2", "원문 과제")
        | finding("E1", 2, "achievement", "f3", "다른 사무")
        | worded(1, "achievement", 1, "a", (E2, uid("x")), (E1, uid("f1")), (b"?" * 16, b"?" * 16))
    )
    assert printed_texts(compute(MADE, heads)) == {
        (uid("s1"), "achievement"): (PrintedText("문구 a", (E1, E2), is_final=True, uid=uid("a")),),
        (uid("s1"), "improvement"): (
            PrintedText("원문 과제", (E2,), is_final=False, uid=uid("f2")),
        ),
        (uid("s2"), "achievement"): (
            PrintedText("다른 사무", (E1,), is_final=False, uid=uid("f3")),
        ),
    }


def test_opinions_are_always_the_evaluators_own() -> None:
    heads = head(E1, 1, uid("s1"), "opinion", "의견") | worded(1, "achievement", 1, "a")
    (row,) = printed_texts(compute(MADE, heads))[uid("s1"), "opinion"]
    assert (row.text, row.evaluators, row.is_final) == ("의견", (E1,), False)


def test_no_passage_changes_a_number() -> None:
    scores = head(E1, 1, uid("iC1"), "score", "30") | head(E2, 1, uid("iC1"), "score", "20")
    before, after = compute(MADE, scores), compute(MADE, scores | worded(1, "achievement", 1, "a"))
    assert before.services == after.services


@given(
    st.sampled_from(("achievement", "improvement")),
    st.integers(0, 10**6),
    st.text(),
    st.lists(st.tuples(st.binary(min_size=16, max_size=16), st.binary(min_size=16, max_size=16))),
)
def test_what_is_stored_reads_back(
    kind: str, place: int, text: str, sources: list[tuple[bytes, bytes]]
) -> None:
    held = Worded(kind, place, text, tuple(sources))
    assert read_worded(held.stored()) == held
    assert read_worded(held.stored()).stored() == held.stored()


@pytest.mark.parametrize("value", ["", "{}", "[]", '{"kind":"achievement"}'])
def test_what_it_did_not_make_is_no_wording(value: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_worded(value)
