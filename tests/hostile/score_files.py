"""Score books damaged or forged below SQLite: headers, ends, pages, and files planted beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workbench.merging.forging import PAGE, database, execute, patched, planted_journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADER: dict[str, tuple[int, bytes]] = {
    "magic": (0, b"SQLite format 4\0"),
    "page size": (16, b"\x02\x00"),
    "write version of a WAL file": (18, b"\x02"),
    "read version of a WAL file": (19, b"\x02"),
    "a WAL file": (18, b"\x02\x02"),
    "reserved space": (20, b"\x08"),
    "payload fractions": (21, b"\x41"),
    "one page more": (28, b"\x00\x00\xff\xff"),
    "UTF-16": (56, b"\0\0\0\2"),
    "version 0": (60, b"\0\0\0\0"),
    "a newer version": (60, b"\0\0\0\x63"),
    "a version below zero": (60, b"\xff\xff\xff\xff"),
    "a round": (68, b"SWRD"),
    "nobody's file": (68, b"\0\0\0\0"),
    "a page size of nothing": (16, b"\0\0"),
    "a page size of 65,536": (16, b"\0\1"),
    "no pages": (28, b"\0\0\0\0"),
    "a schema of another format": (44, b"\0\0\0\x09"),
    "pages that are cleaned up": (52, b"\0\0\0\1"),
    "UTF-16 of the other kind": (56, b"\0\0\0\3"),
    "an unknown way of writing": (56, b"\0\0\0\7"),
    "another counter of changes": (24, b"\0\xff\0\xff"),
    "bytes kept for later": (72, b"later and later, all"),
}
"""By name, what stands where in the header of the file instead."""

INTERIOR_TABLE, LEAF_TABLE = 0x05, 0x0D


def written(at: int, value: bytes) -> Callable[[Path], None]:
    return lambda book: patched(book, at, value)


def cut(kept: int) -> Callable[[Path], None]:
    return lambda book: book.write_bytes(book.read_bytes()[:kept]) and None


def longer(more: bytes) -> Callable[[Path], None]:
    return lambda book: book.write_bytes(book.read_bytes() + more) and None


def filled(content: bytes) -> Callable[[Path], None]:
    return lambda book: book.write_bytes(content) and None


def planted(ending: str) -> Callable[[Path], None]:
    """Put a journal beside the book that would make full marks of all of them."""

    def forge(book: Path) -> None:
        image = book.read_bytes()
        execute(book, "UPDATE revision SET value = '40' WHERE field = 'score'")
        wanted = book.read_bytes()
        book.write_bytes(image)
        book.with_name(book.name + ending).write_bytes(planted_journal(image, wanted))

    return forge


def page_of(image: bytes, kind: int) -> int:
    """Return where the first page of ``kind`` begins, behind the first."""
    return next(at for at in range(PAGE, len(image), PAGE) if image[at] == kind)


def tree_that_turns_back(book: Path) -> None:
    image = book.read_bytes()
    at = page_of(image, INTERIOR_TABLE)
    patched(book, at + 8, (at // PAGE + 1).to_bytes(4))


def ring_of_pages(book: Path) -> None:
    """A text that goes over many pages, of which the last leads to the first."""
    mark = b"ring" * 4096
    with database(book) as raw:
        raw.execute("UPDATE revision SET value = ? WHERE number = 1", (mark.decode(),))
    image = book.read_bytes()
    ring = [at for at in range(PAGE, len(image), PAGE) if image[at + 4 : at + 4 + 400] in mark * 2]
    assert len(ring) > 2
    for at in ring:
        patched(book, at, (ring[0] // PAGE + 1).to_bytes(4))


def free_pages_that_are_not(book: Path) -> None:
    patched(book, 32, (2).to_bytes(4) + (1).to_bytes(4))


def cell_outside(book: Path) -> None:
    patched(book, page_of(book.read_bytes(), LEAF_TABLE) + 8, b"\xff\xf0")


def cells_beyond_count(book: Path) -> None:
    patched(book, page_of(book.read_bytes(), LEAF_TABLE) + 3, b"\x7f\xff")


def text_file(book: Path) -> None:
    book.write_text("이것은 점수 파일이 아닙니다.\n" * 40, encoding="utf-8")


FORGED: dict[str, Callable[[Path], None]] = {
    **{f"header: {name}": written(*change) for name, change in HEADER.items()},
    **{
        f"only {kept} bytes": cut(kept)
        for kept in (0, 1, 15, 99, 100, 512, PAGE - 1, PAGE, 2 * PAGE, -1, -512, -PAGE)
    },
    "a byte more": longer(b"\0"),
    "a sector more": longer(b"x" * 512),
    "a page of zeros more": longer(b"\0" * PAGE),
    "a page more": longer(b"x" * PAGE),
    "a text": text_file,
    "a workbook": filled(b"PK\x03\x04" + bytes(5000)),
    "a picture": filled(b"\x89PNG\r\n\x1a\n" + bytes(5000)),
    "a file of zeros": filled(bytes(5 * PAGE)),
    "a header and nothing else": lambda book: filled(book.read_bytes()[:100] + bytes(PAGE - 100))(
        book
    ),
    "a journal planted beside": planted("-journal"),
    "a log planted beside": planted("-wal"),
    "a tree that turns back": tree_that_turns_back,
    "a text in a ring of pages": ring_of_pages,
    "free pages that are not free": free_pages_that_are_not,
    "a cell outside its page": cell_outside,
    "more cells than a page holds": cells_beyond_count,
}
