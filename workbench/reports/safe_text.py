"""Text as a spreadsheet file can hold it: never a formula, never a broken file.

Everything written by people goes through here, whatever the door has let in before.
"""

import re
import unicodedata
from typing import Final

CELL_UNITS: Final = 32_767
CELL_LINE_FEEDS: Final = 253
HEADER_UNITS: Final = 200
SHEET_NAME_UNITS: Final = 31
CUT: Final = "…(생략)"

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_UNFIT_IN_SHEET_NAMES = re.compile(r"[:\\/?*\[\]]")


def units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, as spreadsheet programs count it."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut_to(text: str, most: int, mark: str = CUT) -> str:
    """Return ``text`` in at most ``most`` UTF-16 units; a cut shows as ``mark``."""
    if len(text) * 2 <= most or units(text) <= most:
        return text
    room = most - units(mark)
    kept = text[:room]
    while units(kept) > room:
        kept = kept[: room - units(kept)]
    return kept + mark


def legal(text: str) -> str:
    """Return ``text`` in NFC with what no XML file can hold replaced by U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ILLEGAL.sub("\ufffd", unicodedata.normalize("NFC", text))


def cell_text(text: str) -> str:
    """Return ``text`` as it is written into a cell: legal, within a cell's limits, escaped."""
    text = legal(text)
    lines = text.split("\n", CELL_LINE_FEEDS + 1)
    if len(lines) > CELL_LINE_FEEDS + 1:
        text = "\n".join(lines[: CELL_LINE_FEEDS + 1]) + CUT
    escaped = _ESCAPE.sub("_x005F_", text)
    if units(escaped) <= CELL_UNITS:
        return escaped
    # an escape must not be cut in two, so the plain text gives way
    spare = len(escaped) - len(text)
    return _ESCAPE.sub("_x005F_", cut_to(text, CELL_UNITS - spare))


def shown_text(written: str) -> str:
    """Return what a spreadsheet program shows for a cell ``written`` by ``cell_text``."""
    return written.replace("_x005F_", "_")


def header_text(text: str) -> str:
    """Return ``text`` for a page header or footer, where an ampersand starts a command."""
    line = " ".join(legal(text).split())
    return cut_to(line, HEADER_UNITS // 2, "…").replace("&", "&&")


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


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
