"""Pasted text keeps every visible character but bullets, and loses what a program left in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.scoring.pasted_text import items_of, one_line, tidy, without_bullets
from workbench.text import clean_text

BULLETS = "•◦‣▪∙·‧ㆍ-–—*○●ㅇ■□◆◇▶▷"
MESSY = st.text(
    st.one_of(
        st.sampled_from("가나다 \t\n\r\v\f\u00a0\u3000\u200b\ufeff\u00ad\u2028\u2029\x85\x00"),
        st.sampled_from(BULLETS + "\uf0b7"),
        st.characters(),
    )
)


def visible(text: str) -> str:
    """The characters a reader sees, in their order."""
    seen = unicodedata.normalize("NFC", text)
    return "".join(
        one
        for one in seen
        if not one.isspace() and unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Cn")
    )


@given(MESSY)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for clean in (tidy, one_line, lambda it: without_bullets(tidy(it))):
        assert clean(clean(text)) == clean(text)


@given(MESSY)
def test_every_visible_character_stays(text: str) -> None:
    whole = visible(text)
    assert visible(tidy(text)) == whole
    assert visible(one_line(text)) == whole


@given(MESSY)
def test_only_bullets_go_where_findings_begin(text: str) -> None:
    kept = iter(visible(text))
    for one in visible("".join(items_of(text))):
        skipped = next(kept)
        while skipped != one:
            assert skipped in BULLETS or "\uf000" <= skipped <= "\uf0ff"
            skipped = next(kept)
    assert all(one in BULLETS or "\uf000" <= one <= "\uf0ff" for one in kept)


@given(MESSY)
def test_what_is_tidy_goes_through_the_door_as_it_is_but_for_its_ends(text: str) -> None:
    assert clean_text(tidy(text)) == tidy(text).strip()


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("한글\r\n글", "한글\n글"),
        ("가\u00a0나\u200b\ufeff", "가 나"),
        ("가\t\t나\t다", "가 나 다"),
        ("가  \n나 ", "가\n나"),
        ("가\n\n\n\n나", "가\n\n나"),
        ("가\n\n\n나", "가\n\n\n나"),
        ("\n\n가\n\n", "가"),
        ("\u1112\u1161\u11ab", "한"),
        ("👩\u200d🔬", "👩\u200d🔬"),
    ],
)
def test_what_programs_leave_is_cleaned(pasted: str, kept: str) -> None:
    assert tidy(pasted) == kept


@pytest.mark.parametrize(
    ("pasted", "items"),
    [
        ("• 첫째\r\n\r\n· 둘째\r\n", ("첫째", "둘째")),
        ("□ 하나\n ○ 둘\n  - 셋", ("하나", "둘", "셋")),
        ("ㅇ 하나\nㅇ 둘", ("하나", "둘")),
        ("\uf0b7\t하나", ("하나",)),
        ("·붙은 것", ("붙은 것",)),
        ("○○시 센터", ("○○시 센터",)),  # a name left out is no bullet
        ("-5% 감소", ("-5% 감소",)),
        ("-", ("-",)),
    ],
)
def test_each_line_is_a_finding_without_its_bullet(pasted: str, items: tuple[str, ...]) -> None:
    assert items_of(pasted) == items


def test_a_line_joins_its_lines_by_a_space() -> None:
    assert one_line("4.5\r\n") == "4.5"
    assert one_line("첫 줄 \n\n  둘째 줄") == "첫 줄 둘째 줄"
    assert one_line(" 앞뒤 ") == " 앞뒤"
