"""Above the inbox: how much is open, which of it is listed, and taking one file for all."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.setup.menu_choice import MenuChoice
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Words, button, say_chip
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Uid
from workbench.journal.fields import MAKE_POINTS
from workbench.settling.inbox import Inbox
from workbench.settling.open_cells import OpenCell

_MOST_FILES: Final = 3
_MOST_LETTERS: Final = 30
_TAIL: Final = 12


class ConflictHead(Speaking):
    """Two lines of the inbox's card; the second belongs to the evaluator whose cell is shown."""

    filtered = Signal()
    file_wanted = Signal(object, str)
    """The uid of an evaluator and the name of a file whose values shall all be taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: list[QPushButton] = []
        self.people, self.more = MenuChoice(), MenuChoice()
        self._cells: tuple[OpenCell, ...] = ()
        self._counts: dict[Uid, dict[str, int]] = {}
        """Of how many open cells each file of an evaluator says something."""
        self._owner: Uid = b""
        self._may_write = False
        self._person = ""
        self._chips = tuple(button("chip") for _ in range(3))
        self._title = RunLine()
        self._word = Words(BODY, role="text2")
        self._word.setWordWrap(False)
        self._take = QHBoxLayout()
        self._lay_out()
        self.people.chosen.connect(self._on_person)
        self.more.chosen.connect(self._on_more)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addSpacing(12)
        group = QButtonGroup(self)
        for chip in self._chips:
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(self.filtered)
        self._chips[0].setChecked(True)
        row.addWidget(self.people)
        row.addStretch(1)
        self._take.setSpacing(8)
        self._take.addWidget(self._word)
        self._take.addWidget(self.more)
        self._take.addStretch(1)
        column.addLayout(row)
        column.addLayout(self._take)

    def show_inbox(self, inbox: Inbox, *, may_write: bool) -> None:
        """Say what is open and of whom."""
        self._cells, self._may_write = inbox.cells, may_write
        self._counts = {}
        for owner, file, count in inbox.files():
            self._counts.setdefault(owner.uid, {})[file] = count
        if self._person not in self._people():
            self._person = ""
        self._offer_files()

    def show_files(self, owner: Uid) -> None:
        """Offer the files that are sources of something open of ``owner``."""
        if owner != self._owner:
            self._owner = owner
            self._offer_files()

    def _offer_files(self) -> None:
        for known in self.files:
            self._take.removeWidget(known)
            known.hide()
            known.deleteLater()
        self.files = []
        for place, file in enumerate(list(self._of_owner())[:_MOST_FILES], start=1):
            one = button()
            one.setText(_short(file))
            one.setProperty("file", file)
            one.setEnabled(self._may_write)
            one.clicked.connect(self._on_file)
            self._take.insertWidget(place, one)
            self.files.append(one)
        self.retranslate()

    def retranslate(self) -> None:
        names = (self.tr("All"), self.tr("Decides the verdict"), self.tr("Texts"))
        for chip, name in zip(self._chips, names, strict=True):
            say_chip(chip, name)
            chip.setVisible(bool(self._cells))
        people = self._people()
        self.people.offer({"": self.tr("All evaluators"), **people}, self._person)
        self.people.setAccessibleName(self.tr("Evaluator"))
        self.people.setVisible(len(people) > 1)
        self._word.setText(self.tr("Take everything from:"))
        self._word.setVisible(bool(self.files))
        for one in self.files:
            file = one.property("file")
            count = self._of_owner().get(file, 0)
            one.setToolTip(self.tr("{file}: settles {count} cells").format(file=file, count=count))
        rest = list(self._of_owner())[_MOST_FILES:]
        self.more.offer({"": self.tr("More files"), **{file: file for file in rest}}, "")
        self.more.setVisible(bool(rest))
        self.more.setEnabled(self._may_write)
        words = self.tr("Open: {count}").format(count=len(self._cells))
        self._title.say(Run(words, CARD_TITLE, HALF_BOLD))

    def listed(self, cells: tuple[OpenCell, ...]) -> tuple[OpenCell, ...]:
        """Return those of ``cells`` that the chosen chip and evaluator let through."""
        if self._person:
            cells = tuple(one for one in cells if one.evaluator.uid.hex() == self._person)
        if self._chips[1].isChecked():
            return tuple(one for one in cells if one.decides)
        if self._chips[2].isChecked():
            return tuple(one for one in cells if one.field not in MAKE_POINTS)
        return cells

    def _people(self) -> dict[str, str]:
        found = {one.evaluator.uid: one.evaluator for one in self._cells}
        rows = sorted(found.values(), key=lambda row: row.code)
        return {row.uid.hex(): f"{row.code} {row.name}" for row in rows}

    def _of_owner(self) -> dict[str, int]:
        return self._counts.get(self._owner, {})

    @Slot(str)
    def _on_person(self, chosen: str) -> None:
        self._person = chosen
        self.retranslate()
        self.filtered.emit()

    @Slot()
    def _on_file(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.file_wanted.emit(self._owner, sender.property("file"))

    @Slot(str)
    def _on_more(self, file: str) -> None:
        self.file_wanted.emit(self._owner, file)


def _short(file: str) -> str:
    """Return a long name without its middle: copies differ at the end."""
    if len(file) <= _MOST_LETTERS:
        return file
    return f"{file[: _MOST_LETTERS - _TAIL - 1]}…{file[-_TAIL:]}"
