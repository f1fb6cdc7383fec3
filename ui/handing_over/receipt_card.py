"""The receipt code as the largest thing on the page, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import Speaking
from ui.theme.fonts import BODY, DENSE, HALF_BOLD, RECEIPT, font
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.icons import IconMark, icon
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine

_AROUND = 20


class ReceiptCard(Speaking):
    """Shows a code that holds, or one that no longer does: struck out and grey."""

    copy_requested = Signal()
    sheet_requested = Signal()
    folder_requested = Signal()
    files_requested = Signal()
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holds = True
        self._code = Words(RECEIPT, 700)
        self._lock, self._flag = IconMark("lock", "success", 16), GlyphMark(Glyph.FLAG)
        self._caption = RunLine()
        self._facts = RunLine(Qt.AlignmentFlag.AlignHCenter)
        self.copy, self.folder = button(), button()
        self.sheet, self.files, self.again = (button("primary") for _ in range(3))
        self.copy.setIcon(icon("copy"))
        self.folder.setIcon(icon("folder"))
        for one, asked in (
            (self.copy, self.copy_requested),
            (self.sheet, self.sheet_requested),
            (self.files, self.files_requested),
            (self.again, self.again_requested),
            (self.folder, self.folder_requested),
        ):
            one.clicked.connect(asked)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        card.column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        self._code.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._code.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        caption = _centred(self._lock, self._flag, self._caption)
        buttons = _centred(self.copy, self.sheet, self.files, self.again, self.folder)
        card.column.addLayout(caption)
        card.column.addWidget(self._code)
        card.column.addWidget(self._facts)
        card.column.addSpacing(8)
        card.column.addLayout(buttons)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_code(self, code: str, facts: str, *, holds: bool, has_files: bool) -> None:
        """Show a code and whether it still holds; ``has_files`` once both files stand."""
        self._holds = holds
        face = QFont(font(RECEIPT, 700))
        face.setStrikeOut(not holds)
        self._code.setFont(face)
        self._code.speak_as("text" if holds else "text3")
        self._code.setStyleSheet("letter-spacing: 2px")
        self._code.setText(code)
        self._facts.say(Run(facts, DENSE, role="text2"))
        self._lock.setVisible(holds)
        self._flag.setVisible(not holds)
        self.copy.setVisible(holds)
        self.sheet.setVisible(holds and has_files)
        self.folder.setVisible(holds and has_files)
        self.files.setVisible(holds and not has_files)
        self.again.setVisible(not holds)
        self.retranslate()

    def retranslate(self) -> None:
        caption = self.tr("Receipt code") if self._holds else self.tr("No longer holds")
        role = "success" if self._holds else "warning"
        self._caption.say(Run(caption, BODY, HALF_BOLD, role))
        self._code.setAccessibleName(f"{caption} {self._code.text()}")
        self.copy.setText(self.tr("Copy the code"))
        self.sheet.setText(self.tr("Open the score sheet"))
        self.files.setText(self.tr("Save the files…"))
        self.again.setText(self.tr("Check and hand over again"))
        self.folder.setText(self.tr("Open the folder"))

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        following = (self.again, self.files, self.sheet)
        target = next(one for one in following if not one.isHidden())
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _centred(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
