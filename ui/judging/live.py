"""The mark in work with what is being typed into it; the file is not asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ui.scoring.cell import TEXTS, Cell
from ui.scoring.numbers import figure_text, grade_typed, most_text, points_of, typed_figures
from ui.scoring.wording import figure_caption, not_applicable_word
from workbench.definition.terms import Scale
from workbench.results.outcome import MarkState
from workbench.scoring.sheet import MarkRow


@dataclass(frozen=True, slots=True)
class LiveMark:
    """A mark as it stands, or as it would stand with the present typing."""

    row: MarkRow
    figures: Mapping[str, str]
    """What is typed, by field; empty where the indicator does not apply."""
    points: Decimal | None
    is_typing: bool = False
    """Whether this differs from what the file holds."""
    possible: Mapping[str, str] | None = None
    """The figures as they would be stored; None where nothing is typed, or what cannot stand."""


def stored_mark(row: MarkRow) -> LiveMark:
    """Return a mark as the file holds it."""
    is_out = row.mark.state is MarkState.NOT_APPLICABLE
    return LiveMark(row, {} if is_out else dict(row.mark.values), row.points)


def live_mark(row: MarkRow, cell: Cell, text: str, places: int) -> LiveMark:
    """Return the mark of ``row`` with ``text`` standing in ``cell``."""
    stored = stored_mark(row)
    if cell.field in TEXTS:
        return stored
    is_grade = row.indicator.scale is Scale.GRADE and cell.field == "score"
    meant = grade_typed(row.indicator, text) if is_grade else text.strip()
    if meant == stored.figures.get(cell.field, ""):
        return stored
    figures = {**stored.figures, cell.field: meant}
    possible = typed_figures(row, cell.field, meant)
    made = None if possible is None else points_of(row, possible, places)
    shown = {name: one for name, one in figures.items() if one}
    return LiveMark(row, shown, made, is_typing=True, possible=possible)


def figures_words(mark: LiveMark) -> str:
    """Return what was typed to make the points; empty where it is the points themselves."""
    indicator = mark.row.indicator
    if mark.row.mark.state is MarkState.NOT_APPLICABLE and not mark.is_typing:
        return not_applicable_word()
    if indicator.scale is Scale.POINTS:
        return ""
    if indicator.scale is Scale.GRADE:
        return mark.figures.get("score", "")
    if indicator.scale is Scale.RATING:
        rating = mark.figures.get("score", "")
        return f"{rating} / {most_text(Decimal(100))}" if rating else ""
    return " · ".join(
        f"{figure_caption(indicator, name)} {figure_text(value)}"
        for name, value in mark.figures.items()
    )
