"""The head of a lead's page: title, rehearsal chip, a line of state, and what can be done."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.theme.fonts import BODY, PAGE_TITLE
from ui.theme.parts import Tag
from ui.theme.runs import Run, RunLine


class PageHead(QWidget):
    """One line above the cards; buttons stand at its right."""

    def __init__(
        self, *buttons: QPushButton, is_rehearsal: bool, read_at: datetime | None = None
    ) -> None:
        super().__init__()
        self._read_at = read_at
        self._read_only = Tag("text3")
        self._title = RunLine()
        self._state = RunLine()
        self._rehearsal = Tag("warning")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._title)
        row.addSpacing(2)
        row.addWidget(self._rehearsal)
        self._rehearsal.setVisible(is_rehearsal)  # not before: it would open a window of its own
        row.addWidget(self._read_only)
        self._read_only.setVisible(read_at is not None)
        row.addWidget(self._state, 1)
        for one in buttons:
            row.addWidget(one)
        self.setFixedHeight(32)

    def mark(self, tag: Tag) -> None:
        """Let a state stand behind the title."""
        self._row.insertWidget(1, tag)

    def say(self, title: str, state: str) -> None:
        """Name the page and say how things stand."""
        self._title.say(Run(title, PAGE_TITLE, 700))
        self._state.say(Run(state, BODY, role="text2"))
        self._rehearsal.say(self.tr("Rehearsal (invented scores)"))
        if self._read_at is not None:
            time = f"{self._read_at.astimezone():%H:%M}"
            self._read_only.say(self.tr("As of {time}, read-only").format(time=time))
