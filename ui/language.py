r"""The window's language: English source texts, Korean from the translation file, switched live.

After a text has changed, from the project folder (tests hold both files to the sources):

    pyside6-lupdate -locations none -no-obsolete $(find ui -name "*.py") \\
        -ts resources/translations/ko.ts
    (write the Korean into ko.ts, by hand or with pyside6-linguist)
    pyside6-lrelease resources/translations/ko.ts -qm resources/translations/ko.qm
"""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from ui.shipped import shipped

Language = Literal["ko", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("ko", "en")
_PROPERTY: Final = "language"


def language() -> Language:
    """Return the language the window speaks now."""
    app = QApplication.instance()
    return "en" if app is not None and app.property(_PROPERTY) == "en" else "ko"


def system_language() -> Language:
    """Return the locale's language where it is ours, else Korean; C and POSIX count as unset."""
    locale = QLocale.system()
    if locale.language() is QLocale.Language.English:
        return "en"
    return "ko"


class Interpreter(QObject):
    """Loads and takes away the translation files; widgets hear of it as LanguageChange."""

    def __init__(self, app: QApplication, first: Language) -> None:
        super().__init__(app)
        self._app = app
        self._installed: list[QTranslator] = []
        self._words = b""
        self.choose(first)

    def choose(self, chosen: Language) -> None:
        """Let the whole window speak ``chosen``."""
        self._app.setProperty(_PROPERTY, chosen)
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        if chosen == "ko":
            self._install_own()
            self._install_from_qt()
            return
        QApplication.sendEvent(self._app, QEvent(QEvent.Type.LanguageChange))

    def _install_own(self) -> None:
        translator = QTranslator(self)
        self._words = shipped("translations", "ko.qm").read_bytes()
        translator.load(self._words)  # Qt reads these bytes where they lie
        self._app.installTranslator(translator)
        self._installed.append(translator)

    def _install_from_qt(self) -> None:
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load("qtbase_ko", folder):
            self._app.installTranslator(translator)
            self._installed.append(translator)


class Speaking(QWidget):
    """A widget that says its words again whenever the language changes."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say every word in the present language."""
