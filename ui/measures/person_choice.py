"""Who confirms: one of the round, with the reason beside those who may not."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui.theme.icons import icon
from ui.theme.parts import button
from workbench.definition.terms import Uid


class Person(NamedTuple):
    """Somebody of the round; ``why_not`` in a few words, empty where the person may confirm."""

    uid: Uid
    name: str
    role: str
    why_not: str


class PersonChoice(QWidget):
    """A button that opens the list: arrows choose, Enter takes, Escape leaves."""

    chosen = Signal(object)
    """The uid of the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button: QPushButton = button()
        self._people: tuple[Person, ...] = ()
        self._menu, self._group = QMenu(self), QActionGroup(self)
        self.button.setMenu(self._menu)
        self.button.setIcon(icon("chevron", "text2"))
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self.setFocusProxy(self.button)
        self._group.triggered.connect(self._on_triggered)

    def offer(self, people: Sequence[Person], by: Uid | None) -> None:
        """Offer ``people``, with ``by`` as the chosen one."""
        if self._people != tuple(people):
            self._people = tuple(people)
            for action in self._group.actions():
                self._menu.removeAction(action)
                self._group.removeAction(action)
                action.deleteLater()
            for person in people:
                self._add(person)
        for action in self._group.actions():
            action.setChecked(action.data() == by)

    def _add(self, person: Person) -> None:
        told = (person.name, person.why_not or person.role)
        action = QAction("  ·  ".join(filter(None, told)).replace("&", "&&"), self._group)
        action.setData(person.uid)
        action.setCheckable(True)
        action.setEnabled(not person.why_not)
        self._menu.addAction(action)

    def actions_by_uid(self) -> dict[Uid, QAction]:
        """Return what stands in the list, by person."""
        return {action.data(): action for action in self._group.actions()}

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())
