"""What one person writes: equal values make nothing, and each file copy has a number of its own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from models.definitions import facts
from models.errors import StoreError
from models.picture import read_store
from models.schema import DocumentKind
from models.store import open_store
from tests.workbench.rounds.small_round import (
    WHOLE,
    Bench,
    heads_in,
    merged,
    revisions_in,
    sealed,
    typed,
    typed_into,
)
from workbench.journal.pen import Pen
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

SCORE = (1, "C1", "score")


@pytest.fixture
def book(bench: Bench) -> Path:
    return bench.books["E1"]


def score(book: Path, text: str) -> int:
    return typed(book, (*SCORE, text))


def replica_in(path: Path, kind: DocumentKind = DocumentKind.SCORE) -> str | None:
    with read_store(path, kind) as store, store.read() as connection:
        return facts(connection).get("replica")


def numbered(book: Path) -> list[tuple[str, int]]:
    rows = sorted(revisions_in(book).values(), key=lambda row: (row.made_at, row.seq))
    return [(row.replica.hex(), row.seq) for row in rows]


def moved_home(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Sit down at another computer."""
    monkeypatch.setenv("SCORING_WORKBENCH_HOME", str(home))


@pytest.mark.parametrize("again", ["7.5", "7.50", "07.5", " 7.5 ", "\uff17.\uff15"])
def test_an_equal_value_makes_no_revision(book: Path, again: str) -> None:
    assert score(book, "7.5") == 1
    before = book.read_bytes()
    assert score(book, again) == 0
    assert book.read_bytes() == before


def test_clearing_what_is_empty_makes_no_revision(book: Path) -> None:
    assert score(book, "") == 0
    assert score(book, "7") == 1
    assert score(book, " ") == 1
    assert score(book, "") == 0
    assert [row.value for row in heads_in(book).values()] == [None]


def test_going_back_to_an_earlier_value_is_a_new_revision(book: Path) -> None:
    for text in ("7", "8", "7"):
        assert score(book, text) == 1
    rows = revisions_in(book)
    assert sorted(row.value for row in rows.values()) == ["7", "7", "8"]
    (head,) = heads_in(book).values()
    assert head.value == "7"
    assert [rows[parent].value for parent in head.parent_ids] == ["8"]


def test_equal_text_makes_no_revision_whatever_stands_around_it(book: Path) -> None:
    assert typed(book, (1, "", "opinion", "글\n둘째 줄")) == 1
    assert typed(book, (1, "", "opinion", " 글\r\n둘째 줄\u202e ")) == 0


def test_of_two_changes_of_one_cell_in_one_go_the_last_holds(book: Path) -> None:
    assert typed(book, (*SCORE, "7"), (*SCORE, "8")) == 1
    assert [row.value for row in heads_in(book).values()] == ["8"]
    assert typed(book, (*SCORE, "9"), (*SCORE, "8")) == 0


def test_a_value_typed_over_two_heads_replaces_both(bench: Bench, book: Path) -> None:
    copy = shutil.copyfile(book, bench.path("copy.score"))
    score(book, "7")
    score(copy, "8")
    merged(bench.round, book, copy)
    from workbench.rounds.desk import open_round

    with open_round(bench.round) as desk:
        desk.hand_out(bench.path("다시"))
    both = bench.path("다시") / book.name
    assert {row.value for row in heads_in(both).values()} == {"7", "8"}
    assert score(both, "8") == 1  # one of the two values, but now it is decided
    (head,) = heads_in(both).values()
    assert len(head.parent_ids) == 2


def test_one_pen_knows_every_head_however_many_it_wrote_before(book: Path) -> None:
    typed(book, *WHOLE)
    with open_book(book) as opened:
        for number, text in ((1, "1"), (2, "2"), (1, "3"), (5, "4"), (2, "5"), (5, "6")):
            assert typed_into(opened, [(number, "C1", "score", text)]) == 1
            assert typed_into(opened, [(number, "C1", "score", text)]) == 0
    rows = revisions_in(book)
    found = {row.cell: row for row in heads_in(book).values()}
    assert len(found) == len(heads_in(book)) == len(WHOLE)
    history = {}
    for row in (one for cell, one in found.items() if cell[3] == "score"):
        texts = [row.value]
        while row.parent_ids:
            (parent,) = row.parent_ids
            row = rows[parent]
            texts.append(row.value)
        history[texts[0]] = texts[1:]
    assert history == {"3": ["1", "30"], "5": ["2", "30"], "6": ["4", "30"]}


def test_a_value_that_no_longer_means_the_same_may_be_typed_again(book: Path) -> None:
    score(book, "7")
    with open_store(book, DocumentKind.SCORE) as store:
        (old,) = Pen(store, b"o" * 16, b"v" * 32, lambda _: True).heads.values()
        pen = Pen(store, old[0].author, b"v" * 32, lambda row: row.definition == b"v" * 32)
        (made,) = pen.write([(old[0].cell, "7")])
        assert made.definition == b"v" * 32
        assert made.parent_ids == (old[0].id,)
        assert pen.write([(old[0].cell, "7")]) == ()
        assert len(pen.write([(old[0].cell, None)])) == 1
        assert pen.write([(old[0].cell, None)]) == ()


def test_a_full_disk_stores_nothing_and_the_next_try_goes_on(book: Path) -> None:
    score(book, "7")
    with open_book(book) as opened:
        with opened._store.read() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(StoreError) as refused:
            typed_into(opened, [*WHOLE, (1, "", "opinion", "글" * 9000)])
        assert refused.value.key == "disk_full"
        with opened._store.read() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=5000")
        assert typed_into(opened, WHOLE) == len(WHOLE)
    assert sorted(seq for _, seq in numbered(book)) == list(range(1, 2 + len(WHOLE)))
    assert len({replica for replica, _ in numbered(book)}) == 1


def test_opening_sealing_and_merging_take_no_replica_id(bench: Bench, book: Path) -> None:
    assert replica_in(book) is None
    open_book(book).close()
    sealed(book)
    assert replica_in(book) is None
    merged(bench.round, book)
    assert replica_in(bench.round, DocumentKind.ROUND) is None
    score(book, "7")
    assert replica_in(book) is not None


def test_a_file_that_goes_on_keeps_its_replica_id(book: Path) -> None:
    for text in ("7", "8", "9"):
        score(book, text)
    with open_book(book) as opened:
        typed_into(opened, [(*SCORE, "1")])
        typed_into(opened, [(*SCORE, "2")])
    assert len({replica for replica, _ in numbered(book)}) == 1
    assert sorted(seq for _, seq in numbered(book)) == [1, 2, 3, 4, 5]


def test_a_copied_file_and_its_original_are_told_apart(bench: Bench, book: Path) -> None:
    score(book, "7")
    copy = shutil.copyfile(book, bench.path("copy.score"))
    score(copy, "8")  # goes on where the file stood: nobody can tell yet
    score(book, "9")
    score(copy, "10")
    ours = {row.id: row for row in revisions_in(book).values()}
    theirs = revisions_in(copy)
    both = {(row.replica, row.seq): row.id for row in (ours | theirs).values()}
    assert len(both) == len(ours | theirs)  # no number was given twice


def test_a_restored_file_takes_a_new_replica_id(bench: Bench, book: Path) -> None:
    score(book, "7")
    backup = shutil.copyfile(book, bench.path("backup.score"))
    score(book, "8")
    lost = revisions_in(book)
    shutil.copyfile(backup, book)
    score(book, "9")
    numbers = {(row.replica, row.seq) for row in (lost | revisions_in(book)).values()}
    assert len(numbers) == 3


def test_a_file_opened_at_another_computer_takes_a_new_replica_id(
    bench: Bench, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    score(book, "7")
    moved_home(monkeypatch, bench.path("다른 컴퓨터"))
    score(book, "8")
    score(book, "9")
    (first, one), *others = numbered(book)
    assert one == 1
    assert {seq for _, seq in others} == {1, 2}
    assert {replica for replica, _ in others}.isdisjoint({first})


def test_a_file_carried_back_home_takes_a_new_one_again(
    bench: Bench, book: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for at, home in enumerate((here, there, here)):
        moved_home(monkeypatch, home)
        score(book, str(at))
    assert len({replica for replica, _ in numbered(book)}) == 3


def test_notes_that_cannot_be_kept_cost_a_new_replica_id_and_nothing_else(
    book: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("")
    moved_home(monkeypatch, blocked)
    for text in ("7", "8"):
        assert score(book, text) == 1
    assert len({replica for replica, _ in numbered(book)}) == 2


@pytest.mark.parametrize("noted", [b"", b"\xff\xfe", b"0" * 500, b"zz 1"])
def test_a_damaged_note_costs_a_new_replica_id(
    book: Path, noted: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    moved_home(monkeypatch, tmp_path / "home")
    score(book, "7")
    (note,) = (tmp_path / "home" / "replicas").iterdir()
    note.write_bytes(noted)
    score(book, "8")
    assert len({replica for replica, _ in numbered(book)}) == 2


def test_the_numbers_of_two_books_are_kept_apart(bench: Bench) -> None:
    one, two = bench.books["E1"], bench.books["E2"]
    for text in ("7", "8"):
        score(one, text)
        score(two, text)
    for book in (one, two):
        assert sorted(seq for _, seq in numbered(book)) == [1, 2]
        assert len({replica for replica, _ in numbered(book)}) == 1
