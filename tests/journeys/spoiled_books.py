"""Score books as they must never be taken: cut, altered, foreign. Each spoils a copy on disk."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MARK = "30.5"
"""The mark that alterations look for."""


def run(*statements: str) -> Callable[[Path], None]:
    """Change the book with the tool that everybody has."""

    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as book:
            for statement in statements:
                book.execute(statement)

    return spoil


def patched(at: int, content: bytes) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        image = bytearray(path.read_bytes())
        image[at : at + len(content)] = content
        path.write_bytes(image)

    return spoil


def hex_edited(path: Path) -> None:
    """One mark made another of the same length, as with a hex editor."""
    image = path.read_bytes()
    assert image.count(MARK.encode()) >= 1
    path.write_bytes(image.replace(MARK.encode(), b"32.5"))


def written(content: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(content) and None


def cut(share: float) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        image = path.read_bytes()
        path.write_bytes(image[: int(len(image) * share)])

    return spoil


def absent(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def linked(path: Path) -> None:
    other = path.with_name("진짜.bin")
    path.rename(other)
    path.symlink_to(other)


def write_ahead(path: Path) -> None:
    run("PRAGMA journal_mode=WAL")(path)


SPOILED: dict[str, Callable[[Path], None]] = {
    "absent": absent,
    "a folder": folder,
    "a link": linked,
    "empty": written(b""),
    "a text renamed": written("점수표입니다.\n".encode() * 200),
    "a workbook renamed": written(b"PK\x03\x04" + bytes(8000)),
    "the header alone": cut(0.001),
    "cut in the middle": cut(0.5),
    "cut by a page": lambda path: path.write_bytes(path.read_bytes()[:-4096]) and None,
    "another program's database": run("PRAGMA application_id=1"),
    "a newer schema": run("PRAGMA user_version=99"),
    "no schema version": run("PRAGMA user_version=0"),
    "a mark changed by a tool": run(f"UPDATE revision SET value = '32.5' WHERE value = '{MARK}'"),
    "a mark changed by a hex editor": hex_edited,
    "a time changed": run("UPDATE revision SET made_at = made_at + 1 WHERE number = 1"),
    "an author changed": run("UPDATE revision SET author = zeroblob(16) WHERE number = 1"),
    "a revision deleted": run("PRAGMA foreign_keys=OFF", "DELETE FROM revision WHERE number = 1"),
    "a head deleted": run("DELETE FROM head WHERE revision = (SELECT min(revision) FROM head)"),
    "a seal changed": run("UPDATE seal SET sealed_at = sealed_at + 1"),
    "another owner": run(
        "UPDATE document SET value = iif(value LIKE '00%', 'ff', '00') || substr(value, 3)"
        " WHERE key='owner'"
    ),
    "a rule changed": run("UPDATE part SET body = replace(body, '32.5', '42.5')"),
    "a table more": run("CREATE TABLE extra (a)"),
    "a trigger": run("CREATE TRIGGER t AFTER INSERT ON head BEGIN DELETE FROM head; END"),
    "a view": run("CREATE VIEW score AS SELECT 1"),
    "an index": run("CREATE INDEX i ON revision (value)"),
    "a table less": run("PRAGMA foreign_keys=OFF", "DROP TABLE seal_head"),
    "write-ahead mode": write_ahead,
    "another page size": run("PRAGMA page_size=8192", "VACUUM"),
    "pages of nothing": patched(4096 * 3, bytes(4096)),
}
