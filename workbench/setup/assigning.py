"""Who scores what, as a matrix of services and sections: read from sheets and changed in them.

Changes are made in the rows of the assignments themselves, so that rows that do not concern them
stay as they were typed, and a definition that is not fit yet can be assigned as well.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from workbench.definition.applying import ALL, assigned_services
from workbench.definition.cells import entries
from workbench.definition.reading import DraftedDefinition
from workbench.definition.terms import Charge, Evaluator, Standing
from workbench.setup.granted import service_list
from workbench.setup.reading import drafted
from workbench.setup.sheets import SheetRow, Sheets

ASSIGNMENTS = "assignments"

Wanted = Mapping[tuple[str, tuple[str, ...]], Collection[int]]
"""By section and the codes of those who shall score it: the services in which they shall."""


class Holder(NamedTuple):
    """Who holds something in a cell of the matrix, and whether it counts."""

    code: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One service: its cells by section code; an exempt one has none."""

    number: int
    name: str
    is_exempt: bool
    cells: Mapping[str, tuple[Holder, ...]]
    indicators: Mapping[tuple[str, Holder], tuple[str, ...]]
    """By section and holder the codes of the indicators that he holds there."""
    applying: Mapping[str, tuple[str, ...]]
    """By section the codes of all indicators that apply."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """All services by number and all sections in their order."""

    sections: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """How much one person has to score."""

    code: str
    name: str
    services: int
    marks: int


class Grant(NamedTuple):
    """One row of the assignments with its services; none where the row cannot be read."""

    row: SheetRow
    numbers: frozenset[int]

    @property
    def is_recusal(self) -> bool:
        """Say whether the row takes away instead of giving."""
        return self.row.text("status") not in ("", Standing.ASSIGNED.value)


def matrix(found: DraftedDefinition) -> Matrix:
    """Return who holds what, as far as the sheets could be read."""
    definition = found.definition
    sections = tuple(row.code.value for row in definition.sections)
    held: dict[tuple[int, str], dict[Holder, list[str]]] = {}
    for evaluator in definition.evaluators:
        for charge in evaluator.charges:
            number = definition.service[charge.service].number
            indicator = definition.indicator[charge.indicator]
            cell = held.setdefault((number, indicator.section.value), {})
            holder = Holder(evaluator.code, charge.standing)
            cell.setdefault(holder, []).append(indicator.code)
    rows = []
    for service in definition.services:
        cells = {code: held.get((service.number, code), {}) for code in sections}
        applying: dict[str, list[str]] = {code: [] for code in sections}
        for uid in definition.applies[service.uid]:
            indicator = definition.indicator[uid]
            applying.setdefault(indicator.section.value, []).append(indicator.code)
        rows.append(
            MatrixRow(
                number=service.number,
                name=service.name,
                is_exempt=service.exempt,
                cells={code: tuple(cell) for code, cell in cells.items()},
                indicators={
                    (code, holder): tuple(codes)
                    for code, cell in cells.items()
                    for holder, codes in cell.items()
                },
                applying={code: tuple(codes) for code, codes in applying.items()},
            )
        )
    return Matrix(sections, tuple(rows))


def loads(found: DraftedDefinition) -> tuple[Load, ...]:
    """Return how much everybody in the roster has to score, in roster order."""
    return tuple(
        Load(
            code=row.code,
            name=row.name,
            services=len({charge.service for charge in _counted(row)}),
            marks=sum(1 for _ in _counted(row)),
        )
        for row in found.definition.evaluators
    )


def _counted(evaluator: Evaluator) -> Iterator[Charge]:
    return (row for row in evaluator.charges if row.standing is Standing.ASSIGNED)


def assign(sheets: Sheets, numbers: Collection[int], section: str, codes: Iterable[str]) -> Sheets:
    """Return ``sheets`` with exactly ``codes`` assigned in ``section`` of the services ``numbers``.

    Recusals there stay on record and still beat what is assigned.
    """
    return assign_each(sheets, {(section, tuple(codes)): numbers})


def assign_each(sheets: Sheets, wanted: Wanted) -> Sheets:
    """Return ``sheets`` with exactly the wanted people in all wanted cells, as by ``assign``.

    No cell is wanted twice: what a cell holds does not depend on any other, so that the sheets
    are read once, however many cells there are.
    """
    return _put(sheets, drafted(sheets), wanted)


def _put(sheets: Sheets, found: DraftedDefinition, wanted: Wanted) -> Sheets:
    """Do what ``assign_each`` does to ``sheets``, of which ``found`` could be read."""
    if not wanted:
        return sheets
    grants = list(_grants(sheets, found))
    for (section, codes), numbers in wanted.items():
        grants = _assigned(grants, frozenset(numbers), section, codes, found)
    return sheets.replaced(ASSIGNMENTS, drawn_together(grants))


def _assigned(
    grants: Iterable[Grant],
    numbers: frozenset[int],
    section: str,
    codes: Iterable[str],
    found: DraftedDefinition,
) -> list[Grant]:
    words = {section, *(entry.code for entry in found.rubric.rows if entry.section == section)}
    kept: list[Grant] = []
    for grant in grants:
        if not numbers & grant.numbers:
            kept.append(grant)
        elif grant.is_recusal:
            kept += _by_code(grant, numbers, section, found)
        else:
            kept += _split(
                grant, numbers, [word for word in _words(grant, found) if word not in words]
            )
    kept += [_granted(code, numbers, section, Standing.ASSIGNED, "") for code in codes if numbers]
    return kept


def recuse(
    sheets: Sheets, code: str, numbers: Collection[int], standing: Standing, reason: str
) -> Sheets:
    """Return ``sheets`` with ``code`` recused from all he holds of the services ``numbers``.

    It replaces earlier recusals of his there; with ``Standing.ASSIGNED`` they are only lifted.
    """
    meant = frozenset(numbers)
    kept: list[Grant] = []
    for grant in _grants(sheets, drafted(sheets)):
        is_his = grant.row.text("evaluator").casefold() == code.casefold()
        if is_his and grant.is_recusal and meant & grant.numbers:
            kept += _split(grant, meant, [])
        else:
            kept.append(grant)
    if standing is not Standing.ASSIGNED and meant:
        kept.append(_granted(code, meant, ALL, standing, reason))
    return sheets.replaced(ASSIGNMENTS, drawn_together(kept))


def balance(sheets: Sheets, section: str, codes: Collection[str]) -> Sheets:
    """Return ``sheets`` with one of ``codes`` for each service, as evenly as recusals allow.

    A service from which all of them are recused stays as it is.
    """
    found = drafted(sheets)
    recused = {
        (row.number, holder.code)
        for row in matrix(found).rows
        for holder in row.cells.get(section, ())
        if holder.standing is not Standing.ASSIGNED
    }
    given: dict[str, list[int]] = {code: [] for code in codes}
    numbers = [row.number for row in found.definition.services if not row.exempt]
    free = {number: [code for code in given if (number, code) not in recused] for number in numbers}
    for number in sorted(numbers, key=lambda each: (len(free[each]), each)):
        if free[number]:
            given[min(free[number], key=lambda code: len(given[code]))].append(number)
    shared: Wanted = {(section, (code,)): services for code, services in given.items() if services}
    return _put(sheets, found, shared)


def _grants(sheets: Sheets, found: DraftedDefinition) -> Iterator[Grant]:
    read = {row.number - 2: row for row in found.assignments.table.rows}
    for at, row in enumerate(sheets.of(ASSIGNMENTS)):
        is_read = at in read and not read[at].lacks("services", "sections", "status")
        yield Grant(row, assigned_services(read[at], found.services) if is_read else frozenset())


def _words(grant: Grant, found: DraftedDefinition) -> list[str]:
    said = list(entries(grant.row.text("sections")))
    if said == [ALL]:
        return [section.code.value for section in found.definition.sections]
    return said


def _split(grant: Grant, numbers: frozenset[int], words: list[str]) -> list[Grant]:
    """Return ``grant`` with other ``words`` for ``numbers``, as it is for its other services."""
    if words == list(entries(grant.row.text("sections"))):
        return [grant]
    parts = [(grant.numbers - numbers, grant.row.text("sections"))]
    parts += [(grant.numbers & numbers, ";".join(words))]
    return [
        Grant(_with(grant.row, services=service_list(of_part), sections=text), of_part)
        for of_part, text in parts
        if of_part and text
    ]


def _by_code(
    grant: Grant, numbers: frozenset[int], section: str, found: DraftedDefinition
) -> list[Grant]:
    """Name one by one what a recusal takes in ``section``: it outlives the grant it took from."""
    words = _words(grant, found)
    if section not in words:
        return [grant]
    held = _recused_codes(grant.row.text("evaluator"), section, found)
    parts: list[Grant] = [*_split(grant, numbers, [])]
    for number in sorted(grant.numbers & numbers):
        named = [word for word in words if word != section]
        named += [code for code in held.get(number, ()) if code not in named]
        whole = Grant(grant.row, frozenset({number}))
        parts += _split(whole, whole.numbers, named)
    return parts


def _recused_codes(evaluator: str, section: str, found: DraftedDefinition) -> dict[int, list[str]]:
    definition = found.definition
    codes: dict[int, list[str]] = {}
    for row in definition.evaluators:
        for charge in row.charges if row.code.casefold() == evaluator.casefold() else ():
            indicator = definition.indicator[charge.indicator]
            if indicator.section == section and charge.standing is not Standing.ASSIGNED:
                number = definition.service[charge.service].number
                codes.setdefault(number, []).append(indicator.code)
    return codes


def _granted(
    code: str, numbers: frozenset[int], sections: str, standing: Standing, reason: str
) -> Grant:
    texts = {
        "evaluator": code,
        "services": service_list(numbers),
        "sections": sections,
        "status": standing.value,
        "reason": reason,
    }
    return Grant(SheetRow(None, texts), numbers)


def _with(row: SheetRow, **texts: str) -> SheetRow:
    return SheetRow(row.uid, {**row.texts, **texts})


def drawn_together(grants: Iterable[Grant]) -> tuple[SheetRow, ...]:
    """Return the rows of ``grants``, those that differ in services or in sections alone as one."""
    by_services: dict[object, Grant] = {}
    for at, grant in enumerate(grants):
        key: object = (_said(grant.row), grant.row.text("sections")) if grant.numbers else at
        before = by_services.get(key)
        if before is not None and not grant.numbers <= before.numbers:
            union = before.numbers | grant.numbers
            grant = Grant(_with(before.row, services=service_list(union)), union)
        elif before is not None:
            continue
        by_services[key] = grant
    together: dict[object, SheetRow] = {}
    for at, grant in enumerate(by_services.values()):
        key = (_said(grant.row), grant.numbers) if grant.numbers else at
        earlier = together.get(key)
        sections = grant.row.text("sections")
        if earlier is not None and ALL not in (sections, earlier.text("sections")):
            words = dict.fromkeys([*entries(earlier.text("sections")), *entries(sections)])
            together[key] = _with(earlier, sections=";".join(words))
        elif earlier is None or sections == ALL:
            together[key] = grant.row
    return tuple(together.values())


def _said(row: SheetRow) -> tuple[str, str, str]:
    status = row.text("status") or Standing.ASSIGNED.value
    return row.text("evaluator").casefold(), status, row.text("reason")
