"""Score books whose schema is not ours: planted, taken away, reworded or damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workbench.merging.forging import PAGE, database, execute

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
"""A query that never ends, for whoever runs what a file brings along."""

HUGE = "printf('%.*c', 900000000, 'x')"
"""An expression that takes minutes and 900 MB, for whoever evaluates it."""

STATEMENTS: dict[str, list[str]] = {
    "a trigger": ["CREATE TRIGGER t AFTER INSERT ON head BEGIN DELETE FROM revision; END"],
    "a trigger named like a table": [
        "CREATE TRIGGER seal BEFORE DELETE ON seal BEGIN SELECT raise(IGNORE); END"
    ],
    "a trigger that never ends": [
        "CREATE TRIGGER t AFTER INSERT ON head BEGIN"
        " UPDATE document SET value = (SELECT count(*) FROM part, part, part, part, part); END"
    ],
    "a view": ["CREATE VIEW v AS SELECT * FROM revision"],
    "a view that never ends": [f"CREATE VIEW v AS {ENDLESS} SELECT i FROM n"],
    "a view in the place of the marks": [
        "ALTER TABLE revision RENAME TO hidden",
        "CREATE VIEW revision AS SELECT * FROM hidden",
    ],
    "a view in the place of the facts": [
        "ALTER TABLE document RENAME TO hidden",
        "CREATE VIEW document AS SELECT key, value FROM hidden",
    ],
    "an endless view in the place of the heads": [
        "ALTER TABLE head RENAME TO hidden",
        f"CREATE VIEW head AS {ENDLESS} SELECT i AS revision FROM n",
    ],
    "an endless view in the place of the parts": [
        "ALTER TABLE part RENAME TO hidden",
        f"CREATE VIEW part AS {ENDLESS} SELECT zeroblob(32) AS hash, i AS body FROM n",
    ],
    "a cross join in the place of the seals": [
        "ALTER TABLE seal RENAME TO hidden",
        "CREATE VIEW seal AS SELECT hidden.* FROM hidden, revision a, revision b, revision c,"
        " revision d, revision e",
    ],
    "a view that calls a function": ["CREATE VIEW v AS SELECT load_extension('x')"],
    "a table": ["CREATE TABLE extra (x INTEGER) STRICT"],
    "a temporary looking table": ["CREATE TABLE temp_revision (x INTEGER) STRICT"],
    "a table with an empty name": ['CREATE TABLE "" (x INTEGER) STRICT'],
    "a table with a running number": [
        "CREATE TABLE extra (x INTEGER PRIMARY KEY AUTOINCREMENT) STRICT"
    ],
    "three hundred tables": [f"CREATE TABLE extra{number} (x)" for number in range(300)],
    "a table of a thousand columns": [
        f"CREATE TABLE extra ({', '.join(f'c{number}' for number in range(1000))})"
    ],
    "a copy of the marks": ["CREATE TABLE copied AS SELECT * FROM revision"],
    "an index": ["CREATE INDEX i ON revision (owner)"],
    "a covering index": ["CREATE UNIQUE INDEX i ON revision (number, value)"],
    "a partial index": ["CREATE INDEX i ON revision (value) WHERE value = '40'"],
    "an index over an expression": ["CREATE INDEX i ON revision (lower(value))"],
    "an index that turns the order": ["CREATE INDEX i ON revision (number DESC)"],
    "a generated column": [f"ALTER TABLE part ADD COLUMN g TEXT AS ({HUGE})"],
    "a column that is generated from a mark": [
        "ALTER TABLE revision ADD COLUMN g TEXT AS (replace(value, '1', '9'))"
    ],
    "one column more": ["ALTER TABLE revision ADD COLUMN note TEXT"],
    "one column more with a default": ["ALTER TABLE seal ADD COLUMN note TEXT DEFAULT 'x'"],
    "a column renamed": ["ALTER TABLE revision RENAME COLUMN value TO mark"],
    "a table missing": ["DROP TABLE seal_head"],
    "no table at all": [
        f"DROP TABLE {name}"
        for name in (
            "seal_head",
            "seal",
            "head",
            "revision",
            "definition_part",
            "definition",
            "part",
            "document",
        )
    ],
    "a table renamed": ["ALTER TABLE seal RENAME TO Seal2"],
    "a table in capitals": ["ALTER TABLE seal RENAME TO x", "ALTER TABLE x RENAME TO SEAL"],
    "statistics": ["ANALYZE"],
    "a full text index": ["CREATE VIRTUAL TABLE f USING fts5(x)"],
    "a tree of rectangles": ["CREATE VIRTUAL TABLE f USING rtree(id, low, high)"],
    "a full text index in the place of the parts": [
        "ALTER TABLE part RENAME TO hidden",
        "CREATE VIRTUAL TABLE part USING fts5(hash, body)",
    ],
}
"""By name, what any tool that speaks SQLite executes on a sound book."""

REWORDED: dict[str, tuple[str, str]] = {
    "a check left out": (" CHECK (seq > 0)", ""),
    "a check that is always true": (" CHECK (seq > 0)", " CHECK (1)"),
    "a check that never ends": (" CHECK (seq > 0)", f" CHECK ({HUGE} IS NOT NULL)"),
    "no length of an id": (" CHECK (length(id) = 32)", ""),
    "no STRICT": (" STRICT", ""),
    "no order without numbers": (", WITHOUT ROWID", ""),
    "no references": (" REFERENCES revision (number)", ""),
    "no id only once": (" UNIQUE", ""),
    "nothing that must be": (" NOT NULL", ""),
    "another type": ("seq INTEGER", "seq ANY"),
    "a column of another name": ("value TEXT", "mark TEXT"),
    "a default": ("value TEXT", "value TEXT DEFAULT '40'"),
    "a collation": ("key TEXT", "key TEXT COLLATE NOCASE"),
    "other spaces": ("\n    ", "\n     "),
    "capitals": ("CREATE TABLE seal_head", "CREATE TABLE SEAL_HEAD"),
    "a name in quotes": ("CREATE TABLE head", 'CREATE TABLE "head"'),
    "a comment": ("STRICT", "STRICT /* x */"),
    "a comment that hides the rest": ("number INTEGER PRIMARY KEY,", "number INTEGER, --"),
    "a mark generated": ("value TEXT", "value TEXT AS (field)"),
    "a mark that is generated without end": ("value TEXT", f"value TEXT AS ({HUGE})"),
    "no SQL": ("CREATE TABLE", "CREATE"),
    "words": ("CREATE TABLE part", "이것은 표가 아니다"),
    "a text of a million characters": ("STRICT", f"STRICT /* {'x' * 1_000_000} */"),
    "a deep expression": ("CHECK (seq > 0)", f"CHECK ({'(' * 900}seq > 0{')' * 900})"),
}
"""By name, what is replaced in the text of the schema, behind SQLite's back."""

ENTRIES: dict[str, str] = {
    "no text of a table": "UPDATE sqlite_schema SET sql = NULL WHERE name = 'seal'",
    "bytes for the text of a table": "UPDATE sqlite_schema SET sql = x'ff00' WHERE name = 'seal'",
    "a text that is not UTF-8": "UPDATE sqlite_schema SET sql ="
    " CAST(x'435245415445205441424c4520ff' AS TEXT) WHERE name = 'seal'",
    "a number for a name": "UPDATE sqlite_schema SET name = 7 WHERE name = 'seal'",
    "no name": "UPDATE sqlite_schema SET name = NULL WHERE name = 'seal'",
    "a table of another": "UPDATE sqlite_schema SET tbl_name = 'head' WHERE name = 'seal'",
    "an unknown type": "UPDATE sqlite_schema SET type = 'sequence' WHERE name = 'seal'",
    "a table that is called a view": "UPDATE sqlite_schema SET type = 'view' WHERE name = 'seal'",
    "a root that is not there": "UPDATE sqlite_schema SET rootpage = 4711 WHERE name = 'seal'",
    "a root below zero": "UPDATE sqlite_schema SET rootpage = -1 WHERE name = 'seal'",
    "the root of the schema": "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'seal'",
    "two tables with one root": "UPDATE sqlite_schema SET rootpage ="
    " (SELECT rootpage FROM sqlite_schema WHERE name = 'document') WHERE name = 'part'",
    "two entries of one table": "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema"
    " WHERE name = 'seal'",
    "an entry taken out": "DELETE FROM sqlite_schema WHERE name = 'seal_head'",
    "no entries": "DELETE FROM sqlite_schema",
    "an index without its table": "INSERT INTO sqlite_schema VALUES"
    " ('index', 'i', 'nowhere', 2, 'CREATE INDEX i ON nowhere (x)')",
    "an index that counts without end": "INSERT INTO sqlite_schema SELECT 'index', 'i', 'part',"
    f" rootpage, 'CREATE INDEX i ON part ({HUGE.replace(chr(39), chr(39) * 2)})'"
    " FROM sqlite_schema WHERE name = 'part'",
}
"""By name, an edit of the table of tables itself."""


def executed(statements: list[str]) -> Callable[[Path], None]:
    return lambda book: execute(book, *statements)


def reworded(old: str, new: str) -> Callable[[Path], None]:
    def forge(book: Path) -> None:
        with database(book) as raw:
            raw.execute("PRAGMA writable_schema=ON")
            before = raw.execute("SELECT sql FROM sqlite_schema").fetchall()
            raw.execute("UPDATE sqlite_schema SET sql = replace(sql, ?, ?)", (old, new))
            assert raw.execute("SELECT sql FROM sqlite_schema").fetchall() != before

    return forge


def entered(statement: str) -> Callable[[Path], None]:
    def forge(book: Path) -> None:
        with database(book) as raw:
            raw.execute("PRAGMA writable_schema=ON")
            assert raw.execute(statement).rowcount

    return forge


def schema_page(at: int, value: bytes) -> Callable[[Path], None]:
    """Write into the first page, behind the header of the file."""

    def forge(book: Path) -> None:
        image = bytearray(book.read_bytes())
        assert 100 <= at < PAGE
        assert image[at : at + len(value)] != value
        image[at : at + len(value)] = value
        book.write_bytes(image)

    return forge


FORGED: dict[str, Callable[[Path], None]] = {
    **{name: executed(statements) for name, statements in STATEMENTS.items()},
    **{f"schema with {name}": reworded(*change) for name, change in REWORDED.items()},
    **{f"schema entry: {name}": entered(statement) for name, statement in ENTRIES.items()},
    "schema page of another kind": schema_page(100, b"\x0a"),
    "schema page without cells": schema_page(103, b"\0\0"),
    "schema page with a cell outside": schema_page(108, b"\xff\xff"),
    "schema page of zeros": schema_page(100, bytes(PAGE - 100)),
}
