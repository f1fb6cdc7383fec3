"""What lies beside a document: only a journal of its own is ever played back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from models.errors import StoreError
from models.holder import note_path
from models.images import put_image
from models.picture import read_store
from models.recovering import journal_path
from models.schema import DocumentKind
from models.sqlite import is_held
from models.store import create_store, open_store
from tests.models.second_process import SecondProcess
from tests.models.test_crashes import KILLED_INSIDE

if TYPE_CHECKING:
    from pathlib import Path

ROUND = DocumentKind.ROUND
SIDES = ("-journal", "-wal", "-shm")


def with_text(path: Path, text: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=MEMORY")
        raw.execute("INSERT INTO document VALUES (?, ?)", (text, text * 3000))


def texts_in(path: Path) -> set[str]:
    with read_store(path, ROUND) as store, store.read() as connection:
        return set(connection.exec_driver_sql("SELECT key FROM document").scalars())


def beside(path: Path) -> set[str]:
    return {one.name.removeprefix(path.name) for one in path.parent.iterdir() if one != path}


@pytest.fixture
def stale(round_file: Path, tmp_path: Path) -> Path:
    """A sound round beside which lies the journal of a crash long before: played back, it tears."""
    with SecondProcess(KILLED_INSIDE, round_file) as other:
        assert other.said() == "committed"
        assert other.said() == "inside"
        other.kill()
    old = shutil.copyfile(journal_path(round_file), tmp_path / "old")
    open_store(round_file, ROUND).close()
    for text in "가나다라마":
        with_text(round_file, text)
    old.rename(journal_path(round_file))
    return round_file


def test_a_journal_of_long_before_changes_nothing(stale: Path) -> None:
    before, journal = stale.read_bytes(), journal_path(stale).read_bytes()
    assert texts_in(stale) == set("가나다라마")
    assert (stale.read_bytes(), journal_path(stale).read_bytes()) == (before, journal)
    open_store(stale, ROUND).close()
    assert texts_in(stale) == set("가나다라마")
    assert beside(stale) == {"-journal.unused"}
    assert stale.with_name(f"{stale.name}-journal.unused").read_bytes() == journal


def test_what_a_journal_leads_to_has_to_prove_itself(round_file: Path) -> None:
    with SecondProcess(KILLED_INSIDE, round_file) as other:
        assert other.said() == "committed"
        assert other.said() == "inside"
        other.kill()
    torn, journal = round_file.read_bytes(), journal_path(round_file).read_bytes()
    asked: list[bytes] = []

    def nothing_is_whole(image: bytes, _path: Path) -> bool:
        asked.append(image)
        return False

    for opening in (open_store, read_store):
        with pytest.raises(StoreError) as refused:
            opening(round_file, ROUND, nothing_is_whole)
        assert refused.value.key == "store_damaged"
    assert (round_file.read_bytes(), journal_path(round_file).read_bytes()) == (torn, journal)
    assert torn in asked
    open_store(round_file, ROUND).close()
    assert round_file.read_bytes() in asked  # what it leads to was looked at in a copy


def test_a_second_journal_set_aside_gets_a_name_of_its_own(stale: Path) -> None:
    journal = journal_path(stale).read_bytes()
    open_store(stale, ROUND).close()
    journal_path(stale).write_bytes(journal)
    open_store(stale, ROUND).close()
    assert beside(stale) == {"-journal.unused", "-journal.unused-2"}


def test_junk_beside_a_document_is_no_journal(round_file: Path) -> None:
    journal_path(round_file).write_bytes(b"hello" * 300)
    before = round_file.read_bytes()
    assert texts_in(round_file) == set()
    open_store(round_file, ROUND).close()
    assert round_file.read_bytes() == before


@pytest.mark.parametrize("side", ["-wal", "-journal"])
def test_what_this_program_never_leaves_is_named_and_not_believed(
    round_file: Path, side: str
) -> None:
    before = round_file.read_bytes()
    other = round_file.with_name(round_file.name + side)
    if side == "-wal":
        other.write_bytes(b"\x37\x7f\x06\x82" * 100)
    else:
        os.mkfifo(other)  # SQLite would wait for somebody to write into it
    for opening in (open_store, read_store):
        with pytest.raises(StoreError) as refused:
            opening(round_file, ROUND)
        assert refused.value.key == "store_beside"
        assert refused.value.values == {"name": round_file.name, "other": other.name}
    assert round_file.read_bytes() == before
    assert other.exists()


def test_a_new_document_does_not_take_up_what_lay_there(stale: Path, tmp_path: Path) -> None:
    gone, image = tmp_path / "n.round", stale.read_bytes()
    for make in (
        lambda: create_store(gone, ROUND).close(),
        lambda: put_image(image, gone),
    ):
        for side in SIDES:
            shutil.copyfile(journal_path(stale), gone.with_name(gone.name + side))
        make()
        before = gone.read_bytes()
        open_store(gone, ROUND).close()
        assert gone.read_bytes() == before
        assert not any(gone.with_name(gone.name + side).exists() for side in SIDES)
        gone.unlink()


def test_a_copy_over_a_document_does_not_take_up_its_journal(stale: Path, tmp_path: Path) -> None:
    target = shutil.copyfile(stale, tmp_path / "target.round")
    shutil.copyfile(journal_path(stale), journal_path(target))
    with open_store(stale, ROUND) as store:
        store.copy_to(target)
    assert not journal_path(target).exists()
    assert target.with_name(f"{target.name}-journal.unused").exists()
    assert texts_in(target) == set("가나다라마")


def test_a_round_that_another_tool_left_in_write_ahead_mode_is_read(round_file: Path) -> None:
    with_text(round_file, "가")
    with closing(sqlite3.connect(round_file)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE document SET key = key")
    before = round_file.read_bytes()
    assert before[18:20] == b"\x02\x02"
    assert texts_in(round_file) == {"가"}
    assert round_file.read_bytes() == before
    with open_store(round_file, ROUND) as store:
        assert store.problem() is None
    assert round_file.read_bytes()[18:20] == b"\x01\x01"


def test_pages_of_another_size_are_another_tools_work(round_file: Path) -> None:
    with closing(sqlite3.connect(round_file, isolation_level=None)) as raw:
        raw.execute("PRAGMA page_size=8192")
        raw.execute("VACUUM")
    before = round_file.read_bytes()
    for opening in (open_store, read_store):
        with pytest.raises(StoreError) as refused:
            opening(round_file, ROUND)
        assert refused.value.key == "foreign_structure"
    assert round_file.read_bytes() == before


@pytest.mark.parametrize("what", ["link", "pipe"])
def test_the_note_of_a_holder_is_written_through_nothing(
    round_file: Path, tmp_path: Path, what: str
) -> None:
    victim, note = tmp_path / "victim", note_path(round_file)
    victim.write_text("소중한 글", encoding="utf-8")
    note.symlink_to(victim) if what == "link" else os.mkfifo(note)
    with open_store(round_file, ROUND):
        assert note.is_file()
        assert not note.is_symlink()
        assert is_held(round_file)
    assert victim.read_text(encoding="utf-8") == "소중한 글"
    assert not note.exists()


@pytest.mark.parametrize("what", ["link", "pipe"])
def test_a_note_that_is_no_file_says_nothing_of_a_holder(
    round_file: Path, tmp_path: Path, what: str
) -> None:
    code = 'with open_store(path, DocumentKind.ROUND): say("open"); heard()'
    with SecondProcess(code, round_file) as other:
        assert other.said() == "open"
        note = note_path(round_file)
        elsewhere = note.rename(tmp_path / "elsewhere")
        note.symlink_to(elsewhere) if what == "link" else os.mkfifo(note)
        with pytest.raises(StoreError) as refused:
            open_store(round_file, ROUND)
        assert refused.value.key == "store_busy"
        other.tell("go on")


def test_a_journal_older_than_what_was_written_since_is_not_played_back(stale: Path) -> None:
    """Even where what it leads to would be whole: what was acknowledged since would be lost."""
    journal = journal_path(stale)
    written = journal.stat().st_mtime_ns // 1_000_000
    apart = journal.rename(stale.with_name("apart"))  # or SQLite would play it back here
    with closing(sqlite3.connect(stale, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=MEMORY")
        raw.execute(
            "INSERT INTO event VALUES (1, ?, 'made', '{}', zeroblob(32))", (written + 9000,)
        )
    apart.rename(journal)
    before = stale.read_bytes()
    open_store(stale, ROUND, lambda _image, _path: True).close()
    assert stale.read_bytes() == before
    assert beside(stale) == {"-journal.unused"}


def test_a_journal_of_the_last_moment_is_played_back_where_that_is_whole(stale: Path) -> None:
    journal, before = journal_path(stale), stale.read_bytes()
    with pytest.raises(StoreError):  # the journal is not its own: told so, it tears the document
        open_store(stale, ROUND, lambda _image, _path: True)
    assert stale.read_bytes() != before
    assert not journal.exists()
