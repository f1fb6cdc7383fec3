"""Books damaged at random in the ways that disks, sticks, mail and meddlers damage them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.workbench.merging.forging import PAGE, database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Damage = Callable[[random.Random, bytes, "Origin"], bytes]


class Origin:
    """A sound book, an older state of its pages, and where to work on copies of it."""

    def __init__(self, image: bytes, copy: Path) -> None:
        self.image = image
        self._copy = copy
        self.older = self.edited("UPDATE revision SET value = '1' WHERE field = 'score'")
        with database(copy) as raw:
            self.numbers = [number for (number,) in raw.execute("SELECT number FROM revision")]
        self.marks = [at for at in range(len(image) - 9) if image[at : at + 9] == b"score32.5"] or [
            image.index(b"score")
        ]

    def edited(self, *statements: str) -> bytes:
        """The book after ``statements``, by any tool that speaks SQLite."""
        self._copy.write_bytes(self.image)
        with database(self._copy) as raw:
            for statement in statements:
                raw.execute(statement)
        return self._copy.read_bytes()


def bits(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    changed = bytearray(image)
    for _ in range(rng.choice((1, 1, 1, 2, 8))):
        changed[rng.randrange(len(image))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def one_byte(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    at = rng.randrange(len(image))
    return image[:at] + bytes([rng.randrange(256)]) + image[at + 1 :]


def header_byte(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    at = rng.randrange(112)
    return image[:at] + bytes([rng.randrange(256)]) + image[at + 1 :]


def schema_byte(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    at = rng.randrange(100, PAGE)
    return image[:at] + bytes([rng.randrange(256)]) + image[at + 1 :]


def burst(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    length = rng.randrange(4, 513)
    at = rng.randrange(len(image) - length)
    return image[:at] + rng.randbytes(length) + image[at + length :]


def shortened(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    return image[: rng.randrange(len(image))]


def shortened_and_filled(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    return image[: rng.randrange(len(image))].ljust(len(image), b"\0")


def _pages(image: bytes) -> list[bytes]:
    return [image[at : at + PAGE] for at in range(0, len(image), PAGE)]


def swapped(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    pages = _pages(image)
    first, second = rng.sample(range(len(pages)), 2)
    pages[first], pages[second] = pages[second], pages[first]
    return b"".join(pages)


def copied_over(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    pages = _pages(image)
    first, second = rng.sample(range(len(pages)), 2)
    pages[first] = pages[second]
    return b"".join(pages)


def zeroed(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    length = rng.choice((512, PAGE))
    at = rng.randrange(len(image) // length) * length
    return image[:at] + bytes(length) + image[at + length :]


def stale(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    pairs = list(zip(_pages(image), _pages(origin.older), strict=True))
    return b"".join(rng.choice(pair) for pair in pairs)


def one_mark(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    """A hex editor on one digit of one mark."""
    at = rng.choice(origin.marks) + 5 + rng.choice((0, 1, 3))
    return image[:at] + bytes([rng.choice(b"0123456789")]) + image[at + 1 :]


EDITS = (
    "UPDATE revision SET value = '{mark}' WHERE number = {number}",
    "UPDATE revision SET made_at = made_at + {mark} WHERE number = {number}",
    "UPDATE revision SET seq = seq + {mark} WHERE number = {number}",
    "UPDATE revision SET replica = randomblob(16) WHERE number = {number}",
    "UPDATE revision SET service = randomblob(16) WHERE number = {number}",
    "UPDATE revision SET id = randomblob(32) WHERE number = {number}",
    "DELETE FROM revision WHERE number = {number}",
    "INSERT OR IGNORE INTO head VALUES ({number})",
    "INSERT OR IGNORE INTO seal_head VALUES (1, {number})",
    "UPDATE seal SET sealed_at = sealed_at + {mark}",
)


def by_sqlite(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    edit = rng.choice(EDITS)
    mark, number = rng.randrange(1, 41), rng.choice(origin.numbers)
    return origin.edited(edit.format(mark=mark, number=number))


def several(rng: random.Random, image: bytes, origin: Origin) -> bytes:
    for _ in range(rng.randrange(2, 8)):
        image = rng.choice((bits, one_byte, burst, swapped, copied_over))(rng, image, origin)
    return image


DAMAGES: tuple[Damage, ...] = (
    bits,
    one_byte,
    header_byte,
    schema_byte,
    burst,
    shortened,
    shortened_and_filled,
    swapped,
    copied_over,
    zeroed,
    stale,
    one_mark,
    by_sqlite,
    several,
)


def mutants(origin: Origin, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """``count`` damaged books, of every way in turn, each with what was done to it."""
    for number in range(count):
        damage = DAMAGES[number % len(DAMAGES)]
        rng = random.Random(seed * 1_000_003 + number)
        yield f"{damage.__name__} {number}", damage(rng, origin.image, origin)
