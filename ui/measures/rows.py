"""What the list of figures shows, in which order, and what narrows it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.ledger.rows import Cell, Column, Row
from ui.measures.words import (
    asks_to_look,
    by_words,
    glyph_of,
    has_entered,
    role_of,
    stand_word,
)
from ui.scoring.numbers import points_text
from ui.theme.fonts import HALF_BOLD, REGULAR
from ui.theme.glyphs import Glyph
from workbench.measures.confirmations import UNCONFIRMED, FiguresRow, Stand

BY_SERVICE: Final = "service"
BY_INDICATOR: Final = "indicator"
BY_STATE: Final = "state"
BY_WARNING: Final = "warning"
ORDERS: Final = (BY_SERVICE, BY_INDICATOR, BY_STATE, BY_WARNING)
SERVICE, ENTERED, LOOK_AGAIN, POINTS, _, STATE = range(6)
"""The columns."""
_URGENT: Final = (Stand.STALE, Stand.WAITING, Stand.OPEN, Stand.CONFIRMED)


def in_order(rows: Iterable[FiguresRow], order: str, codes: Sequence[str]) -> list[FiguresRow]:
    """Return ``rows`` in ``order``; those that are alike by service, then by ``codes``."""
    keys: dict[str, Callable[[FiguresRow], int]] = {
        BY_INDICATOR: lambda row: codes.index(row.made.indicator.code),
        BY_STATE: lambda row: _URGENT.index(row.stand),
        BY_WARNING: lambda row: not asks_to_look(row),
    }
    return sorted(rows, key=keys.get(order, lambda _: 0))


def order_word(order: str) -> str:
    """Return by what the figures are sorted."""
    return {
        BY_SERVICE: QCoreApplication.translate("Measures", "Order: by service"),
        BY_INDICATOR: QCoreApplication.translate("Measures", "Order: by indicator"),
        BY_STATE: QCoreApplication.translate("Measures", "Order: by state"),
        BY_WARNING: QCoreApplication.translate("Measures", "Order: flagged first"),
    }[order]


def figures_columns() -> list[Column]:
    """Return the captions over the figures."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Measures", "Service and indicator")),
        Column(translate("Measures", "Entered by"), 92),
        Column("", 22),
        Column(translate("Measures", "Points"), 48, is_number=True),
        Column("", 14),
        Column(translate("Measures", "State"), 118),
    ]


def figures_rows(rows: Iterable[FiguresRow], places: int) -> list[Row]:
    """Return the figures, each known by service and indicator; what is done is quieter."""
    return [_row(row, places) for row in rows]


def _row(row: FiguresRow, places: int) -> Row:
    is_waiting = row.stand in UNCONFIRMED
    weight = HALF_BOLD if is_waiting else REGULAR
    indicator, made = row.made.indicator, row.made
    who, *others = has_entered(row)
    more = QCoreApplication.translate("Measures", "and {count} more")
    points = "text3" if made.points is None else "text" if is_waiting else "text2"
    return Row(
        row.pair,
        (
            Cell(
                f"{row.service.number} {row.service.name}",
                "text" if is_waiting else "text2",
                weight,
                f"{indicator.code} {indicator.name}",
            ),
            Cell(who, below=more.format(count=len(others)) if others else ""),
            Cell(glyph=Glyph.FLAG if asks_to_look(row) else None),
            Cell(points_text(made.points, places), points, weight),
            Cell(),
            Cell(stand_word(row), role_of(row), weight, by_words(row), glyph_of(row)),
        ),
    )
