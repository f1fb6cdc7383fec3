"""What kind of document a file is, and whether it is being written: found without opening it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from models.schema import DocumentKind
from models.sqlite import is_held, read_header

Kind = Literal["round", "score"]


def kind_of(path: Path) -> Kind:
    """Return which of our two kinds of document ``path`` is.

    Raises:
        StoreError: absent, unreadable, not ours, or made by a newer program.
    """
    kind, _ = read_header(path)
    return "round" if kind is DocumentKind.ROUND else "score"


def is_being_written(path: Path) -> bool:
    """Say whether a program has the document at ``path`` open for writing, as its lock tells."""
    return is_held(path, 0)


def taken_now(path: Path) -> datetime | None:
    """Return this moment if ``path`` is now read beside a program that is writing it."""
    return datetime.now(UTC) if is_being_written(path) else None
