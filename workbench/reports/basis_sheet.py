"""계산 근거: how each figure became points, step by step, and which second person saw it."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial
from types import MappingProxyType
from typing import Final

from workbench.definition.terms import Definition, Rules, Scale, Uid
from workbench.measures.amounts import closely
from workbench.measures.catalogue import NamedFormula, Part
from workbench.measures.confirmations import Entered, FiguresRow, Stand
from workbench.measures.explaining import INDEX_PLACES, Explained
from workbench.reports.basis_words import (
    asks_to_look,
    documented,
    is_source,
    looks,
    process_words,
)
from workbench.reports.cells import (
    BODY,
    CAPTION,
    CENTER,
    PALE,
    PALE_INK,
    SUBTITLE,
    WARNING,
    WARNING_TINT,
    Cell,
    Row,
    column,
    count,
    figure,
    number,
    text,
)
from workbench.reports.edition import Edition
from workbench.reports.page import HEAD_ROW, fitting, name_width, opening, table_head
from workbench.reports.sheet import LINE, Sheet
from workbench.reports.wording import NOTHING
from workbench.results.marks import Heads
from workbench.results.outcome import Outcome
from workbench.surveys.basis import Basis, basis_in

BASIS: Final = "계산 근거"
NOT_CONFIRMED: Final = "미확인"
AGAIN: Final = "다시 확인"
Bases = Mapping[tuple[Uid, Uid, Uid], Basis]
"""Where survey figures come from, by evaluator, service and indicator."""

_NO_BASES: Final[Bases] = MappingProxyType({})
_NAMES: Final = (
    "번호",
    "사무명",
    "지표",
    "평가지표",
    "평가위원",
    "산식",
    "배점",
    "목표·척도\n(지적·예산)",
    "실적·평균\n(조치·집행)",
    "단위",
    "응답자\n수",
    "달성률·\n지수(%)",
    "배점\n반영률(%)",
    "계산 과정",
    "점수\n(반올림 전)",
    "점수",
    "확인",
    "살펴볼 점",
    "지수의\n표준오차",
    "다른 환산\n지수",
    "다른 환산\n점수",
)
_NOTHING: Final = "–"
_LOOK_AGAIN: Final = BODY._replace(ink=WARNING, tint=WARNING_TINT)
_WAITING: Final = CENTER._replace(ink=WARNING)
_STEPS: Final = BODY._replace(indent=1)
_NOTE: Final = SUBTITLE._replace(ink=PALE_INK)


def basis_sheet(
    outcome: Outcome,
    rows: tuple[FiguresRow, ...],
    edition: Edition,
    bases: Bases = _NO_BASES,
) -> Sheet:
    """Return 계산 근거 of ``rows``: every computed indicator × service × evaluator.

    Numbers are values; that they follow from what was typed is what 검증 recomputes. ``bases``
    are the survey figures' sources, where they were imported from a file.
    """
    last = HEAD_ROW + max(1, sum(len(row.entered) for row in rows))
    used = _used(rows)
    return Sheet(
        name=BASIS,
        widths=_widths(outcome.definition, rows),
        rows=partial(_rows, outcome, rows, edition, bases),
        length=last + len(tuple(_formulas(used))),
        head=(HEAD_ROW, HEAD_ROW),
        frozen_columns=3,
        landscape=True,
        filtered=f"A{HEAD_ROW}:{column(len(_NAMES))}{last}",
    )


def bases_in(outcome: Outcome, heads: Heads) -> dict[tuple[Uid, Uid, Uid], Basis]:
    """Return where the survey figures of ``outcome`` were imported from, as ``heads`` hold it."""
    places = (
        (mark.evaluator, service.service.uid, made.indicator.uid)
        for service in outcome.services
        for made in service.indicators
        if made.indicator.scale is Scale.SURVEY
        for mark in made.marks
    )
    found = ((place, basis_in(heads, *place)) for place in places)
    return {place: basis for place, basis in found if basis is not None}


def _widths(definition: Definition, rows: tuple[FiguresRow, ...]) -> tuple[int, ...]:
    entered = [one for row in rows for one in row.entered]
    made = [one.explained for one in entered if one.explained is not None]
    people = [_who(one) for one in entered]
    widest = fitting([_shown(row.value) for one in made for row in one.inputs], 12, 22)
    rates = fitting([_shown(one.rate) for one in made if one.rate is not None], 11, 22)
    return (
        6,
        min(name_width(definition), 24),
        fitting([row.made.indicator.code for row in rows], 6, 12),
        fitting([row.made.indicator.name for row in rows], 20, 28),
        fitting(people, 10, 16),
        27,
        6,
        *(widest, widest, 8, 8, rates, 11),
        36,
        *(12, 8, 14, 24),
        *(8, 9, 9),
    )


def _shown(value: Fraction) -> str:
    return f"{Decimal(closely(value)):,f}"


def _rows(
    outcome: Outcome, rows: tuple[FiguresRow, ...], edition: Edition, bases: Bases
) -> Iterable[Row]:
    yield from opening(BASIS, outcome.definition.rules, edition)
    yield table_head(_NAMES)
    for row in rows:
        for one in row.entered:
            basis = bases.get((one.evaluator.uid, *row.pair))
            yield Row(_cells(outcome.definition.rules, row, one, basis))
    if not rows:
        yield Row((None, text(NOTHING)))
    yield from _formulas(_used(rows))


def _cells(rules: Rules, row: FiguresRow, one: Entered, basis: Basis | None) -> tuple[Cell, ...]:
    """Return one line: where, by which formula, from what, the points, and who confirmed."""
    indicator, made, places = row.made.indicator, one.explained, rules.score_places
    is_odd = asks_to_look(row, one, rules) or bool(basis and basis.overrides)
    seen = _LOOK_AGAIN if is_odd else BODY
    return (
        count(row.service.number, CENTER),
        text(row.service.name, BODY),
        text(indicator.code, CENTER),
        text(indicator.name, BODY),
        text(_who(one), CENTER),
        text(_formula(made), BODY) if made else text(_NOTHING, PALE),
        figure(indicator.max_points, 0),
        *_figures(made),
        text("\n".join((process_words(one, basis), *_read_as(basis))), _STEPS),
        _value(made.exact if made else None, places),
        _printed(made.points if made else None, places),
        _confirmed(row),
        text("\n".join((*looks(row, one, rules), *_let_in(basis))), seen),
        *_converted(one, basis, places),
    )


def _let_in(basis: Basis | None) -> Iterator[str]:
    """Yield which columns were read although they looked like persons' data or free text."""
    if basis is not None and basis.overrides:
        yield f"개인정보·자유 응답으로 보이나 허용하여 읽은 열: {', '.join(basis.overrides)}"


def _read_as(basis: Basis | None) -> Iterator[str]:
    """Yield which answers in words became which numbers."""
    if basis is not None and basis.words:
        pairs = (f"{word}={number}" for word, number in basis.words)
        yield f"낱말 응답 {', '.join(pairs)}"


def _who(one: Entered) -> str:
    return f"{one.evaluator.code} {one.evaluator.name}"


def _formula(made: Explained) -> str:
    return f"{made.formula.name}\n{made.formula.text}"


def _figures(made: Explained | None) -> tuple[Cell, ...]:
    """Return target or scale, actual or mean, unit, respondents, the rate and what counts of it."""
    if made is None:
        return (text(_NOTHING, PALE),) * 6
    is_survey = made.formula.actual is Part.SURVEY_MEAN
    target = None if made.formula.target is None else made.input(made.formula.target)
    unit = next((row.unit for row in made.inputs if row.part is made.formula.actual), "")
    return (
        text(_scale(made), CENTER) if is_survey else _value(target),
        _value(made.input(made.formula.actual)),
        text(unit or _NOTHING, CENTER if unit else PALE),
        _value(made.input(Part.SURVEY_N)),
        _printed(made.index, INDEX_PLACES) if is_survey else _value(made.rate, INDEX_PLACES),
        _value(made.share, INDEX_PLACES),
    )


def _scale(made: Explained) -> str:
    low, high = made.input(Part.SURVEY_MIN), made.input(Part.SURVEY_MAX)
    if high is None:
        return _NOTHING
    return f"최대 {closely(high)}" if low is None else f"{closely(low)}–{closely(high)}"


def _converted(one: Entered, basis: Basis | None, places: int) -> tuple[Cell, ...]:
    """Return the error of a survey's index, and what the other conversion would give."""
    error = basis.standard_error if basis is not None and is_source(one, basis) else None
    other = one.explained.other if one.explained else None
    return (
        _printed(error, INDEX_PLACES),
        _printed(other.index if other else None, INDEX_PLACES),
        _printed(other.points if other else None, places),
    )


def _confirmed(row: FiguresRow) -> Cell:
    if row.stand is Stand.OPEN:
        return text(_NOTHING, PALE)
    who = "" if row.by is None else f"{row.by.code} {row.by.name}"
    if row.stand is Stand.CONFIRMED:
        return text(who, CENTER)
    if row.stand is Stand.STALE:
        return text(f"{AGAIN}\n({who})" if who else AGAIN, _WAITING)
    return text(NOT_CONFIRMED, _WAITING)


def _printed(value: Decimal | None, places: int) -> Cell:
    return text(_NOTHING, PALE) if value is None else number(value, places=places)


def _value(value: Fraction | None, least: int = 0) -> Cell:
    """Return an exact number with every decimal it has, or six where it has no end."""
    return text(_NOTHING, PALE) if value is None else figure(Decimal(closely(value)), least)


def _used(rows: tuple[FiguresRow, ...]) -> tuple[NamedFormula, ...]:
    """Return the formulas that stand in the table, once each."""
    found = (one.explained for row in rows for one in row.entered)
    return tuple(dict.fromkeys(one.formula for one in found if one is not None))


def _formulas(used: tuple[NamedFormula, ...]) -> Iterator[Row]:
    """Yield what every formula of the table is, its limits, and what comes of 0 and of nothing."""
    if used:
        yield Row(height=LINE)
        yield Row((text("산식", CAPTION),), LINE + 6)
    for formula in used:
        for at, line in enumerate(documented(formula)):
            yield Row((text(line, _NOTE if at else SUBTITLE),), LINE)
