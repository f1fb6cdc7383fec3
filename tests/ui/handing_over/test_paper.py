"""Text that flows over pages: what stays together, what is said again, and that it is all there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.handing_over.paper import (
    BODY,
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Block,
    Ink,
    Paper,
    at,
    paragraph,
    pointed_at,
    wrapped,
)
from ui.theme.fonts import bring_fonts

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _with_the_shipped_face(qapp) -> None:
    bring_fonts()


def block(name: str, lines: int) -> Block:
    texts = [f"{name}{number}" for number in range(lines)]
    return Block(tuple((at(LEFT, text, BODY, 14),) for text in texts), 14)


def texts(paper: Paper) -> list[list[str]]:
    return [[mark.text for mark in page if isinstance(mark, Ink)] for page in paper.pages]


def begun() -> Paper:
    paper = Paper()
    paper.begin_page()
    return paper


def test_a_short_block_is_never_parted() -> None:
    paper = begun()
    paper.put(block("a", int((BOTTOM - TOP) / 14) - 3))
    paper.put(block("b", 5))
    assert texts(paper)[1] == [f"b{n}" for n in range(5)]


def test_a_head_goes_with_what_it_heads() -> None:
    paper = begun()
    paper.put(block("a", int((BOTTOM - TOP) / 14) - 2))
    paper.put(block("head", 1), block("b", 20))
    assert texts(paper)[1][:2] == ["head0", "b0"]


def test_a_long_block_is_parted_and_its_last_line_never_stands_alone() -> None:
    for lines in range(60, 130):
        paper = begun()
        paper.put(block("a", lines))
        pages = texts(paper)
        assert [text for page in pages for text in page] == [f"a{n}" for n in range(lines)]
        assert min(map(len, pages)) >= 2
        lowest = max(mark.y for page in paper.pages for mark in page if isinstance(mark, Ink))
        assert lowest <= BOTTOM


def test_what_is_carried_stands_on_every_further_page() -> None:
    paper = begun()
    paper.carried = (block("again", 1),)
    paper.put(block("a", 150))
    first, *further = texts(paper)
    assert "again0" not in first
    assert len(further) >= 2
    assert [page[0] for page in further] == ["again0"] * len(further)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("가나 다.-/:1\n\U0001f600漢aA("), max_size=300))
def test_wrapping_loses_no_letter_and_no_line_is_too_long(text: str) -> None:
    lines = wrapped(text, BODY, 90)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(BODY.width(line) <= 90.5 for line in lines)


def test_decimal_points_stand_below_each_other() -> None:
    places = [
        ink.x + BODY.width(ink.text.split(".")[0])
        for ink in (pointed_at(300, text, BODY, 14) for text in ("1.11", "28.30", "100"))
    ]
    assert places == pytest.approx([300] * 3)


def test_a_paragraph_stays_between_its_edges() -> None:
    made = paragraph("의견은 이어집니다. " * 40, BODY)
    assert len(made.lines) > 3
    for (ink,) in made.lines:
        assert ink.x == LEFT
        assert ink.x + BODY.width(ink.text) <= RIGHT + 0.5
