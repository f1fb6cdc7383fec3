"""Which services a cell names: ``applies_to`` of indicators, ``services`` of assignments."""

import re
from typing import Final

from workbench.definition.cells import entries, required
from workbench.definition.problems import shown
from workbench.definition.roster import MAX_NUMBER, Services
from workbench.definition.tables import Row
from workbench.text import half_width

ALL: Final = "all"

_UNFIT: Final = {
    "applies_to": "definition_applies_to_unfit",
    "services": "definition_services_unfit",
}
_TYPE: Final = "type:"
_SERVICE: Final = "service:"
_NUMBER: Final = re.compile("[0-9]{1,12}")
_RANGE: Final = re.compile("([0-9]{1,12}) *- *([0-9]{1,12})")
_DATE: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*")


def applicable(row: Row, services: Services) -> frozenset[int]:
    """Return the numbers of the services that ``applies_to`` of an indicator names."""
    text = required(row, "applies_to")
    if row.lacks("applies_to"):
        return frozenset()
    if text == ALL:
        return frozenset(services.by_number)
    if text.startswith(_TYPE):
        return _of_type(row, text.removeprefix(_TYPE).strip(), services)
    listed = list(entries(text.removeprefix(_SERVICE)))
    if not text.startswith(_SERVICE) or not listed:
        row.refuse("applies_to", _UNFIT["applies_to"])
        return frozenset()
    numbers = {_single(row, "applies_to", entry, services) for entry in listed}
    return frozenset(numbers & services.by_number.keys())


def _of_type(row: Row, name: str, services: Services) -> frozenset[int]:
    numbers = services.of_type(name)
    if services.is_complete and (not name or not numbers):
        row.refuse("applies_to", "definition_type_unknown", value=shown(name))
    return numbers


def assigned_services(row: Row, services: Services) -> frozenset[int]:
    """Return the numbers of the services that an assignment names: all, or 1;2;5-9."""
    text = required(row, "services")
    if row.lacks("services"):
        return frozenset()
    if text == ALL:
        return frozenset(services.by_number)
    numbers: set[int] = set()
    for entry in entries(half_width(text)):
        found = _RANGE.fullmatch(entry)
        if not found:
            numbers.add(_single(row, "services", entry, services))
            continue
        low, high = int(found[1]), int(found[2])
        if low > high or not 1 <= low <= high <= MAX_NUMBER:
            row.refuse("services", "definition_range_unfit", value=entry)
        numbers.update(range(low, min(high, MAX_NUMBER) + 1))
    existing = frozenset(numbers & services.by_number.keys())
    if not existing and services.is_complete and not row.lacks("services"):
        row.refuse("services", "definition_services_none")
    return existing


def _single(row: Row, column: str, entry: str, services: Services) -> int:
    typed = half_width(entry)
    if _DATE.fullmatch(typed):
        row.refuse(column, "definition_services_date", value=shown(entry))
        return 0
    if not _NUMBER.fullmatch(typed):
        row.refuse(column, _UNFIT[column], value=shown(entry))
        return 0
    if int(typed) not in services.by_number and services.is_complete:
        row.refuse(column, "definition_service_unknown", value=shown(entry))
    return int(typed)
