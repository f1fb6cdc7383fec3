"""One writer, held by SQLite's own lock against a real second process; pictures beside it."""

from __future__ import annotations

import json
import os
import threading
import time
from statistics import median
from typing import TYPE_CHECKING

import pytest

from models import picture
from models.definitions import facts, set_fact
from models.errors import StoreBusy
from models.holder import note_path, read_note
from models.picture import read_store
from models.recovering import journal_path
from models.schema import DocumentKind
from models.sqlite import read_header
from models.store import open_store
from models.untrusted import read_bytes
from tests.models.second_process import SecondProcess, answer_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tallying import Tally

TRY_TO_WRITE = """
try:
    open_store(path, DocumentKind.ROUND).close()
    say("opened")
except AppError as error:
    say(error.key)
"""

WRITER = """
with open_store(path, DocumentKind.ROUND) as store:
    say("open")
    while (word := heard()) != "close":
        with store.write() as connection:
            set_fact(connection, "word", word)
            if word == "wait":
                say("inside")
                heard()
        say("done")
say("closed")
"""


def word_in(path: Path) -> str | None:
    with read_store(path, DocumentKind.ROUND) as picture, picture.read() as connection:
        return facts(connection).get("word")


def test_a_second_process_is_refused_until_the_first_closes(round_file: Path) -> None:
    with open_store(round_file, DocumentKind.ROUND):
        assert answer_of(TRY_TO_WRITE, round_file) == "store_held"
    assert answer_of(TRY_TO_WRITE, round_file) == "opened"


def test_cutting_off_what_was_appended_does_not_give_the_lock_away(round_file: Path) -> None:
    with round_file.open("ab") as file:
        file.write(b"sent by mail")
    with open_store(round_file, DocumentKind.ROUND):
        assert answer_of(TRY_TO_WRITE, round_file) == "store_held"


def test_reading_its_own_open_file_does_not_give_the_lock_away(round_file: Path) -> None:
    # closing any descriptor of a file drops the POSIX locks that the process has on it
    with open_store(round_file, DocumentKind.ROUND) as store:
        read_header(round_file)
        assert answer_of(TRY_TO_WRITE, round_file) == "store_held"
        with store.write() as connection:
            set_fact(connection, "word", "ours")
        read_bytes(round_file)
        assert word_in(round_file) == "ours"
        with pytest.raises(StoreBusy):
            open_store(round_file, DocumentKind.ROUND)
        assert answer_of(TRY_TO_WRITE, round_file) == "store_held"


def test_reading_through_a_hard_link_keeps_the_lock_too(round_file: Path) -> None:
    link = round_file.with_name("link.round")
    os.link(round_file, link)
    with open_store(round_file, DocumentKind.ROUND):
        assert read_header(link)[0] is DocumentKind.ROUND
        assert answer_of(TRY_TO_WRITE, round_file) == "store_held"


def test_opening_and_closing_leaves_no_descriptor_behind(round_file: Path) -> None:
    def descriptors() -> int:
        return len(os.listdir("/proc/self/fd"))

    if not os.path.isdir("/proc/self/fd"):
        pytest.skip("descriptors are not listed here")
    before = descriptors()
    for _ in range(20):
        with open_store(round_file, DocumentKind.ROUND):
            read_header(round_file)
            read_store(round_file, DocumentKind.ROUND).close()
    assert descriptors() == before


def test_the_sentence_names_the_holder_from_the_note(round_file: Path) -> None:
    with SecondProcess(WRITER, round_file) as other:
        assert other.said() == "open"
        with pytest.raises(StoreBusy) as refused:
            open_store(round_file, DocumentKind.ROUND)
        assert refused.value.key == "store_held"
        assert refused.value.values == {"name": round_file.name, **read_note(round_file)}
        assert set(read_note(round_file)) == {"user", "computer", "since"}
        assert other.ask("close") == "closed"
    assert not note_path(round_file).exists()


@pytest.mark.parametrize("note", ["", "{", "[1]", '"x"', "\xff\xfe"])
def test_a_note_that_is_none_says_nothing(round_file: Path, note: str) -> None:
    note_path(round_file).write_bytes(note.encode("latin-1"))
    assert read_note(round_file) == {}


def test_without_a_note_the_file_is_simply_busy(round_file: Path) -> None:
    with SecondProcess(WRITER, round_file) as other:
        assert other.said() == "open"
        note_path(round_file).unlink()
        with pytest.raises(StoreBusy) as refused:
            open_store(round_file, DocumentKind.ROUND)
        assert refused.value.key == "store_busy"


def test_a_forged_note_cannot_fill_the_sentence(round_file: Path) -> None:
    note_path(round_file).write_text(json.dumps({"user": "가" * 5000, "computer": 7}))
    found = read_note(round_file)
    assert found == {"user": "가" * 80, "computer": "7", "since": "?"}


def test_a_note_alone_locks_nothing(round_file: Path) -> None:
    note_path(round_file).write_text('{"user": "x", "computer": "y", "since": "z"}')
    open_store(round_file, DocumentKind.ROUND).close()


def test_a_picture_shows_what_was_committed_beside_a_writer(round_file: Path) -> None:
    with SecondProcess(WRITER, round_file) as other:
        assert other.said() == "open"
        assert other.ask("one") == "done"
        with read_store(round_file, DocumentKind.ROUND) as picture:
            assert other.ask("two") == "done"
            assert word_in(round_file) == "two"
            with picture.read() as connection:
                assert facts(connection)["word"] == "one"  # as of its moment
        assert other.ask("close") == "closed"


def test_a_picture_waits_for_a_running_transaction(round_file: Path) -> None:
    with SecondProcess(WRITER, round_file) as other:
        assert other.said() == "open"
        assert other.ask("wait") == "inside"
        assert journal_path(round_file).stat().st_size > 0
        seen: list[str | None] = []
        reading = threading.Thread(target=lambda: seen.append(word_in(round_file)))
        reading.start()
        assert other.ask("go on") == "done"
        reading.join()
        assert seen == ["wait"]


def test_a_picture_gives_up_on_a_writer_that_never_pauses(
    round_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "_READ_TRIES", 2)
    with SecondProcess(WRITER, round_file) as other:
        assert other.said() == "open"
        assert other.ask("wait") == "inside"
        with pytest.raises(StoreBusy) as refused:
            read_store(round_file, DocumentKind.ROUND)
        assert refused.value.key == "store_busy"
        assert other.ask("go on") == "done"
        assert word_in(round_file) == "wait"


def test_the_lock_of_a_killed_writer_is_free_at_once(round_file: Path) -> None:
    with SecondProcess(WRITER, round_file) as other:
        assert other.said() == "open"
        other.kill()
        open_store(round_file, DocumentKind.ROUND).close()


def test_a_second_writer_is_refused_at_once_and_a_killed_one_leaves_no_lock(
    round_file: Path, request: pytest.FixtureRequest, tally: Tally
) -> None:
    tries = 100 if request.config.getoption("--long") else 10
    refused, reopened, waited = 0, 0, []
    for number in range(tries):
        with SecondProcess(WRITER, round_file) as other:
            assert other.said() == "open"
            before = time.monotonic()
            try:
                open_store(round_file, DocumentKind.ROUND).close()
            except StoreBusy as error:
                refused += error.key == "store_held"
            waited.append(time.monotonic() - before)
            # killed between two transactions, or in the middle of one
            other.ask("wait" if number % 2 else "a word")
            other.kill()
        with open_store(round_file, DocumentKind.ROUND) as store:
            reopened += store.problem() is None and read_note(round_file) != {}
        reopened -= note_path(round_file).exists() or journal_path(round_file).exists()
    tally("second writers refused", tries, tries - refused)
    tally("killed holders reopened", tries, tries - reopened)
    request.node.user_properties.append(
        ("measured", f"a second writer is refused in {median(waited) * 1000:.0f} ms")
    )
    assert (refused, reopened) == (tries, tries)
    assert median(waited) < 1
