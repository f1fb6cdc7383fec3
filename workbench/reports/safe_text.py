"""Text as a spreadsheet file can hold it: never a formula, never a broken file.

Everything written by people goes through here, whatever the door has let in before.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import Final

CELL_UNITS: Final = 32_767
CELL_LINE_FEEDS: Final = 253
HEADER_UNITS: Final = 80
"""A whole header has 255, and an escaped ampersand takes two."""
SHEET_NAME_UNITS: Final = 31
_SHORT: Final = 200
CUT: Final = "…(생략)"

Writer = Callable[[str], str]

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_UNFIT_IN_SHEET_NAMES = re.compile(r"[:\\/?*\[\]]")


def units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, as spreadsheet programs count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut_to(text: str, most: int, mark: str = CUT, as_written: Writer = str) -> str:
    """Return ``text`` in at most ``most`` UTF-16 units ``as_written``; a cut shows as ``mark``."""
    if units(as_written(text)) <= most:
        return text
    kept = bisect_right(
        range(len(text)), most - units(mark), key=lambda end: units(as_written(text[:end]))
    )
    return text[: max(kept - 1, 0)] + mark


def legal(text: str) -> str:
    """Return ``text`` in NFC with what no XML file can hold replaced by U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ILLEGAL.sub("\ufffd", unicodedata.normalize("NFC", text))


def cell_text(text: str) -> str:
    """Return ``text`` as it is written into a cell: legal, within a cell's limits, escaped."""
    return _short_cell_text(text) if len(text) < _SHORT else _cell_text(text)


@lru_cache(maxsize=4096)
def _short_cell_text(text: str) -> str:
    # names and codes stand in thousands of rows
    return _cell_text(text)


def _cell_text(text: str) -> str:
    text = legal(text)
    lines = text.split("\n", CELL_LINE_FEEDS + 1)
    if len(lines) > CELL_LINE_FEEDS + 1:
        text = "\n".join(lines[: CELL_LINE_FEEDS + 1]) + CUT
    return _escaped(cut_to(text, CELL_UNITS, as_written=_escaped))


def _escaped(text: str) -> str:
    return _ESCAPE.sub("_x005F_", text)


def shown_text(written: str) -> str:
    """Return what a spreadsheet program shows for a cell ``written`` by ``cell_text``."""
    return written.replace("_x005F_", "_")


def header_text(text: str) -> str:
    """Return ``text`` for a page header or footer, where an ampersand starts a command."""
    line = " ".join(legal(text).split())
    return cut_to(line, HEADER_UNITS, "…").replace("&", "&&")


def sheet_name(text: str, taken: frozenset[str] = frozenset()) -> str:
    """Return ``text`` as a sheet name that every spreadsheet program takes, not in ``taken``."""
    name = _UNFIT_IN_SHEET_NAMES.sub("_", " ".join(legal(text).split())).strip("' ")
    if not name or name.casefold() == "history":
        name = f"{name}_"
    used = {other.casefold() for other in taken}
    found, number = cut_to(name, SHEET_NAME_UNITS, "…"), 2
    while found.casefold() in used:
        ending = f" ({number})"
        found = cut_to(name, SHEET_NAME_UNITS - len(ending), "…") + ending
        number += 1
    return found


def display_width(text: str) -> int:
    """Return the width of the widest line of ``text``; a Hangul syllable is two units wide."""
    return max(map(_line_width, text.split("\n")))


def line_count(text: str, width: int) -> int:
    """Return on how many lines ``text`` stands in a column of ``width`` units."""
    if 2 * len(text) <= width and "\n" not in text:
        return 1
    return (_short_line_count if len(text) < _SHORT else _line_count)(text, width)


@lru_cache(maxsize=4096)
def _short_line_count(text: str, width: int) -> int:
    return _line_count(text, width)


def _line_count(text: str, width: int) -> int:
    return sum(len(_wrapped(paragraph, width)) for paragraph in text.split("\n"))


def pieces(text: str, width: int, most_lines: int) -> list[str]:
    """Return ``text`` in pieces that fill at most ``most_lines`` lines of ``width`` units.

    A row of a sheet can be no higher than a page, so a long text takes several rows; the pieces
    one after the other are the text, but for white space at the seams.
    """
    lines = [
        (part, "" if number else "\n")
        for paragraph in text.split("\n")
        for number, part in enumerate(_wrapped(paragraph, width))
    ]
    groups = (lines[at : at + most_lines] for at in range(0, len(lines), most_lines))
    found = ["".join(before + part for part, before in group).strip() for group in groups]
    return [piece for piece in found if piece] or [""]


def _wrapped(paragraph: str, width: int) -> list[str]:
    parts: list[str] = []
    start = used = 0
    for at, character in enumerate(paragraph):
        used += _width(character)
        if used > width:
            space = paragraph.rfind(" ", start + (at - start) // 2, at) + 1
            end = space or at
            parts.append(paragraph[start:end])
            start, used = end, _line_width(paragraph[end : at + 1])
    return [*parts, paragraph[start:]]


def _line_width(line: str) -> int:
    return len(line) if line.isascii() else sum(map(_width, line))


@lru_cache(maxsize=4096)  # every syllable of every text is asked for, some of them a thousand times
def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
