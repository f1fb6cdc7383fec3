"""What disks, sticks and transfers do to a file; each damage says which pages it touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.pages import PAGE
from models.picture import read_store
from models.schema import DocumentKind
from workbench.salvaging.known import Known, known_in

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path


class Damaged(NamedTuple):
    image: bytes
    touched: frozenset[int]
    """Pages that are not as they were, counted from 0."""


def bits(image: bytes, rng: random.Random) -> Damaged:
    return _with(image, {rng.randrange(len(image)) for _ in range(rng.randint(1, 6))}, rng)


def burst(image: bytes, rng: random.Random) -> Damaged:
    first = rng.randrange(len(image))
    return _with(image, set(range(first, min(first + rng.randint(4, 512), len(image)))), rng)


def _with(image: bytes, places: set[int], rng: random.Random) -> Damaged:
    data = bytearray(image)
    for at in places:
        data[at] ^= 1 << rng.randrange(8)
    return Damaged(bytes(data), frozenset(at // PAGE for at in places))


def zeroed(image: bytes, rng: random.Random) -> Damaged:
    data, pages = bytearray(image), rng.sample(range(len(image) // PAGE), rng.randint(1, 3))
    for page in pages:
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    return Damaged(bytes(data), frozenset(pages))


def cut(image: bytes, rng: random.Random) -> Damaged:
    left = rng.randrange(len(image) // 2, len(image))
    return Damaged(image[:left], frozenset(range(left // PAGE, len(image) // PAGE)))


def swapped(image: bytes, rng: random.Random) -> Damaged:
    one, other = sorted(rng.sample(range(len(image) // PAGE), 2))
    page = [image[at : at + PAGE] for at in range(0, len(image), PAGE)]
    page[one], page[other] = page[other], page[one]
    return Damaged(b"".join(page), frozenset({one, other}))


def without_schema(image: bytes, rng: random.Random) -> Damaged:
    return Damaged(rng.randbytes(PAGE) + image[PAGE:], frozenset({0}))


KINDS: dict[str, Callable[[bytes, random.Random], Damaged]] = {
    "bits": bits,
    "burst": burst,
    "pages zeroed": zeroed,
    "truncation": cut,
    "pages swapped": swapped,
    "schema page": without_schema,
}


def content_of(path: Path) -> Known:
    """Everything a sound, closed document holds."""
    kind = DocumentKind.ROUND if path.suffix == ".round" else DocumentKind.SCORE
    with read_store(path, kind) as store:
        return known_in(store)


def pages_of_each(image: bytes, known: Known) -> dict[bytes, set[int]]:
    """The pages, counted from 0, on which the row of every revision stands."""
    pages = {}
    for row in known.revisions.values():
        at = image.index(row.id + row.owner + row.service + row.subject)
        pages[row.id] = {at // PAGE} | _pages_of(image, (row.value or "").encode())
    return pages


def _pages_of(image: bytes, text: bytes) -> set[int]:
    """The pages of a text that is too long for one, found by pieces of it."""
    pieces = (
        [text[at : at + 60] for at in range(0, len(text), 500)] if len(text) > PAGE // 2 else []
    )
    return {at // PAGE for piece in pieces if (at := image.find(piece)) >= 0}


def blot_out(path: Path, *revisions: bytes) -> None:
    """Zero the beginning of the rows of these revisions, and nothing else on their pages."""
    data = bytearray(path.read_bytes())
    rows = content_of(path).revisions
    for id_ in revisions:
        row = rows[id_]
        at = data.index(row.id + row.owner + row.service + row.subject)
        data[at - 8 : at + 112] = bytes(120)
    path.write_bytes(data)
