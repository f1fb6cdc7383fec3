"""What the program writes besides marks: each work whole, on a folder of its own, and its traces.

Every work is a command line in a process of its own; ``traces`` says what stands after it, so that
a work cut off in the middle can be held against the state before it and the state after it.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook

from models.imports import seals
from models.picture import read_store
from models.schema import DocumentKind
from tests.models.second_process import PRELUDE
from tests.workbench.rounds.small_round import WHOLE, Bench, heads_in, made, merged, sealed, typed
from workbench.backups.shelf import backups_of, image_of
from workbench.checking import check_file
from workbench.merging.reading import read_outside_book
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLDER = b"the report of yesterday"
_MORE = "service,indicator,field,value\n" + "".join(
    f"{service},C1,score,{mark}\n{service},,achievement,{'가상의 글 ' * 200}\n"
    for service, mark in ((1, "12"), (2, "13.5"))
)

BACKING_UP = """
import sys
from pathlib import Path

from models.errors import StoreError
from models.schema import DocumentKind
from models.store import open_store
from workbench.backups.shelf import Why, back_up

try:
    with open_store(Path(sys.argv[1]), DocumentKind.SCORE) as store:
        back_up(store, bytes.fromhex(sys.argv[2]), Why.ASKED)
except StoreError as error:
    sys.exit(str(error))
"""

UPGRADING = (
    PRELUDE
    + """
from functools import partial
from models import sqlite, store
from models.schema import STATEMENTS, VERSION
from models.steps import climb

ADDED = "CREATE TABLE extra (x INTEGER) STRICT"
STATEMENTS[DocumentKind.ROUND][VERSION + 1] = (*STATEMENTS[DocumentKind.ROUND][VERSION], ADDED)
steps = {DocumentKind.ROUND: {VERSION + 1: (ADDED, "UPDATE document SET value = value || ''")}}
store.climb = partial(climb, steps=steps, target=VERSION + 1)
sqlite.VERSION = store.VERSION = store.OLDEST = VERSION + 1
open_store(path, DocumentKind.ROUND).close()
"""
)


@dataclass(frozen=True, slots=True)
class Work:
    """How a work is done below a folder, and what it leaves there."""

    command: Callable[[Path], list[object]]
    traces: Callable[[Path], object]


def prepared(folder: Path) -> Bench:
    """A small round: E1 sealed and merged, and a table more to be entered into his book."""
    bench = made(folder)
    for code, book in bench.books.items():
        typed(book, *WHOLE)
        if code == "E1":
            sealed(book)
            merged(bench.round, book)
    (folder / "more.csv").write_text(_MORE, encoding="utf-8")
    (folder / "report.xlsx").write_bytes(OLDER)
    return bench


def copied(source: Path, target: Path) -> Path:
    """The prepared folder once more, with nothing else in it."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target


def book_in(folder: Path) -> Path:
    """The book of E2, not sealed yet."""
    return next(path for path in sorted(folder.rglob("E2_*.score")) if "home" not in path.parts)


def round_in(folder: Path) -> Path:
    return min(folder.glob("*.round"), key=lambda path: len(path.name))  # beside its copies


def _command(*words: object) -> list[object]:
    return [sys.executable, "-m", "workbench", *words]


def _marks_and_seals(folder: Path) -> object:
    book = book_in(folder)
    with open_book(book):  # rolls back by itself and asks nothing
        pass
    assert check_file(book) == ()
    values = sorted((row.service, row.field, row.value or "") for row in heads_in(book).values())
    with read_store(book, DocumentKind.SCORE) as store, store.read() as connection:
        return values, len(seals(connection))


def _report(folder: Path) -> object:
    report = folder / "report.xlsx"
    assert check_file(round_in(folder)) == ()
    if report.read_bytes() == OLDER:
        return OLDER
    workbook = CalamineWorkbook.from_path(report)
    return [
        (name, len(workbook.get_sheet_by_name(name).to_python())) for name in workbook.sheet_names
    ]


def _backups(folder: Path) -> object:
    uid = _uid(folder)
    assert check_file(book_in(folder)) == ()
    return len({image_of(backup, uid) for backup in backups_of(uid)})


def _uid(folder: Path) -> bytes:
    return read_outside_book(book_in(folder)).uid


def _version(folder: Path) -> object:
    round_ = round_in(folder)
    raw = sqlite3.connect(round_)
    try:
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        tables = raw.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'").fetchone()
        rows = raw.execute("SELECT id, value FROM revision ORDER BY number").fetchall()
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        raw.close()
    return version, tables, rows


WORKS = {
    "entering a table": Work(
        lambda folder: _command("enter", book_in(folder), folder / "more.csv"), _marks_and_seals
    ),
    "sealing": Work(lambda folder: _command("seal", book_in(folder)), _marks_and_seals),
    "exporting": Work(
        lambda folder: _command(
            "export", round_in(folder), "--draft", "-o", folder / "report.xlsx"
        ),
        _report,
    ),
    "backing up": Work(
        lambda folder: [
            sys.executable,
            "-c",
            BACKING_UP,
            book_in(folder),
            _uid(folder).hex(),
        ],
        _backups,
    ),
    "upgrading": Work(lambda folder: [sys.executable, "-c", UPGRADING, round_in(folder)], _version),
}
