"""Rows read out of raw pages are exactly those that SQLite stored, however long they are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from models.carving import carve, part_of
from models.pages import PAGE, missing_pages, values_of
from models.schema import DocumentKind
from models.sqlite import root_pages

if TYPE_CHECKING:
    from pathlib import Path

EDGES = (4, 489, 1002, 4061, 4092, 8184)
"""Where a row begins to overflow its page, and where one more page is needed."""


def connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


@pytest.mark.parametrize("kind", DocumentKind)
def test_roots_are_where_every_real_file_has_them(
    kind: DocumentKind, round_file: Path, book_file: Path
) -> None:
    path = round_file if kind is DocumentKind.ROUND else book_file
    with closing(connected(path)) as raw:
        rows = raw.execute("SELECT name, rootpage FROM sqlite_schema").fetchall()
    assert root_pages(kind) == dict(rows)


def test_texts_of_every_length_come_back_whole(book_file: Path) -> None:
    texts = [
        "가" * (size // 3) + "x" * (size % 3 + more) for size in EDGES for more in range(-4, 80)
    ]
    stored = {sha256(text.encode()).digest(): text for text in texts}
    with closing(connected(book_file)) as raw:
        raw.execute("BEGIN")
        raw.executemany("INSERT INTO part VALUES (?, ?)", stored.items())
        raw.execute("COMMIT")
    carved = carve(book_file.read_bytes(), DocumentKind.SCORE)
    found = [part_of(record.payload) for record in carved.parts]
    proven = {row[0]: row[1] for row in found if row is not None and row[0] in stored}
    assert proven == stored
    assert carved.torn == set()


@pytest.mark.parametrize("number", [1, 127, 128, 2**14, 2**31, 2**56 - 1, 2**56, 2**63 - 1, -1])
def test_numbers_of_every_size_come_back(number: int, round_file: Path) -> None:
    with closing(connected(round_file)) as raw:
        raw.execute("INSERT INTO event VALUES (?, ?, 'x', '', ?)", (abs(number), number, bytes(32)))
    (event,) = carve(round_file.read_bytes(), DocumentKind.ROUND).events
    assert (event.number, event.at) == (abs(number), number)


def test_a_page_that_is_gone_tears_its_table_and_no_other(round_file: Path) -> None:
    image = round_file.read_bytes()
    for name, page in root_pages(DocumentKind.ROUND).items():
        torn = image[: (page - 1) * PAGE] + bytes(PAGE) + image[page * PAGE :]
        assert carve(torn, DocumentKind.ROUND).torn == {name}


def test_no_bytes_are_too_odd_to_read(book_file: Path) -> None:
    image = book_file.read_bytes()
    for size in (0, 1, 99, 100, PAGE - 1, PAGE, PAGE + 1):
        assert carve(image[:size], DocumentKind.SCORE).revisions == []
    assert missing_pages(image[: 5 * PAGE]) == len(image) // PAGE - 5
    assert missing_pages(b"") == missing_pages(image) == 0
    for odd in (b"", b"\x00", b"\x01", b"\xff" * 9, b"\x02\x07" + bytes(8), b"\x03\x4c"):
        assert values_of(odd) in (None, ())
