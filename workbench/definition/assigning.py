"""Who scores what: rows of assignments add up, recusals beat them, in whatever order they stand.

Pure. Inside, the indicators of a service are the bits of a whole number, so that a full matrix
of services × indicators × evaluators is resolved without looking at each of its cells.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from workbench.definition.terms import Charge, Standing, Uid
from workbench.text import MAX_CHARACTERS

RECUSALS: Final = (Standing.DISQUALIFIED, Standing.CHALLENGED, Standing.RECUSED)
"""From the strongest: where several hold for one indicator, the first is kept."""


@dataclass(frozen=True, slots=True)
class Grant:
    """One row of the assignments: what it gives to an evaluator or takes from him."""

    evaluator: Uid
    services: frozenset[Uid]
    by_section: frozenset[Uid] = frozenset()
    """Indicators meant by ``all`` or by their section."""
    by_code: frozenset[Uid] = frozenset()
    """Indicators named one by one."""
    standing: Standing = Standing.ASSIGNED
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the rows come to."""

    charges: Mapping[Uid, tuple[Charge, ...]]
    """By evaluator, for everybody whom a row names."""
    never_assigned: tuple[tuple[Uid, Uid], ...]
    """(service, indicator) that applies but that no row ever assigned to anybody."""


@dataclass(slots=True)
class _Given:
    """What the rows say for one evaluator and service, as bits of indicators."""

    by_section: int = 0
    by_code: int = 0
    recused: dict[Standing, int] = field(default_factory=dict)
    recused_by_code: int = 0
    reasons: list[tuple[Standing, int, str]] = field(default_factory=list)

    def add(self, standing: Standing, by_section: int, by_code: int, reason: str) -> None:
        """Add one row."""
        if standing is Standing.ASSIGNED:
            self.by_section |= by_section
            self.by_code |= by_code
        else:
            self.recused[standing] = self.recused.get(standing, 0) | by_section | by_code
            self.recused_by_code |= by_code
        if reason:
            self.reasons.append((standing, by_section | by_code, reason))


def resolve(
    grants: Iterable[Grant],
    services: Sequence[Uid],
    indicators: Sequence[Uid],
    applies: Mapping[Uid, Collection[Uid]],
) -> Resolution:
    """Return every evaluator's charges for ``services``, and what was never assigned.

    Charges stand in the order of ``services`` and then of ``indicators``; ``applies`` says
    which indicators a service has.

    A recusal beats every assigned row for the same evaluator, service and indicator. An
    indicator named for an evaluator leaves the section grants of all others for those services,
    even where the named evaluator is recused. A recusal is kept as a charge wherever a row had
    assigned the indicator, by section or by name, or the recusal itself names it.
    """
    bits = _Bits(indicators)
    given = _collected(grants, frozenset(services), bits)
    charges: dict[Uid, list[Charge]] = {evaluator: [] for evaluator in given}
    never_assigned: list[tuple[Uid, Uid]] = []
    for service in services:
        applying = bits.mask(applies[service])
        ever = named = 0
        for of_evaluator in given.values():
            if service in of_evaluator:
                ever |= of_evaluator[service].by_section | of_evaluator[service].by_code
                named |= of_evaluator[service].by_code
        never_assigned += [(service, uid) for uid in bits.ordered(applying & ~ever)]
        for evaluator, of_evaluator in given.items():
            if service in of_evaluator:
                one = of_evaluator[service]
                charges[evaluator] += _charges(service, one, applying, named, bits)
    return Resolution(
        {evaluator: tuple(rows) for evaluator, rows in charges.items()}, tuple(never_assigned)
    )


class _Bits:
    """Indicators as bits, and back in their order."""

    def __init__(self, indicators: Sequence[Uid]) -> None:
        self._indicators = indicators
        self._bit = {uid: 1 << position for position, uid in enumerate(indicators)}
        self._masks: dict[frozenset[Uid], int] = {}
        self._ordered: dict[int, tuple[Uid, ...]] = {}

    def mask(self, uids: Iterable[Uid]) -> int:
        """Return the bits of ``uids``; unknown ones apply to none of the services."""
        key = frozenset(uids)
        if key not in self._masks:
            self._masks[key] = sum(self._bit.get(uid, 0) for uid in key)
        return self._masks[key]

    def ordered(self, mask: int) -> tuple[Uid, ...]:
        """Return the indicators of ``mask`` in their order."""
        if mask not in self._ordered:
            self._ordered[mask] = tuple(self._each(mask))
        return self._ordered[mask]

    def _each(self, mask: int) -> Iterator[Uid]:
        while mask:
            lowest = mask & -mask
            yield self._indicators[lowest.bit_length() - 1]
            mask ^= lowest


def _collected(
    grants: Iterable[Grant], services: frozenset[Uid], bits: _Bits
) -> dict[Uid, dict[Uid, _Given]]:
    given: dict[Uid, dict[Uid, _Given]] = {}
    for grant in grants:
        of_evaluator = given.setdefault(grant.evaluator, defaultdict(_Given))
        by_section, by_code = bits.mask(grant.by_section), bits.mask(grant.by_code)
        for service in grant.services & services:
            of_evaluator[service].add(grant.standing, by_section, by_code, grant.reason)
    return given


def _charges(
    service: Uid, given: _Given, applying: int, named: int, bits: _Bits
) -> Iterator[Charge]:
    granted = (given.by_code | given.by_section & ~named) & applying
    if not given.recused and not given.reasons:
        return (Charge(service, uid) for uid in bits.ordered(granted))
    standings = dict.fromkeys(bits.ordered(granted), Standing.ASSIGNED)
    kept = (given.by_code | given.by_section | given.recused_by_code) & applying
    for standing in reversed(RECUSALS):
        for uid in bits.ordered(given.recused.get(standing, 0) & kept):
            standings[uid] = standing
    return (
        Charge(service, uid, standings[uid], _reason(given, standings[uid], bits.mask((uid,))))
        for uid in bits.ordered(bits.mask(standings))
    )


def _reason(given: _Given, standing: Standing, bit: int) -> str:
    """Return the reasons of the rows that make ``standing``, in an order of their own."""
    reasons = {
        reason for of_row, mask, reason in given.reasons if of_row is standing and mask & bit
    }
    joined = "; ".join(sorted(reasons))
    return joined if len(joined) <= MAX_CHARACTERS else min(reasons)  # one text holds no more
