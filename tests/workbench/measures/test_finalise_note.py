"""``scorebench finalise`` names the figures that no second person confirmed, and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import done, refused, scorebench
from tests.workbench.rounds.small_round import merged, typed

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench

SAID = {
    "ko": (
        "확인을 기다리는 지표: 2",
        "1 가상 센터 I1 목표달성도: 미확인",
        "5 가상 주택 S1 만족도 선형 환산: 미확인",
    ),
    "en": (
        "Waiting to be confirmed: 2",
        "1 가상 센터 I1 target achievement: not confirmed",
        "5 가상 주택 S1 survey, linear conversion: not confirmed",
    ),
}


@pytest.fixture
def nearly(measured: Bench) -> Bench:
    """All but two figures are confirmed."""
    done("confirm", measured.round, "--all", "--by", "Q1")
    for service, code in ((1, "I1"), (5, "S1")):
        where = ("--service", service, "--indicator", code)
        done("confirm", measured.round, *where, "--drop", "--reason", "다시 봄")
    return measured


def test_the_object_names_them(nearly: Bench) -> None:
    found = done("finalise", nearly.round)
    assert found["unconfirmed"] == [
        {"service": 1, "indicator": "I1"},
        {"service": 5, "indicator": "S1"},
    ]
    assert len(found["hash"]) == 64


@pytest.mark.parametrize("language", ["ko", "en"])
def test_they_are_listed_before_it_is_final(nearly: Bench, language: str) -> None:
    answer = scorebench("finalise", nearly.round, "--lang", language, as_text=True)
    assert (answer.code, answer.err) == (0, "")
    *listed, last = answer.out.splitlines()
    assert tuple(listed) == SAID[language]
    assert nearly.round.name in last


def test_with_everything_confirmed_there_is_no_word_of_it(measured: Bench) -> None:
    done("confirm", measured.round, "--all", "--by", "Q1")
    assert len(scorebench("finalise", measured.round, as_text=True).out.splitlines()) == 1


def test_a_round_that_is_kept_open_names_them_beside_the_reasons(nearly: Bench) -> None:
    typed(nearly.books["E1"], (1, "C1", "score", "29.5"))
    merged(nearly.round, nearly.books["E1"])  # not sealed again
    answer = scorebench("finalise", nearly.round, "--lang", "ko", as_text=True)
    assert answer.code == 4
    assert tuple(answer.out.splitlines()) == SAID["ko"]
    assert answer.err


def test_a_final_round_is_refused_without_a_list(nearly: Bench) -> None:
    done("finalise", nearly.round)
    refused(4, "finalise", nearly.round)
    assert scorebench("finalise", nearly.round, as_text=True).out == ""
