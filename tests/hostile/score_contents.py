"""Score books whose schema is ours and whose content is not: edited, mistyped, oversized."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from tests.workbench.merging.forging import behind_strict, database, execute
from workbench.journal.receipt import seal_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STRANGER = b"s" * 16

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
    "a text of 50 MB": "UPDATE revision SET value = printf('%.*c', 50000000, 'x') WHERE number = 1",
    "a part of 50 MB": "UPDATE part SET body = printf('%.*c', 50000000, '[') WHERE hash ="
    " (SELECT min(hash) FROM part)",
    "bytes of 50 MB": "UPDATE revision SET parents = zeroblob(50000000) WHERE number = 2",
    "more facts than any book has": "INSERT INTO document"
    " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500001)"
    " SELECT 'fact ' || i, '' FROM n",
    "an id twice by its case": "INSERT INTO document SELECT upper(key), value FROM document",
    "an owner in capitals": "UPDATE document SET value = upper(value) WHERE key = 'owner'",
    "a uid with spaces": "UPDATE document SET value = substr(value, 1, 2) || ' ' ||"
    " substr(value, 3) WHERE key = 'uid'",
    "an owner of half the length": "UPDATE document SET value = substr(value, 1, 16)"
    " WHERE key = 'owner'",
    "an owner in full-width digits": "UPDATE document SET value ="
    " replace(value, substr(value, 1, 1), '\uff41') WHERE key = 'owner'",
    "a fact that is no text of ours": "UPDATE document SET value = char(0, 8238, 55296)"
    " WHERE key = 'definition'",
    "all marks at once": "UPDATE revision SET value = '40' WHERE field IN ('score', 'actual')",
    "marks of two services swapped": "UPDATE revision SET service = (SELECT max(service) FROM"
    " revision) WHERE service = (SELECT min(service) FROM revision)",
    "two fields swapped": "UPDATE revision SET field = iif(field = 'target', 'actual', 'target')"
    " WHERE field IN ('target', 'actual')",
    "an author of another": "UPDATE revision SET author = zeroblob(16) WHERE number = 2",
    "a field in capitals": "UPDATE revision SET field = 'SCORE' WHERE field = 'score'",
    "the largest number": "UPDATE revision SET seq = 9223372036854775807 WHERE number = 2",
    "the smallest time": "UPDATE revision SET made_at = -9223372036854775808 WHERE number = 2",
    "a cleared mark": "UPDATE revision SET value = NULL WHERE field = 'score' AND number ="
    " (SELECT max(number) FROM revision WHERE field = 'score')",
    "a mark that was cleared filled": "UPDATE revision SET value = '7' WHERE value IS NULL",
    "a head twice by way of a seal": "INSERT INTO seal SELECT 2, zeroblob(32), book, owner,"
    " definition, sealed_at FROM seal",
    "a seal of another book": "UPDATE seal SET book = zeroblob(16)",
    "a seal of another owner": "UPDATE seal SET owner = zeroblob(16)",
    "a seal under another id": "UPDATE seal SET id = zeroblob(32)",
    "two definitions": "INSERT INTO definition VALUES (2, zeroblob(32), 0, '')",
    "a definition of no parts": "DELETE FROM definition_part",
    "a revision of no definition": "UPDATE revision SET definition = zeroblob(32) WHERE number = 1",
    "a part of another": "INSERT INTO part VALUES (zeroblob(32), '{}')",
    "the text of a part cut": "UPDATE part SET body = substr(body, 1, 20)",
    "no revisions": "DELETE FROM revision",
}
"""By name, one edit with any tool that speaks SQLite."""

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
    "the largest number there is": "UPDATE revision SET made_at = 1e308 WHERE number = 1",
    "a mark that is 1e308": "UPDATE revision SET value = 1e308 WHERE field = 'score'",
    "a mark below nothing": "UPDATE revision SET value = -0.0 WHERE field = 'score'",
    "a mark with a fraction": "UPDATE revision SET value = 0.1 + 0.2 WHERE field = 'score'",
    "a number for a text of a part": "UPDATE part SET body = 7",
    "a number for a hash": "UPDATE definition SET hash = 7",
    "a text for a head": "UPDATE seal SET sealed_at = 'now'",
    "no parents at all": "UPDATE revision SET parents = NULL WHERE number = 1",
    "a fact that is nothing": "UPDATE document SET value = NULL WHERE key = 'owner'",
    "bytes for a fact": "UPDATE document SET value = CAST(value AS BLOB) WHERE key = 'round'",
}
"""By name, one edit while the schema says nothing of STRICT or NOT NULL."""

SEALS: dict[str, dict[str, object]] = {
    "a seal of another book, sealed anew": {"book": STRANGER},
    "a seal of another owner, sealed anew": {"owner": STRANGER},
    "a seal of a version that is not there, sealed anew": {"definition": b"d" * 32},
    "a seal before all time": {"sealed_at": -1},
    "a seal beyond all calendars": {"sealed_at": 2**62},
}
"""By name, what is changed in the seal by somebody who computes its id anew."""


def edited(statement: str) -> Callable[[Path], None]:
    return lambda book: execute(book, statement)


def mistyped(statement: str) -> Callable[[Path], None]:
    return lambda book: behind_strict(book, statement)


def sealed_anew(change: dict[str, object]) -> Callable[[Path], None]:
    def forge(book: Path) -> None:
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

    return forge


def not_a_number(book: Path) -> None:
    """Bits that are no number, where SQLite stored one with a fraction."""
    behind_strict(book, "UPDATE revision SET made_at = 1.5e300 WHERE number = 1")
    image = book.read_bytes()
    told = struct.pack(">d", 1.5e300)
    assert image.count(told) == 1
    book.write_bytes(image.replace(told, struct.pack(">Q", 0x7FF8_0000_0000_0001)))


def not_utf_8(book: Path) -> None:
    execute(book, "UPDATE revision SET value = CAST(x'ff41' AS TEXT) WHERE field = 'comment'")


def half_a_character(book: Path) -> None:
    execute(
        book,
        "UPDATE part SET body = CAST(x'eda080' AS TEXT) WHERE hash = (SELECT min(hash) FROM part)",
    )


FORGED: dict[str, Callable[[Path], None]] = {
    **{name: edited(statement) for name, statement in PLAIN_EDITS.items()},
    **{name: mistyped(statement) for name, statement in BEHIND_STRICT.items()},
    **{name: sealed_anew(change) for name, change in SEALS.items()},
    "a time that is not a number": not_a_number,
    "a text that is no text": not_utf_8,
    "half a character in a part": half_a_character,
}
