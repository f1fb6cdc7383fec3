"""A calm strip over the page: what is so, what to do, and a button to put it away."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.problems import sentence_of
from ui.theme.fonts import BODY
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.icons import icon
from ui.theme.parts import Words, button
from workbench.errors import AppError

_TALLEST = 220


class ProblemStrip(QFrame):
    """Hidden while nothing is wrong; a long list of problems scrolls inside it."""

    log_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self._error: AppError | None = None
        self._log: str | None = None
        self._words = Words(BODY)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._words)
        for part in (self._scroll.viewport(), self._words):
            part.setAutoFillBackground(False)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show_log = button("link")
        self._show_log.clicked.connect(self.log_requested)
        self._close = button("link")
        self._close.setIcon(icon("close"))
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        mark = QVBoxLayout()
        mark.addSpacing(4)
        mark.addWidget(GlyphMark(Glyph.ERROR), 0, top)
        row.addLayout(mark)
        row.addWidget(self._scroll, 1)
        row.addWidget(self._show_log, 0, top)
        row.addWidget(self._close, 0, top)
        self.hide()

    def show_error(self, error: AppError) -> None:
        """Say what went wrong and what to do."""
        self._error, self._log = error, None
        self._say()

    def show_crash(self, log: str) -> None:
        """Say plainly that the program erred and that what is stored is safe."""
        self._error, self._log = None, log
        self._say()

    @Slot()
    def clear(self) -> None:
        """Put the strip away."""
        self._error, self._log = None, None
        self.hide()

    def text(self) -> str:
        """Return what the strip says, or nothing while it is away."""
        return "" if self.isHidden() else self._words.text()

    def _say(self) -> None:
        if self._error is None and self._log is None:
            return
        said = sentence_of(self._error) if self._error else self._crash_words()
        self._words.setText(said)
        self._words.setAccessibleName(said)
        self._show_log.setText(self.tr("Show the log"))
        self._show_log.setVisible(bool(self._log))
        self._close.setText("")
        self._close.setToolTip(self.tr("Put away"))
        self._close.setAccessibleName(self.tr("Put away"))
        self.show()
        self._fit()

    def _crash_words(self) -> str:
        mistake = self.tr("The program made a mistake. Everything stored in the file is safe.")
        if not self._log:
            return mistake
        return mistake + " " + self.tr("It is written down here: {log}").format(log=self._log)

    def _fit(self) -> None:
        room = max(200, self._scroll.viewport().width())
        self._scroll.setFixedHeight(min(_TALLEST, max(24, self._words.heightForWidth(room) + 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            return
        super().keyPressEvent(event)
