"""Everything that can be done in a score book by key: one list for keys, menu and key sheet."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

_EDIT = ("undo", "redo", "", "comment", "out", "evidence", "phrases", "", "history", "recuse")
_GO = ("incomplete", "next", "before", "find", "", "turn", "grid", "", "pin", "help", "")
_HAND_OVER = ("check", "hand_over", "backups", "update", "survey")
_ON_SHEET = (
    *("comment", "out", "evidence", "history", "recuse", "check"),
    *("incomplete", "next", "before", "find", "turn", "grid", "pin", "help"),
)
_KEYS = {
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Y", "Ctrl+Shift+Z"),
    "comment": ("F2",),
    "out": ("F4",),
    "evidence": ("Ctrl+E",),
    "history": ("Ctrl+H",),
    "recuse": ("Ctrl+R",),
    "incomplete": ("F6",),
    "next": ("Ctrl+PgDown",),
    "before": ("Ctrl+PgUp",),
    "find": ("Ctrl+F",),
    "turn": ("Ctrl+T",),
    "grid": ("Ctrl+G",),
    "pin": ("F8",),
    "help": ("F7",),
    "check": ("F9",),
    "hand_over": ("Ctrl+D",),
    "backups": ("Ctrl+B",),
    "update": ("Ctrl+U",),
    "survey": (),
    "keys": ("F1",),
}
SHOWN_ELSEWHERE = ("phrases",)
"""Keys that belong to a field alone and stand in the key sheet only."""


class BookActions(QObject):
    """The actions by name; the page connects them and says when they can do nothing."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._actions: dict[str, QAction] = {}
        for name, keys in _KEYS.items():
            action = QAction(page)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            page.addAction(action)
            self._actions[name] = action
        self._menus = [self._menu(page, names) for names in (_EDIT, (*_GO, *_HAND_OVER))]
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        """Return the action of a name."""
        return self._actions[name]

    def menus(self) -> list[QMenu]:
        """Return what the menu bar shows while the book is open."""
        return self._menus

    def _menu(self, page: QWidget, names: tuple[str, ...]) -> QMenu:
        menu = QMenu(page)
        for name in names:
            if not name:
                menu.addSeparator()
            elif name not in SHOWN_ELSEWHERE:
                menu.addAction(self._actions[name])
        return menu

    def name_steps(self, undo: str, redo: str) -> None:
        """Say what would be taken back and done again; empty where there is nothing."""
        for name, words, bare in (
            ("undo", undo, self.tr("Undo")),
            ("redo", redo, self.tr("Redo")),
        ):
            self._actions[name].setText(words or bare)
            self._actions[name].setEnabled(bool(words))

    def allow(self, *names: str, is_allowed: bool) -> None:
        """Let actions of these names be chosen, or not."""
        for name in names:
            self._actions[name].setEnabled(is_allowed)

    def keep_to(self, sheet: QWidget, stack: QStackedWidget) -> None:
        """Let what acts on ``sheet`` be chosen only while it is shown: nothing changes unseen."""
        self._sheet, self._stack = sheet, stack
        stack.currentChanged.connect(self._on_shown)

    @Slot()
    def _on_shown(self) -> None:
        self.allow(*_ON_SHEET, is_allowed=self._stack.currentWidget() is self._sheet)

    def retranslate(self) -> None:
        """Name everything; the steps are named by ``name_steps``."""
        edit, go = self._menus
        edit.setTitle(self.tr("&Edit"))
        go.setTitle(self.tr("&Go"))
        for name, words in self.words().items():
            if name in self._actions:
                self._actions[name].setText(words)

    def words(self) -> dict[str, str]:
        """Return what every action does, by name."""
        return {
            "undo": self.tr("Undo"),
            "redo": self.tr("Redo"),
            "comment": self.tr("Comment on this indicator"),
            "out": self.tr("Not applicable, with the reason"),
            "evidence": self.tr("Evidence for this mark"),
            "phrases": self.tr("Insert one of my phrases"),
            "history": self.tr("Earlier values of this field"),
            "recuse": self.tr("Recuse myself from this service"),
            "incomplete": self.tr("Next incomplete"),
            "next": self.tr("Next service or indicator"),
            "before": self.tr("Service or indicator before"),
            "find": self.tr("Find in the list"),
            "turn": self.tr("By service or by indicator"),
            "grid": self.tr("Grid of all marks"),
            "pin": self.tr("Pin this service for comparison"),
            "help": self.tr("Help pane"),
            "check": self.tr("Check this service"),
            "hand_over": self.tr("Check everything and hand over"),
            "backups": self.tr("Backups of this file"),
            "update": self.tr("Take in an update…"),
            "survey": self.tr("Take in a survey…"),
            "keys": self.tr("All keys"),
        }

    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return every key with what it does, in groups, for the key sheet."""
        words = self.words()

        def keyed(*names: str) -> list[tuple[str, str]]:
            return [(_KEYS[name][0], words[name]) for name in names]

        return [
            (self.tr("Typing marks"), self._typing_keys()),
            (
                self.tr("About a mark"),
                [
                    *keyed("comment", "out", "evidence"),
                    ("F3", words["phrases"]),
                    *keyed("history"),
                ],
            ),
            (self.tr("Going places"), keyed("incomplete", "next", "before", "find")),
            (self.tr("Orders of work"), keyed("turn", "grid", "pin", "help")),
            (self.tr("In the grid"), self._grid_keys()),
            (
                self.tr("Safe and finished"),
                keyed("undo", "redo", "check", "recuse", "backups", "update", "hand_over"),
            ),
            (self.tr("Findings"), self._finding_keys()),
        ]

    def _typing_keys(self) -> list[tuple[str, str]]:
        return [
            ("Enter", self.tr("Store and go on")),
            ("Shift+Enter", self.tr("Store and go back")),
            ("↑ ↓", self.tr("Field above or below")),
            ("Tab", self.tr("Next field, comments too")),
            ("Esc", self.tr("Give up what was typed")),
            ("1 – 5", self.tr("Choose a grade by its number")),
        ]

    def _finding_keys(self) -> list[tuple[str, str]]:
        return [
            ("Enter", self.tr("Next finding")),
            ("Shift+Enter", self.tr("Line break inside it")),
            ("Alt+↑ Alt+↓", self.tr("Move it up or down")),
            ("Ctrl+L", self.tr("Link it to an indicator")),
            ("Ctrl+Del", self.tr("Remove it")),
        ]

    def _grid_keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+C", self.tr("Copy the chosen cells for a spreadsheet")),
            ("Ctrl+V", self.tr("Paste from a spreadsheet, after a look")),
            ("Shift+→", self.tr("Choose more cells")),
            ("Del", self.tr("Clear the chosen cells")),
        ]
