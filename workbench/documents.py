"""What kind of document a file is, found out without opening it."""

from pathlib import Path
from typing import Literal

from models.schema import DocumentKind
from models.sqlite import read_header

Kind = Literal["round", "score"]


def kind_of(path: Path) -> Kind:
    """Return which of our two kinds of document ``path`` is.

    Raises:
        StoreError: absent, unreadable, not ours, or made by a newer program.
    """
    kind, _ = read_header(path)
    return "round" if kind is DocumentKind.ROUND else "score"
