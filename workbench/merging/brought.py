"""What a merge keeps of a book once it is read, and the books whose very bytes came before.

A lead merges the folder with everybody's books again for the one that is new. Of a file whose
bytes were judged at an earlier merge everything stands in the round already, so it is neither
read nor judged again: it is known by the SHA-256 that the history noted of it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

from models.imports import Standing, events, standing_imports
from workbench.definition.terms import Uid
from workbench.merging.reading import OutsideBook
from workbench.outside.score_book import Parcel


@dataclass(frozen=True, slots=True)
class Brought:
    """A book whose revisions stand in its owner's journal: whose it is, what it is known by."""

    owner: Uid
    digest: bytes
    """Of its revisions and seals."""
    sha256: str
    """Of the file's bytes, in hex."""
    seals: tuple[bytes, ...]
    """Their ids; of a book that was not read none are named."""
    made_at: int | None
    """When its newest entry was made, in milliseconds since 1970, UTC; only shown."""
    receipt: str | None
    revisions: int
    """How many there are in it."""

    def noted(self) -> dict[str, object]:
        """Return what the history keeps, so that the same bytes are known again."""
        return {
            "digest": self.digest.hex(),
            "sha256": self.sha256,
            "made_at": self.made_at,
            "receipt": self.receipt,
        }


def brought(book: OutsideBook, sha: str) -> Brought:
    """Return what is kept of ``book``, whose file has the SHA-256 ``sha``."""
    return Brought(
        book.owner,
        book.digest,
        sha,
        tuple(seal.id for seal in book.seals),
        max((row.made_at for row in book.revisions.values()), default=None),
        book.receipt,
        len(book.revisions),
    )


def sha256_of(content: bytes | Parcel) -> str:
    """Return the SHA-256 of a file's bytes in hex; of a packed one as it is packed."""
    if isinstance(content, Parcel):
        how = f"packed {content.way} {content.checksum} ".encode()
        return sha256(how + content.content).hexdigest()
    return sha256(content).hexdigest()


def known_books(connection: Connection) -> dict[str, Brought]:
    """Return every book that stands in the round, by the SHA-256 of its file."""
    standing = standing_imports(connection)
    found: dict[str, Brought] = {}
    for event in events(connection):
        if event.kind != "merged":
            continue
        for row in json.loads(event.detail)["files"]:
            book = _noted(row, standing)
            if book is not None:
                found[book.sha256] = book
    return found


def _noted(row: Mapping[str, Any], standing: Mapping[bytes, Standing]) -> Brought | None:
    digest = bytes.fromhex(row.get("digest", ""))  # earlier histories noted none
    found = standing.get(digest)
    if found is None:
        return None
    made_at, receipt = row["made_at"], row["receipt"]
    return Brought(found.owner, digest, row["sha256"], (), made_at, receipt, found.revisions)
