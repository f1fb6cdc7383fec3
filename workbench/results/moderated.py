"""Moderated marks: a layer above an indicator of a service, with what it rests on (DESIGN §3).

The value of the lead's cell (service, indicator, ``moderation``) is canonical JSON. Its base are
the counted values that make the points; when these differ from the present ones, or the mark no
longer reads under the present rule, the moderation is stale until it is confirmed.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.journal import Revision
from workbench.definition.terms import Indicator, Scale, Service, Uid
from workbench.exact import half_up
from workbench.journal.fields import MAKE_POINTS, Field
from workbench.journal.revisions import Cell
from workbench.results.formulas import NoPoints, exact_points
from workbench.results.outcome import (
    IndicatorOutcome,
    Mark,
    MarkState,
    Moderated,
    Outcome,
    PointState,
)
from workbench.scoring.values import fits

Base = tuple[tuple[Uid, str, str], ...]
"""(evaluator, field, value) of everything that makes the points, sorted."""
Pair = tuple[Uid, Uid]
"""Service and indicator."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the cell holds: the agreed mark and how it came about."""

    mark: str
    """In the unit of the scale; of a computed indicator in points. Empty: not applicable."""
    reason: str
    people: tuple[str, ...]
    base: Base

    def stored(self) -> str:
        """Return the text that is kept in the cell."""
        base = [[uid.hex(), field, value] for uid, field, value in self.base]
        content = {
            "mark": self.mark,
            "reason": self.reason,
            "people": list(self.people),
            "base": base,
        }
        return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_agreed(value: str) -> Agreed:
    """Return what ``Agreed.stored`` made.

    Raises:
        KeyError, TypeError, ValueError: the text was not made by it.
    """
    content = json.loads(value)
    base = ((bytes.fromhex(uid), field, text) for uid, field, text in content["base"])
    return Agreed(content["mark"], content["reason"], tuple(content["people"]), tuple(base))


def moderations(heads: Mapping[Cell, Sequence[Revision]]) -> dict[Pair, Revision]:
    """Return the moderation of every pair that has one."""
    return {
        (service, indicator): group[0]
        for (_, service, indicator, field), group in heads.items()
        if field == Field.MODERATION and group[0].value is not None
    }


def base_of(marks: Iterable[Mark]) -> Base:
    """Return what the points of an indicator are made of at present."""
    found: list[tuple[Uid, str, str]] = []
    counted = (MarkState.GIVEN, MarkState.NOT_APPLICABLE)
    for mark in (row for row in marks if row.state in counted):
        is_out = mark.state is MarkState.NOT_APPLICABLE
        for field, value in mark.values:
            if field in MAKE_POINTS and (not is_out or field == Field.NOT_APPLICABLE):
                found.append((mark.evaluator, field, value))
    return tuple(sorted(found))


def moderated_points(indicator: Indicator, mark: str) -> Fraction | None:
    """Return the exact points of an agreed ``mark``, None where it does not fit the rule.

    A typed scale reads it as its evaluators' marks are read; a computed one takes points.
    """
    if indicator.scale in (Scale.MEASURE, Scale.SURVEY):
        points = Fraction(mark)
        return points if points <= Fraction(indicator.max_points) else None
    if not fits(indicator, Field.SCORE, mark):
        return None
    made = exact_points(indicator, {Field.SCORE: mark})
    return None if isinstance(made, NoPoints) else made


def moderated(
    revision: Revision, indicator: Indicator, marks: Sequence[Mark], *, is_readable: bool
) -> Moderated:
    """Return the moderation in ``revision`` as it stands over the present ``marks``."""
    agreed = read_agreed(revision.value or "")
    points = moderated_points(indicator, agreed.mark) if agreed.mark and is_readable else None
    is_unfit = points is None if agreed.mark else not indicator.allow_not_applicable
    return Moderated(
        mark=agreed.mark,
        points=points,
        reason=agreed.reason,
        people=agreed.people,
        base=agreed.base,
        made_at=revision.made_at,
        revision=revision.id,
        is_stale=is_unfit or agreed.base != base_of(marks),
        is_unfit=is_unfit,
    )


def changed_since(
    agreed: Moderated, marks: Iterable[Mark]
) -> tuple[tuple[Uid, str, str | None, str | None], ...]:
    """Return (evaluator, field, value then, value now) of what no longer is what it rests on."""
    before = {(uid, field): value for uid, field, value in agreed.base}
    now = {(uid, field): value for uid, field, value in base_of(marks)}
    return tuple(
        (*key, before.get(key), now.get(key))
        for key in sorted(before.keys() | now.keys())
        if before.get(key) != now.get(key)
    )


@dataclass(frozen=True, slots=True)
class ModeratedRow:
    """One moderated indicator of a service, in points as printed."""

    service: Service
    made: IndicatorOutcome
    agreed: Moderated
    original: Decimal | None
    """What the marks alone make; None where they make nothing by themselves."""
    points: Decimal | None
    """Of the agreed mark; None for not applicable, and where it is unfit now."""
    difference: Decimal | None
    """Agreed minus original, both as printed."""

    @property
    def is_stale(self) -> bool:
        """Say whether it has to be confirmed; while a mark is missing there is nothing to."""
        return self.made.state is PointState.STALE

    @property
    def can_be_confirmed(self) -> bool:
        """Say whether it may stand as it is over what its evaluators say now."""
        return self.is_stale and not self.agreed.is_unfit


def moderated_rows(outcome: Outcome) -> tuple[ModeratedRow, ...]:
    """Return every moderated mark by service number and rubric order."""
    places = outcome.definition.rules.score_places
    return tuple(
        _row(row.service, made, made.moderated, places)
        for row in outcome.services
        for made in row.indicators
        if made.moderated is not None
    )


def _row(service: Service, made: IndicatorOutcome, agreed: Moderated, places: int) -> ModeratedRow:
    original = None if made.original is None else half_up(made.original, places)
    points = None if agreed.points is None else half_up(agreed.points, places)
    difference = None if original is None or points is None else points - original
    return ModeratedRow(service, made, agreed, original, points, difference)
