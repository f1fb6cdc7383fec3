"""The receipt code of a seal and the digest by which an import is known."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from models.imports import Seal

_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS: Final = 60


def receipt_code(book: bytes, definition: bytes, head_ids: Iterable[bytes]) -> str:
    """Return the code like ``7K4F-2Q9M-XD3T`` of a book in the state of these heads.

    The first 60 bits, in Crockford's base 32, of the SHA-256 over book uid, definition version
    and the sorted head ids.
    """
    digest = sha256(book + definition + b"".join(sorted(head_ids))).digest()
    bits = int.from_bytes(digest) >> (len(digest) * 8 - _BITS)
    letters = "".join(_CROCKFORD[bits >> shift & 31] for shift in range(_BITS - 5, -1, -5))
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def receipt_of(seal: Seal) -> str:
    """Return the receipt code of ``seal``."""
    return receipt_code(seal.book, seal.definition, seal.heads)


def seal_id(
    book: bytes, owner: bytes, definition: bytes, sealed_at: int, head_ids: Iterable[bytes]
) -> bytes:
    """Return the SHA-256 over all that a seal holds."""
    return sha256(
        b"scoring-workbench seal 1\n"
        + book
        + owner
        + definition
        + sealed_at.to_bytes(8, signed=True)
        + b"".join(sorted(head_ids))
    ).digest()


def import_digest(book: bytes, revision_ids: Iterable[bytes], seal_ids: Iterable[bytes]) -> bytes:
    """Return the SHA-256 over the set of revisions and seals of a book."""
    digest = sha256(b"scoring-workbench book 1\n" + book)
    digest.update(b"".join(sorted(revision_ids)))
    digest.update(b"seals")
    digest.update(b"".join(sorted(seal_ids)))
    return digest.digest()
