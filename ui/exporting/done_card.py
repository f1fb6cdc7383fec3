"""What was written, and the way to it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.theme.fonts import BODY
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.parts import Card, Words, button


class DoneCard(Speaking):
    """Hidden until a report was written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written: Path | None = None
        self._words = Words(BODY)
        self.open, self.folder = button(), button()
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(GlyphMark(Glyph.COMPLETE))
        line.addWidget(self._words, 1)
        line.addWidget(self.open)
        line.addWidget(self.folder)
        card.column.addLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.open.clicked.connect(self._open_file)
        self.folder.clicked.connect(self._open_folder)
        self.hide()
        self.retranslate()

    def show_written(self, target: Path) -> None:
        """Tell what was written last; Enter opens it."""
        self._written = target
        self.retranslate()
        self.show()
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.open.setText(self.tr("Open the report"))
        self.folder.setText(self.tr("Open the folder"))
        if self._written is not None:
            self._words.setText(self.tr("Written: {file}").format(file=self._written.name))
            self._words.setToolTip(str(self._written))

    @Slot()
    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    @Slot()
    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
