"""The meeting list: where talking is worth most, by disagreement × effect on the cut."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

from workbench.definition.terms import Aggregation, Definition, Uid
from workbench.journal.fields import Field
from workbench.journal.revisions import values
from workbench.progress import Progress, silent
from workbench.results.marks import Heads
from workbench.results.moderated import ModeratedRow, Pair, moderated_rows
from workbench.results.outcome import (
    IndicatorOutcome,
    Outcome,
    PointState,
    ServiceOutcome,
    Verdict,
)
from workbench.results.scoring import compute, with_points
from workbench.rounds.desk import RoundDesk
from workbench.rounds.state import read_state


class Need(IntEnum):
    """How urgent an entry of the list is."""

    STALE = 0
    """A moderated mark that has to be confirmed."""
    OPEN = 1
    """No points without a moderated mark: a mixture, or ``consensus``."""
    DIFFERS = 2
    """The evaluators' marks make different points."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One indicator of a service to talk about. All measures are exact.

    ``low`` and ``high`` are the service with the lowest and the highest total that it can have by
    agreeing on one of the marks as they stand, the lowest, the highest or not applicable,
    everything else left alone.
    """

    service: ServiceOutcome
    made: IndicatorOutcome
    need: Need
    spread: Fraction
    """Highest minus lowest of the evaluators' points."""
    low: ServiceOutcome | None
    high: ServiceOutcome | None
    """None where it has no total by any of them, or a mark is still missing."""
    effect: Fraction | None
    """Swing ÷ (swing + margin), 0 to 1; 1 exactly where the verdict hangs on the choice.

    Swing: how far apart the two totals are. Margin: how far the one nearer to the cut would have
    to move on to change the verdict. None: there is no total.
    """

    @property
    def pair(self) -> Pair:
        """Service and indicator."""
        return self.service.service.uid, self.made.indicator.uid

    @property
    def disagreement(self) -> Fraction:
        """The spread as a part of the maximum, 0 to 1."""
        return self.spread / Fraction(self.made.indicator.max_points)

    @property
    def weight(self) -> Fraction:
        """Disagreement × effect: by this the list is sorted."""
        return self.disagreement * (self.effect or 0)

    @property
    def decides(self) -> bool:
        """Say whether the verdict hangs on the choice between the marks."""
        return self.effect == 1


@dataclass(frozen=True)
class Meeting:
    """The round as it is talked about: what to agree on, what was agreed, and who wrote what."""

    outcome: Outcome
    rows: tuple[MeetingRow, ...]
    agreed: tuple[ModeratedRow, ...]
    comments: Mapping[tuple[Uid, Uid, Uid], str]
    """By evaluator, service and indicator."""


def read_meeting(desk: RoundDesk, *, progress: Progress = silent) -> Meeting:
    """Return the meeting list and the moderated marks of the round.

    Raises:
        StoreError: a byte of what it rests on was changed.
        Cancelled: the person asked to stop.
    """
    with desk.store.read() as connection:
        state = read_state(connection)
    outcome = compute(state.definition, state.heads, state.versions)
    rows = meeting_list(outcome, progress=progress)
    return Meeting(outcome, rows, moderated_rows(outcome), _comments(state.heads))


def _comments(heads: Heads) -> dict[tuple[Uid, Uid, Uid], str]:
    return {
        (owner, service, subject): " / ".join(sorted(filter(None, values(group))))
        for (owner, service, subject, field), group in heads.items()
        if field == Field.COMMENT
    }


def meeting_list(outcome: Outcome, *, progress: Progress = silent) -> tuple[MeetingRow, ...]:
    """Return what deserves a meeting: stale first, then what waits for it, then by weight.

    Within a need: disagreement × effect, largest first; then disagreement; then service number
    and rubric order.

    Raises:
        Cancelled: the person asked to stop.
    """
    found: list[MeetingRow] = []
    for done, service in enumerate(outcome.services):
        progress(done, len(outcome.services), service.service.name)
        if service.verdict is not Verdict.EXEMPT:
            found.extend(_of_service(outcome.definition, service))
    return tuple(sorted(found, key=lambda row: (row.need, -row.weight, -row.disagreement)))


def _of_service(definition: Definition, service: ServiceOutcome) -> Iterator[MeetingRow]:
    for made in service.indicators:
        points = [mark.points for mark in made.marks if mark.points is not None]
        spread = max(points) - min(points) if points else Fraction(0)
        need = _need(made, spread)
        if need is None:
            continue
        low, high = _ends(definition, service, made)
        effect = _effect(low, high, definition)
        yield MeetingRow(service, made, need, spread, low, high, effect)


def _ends(
    definition: Definition, service: ServiceOutcome, made: IndicatorOutcome
) -> tuple[ServiceOutcome | None, ServiceOutcome | None]:
    if not made.is_whole:
        return None, None
    points = {mark.points for mark in made.marks}  # None: not applicable
    figures = sorted(one for one in points if one is not None)
    wanted = {*figures[:1], *figures[-1:], *(points & {None})}
    uid = made.indicator.uid
    found = [with_points(definition, service, uid, one) for one in wanted]
    totals = sorted(
        (one for one in found if one.total is not None), key=lambda one: one.total or Decimal(0)
    )
    return (totals[0], totals[-1]) if totals else (None, None)


def _need(made: IndicatorOutcome, spread: Fraction) -> Need | None:
    if made.state is PointState.STALE:
        return Need.STALE
    if made.is_agreed:
        return None
    is_mixed = len({mark.state for mark in made.marks}) > 1
    waits = is_mixed or made.indicator.aggregation is Aggregation.CONSENSUS
    if made.is_whole and waits and made.state is not PointState.OUT:
        return Need.OPEN
    return Need.DIFFERS if spread else None


def _effect(
    low: ServiceOutcome | None, high: ServiceOutcome | None, definition: Definition
) -> Fraction | None:
    if low is None or high is None or low.total is None or high.total is None:
        return None
    cut = definition.rules.cut
    swing = Fraction(high.total - low.total)
    if low.verdict is not high.verdict:
        return Fraction(1)
    if low.verdict is Verdict.BELOW:
        margin = cut - high.total
    else:  # a total on the cut is lost by the smallest step below it
        margin = low.total - cut + Decimal(1).scaleb(-definition.rules.score_places)
    return swing / (swing + Fraction(margin))
