"""That children are confined, stopped by the person, left behind by nobody, and cheap."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from models.errors import StoreError
from tests.workbench.outside.children import ROOT, children, children_that_read, taken_over
from workbench.checking import check_file
from workbench.errors import Cancelled
from workbench.merging.reading import read_outside_book
from workbench.merging.sources import SourceReader, sources_of
from workbench.outside import ARGUMENT
from workbench.outside.asking import Readers, Task
from workbench.outside.confining import MOST_CPU_S, MOST_MEMORY
from workbench.outside.process import end_waiting, reading_program
from workbench.outside.raw_book import raw_book
from workbench.outside.score_book import SCORE
from workbench.progress import unwatched

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.merging.reading import OutsideBook

LOOP = "while True: pass"
ANY = Task("any", StoreError, frozenset())

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="looks at processes by way of /proc"
)


def told(task: str) -> object:
    """What foreign code says inside the process of one file."""
    with Readers(command=taken_over(task)) as readers:
        return readers.begin(ANY, b"", "x").answer(lambda value: value)


def test_the_process_of_a_file_has_given_up_its_means() -> None:
    limits = told(
        """
        import resource
        names = ("AS", "CPU", "CORE", "FSIZE", "NPROC")
        return [resource.getrlimit(getattr(resource, "RLIMIT_" + name)) for name in names]
        """
    )
    assert limits == [[most] * 2 for most in (MOST_MEMORY, MOST_CPU_S, 0, 0, 0)]


def test_the_process_of_a_file_holds_no_file_and_no_channel_of_the_program() -> None:
    assert told(
        """
        import stat
        kinds = []
        for number in range(256):
            try:
                mode = os.fstat(number).st_mode
            except OSError:
                continue
            kinds.append([stat.S_ISFIFO(mode), stat.S_ISCHR(mode)])
        return kinds
        """
    ) == [[False, True], [True, False]]  # nowhere for complaints, and the pipe for the answer


def test_sqlite_takes_no_more_than_its_share_in_a_child() -> None:
    assert told(
        """
        import sqlite3
        raw = sqlite3.connect(":memory:")
        try:
            raw.execute("SELECT length(zeroblob(300000000))").fetchall()
            raw.execute("CREATE TABLE t (x)")
            raw.execute("INSERT INTO t VALUES (zeroblob(300000000))")
        except (MemoryError, sqlite3.Error) as error:
            return type(error).__name__
        return "took it"
        """
    ) in {"MemoryError", "OperationalError", "DatabaseError"}


@pytest.mark.parametrize("module", ["workbench", "ui"])
def test_both_programs_serve_without_what_reading_does_not_need(module: str) -> None:
    watch = f"""
import runpy, sys
sys.argv = ["{module}", "{ARGUMENT}"]
try:
    runpy.run_module("{module}", run_name="__main__", alter_sys=True)
except SystemExit as end:
    assert not end.code
from workbench.outside.child import task_named
task_named("score")
heavy = {{"PySide6", "sqlalchemy", "click", "openpyxl", "dataclasses", "asyncio", "socket"}}
print(sorted(heavy & sys.modules.keys()))
"""
    done = subprocess.run(
        [sys.executable, "-c", watch],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, b"", b"[]\n")


def test_a_frozen_program_is_its_own_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reading_program() == [sys.executable, ARGUMENT]


@pytest.mark.parametrize("forks", [True, False])
def test_stopping_ends_the_child_and_all_it_started(book: Path, forks: bool) -> None:
    end_waiting()
    before = children()
    calls = iter(range(3))

    def pulse() -> None:
        if next(calls, None) is None:
            raise Cancelled

    with Readers(9, command=taken_over(LOOP), forks=forks) as readers:
        reading = readers.begin(SCORE, book.read_bytes(), book.name)
        readers.begin(SCORE, book.read_bytes(), book.name)
        with pytest.raises(Cancelled):
            reading.answer(raw_book, pulse=pulse)
    assert children() == before


PROGRAM = """
import sys, threading
sys.path.insert(0, {root!r})
from models.errors import StoreError
from workbench.outside.asking import Readers, Task
readers = Readers(command={command!r})
reading = readers.begin(Task("any", StoreError, frozenset()), b"x", "x")
if not {is_busy}:
    reading.answer(lambda value: value)
print("begun", flush=True)
threading.Event().wait()
"""


@pytest.mark.parametrize("is_busy", [True, False])
def test_a_program_that_is_killed_leaves_no_child_behind(is_busy: bool) -> None:
    command = taken_over(LOOP if is_busy else "return 1")
    program = PROGRAM.format(root=str(ROOT), command=command, is_busy=is_busy)
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stdout.readline() == b"begun\n"
        (waiting,) = children(str(started.pid))
        behind = [os.pidfd_open(waiting)]
        while is_busy and len(behind) < 2:  # until it has forked for the file
            behind += map(os.pidfd_open, children(str(waiting)))
        started.send_signal(signal.SIGKILL)
    for process in behind:
        assert has_ended(process), "a child outlives its program"


def has_ended(process: int) -> bool:
    """Wait for the end of the process behind a descriptor; 20 s are more than any takes."""
    ended = select.poll()
    ended.register(process, select.POLLIN)
    try:
        return bool(ended.poll(20_000))
    finally:
        os.close(process)


def test_books_read_ahead_are_read_in_their_order(book: Path, genuine: OutsideBook) -> None:
    image = book.read_bytes()
    files = [book.with_name(f"{number}.score") for number in range(7)]
    for number, path in enumerate(files):
        path.write_bytes(image if number % 3 else image[: -4096 * number or None][:500])
    found = []
    with SourceReader(sources_of(files)) as reader:
        for _ in files:
            try:
                found.append(reader.next_book(unwatched)[0].digest == genuine.digest)
            except StoreError as error:
                found.append(error.key)
    bad = "store_damaged"
    assert found == [bad, True, True, bad, True, True, bad]


def test_one_child_at_a_time_reads_as_the_forking_one_does(
    book: Path, genuine: OutsideBook
) -> None:
    """The way of systems that cannot fork: the next child is started in advance."""
    end_waiting()
    with Readers(3, forks=False) as readers:
        digests = [read_outside_book(book, readers=readers).digest for _ in range(3)]
        assert readers._ready is None
    assert digests == [genuine.digest] * 3


def test_a_child_that_waits_is_used_again_and_replaced_when_it_is_gone(book: Path) -> None:
    end_waiting()
    read_outside_book(book)
    (first,) = children_that_read()
    read_outside_book(book)
    assert children_that_read() == {first}
    gone = os.pidfd_open(first)
    os.kill(first, signal.SIGKILL)
    assert has_ended(gone)
    read_outside_book(book)
    (second,) = children_that_read()
    assert second != first
    end_waiting()
    assert children_that_read() == set()


def test_two_threads_read_at_once_with_children_of_their_own(
    book: Path, genuine: OutsideBook
) -> None:
    found: list[bytes] = []

    def read() -> None:
        found.extend(read_outside_book(book).digest for _ in range(5))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [genuine.digest] * 15


def test_checking_reads_through_a_child(book: Path) -> None:
    end_waiting()
    assert check_file(book) == ()
    assert len(children_that_read()) == 1
    book.write_bytes(book.read_bytes()[:-1])
    assert [error.key for error in check_file(book)] == ["store_damaged"]


def test_nobody_below_the_child_reads_a_foreign_book() -> None:
    """SQLite touches foreign bytes in one module, and only what runs in a child calls it."""
    callers = {
        path.relative_to(ROOT).as_posix()
        for package in ("models", "workbench", "ui")
        for path in (ROOT / package).rglob("*.py")
        if "read_tables" in path.read_text(encoding="utf-8")
    }
    assert callers == {"models/untrusted.py", "workbench/outside/score_tables.py"}


def test_what_the_child_says_is_json_that_anybody_can_read(book: Path) -> None:
    with Readers() as readers:
        reading = readers.begin(SCORE, book.read_bytes(), book.name)
        said = json.loads(readers.awaited(reading, unwatched))
    assert set(said["answer"]) == {
        "facts",
        "parts",
        "versions",
        "ids",
        "revisions",
        "heads",
        "seals",
        "pool",
    }
