"""Expected failures: every one is a type with a finished sentence in both languages.

An error names its sentence by ``key``; the words stand in ``resources/sentences`` and are
fetched by ``workbench.sentences.sentence_of``. Anything that is not an ``AppError`` is a bug.
"""

from typing import ClassVar


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
