"""Light or dark: the one function that dresses the application, and which tokens hold now."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.fonts import bring_fonts, font
from ui.theme.sheet import style_sheet
from ui.theme.tokens import DARK, LIGHT, Tokens

_worn: list[Tokens] = [LIGHT]
"""What the application is dressed in; asked for with every stroke that is painted."""


class Scheme(StrEnum):
    """What the person chose; ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def tokens() -> Tokens:
    """Return the tokens the application is dressed in."""
    return _worn[0]


def color(role: str) -> QColor:
    """Return one colour of the present scheme by its token name."""
    return QColor(getattr(_worn[0], role))


def is_dark(scheme: Scheme) -> bool:
    """Say whether ``scheme`` comes out dark; where the desktop says nothing, it is light."""
    if scheme is not Scheme.SYSTEM:
        return scheme is Scheme.DARK
    hints = QApplication.styleHints()
    return hints.colorScheme() is Qt.ColorScheme.Dark


def apply_theme(app: QApplication, scheme: Scheme) -> None:
    """Dress the application: palette and font; the style sheet is worn by each window."""
    bring_fonts()
    chosen = DARK if is_dark(scheme) else LIGHT
    _worn[0] = chosen
    app.setPalette(palette_of(chosen))
    app.setFont(font())


def palette_of(chosen: Tokens) -> QPalette:
    """Return the palette of one scheme; disabled text is as strong as a caption."""
    role = QPalette.ColorRole
    palette = QPalette()
    for target, name in {
        role.Window: "bg",
        role.Base: "surface",
        role.AlternateBase: "hover",
        role.Button: "surface",
        role.ToolTipBase: "surface",
        role.Highlight: "select",
        role.WindowText: "text",
        role.Text: "text",
        role.ButtonText: "text",
        role.ToolTipText: "text",
        role.HighlightedText: "text",
        role.BrightText: "danger",
        role.PlaceholderText: "text3",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Light: "surface",
        role.Midlight: "sunken",
        role.Mid: "line",
        role.Dark: "edge",
        role.Shadow: "line",
        role.Accent: "accent",
    }.items():
        palette.setColor(target, QColor(getattr(chosen, name)))
    weak = QColor(chosen.text3)
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, weak)
    return palette


class SchemeFollower(QObject):
    """Keeps the application in the chosen scheme, and with the desktop where that is the choice.

    The style sheet is worn by the window: where the application wears one, Qt goes through all
    that a part holds every time a part comes to its place, and a book takes twice as long to open.
    """

    _sheet_changed = Signal(str)

    def __init__(self, app: QApplication, scheme: Scheme) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        apply_theme(app, scheme)
        app.styleHints().colorSchemeChanged.connect(self._on_desktop_changed)

    def dress(self, window: QWidget) -> None:
        """Let ``window`` wear the style sheet of the scheme from now on, and all that it owns."""
        window.setStyleSheet(style_sheet(tokens()))
        self._sheet_changed.connect(window.setStyleSheet)

    @property
    def scheme(self) -> Scheme:
        """What the person chose."""
        return self._scheme

    def choose(self, scheme: Scheme) -> None:
        """Dress the application in another scheme."""
        self._scheme = scheme
        self._apply()

    @Slot()
    def _on_desktop_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        apply_theme(self._app, self._scheme)
        self._sheet_changed.emit(style_sheet(tokens()))
