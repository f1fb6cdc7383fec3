"""Who does not score which service, and why: by assignment or by his own 회피."""

from workbench.definition.terms import Definition, Standing, Uid
from workbench.journal.fields import Field
from workbench.results.marks import Heads, own_recusals
from workbench.results.outcome import Recusal


def recusals(definition: Definition, heads: Heads) -> tuple[Recusal, ...]:
    """Return every recusal of an included service, by service number, evaluator and standing."""
    own, _ = own_recusals(definition, heads)
    given: dict[tuple[Uid, Uid], dict[tuple[Standing, str], list[Uid]]] = {}
    for evaluator in definition.evaluators:
        for charge in evaluator.charges:
            if charge.standing is not Standing.ASSIGNED:
                groups = given.setdefault((evaluator.uid, charge.service), {})
                key = (charge.standing, charge.reason)
                groups.setdefault(key, []).append(charge.indicator)
    found: list[Recusal] = []
    for service in (row.uid for row in definition.services if not row.exempt):
        for uid in (row.uid for row in definition.evaluators):
            found += [
                Recusal(uid, service, standing, reason, tuple(indicators))
                for (standing, reason), indicators in given.get((uid, service), {}).items()
            ]
            if (uid, service) in own:
                found.append(_own(definition, heads, uid, service))
    return tuple(found)


def _own(definition: Definition, heads: Heads, evaluator: Uid, service: Uid) -> Recusal:
    group = heads[evaluator, service, service, Field.RECUSAL]
    reasons = sorted({row.value for row in group if row.value is not None})
    indicators = tuple(
        uid for uid in definition.applies[service] if evaluator in definition.expected[service, uid]
    )
    return Recusal(evaluator, service, Standing.RECUSED, " / ".join(reasons), indicators)
