"""The schema of both kinds of document as literal text.

The text is the allow-list against which a file from outside is compared, so a fresh file and
one that climbed the steps of ``models.steps`` hold exactly these statements and nothing else:
STRICT tables, no triggers, views, generated columns or indexes of their own (RELIABILITY §3.1).
"""

from enum import Enum
from typing import Final

VERSION: Final = 1
"""Schema version of the rounds this program makes (``PRAGMA user_version``)."""

OLDEST: Final = 1
"""Oldest schema version this program goes on writing.

From here to ``VERSION`` a document keeps the version it has, and a score book gets that of its
round: lead and evaluators need not change to a newer program on the same day. What is older is
backed up and brought to ``VERSION`` when its writer opens it. Who raises ``VERSION`` lets the code
that writes do without what the older schema cannot hold, or raises this, too.
"""


class DocumentKind(Enum):
    """What a file is, with its ``application_id``."""

    ROUND = 0x53575244
    SCORE = 0x53575343


_SHARED: Final = (
    """CREATE TABLE document (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE part (
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE definition (
    number INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    made_at INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT""",
    """CREATE TABLE definition_part (
    definition INTEGER NOT NULL REFERENCES definition (number),
    part BLOB NOT NULL CHECK (length(part) = 32),
    PRIMARY KEY (definition, part)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE revision (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    service BLOB NOT NULL CHECK (length(service) = 16),
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    field TEXT NOT NULL,
    value TEXT,
    author BLOB NOT NULL CHECK (length(author) = 16),
    replica BLOB NOT NULL CHECK (length(replica) = 16),
    seq INTEGER NOT NULL CHECK (seq > 0),
    definition BLOB NOT NULL CHECK (length(definition) = 32),
    made_at INTEGER NOT NULL,
    parents BLOB NOT NULL CHECK (length(parents) % 32 = 0)
) STRICT""",
    """CREATE TABLE head (
    revision INTEGER PRIMARY KEY REFERENCES revision (number)
) STRICT""",
    """CREATE TABLE seal (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    book BLOB NOT NULL CHECK (length(book) = 16),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    definition BLOB NOT NULL CHECK (length(definition) = 32),
    sealed_at INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE seal_head (
    seal INTEGER NOT NULL REFERENCES seal (number),
    revision INTEGER NOT NULL REFERENCES revision (number),
    PRIMARY KEY (seal, revision)
) STRICT, WITHOUT ROWID""",
)

_ROUND_ONLY: Final = (
    """CREATE TABLE book (
    owner BLOB PRIMARY KEY CHECK (length(owner) = 16),
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE import (
    number INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    owner BLOB NOT NULL CHECK (length(owner) = 16),
    file TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT""",
    """CREATE TABLE import_revision (
    import INTEGER NOT NULL REFERENCES import (number),
    revision INTEGER NOT NULL REFERENCES revision (number),
    PRIMARY KEY (import, revision)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE import_seal (
    import INTEGER NOT NULL REFERENCES import (number),
    seal INTEGER NOT NULL REFERENCES seal (number),
    PRIMARY KEY (import, seal)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT""",
)

STATEMENTS: Final[dict[DocumentKind, dict[int, tuple[str, ...]]]] = {
    DocumentKind.SCORE: {1: _SHARED},
    DocumentKind.ROUND: {1: _SHARED + _ROUND_ONLY},
}
"""Every schema this program reads: by kind and version, the statements in order."""
