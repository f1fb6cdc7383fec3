"""Shares and sums in a text, recomputed from the numbers beside them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exact import half_up
from workbench.wording.shares import share_remarks


def keys(text: str) -> list[str]:
    return [row.key for row in share_remarks(text)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("47개 사무 중 29개(62.7%) 평가", "wording_share_wrong"),
        ("지적사항 35건 중 33건 조치(95.3%)", "wording_share_wrong"),
        ("지적사항 35건중 33건(이행률 95.3%)", "wording_share_wrong"),
        ("수료생 120명 가운데 96명 81% 취업", "wording_share_wrong"),
        ("수료생 120명 중에서 150명(125.5%) 취업", "wording_part_larger"),
        ("총 51명(남 30명, 여 20명) 참여", "wording_sum_wrong"),
        ("총 1,051명(청년 500명, 중장년 500명, 노년 50명)", "wording_sum_wrong"),
    ],
)
def test_a_share_or_a_sum_that_is_not_so_is_remarked(text: str, key: str) -> None:
    assert keys(text) == [key]


def test_the_right_share_is_told_with_as_many_decimals() -> None:
    (found,) = share_remarks("47개 사무 중 29개(62.7%)")
    assert dict(found.values) == {"part": "29", "whole": "47", "said": "62.7", "share": "61.7"}


@pytest.mark.parametrize(
    "text",
    [
        "47개 사무 중 29개(61.7%) 평가",
        "47개 사무 중 29개(62%) 평가",
        "29개 사무 중 6개 사무(20.7%)",
        "지적사항 35건 중 33건 조치(94.3%)",
        "지적사항 35건 중 2건 미조치(94.3% 이행)",
        "지적사항 35건 중 33건 조치, 예산 집행률 95%",
        "지적사항 35건 중 33건 조치 (예산 집행률은 95%)",
        "상위 10% 중 3개 사업(20%)",
        "집중 3회 교육 29명(50%)",
        "총 50명(남 30명, 여 20명) 참여",
        "총 3회(1회 30명, 2회 20명) 개최",
        "총 3개 사업(상담 120건, 교육 30회) 추진",
        "",
    ],
)
def test_what_is_right_or_about_something_else_is_left_alone(text: str) -> None:
    assert keys(text) == []


@given(st.integers(1, 10**5), st.integers(0, 10**5), st.integers(0, 2))
def test_a_share_is_right_exactly_where_arithmetic_says_so(n: int, m: int, places: int) -> None:
    part = min(n, m)
    exact = Fraction(100 * part, n)
    said = half_up(exact, places)
    assert keys(f"이용자 {n:,}명 중 {part:,}명({said}%) 참여") == []
    wrong = said + 2
    if abs(100 - exact - Fraction(wrong)) > 1:
        assert keys(f"이용자 {n:,}명 중 {part:,}명({wrong}%) 참여") == ["wording_share_wrong"]
