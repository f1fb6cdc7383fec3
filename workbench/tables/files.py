"""The bytes of a foreign table, read once: a file of its own, and no larger than any table."""

from pathlib import Path
from typing import Final

from models.beside import read_bytes

MAX_FILE_BYTES: Final = 20 * 1024 * 1024


class FileTooLarge(Exception):
    """The file is larger than any table."""


def foreign_bytes(path: Path) -> bytes:
    """Return the bytes of ``path``.

    A file that this program writes keeps its lock, whoever names it as a table by mistake.

    Raises:
        FileNotFoundError: there is nothing of this name.
        FileTooLarge: it is larger than ``MAX_FILE_BYTES``.
        OSError: it cannot be read, or is a folder or a device.
    """
    if not path.is_file():
        raise OSError(path) if path.exists() else FileNotFoundError(path)
    # what a file says about its size is not believed either: some grow while they are read
    content = read_bytes(path, MAX_FILE_BYTES + 1)
    if len(content) > MAX_FILE_BYTES:
        raise FileTooLarge(path)
    return content
