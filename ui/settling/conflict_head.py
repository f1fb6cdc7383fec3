"""Above the inbox: how much is open, which of it is listed, and taking one file for all."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from ui.language import Speaking
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Words, button
from ui.theme.runs import Run, RunLine
from workbench.journal.fields import MAKE_POINTS
from workbench.settling.inbox import Inbox, OpenCell

_MOST_FILES = 4
_MOST_LETTERS = 20


class ConflictHead(Speaking):
    """One line of the inbox's card."""

    filtered = Signal()
    file_wanted = Signal(object, str)
    """The uid of an evaluator and the name of a file whose values shall all be taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: list[QPushButton] = []
        self._chips = tuple(button("chip") for _ in range(3))
        self._title = RunLine()
        self._word = Words(BODY, role="text2")
        self._word.setWordWrap(False)
        self._count = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._title)
        self._row.addSpacing(12)
        group = QButtonGroup(self)
        for chip in self._chips:
            group.addButton(chip)
            self._row.addWidget(chip)
            chip.clicked.connect(self.filtered)
        self._chips[0].setChecked(True)
        self._row.addStretch(1)
        self._row.addWidget(self._word)
        self.retranslate()

    def show_inbox(self, inbox: Inbox, *, may_write: bool) -> None:
        """Offer the files that are sources of something open."""
        for known in self.files:
            self._row.removeWidget(known)
            known.hide()
            known.deleteLater()
        self.files = []
        for owner, file in inbox.files()[:_MOST_FILES]:
            one = button()
            short = len(file) <= _MOST_LETTERS
            one.setText(file if short else file[: _MOST_LETTERS - 1] + "…")
            one.setToolTip(file)
            one.setProperty("file", file)
            one.setProperty("owner", owner.uid.hex())
            one.setEnabled(may_write)
            one.clicked.connect(self._on_file)
            self._row.addWidget(one)
            self.files.append(one)
        self._count = len(inbox.cells)
        self.retranslate()

    def retranslate(self) -> None:
        names = (self.tr("All"), self.tr("Decides the verdict"), self.tr("Texts"))
        for chip, name in zip(self._chips, names, strict=True):
            chip.setText(name)
            chip.setVisible(self._count > 0)
        self._word.setText(self.tr("Take everything from:"))
        self._word.setVisible(bool(self.files))
        words = self.tr("Open: {count}").format(count=self._count)
        self._title.say(Run(words, CARD_TITLE, HALF_BOLD))

    def listed(self, cells: tuple[OpenCell, ...]) -> tuple[OpenCell, ...]:
        """Return those of ``cells`` that the chosen chip lets through."""
        if self._chips[1].isChecked():
            return tuple(one for one in cells if one.decides)
        if self._chips[2].isChecked():
            return tuple(one for one in cells if one.field not in MAKE_POINTS)
        return cells

    @Slot()
    def _on_file(self) -> None:
        sender = self.sender()
        if sender is not None:
            owner = bytes.fromhex(sender.property("owner"))
            self.file_wanted.emit(owner, sender.property("file"))
