"""Paints one row of the table of files from tokens: a file, or a line of what it leaves open."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.merging.file_rows import (
    CHANGED,
    COLUMNS,
    CONFLICTS,
    EVALUATOR,
    FILE,
    GLYPH,
    NEW,
    NUMBERS,
    RECEIPT,
    RECEIVED,
    STATE,
    WHOLE,
    FileRow,
    FilesModel,
    Index,
)
from ui.merging.file_words import SHAPES
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD, REGULAR, font
from ui.theme.glyphs import paint_glyph
from ui.theme.icons import paint_chevron
from ui.theme.parts import paint_tag, tag_width
from ui.theme.runs import Run, paint_runs
from ui.theme.scheme import color, tokens
from ui.theme.tokens import GLYPH_SIZE, TAG_HEIGHT
from workbench.merging.naming import Kind

if TYPE_CHECKING:
    from ui.merging.file_table import FileTable

_CHEVRON: Final = 10
_GAP: Final = 10
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class FilePainter:
    """Knows where the columns of one table stand."""

    def __init__(self, table: "FileTable", model: FilesModel) -> None:
        self._table = table
        self._model = model

    def paint(self, painter: QPainter, box: QRectF, index: Index, *, is_chosen: bool) -> None:
        """Paint the row of ``index`` into ``box``."""
        box = QRectF(0, box.top(), self._table.viewport().width(), box.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            painter.fillRect(box, color("select"))
            if self._table.hasFocus():
                painter.fillRect(QRectF(0, box.top(), 3, box.height()), color("accent"))
        if self._model.is_file(index):
            painter.fillRect(QRectF(0, box.bottom() - 1, box.width(), 1), color("line"))
            self._paint_file(painter, box, index, ground=tokens().select if is_chosen else "")
        else:
            self._paint_line(painter, box, index, ground=tokens().select if is_chosen else "")
        painter.restore()

    def _cell(self, column: int, box: QRectF) -> QRectF:
        left = self._table.columnViewportPosition(column)
        return QRectF(left, box.top(), self._table.columnWidth(column), box.height() - 1)

    # --- a file ----------------------------------------------------------------------------

    def _paint_file(self, painter: QPainter, box: QRectF, index: Index, *, ground: str) -> None:
        row = self._model.row(index)
        if row.lines:
            is_open = self._table.isExpanded(index.sibling(index.row(), 0))
            place = QRectF(6, box.center().y() - _CHEVRON / 2, _CHEVRON, _CHEVRON)
            paint_chevron(painter, place, is_open=is_open)
        cell = self._cell(GLYPH, box)
        place = QRectF(cell.left() + 20, cell.center().y() - 8, GLYPH_SIZE, GLYPH_SIZE)
        paint_glyph(painter, row.glyph, place, tokens(), ground=ground)
        for column in (EVALUATOR, FILE):
            self._paint_text(painter, row, column, self._cell(column, box))
        if row.report.error is not None:
            room = self._table.sentence_room()
            painter.setFont(font(CAPTION, HALF_BOLD))
            painter.setPen(color("danger"))
            sentence = QRectF(room.left(), box.top(), room.width(), box.height() - 1)
            wrapped = int(_LEFT) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(sentence, wrapped, self._model.text(row, RECEIVED))
            return
        for column in range(RECEIVED, COLUMNS):
            cell = self._cell(column, box)
            if column == STATE:
                self._paint_state(painter, row, cell, is_chosen=bool(ground))
            elif column == NEW and not self._model.text(row, CHANGED):
                self._paint_text(painter, row, column, cell.united(self._cell(CHANGED, box)))
            else:
                self._paint_text(painter, row, column, cell)

    def _paint_state(
        self, painter: QPainter, row: FileRow, cell: QRectF, *, is_chosen: bool
    ) -> None:
        text = self._model.text(row, STATE)
        width, top = tag_width(text), cell.center().y() - TAG_HEIGHT / 2
        place = QRectF(cell.right() - width, top, width, TAG_HEIGHT)
        role = "success" if row.report.sealed else "warning"
        paint_tag(painter, text, role, place)

    def _paint_text(self, painter: QPainter, row: FileRow, column: int, cell: QRectF) -> None:
        text = self._model.text(row, column)
        weight, role = _voice(row, column, text)
        voice = font(BODY, weight, digits=True)
        painter.setFont(voice)
        painter.setPen(color(role))
        room = cell if column in NUMBERS else cell.adjusted(0, 0, -_GAP, 0)
        shown = QFontMetricsF(voice).elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, int(_RIGHT if column in NUMBERS else _LEFT), shown)

    # --- a line below it -------------------------------------------------------------------

    def _paint_line(self, painter: QPainter, box: QRectF, index: Index, *, ground: str) -> None:
        line, (words, more) = self._model.line(index), self._model.words(index)
        if index.row() == len(self._model.row(index).lines) - 1:
            painter.fillRect(QRectF(0, box.bottom() - 1, box.width(), 1), color("line"))
        left = float(self._table.columnViewportPosition(EVALUATOR))
        runs = [Run(words, DENSE, role="text2")]
        if isinstance(line, Kind):
            place = QRectF(left, box.center().y() - 7, 14, 14)
            paint_glyph(painter, SHAPES[line], place, tokens(), ground=ground)
            runs = [Run(words, DENSE, HALF_BOLD)]
        elif more:
            runs.append(Run(more, DENSE, role="text3", before=_GAP))
        left += 14 + 8
        metrics = QFontMetricsF(font(DENSE, digits=True))
        baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        paint_runs(painter, runs, left, baseline, box.width() - left)


def _voice(row: FileRow, column: int, text: str) -> tuple[int, str]:
    """Return weight and colour of a cell: loud is what is new, red what is open."""
    if column in (EVALUATOR, RECEIPT):
        return HALF_BOLD, "text"
    if column == WHOLE:
        return REGULAR, "text2" if row.report.given == row.report.expected else "warning"
    if column == CONFLICTS and text != "0":
        return HALF_BOLD, "danger"
    if column in (NEW, CHANGED) and text != "0" and row.report.status == "merged":
        return HALF_BOLD, "text"
    return REGULAR, "text3" if column in NUMBERS else "text2"
