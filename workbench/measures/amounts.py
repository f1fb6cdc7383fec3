"""Values on the way from figures to points: each by name, exact, with its unit."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from workbench.exact import half_up, printed
from workbench.measures.catalogue import Part, part_word
from workbench.sentences import DEFAULT_LANGUAGE

PERCENT: Final = "%"
MINUS: Final = "−"
_PLACES: Final = 6
_MOST_PLACES: Final = 24


@lru_cache(maxsize=4096)
def closely(value: Fraction, least: int = 0) -> str:
    """Return ``value`` as a plain number that never looks like a rounder one than it is.

    Exact with up to six decimals, else rounded to six; to more where those six would show a
    bound of up to five decimals as reached that is not.
    """
    for places in range(least, _MOST_PLACES):
        is_exact = not 10**places % value.denominator
        if not is_exact and places < _PLACES:
            continue
        rounded = half_up(value, places)
        if is_exact or rounded != half_up(value, _PLACES - 1):
            return printed(rounded, places)
    return printed(half_up(value, _MOST_PLACES), _MOST_PLACES)


@dataclass(frozen=True, slots=True)
class Amount:
    """One value on the way, by name and with its unit."""

    part: Part
    value: Fraction
    unit: str = ""
    """Of the rubric, ``%``, or empty for a bare number."""
    at: int = 0
    """Its number where there are several of a kind, counted from 1."""

    def name(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Return what it is called: ``달성률``, ``이전 연도 달성률(2)``."""
        word = part_word(self.part, language)
        return f"{word}({self.at})" if self.at else word

    @property
    def text(self) -> str:
        """The value as a plain number with its unit: ``131.25%``, ``1050 명``."""
        number = closely(self.value).replace("-", MINUS)
        return f"{number}{self.unit}" if self.unit in ("", PERCENT) else f"{number} {self.unit}"

    def said(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Return name and value: ``달성률 131.25%``."""
        return f"{self.name(language)} {self.text}"
