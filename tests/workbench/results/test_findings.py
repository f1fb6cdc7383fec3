"""What was written for a service, in the order of who wrote it, and only of those who count."""

from __future__ import annotations

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
from workbench.definition.terms import Standing
from workbench.results.findings import items_by_list
from workbench.results.scoring import compute

C1 = indicator("C1", COMMON, "40")
SERVICES = [service(1), service(2)]
PAIRS = [(where, C1) for where in SERVICES]

Item = tuple[str, int, str, str, str | None, str | None]
"""Evaluator, service, kind, name of the item, text, order."""


def written(*rows: Item) -> dict[tuple[bytes, bytes, bytes, str], tuple[Revision, ...]]:
    found: dict[tuple[bytes, bytes, bytes, str], tuple[Revision, ...]] = {}
    for at, (who, number, kind, name, text, order) in enumerate(rows):
        for field, value in ((kind, text), ("order", order)):
            cell = (uid(f"e{who}"), uid(f"s{number}"), uid(name), field)
            row = Revision(bytes([at]) * 32, *cell, value, cell[0], b"r" * 16, 1, VERSION, 0, b"")
            found[cell] = (*found.get(cell, ()), row)
    return found


def opinion(who: str, number: int, text: str) -> Item:
    return (who, number, "opinion", f"s{number}", text, None)


def test_items_stand_in_their_order_and_cleared_ones_are_left_out() -> None:
    heads = written(
        ("E1", 1, "achievement", "c", "셋째", "10"),
        ("E1", 1, "achievement", "a", "첫째", "2"),
        ("E1", 1, "achievement", "b", None, "3"),
        ("E1", 1, "improvement", "d", "과제", "1"),
        ("E1", 2, "achievement", "e", "다른 사무", "1"),
    )
    texts = [text for _, _, text in items_by_list(heads)[uid("eE1"), uid("s1"), "achievement"]]
    assert texts == ["첫째", "셋째"]
    assert len(items_by_list(heads)) == 3


def test_the_report_lists_by_service_kind_evaluator_and_own_order() -> None:
    made = definition(rules(), (C1,), SERVICES, [evaluator("E1", PAIRS), evaluator("E2", PAIRS)])
    heads = written(
        ("E2", 1, "achievement", "a", "둘-하나", "1"),
        ("E1", 1, "improvement", "b", "하나-과제", "1"),
        ("E1", 2, "achievement", "c", "뒤 사무", "1"),
        ("E1", 1, "achievement", "d", "하나-둘", "2"),
        ("E1", 1, "achievement", "e", "하나-하나", "1"),
        opinion("E2", 1, "의견"),
    )
    assert [row.text for row in compute(made, heads).findings] == [
        "하나-하나",
        "하나-둘",
        "둘-하나",
        "하나-과제",
        "의견",
        "뒤 사무",
    ]


def test_texts_of_who_does_not_count_are_left_out() -> None:
    people = [evaluator("E1", PAIRS), evaluator("E2", PAIRS, Standing.DISQUALIFIED)]
    made = definition(rules(), (C1,), SERVICES, people)
    heads = written(
        ("E2", 1, "achievement", "a", "제척된 이의 글", "1"),
        opinion("E2", 1, "제척된 이의 의견"),
        ("E1", 1, "achievement", "b", "남은 글", "1"),
    )
    assert [row.text for row in compute(made, heads).findings] == ["남은 글"]


def test_a_text_in_conflict_is_not_printed_as_if_it_were_settled() -> None:
    made = definition(rules(), (C1,), SERVICES, [evaluator("E1", PAIRS)])
    heads = written(opinion("E1", 1, "하나"), opinion("E1", 1, "둘"))
    assert compute(made, heads).findings == ()
