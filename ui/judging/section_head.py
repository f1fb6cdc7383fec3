"""The head of a part of the pane: a hairline, the title, what stands at its right end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.fonts import BODY, CAPTION, HALF_BOLD
from ui.theme.parts import Hairline
from ui.theme.runs import Run, RunLine


class SectionHead(QWidget):
    """A title with a caption or a control at its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = RunLine()
        self._caption = RunLine(Qt.AlignmentFlag.AlignRight)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addWidget(self._title)
        self._line.addWidget(self._caption, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Hairline())
        column.addLayout(self._line)

    def add(self, part: QWidget) -> None:
        """Put a control at the right end."""
        self._line.addWidget(part)

    def say(self, title: str, caption: str = "") -> None:
        """Show another title and caption."""
        self._title.say(Run(title, BODY, HALF_BOLD))
        self._caption.say(Run(caption, CAPTION, role="text3"))
