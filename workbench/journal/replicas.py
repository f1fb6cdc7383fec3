"""Which file copy wrote last on this computer, so that a copied or restored file is told apart."""

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from workbench.home import home


def continued(document: bytes, replica: bytes | None, seq: int) -> bytes | None:
    """Return ``replica`` if this computer wrote ``seq`` into ``document`` with it last.

    Else None: the file was copied, restored or written elsewhere, and its next revision takes a
    new replica id (DESIGN §3).
    """
    if replica is None:
        return None
    try:
        noted = _note_path(document).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return None
    return replica if noted == _note(replica, seq) else None


def new_replica() -> bytes:
    """Return a fresh replica id."""
    return uuid4().bytes


def note(document: bytes, replica: bytes, seq: int) -> None:
    """Note that ``replica`` wrote ``seq`` last; a note that fails only costs a new replica id."""
    path = _note_path(document)
    draft = path.with_suffix(f".{os.getpid()}.part")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_text(_note(replica, seq), encoding="ascii")
            os.replace(draft, path)
        finally:
            draft.unlink(missing_ok=True)


def _note_path(document: bytes) -> Path:
    return home() / "replicas" / document.hex()


def _note(replica: bytes, seq: int) -> str:
    return f"{replica.hex()} {seq}"
