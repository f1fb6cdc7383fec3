"""The columns at the left, preview and findings at the right; below each other where narrow."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.surveys.importing.columns_card import ColumnsCard
from ui.surveys.importing.findings_card import FindingsCard
from ui.surveys.importing.preview_card import PreviewCard
from ui.surveys.importing.words_card import WordsCard
from ui.theme.tokens import CARD_GAP, PAGE_MARGIN

LEFT_LEAST: Final = 500
LEFT_MOST: Final = 680
_SHARES: Final = (2, 3)
STACKS_BELOW: Final = 1100
_FOOT: Final = 16
_STACKED_COLUMNS: Final = 460
_STACKED_PREVIEW: Final = 380
_STACKED_FINDINGS: Final = 260
_LOW: Final = 640
_WORDS_IN_LOW, _WORDS = 3, 9
_NO_LIMIT: Final = 16777215  # Qt's own word for it


class Board(QScrollArea):
    """Every card scrolls inside itself while they stand beside each other."""

    def __init__(self, places: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stacked: bool | None = None
        self.columns, self.words = ColumnsCard(), WordsCard()
        self.preview, self.findings = PreviewCard(places), FindingsCard()
        inside, self._left, self._right = QWidget(), QWidget(), QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._across.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, _FOOT)
        self._across.setSpacing(CARD_GAP)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(CARD_GAP)
        left.addWidget(self.columns, 1)
        left.addWidget(self.words)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CARD_GAP)
        column.addWidget(self.preview, 3)
        column.addWidget(self.findings, 2)
        self._across.addWidget(self._left, _SHARES[0])
        self._across.addWidget(self._right, _SHARES[1])
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self._arrange(stacked=False)

    def take_focus(self) -> None:
        """Put the keyboard on the columns."""
        self.columns.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, *, stacked: bool) -> None:
        if stacked == self._is_stacked:
            return
        self._is_stacked = stacked
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._left.setMinimumWidth(0 if stacked else LEFT_LEAST)
        self._left.setMaximumWidth(_NO_LIMIT if stacked else LEFT_MOST)
        for part, high in (
            (self.columns, _STACKED_COLUMNS),
            (self.preview, _STACKED_PREVIEW),
            (self.findings, _STACKED_FINDINGS),
        ):
            part.setMinimumHeight(high if stacked else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(stacked=event.size().width() < STACKS_BELOW)
        self.words.show_most(_WORDS_IN_LOW if event.size().height() < _LOW else _WORDS)
