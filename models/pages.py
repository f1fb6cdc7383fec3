"""The pages of a file as bytes: rows out of each by itself, without SQLite.

Only what a row of ours can be is read: numbers, text, bytes, nothing. Offsets that lead outside
the file, or to what is no row, are passed over; so a damaged page costs its own rows only.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

PAGE: Final = 4096
"""The size of a page in every file this program makes."""

_TABLE_LEAF, _INDEX_LEAF = 0x0D, 0x0A
_TABLE_NODE, _INDEX_NODE = 0x05, 0x02
_LEAVES_OF_ROWS: Final = (_TABLE_LEAF, _INDEX_LEAF, _INDEX_NODE)
_FAMILIES: Final = ((_TABLE_NODE, _TABLE_LEAF), (_INDEX_NODE, _INDEX_LEAF))
_MOST_LOCAL: Final = {True: PAGE - 35, False: (PAGE - 12) * 64 // 255 - 23}
"""How much of a row lies in its own page: of a table with row numbers, and of the others."""
_LEAST_LOCAL: Final = (PAGE - 12) * 32 // 255 - 23
_MOST_CUT: Final = 1 << 20
"""A header that says more pages than this is itself damaged."""
_INTEGERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Record(NamedTuple):
    """One row as its bytes, and the number it had in its table: 0 where none can be read."""

    number: int
    payload: bytes


def missing_pages(image: bytes) -> int:
    """Return how many pages less than its header says the file has, 0 where it says nothing."""
    said = int.from_bytes(image[28:32]) if image.startswith(b"SQLite format 3\x00") else 0
    cut = said - len(image) // PAGE
    return cut if 0 < cut < _MOST_CUT else 0


def values_of(payload: bytes) -> tuple[Any, ...] | None:
    """Return the columns of a row, None where the bytes are no row of ours."""
    size, at = _varint(payload, 0)
    if not 0 < size <= len(payload):
        return None
    types = []
    while at < size:
        kind, at = _varint(payload, at)
        types.append(kind)
    values: list[Any] = []
    for kind in types:
        length = _length(kind)
        if length is None or at + length > len(payload):
            return None
        piece = payload[at : at + length]
        at += length
        try:
            values.append(_value(kind, piece))
        except UnicodeDecodeError:
            return None
    return tuple(values) if at == len(payload) else None


def _value(kind: int, piece: bytes) -> object:
    if kind == 0:
        return None
    if kind in (8, 9):
        return kind - 8
    if kind in _INTEGERS:
        return int.from_bytes(piece, signed=True)
    return piece.decode() if kind % 2 else piece


def _length(kind: int) -> int | None:
    """Return how many bytes a column of this type has; None for what no table of ours holds."""
    if kind in (0, 8, 9):
        return 0
    if kind in _INTEGERS:
        return _INTEGERS[kind]
    return (kind - 12) // 2 if kind >= 12 else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number at ``at`` and where it ends; past the end it is 0."""
    value = 0
    for place in range(at, min(at + 8, len(data))):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    if at + 8 < len(data):
        return value << 8 | data[at + 8], at + 9
    return 0, len(data)


def records(image: bytes, shape: re.Pattern[bytes], *, is_table: bool) -> Iterator[Record]:
    """Yield the rows of a shape wherever in the file their records begin."""
    for match in shape.finditer(image):
        at = match.start()
        header, place = _varint(image, at)
        if at + header > len(image):
            continue  # the file ends within it
        size = header
        while place < at + header:
            kind, place = _varint(image, place)
            length = _length(kind)
            if length is None:
                break
            size += length
        else:
            payload = _payload(image, at, size, is_table=is_table)
            if payload is not None:
                yield Record(_number_before(image, at, size) if is_table else 0, payload)


def _number_before(image: bytes, at: int, size: int) -> int:
    """Return the row number that stands between the size of a row and its record."""
    wanted = _packed(size)
    for length in range(1, 10):
        start = at - length - len(wanted)
        number, end = _varint(image, at - length)
        if end == at and start >= 0 and image[start : at - length] == wanted:
            return number
    return 0


def _packed(number: int) -> bytes:
    digits = [number & 0x7F]
    while number := number >> 7:
        digits.append(number & 0x7F | 0x80)
    return bytes(reversed(digits))


def _payload(image: bytes, at: int, size: int, *, is_table: bool) -> bytes | None:
    """Return the ``size`` bytes of a row whose record begins at ``at``, with what overflows."""
    if size > len(image):
        return None
    most, local = _MOST_LOCAL[is_table], size
    if size > most:
        local = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (PAGE - 4)
        local = local if local <= most else _LEAST_LOCAL
    if at // PAGE != (at + local + (4 if local < size else 0) - 1) // PAGE:
        return None
    pieces = [image[at : at + local]]
    left, pointer = size - local, at + local
    while left > 0:
        page = int.from_bytes(image[pointer : pointer + 4])
        if not 1 < page <= len(image) // PAGE:
            return None
        pointer = (page - 1) * PAGE
        pieces.append(image[pointer + 4 : pointer + 4 + min(left, PAGE - 4)])
        left -= PAGE - 4
    return b"".join(pieces)


def cells(image: bytes, page: int) -> Iterator[Record]:
    """Yield the rows to which one page points."""
    start = (page - 1) * PAGE
    kind = image[start]
    if kind not in _LEAVES_OF_ROWS:
        return
    for place in pointers(image, start):
        at = place + (4 if kind == _INDEX_NODE else 0)
        size, at = _varint(image, at)
        number = 0
        if kind == _TABLE_LEAF:
            number, at = _varint(image, at)
        payload = _payload(image, at, size, is_table=kind == _TABLE_LEAF)
        if payload is not None:
            yield Record(number, payload)


def said_count(image: bytes, page: int) -> int:
    """Return how many cells a page says it has, 0 where it is none that holds rows."""
    start = (page - 1) * PAGE
    return _count(image, start) if image[start] in _LEAVES_OF_ROWS else 0


def _count(image: bytes, start: int) -> int:
    return int.from_bytes(image[start + 3 : start + 5])


def pointers(image: bytes, start: int) -> Iterator[int]:
    """Yield where the cells of a page begin, as far as that can be so."""
    size = 12 if image[start] in (_TABLE_NODE, _INDEX_NODE) else 8
    count = _count(image, start)
    first = start + size
    for place in range(first, min(first + 2 * count, start + PAGE - 1), 2):
        offset = int.from_bytes(image[place : place + 2])
        if size <= offset < PAGE:
            yield start + offset


def tables_of(image: bytes, roots: Mapping[str, int]) -> tuple[dict[int, str], frozenset[str]]:
    """Return which table or index each page belongs to, and which of them are torn.

    A page is known as far as a whole way leads to it; a table is torn where a way ends at what
    is no page of its kind.
    """
    found: dict[int, str] = {}
    torn = set()
    last = len(image) // PAGE
    for name, root in roots.items():
        waiting: list[int] = [root]
        family: tuple[int, ...] = (*_FAMILIES[0], *_FAMILIES[1])
        while waiting:
            page = waiting.pop()
            start = (page - 1) * PAGE
            if not 1 < page <= last or page in found or image[start] not in family:
                torn.add(name)
                continue
            found[page] = name
            kind = image[start]
            family = next(one for one in _FAMILIES if kind in one)
            if kind in (_TABLE_NODE, _INDEX_NODE):
                places = [*pointers(image, start), start + 8]
                waiting += [int.from_bytes(image[place : place + 4]) for place in places]
    return found, frozenset(torn)
