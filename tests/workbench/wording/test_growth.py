"""Growth as a text says it, against the two numbers that stand beside it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exact import half_up
from workbench.wording.growth import growth_remarks


def keys(text: str) -> list[str]:
    return [row.key for row in growth_remarks(text)]


@pytest.mark.parametrize(
    ("text", "growth"),
    [
        ("방문객 923 → 2,671명으로 289.38% 상승", "189.38"),
        ("회원 923명→2,671명(289.38% 상승)", "189.38"),
        ("매출 3억원 → 6억원, 200% 증가", "100.0"),
        ("매출 8천만원 → 1억 2,000만원으로 150% 신장", "50.0"),
        ("이용자 1,200명에서 1,500명으로 125% 증가", "25.0"),
        ("이용자 923명('22년) → 2,671명('23년) 289.38% 향상", "189.38"),
        ("이용자 '22년 923명 → '23년 2,671명, 289% 성장", "189.4"),
        ("이용자 \uff11,\uff12\uff10\uff10명 ⇒ 2,400명 200\uff05 상승", "100.0"),
        ("민원 40건 → 10건으로 25% 감소", "75.0"),
        ("취업자 20명 -> 50명, 무려 250% 이상 증가", "150.0"),
    ],
)
def test_a_ratio_that_is_called_a_growth_is_remarked(text: str, growth: str) -> None:
    (found,) = growth_remarks(text)
    assert found.key == "wording_growth_ratio"
    assert dict(found.values)["growth"] == growth


def test_the_place_begins_at_the_first_number_and_ends_behind_the_word() -> None:
    text = "홍보 강화로 방문객 923 → 2,671명으로 289.38% 상승하여 우수"
    (found,) = growth_remarks(text)
    assert text[found.start : found.start + found.length] == "923 → 2,671명으로 289.38% 상승"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("방문객 923 → 2,671명, 150% 증가", "wording_growth_wrong"),
        ("방문객 923 → 2,671명(전년 대비 150% 증가)", "wording_growth_wrong"),
        ("방문객 923 → 2,671명, 증가율 150%", "wording_growth_wrong"),
        ("방문객 923 → 2,671명, 189.38% 감소", "wording_growth_way"),
        ("민원 40건 → 10건, 75% 증가", "wording_growth_way"),
        ("신규 회원 0명 → 30명, 300% 증가", "wording_growth_from_zero"),
        ("달성률 88% → 95%, 7% 상승", "wording_points_meant"),
        ("달성률 88% → 95%, 8%p 상승", "wording_points_wrong"),
        ("방문객 923 → 2,671명, 4배 증가", "wording_times_wrong"),
        ("방문객 1,000 → 3,000명, 2배로 증가", "wording_times_wrong"),
    ],
)
def test_other_wrong_growths_are_told_by_what_is_wrong(text: str, key: str) -> None:
    assert keys(text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "방문객 923 → 2,671명으로 189.38% 상승",
        "방문객 923 → 2,671명으로 189.4% 상승",
        "방문객 923 → 2,671명으로 189% 상승",
        "방문객 923 → 2,671명으로 189.3% 상승",  # cut off
        "방문객 923 → 2,671명으로 약 190% 상승",
        "방문객 923 → 2,671명으로 100% 이상 상승",
        "방문객 923 → 2,671명으로 2.9배 증가",
        "방문객 1,000 → 3,000명, 3배 증가",
        "방문객 1,000 → 3,000명, 2배 증가",
        "방문객 1,000 → 3,000명, 3배로 증가",
        "민원 40건 → 10건으로 75% 감소",
        "민원 40건 → 10건으로 75% 개선",
        "매출 3 → 5억원(66.7% 증가)",
        "달성률 88% → 95%, 7%p 상승",
        "달성률 88% → 95%, 7.95% 상승",
        "'22년 → '23년 이용자 12% 증가",
        "2022년 → 2023년 12% 증가",
        "이용자 100 → 120 → 150명, 25% 증가",  # of the last step
        "이용자 100 → 120 → 150명, 50% 증가",  # of the whole way
        "방문객 923 → 2,671명, 만족도 95% 향상",
        "3곳에서 120명 참여, 20% 증가",
        "교사 5명 대비 학생 40명, 10% 증가",
        "방문객 923 → 2,671명, 예산 집행률 95%",
        "목표 620건 대비 86.1% 달성, 이용률 12% 상승",
        "신규 회원 0명 → 30명으로 확대",
        "방문객 923 → 2,671명으로 증가",
        "전년 대비 15.2% 증가",
        "10~20% 증가",
        "",
    ],
)
def test_what_is_right_or_about_something_else_is_left_alone(text: str) -> None:
    assert keys(text) == []


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 2))
def test_a_growth_is_right_exactly_where_arithmetic_says_so(a: int, b: int, places: int) -> None:
    growth = Fraction(abs(b - a) * 100, a)
    word = "증가" if b >= a else "감소"
    said = half_up(growth, places)
    assert keys(f"이용자 {a:,} → {b:,}명으로 {said:,}% {word}") == []
    ratio = half_up(Fraction(b * 100, a), places)
    close = Fraction(1, 10**places)
    if abs(Fraction(ratio) - growth) > close:
        assert keys(f"이용자 {a:,} → {b:,}명으로 {ratio:,}% {word}") == ["wording_growth_ratio"]
