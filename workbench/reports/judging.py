"""What a reader of a sheet can do with it: filter its rows, and see what is below the cut.

Totals are red by a rule on the cut, so a changed total changes its colour.
"""

from dataclasses import replace

from workbench.reports.cells import column
from workbench.reports.page import HEAD_ROW
from workbench.reports.sheet import Sheet
from workbench.reports.totals_sheet import below_addresses, totals_place
from workbench.results.outcome import Outcome


def judged_totals(outcome: Outcome, sheet: Sheet) -> Sheet:
    """Return 종합점수표 with red totals below the cut, and a filter over its services."""
    place, numbers = totals_place(outcome), [row.service.number for row in outcome.services]
    if not numbers:
        return sheet
    first, last = (_cell(place.total(number)) for number in (numbers[0], numbers[-1]))
    head = f"A{HEAD_ROW}:{column(len(sheet.widths))}"
    return replace(
        sheet,
        judged=((f"{first}:{last}", outcome.definition.rules.cut),),
        filtered=f"{head}{place.rows[numbers[-1]]}",
    )


def judged_below(outcome: Outcome, sheet: Sheet) -> Sheet:
    """Return the list of services below the cut with red totals while they are below it."""
    if not outcome.below:
        return sheet
    first, last = (below_addresses(outcome, at)[0] for at in (0, len(outcome.below) - 1))
    cells = f"{_cell(first)}:{_cell(last)}"
    return replace(sheet, judged=((cells, outcome.definition.rules.cut),))


def filtered(sheet: Sheet) -> Sheet:
    """Return ``sheet`` with a filter over all rows below its head."""
    if sheet.head is None:
        return sheet
    last = max(sheet.length, sheet.head[1] + 1)
    return replace(sheet, filtered=f"A{sheet.head[1]}:{sheet.printed_columns}{last}")


def _cell(address: str) -> str:
    return address.rsplit("!", 1)[1]
