"""Hostile .zip files around a sound score book: bombs, lies, foreign names, broken parts."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Forge = Callable[[bytes], bytes]

LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
BOMB = bytes(65 * 1024 * 1024)


@dataclass(frozen=True)
class ZipKind:
    """One way to pack a book; what the packed file becomes when it is merged."""

    forge: Forge
    key: str
    """Of the sentence that refuses it, or ``merged``."""


def packed(
    *parts: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED, comment: bytes = b""
) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", packing) as archive:
        for name, content in parts:
            archive.writestr(name, content)
        archive.comment = comment
    return target.getvalue()


def one(book: bytes, **how: int) -> bytes:
    return packed(("E1.score", book), **how)


def patched(image: bytes, mark: bytes, at: int, value: bytes) -> bytes:
    """Write ``value`` behind the last ``mark``."""
    start = image.rindex(mark) + at
    return image[:start] + value + image[start + len(value) :]


def encrypted(book: bytes) -> bytes:
    return patched(patched(one(book), CENTRAL, 8, b"\1\0"), LOCAL, 6, b"\1\0")


def lying_size(book: bytes) -> bytes:
    return patched(one(BOMB), CENTRAL, 24, (100).to_bytes(4, "little"))


def wrong_checksum(book: bytes) -> bytes:
    return patched(one(book), CENTRAL, 16, b"\1\2\3\4")


def flipped(book: bytes) -> bytes:
    image = bytearray(one(book))
    image[len(image) // 2] ^= 1
    return bytes(image)


def flipped_where_stored(book: bytes) -> bytes:
    image = bytearray(one(book, packing=zipfile.ZIP_STORED))
    image[len(image) // 2] ^= 1
    return bytes(image)


def shorter_than_said(book: bytes) -> bytes:
    size = struct.unpack_from("<I", one(book), one(book).rindex(CENTRAL) + 20)[0]
    return patched(one(book), CENTRAL, 20, (size - 100).to_bytes(4, "little"))


def longer_than_the_file(book: bytes) -> bytes:
    return patched(one(book), CENTRAL, 20, (0x7FFFFFF0).to_bytes(4, "little"))


def names_that_differ(book: bytes) -> bytes:
    image = one(book)
    at = image.index(b"E1.score")
    return image[:at] + b"E2.score" + image[at + 8 :]


def part_elsewhere(book: bytes) -> bytes:
    return patched(one(book), CENTRAL, 42, (7).to_bytes(4, "little"))


def two_of_one_name(book: bytes) -> bytes:
    image = packed(("E1.score", book), ("E2.score", b""))
    return image.replace(b"E2.score", b"E1.score")


def no_end_of_the_stream(book: bytes) -> bytes:
    """A stream that never says that it ends, with the checksum of what it holds."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = stream.compress(book) + stream.flush(zlib.Z_SYNC_FLUSH)
    image = one(book)
    central = image.rindex(CENTRAL)
    local = image[:30] + b"E1.score"
    size = len(content).to_bytes(4, "little")
    local = local[:18] + size + local[22:]
    directory = image[central:]
    directory = directory[:20] + size + directory[24:]
    end = directory.rindex(b"PK\x05\x06")
    offset = (len(local) + len(content)).to_bytes(4, "little")
    directory = directory[: end + 16] + offset + directory[end + 20 :]
    return local + content + directory


KINDS: dict[str, ZipKind] = {
    "stored": ZipKind(lambda book: one(book, packing=zipfile.ZIP_STORED), "merged"),
    "packed": ZipKind(one, "merged"),
    "with words in front": ZipKind(lambda book: b"#!/bin/sh\n" + one(book), "merged"),
    "with a comment": ZipKind(
        lambda book: packed(("E1.score", book), comment=b"PK\1\2 and more"), "merged"
    ),
    "a name that leads out": ZipKind(
        lambda book: packed(("../../../etc/E1.score", book)), "merged"
    ),
    "a name from a root": ZipKind(lambda book: packed(("/etc/E1.score", book)), "merged"),
    "a name with backslashes": ZipKind(lambda book: packed((r"C:\E1.score", book)), "merged"),
    "a name that turns the direction": ZipKind(
        lambda book: packed(("\u202eE1.score", book)), "merged"
    ),
    "a long name": ZipKind(lambda book: packed((f"{'가' * 20_000}.score", book)), "merged"),
    "beside other files": ZipKind(
        lambda book: packed(("a.txt", BOMB), ("E1.score", book), ("b/.score", b"")), "merged"
    ),
    "no zip": ZipKind(lambda book: book, "zip_damaged"),
    "nothing": ZipKind(lambda book: b"", "zip_damaged"),
    "an end and nothing else": ZipKind(lambda book: packed(), "zip_no_book"),
    "no book": ZipKind(lambda book: packed(("a.txt", book)), "zip_no_book"),
    "only a hidden book": ZipKind(lambda book: packed((".E1.score", book)), "zip_no_book"),
    "only what macOS adds": ZipKind(
        lambda book: packed(("__MACOSX/._E1.score", book)), "zip_no_book"
    ),
    "a zip in a zip": ZipKind(lambda book: packed(("E1.zip", one(book))), "zip_no_book"),
    "a zip called a book": ZipKind(lambda book: one(one(book)), "not_our_file"),
    "a folder called a book": ZipKind(lambda book: packed(("E1.score/", b"")), "zip_no_book"),
    "encrypted": ZipKind(encrypted, "zip_closed"),
    "packed by bzip2": ZipKind(lambda book: one(book, packing=zipfile.ZIP_BZIP2), "zip_closed"),
    "packed by lzma": ZipKind(lambda book: one(book, packing=zipfile.ZIP_LZMA), "zip_closed"),
    "cut": ZipKind(lambda book: one(book)[: len(one(book)) // 2], "zip_damaged"),
    "cut in its directory": ZipKind(lambda book: one(book)[:-30], "zip_damaged"),
    "a flipped bit": ZipKind(flipped, "zip_damaged"),
    "a flipped bit where it is stored": ZipKind(flipped_where_stored, "zip_damaged"),
    "a wrong checksum": ZipKind(wrong_checksum, "zip_damaged"),
    "shorter than it says": ZipKind(shorter_than_said, "zip_damaged"),
    "longer than the file": ZipKind(longer_than_the_file, "zip_damaged"),
    "a stream without an end": ZipKind(no_end_of_the_stream, "zip_damaged"),
    "names that differ": ZipKind(names_that_differ, "zip_damaged"),
    "a part that is elsewhere": ZipKind(part_elsewhere, "zip_damaged"),
    "two parts of one name": ZipKind(two_of_one_name, "zip_damaged"),
    "a bomb": ZipKind(lambda book: one(BOMB), "file_too_big"),
    "a bomb that lies about its size": ZipKind(lying_size, "file_too_big"),
    "a bomb of bombs": ZipKind(lambda book: one(one(BOMB)), "not_our_file"),
    "too many parts": ZipKind(
        lambda book: packed(*((f"{number}.score", b"") for number in range(301))), "zip_too_many"
    ),
    "too many marks of parts": ZipKind(
        lambda book: one(book) + CENTRAL * 10_001 + one(book)[-22:], "zip_too_many"
    ),
}
"""Every kind by its name."""
