"""The columns of the grid as they are shown: code and caption, width, where a section begins."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics

from ui.scoring.desk import ScoringDesk
from ui.scoring.numbers import most_text
from ui.scoring.wording import figure_caption, not_applicable_word, out_of
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, font
from workbench.definition.terms import Indicator, Scale
from workbench.scoring.columns import Column, columns_of

PADDING: Final = 10
SCORE_WIDTH: Final = 68
FIGURE_WIDTH: Final = 92
SURVEY_WIDTH: Final = 72
TOTAL_WIDTH: Final = 84
LABEL_MOST: Final = 160
GLYPH_ROOM: Final = 18


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column; ``name`` is what its indicators are called."""

    column: Column
    code: str
    caption: str
    name: str
    width: int
    starts_section: bool


def grid_columns(desk: ScoringDesk) -> tuple[GridColumn, ...]:
    """Return the columns of a book in the present language."""
    made: list[GridColumn] = []
    section = ""
    for column in columns_of(desk.overview):
        if not column.field:
            made.append(_total_column(desk, column))
            continue
        rows = (row for _, row in desk.overview.rows(column.code))
        indicators = list({row.indicator.uid: row.indicator for row in rows}.values())
        starts = indicators[0].section != section
        section = indicators[0].section
        caption = _caption(indicators, column.field)
        width = max(_width(indicators, column.field), _words_width(column.code, caption))
        name = desk.overview.name(column.code)
        made.append(GridColumn(column, column.code, caption, name, width, starts and bool(made)))
    return tuple(made)


def _total_column(desk: ScoringDesk, column: Column) -> GridColumn:
    word = QCoreApplication.translate("Grid", "Total")
    sums = {
        sum((part.max_points for part in desk.sheet(service).sections), Decimal(0))
        for service in desk.services()
    }
    caption = out_of(most_text(sums.pop())) if len(sums) == 1 else ""
    width = max(TOTAL_WIDTH, _words_width(word, caption))
    return GridColumn(column, word, caption, word, width, starts_section=True)


def _caption(indicators: list[Indicator], field: str) -> str:
    if field == "score":
        return _score_caption(indicators)
    captions = {figure_caption(row, field) for row in indicators if _has_word(row, field)}
    return " · ".join(sorted(captions))


def _score_caption(indicators: list[Indicator]) -> str:
    """Return out of how many is typed, where that is the same for every service."""
    scales = {row.scale for row in indicators}
    if scales == {Scale.RATING}:
        return "0–100"
    most = {row.max_points for row in indicators}
    is_one = len(most) == 1 and Scale.RATING not in scales
    return out_of(most_text(most.pop())) if is_one else ""


def _has_word(indicator: Indicator, field: str) -> bool:
    return indicator.scale is (Scale.SURVEY if field.startswith("survey") else Scale.MEASURE)


def _width(indicators: list[Indicator], field: str) -> int:
    least = SCORE_WIDTH
    if field != "score":
        least = SURVEY_WIDTH if field.startswith("survey") else FIGURE_WIDTH
    small, plain = QFontMetrics(font(CAPTION)), QFontMetrics(font(BODY))
    words = [
        plain.horizontalAdvance(level.label)
        for row in indicators
        if row.scale is Scale.GRADE
        for level in row.levels
    ]
    if any(row.allow_not_applicable for row in indicators):
        words.append(small.horizontalAdvance(not_applicable_word()))
    longest = max(words, default=0)
    return min(max(least, longest + PADDING + GLYPH_ROOM + 2), LABEL_MOST)


def _words_width(code: str, caption: str) -> int:
    codes, captions = QFontMetrics(font(BODY, HALF_BOLD)), QFontMetrics(font(CAPTION))
    return 2 * PADDING + max(codes.horizontalAdvance(code), captions.horizontalAdvance(caption))
