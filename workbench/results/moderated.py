"""Moderated marks: a layer above an indicator of a service, with what it rests on (DESIGN §3).

The value of the lead's cell (service, indicator, ``moderation``) is canonical JSON. Its base are
the counted values that make the points; when these differ from the present ones, or the mark no
longer reads under the present rule, the moderation is stale until it is confirmed.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.journal import Revision
from workbench.definition.terms import Indicator, Scale, Uid
from workbench.journal.fields import MAKE_POINTS, Field
from workbench.journal.revisions import Cell
from workbench.results.formulas import NoPoints, exact_points
from workbench.results.outcome import Mark, MarkState, Moderated
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
    for mark in marks:
        for field, value in mark.values:
            is_out = mark.state is MarkState.NOT_APPLICABLE
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
    points: Fraction | None = None
    if agreed.mark:
        points = moderated_points(indicator, agreed.mark)
        fitting = is_readable and points is not None
    else:
        fitting = indicator.allow_not_applicable
    return Moderated(
        mark=agreed.mark,
        points=points,
        reason=agreed.reason,
        people=agreed.people,
        made_at=revision.made_at,
        revision=revision.id,
        is_stale=not fitting or agreed.base != base_of(marks),
    )
