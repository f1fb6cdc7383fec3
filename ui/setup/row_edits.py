"""Edits of the rows of one sheet: cells, blocks, new rows, removed rows, moved rows. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from workbench.setup.sheets import SheetRow, columns_of
from workbench.text import clean_text

Rows = tuple[SheetRow, ...]
Texts = Mapping[str, str]


def blank(sheet: str, given: Texts) -> SheetRow:
    """Return a new row that says ``given`` and nothing else."""
    return SheetRow(None, {name: given.get(name, "") for name in columns_of(sheet)})


def with_texts(rows: Rows, texts: Mapping[int, Texts]) -> Rows:
    """Return ``rows`` with other texts in some of them, cleaned as everything that is stored."""
    changed = list(rows)
    for at, of_row in texts.items():
        cleaned = {name: clean_text(text) for name, text in of_row.items()}
        changed[at] = SheetRow(rows[at].uid, {**rows[at].texts, **cleaned})
    return tuple(changed)


def with_rows_after(rows: Rows, at: int, new: Sequence[SheetRow]) -> Rows:
    """Return ``rows`` with ``new`` ones behind the row at ``at``; -1 puts them first."""
    return (*rows[: at + 1], *new, *rows[at + 1 :])


def without(rows: Rows, places: Iterable[int]) -> Rows:
    """Return ``rows`` without those at ``places``."""
    gone = frozenset(places)
    return tuple(row for at, row in enumerate(rows) if at not in gone)


def moved(rows: Rows, shown: Sequence[int], first: int, last: int, way: int) -> Rows:
    """Return ``rows`` with some of those shown moved one up (-1) or down (1) among the shown.

    ``first`` to ``last`` count in ``shown``; at its edge nothing moves.
    """
    neighbour = last + 1 if way > 0 else first - 1
    if not 0 <= neighbour < len(shown):
        return rows
    low, high = min(first, neighbour), max(last, neighbour)
    places = [shown[at] for at in range(low, high + 1)]
    block = [rows[at] for at in places]
    block = [block[-1], *block[:-1]] if way > 0 else [*block[1:], block[0]]
    changed = list(rows)
    for place, row in zip(places, block, strict=True):
        changed[place] = row
    return tuple(changed)
