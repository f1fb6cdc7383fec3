"""Damage by disk, mail and USB: a damaged book is refused, or read exactly as it was."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from models.errors import StoreError
from tests.workbench.merging.forging import PAGE, database, patched, planted_journal
from tests.workbench.merging.judging import verdict_on
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.merging.reading import OutsideBook


def test_a_genuine_book_reads_as_it_is(book: Path, genuine: OutsideBook) -> None:
    assert verdict_on(book, genuine) == "genuine"
    assert len(genuine.seals) == 1
    assert genuine.receipt is not None


def flips(image: bytes, count: int) -> list[tuple[int, int]]:
    rng = random.Random(len(image))
    return [(rng.randrange(len(image)), 1 << rng.randrange(8)) for _ in range(count)]


def test_a_flipped_bit_never_gives_another_content(
    book: Path, genuine: OutsideBook, request: pytest.FixtureRequest
) -> None:
    image = book.read_bytes()
    found = []
    for at, bit in flips(image, 5000 if request.config.getoption("--long") else 300):
        book.write_bytes(image[:at] + bytes([image[at] ^ bit]) + image[at + 1 :])
        found.append(verdict_on(book, genuine))
    assert set(found) >= {"genuine", "store_damaged", "history_broken"}


def test_a_flipped_bit_in_the_schema_page_is_found(book: Path, genuine: OutsideBook) -> None:
    image = book.read_bytes()
    for at in range(0, PAGE, 37):
        book.write_bytes(image[:at] + bytes([image[at] ^ 1]) + image[at + 1 :])
        verdict_on(book, genuine)


@pytest.mark.parametrize(
    "kept", [0, 1, 15, 99, 100, 512, PAGE - 1, PAGE, 2 * PAGE, -1, -512, -PAGE]
)
def test_a_truncated_book_is_refused(book: Path, genuine: OutsideBook, kept: int) -> None:
    book.write_bytes(book.read_bytes()[:kept])
    verdict = verdict_on(book, genuine)
    assert verdict in {"file_empty", "not_our_file", "store_damaged"}


@pytest.mark.parametrize("more", [b"\0", b"x" * 512, b"\0" * PAGE, b"x" * PAGE])
def test_bytes_behind_the_end_are_refused(book: Path, genuine: OutsideBook, more: bytes) -> None:
    book.write_bytes(book.read_bytes() + more)
    assert verdict_on(book, genuine) == "store_damaged"


def pages_of(book: Path) -> list[bytes]:
    image = book.read_bytes()
    return [image[at : at + PAGE] for at in range(0, len(image), PAGE)]


def test_swapped_pages_never_give_another_content(book: Path, genuine: OutsideBook) -> None:
    pages = pages_of(book)
    for first in range(len(pages)):
        for second in range(first):
            swapped = list(pages)
            swapped[first], swapped[second] = pages[second], pages[first]
            book.write_bytes(b"".join(swapped))
            assert verdict_on(book, genuine) != "genuine" or pages[first] == pages[second]


@pytest.mark.parametrize("filling", [b"\0" * PAGE, b"\xff" * PAGE])
def test_lost_pages_never_give_another_content(
    book: Path, genuine: OutsideBook, filling: bytes
) -> None:
    pages = pages_of(book)
    for at in range(len(pages)):
        book.write_bytes(b"".join([*pages[:at], filling, *pages[at + 1 :]]))
        verdict_on(book, genuine)


def test_stale_pages_of_an_older_state_never_give_another_content(
    book: Path, genuine: OutsideBook
) -> None:
    new = pages_of(book)
    with database(book) as raw:
        raw.execute("UPDATE revision SET value = '1' WHERE field = 'score'")
    old = pages_of(book)
    rng = random.Random(7)
    for _ in range(60):
        mixed = [rng.choice(pair) for pair in zip(new, old, strict=True)]
        book.write_bytes(b"".join(mixed))
        verdict_on(book, genuine)


HEADER = {
    "magic": (0, b"SQLite format 4\0", "not_our_file"),
    "page size": (16, b"\x02\x00", "store_damaged"),
    "write version of a WAL file": (18, b"\x02", "store_damaged"),
    "read version of a WAL file": (19, b"\x02", "store_damaged"),
    "reserved space": (20, b"\x08", "store_damaged"),
    "payload fractions": (21, b"\x41", "store_damaged"),
    "one page more": (28, b"\x00\x00\xff\xff", "store_damaged"),
    "UTF-16": (56, b"\0\0\0\2", "store_damaged"),
    "version 0": (60, b"\0\0\0\0", "store_damaged"),
    "a newer version": (60, b"\0\0\0\x63", "newer_version"),
    "a version below zero": (60, b"\xff\xff\xff\xff", "newer_version"),
    "a round": (68, b"SWRD", "book_wanted"),
    "nobody's file": (68, b"\0\0\0\0", "not_our_file"),
}


@pytest.mark.parametrize("field", HEADER)
def test_a_wrong_header_is_refused(book: Path, genuine: OutsideBook, field: str) -> None:
    at, value, key = HEADER[field]
    patched(book, at, value)
    assert verdict_on(book, genuine) == key


def test_a_text_file_is_not_ours(book: Path, genuine: OutsideBook) -> None:
    book.write_text("이것은 점수 파일이 아닙니다.\n" * 40, encoding="utf-8")
    assert verdict_on(book, genuine) == "not_our_file"


def test_what_is_no_file_is_refused(book: Path, genuine: OutsideBook, tmp_path: Path) -> None:
    folder = tmp_path / "폴더.score"
    folder.mkdir()
    link = tmp_path / "link.score"
    link.symlink_to(book)
    pipe = tmp_path / "pipe.score"
    os.mkfifo(pipe)
    for path in (folder, link, pipe):
        assert verdict_on(path, genuine) == "not_a_file"


def test_a_file_larger_than_any_book_is_not_read(book: Path, genuine: OutsideBook) -> None:
    os.truncate(book, 65 * 1024 * 1024)
    assert verdict_on(book, genuine) == "file_too_big"


def test_an_absent_file_and_an_impossible_name_are_refused(
    genuine: OutsideBook, tmp_path: Path
) -> None:
    assert verdict_on(tmp_path / "없음.score", genuine) == "file_absent"
    assert verdict_on(tmp_path / ("긴" * 200 + ".score"), genuine) == "file_unreadable"


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_a_planted_journal_is_not_believed(book: Path, genuine: OutsideBook, ending: str) -> None:
    image = book.read_bytes()
    with database(book) as raw:
        raw.execute("UPDATE revision SET value = '40' WHERE field = 'score'")
    forged = book.read_bytes()
    book.write_bytes(image)
    planted = book.with_name(book.name + ending)
    planted.write_bytes(planted_journal(image, forged))
    assert verdict_on(book, genuine) == "genuine"
    assert planted.read_bytes() == planted_journal(image, forged)


def test_the_planted_journal_would_deceive_a_plain_open(book: Path) -> None:
    image = book.read_bytes()
    with database(book) as raw:
        raw.execute("UPDATE revision SET value = '40' WHERE field = 'score'")
    forged = book.read_bytes()
    book.write_bytes(image)
    book.with_name(book.name + "-journal").write_bytes(planted_journal(image, forged))
    with database(book) as raw:
        query = "SELECT DISTINCT value FROM revision WHERE field = 'score'"
        assert raw.execute(query).fetchall() == [("40",)]


def test_opening_a_damaged_book_is_an_error_or_works_but_never_a_bug(book: Path) -> None:
    image = book.read_bytes()
    for at, bit in flips(image, 150):
        book.write_bytes(image[:at] + bytes([image[at] ^ bit]) + image[at + 1 :])
        assert opened(book) in {None, StoreError}, (at, bit)


def opened(book: Path) -> type[BaseException] | None:
    try:
        with open_book(book, read_only=True) as found:
            found.sheets()
    except Exception as error:  # noqa: BLE001 - which exceptions come is what is tested
        return type(error)
    return None
