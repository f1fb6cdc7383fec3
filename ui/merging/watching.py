"""A folder that is watched for arriving books: told once they are whole, never merged by itself.

The folders in it are watched as well, as far as they are looked into when the folder is added.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from workbench.errors import AppError
from workbench.merging.folders import FolderBooks, books_below

LOOKS_AGAIN_AFTER_MS: Final = 700
"""A file that has the same size and time after this long has stopped growing."""
LOOKS_ANYWAY_AFTER_MS: Final = 3000
"""Drives of a network do not tell of what arrives on them."""

_Stamp = tuple[int, int]


class FolderWatch(QObject):
    """Watches one folder at a time."""

    arrived = Signal(list)
    """Paths of books that are new or changed and have stopped growing."""
    narrowed = Signal()
    """What of the folder is not looked into is not what it was at the look before."""
    ended = Signal()
    """The folder went away, so that it is no longer watched."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self.unseen: tuple[AppError, ...] = ()
        """Why not all of the folder is looked into."""
        self._told: dict[Path, _Stamp] = {}
        self._growing: dict[Path, _Stamp] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look_soon)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._look)

    def watch(self, folder: Path) -> None:
        """Watch ``folder``; what stands there already has arrived too."""
        self.stop()
        self.folder = folder
        self._watcher.addPath(str(folder))
        self._look()

    @Slot()
    def stop(self) -> None:
        """Watch nothing any more."""
        if self.folder is not None:
            self._watcher.removePath(str(self.folder))
        self.folder = None
        self._told, self._growing = {}, {}
        self._next.stop()
        self._say_unseen(())

    @Slot()
    def _look_soon(self) -> None:
        """Look again, but not so soon that a growing file seems to stand still."""
        if self.folder is not None and self._next.remainingTime() > LOOKS_AGAIN_AFTER_MS:
            self._next.start(LOOKS_AGAIN_AFTER_MS)

    @Slot()
    def _look(self) -> None:
        """Tell of every book that has the stamp it had at the look before."""
        if self.folder is None:
            return
        try:
            inside = books_below(self.folder)
            found = _stamps(inside)
        except OSError:
            self.stop()
            self.ended.emit()
            return
        self._say_unseen(tuple(error for _, error in inside.unseen))
        fresh = {path: stamp for path, stamp in found.items() if self._told.get(path) != stamp}
        whole = {path: at for path, at in fresh.items() if self._growing.get(path) == at}
        self._told |= whole
        self._growing = {path: at for path, at in fresh.items() if path not in whole}
        self._next.start(LOOKS_AGAIN_AFTER_MS if self._growing else LOOKS_ANYWAY_AFTER_MS)
        if whole:
            self.arrived.emit(sorted(whole))

    def _say_unseen(self, unseen: tuple[AppError, ...]) -> None:
        is_other = [error.args for error in unseen] != [error.args for error in self.unseen]
        self.unseen = unseen
        if is_other:
            self.narrowed.emit()


def _stamps(inside: FolderBooks) -> dict[Path, _Stamp]:
    found: dict[Path, _Stamp] = {}
    for entry in inside.books:
        with suppress(FileNotFoundError):  # it went away meanwhile
            facts = entry.stat()
            found[Path(entry.path)] = (facts.st_size, facts.st_mtime_ns)
    return found
