"""The literal schema text, the tables as SQLAlchemy sees them, and the steps between versions."""

from __future__ import annotations

import re
import sqlite3

import pytest

from models.journal import Revision
from models.schema import STATEMENTS, VERSION, DocumentKind
from models.sqlite import create_schema, schema_matches
from models.steps import STEPS, climb
from models.tables import metadata


def fresh(kind: DocumentKind, version: int = VERSION) -> sqlite3.Connection:
    raw = sqlite3.connect(":memory:", isolation_level=None)
    for statement in STATEMENTS[kind][version]:
        raw.execute(statement)
    raw.execute(f"PRAGMA user_version={version}")
    return raw


def columns_in(raw: sqlite3.Connection) -> dict[str, list[tuple[str, str, bool]]]:
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE sql NOT NULL")]
    return {
        name: [
            (column, kind, bool(key))
            for _, column, kind, _, _, key in raw.execute(f'PRAGMA table_info("{name}")')
        ]
        for name in names
    }


def columns_seen() -> dict[str, list[tuple[str, str, bool]]]:
    return {
        name: [
            (column.name, column.type.compile().replace("VARCHAR", "TEXT"), column.primary_key)
            for column in table.columns
        ]
        for name, table in metadata.tables.items()
    }


def test_tables_are_those_of_the_literal_text_column_by_column() -> None:
    assert columns_in(fresh(DocumentKind.ROUND)) == columns_seen()


def test_a_score_book_has_the_tables_of_a_round_that_both_share() -> None:
    book, whole = columns_in(fresh(DocumentKind.SCORE)), columns_in(fresh(DocumentKind.ROUND))
    assert book.items() < whole.items()


def test_a_revision_names_its_columns_in_the_order_of_the_table() -> None:
    _, *columns = columns_in(fresh(DocumentKind.SCORE))["revision"]
    assert [name for name, _, _ in columns] == list(Revision._fields)


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_table_is_strict_and_nothing_but_tables_exists(kind: DocumentKind) -> None:
    raw = fresh(kind)
    listed = raw.execute("PRAGMA table_list").fetchall()
    ours = [row for row in listed if not row[1].startswith("sqlite_")]
    assert ours
    assert all(row[5] == 1 for row in ours)
    made = {type_ for (type_,) in raw.execute("SELECT type FROM sqlite_schema WHERE sql NOT NULL")}
    assert made == {"table"}


@pytest.mark.parametrize("kind", DocumentKind)
def test_no_column_can_hold_a_binary_float(kind: DocumentKind) -> None:
    text = " ".join(STATEMENTS[kind][VERSION])
    assert not re.search(r"\b(REAL|FLOAT|DOUBLE|NUMERIC|DECIMAL|ANY)\b", text)


@pytest.mark.parametrize("kind", DocumentKind)
def test_one_statement_more_or_less_does_not_match(kind: DocumentKind) -> None:
    assert schema_matches(fresh(kind), kind, VERSION)
    for change in (
        "CREATE INDEX planted ON revision (owner)",
        "CREATE VIEW planted AS SELECT 1",
        "CREATE TABLE planted (x INTEGER) STRICT",
        "CREATE TRIGGER planted AFTER INSERT ON head BEGIN SELECT 1; END",
        "DROP TABLE seal_head",
        "ALTER TABLE part ADD COLUMN planted TEXT",
    ):
        raw = fresh(kind)
        raw.execute(change)
        assert not schema_matches(raw, kind, VERSION), change


def test_the_schema_of_the_other_kind_does_not_match() -> None:
    assert not schema_matches(fresh(DocumentKind.ROUND), DocumentKind.SCORE, VERSION)
    assert not schema_matches(fresh(DocumentKind.SCORE), DocumentKind.ROUND, VERSION)


@pytest.mark.parametrize("kind", DocumentKind)
def test_climbing_from_every_version_ends_with_a_fresh_schema(kind: DocumentKind) -> None:
    assert sorted(STATEMENTS[kind]) == list(range(1, VERSION + 1))
    assert sorted(STEPS[kind]) == list(range(2, VERSION + 1))
    for version in STATEMENTS[kind]:
        raw = fresh(kind, version)
        climb(raw, kind, version)
        assert schema_matches(raw, kind, VERSION)


def test_a_step_that_fails_half_way_leaves_the_file_as_it_was() -> None:
    raw = fresh(DocumentKind.ROUND)
    broken = {DocumentKind.ROUND: {VERSION + 1: ("DROP TABLE event", "CREATE NONSENSE")}}
    with pytest.raises(sqlite3.OperationalError):
        climb(raw, DocumentKind.ROUND, VERSION, steps=broken, target=VERSION + 1)
    assert schema_matches(raw, DocumentKind.ROUND, VERSION)
    assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_a_step_that_breaks_a_reference_is_rolled_back() -> None:
    raw = fresh(DocumentKind.ROUND)
    raw.execute(
        "INSERT INTO revision VALUES (1, zeroblob(32), zeroblob(16), zeroblob(16),"
        " zeroblob(16), 'score', '1', zeroblob(16), zeroblob(16), 1, zeroblob(32), 0, x'')"
    )
    raw.execute("INSERT INTO head VALUES (1)")
    broken = {DocumentKind.ROUND: {VERSION + 1: ("DELETE FROM revision",)}}
    with pytest.raises(sqlite3.IntegrityError):
        climb(raw, DocumentKind.ROUND, VERSION, steps=broken, target=VERSION + 1)
    assert raw.execute("SELECT count(*) FROM revision").fetchone() == (1,)


def test_steps_run_in_order_and_leave_the_new_version() -> None:
    raw = fresh(DocumentKind.SCORE)
    steps = {
        DocumentKind.SCORE: {
            VERSION + 1: ("CREATE TABLE one (x INTEGER) STRICT",),
            VERSION + 2: ("INSERT INTO one VALUES (7)",),
        }
    }
    climb(raw, DocumentKind.SCORE, VERSION, steps=steps, target=VERSION + 2)
    assert raw.execute("SELECT x FROM one").fetchone() == (7,)
    assert raw.execute("PRAGMA user_version").fetchone() == (VERSION + 2,)
    assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_application_ids_spell_what_the_file_is() -> None:
    assert DocumentKind.ROUND.value.to_bytes(4) == b"SWRD"
    assert DocumentKind.SCORE.value.to_bytes(4) == b"SWSC"
    raw = sqlite3.connect(":memory:", isolation_level=None)
    create_schema(raw, DocumentKind.SCORE)
    assert raw.execute("PRAGMA application_id").fetchone() == (DocumentKind.SCORE.value,)
    assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)
