"""Files changed with tools that speak SQLite: refused whole, whatever was planted or edited."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.workbench.merging.forging import behind_strict, database, execute
from tests.workbench.merging.judging import verdict_on
from workbench.journal.receipt import seal_id

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.merging.reading import OutsideBook

STRANGER = b"s" * 16

STRUCTURES = {
    "trigger": ["CREATE TRIGGER t AFTER INSERT ON head BEGIN DELETE FROM revision; END"],
    "view": ["CREATE VIEW v AS SELECT * FROM revision"],
    "table": ["CREATE TABLE extra (x INTEGER) STRICT"],
    "temporary looking table": ["CREATE TABLE temp_revision (x INTEGER) STRICT"],
    "index": ["CREATE INDEX i ON revision (owner)"],
    "covering index": ["CREATE UNIQUE INDEX i ON revision (number, value)"],
    "view in the place of a table": [
        "ALTER TABLE revision RENAME TO hidden",
        "CREATE VIEW revision AS SELECT * FROM hidden",
    ],
    "generated column": ["ALTER TABLE part ADD COLUMN g TEXT AS (printf('%.*c', 900000000, 'x'))"],
    "one column more": ["ALTER TABLE revision ADD COLUMN note TEXT"],
    "table missing": ["DROP TABLE seal_head"],
    "table renamed": ["ALTER TABLE seal RENAME TO Seal2"],
    "check left out": [
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = replace(sql, ' CHECK (seq > 0)', '')",
    ],
    "comment in the text": [
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = sql || ' /* x */' WHERE name = 'seal'",
    ],
    "full text index": ["CREATE VIRTUAL TABLE f USING fts5(x)"],
    "statistics": ["ANALYZE"],
}


@pytest.mark.parametrize("name", STRUCTURES)
def test_structures_that_are_not_ours_are_refused(
    book: Path, genuine: OutsideBook, name: str
) -> None:
    try:
        execute(book, *STRUCTURES[name])
    except sqlite3.OperationalError as error:
        pytest.skip(str(error))
    assert verdict_on(book, genuine) in {"foreign_structure", "store_damaged"}


BEHIND_STRICT = {
    "text in an integer column": "UPDATE revision SET seq = 'one' WHERE number = 1",
    "a number with a fraction": "UPDATE revision SET seq = 1.5 WHERE number = 1",
    "infinity": "UPDATE revision SET made_at = 9e999 WHERE number = 1",
    "bytes in a text column": "UPDATE revision SET value = x'3430' WHERE number = 1",
    "an integer in a text column": "UPDATE revision SET value = 40 WHERE number = 1",
    "text in a column of bytes": "UPDATE revision SET owner = '0123456789abcdef'",
    "nothing where something must be": "UPDATE revision SET author = NULL WHERE number = 1",
    "no name of a field": "UPDATE revision SET field = NULL WHERE number = 1",
    "no text of a part": "UPDATE part SET body = NULL",
    "a number for a fact": "UPDATE document SET value = 7 WHERE key = 'uid'",
    "a seal without a book": "UPDATE seal SET book = NULL",
}


@pytest.mark.parametrize("name", BEHIND_STRICT)
def test_wrong_types_behind_a_forged_schema_are_refused(
    book: Path, genuine: OutsideBook, name: str
) -> None:
    behind_strict(book, BEHIND_STRICT[name])
    assert verdict_on(book, genuine) in {"store_damaged", "history_broken"}


PLAIN_EDITS = {
    "another mark": "UPDATE revision SET value = '40' WHERE number = 1",
    "another mark in old history": "UPDATE revision SET value = '40' WHERE field = 'score'",
    "another time": "UPDATE revision SET made_at = made_at + 1 WHERE number = 3",
    "another number": "UPDATE revision SET seq = seq + 100",
    "another replica": "UPDATE revision SET replica = zeroblob(16)",
    "another id": "UPDATE revision SET id = zeroblob(32) WHERE number = 2",
    "an id that is too short": "UPDATE revision SET id = x'00' WHERE number = 2",
    "an owner that is too short": "UPDATE revision SET owner = x'00' WHERE number = 2",
    "a number below one": "UPDATE revision SET seq = 0 WHERE number = 2",
    "parents of odd length": "UPDATE revision SET parents = x'00' WHERE number = 2",
    "a parent that does not exist": "UPDATE revision SET parents = zeroblob(32) WHERE number = 2",
    "the newest mark cut off": "DELETE FROM revision"
    " WHERE number = (SELECT max(number) FROM revision)",
    "an old mark cut out": "DELETE FROM revision WHERE number = 1",
    "no heads": "DELETE FROM head",
    "one head missing": "DELETE FROM head WHERE revision = (SELECT max(revision) FROM head)",
    "an old mark as a head": "INSERT INTO head SELECT number FROM revision"
    " WHERE number NOT IN (SELECT revision FROM head) LIMIT 1",
    "a head that does not exist": "INSERT INTO head VALUES (4711)",
    "a seal that covers less": "DELETE FROM seal_head"
    " WHERE revision = (SELECT max(revision) FROM seal_head)",
    "a seal that covers more": "INSERT INTO seal_head SELECT 1, number FROM revision"
    " WHERE number NOT IN (SELECT revision FROM head) LIMIT 1",
    "a seal at another time": "UPDATE seal SET sealed_at = sealed_at + 1",
    "a seal of another version": "UPDATE seal SET definition = zeroblob(32)",
    "a seal without its heads": "DELETE FROM seal_head",
    "a seal over nothing there": "INSERT INTO seal_head VALUES (1, 4711)",
    "a part with another text": "UPDATE part SET body = replace(body, '40', '80')",
    "a part under another hash": "UPDATE part SET hash = zeroblob(32) WHERE hash ="
    " (SELECT min(hash) FROM part)",
    "a part left out of its version": "DELETE FROM definition_part WHERE part ="
    " (SELECT min(part) FROM definition_part)",
    "a part more in its version": "INSERT INTO definition_part VALUES (1, zeroblob(32))",
    "a version under another hash": "UPDATE definition SET hash = zeroblob(32)",
    "no version": "DELETE FROM definition",
    "no parts": "DELETE FROM part",
    "no facts": "DELETE FROM document",
    "no owner": "DELETE FROM document WHERE key = 'owner'",
    "an owner that is no uid": "UPDATE document SET value = 'E1' WHERE key = 'owner'",
    "another owner": "UPDATE document SET value = '00000000000000000000000000000000'"
    " WHERE key = 'owner'",
    "another book": "UPDATE document SET value = '00000000000000000000000000000000'"
    " WHERE key = 'uid'",
    "another version in force": "UPDATE document SET value = hex(zeroblob(32))"
    " WHERE key = 'definition'",
    "a text too large": "UPDATE revision SET value = printf('%.*c', 20000000, 'x')"
    " WHERE number = 1",
}


@pytest.mark.parametrize("name", PLAIN_EDITS)
def test_an_edit_with_any_sqlite_tool_is_refused(
    book: Path, genuine: OutsideBook, name: str
) -> None:
    execute(book, PLAIN_EDITS[name])
    assert verdict_on(book, genuine) not in {"genuine", "other_round"}


def test_text_that_is_not_utf_8_is_refused(book: Path, genuine: OutsideBook) -> None:
    execute(book, "UPDATE revision SET value = CAST(x'ff41' AS TEXT) WHERE field = 'comment'")
    assert verdict_on(book, genuine) in {"store_damaged", "history_broken"}


@pytest.mark.parametrize(
    "change",
    [
        {"book": STRANGER},
        {"owner": STRANGER},
        {"definition": b"d" * 32},
        {"sealed_at": -1},
        {"sealed_at": 2**62},
    ],
)
def test_a_seal_that_cannot_be_his_is_refused(
    book: Path, genuine: OutsideBook, change: dict[str, object]
) -> None:
    names = ("book", "owner", "definition", "sealed_at")
    with database(book) as raw:
        row = raw.execute("SELECT book, owner, definition, sealed_at FROM seal").fetchone()
        query = "SELECT r.id FROM head h JOIN revision r ON r.number = h.revision"
        heads = [id_ for (id_,) in raw.execute(query)]
        forged = tuple((dict(zip(names, row, strict=True)) | change).values())
        raw.execute(
            "UPDATE seal SET book = ?, owner = ?, definition = ?, sealed_at = ?, id = ?",
            (*forged, seal_id(*forged, heads)),
        )
    assert verdict_on(book, genuine) == "history_broken"
