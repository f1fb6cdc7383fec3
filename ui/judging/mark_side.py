"""One mark in the compare tray: points, what was typed for them, the comment."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.judging.live import LiveMark, figures_words
from ui.scoring.numbers import most_text, points_text
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD
from ui.theme.parts import Words
from ui.theme.runs import Run, RunLine

_LONGEST = 240


class MarkSide(QWidget):
    """Points in ``role`` while they are being typed; or one sentence instead of a mark."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._caption = RunLine()
        self._points = RunLine(Qt.AlignmentFlag.AlignRight)
        self._figures = Words(CAPTION, role="text2")
        self._comment = Words(CAPTION, role="text2")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._caption, 1)
        line.addWidget(self._points)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._figures)
        column.addWidget(self._comment)
        column.addStretch(1)

    def show_mark(self, caption: str, mark: LiveMark, places: int) -> None:
        """Show a mark under a caption."""
        role = self._role if mark.is_typing else "text"
        self._caption.say(Run(caption, CAPTION, role="text2"))
        self._points.say(
            Run(points_text(mark.points, places), BODY, HALF_BOLD, role),
            Run(f"/ {most_text(mark.row.indicator.max_points)}", CAPTION, role="text3", before=4),
        )
        comment = mark.row.comment
        if len(comment) > _LONGEST:
            comment = f"{comment[:_LONGEST].rstrip()}…"
        self._say(figures_words(mark), f"“{comment}”" if comment else "")
        self._comment.setToolTip(mark.row.comment)

    def tell(self, sentence: str) -> None:
        """Show a sentence where there is no mark to show."""
        self._caption.say()
        self._points.say()
        self._say(sentence, "")

    def text(self) -> str:
        """Return everything that stands here."""
        parts = (self._caption.text(), self._points.text())
        return " ".join(filter(None, (*parts, self._figures.text(), self._comment.text())))

    def _say(self, figures: str, comment: str) -> None:
        for part, text in ((self._figures, figures), (self._comment, comment)):
            part.setText(text)
            part.setVisible(bool(text))
