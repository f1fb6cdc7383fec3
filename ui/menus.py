"""The menu bar: files, the view, and where to find things."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.language import LANGUAGES, Language
from ui.theme.scheme import Scheme

NAMES: dict[Language, str] = {"ko": "한국어", "en": "English"}


class Menus(QObject):
    """Every action of the menu bar; the window connects them."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self.open = self._action(QKeySequence(QKeySequence.StandardKey.Open))
        self.new = self._action(QKeySequence(QKeySequence.StandardKey.New))
        self.sample = self._action()
        self.backups = self._action()
        self.close = self._action(QKeySequence("Ctrl+W"))
        self.quit = self._action(QKeySequence("Ctrl+Q"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.logs = self._action()
        self._file = QMenu(bar)
        self._file.addActions([self.open, self.new, self.sample])
        self._file.addSeparator()
        self._file.addActions([self.backups, self.close, self.quit])
        self._view = QMenu(bar)
        self.schemes = self._group([str(scheme) for scheme in Scheme])
        self._view.addActions(self.schemes.actions())
        self._view.addSeparator()
        self.languages = self._group(list(LANGUAGES))
        self._view.addActions(self.languages.actions())
        self._help = QMenu(bar)
        self._help.addAction(self.logs)
        self._bar = bar
        self._of_page: list[QMenu] = []
        for menu in (self._file, self._view, self._help):
            bar.addMenu(menu)
        self.retranslate()

    def _action(self, key: QKeySequence | None = None) -> QAction:
        action = QAction(self)
        if key is not None:
            action.setShortcut(key)
        return action

    def _group(self, names: list[str]) -> QActionGroup:
        group = QActionGroup(self)
        for name in names:
            action = QAction(self)
            action.setData(name)
            action.setCheckable(True)
            group.addAction(action)
        return group

    def show_page_menus(self, menus: list[QMenu]) -> None:
        """Show the menus of the open document behind the first one, instead of any before."""
        for menu in self._of_page:
            self._bar.removeAction(menu.menuAction())
        self._of_page = menus
        for menu in menus:
            self._bar.insertMenu(self._view.menuAction(), menu)

    def tick(self, scheme: Scheme, language: Language) -> None:
        """Mark what is chosen."""
        for group, chosen in ((self.schemes, str(scheme)), (self.languages, str(language))):
            for action in group.actions():
                action.setChecked(action.data() == chosen)

    def retranslate(self) -> None:
        """Name every menu and action."""
        self._file.setTitle(self.tr("&File"))
        self._view.setTitle(self.tr("&View"))
        self._help.setTitle(self.tr("&Help"))
        self.open.setText(self.tr("Open…"))
        self.new.setText(self.tr("New round…"))
        self.sample.setText(self.tr("Rehearsal round"))
        self.backups.setText(self.tr("Backups…"))
        self.close.setText(self.tr("Close the file"))
        self.quit.setText(self.tr("Quit"))
        self.logs.setText(self.tr("Show the log folder"))
        words = {
            str(Scheme.SYSTEM): self.tr("Light or dark as the system"),
            str(Scheme.LIGHT): self.tr("Light"),
            str(Scheme.DARK): self.tr("Dark"),
        } | dict(NAMES.items())
        for group in (self.schemes, self.languages):
            for action in group.actions():
                action.setText(words[action.data()])


def app_name() -> str:
    """Return the program's name as people read it."""
    return QCoreApplication.translate("Window", "Scoring Workbench")
