"""Strips on pages: what is never parted, what stays together, what comes again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.handing_over.paper import BOTTOM, LEFT, RIGHT, Ink, Rule
from ui.handing_over.paper import Voice as Face
from ui.printing.sheets import HIGH, TOP, Sheets, Strip

FACE = Face(10)


def strip(text: str, height: float = 100, **given: object) -> Strip:
    return Strip(height, (Ink(LEFT, 10, text, FACE),), **given)  # type: ignore[arg-type]


def said(sheets: Sheets) -> list[list[str]]:
    return [[mark.text for mark in page if isinstance(mark, Ink)] for page in sheets.pages]


def test_a_strip_that_does_not_fit_goes_to_the_next_page() -> None:
    sheets = Sheets()
    sheets.lay([strip(str(at), HIGH / 2 - 1) for at in range(5)])
    assert said(sheets) == [["0", "1"], ["2", "3"], ["4"]]


def test_room_above_is_left_out_at_the_top_of_a_page() -> None:
    sheets = Sheets()
    sheets.lay([strip("0", HIGH), strip("1", before=50)])
    (mark,) = sheets.pages[1]
    assert mark.y == TOP + 10


def test_what_belongs_together_goes_to_the_next_page_together() -> None:
    sheets = Sheets()
    sheets.lay([strip("0", HIGH / 2)])
    sheets.lay([strip(str(at), HIGH / 4) for at in range(1, 4)], together=True)
    assert said(sheets) == [["0"], ["1", "2", "3"]]


def test_what_no_page_can_hold_is_parted_where_it_stands() -> None:
    sheets = Sheets()
    sheets.lay([strip("0", HIGH / 2)])
    sheets.lay([strip(str(at), HIGH / 2) for at in range(1, 4)], together=True)
    assert said(sheets) == [["0", "1"], ["2", "3"]]


def test_a_heading_is_never_the_last_of_a_page() -> None:
    sheets = Sheets()
    strips = [strip("0", HIGH - 120), strip("heading", keeps_next=True), strip("1")]
    sheets.lay(strips)
    assert said(sheets) == [["0"], ["heading", "1"]]


def test_a_head_comes_again_only_above_what_follows_it() -> None:
    head = [strip("head", 50, keeps_next=True)]
    rows = [strip(str(at), HIGH / 3) for at in range(5)]
    sheets = Sheets()
    sheets.lay([strip("0", HIGH - 80)])
    sheets.lay([strip("name", 50, keeps_next=True), *head, *rows], head=head)
    first, *others = said(sheets)
    assert first == ["0"]
    assert others == [["name", "head", "0", "1"], ["head", "2", "3"], ["head", "4"]]


def test_what_closes_a_strip_is_drawn_where_a_page_ends_with_it() -> None:
    closing = (Rule(LEFT, RIGHT, 0, 0.4, "edge"),)
    sheets = Sheets()
    sheets.lay([strip(str(at), HIGH / 2, foot=closing) for at in range(3)])
    rules = [[mark for mark in page if isinstance(mark, Rule)] for page in sheets.pages]
    assert [len(found) for found in rules] == [1, 0]
    assert rules[0][0].y == pytest.approx(BOTTOM)


def test_a_page_begun_twice_is_one_page() -> None:
    sheets = Sheets()
    sheets.begin_page()
    sheets.lay([strip("0")])
    sheets.begin_page()
    sheets.begin_page()
    sheets.lay([strip("1")])
    assert said(sheets) == [["0"], ["1"]]


STRIPS = st.lists(
    st.builds(
        Strip,
        st.integers(5, 400),
        st.just((Ink(LEFT, 5, "x", FACE),)),
        before=st.integers(0, 30),
        after=st.integers(0, 30),
        keeps_next=st.booleans(),
    ),
    min_size=1,
    max_size=30,
)


@given(groups=st.lists(STRIPS, min_size=1, max_size=4), together=st.booleans())
def test_nothing_is_lost_or_stands_below_the_last_line(
    groups: list[list[Strip]], *, together: bool
) -> None:
    sheets = Sheets()
    for strips in groups:
        sheets.lay(strips, together=together)
    assert sum(map(len, sheets.pages)) == sum(map(len, groups))
    assert all(sheets.pages)
    for page in sheets.pages:
        places = [mark.y for mark in page]
        assert all(one < other for one, other in pairwise(places))
        assert min(places) >= TOP
        assert max(places) <= BOTTOM
