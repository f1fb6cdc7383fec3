"""Paints the lines of the score sheet: done is quiet, open is outlined, wrong is red."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ui.scoring.cell import COMMENT, Cell
from ui.scoring.geometry import SECTION_HEIGHT
from ui.scoring.lettering import lettering
from ui.scoring.lines import Line, LineKind, is_computed, is_given_by_rubric, stored_text
from ui.scoring.numbers import figure_text, most_text, points_text
from ui.scoring.placing import Look, PlacedLine, cell_top, figure_boxes, sentence_box
from ui.scoring.wording import (
    asked_words,
    comment_hint,
    figure_caption,
    indicators_word,
    not_applicable_word,
    out_of,
)
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, DENSE, HALF_BOLD, REGULAR, font
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.runs import Run, paint_runs
from ui.theme.tokens import CELL_HEIGHT, CELL_WIDTH, FIELD_RADIUS, GLYPH_SIZE
from workbench.definition.terms import Scale
from workbench.results.formulas import parameters
from workbench.results.outcome import MarkState
from workbench.scoring.sheet import MarkRow

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_line(painter: QPainter, placed: PlacedLine, look: Look) -> None:
    """Paint one line."""
    line = placed.line
    if line.kind is LineKind.SECTION:
        _paint_section(painter, placed, look)
        return
    if look.is_current(line):
        band = QRectF(0, placed.top, look.width, placed.height)
        painter.fillRect(band, QColor(look.tokens.hover))
    if line.kind is LineKind.SENTENCE:
        painter.setFont(font(CAPTION, HALF_BOLD))
        painter.setPen(QColor(getattr(look.tokens, line.role)))
        wrap = Qt.TextFlag.TextWordWrap
        painter.drawText(sentence_box(placed, look.columns), int(_LEFT) | int(wrap), line.text)
    elif line.kind is LineKind.FIGURES:
        _paint_figures(painter, placed, look)
    else:
        _paint_indicator(painter, placed, look)


def _paint_section(painter: QPainter, placed: PlacedLine, look: Look) -> None:
    section, columns = placed.line.section, look.columns
    if section is None:
        return
    bottom = placed.top + placed.height
    middle = bottom - SECTION_HEIGHT / 2
    baseline = middle + 5
    runs = (
        Run(section.section.name, CARD_TITLE, 700),
        Run(indicators_word(section.given, len(section.rows)), CAPTION, role="text3", before=10),
    )
    paint_runs(painter, runs, columns.code, baseline, columns.max_right - columns.code)
    painter.setFont(font(CARD_TITLE, 700, digits=True))
    painter.setPen(QColor(look.tokens.text))
    box = QRectF(columns.score - 40, middle - 12, columns.digits_right - columns.score + 40, 24)
    painter.drawText(box, int(_RIGHT), points_text(section.subtotal, look.places))
    maximum = out_of(most_text(section.max_points))
    end = (Run(maximum, CAPTION, role="text3"),)
    paint_runs(painter, end, columns.state, baseline, columns.comment_width)
    painter.fillRect(QRectF(0, bottom - 1, look.width, 1), QColor(look.tokens.line))


def _paint_indicator(painter: QPainter, placed: PlacedLine, look: Look) -> None:
    row, columns = placed.line.row, look.columns
    if row is None:
        return
    current = look.is_current(placed.line)
    ink = look.tokens.text3 if look.is_closed else look.tokens.text
    code = look.tokens.accent if current else look.tokens.text3
    middle = placed.top + placed.height / 2
    weight = HALF_BOLD if current else REGULAR

    def put(
        text: str, left: float, width: float, color: str, bold: int, *, to_right: bool = False
    ) -> None:
        voice, box = lettering(BODY, bold, digits=True), QRectF(left, middle - 13, width, 26)
        voice.write(painter, text, box, QColor(color), to_right=to_right)

    put(placed.line.code, columns.code, columns.name - columns.code, code, weight)
    most = most_text(row.indicator.max_points)
    right = columns.max_right - lettering(BODY, digits=True).width(most)
    room = columns.max_right - right + 2
    put(most, right - 2, room, look.tokens.text3, REGULAR, to_right=True)
    name_right = float(columns.name + columns.name_width)
    if row.indicator.scale in (Scale.RATING, Scale.GRADE):
        name_right = _paint_made_points(painter, placed.line, row, look, right - 6, middle)
    put(placed.line.name, columns.name, name_right - columns.name - 8, ink, weight)
    _paint_mark(painter, placed, row, look)
    side = GLYPH_SIZE
    box = QRectF(columns.state + 15 - side / 2, middle - side / 2, side, side)
    paint_glyph(painter, placed.line.glyph, box, look.tokens)
    _paint_comment(painter, placed, row, look)


def _paint_made_points(
    painter: QPainter, line: Line, row: MarkRow, look: Look, right: float, middle: float
) -> float:
    """Write the points that a grade or rating makes, as ``5.40 /`` before the maximum."""
    current = look.is_current(line)
    points = look.preview if current and look.preview is not None else row.points
    if points is None:
        return right
    runs = (
        Run(points_text(points, look.places), BODY, HALF_BOLD, "accent" if current else "text"),
        Run("/", BODY, role="text3", before=4),
    )
    left = right - sum(run.width() for run in runs)
    paint_runs(painter, runs, left, middle + 5, right - left + 1)
    return left - 4


def _paint_mark(painter: QPainter, placed: PlacedLine, row: MarkRow, look: Look) -> None:
    columns = look.columns
    cell = Cell(placed.line.service, row.indicator.uid, "score")
    box = QRectF(columns.score, cell_top(placed), CELL_WIDTH, CELL_HEIGHT)
    if row.mark.state is MarkState.NOT_APPLICABLE and cell not in placed.line.drafts:
        painter.setFont(font(CAPTION))
        painter.setPen(QColor(look.tokens.text3))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), not_applicable_word())
        return
    if is_computed(row.indicator):
        current = look.is_current(placed.line)
        points = look.preview if current and look.preview is not None else row.points
        ink = QColor(look.tokens.accent if current else look.tokens.text)
        number, room = points_text(points, look.places), box.adjusted(0, 0, -9, 0)
        voice = lettering(CARD_TITLE, HALF_BOLD, digits=True)
        voice.write(painter, number, room, ink, to_right=True)
        return
    draft = placed.line.drafts.get(cell)
    typed = row.indicator.scale is not Scale.POINTS or row.points is None
    text = stored_text(row, cell) if typed else points_text(row.points, look.places)
    paint_field(painter, box, draft.text if draft else text, look, is_wrong=draft is not None)


def paint_field(
    painter: QPainter, box: QRectF, text: str, look: Look, *, is_wrong: bool, hint: str = ""
) -> None:
    """Paint a field that is not being edited: filled, empty, refused, or given by the rubric."""
    scheme = look.tokens
    if hint and not text:
        painter.setFont(font(BODY, digits=True))
        painter.setPen(QColor(scheme.text3))
        painter.drawText(box.adjusted(2, 0, 0, 0), int(_LEFT), hint)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_wrong:
        painter.setPen(QPen(QColor(scheme.danger), 2))
        painter.setBrush(QColor(scheme.danger_tint))
        frame = box.adjusted(1, 1, -1, -1)
    elif text:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.sunken))
        frame = box
    else:
        painter.setPen(QPen(QColor(scheme.line if look.is_closed else scheme.edge), 1))
        painter.setBrush(QColor(scheme.surface))
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(frame, FIELD_RADIUS, FIELD_RADIUS)
    ink = scheme.danger if is_wrong else scheme.text
    pen, room = QColor(scheme.text3 if look.is_closed else ink), box.adjusted(8, 0, -9, 0)
    voice = lettering(CARD_TITLE, HALF_BOLD, digits=True)
    voice.write(painter, text, room, pen, to_right=True)
    painter.restore()


def _paint_figures(painter: QPainter, placed: PlacedLine, look: Look) -> None:
    row = placed.line.row
    if row is None:
        return
    boxes = figure_boxes(placed, look.columns)
    end = 0.0
    metrics = QFontMetricsF(font(CAPTION))
    for cell, box in boxes.items():
        caption = figure_caption(row.indicator, cell.field)
        left = box.left() - 6 - metrics.horizontalAdvance(caption)
        painter.setFont(font(CAPTION))
        painter.setPen(QColor(look.tokens.text3))
        painter.drawText(QRectF(left, box.top(), box.left() - left, CELL_HEIGHT), _LEFT, caption)
        draft = placed.line.drafts.get(cell)
        text = draft.text if draft else figure_text(stored_text(row, cell))
        hint = ""
        if is_given_by_rubric(row.indicator, cell.field):
            hint = parameters(row.indicator)[cell.field.removeprefix("survey_")]
        paint_field(painter, box, text, look, is_wrong=draft is not None, hint=hint)
        end = box.right()
    unit = row.indicator.measure.unit if row.indicator.measure else ""
    if unit:
        painter.setFont(font(CAPTION))
        painter.setPen(QColor(look.tokens.text3))
        painter.drawText(QRectF(end + 8, placed.top, 120, placed.height), _LEFT, unit)


def _paint_comment(painter: QPainter, placed: PlacedLine, row: MarkRow, look: Look) -> None:
    columns, line = look.columns, placed.line
    draft = line.drafts.get(Cell(line.service, row.indicator.uid, COMMENT))
    text, role, weight = row.comment, "text2", REGULAR
    left = float(columns.comment)
    if draft:
        text, role = draft.text, "danger"
    elif line.asked is not None and not look.is_closed:
        text, role, weight = asked_words(line.asked), "warning", HALF_BOLD
        middle = placed.top + placed.height / 2
        box = QRectF(left, middle - GLYPH_SIZE / 2, GLYPH_SIZE, GLYPH_SIZE)
        paint_glyph(painter, Glyph.FLAG, box, look.tokens)
        left += GLYPH_SIZE + 5
    elif not text and look.is_current(line) and not look.is_closed:
        text, role = comment_hint(), "text3"
    room = columns.comment + columns.comment_width - left
    box, ink = QRectF(left, placed.top, room, placed.height), QColor(getattr(look.tokens, role))
    lettering(DENSE, weight).write(painter, text.replace("\n", " "), box, ink)
