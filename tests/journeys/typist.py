"""A process that scores a real book in a real window by keys, as told, and says what was stored.

    python -m tests.journeys.typist BOOK MARKS.json

On every line it hears it types one mark and goes on by Enter. It says ``leaving`` before the key
that leaves a field, ``stored`` at the moment in which the program acknowledges it, ``held`` where
the field held that already, ``kept`` where the program says that it could not store and still shows
what was typed, and ``at`` with the field in work once it is idle again.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QThread, QTimer, Signal

from tests.journeys.scoring_by_key import Hand, Mark, Marks, marks_in
from tests.own_window import OwnWindow, pass_on_warnings, press, type_text
from ui.placing.noticed_page import NoticedPage
from ui.scoring.bottom_line import BottomLine

NOT_STORED = "저장되지 않음"
"""What the bottom line begins with while something typed is not in the file."""


class Listener(QThread):
    """Hears lines beside the window."""

    told = Signal()
    ended = Signal()

    def run(self) -> None:
        for _ in sys.stdin:
            self.told.emit()
        self.ended.emit()


class Typist:
    """Types one mark for each line it hears."""

    def __init__(self, own: OwnWindow, book: Path, wanted: Marks) -> None:
        page = own.open(book)
        # what is said above a page, after a crash, is no other page
        self._page = page.inner if isinstance(page, NoticedPage) else page
        self._hand = Hand(self._page, wanted)
        self._held = marks_in(self._page.desk.book)
        self._wanted = wanted
        self._leaving: Mark | None = None
        self._page.desk.stored.connect(self._on_stored)

    def say(self, word: str, mark: Mark, *more: str) -> None:
        sys.stdout.write("\t".join([word, *map(str, mark), *more]) + "\n")
        sys.stdout.flush()

    def say_where(self) -> None:
        self.say("at", self._hand.here())

    def type_one(self) -> None:
        mark = self._hand.here()
        type_text(self._hand.keys_here())
        self._leaving = mark
        self.say("leaving", mark)
        press(Qt.Key.Key_Return)
        if self._held.get(mark) == self._wanted[mark]:
            self.say("held", mark)
        elif (kept := self._kept(mark)) is not None:
            self.say("kept", mark, kept)
            return  # a disk that refuses is not asked by the next key
        self._held[mark] = self._wanted[mark]
        QTimer.singleShot(0, self.say_where)

    def _kept(self, mark: Mark) -> str | None:
        """What the window holds as typed and not stored, where it says so in its bottom line."""
        desk = self._page.desk
        drafts = [
            draft.text
            for service in desk.services()
            for cell, draft in desk.drafts(service).items()
            if self._hand.named(cell) == mark
        ]
        is_said = NOT_STORED in self._page.findChild(BottomLine).text()
        return drafts[0] if drafts and is_said else None

    def _on_stored(self) -> None:
        if self._leaving is not None:
            self.say("stored", self._leaving, self._wanted[self._leaving])


def main(book: Path, marks: Path) -> None:
    wanted = {
        (number, code, field): value
        for number, code, field, value in json.loads(marks.read_text(encoding="utf-8"))
    }
    with OwnWindow() as own:
        typist, listener = Typist(own, book, wanted), Listener()
        listener.told.connect(typist.type_one, Qt.ConnectionType.QueuedConnection)
        listener.ended.connect(QCoreApplication.quit, Qt.ConnectionType.QueuedConnection)
        typist.say_where()
        listener.start()
        QCoreApplication.exec()
        listener.wait()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    pass_on_warnings()
    main(Path(sys.argv[1]), Path(sys.argv[2]))
