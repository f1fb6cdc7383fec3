"""Adjustments (가점·감점): the lead's signed points above the sections of a service.

The value of the lead's cell (service, adjustment, ``adjustment``) is canonical JSON. What counts
is the sum of a service's adjustments, clipped to the round's cap; the total that is printed is
clipped to 0…the sum of the section maxima (FIELD §3, bonus and penalty).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.journal import Revision
from workbench.definition.terms import Definition, Uid
from workbench.exact import half_up
from workbench.journal.fields import Field
from workbench.journal.revisions import Cell
from workbench.results.outcome import Adjustment


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What the cell holds."""

    points: Decimal
    reason: str
    evidence: str

    def stored(self) -> str:
        """Return the text that is kept in the cell."""
        content = {
            "points": f"{self.points:f}",
            "reason": self.reason,
            "evidence": self.evidence,
        }
        return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_adjusted(value: str) -> Adjusted:
    """Return what ``Adjusted.stored`` made.

    Raises:
        ArithmeticError, KeyError, TypeError, ValueError: the text was not made by it.
    """
    content = json.loads(value)
    return Adjusted(Decimal(content["points"]), content["reason"], content["evidence"])


def adjustments(heads: Mapping[Cell, Sequence[Revision]]) -> dict[Uid, tuple[Adjustment, ...]]:
    """Return the adjustments of every service that has any, oldest first."""
    found: dict[Uid, list[Adjustment]] = {}
    for (_, service, uid, field), group in heads.items():
        value = group[0].value
        if field != Field.ADJUSTMENT or value is None:
            continue
        held = read_adjusted(value)
        row = group[0]
        found.setdefault(service, []).append(
            Adjustment(uid, held.points, held.reason, held.evidence, row.made_at, row.id)
        )
    return {
        service: tuple(sorted(rows, key=lambda row: (row.made_at, row.uid)))
        for service, rows in found.items()
    }


def adjusted(definition: Definition, rows: Sequence[Adjustment]) -> Decimal:
    """Return what ``rows`` of one service add to it: their sum, clipped to the round's cap.

    Rounded half up to ``score_places``, which may have become fewer since a point was given.
    """
    whole = sum((row.points for row in rows), Decimal(0))
    cap = definition.rules.adjustment_cap
    capped = whole if cap is None else min(max(whole, -cap), cap)
    return half_up(Fraction(capped), definition.rules.score_places)


def clipped(definition: Definition, total: Decimal) -> Decimal:
    """Return ``total`` as it is printed: within 0…the sum of the section maxima."""
    most = sum((row.max_points for row in definition.sections), Decimal(0))
    return min(max(total, Decimal(0)), most)
