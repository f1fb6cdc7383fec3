"""How the tests read the page of figures, and what stands in the round behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workbench.rounds.small_round import merged, sealed, typed
from ui.measures.rows import SERVICE, STATE
from workbench.ledger.entries import history
from workbench.measures.confirming import confirm_figures, read_figures
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench, Typed
    from ui.measures.page import MeasuresPage

Pair = tuple[bytes, bytes]
CODES = ("I1", "S1")


def pair(bench: Bench, number: int = 1, code: str = "I1") -> Pair:
    return bench.service(number), bench.indicator(code)


def listed(page: MeasuresPage) -> list[tuple[str, str, str]]:
    """Number, code and state of every row that is shown."""
    rows = [page.list.table.rows.row(at).cells for at in range(page.list.table.rows.rowCount())]
    return [
        (cells[SERVICE].text.split()[0], cells[SERVICE].below.split()[0], cells[STATE].text)
        for cells in rows
    ]


def shown(page: MeasuresPage) -> tuple[int, str]:
    row = page.list.current()
    return row.service.number, row.made.indicator.code


def head(page: MeasuresPage) -> str:
    return page.head._state.text()


def choose_person(page: MeasuresPage, bench: Bench, code: str) -> None:
    """Choose who confirms, as a click in the list of the button does."""
    page.form.person.actions_by_uid()[bench.owner(code)].trigger()


def stands(bench: Bench) -> dict[tuple[int, str], tuple[str, str]]:
    """What the file says: state and person by number and code."""
    with open_round(bench.round, read_only=True) as desk:
        return {
            (row.service.number, row.made.indicator.code): (
                row.stand.value,
                row.by.code if row.by is not None else "",
            )
            for row in read_figures(desk).rows
        }


def told(bench: Bench, kind: str = "figures_confirmed") -> list[str]:
    """The notes or reasons of the events of a kind, oldest first."""
    with open_round(bench.round, read_only=True) as desk:
        return [row.reason for row in history(desk).entries if row.kind == kind]


def confirmed(bench: Bench, by: str, *pairs: Pair) -> None:
    with open_round(bench.round) as desk:
        confirm_figures(desk, pairs, bench.owner(by))


def entered(bench: Bench, *rows: Typed) -> None:
    """Enter other figures and merge the book again."""
    typed(bench.books["E2"], *rows)
    sealed(bench.books["E2"])
    merged(bench.round, bench.books["E2"])
