from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.hangul import holds, strokes

HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ㅈ", "점검 기록"),
        ("저", "점검 기록"),
        ("섭", "서비스"),  # ㅂ still belongs to the first syllable while it is composed
        ("고", "과정"),
        ("갑", "값"),
        ("확인", "현장 확인"),
        ("기록 점검", "점검 기록"),
        ("c4", "C4 시설"),
        ("", "무엇이든"),
    ],
)
def test_what_is_half_typed_finds_its_word(typed: str, meant: str) -> None:
    assert holds(meant, typed)


@pytest.mark.parametrize(("typed", "other"), [("전", "점검"), ("검점", "점검"), ("점검", "점 검")])
def test_what_was_not_meant_is_not_found(typed: str, other: str) -> None:
    assert not holds(other, typed)


@given(HANGUL, HANGUL)
def test_the_keys_of_a_text_are_those_of_its_parts(one: str, other: str) -> None:
    assert strokes(one + other) == strokes(one) + strokes(other)


@given(HANGUL)
def test_no_final_is_told_from_an_initial(text: str) -> None:
    assert not any("\u11a8" <= key <= "\u11ff" for key in strokes(text))
