"""조정 내역: what the marks made, what was agreed instead, the difference, why and by whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final

from workbench.definition.terms import Scale
from workbench.exact import printed
from workbench.reports.cells import (
    BODY,
    CENTER,
    NUMERAL,
    PALE,
    Cell,
    Row,
    column,
    count,
    number,
    quoted,
    signed_format,
    text,
)
from workbench.reports.edition import Edition
from workbench.reports.page import FIRST_ROW, HEAD_ROW, fitting, name_width, opening, table_head
from workbench.reports.sheet import Sheet
from workbench.reports.wording import POINT_STATES
from workbench.results.moderated import ModeratedRow, Pair, moderated_rows
from workbench.results.outcome import Outcome, PointState

MODERATED: Final = "조정 내역"
_NAMES: Final = (
    "번호",
    "사무명",
    "지표",
    "평가지표",
    "조정 전",
    "조정 평점",
    "조정 점수",
    "차이",
    "까닭",
    "참석자",
    "조정한 때",
    "반영 여부",
)
_REASON: Final = BODY._replace(indent=1)
_NOTHING: Final = "–"


@dataclass(frozen=True)
class ModeratedPlace:
    """Where the original points and the difference of each moderated mark stand."""

    rows: dict[Pair, int]

    def original(self, pair: Pair) -> str:
        """Return the address of what the marks alone make."""
        return self._address("조정 전", pair)

    def points(self, pair: Pair) -> str:
        """Return the address of the points of the agreed mark."""
        return self._address("조정 점수", pair)

    def difference(self, pair: Pair) -> str:
        """Return the address of agreed minus original."""
        return self._address("차이", pair)

    def _address(self, name: str, pair: Pair) -> str:
        return f"{quoted(MODERATED)}{column(_NAMES.index(name) + 1)}{self.rows[pair]}"


def moderated_place(outcome: Outcome) -> ModeratedPlace:
    """Return where each moderated mark stands on 조정 내역."""
    rows = enumerate(moderated_rows(outcome), start=FIRST_ROW)
    return ModeratedPlace({(row.service.uid, row.made.indicator.uid): at for at, row in rows})


def moderated_sheet(outcome: Outcome, edition: Edition) -> Sheet:
    """Return 조정 내역; a number on it is one that 검증 recomputes."""
    definition, rows = outcome.definition, moderated_rows(outcome)
    return Sheet(
        name=MODERATED,
        widths=(
            6,
            name_width(definition),
            fitting([row.made.indicator.code for row in rows], 7, 14),
            fitting([row.made.indicator.name for row in rows], 20, 40),
            *(9, 11, 9, 9, 40),
            fitting([", ".join(row.agreed.people) for row in rows], 16, 30),
            17,
            18,
        ),
        rows=partial(_rows, outcome, edition),
        length=HEAD_ROW + len(rows),
        head=(HEAD_ROW, HEAD_ROW),
        landscape=True,
    )


def _rows(outcome: Outcome, edition: Edition) -> Iterable[Row]:
    rules = outcome.definition.rules
    yield from opening(MODERATED, rules, edition, unit="점")
    yield table_head(_NAMES, height=24)
    for row in moderated_rows(outcome):
        yield Row(_cells(row, rules.score_places, edition))


def _cells(row: ModeratedRow, places: int, edition: Edition) -> tuple[Cell, ...]:
    indicator, agreed = row.made.indicator, row.agreed
    is_computed = indicator.scale in (Scale.MEASURE, Scale.SURVEY)
    return (
        count(row.service.number, CENTER),
        text(row.service.name, BODY),
        text(indicator.code, CENTER),
        text(indicator.name, BODY),
        *_points(row, places),
        text(agreed.reason, _REASON),
        text(", ".join(agreed.people), BODY),
        text(f"{edition.local(agreed.made_at):%Y-%m-%d %H:%M}", CENTER),
        text(_fate(row, is_computed=is_computed), CENTER),
    )


def _points(row: ModeratedRow, places: int) -> tuple[Cell, ...]:
    """Return original, mark, points and difference: numbers only where they count."""
    mark = text(row.agreed.mark or POINT_STATES[PointState.OUT], CENTER)
    if not row.made.is_agreed:
        shown = (_NOTHING if one is None else printed(one, places) for one in _three(row))
        original, points, difference = (text(one, PALE) for one in shown)
        return original, mark, points, difference
    original, points, difference = (
        text(_NOTHING, PALE) if one is None else number(one, places=places) for one in _three(row)
    )
    if row.difference is not None:
        look = NUMERAL._replace(numbers=signed_format(places))
        difference = difference._replace(look=look)
    return original, mark, points, difference


def _three(row: ModeratedRow) -> tuple[Decimal | None, ...]:
    return row.original, row.points, row.difference


def _fate(row: ModeratedRow, *, is_computed: bool) -> str:
    if row.made.is_agreed:
        return "반영(점수로 조정)" if is_computed and row.agreed.mark else "반영"
    return f"미반영({POINT_STATES[row.made.state]})"
