"""The result of a round as frozen values: what the window shows and every export prints.

Points are ``Fraction`` while exact and ``Decimal`` with ``score_places`` once rounded; a value
that does not exist is ``None`` and never zero.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from models.journal import Revision
from workbench.definition.terms import (
    Aggregation,
    Definition,
    Evaluator,
    Indicator,
    Service,
    Standing,
    Uid,
)

if TYPE_CHECKING:
    from workbench.results.mark_sequence import MarkSequence  # it holds marks, which are below


class Verdict(StrEnum):
    """What is said of a service, in the order in which it is tried."""

    EXEMPT = "exempt"
    CONFLICT = "conflict"
    INCOMPLETE = "incomplete"
    BELOW = "below"
    PASS = "pass"


class MarkState(StrEnum):
    """How far one evaluator's mark for one indicator of one service has come."""

    EMPTY = "empty"
    GIVEN = "given"
    NOT_APPLICABLE = "not_applicable"
    CONFLICT = "conflict"
    ENTER_AGAIN = "enter_again"
    NO_POINTS = "no_points"
    """Figures that make no points: target 0, a scale without width, half of a pair missing."""


Origin = tuple[bytes, Uid]
"""The id of a revision and its author."""


class Mark(NamedTuple):
    """One evaluator's mark as it counts: the typed values by field and the points they make.

    Equal marks are equal whoever said it last. A tuple, as a round may have millions.
    """

    evaluator: Uid
    state: MarkState
    values: tuple[tuple[str, str], ...] = ()
    """(field, text as stored), in the order of the fields of the scale."""
    points: Fraction | None = None
    why: str = ""
    """Sentence key for a state that needs one (``zero_target``, ``scale_changed`` …)."""
    settled: tuple[str, ...] = ()
    """The fields in which the lead's settlement stands and no value of the evaluator's own."""
    heads: tuple[Sequence[Revision], ...] = ()
    """For each of ``values`` the heads that say so."""

    @property
    def origins(self) -> tuple[tuple[Origin, ...], ...]:
        """Return for each of ``values`` the ids of the heads that say so, with their authors."""
        return tuple(tuple(sorted((row.id, row.author) for row in group)) for group in self.heads)

    def __eq__(self, other: object) -> bool:
        """Say whether ``other`` is the same mark, whoever said it last."""
        return isinstance(other, Mark) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        """Say whether ``other`` is another mark."""
        return not self == other

    def __hash__(self) -> int:
        """Return the hash of what is compared."""
        return hash(self[:-1])


class PointState(StrEnum):
    """What became of an indicator of a service."""

    COUNTED = "counted"
    OUT = "out"
    """All expected evaluators say not applicable; the section is scaled."""
    INCOMPLETE = "incomplete"
    UNASSIGNED = "unassigned"
    CONFLICT = "conflict"
    STALE = "stale"
    """What its moderated mark rests on is no longer what it was."""


@dataclass(frozen=True, slots=True)
class Moderated:
    """An agreed mark above the evaluators' marks; those stay as they are."""

    mark: str
    """In the unit of the scale, of a computed indicator in points; empty: not applicable."""
    points: Fraction | None
    """None for not applicable, and where the mark is unfit now."""
    reason: str
    people: tuple[str, ...]
    base: tuple[tuple[Uid, str, str], ...]
    """(evaluator, field, value) of everything that made the points when it was agreed."""
    made_at: int
    """Milliseconds since 1970, UTC."""
    revision: bytes
    is_stale: bool
    is_unfit: bool
    """The mark cannot be read under the present rule: it has to be agreed on anew."""


@dataclass(frozen=True, slots=True)
class IndicatorOutcome:
    """One indicator of one service: whose marks it is made of and the points they make."""

    indicator: Indicator
    state: PointState
    aggregation: Aggregation
    """What was really used: a trimmed mean over fewer than five marks is a mean."""
    marks: "MarkSequence"
    exact: Fraction | None = None
    points: Decimal | None = None
    """Rounded to score_places; what decides only at rounding stage ``indicator``."""
    moderated: Moderated | None = None
    original: Fraction | None = None
    """What the marks alone make, where there is a moderated mark above them."""

    @property
    def is_whole(self) -> bool:
        """Say whether every mark that is expected is there; only then an agreed one counts."""
        states = {mark.state for mark in self.marks}
        return bool(states) and states <= {MarkState.GIVEN, MarkState.NOT_APPLICABLE}

    @property
    def is_agreed(self) -> bool:
        """Say whether the moderated mark is what counts."""
        counts = self.state in (PointState.COUNTED, PointState.OUT)
        return counts and self.moderated is not None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Points added to or taken from a service as a whole (가점·감점), with reason and evidence."""

    uid: Uid
    points: Decimal
    """Signed, never 0, with at most ``score_places`` decimals."""
    reason: str
    evidence: str
    """A document, page or link; may be empty."""
    made_at: int
    """Milliseconds since 1970, UTC; shown, never deciding."""
    revision: bytes


@dataclass(frozen=True, slots=True)
class ServiceOutcome:
    """One service: sections, total, rank and verdict.

    ``sections`` (by section code), ``total`` and ``rank`` are None for a service not counted.
    The total is the sections' plus ``adjusted``, clipped to 0…the sum of the section maxima.
    """

    service: Service
    verdict: Verdict
    indicators: tuple[IndicatorOutcome, ...]
    sections: Mapping[str, Decimal] | None = None
    total: Decimal | None = None
    rank: int | None = None
    scaled: tuple[str, ...] = ()
    """Codes of the sections that were scaled because indicators are out (환산)."""
    adjustments: tuple[Adjustment, ...] = ()
    """Oldest first."""
    adjusted: Decimal = Decimal(0)
    """The sum of the adjustments, clipped to ± the round's ``adjustment_cap``."""


@dataclass(frozen=True, slots=True)
class StrayMark:
    """A stored value that does not count: its owner is recused or not assigned there."""

    evaluator: Uid
    service: Uid
    indicator: Uid
    field: str
    value: str
    origins: tuple[Origin, ...] = dataclasses.field(default=(), compare=False, repr=False)
    """The heads that say so."""


@dataclass(frozen=True, slots=True)
class Recusal:
    """An evaluator who does not score a service (제척, 기피 or 회피), with the reason."""

    evaluator: Uid
    service: Uid
    standing: Standing
    reason: str
    indicators: tuple[Uid, ...]
    """The indicators he would score otherwise, in rubric order."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of 주요 성과 or 개선 과제, or an opinion, as its evaluator wrote it."""

    evaluator: Uid
    service: Uid
    kind: str
    """``achievement``, ``improvement`` or ``opinion``."""
    text: str
    uid: Uid
    """The finding's own; of an opinion its service's."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of the report in the lead's final wording, with the findings it comes from."""

    uid: Uid
    service: Uid
    kind: str
    """``achievement`` or ``improvement``."""
    text: str
    sources: tuple[tuple[Uid, Uid], ...]
    """(evaluator, finding) of what it was worded from; may be empty."""
    revision: bytes


@dataclass(frozen=True, slots=True)
class SealState:
    """Whether an evaluator's counted heads are exactly those of one of his seals."""

    evaluator: Evaluator
    receipt: str | None
    """The receipt code while sealed, else None (중간본)."""
    sealed_at: int | None = None
    """Milliseconds since 1970, UTC; shown, never deciding."""
    expected: int = 0
    missing: int = 0
    differing: tuple[tuple[bytes, bytes, bytes, str], ...] = ()
    """Cells changed since his newest seal, while he is not sealed and has one."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The whole result, derived from the definition and the counted heads alone."""

    definition: Definition
    services: tuple[ServiceOutcome, ...]
    """By service number."""
    counted: int
    average: Decimal | None
    below: tuple[int, ...]
    """Numbers of the services below the cut, by number."""
    share: Decimal | None
    """Percent of the counted services that are below, one decimal."""
    strays: tuple[StrayMark, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    findings: tuple[Finding, ...] = ()
    """By service number, kind (achievement, improvement, opinion), evaluator, own order."""
    passages: tuple[Passage, ...] = ()
    """The lead's final wording by service number, kind and place; where a service has any of a
    kind, they stand in the report instead of its evaluators' findings of that kind."""
