"""Responses that stand in a table twice: a block of rows pasted again, a respondent named again.

Two rows with equal answers are nothing strange, where many tick the same box all the way down.
So a block counts only where chance would hardly make it: with N rows, and p for each different
row of the block, if N² × Π p < 1/1000. p is how often such a row stands elsewhere in the table,
but never less than the product of how often each of its answers is given.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

SHORTEST_BLOCK: Final = 5
_CHANCE: Final = Fraction(1, 1000)
_MOST_BEFORE: Final = 50
"""Earlier places of one run of rows that are compared: rare runs, the only ones, have few."""
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows whose answers stand once more further down, in the same order; positions of rows."""

    first: int
    second: int
    length: int


def blocks_of(rows: Sequence[Row]) -> tuple[Block, ...]:
    """Return the blocks of at least five rows that stand again further down, each at its longest.

    ``rows`` are all answers of each row as typed. No row is in the second place of two blocks.
    """
    return tuple(_Search(rows).blocks())


class _Search:
    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._different = list(dict.fromkeys(rows))
        ids = {row: number for number, row in enumerate(self._different)}
        self._keys = [ids[row] for row in rows]
        self._counts = Counter(self._keys)
        self._likely: dict[int, Fraction] = {}

    @cached_property
    def _shares(self) -> list[dict[str, Fraction]]:
        size = len(self._rows)
        return [
            {text: Fraction(count, size) for text, count in Counter(column).items()}
            for column in zip(*self._rows, strict=True)
        ]

    def blocks(self) -> list[Block]:
        found: list[Block] = []
        seen: dict[tuple[int, ...], list[int]] = {}
        at, noted, free_from = 0, 0, 0
        while at + SHORTEST_BLOCK <= len(self._keys):
            while noted + SHORTEST_BLOCK <= at:
                seen.setdefault(self._run(noted), []).append(noted)
                noted += 1
            block = self._longest(at, seen.get(self._run(at), ())[:_MOST_BEFORE], free_from)
            if block is None:
                at += 1
            else:
                found.append(block)
                at = free_from = block.second + block.length
        return found

    def _run(self, at: int) -> tuple[int, ...]:
        return tuple(self._keys[at : at + SHORTEST_BLOCK])

    def _longest(self, at: int, before: Sequence[int], free_from: int) -> Block | None:
        if not before or not self._is_strange(at):
            return None
        grown = [self._grown(earlier, at, free_from) for earlier in before]
        return max(grown, key=lambda block: (block.length, -block.first))

    def _grown(self, first: int, second: int, free_from: int) -> Block:
        keys, length = self._keys, SHORTEST_BLOCK
        distance = second - first
        while (
            second + length < len(keys)
            and length < distance
            and keys[first + length] == keys[second + length]
        ):
            length += 1
        while (
            first > 0
            and second > free_from
            and length < distance
            and keys[first - 1] == keys[second - 1]
        ):
            first, second, length = first - 1, second - 1, length + 1
        return Block(first, second, length)

    def _is_strange(self, at: int) -> bool:
        chance = Fraction(len(self._keys) ** 2)
        for key in set(self._run(at)):
            chance *= self._probability(key)
        return chance < _CHANCE

    def _probability(self, key: int) -> Fraction:
        if key not in self._likely:
            product = Fraction(1)
            for text, shares in zip(self._different[key], self._shares, strict=True):
                product *= shares[text]
            elsewhere = Fraction(self._counts[key] - 2, len(self._keys))
            self._likely[key] = max(product, elsewhere)
        return self._likely[key]


def repeated(names: Sequence[tuple[str, ...]]) -> tuple[tuple[int, int], ...]:
    """Return (first, later) positions of rows of one respondent; rows without a name are left."""
    first: dict[tuple[str, ...], int] = {}
    found = []
    for at, name in enumerate(names):
        if not all(name):
            continue
        earlier = first.setdefault(name, at)
        if earlier != at:
            found.append((earlier, at))
    return tuple(found)
