"""A head like that of a section of marks, and what is written below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.scoring.geometry import CODE, MARGIN, SECTION_GAP, SECTION_HEIGHT, TEXT_MOST, Columns
from ui.texts.text_box import INSET
from ui.theme.parts import Hairline
from ui.theme.runs import RunLine

GUTTER = CODE - INSET
"""Between the edge of the codes and a box whose text stands where the names stand."""


class Block(Speaking):
    """Its title stands where codes stand, its texts where names stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = RunLine()
        self.hint = RunLine(Qt.AlignmentFlag.AlignRight)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        for part in (self.title, self.hint):
            part.setFixedHeight(SECTION_HEIGHT - 1)
        self._head.addWidget(self.title)
        self._head.addWidget(self.hint, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, SECTION_GAP)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(Hairline())
        whole.addLayout(self.body)

    def align(self, columns: Columns, width: int) -> None:
        """Begin and end where the sheet's columns do; lines of text stop at their most."""
        right = max(MARGIN, width - min(columns.right, columns.name + TEXT_MOST))
        self._head.setContentsMargins(columns.code, 0, right, 0)
        self.body.setContentsMargins(columns.code, 4, right, 0)
