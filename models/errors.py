"""Expected failures: every one is a type with a finished sentence in both languages.

An error names its sentence by ``key``; the words stand in ``resources/sentences`` and are
fetched by ``workbench.sentences.sentence_of``. Anything that is not an ``AppError`` is a bug.
"""

import errno
from pathlib import Path
from typing import ClassVar, Final

NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What a system calls a full disk, a spent share of it and a file longer than it may be."""


class AppError(Exception):
    """Something a person can understand and act upon; never a bug."""

    exit_code: ClassVar[int] = 1

    def __init__(self, key: str, /, **values: object) -> None:
        """Name the sentence and what stands in its places."""
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        """Return key and values for tracebacks; people read ``sentence_of(error)``."""
        return f"{self.key} {self.values}"


class StoreError(AppError):
    """The file or the disk refuses: absent, foreign, damaged, newer, locked or full."""

    exit_code = 3


class StoreBusy(StoreError):
    """Another program holds the file for writing."""


def unwritten(error: OSError, name: str) -> StoreError:
    """Return why the file called ``name`` could not be written, where the system refused it."""
    return StoreError("disk_full" if error.errno in NO_ROOM else "store_unwritable", name=name)


def folder_unwritten(error: OSError, folder: Path) -> StoreError:
    """Return why nothing could be made at ``folder``, where the system refused it."""
    key = "folder_no_room" if error.errno in NO_ROOM else "folder_unwritable"
    return StoreError(key, path=str(folder))
