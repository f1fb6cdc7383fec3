"""How satisfaction stands in a round: per service the figures, their source, and the other way.

Pure over an ``Outcome`` and the heads it was made of; nothing here changes a number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from workbench.definition.terms import Definition, Evaluator, Rules, Scale, Service, Uid
from workbench.exact import half_up
from workbench.journal.fields import Field
from workbench.journal.revisions import values
from workbench.measures.confirmations import Entered, FiguresRow, figures_rows
from workbench.measures.explaining import Explained
from workbench.progress import Progress, silent
from workbench.results.aggregation import aggregate
from workbench.results.alternatives import Alternative, Way, in_way
from workbench.results.marks import Heads
from workbench.results.outcome import (
    IndicatorOutcome,
    Mark,
    MarkState,
    Outcome,
    PointState,
    ServiceOutcome,
)
from workbench.results.scoring import compute
from workbench.rounds.desk import RoundDesk
from workbench.rounds.state import read_state
from workbench.surveys.answers import Bar, bars_of
from workbench.surveys.arithmetic import INDEX_PLACES
from workbench.surveys.basis import Basis, BasisKind, basis_in


class Source(StrEnum):
    """Where the figures that one evaluator entered come from."""

    ANSWERS = "answers"
    FIGURES = "figures"
    """Ready figures of a file: there are no answers behind them."""
    CHANGED = "changed"
    """Imported, and another figure typed since: the source is no longer theirs."""
    TYPED = "typed"
    UNREADABLE = "unreadable"
    """Something stands as their source that is none, or two things do."""
    NONE = "none"
    """There are no figures."""


@dataclass(frozen=True, slots=True)
class SurveyEntry:
    """What one evaluator entered for a service, and where it comes from."""

    evaluator: Evaluator
    mark: Mark
    explained: Explained | None
    """None where the mark is no figures: not applicable, in conflict, of an older scale."""
    source: Source
    basis: Basis | None
    """The source itself, also where the figures are no longer its own."""
    is_few: bool
    """Fewer respondents than the round asks for, or an unknown number of them."""

    @property
    def n(self) -> int | None:
        """The number of respondents."""
        return _whole(dict(self.mark.values).get(Field.SURVEY_N))

    @property
    def mean(self) -> Decimal | None:
        """The mean as stored."""
        text = dict(self.mark.values).get(Field.SURVEY_MEAN)
        return None if text is None else Decimal(text)

    @property
    def is_of_basis(self) -> bool:
        """Whether the figures still are those of the basis."""
        return self.source in (Source.ANSWERS, Source.FIGURES)

    @property
    def error(self) -> Decimal | None:
        """The standard error of the index; None where it is not of this index."""
        basis, made = self.basis, self.explained
        if basis is None or made is None or made.points is None or not self.is_of_basis:
            return None
        return basis.standard_error if basis.formula is made.formula.formula else None

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All answers of the service; empty where the figures are not made of them."""
        if self.basis is None or self.source is not Source.ANSWERS:
            return ()
        answers = (pair for row in self.basis.questions for pair in row.answers)
        return bars_of(answers, self.basis)


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What the other conversion would give; None is what it does not reach."""

    points: Decimal | None
    made: Alternative
    """The total of the whole service and what would be said of it."""


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A survey indicator of a service."""

    outcome: ServiceOutcome
    made: IndicatorOutcome
    entries: tuple[SurveyEntry, ...]
    index: Decimal | None
    """Of the figures, 0–100 with two decimals, also where an agreed mark counts instead."""
    otherwise: Otherwise
    difference: Decimal | None = None
    """Of the index from the round's average."""

    @property
    def service(self) -> Service:
        """Of which service."""
        return self.outcome.service

    @property
    def key(self) -> tuple[Uid, Uid]:
        """Service and indicator."""
        return self.service.uid, self.made.indicator.uid

    @property
    def sole(self) -> SurveyEntry | None:
        """The one entry that speaks for the service: all that were given say the same."""
        given = [row for row in self.entries if row.mark.state is MarkState.GIVEN]
        is_one = len({row.mark.values for row in given}) == 1
        return given[0] if is_one else None

    @property
    def n(self) -> int | None:
        """The number of respondents, None where it is unknown or told in several ways."""
        return None if self.sole is None else self.sole.n

    @property
    def is_few(self) -> bool:
        """Whether any figures rest on too few respondents."""
        return any(row.is_few for row in self.entries)


@dataclass(frozen=True, slots=True)
class SurveyStanding:
    """The survey page: every survey indicator of every service, by service number."""

    definition: Definition
    rows: tuple[SurveyRow, ...]
    averages: Mapping[str, Decimal]
    """By indicator code the mean of the printed indices, rounded once."""
    respondents: int

    @property
    def is_surveyed(self) -> bool:
        """Whether the round has any indicator of scale survey."""
        return any(row.scale is Scale.SURVEY for row in self.definition.indicators)

    @property
    def has_figures(self) -> bool:
        """Whether any figures have come in."""
        return any(row.source is not Source.NONE for one in self.rows for row in one.entries)

    @property
    def flips(self) -> tuple[Service, ...]:
        """The services whose verdict the other conversion would change."""
        found = (row.service for row in self.rows if row.otherwise.made.flips)
        return tuple(dict.fromkeys(found))

    @property
    def few(self) -> tuple[Service, ...]:
        """The services with too few respondents."""
        return tuple(dict.fromkeys(row.service for row in self.rows if row.is_few))


def survey_standing(
    desk: RoundDesk, progress: Progress = silent, outcome: Outcome | None = None
) -> SurveyStanding:
    """Return how satisfaction stands; the present ``outcome`` of the round may be at hand.

    Raises:
        StoreError: the round cannot be read.
        Cancelled: the person asked to stop.
    """
    with desk.store.read() as connection:
        state = read_state(connection)
    if outcome is None:
        outcome = compute(state.definition, state.heads, state.versions)
    return standing_of(outcome, state.heads, progress)


def standing_of(outcome: Outcome, heads: Heads, progress: Progress = silent) -> SurveyStanding:
    """Return how satisfaction stands in ``outcome``, which was made of ``heads``.

    Raises:
        Cancelled: the person asked to stop.
    """
    definition = outcome.definition
    of_service = {row.service.uid: row for row in outcome.services}
    figures = figures_rows(outcome, {}, (Scale.SURVEY,))
    rows, known = [], dict[Uid, Alternative]()
    for done, found in enumerate(figures):
        progress(done, len(figures), found.service.name)
        service = of_service[found.service.uid]
        if service.service.uid not in known:
            known[service.service.uid] = in_way(definition, service, Way.SURVEY)
        entries = tuple(_entry(definition.rules, heads, found, one) for one in found.entered)
        rows.append(_row(definition, service, found.made, entries, known[service.service.uid]))
    averages = _averages(rows)
    return SurveyStanding(
        definition,
        tuple(_compared(row, averages) for row in rows),
        averages,
        sum(row.n or 0 for row in rows),
    )


def _entry(rules: Rules, heads: Heads, row: FiguresRow, one: Entered) -> SurveyEntry:
    place = (one.evaluator.uid, row.service.uid, row.made.indicator.uid)
    basis = basis_in(heads, *place)
    figures = dict(one.mark.values)
    source = _source(figures, basis)
    group = heads.get((*place, Field.SURVEY_BASIS), ())
    if source is Source.TYPED and values(group) - {None}:
        source = Source.UNREADABLE
    return SurveyEntry(
        evaluator=one.evaluator,
        mark=one.mark,
        explained=one.explained,
        source=source,
        basis=basis,
        is_few=_is_few(rules, figures, one.explained),
    )


def _source(figures: Mapping[str, str], basis: Basis | None) -> Source:
    if Field.SURVEY_MEAN not in figures and Field.SURVEY_N not in figures:
        return Source.NONE
    if basis is None:
        return Source.TYPED
    if not basis.is_of(figures):
        return Source.CHANGED
    return Source.ANSWERS if basis.kind is BasisKind.ANSWERS else Source.FIGURES


def _is_few(rules: Rules, figures: Mapping[str, str], made: Explained | None) -> bool:
    least, n = rules.min_respondents, _whole(figures.get(Field.SURVEY_N))
    if least is None or made is None or made.exact is None:
        return False
    return n is None or n < least


def _whole(text: str | None) -> int | None:
    return None if text is None else int(text)


def _row(
    definition: Definition,
    service: ServiceOutcome,
    made: IndicatorOutcome,
    entries: tuple[SurveyEntry, ...],
    other: Alternative,
) -> SurveyRow:
    row = SurveyRow(service, made, entries, None, Otherwise(None, other))
    exact = made.exact if made.moderated is None else made.original
    sole, index = row.sole, None
    if exact is not None and made.indicator.max_points:
        index = half_up(100 * exact / Fraction(made.indicator.max_points), INDEX_PLACES)
    elif sole is not None and sole.explained is not None:
        index = sole.explained.index
    points = _other_points(made, entries)
    rounded = None if points is None else half_up(points, definition.rules.score_places)
    return replace(row, index=index, otherwise=Otherwise(rounded, other))


def _other_points(made: IndicatorOutcome, entries: Sequence[SurveyEntry]) -> Fraction | None:
    """Return the points of the other conversion; an agreed mark has none."""
    if made.state is not PointState.COUNTED or made.is_agreed:
        return None
    others = [row.explained.other if row.explained else None for row in entries]
    found = [one.exact for one in others if one is not None]
    return aggregate(made.indicator.aggregation, found) if len(found) == len(entries) else None


def _averages(rows: Sequence[SurveyRow]) -> dict[str, Decimal]:
    found: dict[str, list[Decimal]] = {}
    for row in rows:
        if row.index is not None:
            found.setdefault(row.made.indicator.code, []).append(row.index)
    return {
        code: half_up(sum(map(Fraction, indices), Fraction(0)) / len(indices), INDEX_PLACES)
        for code, indices in found.items()
    }


def _compared(row: SurveyRow, averages: Mapping[str, Decimal]) -> SurveyRow:
    average = averages.get(row.made.indicator.code)
    if row.index is None or average is None:
        return row
    return replace(row, difference=row.index - average)
