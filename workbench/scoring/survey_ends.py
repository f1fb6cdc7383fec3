"""The two ends of a survey's scale: one is not stored that would stand beyond the other."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from workbench.definition.terms import Indicator, Uid
from workbench.errors import InputError
from workbench.journal.fields import Field
from workbench.journal.pen import Change
from workbench.journal.revisions import Cell
from workbench.results.findings import one_value
from workbench.results.formulas import parameters
from workbench.results.marks import Heads
from workbench.scoring.values import ValueUnfit

_ENDS: Final = {Field.SURVEY_MIN: "min", Field.SURVEY_MAX: "max"}


def reversed_ends(
    changes: Sequence[Change], heads: Heads, indicators: Mapping[Uid, Indicator]
) -> Iterator[tuple[Cell, InputError]]:
    """Yield every change after which a scale's lowest value would be above its highest.

    Both ends are taken as they would stand after all ``changes``, so both can be changed at
    once; an end that no cell says is the rubric's. Clearing an end is never held against it.
    """
    typed = dict(changes)
    for cell, text in changes:
        owner, service, subject, field = cell
        indicator = indicators.get(subject)
        if field not in _ENDS or text is None or indicator is None:
            continue
        given = parameters(indicator)
        ends = []
        for end, name in _ENDS.items():
            other = (owner, service, subject, end.value)
            stands = typed[other] if other in typed else one_value(heads, other)
            ends.append(given.get(name) if stands is None else stands)
        low, high = ends
        if low is not None and high is not None and Decimal(low) > Decimal(high):
            yield cell, ValueUnfit("survey_ends_reversed", low=low, high=high)
