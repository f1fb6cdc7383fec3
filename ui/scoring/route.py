"""Where a key leads from a cell: Enter through the marks, arrows by row, Tab as one reads. Pure."""

from collections.abc import Sequence
from enum import Enum, auto

from ui.scoring.cell import Cell
from ui.scoring.lines import Line, entry_order


class Step(Enum):
    """Where the person wants to go from a cell."""

    NEXT = auto()
    BACK = auto()
    UP = auto()
    DOWN = auto()
    RIGHT = auto()
    LEFT = auto()


def target_of(lines: Sequence[Line], current: Cell, step: Step) -> Cell | None:
    """Return the cell that ``step`` leads to, or nothing at the edge of the sheet."""
    every = [cell for line in lines for cell in line.cells]
    marks = list(entry_order(lines))
    if step in (Step.RIGHT, Step.LEFT):
        return _neighbour(_reading_order(every), current, 1 if step is Step.RIGHT else -1)
    if step in (Step.UP, Step.DOWN):
        is_comment = current.field == "comment"
        column = [cell for cell in every if cell.field == "comment"] if is_comment else marks
        return _first_of_row(column, current, 1 if step is Step.DOWN else -1)
    if current.field == "comment":
        own = [cell for cell in marks if _row(cell) == _row(current)]
        return own[0] if step is Step.BACK else _neighbour(marks, own[-1], 1)
    order = marks if current in marks else every
    return _neighbour(order, current, 1 if step is Step.NEXT else -1)


def _reading_order(cells: Sequence[Cell]) -> list[Cell]:
    """Return marks before comments, row by row."""
    rows: dict[object, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(_row(cell), []).append(cell)
    return [
        cell
        for row in rows.values()
        for cell in sorted(row, key=lambda cell: cell.field == "comment")
    ]


def _first_of_row(cells: Sequence[Cell], current: Cell, step: int) -> Cell | None:
    rows = list(dict.fromkeys(map(_row, cells)))
    place = rows.index(_row(current)) + step
    if not 0 <= place < len(rows):
        return None
    return next(cell for cell in cells if _row(cell) == rows[place])


def _row(cell: Cell) -> tuple[object, object]:
    return cell.service, cell.subject


def _neighbour(cells: Sequence[Cell], cell: Cell, step: int) -> Cell | None:
    place = list(cells).index(cell) + step
    return cells[place] if 0 <= place < len(cells) else None
