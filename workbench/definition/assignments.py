"""The assignments sheet: each row becomes a grant to one evaluator."""

from collections import defaultdict
from dataclasses import dataclass, field

from workbench.definition.applying import ALL, assigned_services
from workbench.definition.assigning import Grant
from workbench.definition.cells import choice, entries, required
from workbench.definition.problems import shown
from workbench.definition.roster import Evaluators, Services
from workbench.definition.rubric import Rubric, Sections
from workbench.definition.tables import Row, Table
from workbench.definition.terms import Standing, Uid

_NOBODY = b""


@dataclass(slots=True)
class Assignments:
    """The rows as grants; ``doubtful`` is the most that rows not read in full may have meant."""

    table: Table
    grants: list[Grant] = field(default_factory=list)
    doubtful: list[Grant] = field(default_factory=list)


def read_assignments(
    table: Table, sections: Sections, rubric: Rubric, services: Services, evaluators: Evaluators
) -> Assignments:
    """Return the rows of the assignments as grants; problems are added to the table."""
    assignments = Assignments(table)
    uids = _Uids(sections, rubric, services)
    for row in table.rows:
        numbers = assigned_services(row, services)
        by_section, by_code = uids.indicators(row)
        grant = Grant(
            evaluator=_evaluator(row, evaluators),
            services=uids.every_service if row.lacks("services") else uids.services(numbers),
            by_section=uids.every_indicator if row.lacks("sections") else by_section,
            by_code=by_code,
            standing=choice(row, "status", Standing, empty=Standing.ASSIGNED),
            reason=row.text("reason"),
        )
        is_doubtful = row.lacks("evaluator", "services", "sections", "status")
        (assignments.doubtful if is_doubtful else assignments.grants).append(grant)
    return assignments


class _Uids:
    """What the words of a row stand for; equal sets are one object, for many rows say ``all``."""

    def __init__(self, sections: Sections, rubric: Rubric, services: Services) -> None:
        self._service = {number: row.uid for number, row in services.by_number.items()}
        self._is_rubric_whole = rubric.is_complete and sections.is_complete
        self._of_section: dict[str, set[Uid]] = {code.value: set() for code in sections.by_code}
        self._of_code: dict[str, set[Uid]] = defaultdict(set)
        for entry in rubric.rows:
            self._of_section.setdefault(entry.section, set()).add(entry.indicator.uid)
            self._of_code[entry.code].add(entry.indicator.uid)
        self._chosen: dict[frozenset[int], frozenset[Uid]] = {}
        self.every_service = frozenset(self._service.values())
        self.every_indicator = frozenset(entry.indicator.uid for entry in rubric.rows)

    def services(self, numbers: frozenset[int]) -> frozenset[Uid]:
        """Return the services of these numbers."""
        if numbers not in self._chosen:
            self._chosen[numbers] = frozenset(self._service[number] for number in numbers)
        return self._chosen[numbers]

    def indicators(self, row: Row) -> tuple[frozenset[Uid], frozenset[Uid]]:
        """Return the indicators meant by all or by section, and those named one by one."""
        text = required(row, "sections")
        if text == ALL:
            return self.every_indicator, frozenset()
        by_section: set[Uid] = set()
        by_code: set[Uid] = set()
        for word in entries(text):
            if word in self._of_section:
                by_section |= self._of_section[word]
            elif word in self._of_code:
                by_code |= self._of_code[word]
            elif self._is_rubric_whole:
                row.refuse("sections", "definition_assigned_unknown", value=shown(word))
        return frozenset(by_section), frozenset(by_code)


def _evaluator(row: Row, evaluators: Evaluators) -> Uid:
    code = row.text("evaluator")
    if row.lacks("evaluator"):
        return _NOBODY
    if not code:
        row.refuse("evaluator", "definition_nobody")
        return _NOBODY
    found = evaluators.by_code.get(code.casefold())
    if found is None and evaluators.is_complete:
        row.refuse("evaluator", "definition_evaluator_unknown")
    return found.uid if found else _NOBODY
