"""Reading a file beside its writer in this process, without giving the writer's lock away.

POSIX drops every lock that a process has on a file as soon as it closes any descriptor of that
file. So a file that this process writes is read through one descriptor that is kept as long as
the lock; everything in ``models`` that reads bytes reads them here.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

_File = tuple[int, int]

_written: Final[dict[_File, int]] = {}
"""The reading descriptor of every file that this process writes, by device and inode."""


def keep_readable(path: Path) -> _File | None:
    """Open the descriptor through which ``path`` is read while this process writes it."""
    if os.name != "posix":
        return None
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    status = os.fstat(descriptor)
    file = (status.st_dev, status.st_ino)
    _written[file] = descriptor
    return file


def let_go(file: _File | None) -> None:
    """Close the descriptor of ``keep_readable``, after the writer has given its lock back."""
    if file is not None:
        with suppress(OSError):
            os.close(_written.pop(file))


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """Return the bytes of ``path``, the first ``most`` of them where that is given.

    Raises:
        OSError: the file cannot be read.
    """
    status = path.stat()
    descriptor = _written.get((status.st_dev, status.st_ino))
    if descriptor is not None:
        return os.pread(descriptor, status.st_size if most is None else most, 0)
    with path.open("rb") as stream:
        return stream.read(-1 if most is None else most)
