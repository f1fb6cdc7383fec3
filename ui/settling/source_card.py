"""One source of an open cell as a card to choose: who, which copy, what, and what it would do."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.results.wording import verdict_word
from ui.settling.conflict_words import copy_text, total_text, value_text
from ui.settling.one_line import write_line
from ui.theme.fonts import BODY, CAPTION, CHOICE, DENSE, HALF_BOLD, KEY, REGULAR, font
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.parts import TINTS, tag_width
from ui.theme.scheme import color, tokens
from ui.theme.tokens import TAG_HEIGHT
from workbench.journal.fields import FIGURES, Field
from workbench.results.outcome import Verdict
from workbench.settling.inbox import OpenCell, Source

LEAST_WIDTH: Final = 166
_NARROW: Final = 220
"""Below this the verdict stands beside the value: the total is never cut."""
_PAD: Final = 14
_HEIGHT: Final = 176
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
        self.setMinimumWidth(LEAST_WIDTH)
        value = value_text(one, source.value, places)
        self.setAccessibleName(f"{number} {self._who()} {value}")
        self.setAccessibleDescription(" ".join((copy_text(source), self._effect())))
        self.setToolTip("\n".join(filter(None, (value, source.comment, ", ".join(source.files)))))

    def _who(self) -> str:
        return (
            self.tr("Lead")
            if self.source.is_lead
            else f"{self._one.evaluator.code} {self._one.evaluator.name}"
        )

    def _effect(self) -> str:
        effect = self.source.effect
        said = total_text(effect, self._places)
        return said if effect is None else f"{said} {verdict_word(effect.verdict)}"

    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, _HEIGHT)

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
        room = QRectF(self.rect()).adjusted(_PAD, 12, -_PAD, -12)
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
        write_line(painter, under, copy_text(self.source), (CAPTION, REGULAR), "text2")

    def _paint_value(self, painter: QPainter, room: QRectF) -> None:
        value = value_text(self._one, self.source.value, self._places)
        box = QRectF(room.left(), room.top() + 42, room.width(), 66)
        if self._one.field in FIGURES or self._one.field == Field.NOT_APPLICABLE:
            role = "accent" if self.isChecked() else "text"
            write_line(painter, box.adjusted(0, 0, 0, -34), value, (CHOICE, 700), role)
            comment = f"“{self.source.comment}”" if self.source.comment else ""
            _wrap(painter, box.adjusted(0, 34, 0, 0), comment, DENSE, "text2")
            return
        _wrap(painter, box, value, DENSE, "text")

    def _paint_foot(self, painter: QPainter, room: QRectF) -> None:
        top = room.bottom() - 28
        painter.fillRect(QRectF(room.left(), top, room.width(), 1), color("line"))
        line = QRectF(room.left(), top + 7, room.width(), 22)
        effect = self.source.effect
        if effect is None:
            write_line(painter, line, total_text(None, self._places), (BODY, REGULAR), "text3")
            return
        width = tag_width(verdict_word(effect.verdict))
        is_narrow = self.width() < _NARROW
        top = room.top() + 48 if is_narrow else line.top() + 1
        self._paint_verdict(painter, QRectF(line.right() - width, top, width, TAG_HEIGHT))
        free = line if is_narrow else line.adjusted(0, 0, -width - 8, 0)
        write_line(painter, free, total_text(effect, self._places), (BODY, HALF_BOLD), "text")

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


def _wrap(painter: QPainter, box: QRectF, text: str, points: float, role: str) -> None:
    """Write as much of a text as fits; the tooltip and the value box hold it whole."""
    painter.save()
    painter.setClipRect(box)
    painter.setFont(font(points))
    painter.setPen(color(role))
    flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
    painter.drawText(box, flags, text)
    painter.restore()
