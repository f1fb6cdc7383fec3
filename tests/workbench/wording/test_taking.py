"""Lists of lines: taking over, joining, moving; and which two lines are nearly the same."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.results.outcome import Finding
from workbench.wording.nearness import is_near, nearness
from workbench.wording.passages import Line
from workbench.wording.taking import joined, merged, moved, released, rewritten, taken_over

E1, E2 = b"1" * 16, b"2" * 16


def finding(owner: bytes, name: str, text: str) -> Finding:
    return Finding(owner, b"s" * 16, "achievement", text, name.encode().ljust(16, b"."))


def line(name: str, text: str, *sources: tuple[bytes, bytes]) -> Line:
    return Line(name.encode().ljust(16, b"."), text, sources)


A = finding(E1, "a", "지역 협의체 운영을 통한 홍보 우수")
B = finding(E2, "b", "지역 협의체의 운영을 통한 홍보 우수")
C = finding(E2, "c", "점검 결과의 공유 노력 적절")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("지역 협의체 운영을 통한 홍보 우수", "지역협의체 운영을 통한 홍보 우수."),
        ("지역 협의체 운영을 통한 홍보 우수", "지역 협의체의 운영을 통한 홍보 우수"),
        ("회원 120명 참여", "회원 120명이 참여"),
    ],
)
def test_lines_that_say_nearly_the_same_are_near(one: str, other: str) -> None:
    assert is_near(one, other)
    assert is_near(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("지역 협의체 운영을 통한 홍보 우수", "점검 결과의 공유 노력 적절"),
        ("회원 120명 참여", "회원 131명 참여"),
        ("홍보 노력 적절", "홍보 예산 조정 필요"),
        ("", ""),
        ("!", "?"),
    ],
)
def test_other_lines_and_other_numbers_are_not(one: str, other: str) -> None:
    assert not is_near(one, other)


@given(st.text(max_size=30), st.text(max_size=30))
def test_nearness_is_the_same_both_ways_and_between_0_and_1(one: str, other: str) -> None:
    assert nearness(one, other) == nearness(other, one)
    assert 0 <= nearness(one, other) <= 1
    assert nearness(one, one) in (Fraction(0), Fraction(1))


def test_findings_become_lines_with_their_sources() -> None:
    first, second = taken_over((), [A, C])
    assert (first.text, first.sources) == (A.text, ((E1, A.uid),))
    assert (second.text, second.sources) == (C.text, ((E2, C.uid),))
    assert first.uid != second.uid


def test_what_is_nearly_there_gives_only_its_source() -> None:
    (made,) = taken_over((line("x", "지역 협의체 운영을 통한 홍보 우수"),), [A, B])
    assert made.uid == line("x", "").uid
    assert made.sources == ((E1, A.uid), (E2, B.uid))


def test_what_was_taken_is_not_taken_again_although_its_line_was_reworded() -> None:
    lines = (line("x", "협의체로 홍보를 넓힘", (E1, A.uid)),)
    assert taken_over(lines, [A]) == lines


def test_a_finding_joins_a_chosen_line_and_leaves_it_again() -> None:
    lines = (line("x", "하나", (E1, A.uid)), line("y", "둘"))
    more = joined(lines, lines[0].uid, C)
    assert more[0].sources == ((E1, A.uid), (E2, C.uid))
    assert more[1] == lines[1]
    assert joined(more, lines[0].uid, C) == more
    assert released(more, C) == lines


def test_two_lines_become_one_with_sources_and_text_of_both() -> None:
    lines = (line("x", "하나", (E1, A.uid)), line("y", "둘", (E2, B.uid), (E1, A.uid)))
    assert merged(lines, lines[0].uid, lines[1].uid) == (
        line("x", "하나, 둘", (E1, A.uid), (E2, B.uid)),
    )
    assert merged(lines, lines[1].uid, lines[0].uid)[0].text == "둘, 하나"
    assert merged(lines, lines[0].uid, lines[0].uid) == lines
    assert merged(lines, lines[0].uid, b"n" * 16) == lines


def test_of_two_that_say_the_same_one_text_stays() -> None:
    lines = (line("x", A.text, (E1, A.uid)), line("y", B.text, (E2, B.uid)))
    assert merged(lines, lines[0].uid, lines[1].uid) == (
        line("x", A.text, (E1, A.uid), (E2, B.uid)),
    )


def test_a_line_moves_as_far_as_it_goes() -> None:
    lines = tuple(line(name, name) for name in "abc")

    def order(uid: bytes, steps: int) -> str:
        return "".join(one.text for one in moved(lines, uid, steps))

    assert order(lines[0].uid, 1) == "bac"
    assert order(lines[2].uid, -1) == "acb"
    assert order(lines[0].uid, -1) == "abc"
    assert order(lines[0].uid, 9) == "bca"


def test_text_changes_in_place_new_ones_stand_last_and_blank_takes_away() -> None:
    lines = (line("a", "하나", (E1, A.uid)), line("b", "둘"))
    assert rewritten(lines, lines[0].uid, "첫째")[0] == line("a", "첫째", (E1, A.uid))
    assert rewritten(lines, b"n" * 16, "셋")[2] == Line(b"n" * 16, "셋")
    assert rewritten(lines, lines[0].uid, "  ") == lines[1:]
    assert rewritten(lines, b"n" * 16, " ") == lines
