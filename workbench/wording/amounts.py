"""Numbers as they stand in a text: their exact value, unit and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from workbench.exact import half_up, printed

NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?!\d)(?:\.\d+)?"
_WIDE: Final = {0xFEE0 + ord(sign): sign for sign in "0123456789.,%()+-!?"}
_SCALES: Final = {
    "조": 10**12,
    "억": 10**8,
    "천만": 10**7,
    "백만": 10**6,
    "십만": 10**5,
    "만": 10**4,
    "천": 10**3,
}
_PART: Final = re.compile(
    rf"(?<![\d.])(?<!\d,)(?P<number>{NUMBER})(?P<scale>조|억|천만|백만|십만|만|천)?"
)
_UNIT: Final = re.compile(r"\s?(?:%\s?[pP](?![A-Za-z])|%|[가-힣A-Za-z㎡]{1,8})")


@dataclass(frozen=True, slots=True)
class Amount:
    """One number: 2,671명, 1억 2,000만원, 20.7%."""

    start: int
    end: int
    """Behind its digits and words of size, before its unit."""
    value: Fraction
    """The digits alone; of several parts, the whole."""
    places: int
    """How many decimals were written."""
    scale: int
    """1 억원 is 100,000,000 원; 1 where no such word stands."""
    unit: str
    """The word or sign behind it, with what hangs on the word."""

    @property
    def whole(self) -> Fraction:
        """The value in single units."""
        return self.value * self.scale

    @property
    def is_percent(self) -> bool:
        """Whether it is a percentage, points of percent not."""
        return self.unit == "%"

    @property
    def is_points_of_percent(self) -> bool:
        """Whether it is a difference of percentages."""
        return self.unit.lower() == "%p"


def folded(text: str) -> str:
    """Return ``text`` with wide digits and signs as plain ones; every place stays the same."""
    return text.translate(_WIDE)


def amounts(text: str) -> tuple[Amount, ...]:
    """Return the numbers of a ``folded`` text from left to right."""
    return tuple(_joined(text, list(_PART.finditer(text))))


def _joined(text: str, parts: list[re.Match[str]]) -> Iterator[Amount]:
    """Put parts of one number together: 1억 2,000만."""
    groups: list[list[re.Match[str]]] = []
    for part in parts:
        if groups and _continues(text, groups[-1][-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    for group in groups:
        yield _amount(text, group)


def _continues(text: str, before: re.Match[str], part: re.Match[str]) -> bool:
    size = _SCALES.get(before["scale"] or "", 1)
    gap = text[before.end() : part.start()]
    smaller = _SCALES.get(part["scale"] or "", 1)
    return size > smaller and gap in ("", " ") and _value(part) * smaller < size


def _amount(text: str, group: list[re.Match[str]]) -> Amount:
    first, last = group[0], group[-1]
    whole = sum((_value(one) * _SCALES.get(one["scale"] or "", 1) for one in group), Fraction(0))
    scale = _SCALES.get(first["scale"] or "", 1)
    unit = _UNIT.match(text, last.end())
    _, _, decimals = last["number"].partition(".")
    return Amount(
        first.start(),
        last.end(),
        whole / scale,
        len(decimals),
        scale,
        "" if unit is None else unit[0].strip().replace(" ", ""),
    )


def _value(part: re.Match[str]) -> Fraction:
    return Fraction(part["number"].replace(",", ""))


def is_written_as(written: Amount, exact: Fraction, *, is_about: bool = False) -> bool:
    """Say whether ``written`` is ``exact`` rounded half up or cut off to its decimals.

    With ``is_about`` a twentieth more or less passes.
    """
    if is_about and abs(written.value - exact) * 20 <= abs(exact):
        return True
    unit = Fraction(1, 10**written.places)
    cut = exact // unit * unit
    return written.value in (Fraction(half_up(exact, written.places)), cut)


def shown(exact: Fraction, places: int) -> str:
    """Return ``exact`` as a text would write it, with thousands apart."""
    return f"{half_up(exact, places):,}" if places == 0 else _grouped(exact, places)


def _grouped(exact: Fraction, places: int) -> str:
    whole, _, decimals = printed(half_up(exact, places), places).partition(".")
    return f"{int(whole):,}.{decimals}"
