"""Where a key leads from a cell of the grid: Enter down the column, Tab as one reads. Pure."""

from collections.abc import Callable, Iterable

from ui.scoring.route import Step

Place = tuple[int, int]
"""Row and column."""
CanEnter = Callable[[int, int], bool]


def target_of(
    size: tuple[int, int], current: Place, step: Step, can_enter: CanEnter
) -> Place | None:
    """Return the cell that ``step`` leads to, or nothing at the end of the grid.

    Enter and Tab skip what takes no entry; at the end of a column or a row they go on at the
    beginning of the next one. Up and Down stay in their column.
    """
    rows, columns = size
    row, column = current
    if step in (Step.UP, Step.DOWN):
        way = range(row + 1, rows) if step is Step.DOWN else range(row - 1, -1, -1)
        return _first(((other, column) for other in way), can_enter)
    is_back = step in (Step.BACK, Step.LEFT)
    if step in (Step.NEXT, Step.BACK):
        here, count, turned = column * rows + row, rows, True
    else:
        here, count, turned = row * columns + column, columns, False
    whole = rows * columns
    way = range(here - 1, -1, -1) if is_back else range(here + 1, whole)
    pairs = (divmod(place, count) for place in way)
    return _first(((b, a) if turned else (a, b) for a, b in pairs), can_enter)


def next_open(
    size: tuple[int, int], current: Place, is_open: Callable[[int, int], bool]
) -> Place | None:
    """Return the next cell with something left to do, service by service, going round."""
    rows, columns = size
    whole = rows * columns
    here = current[0] * columns + current[1]
    way = (divmod((here + step) % whole, columns) for step in range(1, whole + 1))
    return _first(way, is_open)


def _first(places: Iterable[Place], fits: CanEnter) -> Place | None:
    return next((place for place in places if fits(*place)), None)
