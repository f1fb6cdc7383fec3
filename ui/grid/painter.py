"""Paints the cells of the grid in one go: grounds, boxes, then texts voice by voice."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from ui.grid.cells import GridCell, GridRow, Look
from ui.grid.columns import GLYPH_ROOM, PADDING
from ui.grid.model import GridModel
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, font
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.scheme import tokens
from ui.theme.tokens import FIELD_RADIUS, Tokens
from ui.theme.written import Texts, Written

INSET: Final = 3
GLYPH_SIDE: Final = 12
_VOICES: Final = {
    Look.OUT: (CAPTION, 400),
    Look.TOTAL: (BODY, HALF_BOLD),
    Look.REFUSED: (BODY, HALF_BOLD),
}
_INKS: Final = {
    Look.FILLED: "text",
    Look.QUIET: "text3",
    Look.OUT: "text3",
    Look.REFUSED: "danger",
    Look.TOTAL: "text",
    Look.PART_TOTAL: "text3",
}
_BOXED: Final = frozenset({Look.EMPTY, Look.REFUSED})


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be painted: rows and columns in sight with their places, and what is chosen."""

    rows: Sequence[tuple[int, int]]
    """Row and top edge."""
    columns: Sequence[tuple[int, int, int]]
    """Column, left edge and width."""
    row_height: int
    width: int
    chosen: Sequence[QRect]
    current: tuple[int, int] | None
    has_keyboard: bool


class CellPainter:
    """Keeps pens, texts and boxes from one picture to the next."""

    def __init__(self, model: GridModel) -> None:
        self._model = model
        voices = {*_VOICES.values(), (BODY, 400)}
        self._texts = {voice: Texts(font(*voice, digits=True)) for voice in voices}
        self._voice_of = {look: self._texts[_VOICES.get(look, (BODY, 400))] for look in Look}
        self._tokens: Tokens | None = None
        self._ratio = 0.0
        self._boxes: dict[tuple[Look, int, int, bool], QPixmap] = {}
        self._glyphs: dict[Glyph, QPixmap] = {}
        self._inks: dict[str, QColor] = {}
        self._hatching = QBrush()

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Paint the cells of ``scene``; the ground is painted already."""
        self._look_around(painter)
        self._paint_grounds(painter, scene)
        words: dict[tuple[Texts, str], list[tuple[int, int, Written]]] = defaultdict(list)
        for number, top in scene.rows:
            row = self._model.row(number)
            for column, left, width in scene.columns:
                cell = row.cells[column]
                if cell.look is Look.NOTHING:
                    inside = QRect(left, top + 1, width, scene.row_height - 1)
                    painter.fillRect(inside, self._hatching)
                    continue
                if cell.look in _BOXED:
                    box = self._box(cell.look, width, scene.row_height, is_closed=row.is_closed)
                    painter.drawPixmap(left, top, box)
                if cell.glyph is not None:
                    middle = top + (scene.row_height - GLYPH_SIDE) // 2
                    painter.drawPixmap(left + 6, middle, self._glyph(cell.glyph))
                if cell.text:
                    self._place(words, row, cell, QRect(left, top, width, scene.row_height))
        for (texts, ink), placed in words.items():
            texts.begin(painter)
            painter.setPen(self._inks[ink])
            for x, y, written in placed:
                painter.drawStaticText(x, y, written.static)
        self._paint_current(painter, scene)

    def _place(
        self,
        words: dict[tuple[Texts, str], list[tuple[int, int, Written]]],
        row: GridRow,
        cell: GridCell,
        box: QRect,
    ) -> None:
        texts = self._voice_of[cell.look]
        room = box.width() - 2 * PADDING
        if cell.glyph is not None:
            room -= GLYPH_ROOM - PADDING
        written = texts.written(cell.text, room)
        x = box.left() + box.width() - PADDING - written.width
        ink = "text3" if row.is_recused else _INKS[cell.look]
        y = box.top() + (box.height() - written.height) // 2
        words[texts, ink].append((x, y, written))

    def _paint_grounds(self, painter: QPainter, scene: Scene) -> None:
        for number, top in scene.rows:
            band = QRect(0, top, scene.width, scene.row_height)
            if self._model.row(number).is_recused:
                painter.fillRect(band, self._inks["sunken"])
            elif scene.current is not None and scene.current[0] == number:
                painter.fillRect(band, self._inks["hover"])
        for part in scene.chosen:
            painter.fillRect(part, self._inks["select"])
        line = self._inks["line"]
        for _, top in scene.rows:
            painter.fillRect(QRect(0, top + scene.row_height - 1, scene.width, 1), line)
        bottom = scene.rows[-1][1] + scene.row_height if scene.rows else 0
        for column, left, _ in scene.columns:
            if self._model.columns[column].starts_section:
                painter.fillRect(QRect(left, 0, 1, bottom), line)

    def _paint_current(self, painter: QPainter, scene: Scene) -> None:
        if scene.current is None:
            return
        top = next((top for row, top in scene.rows if row == scene.current[0]), None)
        spans = (span for span in scene.columns if span[0] == scene.current[1])
        span = next(spans, None)
        if top is None or span is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._inks["accent" if scene.has_keyboard else "edge"]
        painter.setPen(QPen(ink, 2 if scene.has_keyboard else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(span[1], top, span[2], scene.row_height - 1).adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(box, FIELD_RADIUS, FIELD_RADIUS)
        painter.restore()

    # --- what is kept --------------------------------------------------------------------------

    def _look_around(self, painter: QPainter) -> None:
        """Begin anew where the scheme or the screen is another one."""
        now, ratio = tokens(), painter.device().devicePixelRatioF()
        if now is self._tokens and ratio == self._ratio:
            return
        self._tokens, self._ratio = now, ratio
        self._boxes.clear()
        self._glyphs.clear()
        names = {*_INKS.values(), "sunken", "hover", "select", "line", "accent", "edge"}
        self._inks = {name: QColor(getattr(now, name)) for name in names}
        self._hatching = QBrush(QColor(now.line), Qt.BrushStyle.BDiagPattern)

    def _canvas(self, size: QSize) -> QPixmap:
        canvas = QPixmap(size * self._ratio)
        canvas.setDevicePixelRatio(self._ratio)
        canvas.fill(Qt.GlobalColor.transparent)
        return canvas

    def _box(self, look: Look, width: int, height: int, *, is_closed: bool) -> QPixmap:
        known = self._boxes.get((look, width, height, is_closed))
        if known is None:
            known = self._paint_box(look, QSize(width, height), is_closed=is_closed)
            self._boxes[look, width, height, is_closed] = known
        return known

    def _paint_box(self, look: Look, size: QSize, *, is_closed: bool) -> QPixmap:
        canvas, scheme = self._canvas(size), tokens()
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(QPoint(0, 0), size).adjusted(INSET, INSET, -INSET, -INSET - 1)
        if look is Look.REFUSED:
            painter.setPen(QPen(QColor(scheme.danger), 2))
            painter.setBrush(QColor(scheme.danger_tint))
        else:
            painter.setPen(QPen(QColor(scheme.line if is_closed else scheme.edge), 1))
            frame = frame.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, FIELD_RADIUS, FIELD_RADIUS)
        painter.end()
        return canvas

    def _glyph(self, glyph: Glyph) -> QPixmap:
        known = self._glyphs.get(glyph)
        if known is None:
            known = self._glyphs[glyph] = self._canvas(QSize(GLYPH_SIDE, GLYPH_SIDE))
            painter = QPainter(known)
            paint_glyph(painter, glyph, QRectF(0, 0, GLYPH_SIDE, GLYPH_SIDE), tokens())
            painter.end()
        return known
