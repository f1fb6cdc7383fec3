"""``scorebench confirm``: what it takes, says and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.command_line import done, nothing_changes, refused, scorebench
from tests.workbench.rounds.small_round import merged, sealed, typed

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench

WHERE = ("--service", 1, "--indicator", "I1")


def stands(found: Any) -> dict[tuple[int, str], str]:
    return {(row["service"], row["indicator"]): row["stand"] for row in found["figures"]}


def test_without_a_choice_it_lists_and_writes_nothing(measured: Bench) -> None:
    with nothing_changes(measured.folder):
        found = done("confirm", measured.round)
        assert done("confirm", measured.round, "--list") == found
    assert (found["changed"], found["waiting"]) == (0, 6)
    assert set(stands(found).values()) == {"waiting"}
    assert list(stands(found)) == [(number, code) for number in (1, 2, 5) for code in ("I1", "S1")]
    first = found["figures"][0]
    assert first == {
        "service": 1,
        "indicator": "I1",
        "stand": "waiting",
        "by": None,
        "entered": [
            {
                "evaluator": "E2",
                "state": "given",
                "values": {"target": "10", "actual": "8"},
                "explained": {
                    "formula": "achievement",
                    "maximum": "45",
                    "inputs": [
                        {"name": "target", "at": 0, "value": "10", "unit": "명"},
                        {"name": "actual", "at": 0, "value": "8", "unit": "명"},
                        {"name": "previous", "at": 0, "value": "12", "unit": "명"},
                    ],
                    "steps": [
                        {"name": "rate", "at": 0, "value": "80", "unit": "%"},
                        {"name": "share", "at": 0, "value": "80", "unit": "%"},
                    ],
                    "exact": "36",
                    "points": "36.00",
                    "why": None,
                    "flags": ["target_below_previous"],
                    "other": None,
                },
            }
        ],
    }
    survey = found["figures"][1]["entered"][0]["explained"]
    assert survey["other"] == {
        "formula": "survey_proportional",
        "index": "80.00",
        "points": "12.00",
    }


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ko",
            (
                "1 가상 센터 I1 목표달성도: 미확인",
                "  E2 이가상: 목표 10 명, 실적 8 명, 전년 실적 12 명"
                " → 달성률 80%, 배점 반영률 80% → 36.00점 (배점 45)",
                "    ! 목표가 전년 실적보다 낮음",
                "확인을 기다리는 지표: 6",
            ),
        ),
        (
            "en",
            (
                "1 가상 센터 I1 target achievement: not confirmed",
                "    ! target below last year's actual",
                "Waiting to be confirmed: 6",
            ),
        ),
    ],
)
def test_the_list_shows_every_value_on_the_way(
    measured: Bench, language: str, words: tuple[str, ...]
) -> None:
    said = scorebench("confirm", measured.round, "--lang", language, as_text=True).out
    for line in words:
        assert line in said.splitlines()


def test_one_place_a_service_an_indicator_or_all(measured: Bench) -> None:
    found = done("confirm", measured.round, *WHERE, "--by", "Q1", "--note", "증빙 대조")
    assert (found["changed"], found["waiting"]) == (1, 5)
    assert stands(found)[1, "I1"] == "confirmed"
    assert found["figures"][0]["by"] == "Q1"
    assert done("confirm", measured.round, "--service", 2, "--by", "q1")["changed"] == 2
    assert done("confirm", measured.round, "--indicator", "S1", "--by", "L1")["changed"] == 3
    last = done("confirm", measured.round, "--all", "--by", "Q1")
    assert (last["changed"], last["waiting"]) == (1, 0)
    said = scorebench("confirm", measured.round, "--lang", "ko", as_text=True).out
    assert "확인을 기다리는 지표가 없습니다." in said
    assert "1 가상 센터 I1 목표달성도: 확인함(Q1 박가상)" in said


def test_all_leaves_out_what_this_person_may_not_confirm(measured: Bench) -> None:
    found = done("confirm", measured.round, "--all", "--by", "E1")  # recused from service 5
    assert (found["changed"], found["waiting"]) == (4, 2)
    assert stands(found)[5, "I1"] == "waiting"
    assert done("confirm", measured.round, "--all", "--by", "E2")["changed"] == 0  # entered them


def test_a_stale_one_is_said_to_be(measured: Bench) -> None:
    done("confirm", measured.round, "--all", "--by", "Q1")
    typed(measured.books["E2"], (2, "I1", "actual", "9"))
    sealed(measured.books["E2"])
    merged(measured.round, measured.books["E2"])
    found = done("confirm", measured.round, "--service", 2)
    assert stands(found) == {(2, "I1"): "stale", (2, "S1"): "confirmed"}
    assert found["waiting"] == 1
    said = scorebench("confirm", measured.round, "--lang", "ko", as_text=True).out
    assert "2 가상 공원 I1 목표달성도: 다시 확인 필요(Q1 박가상 확인 뒤 바뀜)" in said


def test_taking_back(measured: Bench) -> None:
    done("confirm", measured.round, "--all", "--by", "Q1")
    with nothing_changes(measured.folder):
        refused(2, "confirm", measured.round, *WHERE, "--drop")
    found = done("confirm", measured.round, *WHERE, "--drop", "--reason", "잘못 봄")
    assert (found["changed"], found["waiting"]) == (1, 1)
    assert done("confirm", measured.round, "--all", "--drop", "--reason", "다시")["changed"] == 5


@pytest.mark.parametrize(
    "arguments",
    [
        (*WHERE, "--by", "E2"),
        (*WHERE, "--by", "X9"),
        ("--service", 5, "--by", "E1"),
        ("--service", 9, "--by", "Q1"),
        ("--service", 1, "--indicator", "C1", "--by", "Q1"),
        ("--indicator", "C1", "--by", "Q1"),
        ("--by", "Q1"),
        ("--all",),
        ("--note", "말"),
        ("--list", "--by", "Q1"),
        ("--drop", "--by", "Q1", "--all"),
        ("--all", "--by", "Q1", "--service", 1),
        ("--drop", "--reason", "까닭"),
        (*WHERE, "--drop", "--reason", "까닭"),
    ],
)
def test_what_is_not_clear_or_not_allowed_is_refused(
    measured: Bench, arguments: tuple[object, ...]
) -> None:
    with nothing_changes(measured.folder):
        for language in ("ko", "en"):
            refused(2, "confirm", measured.round, *arguments, "--lang", language)


def test_figures_that_are_not_complete_are_told_with_their_reason(measured: Bench) -> None:
    typed(
        measured.books["E2"],
        (1, "I1", "target", "0"),
        (2, "I1", "actual", ""),
    )
    sealed(measured.books["E2"])
    merged(measured.round, measured.books["E2"])
    found = done("confirm", measured.round)
    assert (stands(found)[1, "I1"], stands(found)[2, "I1"], found["waiting"]) == ("open", "open", 4)
    zero, missing = (found["figures"][at]["entered"][0]["explained"] for at in (0, 2))
    assert (zero["why"], missing["why"]) == ("zero_target", "missing")
    assert (zero["exact"], zero["points"]) == (None, None)
    said = scorebench("confirm", measured.round, "--lang", "ko", as_text=True).out
    assert "목표 0 명, 실적 8 명, 전년 실적 12 명 · 목표가 0이라 점수를 낼 수 없음" in said
    refused(2, "confirm", measured.round, *WHERE, "--by", "Q1")


def test_help_has_an_example_in_both_languages() -> None:
    for language, word in (("ko", "예:"), ("en", "Example:")):
        said = scorebench("confirm", "--help", "--lang", language, as_text=True).out
        assert word in said
        assert "scorebench confirm" in said
