"""What a person drops on a round: score books, .zip files of them, folders."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

from workbench.merging.folders import is_wanted_name


def dropped(event: QDropEvent) -> list[Path]:
    """Return the files and folders that are dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def dropped_books(event: QDropEvent) -> list[Path]:
    """Return what is dropped if all of it may hold score books, else nothing."""
    files = dropped(event)
    are_books = all(is_wanted_name(path.name) or path.is_dir() for path in files)
    return files if are_books else []
