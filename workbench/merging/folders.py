"""The score books in a folder and in the folders below it, as far as anybody keeps books.

Links are not followed, so no walk goes round in circles or leaves the folder that was chosen.
"""

import os
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from typing import Final

from models.errors import StoreError

BOOK: Final = ".score"
ZIP: Final = ".zip"
MOST_FOLDERS: Final = 100
"""So many folders below the chosen one are looked into: a watched one is, again and again."""
DEEPEST: Final = 5
"""So many folders may stand in each other below the chosen one."""


@dataclass(slots=True)
class FolderBooks:
    """What a folder holds, by name, its own books before those of the folders in it."""

    books: list[os.DirEntry[str]] = field(default_factory=list)
    """Score books and .zip files; an entry knows size and time where the system tells them."""
    unseen: list[tuple[Path, StoreError]] = field(default_factory=list)
    """Folders that were not looked into, and why; the chosen one stands for those beyond."""


def books_below(folder: Path) -> FolderBooks:
    """Return the score books and .zip files in ``folder`` and in the folders below it.

    Raises:
        OSError: ``folder`` itself cannot be looked into.
    """
    found, is_beyond, seen = FolderBooks(), False, 0
    waiting = deque([(folder, 0)])
    while waiting:
        place, depth = waiting.popleft()
        try:
            books, folders = _inside(place)
        except FileNotFoundError:
            if place == folder:
                raise
            continue  # it went away meanwhile, and its books with it
        except OSError:
            if place == folder:
                raise
            found.unseen.append((place, StoreError("folder_unreadable", name=place.name)))
            continue
        found.books += books
        taken = folders[: MOST_FOLDERS - seen] if depth < DEEPEST else []
        is_beyond |= len(taken) < len(folders)
        seen += len(taken)
        waiting.extend((inner, depth + 1) for inner in taken)
    if is_beyond:
        error = StoreError("folder_too_wide", name=folder.name, most=MOST_FOLDERS, deepest=DEEPEST)
        found.unseen.append((folder, error))
    return found


def is_wanted_name(name: str) -> bool:
    """Say whether a file of this name in a folder of books is looked at."""
    return not _is_hidden(name) and PureWindowsPath(name).suffix.casefold() in (BOOK, ZIP)


def _inside(folder: Path) -> tuple[list[os.DirEntry[str]], list[Path]]:
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=lambda entry: entry.name)
    books = [entry for entry in inside if is_wanted_name(entry.name) and entry.is_file()]
    folders = [
        Path(entry.path)
        for entry in inside
        if not _is_hidden(entry.name) and entry.is_dir(follow_symlinks=False)
    ]
    return books, folders


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__MACOSX"
