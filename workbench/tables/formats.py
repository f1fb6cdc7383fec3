"""Which numbers of a workbook are dates, times or per cents: its formats, read from the styles."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Final

from workbench.tables.events import MAIN, Path, stream
from workbench.tables.unfit import BookUnfit, Unfit

MAX_STYLES: Final = 65_536


class Shape(Enum):
    """What a number is shown as."""

    NUMBER = 0
    PERCENT = 1
    DATE = 2
    DURATION = 3


# 27 to 36 and 50 to 58 are dates of Korean, Chinese and Japanese spreadsheet programs
_DATES: Final = frozenset((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)))
_PERCENTS: Final = frozenset((9, 10))
_DURATION: Final = 46
_LITERAL: Final = re.compile(r'"[^"]*"|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_ELAPSED: Final = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DATE: Final = re.compile("[dmhys]", re.IGNORECASE)


def shapes(part: bytes) -> list[Shape]:
    """Return the shape of every cell format, by the number that cells refer to.

    Raises:
        BookUnfit: the part is damaged or not safe.
    """
    own: dict[str, Shape] = {}
    used: list[str] = []
    path = Path(f"{MAIN} styleSheet")

    def start(name: str, attributes: Mapping[str, str]) -> None:
        at = path.enter(name)
        if at == ("styleSheet", "numFmts", "numFmt"):
            own[attributes.get("numFmtId", "")] = _of_code(attributes.get("formatCode", ""))
        elif at == ("styleSheet", "cellXfs", "xf"):
            used.append(attributes.get("numFmtId", "0"))
            if len(used) > MAX_STYLES:
                raise BookUnfit(Unfit.UNSAFE)

    stream(part, start, path.leave)
    return [own[key] if key in own else _built_in(key) for key in used]


def _built_in(key: str) -> Shape:
    number = int(key) if re.fullmatch("[0-9]{1,4}", key) else 0
    if number in _DATES:
        return Shape.DATE
    if number in _PERCENTS:
        return Shape.PERCENT
    return Shape.DURATION if number == _DURATION else Shape.NUMBER


def _of_code(code: str) -> Shape:
    bare = _LITERAL.sub("", code[:1000])
    first = bare.split(";")[0]
    if _ELAPSED.search(first):
        return Shape.DURATION
    if "general" not in first.casefold() and _DATE.search(first):
        return Shape.DATE
    return Shape.PERCENT if "%" in bare else Shape.NUMBER
