"""Changing the small round's sheets a cell at a time, as a lead does in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.rounds.desk import RoundDesk, open_round
from workbench.rounds.redefining import ChangePlan, redefine
from workbench.setup.sheets import SheetRow, Sheets, sheets_of

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench


def present(desk: RoundDesk) -> Sheets:
    return sheets_of(desk.definition)


def put(sheets: Sheets, sheet: str, first: str, **texts: str) -> Sheets:
    """Change cells of the row whose first column reads ``first``."""
    column = {"round": "key", "services": "number", "assignments": "evaluator"}.get(sheet, "code")
    rows = tuple(
        SheetRow(row.uid, {**row.texts, **texts}) if row.text(column) == first else row
        for row in sheets.of(sheet)
    )
    assert rows != sheets.of(sheet)
    return sheets.replaced(sheet, rows)


def without(sheets: Sheets, sheet: str, first: str) -> Sheets:
    """Leave out the rows whose first column reads ``first``."""
    rows = tuple(row for row in sheets.of(sheet) if first not in list(row.texts.values())[:1])
    assert len(rows) < len(sheets.of(sheet))
    return sheets.replaced(sheet, rows)


def added(sheets: Sheets, sheet: str, **texts: str) -> Sheets:
    return sheets.replaced(sheet, (*sheets.of(sheet), SheetRow(None, texts)))


def lowered(sheets: Sheets) -> Sheets:
    """C1 from 40 to 25 points, the rest of the section in a new indicator C2."""
    sheets = put(sheets, "indicators", "C1", max_points="25")
    return added(
        sheets,
        "indicators",
        code="C2",
        section="common",
        name="소통",
        kind="qualitative",
        scale="points",
        max_points="15",
        applies_to="all",
        aggregation="mean",
    )


def changed(bench: Bench, *steps: object, reason: str = "까닭") -> ChangePlan:
    """Put in force what ``steps`` make of the present sheets."""
    with open_round(bench.round) as desk:
        sheets = present(desk)
        for step in steps:
            sheets = step(sheets)
        return redefine(desk, sheets, reason)
