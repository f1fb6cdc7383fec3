"""One row of a list that is typed in: its box, where its keys lead, and tools that show nearby."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.language import Speaking
from ui.texts.finding_box import FindingBox
from ui.theme.icons import icon


class ItemRow(Speaking):
    """Stores nothing: says what its keys and tools ask for, the row itself first."""

    moved = Signal(object, int)
    """By how many rows up (negative) or down."""
    stepped = Signal(object, int)
    removed = Signal(object)
    items_pasted = Signal(object, object)

    def __init__(self, made_tool: Callable[[], QAbstractButton], parent: QWidget) -> None:
        super().__init__(parent)
        self.box = FindingBox()
        self._up, self._down, self._away = (made_tool() for _ in range(3))

    def tools(self) -> tuple[tuple[QAbstractButton, str], ...]:
        """Return the buttons that show while the row is near, each with its icon."""
        return (self._up, "up"), (self._down, "down"), (self._away, "close")

    def _dress_tools(self, size: QSize) -> None:
        for tool, name in self.tools():
            tool.setFixedSize(size)
            tool.setIcon(icon(name, "text2"))
            tool.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has its key in the box

    def _name_tools(self, words: Sequence[tuple[QAbstractButton, str, str]]) -> None:
        for tool, word, key in words:
            tool.setAccessibleName(word)
            tool.setToolTip(f"{word} ({key})")

    def _connect_keys(self) -> None:
        box = self.box
        box.gone_on.connect(self._on_gone_on)
        box.stepped.connect(self._on_stepped)
        box.moved.connect(self._on_moved)
        box.removed.connect(self._on_removed)
        box.items_pasted.connect(self._on_items_pasted)
        box.entered.connect(self._show_tools)
        box.left.connect(self._show_tools)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._away.clicked.connect(self._on_removed)

    def is_near(self) -> bool:
        """Say whether the mouse or the keyboard is here."""
        return self.underMouse() or self.box.hasFocus()

    @Slot()
    def _show_tools(self) -> None:
        """Show the tools where they are of use."""

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_tools()

    @Slot()
    def _on_gone_on(self) -> None:
        self.stepped.emit(self, 1)

    @Slot(int)
    def _on_stepped(self, steps: int) -> None:
        self.stepped.emit(self, steps)

    @Slot(int)
    def _on_moved(self, steps: int) -> None:
        self.moved.emit(self, steps)

    @Slot()
    def _on_up(self) -> None:
        self.moved.emit(self, -1)

    @Slot()
    def _on_down(self) -> None:
        self.moved.emit(self, 1)

    @Slot()
    def _on_removed(self) -> None:
        self.removed.emit(self)

    @Slot(object)
    def _on_items_pasted(self, items: tuple[str, ...]) -> None:
        self.items_pasted.emit(self, items)
