"""Small parts of every page: wrapped words, cards, tags, key caps, buttons."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, KEY, REGULAR, font
from ui.theme.scheme import color, tokens
from ui.theme.tokens import CARD_PADDING_X, CARD_PADDING_Y, KEY_HEIGHT, TAG_HEIGHT

TINTS: Final = {
    "success": "success_tint",
    "warning": "warning_tint",
    "danger": "danger_tint",
    "recused": "recused_tint",
    "text3": "neutral_tint",
}


class Words(QLabel):
    """Plain text that wraps, in one voice of the type scale; follows the scheme."""

    def __init__(
        self,
        points: float = BODY,
        weight: int = REGULAR,
        role: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(points, weight))
        self.setWordWrap(True)
        self._take_color()

    def speak_as(self, role: str) -> None:
        """Take the colour of another token."""
        self._role = role
        self._take_color()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._take_color()

    def _take_color(self) -> None:
        wanted = color(self._role)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != wanted:
            palette.setColor(QPalette.ColorRole.WindowText, wanted)
            self.setPalette(palette)


class Card(QFrame):
    """A white field with a hairline border; its column takes what stands in it."""

    def __init__(self, parent: QWidget | None = None, *, kind: str = "card") -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        x, y = CARD_PADDING_X, CARD_PADDING_Y
        self.column.setContentsMargins(x, y, x, y)
        self.column.setSpacing(8)

    def needed_height(self) -> int:
        """Return how high the card wants to be, with everything that changed just now."""
        for part in self.findChildren(QWidget):
            part.updateGeometry()  # its layout believes the old size until events are handled
        self.column.activate()
        return self.sizeHint().height()


class Hairline(QWidget):
    """One line of the decorative colour."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("line"))
        painter.end()


def tag_width(text: str) -> float:
    """Return how wide a tag with this word is."""
    return QFontMetricsF(font(CAPTION, HALF_BOLD)).horizontalAdvance(text) + 20


def paint_tag(painter: QPainter, text: str, role: str, box: QRectF) -> None:
    """Paint a word on its own tint, fully rounded."""
    scheme = tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(scheme, TINTS[role])))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(QColor(getattr(scheme, role)))
    painter.setFont(font(CAPTION, HALF_BOLD))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def paint_end_tag(painter: QPainter, text: str, role: str, box: QRectF) -> float:
    """Paint a tag at the right end of ``box``, half-way down; return how wide it is."""
    width = tag_width(text)
    top = box.center().y() - TAG_HEIGHT / 2
    paint_tag(painter, text, role, QRectF(box.right() - width, top, width, TAG_HEIGHT))
    return width


class Tag(QWidget):
    """A word on its own tint: a state beside a title."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show another word."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(tag_width(self._text)) + 1, TAG_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_tag(painter, self._text, self._role, QRectF(self.rect()))
        painter.end()


class KeyHint(QWidget):
    """A key cap and what the key does."""

    _GAP: Final = 7

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._word = ""
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, word: str) -> None:
        """Name what the key does."""
        if word == self._word:
            return
        self._word = word
        self.setAccessibleName(f"{self._key} {word}")
        self.updateGeometry()
        self.update()

    def _cap_width(self) -> float:
        return QFontMetricsF(font(KEY, HALF_BOLD)).horizontalAdvance(self._key) + 11

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font(CAPTION)).horizontalAdvance(self._word)
        return QSize(int(self._cap_width() + (self._GAP + words if self._word else 0)) + 2, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = QRectF(0.5, (self.height() - KEY_HEIGHT) / 2 + 0.5, self._cap_width(), KEY_HEIGHT - 1)
        painter.setPen(color("line"))
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(color("text2"))
        painter.setFont(font(KEY, HALF_BOLD))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.setFont(font(CAPTION))
        words = QRectF(cap.right() + self._GAP, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._word)
        painter.end()


def button(kind: str = "plain", parent: QWidget | None = None) -> QPushButton:
    """Return a button of the house: ``plain``, ``primary`` (one a page), ``link`` or ``chip``."""
    made = QPushButton(parent)
    made.setProperty("kind", kind)
    made.setCheckable(kind == "chip")
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def say_chip(chip: QPushButton, words: str) -> None:
    """Name a chip and give it the room its words need once it is chosen and bold."""
    chip.setText(words)
    bold = QFontMetricsF(font(BODY, HALF_BOLD)).horizontalAdvance(words)
    chip.setMinimumWidth(int(bold) + 22)


def on_surface(widget: QWidget) -> None:
    """Let ``widget`` stand on the surface colour instead of the window's ground."""
    widget.setBackgroundRole(QPalette.ColorRole.Base)
    widget.setAutoFillBackground(True)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
