"""One wrong bit is found by trying: the hash that a row carries says when it is right again."""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from typing import Final, TypeVar

from models.pages import Record

MOST_BYTES: Final = 6144
"""How many bytes of damaged rows are tried in one file: more are no matter of single bits."""

_Row = TypeVar("_Row")


def mended(
    records: Iterable[Record], read: Callable[[bytes], _Row | None], proves: Callable[[_Row], bool]
) -> list[tuple[int, _Row]]:
    """Return the rows of ``records`` that one other bit makes true, with their numbers."""
    found, left = [], MOST_BYTES
    for record in sorted(records, key=lambda one: len(one.payload)):
        left -= len(record.payload)
        if left < 0:
            break
        row = _mend(record.payload, read, proves)
        if row is not None:
            found.append((record.number, row))
    return found


def _mend(
    payload: bytes, read: Callable[[bytes], _Row | None], proves: Callable[[_Row], bool]
) -> _Row | None:
    trial = bytearray(payload)
    for at in range(len(trial)):
        for bit in range(8):
            trial[at] ^= 1 << bit
            row = read(bytes(trial))
            if row is not None and proves(row):
                return row
            trial[at] ^= 1 << bit
    return None


def mended_set(
    members: frozenset[bytes], others: Collection[bytes], proves: Callable[[frozenset[bytes]], bool]
) -> frozenset[bytes] | None:
    """Return ``members`` once they prove themselves: as they are, with one more or one bit other.

    ``others`` are what may be missing among them.
    """
    trials = chain(
        (members, frozenset(others)),
        (members | {one} for one in others),
        (members - {one} | {other} for one in members for other in _one_bit_off(one)),
    )
    return next((trial for trial in trials if proves(trial)), None)


def _one_bit_off(value: bytes) -> Iterator[bytes]:
    number = int.from_bytes(value)
    for bit in range(len(value) * 8):
        yield (number ^ 1 << bit).to_bytes(len(value))
