"""Damage by disk, mail and USB: a damaged book is refused, or read exactly as it was."""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.errors import AppError, StoreError
from tests.hostile.score_mutants import Origin, mutants
from tests.workbench.merging.forging import PAGE, database, planted_journal
from tests.workbench.merging.judging import content, read_here, verdict_on
from tests.workbench.rounds.small_round import IN_MEMORY
from workbench.merging.reading import read_outside_book
from workbench.outside.asking import Readers
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tallying import Tally
    from workbench.merging.reading import OutsideBook


def test_a_genuine_book_reads_as_it_is(book: Path, genuine: OutsideBook) -> None:
    assert verdict_on(book, genuine) == "genuine"
    assert len(genuine.seals) == 1
    assert genuine.receipt is not None


def test_no_mutant_is_read_as_anything_but_the_genuine_book(
    book: Path,
    genuine: OutsideBook,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    tally: Tally,
) -> None:
    count = 20_000 if request.config.getoption("--long") else 500
    origin = Origin(book.read_bytes(), tmp_path / "copy.score")
    mutant = Path(IN_MEMORY or tmp_path) / f"mutant-{os.getpid()}.score"
    found: Counter[str] = Counter()
    wrong = []
    for name, image in mutants(origin, count, seed=1):
        mutant.write_bytes(image)
        verdict = outcome(lambda: read_here(mutant, genuine))
        found[verdict] += 1
        if not is_fit(verdict, image, origin):
            wrong.append((name, verdict))
    mutant.unlink()
    tally("mutants of a score book, by the reader's function", count, len(wrong))
    assert wrong == []
    assert found.keys() >= {"genuine", "store_damaged", "history_broken", "foreign_structure"}


def test_no_mutant_is_read_otherwise_by_a_child(
    book: Path,
    genuine: OutsideBook,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    tally: Tally,
) -> None:
    count = 2000 if request.config.getoption("--long") else 28
    origin = Origin(book.read_bytes(), tmp_path / "copy.score")
    wrong = []
    with Readers(count) as readers:
        for name, image in mutants(origin, count, seed=2):
            book.write_bytes(image)
            here = outcome(lambda: read_here(book, genuine))
            there = outcome(lambda: read_by(readers, book, genuine))
            if here != there or not is_fit(there, image, origin):
                wrong.append((name, here, there))
    tally("mutants of a score book, through the child", count, len(wrong))
    assert wrong == []


def outcome(read: Callable[[], str]) -> str:
    try:
        return read()
    except Exception as error:  # noqa: BLE001 - that none comes is what is tested
        return repr(error)


def read_by(readers: Readers, path: Path, genuine: OutsideBook) -> str:
    try:
        found = content(read_outside_book(path, readers=readers))
    except AppError as error:
        return error.key
    return "genuine" if found == content(genuine) else "other content"


def is_fit(verdict: str, image: bytes, origin: Origin) -> bool:
    """Whether damage may be answered so: refused as what it is, or read as the genuine book."""
    if verdict == "genuine":
        return True
    refusals = {"store_damaged", "history_broken", "foreign_structure", "not_our_file"}
    refusals |= {"file_empty", "newer_version", "book_wanted", "bad_content", "foreign_cells"}
    return image != origin.image and verdict in refusals


def flips(image: bytes, count: int) -> list[tuple[int, int]]:
    rng = random.Random(len(image))
    return [(rng.randrange(len(image)), 1 << rng.randrange(8)) for _ in range(count)]


def test_a_flipped_bit_in_the_schema_page_is_found(book: Path, genuine: OutsideBook) -> None:
    image = book.read_bytes()
    for at in range(0, PAGE, 37):
        book.write_bytes(image[:at] + bytes([image[at] ^ 1]) + image[at + 1 :])
        verdict_on(book, genuine)


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
