"""The result versions that were issued, and issuing the next one with a note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.composing import Composition
from ui.language import Speaking
from ui.ledger.rows import Cell, Column, Row
from ui.ledger.table_card import TableCard
from ui.ledger.wording import version_word, when_words
from ui.theme.fonts import HALF_BOLD
from ui.theme.parts import button
from workbench.ledger.versions import ResultVersion

_SHOWN = 3


class VersionsCard(Speaking):
    """Newest first; the form takes a note and stands where the button stood."""

    issued = Signal(str)
    """The note of the version to issue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: tuple[ResultVersion, ...] = ()
        self.begin = button()
        self._card = TableCard(self.begin)
        self.table = self._card.table
        self.note = QLineEdit()
        self._composition = Composition(self.note)
        self.issue, self._leave = button(), button("link")
        self._form = QWidget()
        self.begin.clicked.connect(self.open_form)
        self.issue.clicked.connect(self._issue)
        self._leave.clicked.connect(self.close_form)
        self._lay_out()
        self._form.hide()

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 4)
        form.setSpacing(8)
        form.addWidget(self.note)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self.issue)
        form.addLayout(row)
        self._card.column.addWidget(self._form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)

    def show_versions(self, versions: Sequence[ResultVersion]) -> None:
        """Show what was issued."""
        self._versions = tuple(versions)
        self.retranslate()

    def retranslate(self) -> None:
        count = len(self._versions)
        self.begin.setText(self.tr("Issue version {number}…").format(number=count + 1))
        self.issue.setText(self.tr("Issue"))
        self._leave.setText(self.tr("Leave"))
        self.note.setPlaceholderText(self.tr("Note, for example: before objections"))
        self.note.setAccessibleName(self.tr("Note on the version"))
        columns = (
            Column(self.tr("Version")),
            Column(self.tr("Average"), 56, is_number=True),
            Column(self.tr("Below"), 60, is_number=True),
        )
        self._card.show_rows(
            self.tr("Result versions"),
            self.tr("Issue version 1 before the result goes out: objections are held against it."),
            columns,
            [self._row(row) for row in reversed(self._versions)],
        )
        self.table.hug(least=min(count, 2), most=_SHOWN)

    def _row(self, version: ResultVersion) -> Row:
        said = version_word(version.number)
        return Row(
            version.number,
            (
                Cell(
                    f"{said[:1].upper()}{said[1:]} · {when_words(version.at)}",
                    "text",
                    HALF_BOLD,
                    below=version.note,
                ),
                Cell(version.average or "–", "text", HALF_BOLD),
                Cell(f"{len(version.below)} / {version.counted}"),
            ),
        )

    @Slot()
    def open_form(self) -> None:
        """Ask for the note."""
        self.note.clear()
        self._form.show()
        self.begin.hide()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_form(self) -> None:
        """Put the form away."""
        had_focus = self._form.isAncestorOf(self.focusWidget() or self)
        self.begin.show()
        self._form.hide()
        if had_focus:
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _issue(self) -> None:
        self._composition.finish()
        self.issued.emit(self.note.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_open = not self._form.isHidden()
        if is_open and (event.key() == Qt.Key.Key_Escape or (is_enter and self._leave.hasFocus())):
            self.close_form()
        elif is_enter and is_open:
            self._issue()
        elif is_enter and self.begin.hasFocus() and self.begin.isEnabled():
            self.open_form()
        else:
            super().keyPressEvent(event)
