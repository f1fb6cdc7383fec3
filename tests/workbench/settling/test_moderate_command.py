"""``scorebench moderate``: what it takes, says and answers."""

from __future__ import annotations

import pytest

from tests.journeys.command_line import scorebench
from tests.workbench.rounds.small_round import WHOLE, Bench, merged, revisions_in, sealed, typed

WHERE = ("--service", "1", "--indicator", "C1")
WHY = ("--reason", "협의 결과", "--people", "김가상;이가상")


@pytest.fixture
def scored(bench: Bench) -> Bench:
    for code, score in (("E1", "30"), ("E2", "20")):
        typed(bench.books[code], *WHOLE, (1, "C1", "score", score))
        sealed(bench.books[code])
    merged(bench.round, *bench.books.values())
    return bench


def later(bench: Bench, score: str = "21") -> None:
    typed(bench.books["E2"], (1, "C1", "score", score))
    sealed(bench.books["E2"])
    merged(bench.round, bench.books["E2"])


def test_without_a_choice_it_lists_and_writes_nothing(scored: Bench) -> None:
    before = scored.round.read_bytes()
    answer = scorebench("moderate", scored.round)
    assert answer.code == 0
    assert answer.found["moderated"] == []
    assert answer.found["stale"] == 0
    assert answer.found["meeting"] == [
        {
            "service": 1,
            "indicator": "C1",
            "need": "differs",
            "spread": "10.00",
            "decides": True,
            "totals": ["67.25", "77.25"],
        }
    ]
    assert scored.round.read_bytes() == before
    for language, word in (("ko", "판정이 달라집니다"), ("en", "the verdict depends on it")):
        assert word in scorebench("moderate", scored.round, "--lang", language, as_text=True).out


def test_a_mark_is_laid_above_and_told_with_its_difference(scored: Bench) -> None:
    answer = scorebench("moderate", scored.round, *WHERE, "--score", "29.5", *WHY)
    assert answer.code == 0
    assert answer.found["moderated"] == [
        {
            "service": 1,
            "indicator": "C1",
            "mark": "29.5",
            "points": "29.50",
            "original": "25.00",
            "difference": "4.50",
            "reason": "협의 결과",
            "people": ["김가상", "이가상"],
            "stale": False,
        }
    ]
    assert answer.found["meeting"] == []


def test_a_stale_one_is_four_until_it_is_confirmed(scored: Bench) -> None:
    scorebench("moderate", scored.round, *WHERE, "--score", "29.5", *WHY)
    later(scored)
    answer = scorebench("moderate", scored.round)
    assert (answer.code, answer.found["stale"]) == (4, 1)
    assert answer.found["moderated"][0]["stale"] is True
    again = scorebench("moderate", scored.round, *WHERE, "--confirm", "--reason", "그대로")
    assert (again.code, again.found["stale"]) == (0, 0)


def test_all_stale_ones_are_confirmed_at_once(scored: Bench) -> None:
    scorebench("moderate", scored.round, *WHERE, "--score", "29.5", *WHY)
    later(scored)
    answer = scorebench("moderate", scored.round, "--stale-confirm-all", "--reason", "그대로")
    assert (answer.code, answer.found["stale"]) == (0, 0)


def test_not_applicable_and_dropping(scored: Bench) -> None:
    answer = scorebench("moderate", scored.round, *WHERE, "--not-applicable", *WHY)
    assert answer.code == 0
    assert (answer.found["moderated"][0]["mark"], answer.found["moderated"][0]["points"]) == (
        "",
        None,
    )
    answer = scorebench("moderate", scored.round, *WHERE, "--drop", "--reason", "취소")
    assert (answer.code, answer.found["moderated"]) == (0, [])


@pytest.mark.parametrize(
    "words",
    [
        (*WHERE, "--score", "40.5", *WHY),
        (*WHERE, "--score", " ", *WHY),
        (*WHERE, "--score", "30", "--people", "김가상"),
        (*WHERE, "--score", "30", "--reason", "r"),
        (*WHERE, "--score", "30", "--drop", *WHY),
        (*WHERE, *WHY),
        (*WHERE, "--confirm", "--reason", "r"),
        (*WHERE, "--drop", "--reason", "r"),
        ("--score", "30", *WHY),
        ("--service", "1", "--score", "30", *WHY),
        ("--service", "9", "--indicator", "C1", "--score", "30", *WHY),
        ("--service", "1", "--indicator", "C9", "--score", "30", *WHY),
        ("--service", "하나", "--indicator", "C1", "--score", "30", *WHY),
        (*WHERE, "--stale-confirm-all", *WHY),
        ("--service", "1", "--stale-confirm-all", *WHY),
        ("--stale-confirm-all",),
    ],
)
def test_what_is_unfit_is_two_and_changes_nothing(scored: Bench, words: tuple[str, ...]) -> None:
    before = revisions_in(scored.round)
    answer = scorebench("moderate", scored.round, *words)
    assert answer.code == 2
    assert len(answer.err.splitlines()) == 1
    assert revisions_in(scored.round) == before


def test_what_is_no_round_is_three(scored: Bench) -> None:
    assert scorebench("moderate", scored.books["E1"]).code == 3
    assert scorebench("moderate", scored.path("nothing.round")).code == 3
