"""What is open in a round: conflicts, values to enter again, books not sealed."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from models.imports import Seal
from models.journal import Revision
from workbench.definition.terms import Definition, Uid
from workbench.journal.fields import OF_FINDING, OF_INDICATOR, OF_SERVICE
from workbench.journal.head_table import Heads, table_of
from workbench.journal.receipt import receipt_of
from workbench.journal.revisions import Cell, values
from workbench.results.findings import active_pairs
from workbench.results.marks import expected_marks
from workbench.results.outcome import MarkState, Outcome, PointState, SealState

_OF_TEXT = OF_FINDING | OF_SERVICE


def open_conflicts(definition: Definition, all_heads: Heads) -> list[Cell]:
    """Return the cells that count and whose heads differ, sorted; strays do not count."""
    expected = expected_marks(definition, all_heads)
    assigned = active_pairs(definition.expected)
    table = table_of(all_heads)
    differing = (cell for cell in table.several if len(values(table[cell])) > 1)
    return sorted(cell for cell in differing if _counts(cell, expected, assigned))


def _counts(
    cell: Cell,
    expected: Mapping[tuple[Uid, Uid], tuple[Uid, ...]],
    assigned: set[tuple[Uid, Uid]],
) -> bool:
    owner, service, subject, field = cell
    if field in OF_INDICATOR:
        return owner in expected.get((service, subject), ())
    if field in _OF_TEXT:
        return (owner, service) in assigned
    return True


def mixtures(outcome: Outcome) -> list[tuple[Uid, Uid]]:
    """Return the (service, indicator) pairs where some say not applicable and some give figures."""
    return [
        (service.service.uid, row.indicator.uid)
        for service in outcome.services
        for row in service.indicators
        if row.state is PointState.CONFLICT
        and all(mark.state is not MarkState.CONFLICT for mark in row.marks)
    ]


def stale_moderations(outcome: Outcome) -> list[tuple[Uid, Uid]]:
    """Return the (service, indicator) pairs whose moderated mark has to be confirmed."""
    return [
        (service.service.uid, row.indicator.uid)
        for service in outcome.services
        for row in service.indicators
        if row.state is PointState.STALE
    ]


def seal_states(
    outcome: Outcome,
    seals: Iterable[Seal],
    own_heads: Mapping[Uid, Collection[Revision]],
    settled: Mapping[Uid, Collection[bytes]],
) -> tuple[SealState, ...]:
    """Return for every evaluator with an expected mark whether he is sealed (DESIGN §5).

    Sealed is whose counted heads of own revisions are exactly those of one of his seals, cells
    that the lead settled apart. ``own_heads`` are the heads among each owner's own revisions,
    ``settled`` the ids of all his revisions in such cells: a seal may cover one of them that
    another copy of his book has replaced since.
    """
    by_owner: dict[Uid, list[Seal]] = {}
    for seal in seals:
        by_owner.setdefault(seal.owner, []).append(seal)
    expected = marks_tally(outcome)
    return tuple(
        _seal_state(
            outcome.definition,
            uid,
            own_heads.get(uid, ()),
            by_owner.get(uid, []),
            frozenset(settled.get(uid, ())),
            expected[uid],
        )
        for uid in (row.uid for row in outcome.definition.evaluators)
        if uid in expected
    )


def marks_tally(outcome: Outcome) -> dict[Uid, tuple[int, int]]:
    """Return (expected, missing) marks by evaluator, exempt services left out."""
    expected: Counter[Uid] = Counter()
    missing: Counter[Uid] = Counter()
    done = {MarkState.GIVEN, MarkState.NOT_APPLICABLE}
    for service in outcome.services:
        for row in service.indicators:
            expected.update(row.marks.evaluators)
            if not row.marks.states <= done:
                missing.update([mark.evaluator for mark in row.marks if mark.state not in done])
    return {uid: (many, missing[uid]) for uid, many in expected.items()}


def _seal_state(
    definition: Definition,
    uid: Uid,
    own_heads: Collection[Revision],
    seals: list[Seal],
    settled: frozenset[bytes],
    tally: tuple[int, int],
) -> SealState:
    cell_of = {row.id: row.cell for row in own_heads}
    present = cell_of.keys() - settled
    evaluator = definition.evaluator[uid]
    newest_first = sorted(seals, key=lambda row: row.sealed_at, reverse=True)
    for seal in newest_first:
        if set(seal.heads) - settled == present:
            return SealState(evaluator, receipt_of(seal), seal.sealed_at, *tally)
    changed = present.difference(*(seal.heads for seal in newest_first[:1])) if seals else ()
    differing = tuple(sorted({cell_of[id_] for id_ in changed}))
    return SealState(evaluator, None, None, *tally, differing)
