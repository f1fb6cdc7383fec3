"""Whether two lines say nearly the same: shared pairs of letters, exact, numbers apart."""

import re
import unicodedata
from collections import Counter
from fractions import Fraction
from functools import lru_cache
from typing import Final

NEAR: Final = Fraction(3, 4)
"""From here on two lines are taken for one thought in two wordings."""
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")


def nearness(one: str, other: str) -> Fraction:
    """Return how much two lines share, 0 to 1: twice the common pairs of letters over all pairs.

    Spaces, punctuation, width and case do not matter; lines of other numbers share nothing.
    """
    (numbers, pairs), (others, other_pairs) = _seen(one), _seen(other)
    whole = pairs.total() + other_pairs.total()
    if numbers != others or not whole:
        return Fraction(0)
    return Fraction(2 * (pairs & other_pairs).total(), whole)


def is_near(one: str, other: str) -> bool:
    """Say whether two lines say nearly the same."""
    return nearness(one, other) >= NEAR


@lru_cache(maxsize=4096)
def _seen(text: str) -> tuple[tuple[str, ...], Counter[str]]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(character for character in folded if character.isalnum())
    numbers = tuple(_NUMBER.findall(folded))
    pairs = [letters[at : at + 2] for at in range(len(letters) - 1)]
    return numbers, Counter(pairs or [letters] if letters else ())
