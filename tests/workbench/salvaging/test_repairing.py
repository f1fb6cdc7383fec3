"""Only what is derived is rebuilt in place, after a backup; everything else becomes a new file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from models.imports import events
from models.picture import read_store
from models.schema import DocumentKind
from models.store import open_store
from tests.workbench.rounds.small_round import derived_state, heads_in, results_of
from tests.workbench.salvaging.damaging import blot_out, content_of
from workbench.backups.shelf import Why, backups_of
from workbench.checking import check_file
from workbench.errors import StoreBusy, StoreError
from workbench.ledger.finalising import finalise
from workbench.rounds.desk import open_round
from workbench.salvaging.repairing import repair

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench

WRONG_HEADS = {
    "one is gone": "DELETE FROM head WHERE revision = (SELECT max(revision) FROM head)",
    "all are gone": "DELETE FROM head",
    "an old one came back": "INSERT INTO head SELECT min(number) FROM revision"
    " WHERE number NOT IN (SELECT revision FROM head)",
}


def execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute(statement).rowcount > 0
        raw.commit()


@pytest.mark.parametrize("statement", WRONG_HEADS.values(), ids=WRONG_HEADS)
@pytest.mark.parametrize("name", ["book", "round"])
def test_wrong_heads_are_rebuilt_after_a_backup(lived: Bench, name: str, statement: str) -> None:
    path = lived.books["E1"] if name == "book" else lived.round
    right = heads_in(path).keys()
    state = derived_state(path) if name == "round" else None
    execute(path, statement)
    wrong = path.read_bytes()
    assert check_file(path)
    done = repair(path, path.with_name("새 파일"))
    assert (done.is_good, done.salvaged) == (True, None)
    assert done.rebuilt > 0
    assert heads_in(path).keys() == right
    assert check_file(path) == ()
    assert not path.with_name("새 파일").exists()
    newest = backups_of(bytes.fromhex(content_of(path).facts["uid"]))[0]
    assert (newest.path, newest.why) == (done.backup, Why.REPAIR)
    assert newest.path.read_bytes() == wrong
    if name == "round":
        assert derived_state(path) == state
        with read_store(path, DocumentKind.ROUND) as store, store.read() as connection:
            told = events(connection)[-1]
        assert told.kind == "repaired"
        assert newest.path.name in told.detail


def test_a_final_round_is_rebuilt_as_it_was(lived: Bench) -> None:
    with open_round(lived.round) as desk:
        desk.merge([lived.books["E2"]])
        finalise(desk)
    before = results_of(lived.round)
    execute(lived.round, WRONG_HEADS["all are gone"])
    assert repair(lived.round, lived.path("새.round")).is_good
    assert check_file(lived.round) == ()
    assert results_of(lived.round) == before


def test_a_good_file_is_left_alone(lived: Bench) -> None:
    for path in (lived.round, lived.books["E2"]):
        before = path.read_bytes()
        done = repair(path, lived.path("새"))
        assert (done.is_good, done.problems, done.backup) == (True, (), None)
        assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["book", "round"])
def test_wrong_heads_beside_another_fault_are_not_rebuilt_in_place(lived: Bench, name: str) -> None:
    path = lived.books["E1"] if name == "book" else lived.round
    execute(path, WRONG_HEADS["all are gone"])
    blot_out(path, next(iter(content_of(path).revisions)))
    before = path.read_bytes()
    done = repair(path, lived.path(f"새{path.suffix}"))
    assert done.salvaged is not None
    assert path.read_bytes() == before
    assert check_file(done.salvaged.path) == ()


def test_a_history_that_was_edited_by_hand_is_salvaged_without_the_edit(lived: Bench) -> None:
    book = lived.books["E1"]
    cell = lived.cell("E1", 5, "C1", "score")
    (row,) = (one for one in content_of(book).revisions.values() if one.cell == cell)
    execute(book, f"UPDATE revision SET value = '40' WHERE id = x'{row.id.hex()}'")
    done = repair(book, lived.path("새.score"))
    assert done.salvaged is not None
    assert not done.is_good
    assert row.id not in content_of(done.salvaged.path).revisions
    assert "40" not in {one.value for one in content_of(done.salvaged.path).revisions.values()}
    assert cell in done.salvaged.losses.older


def test_what_no_repair_helps_is_refused_untouched(lived: Bench) -> None:
    newer = lived.path("새 판.score")
    image = bytearray(lived.books["E1"].read_bytes())
    image[60:64] = (99).to_bytes(4)
    newer.write_bytes(image)
    empty = lived.path("빈.score")
    empty.write_bytes(b"")
    for path, key in (
        (newer, "newer_version"),
        (empty, "file_empty"),
        (lived.path("없음.score"), "file_absent"),
        (lived.folder, "not_a_file"),
    ):
        with pytest.raises(StoreError) as refused:
            repair(path, lived.path("새.score"))
        assert refused.value.key == key
    assert newer.read_bytes() == image


def test_a_file_held_elsewhere_is_not_rebuilt(lived: Bench) -> None:
    execute(lived.round, WRONG_HEADS["one is gone"])
    with open_store(lived.round, DocumentKind.ROUND), pytest.raises(StoreBusy):
        repair(lived.round, lived.path("새.round"))
