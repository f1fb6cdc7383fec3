"""Which particle stands behind what: by how it is read aloud."""

from __future__ import annotations

import re

import pytest

from workbench.particles import with_particles
from workbench.sentences import catalog, say

BEHIND = {
    "점검": "은 이 을 과 으로 이라는",
    "평가": "는 가 를 와 로 라는",
    "가상 교실": "은 이 을 과 로 이라는",
    "0": "은 이 을 과 으로 이라는",
    "1": "은 이 을 과 로 이라는",
    "2": "는 가 를 와 로 라는",
    "3.6": "은 이 을 과 으로 이라는",
    "27": "은 이 을 과 로 이라는",
    "4.50": "은 이 을 과 으로 이라는",
    "2,670": "은 이 을 과 으로 이라는",
    "9": "는 가 를 와 로 라는",
    "12%": "는 가 를 와 로 라는",
    "E1_김가상.score": "는 가 를 와 로 라는",
    "2024-1.round": "는 가 를 와 로 라는",
    "제출.zip": "은 이 을 과 으로 이라는",
    "C1(주요 사업)": "은 이 을 과 으로 이라는",
    "(둘)": "은 이 을 과 로 이라는",
}
BOTH = ("은(는)", "이(가)", "을(를)", "과(와)", "(으)로", "(이)라는")


@pytest.mark.parametrize("word", BEHIND)
def test_a_particle_follows_how_the_word_ends(word: str) -> None:
    said = [with_particles("{word}" + both, {"word": word}).format(word="") for both in BOTH]
    assert said == BEHIND[word].split()


@pytest.mark.parametrize("word", ["", "–", "…", "→", "漢", "\ufffd", "()"])
def test_what_cannot_be_read_aloud_keeps_both(word: str) -> None:
    for both in BOTH:
        assert with_particles("{word}" + both, {"word": word}) == "{word}" + both


def test_quotes_and_numbers_as_places_are_no_hindrance() -> None:
    said = with_particles("'{text}'은(는) {count}을(를)", {"text": "서비스", "count": 6})
    assert said.format(text="서비스", count=6) == "'서비스'는 6을"


def test_what_people_typed_is_never_rewritten() -> None:
    assert "나은(는)\u2019은 " in say("number_unfit", "ko", text="나은(는)")


def test_no_sentence_offers_both_where_a_value_is_read_aloud() -> None:
    for key, words in catalog("ko").items():
        values = dict.fromkeys(re.findall(r"\{(\w+)\}", words), "가")
        assert not any(both in with_particles(words, values) for both in BOTH), key
