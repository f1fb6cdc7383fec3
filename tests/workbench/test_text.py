"""The one door for text: what it stores is stable, clean and taken by the reader."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text import MAX_CHARACTERS, clean_text, file_name, half_width, is_clean

ANYTHING = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs"]),
        st.sampled_from(
            "\r\n\t\x00\x1b\x7f\x85\u200b\u200c\u200d\u2028\u2029\u202e\u2066\ufeff"
            "\ufffe\uffff\u0301\u1100\u1161\u11a8\u212b\u00a0\u3000"
        ),
    )
)


@given(ANYTHING)
def test_text_through_the_door_is_clean_and_stays_as_it_is(text: str) -> None:
    stored = clean_text(text)
    assert is_clean(stored)
    assert clean_text(stored) == stored
    stored.encode()  # no half of a surrogate pair


@given(ANYTHING)
def test_nothing_dangerous_gets_through_the_door(text: str) -> None:
    stored = clean_text(text)
    assert unicodedata.is_normalized("NFC", stored)
    assert stored == stored.strip()
    for sign in stored:
        assert sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cs"}
        assert unicodedata.bidirectional(sign) not in {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        }
    assert not set(stored) & set("\u200e\u200f\u061c\ufeff\ufffe\uffff")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co"])))
def test_ordinary_text_only_loses_the_space_around_it(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text).strip()


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("가\r\n나\r다\n라", "가\n나\n다\n라"),
        ("가\t나", "가 나"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("가\x00\x07\x1b나", "가나"),
        ("가\u202e나\u2066다\u200f", "가나다"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("क\u200cष", "क\u200cष"),
        ("\ud83c가\udfc6", "가"),
        ("\ufeff가", "가"),
        ("  가  ", "가"),
        ("\u3000가\u3000", "가"),
        ("e\u0301", "é"),
        ("=1+1", "=1+1"),
        ("", ""),
        ("\x07", ""),
    ],
)
def test_the_door_by_example(text: str, stored: str) -> None:
    assert clean_text(text) == stored
    assert is_clean(stored)
    assert is_clean(text) == (text == stored)


def test_the_door_cuts_nothing_and_the_length_is_judged_by_who_stores() -> None:
    assert len(clean_text("가" * (MAX_CHARACTERS + 1))) == MAX_CHARACTERS + 1
    assert is_clean("가" * MAX_CHARACTERS)
    assert not is_clean("가" * (MAX_CHARACTERS + 1))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_file_name_can_stand_on_any_system(text: str) -> None:
    name = file_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*%#\0\n\t\r')
    assert name == name.rstrip(" .")
    assert unicodedata.is_normalized("NFC", name)
    assert len(name.encode()) <= 200


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("E1_김가상", "E1_김가상"),
        ("E1/2_가나", "E1_2_가나"),
        ("..", "_"),
        ("가.나. ", "가.나"),
        ("100%#1?", "100__1_"),
        ("가" * 100, "가" * 66),
        ("x" * 199 + "가", "x" * 199),
    ],
)
def test_file_names_by_example(text: str, name: str) -> None:
    assert file_name(text) == name


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E)))
def test_full_width_signs_are_the_plain_ones(text: str) -> None:
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in text)
    assert half_width(wide) == half_width(text) == text
    assert unicodedata.normalize("NFKC", wide) == text


def test_no_other_sign_becomes_a_plain_one() -> None:
    wide = {*map(chr, range(0xFF01, 0xFF5F)), "\u3000"}
    signs = {chr(code) for code in range(0x80, 0x110000)}
    assert {sign for sign in signs if half_width(sign).isascii()} == wide
    assert {sign for sign in signs - wide if half_width(sign) != sign} == set()
