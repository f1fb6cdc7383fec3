"""The terms of a definition as frozen values (DESIGN §6): what everything else computes from.

Identity is the ``uid`` (16 bytes), never a name, code or row. Numbers are exact decimals.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

Uid = bytes


class SectionCode(StrEnum):
    """The three sections of the field."""

    COMMON = "common"
    INDIVIDUAL = "individual"
    SATISFACTION = "satisfaction"


class Kind(StrEnum):
    """What an indicator rests on: judgement, figures or a survey."""

    QUALITATIVE = "qualitative"
    QUANTITATIVE = "quantitative"
    SURVEY = "survey"


class Scale(StrEnum):
    """In which form a mark is typed."""

    POINTS = "points"
    RATING = "rating"
    GRADE = "grade"
    MEASURE = "measure"
    SURVEY = "survey"


class Aggregation(StrEnum):
    """How the marks of several evaluators become the points of an indicator."""

    SINGLE = "single"
    MEAN = "mean"
    MEDIAN = "median"
    TRIMMED_MEAN = "trimmed_mean"
    CONSENSUS = "consensus"


class RoundingStage(StrEnum):
    """Where points are rounded (DESIGN §4)."""

    INDICATOR = "indicator"
    SECTION = "section"
    TOTAL = "total"


class Formula(StrEnum):
    """How figures become points."""

    ACHIEVEMENT = "achievement"
    ACHIEVEMENT_LOWER = "achievement_lower"
    STEPS = "steps"
    DEVIATION = "deviation"
    MULTI_YEAR = "multi_year"
    COMPLETION = "completion"
    SURVEY_LINEAR = "survey_linear"
    SURVEY_PROPORTIONAL = "survey_proportional"


class Role(StrEnum):
    """What a person does in the round."""

    EVALUATOR = "evaluator"
    LEAD_SECRETARY = "lead_secretary"
    QUANTITATIVE_SECRETARY = "quantitative_secretary"


class Standing(StrEnum):
    """Whether an evaluator's marks count: assigned, or recused in one of three ways."""

    ASSIGNED = "assigned"
    DISQUALIFIED = "제척"
    CHALLENGED = "기피"
    RECUSED = "회피"


@dataclass(frozen=True, slots=True)
class Band:
    """A named range of totals: from ``lower`` up to the next higher band."""

    label: str
    lower: Decimal


@dataclass(frozen=True, slots=True)
class Rules:
    """The round itself: what is printed on the report and by which rules it is computed."""

    title: str
    year: int
    sequence: int
    cut: Decimal
    legal_basis: str = ""
    period: str = ""
    institute: str = ""
    pool: int | None = None
    score_places: int = 2
    rounding_stage: RoundingStage = RoundingStage.INDICATOR
    aggregation: Aggregation = Aggregation.SINGLE
    rehearsal: bool = False
    bands: tuple[Band, ...] = ()
    comment_below: Decimal | None = None
    comment_at_max: bool = False
    min_respondents: int | None = None
    adjustment_cap: Decimal | None = None
    deadline: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the 100 points."""

    code: SectionCode
    name: str
    max_points: Decimal


@dataclass(frozen=True, slots=True)
class Level:
    """A grade of the grade scale, or an anchor that helps to judge; percent of the maximum."""

    label: str
    percent: Decimal
    description: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """The formula of a computed indicator; ``steps`` are (lower bound, percent), highest first."""

    formula: Formula
    parameters: tuple[tuple[str, str], ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the rubric. Several may share a code where their services do not overlap."""

    uid: Uid
    code: str
    section: SectionCode
    group: str
    name: str
    kind: Kind
    scale: Scale
    max_points: Decimal
    step: Decimal
    applies_to: str
    aggregation: Aggregation
    guidance: str = ""
    allow_not_applicable: bool = False
    levels: tuple[Level, ...] = ()
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """A commissioned service; a consortium of operators is one service."""

    uid: Uid
    number: int
    name: str
    type: str = ""
    department: str = ""
    operators: tuple[str, ...] = ()
    term_end: str = ""
    exempt: bool = False
    reason: str = ""


class Charge(NamedTuple):
    """What an evaluator was given for one service: indicator by indicator, with standing.

    A tuple, as a round may have millions.
    """

    service: Uid
    indicator: Uid
    standing: Standing = Standing.ASSIGNED
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Evaluator:
    """A person who scores, with everything he was given (recused charges included)."""

    uid: Uid
    code: str
    name: str
    affiliation: str = ""
    role: Role = Role.EVALUATOR
    charges: tuple[Charge, ...] = ()


@dataclass(frozen=True)
class Definition:
    """A whole definition, or, in a score book, the part of it that its owner may see.

    Services are sorted by number, indicators stand in rubric order, evaluators in roster order.
    """

    rules: Rules
    sections: tuple[Section, ...]
    indicators: tuple[Indicator, ...]
    services: tuple[Service, ...]
    evaluators: tuple[Evaluator, ...]
    applies: Mapping[Uid, tuple[Uid, ...]] = field(repr=False)
    """For each service uid the uids of the indicators that apply to it, in rubric order."""

    @cached_property
    def indicator(self) -> dict[Uid, Indicator]:
        """Indicators by uid."""
        return {row.uid: row for row in self.indicators}

    @cached_property
    def service(self) -> dict[Uid, Service]:
        """Services by uid."""
        return {row.uid: row for row in self.services}

    @cached_property
    def evaluator(self) -> dict[Uid, Evaluator]:
        """Evaluators by uid."""
        return {row.uid: row for row in self.evaluators}

    @cached_property
    def expected(self) -> dict[tuple[Uid, Uid], tuple[Uid, ...]]:
        """Evaluators of whom a mark is expected, by (service, indicator), in roster order.

        A pair that applies but is left to nobody has an empty tuple: a hole (배정 없음).
        Exempt services have no pairs. An evaluator's own 회피 in the journal comes on top.
        """
        found: dict[tuple[Uid, Uid], list[Uid]] = {
            (service.uid, indicator): []
            for service in self.services
            if not service.exempt
            for indicator in self.applies.get(service.uid, ())
        }
        for evaluator in self.evaluators:
            for charge in evaluator.charges:
                pair = (charge.service, charge.indicator)
                if charge.standing is Standing.ASSIGNED and pair in found:
                    found[pair].append(evaluator.uid)
        return {pair: tuple(uids) for pair, uids in found.items()}

    def codes(self) -> tuple[str, ...]:
        """Indicator codes in rubric order, each once: one column each in tables."""
        return tuple(dict.fromkeys(row.code for row in self.indicators))
