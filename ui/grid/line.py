"""What is said of the current cell, in the one line below the grid."""

from PySide6.QtCore import QCoreApplication

from ui.grid.cells import GridCell, GridRow, Look
from ui.grid.columns import GridColumn
from ui.problems import sentence_of
from ui.scoring.cell import Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.numbers import most_text, points_text, preview
from ui.scoring.wording import asked_words, figure_caption, out_of, scale_word, why_words
from ui.theme.fonts import CAPTION, DENSE, HALF_BOLD, REGULAR
from ui.theme.runs import Run
from workbench.definition.terms import Scale
from workbench.scoring.sheet import MarkRow


def runs_of(desk: ScoringDesk, row: GridRow, column: GridColumn, cell: GridCell) -> tuple[Run, ...]:
    """Return where the keyboard is, and the most urgent thing to say of it."""
    words, role = _said(desk, row, column, cell)
    weight = REGULAR if role == "text2" else HALF_BOLD
    said = Run(words, DENSE, weight, role, before=10)
    return (*_where(row, column), said, *_stored_points(desk, cell))


def typed_runs(
    desk: ScoringDesk, row: GridRow, column: GridColumn, cell: GridCell, text: str
) -> tuple[Run, ...]:
    """Return where the keyboard is, and the points that ``text`` would make."""
    if cell.row is None or cell.cell is None:
        return ()
    points = preview(cell.row, cell.cell.field, text, desk.places)
    made = () if points is None else _points(points_text(points, desk.places), cell.row)
    plain = Run(_plain(cell.row, cell.cell), DENSE, role="text2", before=10)
    return (*_where(row, column), plain, *made)


def _where(row: GridRow, column: GridColumn) -> tuple[Run, Run]:
    return (
        Run(f"{row.number} {row.name}", DENSE, HALF_BOLD),
        Run(column.code, DENSE, HALF_BOLD, "accent", before=10),
    )


def _said(desk: ScoringDesk, row: GridRow, column: GridColumn, cell: GridCell) -> tuple[str, str]:
    mark = cell.row
    if mark is None or cell.cell is None:
        return "", "text2"
    draft = desk.drafts(row.service).get(cell.cell)
    if draft is not None:
        return sentence_of(draft.error), "danger"
    if row.is_recused:
        words = QCoreApplication.translate("Grid", "Recused: nothing can be entered here.")
        return words, "recused"
    if mark.mark.why:
        return why_words(mark.mark.why), "warning"
    asked = desk.overview.asked(row.service, column.code)
    if asked is not None:
        return f"{asked_words(asked)}  F2", "warning"
    return _plain(mark, cell.cell), "text2"


def _plain(mark: MarkRow, cell: Cell) -> str:
    indicator = mark.indicator
    if cell.field == "score":
        return f"{indicator.name} · {scale_word(indicator.scale)}"
    unit = indicator.measure.unit if indicator.measure is not None else ""
    words = f"{indicator.name} · {figure_caption(indicator, cell.field)}"
    return f"{words} ({unit})" if unit else words


def _stored_points(desk: ScoringDesk, cell: GridCell) -> tuple[Run, ...]:
    if cell.row is None or cell.look is Look.REFUSED or cell.row.points is None:
        return ()
    if cell.row.indicator.scale is Scale.POINTS:
        return ()  # they stand in the cell
    return _points(points_text(cell.row.points, desk.places), cell.row)


def _points(points: str, mark: MarkRow) -> tuple[Run, ...]:
    most = out_of(most_text(mark.indicator.max_points))
    return (
        Run(points, DENSE, HALF_BOLD, before=16),
        Run(most, CAPTION, role="text3", before=4),
    )
