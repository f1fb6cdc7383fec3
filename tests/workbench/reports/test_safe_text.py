"""Text from people: whatever it is, it fits a cell and a page and stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reports.safe_text import (
    CELL_LINE_FEEDS,
    CELL_UNITS,
    CUT,
    cell_text,
    display_width,
    header_text,
    line_count,
    pieces,
    sheet_name,
    shown_text,
    units,
)

ANYTHING = st.text(st.characters(codec=None), max_size=60)


@given(ANYTHING)
def test_any_text_can_be_written_to_a_file(text: str) -> None:
    written = cell_text(text)
    written.encode("utf-8")
    assert not set(written) & {"\x00", "\x0b", "\r", "\ufffe", "\uffff"}
    assert units(written) <= CELL_UNITS


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "@x", "-1", "탭\t탭", "👍🏽", "한글\n줄", "_x0041_ _x005F_"]
)
def test_harmless_text_is_shown_as_it_was_written(text: str) -> None:
    assert shown_text(cell_text(text)) == text


def test_an_escape_is_not_believed() -> None:
    assert cell_text("_x0041_x0042_") == "_x005F_x0041_x005F_x0042_"


@pytest.mark.parametrize("text", ["가" * 40_000, "👍" * 20_000, "_x0041_" * 6_000, "줄\n" * 300])
def test_what_a_cell_cannot_hold_is_cut_with_a_mark(text: str) -> None:
    written = cell_text(text)
    assert written.endswith(CUT)
    assert units(written) <= CELL_UNITS
    assert written.count("\n") <= CELL_LINE_FEEDS
    assert text.startswith(shown_text(written).removesuffix(CUT))


@given(ANYTHING, st.integers(4, 40), st.integers(1, 5))
def test_pieces_are_the_text_and_fit_the_page(text: str, width: int, lines: int) -> None:
    found = pieces(text, width, lines)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(line_count(piece, width) <= lines for piece in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("재계약배제(75점 미만)", "재계약배제(75점 미만)"),
        ("a[1]:b*c?d/e\\f", "a_1__b_c_d_e_f"),
        ("'인용'", "인용"),
        ("History", "History_"),
        ("", "_"),
        ("가" * 40, "가" * 30 + "…"),
        ("👍" * 20, "👍" * 15 + "…"),
    ],
)
def test_a_sheet_name_is_one_every_program_takes(text: str, name: str) -> None:
    assert sheet_name(text) == name
    assert units(name) <= 31


def test_a_sheet_name_is_not_given_twice() -> None:
    assert sheet_name("요약", frozenset({"요약", "요약 (2)"})) == "요약 (3)"
    assert sheet_name("ABC", frozenset({"abc"})) == "ABC (2)"


def test_an_ampersand_in_a_header_is_no_command() -> None:
    assert header_text("R&D\n&Pages") == "R&&D &&Pages"
    assert len(header_text("&" * 500)) <= 160


def test_hangul_is_twice_as_wide_as_latin() -> None:
    assert display_width("한글\nabc") == 4
