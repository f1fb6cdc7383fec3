"""Signed points as people type and read them: a forgotten minus must never become a bonus."""

from decimal import Decimal
from typing import Final

from workbench.definition.terms import Rules
from workbench.errors import InputError
from workbench.exact import NumberUnfit, parse_number, plain, printed
from workbench.text import half_width

MINUS: Final = "−"
_SIGNS: Final = {"+": 1, "-": -1, MINUS: -1}


def parse_points(text: str, rules: Rules) -> Decimal:
    """Return the points typed as ``text``: a sign, always, and a plain number.

    Raises:
        InputError: no sign, no plain number, nothing at all, more decimals than the round
            prints, or more than its cap.
    """
    typed = half_width(text).strip()
    shown = text.strip()[:40]
    if not typed or not typed.strip("+-−0. "):
        raise InputError("adjust_points_nothing")
    if typed[0] not in _SIGNS:
        raise InputError("adjust_points_unsigned", text=shown)
    try:
        size = parse_number(typed[1:])
    except NumberUnfit as error:
        raise InputError("adjust_points_unfit", text=shown) from error
    places, cap = rules.score_places, rules.adjustment_cap
    if _decimals(size) > places:
        raise InputError("adjust_points_too_fine", text=shown, places=places)
    if cap is not None and size > cap:
        raise InputError("adjust_points_too_many", text=shown, cap=plain(cap))
    return Decimal(plain(size)) * _SIGNS[typed[0]]


def exactly(points: Decimal, places: int) -> str:
    """Return ``points`` with at least ``places`` decimals: none that was given is left out.

    A round may print fewer decimals today than on the day on which a point was given.
    """
    return printed(points, max(places, _decimals(points)))


def signed(points: Decimal, places: int) -> str:
    """Return ``points`` like ``exactly``, always with a sign; 0 has none."""
    text = exactly(abs(points), places)
    return f"+{text}" if points > 0 else f"{MINUS}{text}" if points < 0 else text


def as_typed(points: Decimal) -> str:
    """Return ``points`` as short as a person types them: ``+1.5``, ``−0.5``."""
    return f"{MINUS if points < 0 else '+'}{plain(abs(points))}"


def _decimals(number: Decimal) -> int:
    return len(plain(number).partition(".")[2])
