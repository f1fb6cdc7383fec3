"""Several tables in one place, one of them shown; the chips above name them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from ui.theme.parts import Card, button, say_chip
from ui.theme.tab_stop import stop_at_checked


class PartsCard(Card):
    """Parts by name, in the order in which they were added."""

    chosen = Signal(str)
    """Somebody pressed a chip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setContentsMargins(16, 10, 16, 8)
        self._chips: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self.column.addLayout(self._row)
        self.column.addWidget(self._stack, 1)

    def add(self, name: str, widget: QWidget) -> None:
        """Add a part behind the others."""
        chip = button("chip")
        chip.setObjectName(name)
        chip.clicked.connect(self._on_chip)
        self._group.addButton(chip)
        self._row.insertWidget(len(self._chips), chip)
        self._follow_chips(chip)
        self._chips[name] = chip
        self._stack.addWidget(widget)
        chip.setChecked(self._stack.count() == 1)
        stop_at_checked(self._chips.values())

    def add_beside(self, widget: QWidget) -> None:
        """Put something at the right of the chips."""
        self._row.addWidget(widget)
        self._follow_chips(widget)

    def _follow_chips(self, widget: QWidget) -> None:
        """Let Tab go from the chips to ``widget`` before it goes into the parts."""
        if self._chips:
            self.setTabOrder(list(self._chips.values())[-1], widget)

    def say(self, name: str, words: str) -> None:
        """Name a part."""
        say_chip(self._chips[name], words)

    def part(self) -> str:
        """Return which part is shown."""
        return list(self._chips)[self._stack.currentIndex()]

    def show_part(self, name: str) -> None:
        """Show another part."""
        self._chips[name].setChecked(True)
        stop_at_checked(self._chips.values())
        self._stack.setCurrentIndex(list(self._chips).index(name))

    @Slot()
    def _on_chip(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.show_part(sender.objectName())
            self.chosen.emit(sender.objectName())
