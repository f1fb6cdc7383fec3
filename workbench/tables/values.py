"""One cell of a workbook becomes the text that a person would type, or a marked one."""

import json
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from workbench.exact import plain
from workbench.tables.formats import Shape
from workbench.tables.terms import ERROR, FALSE, PERCENT, TRUE, TRUTH, Cell
from workbench.tables.unfit import BookUnfit, Unfit

_NUMBER: Final = re.compile(
    r"[+-]?([0-9]{1,400}\.?[0-9]{0,400}|\.[0-9]{1,400})([eE][+-]?[0-9]{1,3})?"
)
_ISO: Final = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})?T?([0-9]{2}:[0-9]{2}(:[0-9]{2})?)?(\.0+)?Z?"
)
_DAY_MS: Final = 86_400_000
_LAST_DAY: Final = 2_958_466
"""One after 9999-12-31."""
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no zones
_UNTIL_1904: Final = timedelta(days=1_462)
_OUTSIDE: Final = (ERROR, "#VALUE!")


def number_cell(text: str, shape: Shape, *, counts_from_1904: bool) -> Cell:
    """Return a number as it would be typed: plain, as a date, or marked as per cent.

    Raises:
        BookUnfit: it is no number.
    """
    number = _number(text)
    if shape is Shape.NUMBER:
        return plain(number)
    if shape is Shape.PERCENT:
        return (PERCENT, plain(number))
    if not 0 <= number < _LAST_DAY:
        return _OUTSIDE
    if shape is Shape.DURATION:
        return _elapsed(_milliseconds(number))
    return _moment(number, counts_from_1904=counts_from_1904)


def _number(text: str) -> Decimal:
    typed = text.strip()
    if not _NUMBER.fullmatch(typed):
        raise BookUnfit(Unfit.DAMAGED)
    number = Decimal(typed)
    if not typed.lstrip("+-").isdecimal():
        # A workbook holds 8.7 as 8.6999999999999993: the shortest text of the same binary
        # number is what was typed, and only a binary number can say which one that is.
        shortest = repr(json.loads(str(number)))
        if shortest.lstrip("-") == "inf":
            raise BookUnfit(Unfit.DAMAGED)
        number = Decimal(shortest)
    return number if number else Decimal(0)  # nobody types a negative nought


def _milliseconds(days: Decimal) -> int:
    return int((days * _DAY_MS).to_integral_value())


def _elapsed(milliseconds: int) -> str:
    """Return a duration as spreadsheets show it: hours without end, never days."""
    seconds, rest = divmod(milliseconds, 1_000)
    part = f".{rest:03}".rstrip("0") if rest else ""
    return f"{seconds // 3_600}:{seconds // 60 % 60:02}:{seconds % 60:02}{part}"


def _moment(number: Decimal, *, counts_from_1904: bool) -> Cell:
    passed = timedelta(milliseconds=_milliseconds(number))
    if number < 1 and not passed.days:
        return str((_EPOCH + passed).time())
    if counts_from_1904:
        passed += _UNTIL_1904
    elif number < 60:  # the calendar of spreadsheets has a 29 February 1900
        passed += timedelta(days=1)
    try:
        return _shown(_EPOCH + passed)
    except OverflowError:
        return _OUTSIDE


def _shown(moment: datetime) -> str:
    return moment.date().isoformat() if moment.time() == time() else str(moment)


def truth_cell(text: str) -> Cell:
    """Return a truth value as a spreadsheet shows it.

    Raises:
        BookUnfit: it is neither.
    """
    if text.strip() not in ("0", "1"):
        raise BookUnfit(Unfit.DAMAGED)
    return (TRUTH, TRUE if text.strip() == "1" else FALSE)


def date_cell(text: str) -> Cell:
    """Return a date that was written as ISO 8601 as it would be typed.

    Raises:
        BookUnfit: it is none.
    """
    typed = text.strip()
    found = _ISO.fullmatch(typed)
    if not typed or found is None:
        raise BookUnfit(Unfit.DAMAGED)
    day, clock = found[1], found[2]
    try:
        if day:
            date.fromisoformat(day)
        moment = time.fromisoformat(clock) if clock else time()
    except ValueError as error:
        raise BookUnfit(Unfit.DAMAGED) from error
    if not day:
        return str(moment)
    return day if moment == time() else f"{day} {moment}"
