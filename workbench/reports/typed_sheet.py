"""평가위원별 원점수: one row per typed value, the inputs of 검증."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from workbench.definition.terms import Definition, Indicator, Scale, Uid
from workbench.journal.fields import Field
from workbench.reports.cells import (
    BODY,
    CENTER,
    NUMERAL,
    PALE_INK,
    PLAIN,
    Cell,
    Held,
    Row,
    column,
    count,
    figure,
    quoted,
    text,
)
from workbench.reports.edition import Edition
from workbench.reports.marks import AGREED, TypedValue, shown_value, typed_values
from workbench.reports.page import FIRST_ROW, HEAD_ROW, fitting, name_width, opening, table_head
from workbench.reports.sheet import Sheet
from workbench.reports.wording import FIELDS
from workbench.results.outcome import Outcome

TYPED: Final = "평가위원별 원점수"
_NAMES: Final = (
    "연번",
    "번호",
    "사무명",
    "지표",
    "평가지표",
    "위원",
    "평가위원",
    "항목",
    "값",
    "반영 여부",
)
_HIDDEN: Final = ("위원 식별 번호", "이력 번호", "이력의 작성자")
"""Uid of the evaluator, ids of the revisions that say the value, and their authors where these
are others; in hex, not shown and not printed."""
_VALUE: Final = column(_NAMES.index("값") + 1)
_PALE: Final = CENTER._replace(ink=PALE_INK)
_FATE: Final = BODY._replace(indent=1)
_IDLE: Final = _FATE._replace(ink=PALE_INK)
_LABEL: Final = NUMERAL._replace(wrap=True)
_IDLE_LABEL: Final = _LABEL._replace(ink=PALE_INK)
_UNKNOWN: Final = text("–", CENTER), text("–", BODY)
_UNKNOWN_PERSON: Final = text("–", CENTER), text("–", CENTER)
_SCORES: Final = {Scale.RATING: "평점(0–100)", Scale.GRADE: "등급"}


@dataclass(frozen=True)
class TypedPlace:
    """Where each value that counts stands."""

    values: tuple[TypedValue, ...]
    ends: dict[tuple[Uid, Uid], tuple[int, int]] = field(repr=False)
    """First and last row of everything that was typed, by (service, indicator)."""
    _last: dict[tuple[Uid, Uid], dict[Uid, dict[str, int]]] = field(
        default_factory=dict, repr=False
    )
    """The rows of the pair that was asked for last: whoever asks goes pair by pair."""

    def _rows(self, service: Uid, indicator: Uid) -> dict[Uid, dict[str, int]]:
        """Return the rows of the values that count, by evaluator and field."""
        pair = service, indicator
        if pair not in self._last:
            rows: dict[Uid, dict[str, int]] = {}
            first, last = self.ends[pair]
            for row in range(first, last + 1):
                value = self.values[row - FIRST_ROW]
                if value.counts:
                    rows.setdefault(value.evaluator, {})[value.field] = row
            self._last.clear()
            self._last[pair] = rows
        return self._last[pair]

    def trace(self, service: Uid, indicator: Uid) -> str:
        """Return the rows that the points of an indicator come from, empty where none are."""
        if (service, indicator) not in self.ends:
            return ""
        first, last = self.ends[service, indicator]
        return f"{quoted(TYPED)}A{first}:{column(len(_NAMES))}{last}"

    def cell(self, service: Uid, indicator: Uid, evaluator: Uid, name: str) -> str:
        """Return the address of one value that counts."""
        return f"{quoted(TYPED)}{_VALUE}{self._rows(service, indicator)[evaluator][name]}"

    def fields(self, service: Uid, indicator: Uid, evaluator: Uid) -> frozenset[str]:
        """Return the fields of a mark that count."""
        return frozenset(self._rows(service, indicator)[evaluator])

    def marks_span(self, service: Uid, indicator: Uid) -> str:
        """Return the range of the evaluators' marks below a moderated one."""
        pair = self._rows(service, indicator)
        return _range([row for who, mark in pair.items() if who != AGREED for row in mark.values()])

    def span(self, service: Uid, indicator: Uid, evaluator: Uid | None = None) -> str:
        """Return the range of what counts for an indicator, or of one evaluator's mark there."""
        pair = self._rows(service, indicator)
        marks = pair.values() if evaluator is None else (pair[evaluator],)
        return _range([row for mark in marks for row in mark.values()])


def _range(rows: list[int]) -> str:
    first, last = f"{_VALUE}{min(rows)}", f"{_VALUE}{max(rows)}"
    return quoted(TYPED) + (first if first == last else f"{first}:{last}")


def typed_place(outcome: Outcome) -> TypedPlace:
    """Return the typed values and where on the sheet those that count stand."""
    values = typed_values(outcome)
    ends: dict[tuple[Uid, Uid], tuple[int, int]] = {}
    for row, value in enumerate(values, start=FIRST_ROW):
        where = (value.service, value.indicator)
        ends[where] = (ends[where][0] if where in ends else row, row)
    return TypedPlace(values, ends)


def typed_sheet(outcome: Outcome, edition: Edition, place: TypedPlace) -> Sheet:
    """Return 평가위원별 원점수 from the values of ``place``."""
    definition = outcome.definition
    last = HEAD_ROW + max(1, len(place.values))
    return Sheet(
        name=TYPED,
        widths=_widths(definition),
        rows=partial(_rows, outcome, edition, place),
        length=last,
        head=(HEAD_ROW, HEAD_ROW),
        landscape=True,
        filtered=f"A{HEAD_ROW}:{column(len(_NAMES))}{last}",
        hidden=len(_HIDDEN),
    )


def _widths(definition: Definition) -> tuple[int, ...]:
    evaluators = definition.evaluators
    return (
        7,
        6,
        name_width(definition),
        fitting(list(definition.codes()), 7, 14),
        fitting([row.name for row in definition.indicators], 20, 52),
        fitting([row.code for row in evaluators], 7, 14),
        fitting([row.name for row in evaluators], 10, 20),
        13,
        14,
        40,
        *(36, 68, 36),
    )


def _rows(outcome: Outcome, edition: Edition, place: TypedPlace) -> Iterable[Row]:
    definition = outcome.definition
    yield from opening(TYPED, definition.rules, edition)
    yield table_head((*_NAMES, *_HIDDEN), height=24)
    writer = _RowWriter(definition)
    for at, value in enumerate(place.values, start=1):
        yield Row(writer.cells(at, value))
    if not place.values:
        yield Row((None, None, text("입력된 값 없음")))


class _RowWriter:
    """Makes the rows; cells that stand in thousands of them are made once."""

    def __init__(self, definition: Definition) -> None:
        self._definition = definition
        people = {row.uid: (row.code, row.name) for row in definition.evaluators}
        people[AGREED] = "조정", "조정(합의)"
        self._services = {
            row.uid: (text(str(row.number), CENTER), text(row.name, BODY))
            for row in definition.services
        }
        self._indicators = {
            row.uid: (text(row.code, CENTER), text(row.name, BODY)) for row in definition.indicators
        }
        self._people = {
            uid: (text(code, CENTER), text(name, CENTER)) for uid, (code, name) in people.items()
        }
        self._said: dict[tuple[Uid, str, str, str, bool, bool], tuple[Cell, Cell, Cell]] = {}

    def cells(self, at: int, value: TypedValue) -> tuple[Cell | None, ...]:
        """Return the cells of one row."""
        return (
            count(at, _PALE),
            *self._services.get(value.service, _UNKNOWN),
            *self._indicators.get(value.indicator, _UNKNOWN),
            *self._people.get(value.evaluator, _UNKNOWN_PERSON),
            *self._what(value),
            *_origin(value),
        )

    def _what(self, value: TypedValue) -> tuple[Cell, Cell, Cell]:
        """Return field, value and what became of it."""
        is_agreed = value.evaluator == AGREED
        said = value.indicator, value.field, value.value, value.fate, value.counts, is_agreed
        known = self._said.get(said)
        if known is None:
            meant = self._definition.indicator.get(value.indicator)
            known = self._said[said] = (
                text(_field_name(meant, value), CENTER),
                _value(self._definition, value),
                text(value.fate, _FATE if value.counts else _IDLE),
            )
        return known


def _origin(value: TypedValue) -> tuple[Cell | None, ...]:
    """Return by which revisions of whom the value stands; who signs for himself is not repeated."""
    by_others = {author for _, author in value.origins if author != value.evaluator}
    return (
        None if value.evaluator == AGREED else _hex((value.evaluator,)),
        _hex([revision for revision, _ in value.origins]),
        _hex(sorted(by_others)) if by_others else None,
    )


def _hex(ids: Sequence[bytes]) -> Cell:
    if len(ids) > 1:  # so many that a cell cannot hold them all
        return text(" ".join([one.hex() for one in ids]))
    return Cell(Held.TEXT, ids[0].hex() if ids else "", PLAIN)


def _field_name(indicator: Indicator | None, value: TypedValue) -> str:
    if value.evaluator == AGREED and value.field == Field.SCORE and _is_computed(indicator):
        return "조정 점수"
    if value.field == Field.SCORE and indicator is not None:
        return _SCORES.get(indicator.scale, "점수")
    return FIELDS[value.field]


def _is_computed(indicator: Indicator | None) -> bool:
    return indicator is not None and indicator.scale in (Scale.MEASURE, Scale.SURVEY)


def _value(definition: Definition, value: TypedValue) -> Cell:
    if value.number is None:
        return text(shown_value(value), _LABEL if value.counts else _IDLE_LABEL)
    places = definition.rules.score_places if value.field == Field.SCORE else 0
    return figure(value.number, places)
