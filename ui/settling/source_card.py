"""One source of an open cell as a card to choose: who, which copy, what, and what it would do."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.lists.one_line import write_line
from ui.results.wording import verdict_word
from ui.settling.conflict_words import files_text, source_text, value_text, when_text
from ui.theme.fonts import BODY, CAPTION, CHOICE, DENSE, HALF_BOLD, KEY, REGULAR, font
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.parts import TINTS, tag_width
from ui.theme.scheme import color, tokens
from ui.theme.tokens import TAG_HEIGHT
from workbench.journal.fields import FIGURES, Field
from workbench.results.outcome import Verdict
from workbench.settling.open_cells import OpenCell, Source

_LEAST_WIDTH: Final = 166
_LEAST_OF_TEXT: Final = 240
_NARROW: Final = 220
"""Below this the verdict stands under the total: neither is cut."""
_PAD: Final = 14
_HEIGHT: Final = 192
_TOP: Final = 12
_HEAD: Final = 60
_BIG: Final = 34
_FOOT: Final = 28
_MOST_SAID: Final = 400
_ENDLESS: Final = 1_000_000
_FLAGS: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
_ROLES: Final = {
    Verdict.PASS: "success",
    Verdict.BELOW: "danger",
    Verdict.CONFLICT: "danger",
    Verdict.INCOMPLETE: "warning",
    Verdict.EXEMPT: "text3",
}


class SourceCard(QAbstractButton):
    """Knows its number, so that the digit on it can be said and pressed."""

    def __init__(
        self, number: int, one: OpenCell, source: Source, places: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.source = source
        self._number, self._one, self._places = number, one, places
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_WIDTH if self._is_big() else _LEAST_OF_TEXT)
        value = value_text(one, source, places)
        self.setAccessibleName(f"{number} {self._who()} {value}")
        said = (files_text(source), when_text(source), source.comment, self._effect())
        self.setAccessibleDescription(" ".join(filter(None, said)))
        self.setToolTip("\n".join(filter(None, (value[:_MOST_SAID], *source.files))))

    def _who(self) -> str:
        return (
            self.tr("Lead")
            if self.source.is_lead
            else f"{self._one.evaluator.code} {self._one.evaluator.name}"
        )

    def _effect(self) -> str:
        effect = self.source.effect
        said = source_text(self._one, self.source, self._places)
        return said if effect is None else f"{said} {verdict_word(effect.verdict)}"

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = 2 if chosen or self.hasFocus() else 1
        painter.setPen(QPen(color("accent" if width == 2 else "edge"), width))
        painter.setBrush(color("select" if chosen else "surface"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 5, 5)
        room = QRectF(self.rect()).adjusted(_PAD, _TOP, -_PAD, -_TOP)
        self._paint_head(painter, room)
        self._paint_value(painter, room)
        self._paint_foot(painter, room)
        painter.end()

    def _paint_head(self, painter: QPainter, room: QRectF) -> None:
        cap = QRectF(room.left(), room.top(), 18, 18)
        painter.setPen(color("line"))
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(font(KEY, HALF_BOLD))
        painter.setPen(color("text2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self._number))
        mark = QRectF(room.right() - 16, room.top() + 1, 16, 16)
        glyph = Glyph.COMPLETE if self.isChecked() else Glyph.EMPTY
        paint_glyph(painter, glyph, mark, tokens(), ground=tokens().select)
        line = QRectF(room.left() + 26, room.top() - 1, room.width() - 50, 20)
        write_line(painter, line, self._who(), (BODY, HALF_BOLD), "text")
        under = QRectF(room.left(), room.top() + 22, room.width(), 18)
        for said in (files_text(self.source), when_text(self.source)):
            write_line(painter, under, said, (CAPTION, REGULAR), "text2")
            under.translate(0, 17)

    def height_for(self, width: int) -> int:
        """Return how high a card of this width is, so that its text stands on it whole."""
        width = max(width, self.minimumWidth())
        text, offset = self._text()
        metrics = QFontMetricsF(font(DENSE))
        room = QRectF(0, 0, width - 2 * _PAD, _ENDLESS)
        needed = ceil(metrics.boundingRect(room, _FLAGS, text).height()) if text else 0
        foot = self._foot(width)
        return max(_HEIGHT + foot - _FOOT, 2 * _TOP + _HEAD + offset + needed + 10 + foot)

    def _foot(self, width: int) -> int:
        return _FOOT + (TAG_HEIGHT + 4 if self.source.effect and width < _NARROW else 0)

    def _text(self) -> tuple[str, int]:
        """Return the text that wraps on the card, and how far below the head it begins."""
        if not self._is_big():
            return value_text(self._one, self.source, self._places), 0
        return f"“{self.source.comment}”" if self.source.comment else "", _BIG

    def _is_big(self) -> bool:
        return self._one.field in FIGURES or self._one.field == Field.NOT_APPLICABLE

    def _paint_value(self, painter: QPainter, room: QRectF) -> None:
        box = room.adjusted(0, _HEAD, 0, -self._foot(self.width()))
        if self._is_big():
            value = value_text(self._one, self.source, self._places)
            role = "accent" if self.isChecked() else "text"
            line = QRectF(box.left(), box.top(), box.width(), _BIG - 2)
            write_line(painter, line, value, (CHOICE, 700), role)
        text, offset = self._text()
        painter.setFont(font(DENSE))
        painter.setPen(color("text2" if offset else "text"))
        painter.drawText(box.adjusted(0, offset, 0, 0), _FLAGS, text)

    def _paint_foot(self, painter: QPainter, room: QRectF) -> None:
        top = room.bottom() - self._foot(self.width())
        painter.fillRect(QRectF(room.left(), top, room.width(), 1), color("line"))
        line = QRectF(room.left(), top + 7, room.width(), 22)
        effect = self.source.effect
        said = source_text(self._one, self.source, self._places)
        if effect is None:
            write_line(painter, line, said, (BODY, REGULAR), "text3")
            return
        width = tag_width(verdict_word(effect.verdict))
        if self.width() < _NARROW:
            place, free = QRectF(line.left(), line.bottom() + 2, width, TAG_HEIGHT), line
        else:
            place = QRectF(line.right() - width, line.top() + 1, width, TAG_HEIGHT)
            free = line.adjusted(0, 0, -width - 8, 0)
        self._paint_verdict(painter, place)
        write_line(painter, free, said, (BODY, HALF_BOLD), "text")

    def _paint_verdict(self, painter: QPainter, place: QRectF) -> None:
        effect = self.source.effect
        if effect is None:
            return
        role = _ROLES[effect.verdict]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("surface" if self.isChecked() else TINTS[role]))
        painter.drawRoundedRect(place, TAG_HEIGHT / 2, TAG_HEIGHT / 2)
        painter.setFont(font(CAPTION, HALF_BOLD))
        painter.setPen(color(role))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, verdict_word(effect.verdict))
