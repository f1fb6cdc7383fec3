"""What the tables of firmness show."""

from collections.abc import Hashable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.ledger.rows import Cell, Column, Row
from ui.results.wording import FIRMNESS_ROLES, firmness_word, verdict_word
from ui.robustness.words import margin_text, person_name, way_word
from ui.scoring.numbers import NOTHING, points_text
from ui.theme.fonts import HALF_BOLD
from ui.theme.parts import tag_width
from workbench.definition.terms import Definition
from workbench.results.outcome import Verdict
from workbench.results.robustness import Alternative, Firmness, Robustness

SHAPES: Final = {Firmness.HINGES: "◆", Firmness.CLOSE: "◇", Firmness.FIRM: "○"}
"""A label is known by its shape before its colour."""
TURNED: Final = "◆"
_TOTAL: Final = 66
_OTHER: Final = 124


def label_text(firmness: Firmness) -> str:
    """Return a label with its shape."""
    return f"{SHAPES[firmness]} {firmness_word(firmness)}"


def service_columns() -> list[Column]:
    """Return the columns of the list of services."""
    widest = max(tag_width(label_text(one)) for one in Firmness)
    return [
        Column(QCoreApplication.translate("Robustness", "Firmness"), int(widest) + 20),
        Column(QCoreApplication.translate("Robustness", "Service")),
        Column(QCoreApplication.translate("Robustness", "Total"), _TOTAL, is_number=True),
    ]


def service_rows(definition: Definition, rows: Sequence[Robustness]) -> list[Row]:
    """Return the services with their label, total and distance from the cut."""
    return [_service(definition, row) for row in rows]


def _service(definition: Definition, row: Robustness) -> Row:
    is_below = row.verdict is Verdict.BELOW
    role = "danger" if is_below else "text"
    margin = margin_text(definition, row.margin)
    return Row(
        row.service.uid,
        (
            Cell(label_text(row.firmness), tag=FIRMNESS_ROLES[row.firmness]),
            Cell(f"{row.service.number}  {row.service.name}", "text"),
            Cell(points_text(row.total, definition.rules.score_places), role, HALF_BOLD, margin),
        ),
    )


def other_columns(name: str) -> list[Column]:
    """Return the columns of a table of alternatives, whose first is ``name``."""
    total = QCoreApplication.translate("Robustness", "Total")
    return [Column(name), Column(total, _OTHER, is_number=True)]


def without_rows(definition: Definition, row: Robustness) -> list[Row]:
    """Return the total without each evaluator."""
    return [
        _other(definition, one.evaluator, person_name(definition, one.evaluator), one.made)
        for one in row.without
    ]


def way_rows(definition: Definition, row: Robustness) -> list[Row]:
    """Return the total computed in each other way."""
    return [_other(definition, one.way, way_word(one.way), one.made) for one in row.ways]


def _other(definition: Definition, key: Hashable, name: str, made: Alternative) -> Row:
    if made.total is None or made.verdict is None:
        nothing = QCoreApplication.translate("Robustness", "cannot be computed")
        return Row(key, (Cell(name, "text"), Cell(NOTHING, "text3", below=nothing)))
    said = points_text(made.total, definition.rules.score_places)
    verdict = verdict_word(made.verdict)
    if made.flips:
        total = Cell(f"{TURNED} {said}", "danger", HALF_BOLD, verdict)
    else:
        total = Cell(said, "text", HALF_BOLD, verdict)
    return Row(key, (Cell(name, "text"), total), "danger_tint" if made.flips else "")
