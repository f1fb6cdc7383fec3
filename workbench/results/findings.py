"""What evaluators wrote for a service, in their order, and what is stored but does not count."""

from collections.abc import Mapping, Sequence

from models.journal import Revision
from workbench.definition.terms import Definition, Uid
from workbench.journal.fields import FINDINGS, Field
from workbench.journal.head_table import Heads
from workbench.journal.revisions import Cell, values
from workbench.results.outcome import Finding, StrayMark

Lists = dict[tuple[Uid, Uid, str], list[tuple[Uid, str, str]]]
"""By (owner, service, kind) the items in their order, each as (finding uid, order, text)."""
Expected = Mapping[tuple[Uid, Uid], tuple[Uid, ...]]


def one_value(heads: Heads, cell: Cell) -> str | None:
    """Return the value of ``cell``, None where it is empty or in conflict."""
    found = values(heads.get(cell, ()))
    return next(iter(found)) if len(found) == 1 else None


def items_by_list(heads: Heads) -> Lists:
    """Return every list of findings; cleared items are left out."""
    lists: Lists = {}
    for owner, service, subject, field in heads:
        if field not in FINDINGS:
            continue
        text = one_value(heads, (owner, service, subject, field))
        if text is not None:
            order = one_value(heads, (owner, service, subject, Field.ORDER)) or "0"
            lists.setdefault((owner, service, field), []).append((subject, order, text))
    for rows in lists.values():
        rows.sort(key=lambda row: (int(row[1]), row[0]))
    return lists


def findings(definition: Definition, heads: Heads, expected: Expected) -> tuple[Finding, ...]:
    """Return all findings and opinions of evaluators who count, sorted for the report."""
    lists = items_by_list(heads)
    active = active_pairs(expected)
    found: list[Finding] = []
    for service in definition.services:
        present = [row.uid for row in definition.evaluators if (row.uid, service.uid) in active]
        for kind in FINDINGS:
            found += [
                Finding(uid, service.uid, kind, text, subject)
                for uid in present
                for subject, _, text in lists.get((uid, service.uid, kind), ())
            ]
        for uid in present:
            opinion = one_value(heads, (uid, service.uid, service.uid, Field.OPINION))
            if opinion is not None:
                found.append(Finding(uid, service.uid, Field.OPINION.value, opinion, service.uid))
    return tuple(found)


def active_pairs(expected: Expected) -> set[tuple[Uid, Uid]]:
    """Return the (evaluator, service) pairs of which at least one mark is expected."""
    active: dict[Uid, set[Uid]] = {}
    for (service, _), uids in expected.items():
        active.setdefault(service, set()).update(uids)
    return {(uid, service) for service, uids in active.items() for uid in uids}


def strays(definition: Definition, heads: Heads) -> tuple[StrayMark, ...]:
    """Return the marks in ``heads``, which nobody expects there (recused, reassigned), sorted."""
    found = [
        StrayMark(
            owner,
            service,
            subject,
            field,
            value,
            _origins(heads[owner, service, subject, field], value),
        )
        for owner, service, subject, field in heads
        for value in sorted(values(heads[owner, service, subject, field]) - {None}, key=str)
        if value is not None
    ]
    services = {row.uid: row.number for row in definition.services}
    evaluators = {row.uid: place for place, row in enumerate(definition.evaluators)}
    rubric = {row.uid: place for place, row in enumerate(definition.indicators)}
    return tuple(
        sorted(
            found,
            key=lambda row: (
                services.get(row.service, 0),
                rubric.get(row.indicator, 0),
                evaluators.get(row.evaluator, 0),
                row.field,
                row.value,
            ),
        )
    )


def _origins(group: Sequence[Revision], value: str) -> tuple[tuple[bytes, bytes], ...]:
    return tuple(sorted((row.id, row.author) for row in group if row.value == value))
