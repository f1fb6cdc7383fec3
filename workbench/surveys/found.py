"""One object of a JSON text that may be anything: what is not as we write it is a ValueError."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from workbench.exact import is_plain
from workbench.text import clean_text

_LONGEST_TEXT: Final = 300
_MOST_ROWS: Final = 1000
_LARGEST: Final = 10**9
_TWO_PLACES: Final = re.compile(r"[0-9]{1,3}\.[0-9]{2}")


def whole(value: object) -> int:
    """Return ``value`` if it is a whole number of a sane size.

    Raises:
        ValueError: it is not.
    """
    if type(value) is not int or not -_LARGEST <= value <= _LARGEST:
        raise ValueError("number")
    return value


class Found:
    """One object; every method returns the value of a key or raises ``ValueError``."""

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise ValueError("object")
        self._value = value

    def within(self, key: str) -> "Found":
        """Return an object."""
        return Found(self._value.get(key))

    def rows(self, key: str) -> list["Found"]:
        """Return a list of objects."""
        return [Found(row) for row in self._list(key)]

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of short clean texts."""
        return tuple(self._clean(text) for text in self._list(key))

    def pairs(self, key: str) -> list[tuple[int | None, int]]:
        """Return pairs of a whole number (or none) and a count."""
        found: list[tuple[int | None, int]] = []
        for pair in self._list(key):
            if not isinstance(pair, list) or len(pair) != 2:
                raise ValueError(key)
            count = whole(pair[1])
            if count < 0:
                raise ValueError(key)
            found.append((None if pair[0] is None else whole(pair[0]), count))
        return found

    def words(self, key: str) -> tuple[tuple[str, int], ...]:
        """Return a list of short clean texts, each with a whole number."""
        found: list[tuple[str, int]] = []
        for pair in self._list(key):
            if not isinstance(pair, list) or len(pair) != 2:
                raise ValueError(key)
            found.append((self._clean(pair[0]), whole(pair[1])))
        return tuple(found)

    def text(self, key: str) -> str:
        """Return a short clean text."""
        return self._clean(self._value.get(key))

    def whole(self, key: str) -> int:
        """Return a whole number that is not negative."""
        number = whole(self._value.get(key))
        if number < 0:
            raise ValueError(key)
        return number

    def yes_or_no(self, key: str) -> bool:
        """Return a truth."""
        value = self._value.get(key)
        if not isinstance(value, bool):
            raise ValueError(key)
        return value

    def is_none(self, key: str) -> bool:
        """Say whether there is nothing."""
        return self._value.get(key) is None

    def number(self, key: str) -> Decimal:
        """Return a plain number."""
        text = self.text(key)
        if not is_plain(text):
            raise ValueError(key)
        return Decimal(text)

    def number_or_none(self, key: str) -> Decimal | None:
        """Return a plain number, or None where there is nothing."""
        return None if self.is_none(key) else self.number(key)

    def rounded(self, key: str) -> Decimal:
        """Return a number printed with two decimals."""
        text = self.text(key)
        if not _TWO_PLACES.fullmatch(text):
            raise ValueError(key)
        return Decimal(text)

    def _list(self, key: str) -> Sequence[object]:
        value = self._value.get(key)
        if not isinstance(value, list) or len(value) > _MOST_ROWS:
            raise ValueError(key)
        return value

    @staticmethod
    def _clean(value: object) -> str:
        if not isinstance(value, str) or len(value) > _LONGEST_TEXT or clean_text(value) != value:
            raise ValueError("text")
        return value
