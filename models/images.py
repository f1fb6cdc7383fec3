"""The bytes of a whole document: put on the disk in one step, or freed of one fact."""

import os
from contextlib import closing, suppress
from pathlib import Path

from models import sqlite
from models.errors import StoreError, unwritten
from models.kept import kept
from models.recovering import set_aside


def put_image(image: bytes, target: Path) -> None:
    """Write ``image`` to ``target``: to a draft beside it, read back, then in one step.

    Raises:
        StoreError: the disk refuses; an older ``target`` is then untouched.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as stream:
            stream.write(image)
            stream.flush()
            os.fsync(stream.fileno())
        if draft.read_bytes() != image:
            raise StoreError("disk_error", name=target.name)
        set_aside(target)
        os.replace(draft, target)
        kept.set()
    except OSError as error:
        raise unwritten(error, target.name) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def image_without(image: bytes, fact: str, path: Path) -> bytes:
    """Return ``image`` without what the document says of itself under ``fact``.

    The structure of ``image`` is one that ``image_store`` has proven; ``path`` names it.

    Raises:
        StoreError: the image cannot be changed.
    """
    with sqlite.sorted_errors(path), closing(sqlite.connect_to_image(image)) as raw:
        raw.execute("DELETE FROM document WHERE key = ?", (fact,))
        return raw.serialize()
