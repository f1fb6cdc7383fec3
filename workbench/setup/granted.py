"""Resolved charges written back as rows of assignments that resolve to exactly the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.definition.applying import ALL
from workbench.definition.problems import runs
from workbench.definition.terms import Charge, Definition, SectionCode, Standing, Uid

Texts = Mapping[str, str]
Held = dict[str, list[tuple[str, Charge]]]
"""By evaluator code what he holds in one section of one service, each with its indicator code."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What one row says, its services apart."""

    evaluator: str
    sections: str
    standing: Standing
    reason: str


def assignment_texts(definition: Definition) -> Iterator[Texts]:
    """Yield the rows of the assignments sheet, by evaluator, standing and section.

    Where everybody who holds something in a section of a service holds all of it, the section is
    named; else the codes of everybody there, for a code named for one leaves the section grants
    of the others. What somebody is recused from is given by one row and taken by another, so that
    it was assigned once and the recusal is kept.
    """
    numbers: dict[_Words, list[int]] = {}
    held = _held(definition)
    for service in definition.services:
        for section in definition.sections:
            applying = sum(
                definition.indicator[uid].section is section.code
                for uid in definition.applies[service.uid]
            )
            for words in _rows(section.code, held.get((service.uid, section.code), {}), applying):
                numbers.setdefault(words, []).append(service.number)
    together: dict[tuple[str, str, Standing, str], list[str]] = {}
    for words in sorted(numbers, key=_order(definition)):
        row = (words.evaluator, service_list(numbers[words]), words.standing, words.reason)
        together.setdefault(row, []).append(words.sections)
    if not together:  # no service is evaluated; the sheet may not be empty all the same
        together[definition.evaluators[0].code, ALL, Standing.ASSIGNED, ""] = [ALL]
    for (evaluator, services, standing, reason), sections in together.items():
        yield {
            "evaluator": evaluator,
            "services": services,
            "sections": ";".join(sections),
            "status": standing.value,
            "reason": reason,
        }


def service_list(numbers: Iterable[int]) -> str:
    """Return service numbers as the assignments name them, neighbours drawn together: 1-9;12."""
    return runs(list(numbers)).replace(", ", ";")


def _held(definition: Definition) -> dict[tuple[Uid, SectionCode], Held]:
    found: dict[tuple[Uid, SectionCode], Held] = {}
    for evaluator in definition.evaluators:
        for charge in evaluator.charges:
            indicator = definition.indicator[charge.indicator]
            of_section = found.setdefault((charge.service, indicator.section), {})
            of_section.setdefault(evaluator.code, []).append((indicator.code, charge))
    return found


def _rows(section: SectionCode, held: Held, applying: int) -> Iterator[_Words]:
    is_whole = all(
        len(charges) == applying and len(_assigned_reasons(charges)) <= 1
        for charges in held.values()
    )
    for evaluator, charges in held.items():
        if is_whole:
            reason = next(iter(_assigned_reasons(charges)), "")
            yield _Words(evaluator, section.value, Standing.ASSIGNED, reason)
        else:
            yield from _named(evaluator, Standing.ASSIGNED, charges)
        recused = [row for row in charges if row[1].standing is not Standing.ASSIGNED]
        for standing in dict.fromkeys(row[1].standing for row in recused):
            of_standing = [row for row in recused if row[1].standing is standing]
            yield from _named(evaluator, standing, of_standing)


def _assigned_reasons(charges: list[tuple[str, Charge]]) -> set[str]:
    return {row.reason for _, row in charges if row.standing is Standing.ASSIGNED}


def _named(
    evaluator: str, standing: Standing, charges: list[tuple[str, Charge]]
) -> Iterator[_Words]:
    """Yield a row per reason; the reason of a recusal stands in the recusal's row only."""
    codes: dict[str, list[str]] = {}
    for code, charge in charges:
        reason = charge.reason if charge.standing is standing else ""
        codes.setdefault(reason, []).append(code)
    for reason, named in codes.items():
        yield _Words(evaluator, ";".join(named), standing, reason)


def _order(definition: Definition) -> Callable[[_Words], tuple[int, bool, int, str, str]]:
    people = {row.code: place for place, row in enumerate(definition.evaluators)}
    words = [row.code.value for row in definition.sections]
    words += definition.codes()
    places = {word: place for place, word in enumerate(words)}

    def key(row: _Words) -> tuple[int, bool, int, str, str]:
        first = row.sections.partition(";")[0]
        is_recused = row.standing is not Standing.ASSIGNED
        return (people[row.evaluator], is_recused, places[first], row.sections, row.reason)

    return key
