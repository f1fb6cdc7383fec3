"""Exact numbers: the one place where text becomes a number and a number becomes text.

No binary float anywhere: typed text → ``Decimal`` → ``Fraction`` for arithmetic → ``Decimal``
rounded half up for print (DESIGN §4).
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workbench.errors import InputError
from workbench.text import half_width

_TYPED: Final = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")


class NumberUnfit(InputError):
    """The text is not a plain number."""


def parse_number(text: str) -> Decimal:
    """Return the number typed as ``text``; full-width digits are taken as digits.

    Raises:
        NumberUnfit: not ``[0-9]{1,12}(.[0-9]{1,6})?`` of plain or full-width signs, trimmed.
    """
    typed = half_width(text).strip()
    if not _TYPED.fullmatch(typed):
        raise NumberUnfit("number_unfit", text=text.strip()[:40])
    return Decimal(typed)


def parse_whole(text: str) -> int:
    """Return the whole number typed as ``text``.

    Raises:
        NumberUnfit: not a whole number without sign.
    """
    number = parse_number(text)
    if number != number.to_integral_value() or "." in half_width(text):
        raise NumberUnfit("whole_number_unfit", text=text.strip())
    return int(number)


def plain(number: Decimal) -> str:
    """Return the shortest plain text of ``number``: no exponent, no trailing zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_plain(text: str) -> bool:
    """Say whether ``text`` is exactly what ``plain`` makes of a typed number."""
    return bool(_TYPED.fullmatch(text)) and plain(Decimal(text)) == text


def half_up(value: Fraction, places: int) -> Decimal:
    """Return ``value`` rounded half up (away from zero) to ``places`` decimals."""
    return Decimal(half_up_units(value, places)).scaleb(-places)


def half_up_units(value: Fraction, places: int) -> int:
    """Return ``value`` rounded like ``half_up``, in units of the last of its ``places``."""
    above, below = value.as_integer_ratio()
    whole: int = (2 * abs(above) * 10**places + below) // (2 * below)
    return whole if above >= 0 else -whole


def printed(number: Decimal, places: int) -> str:
    """Return ``number`` with exactly ``places`` decimals, as printed."""
    return f"{number:.{places}f}"
