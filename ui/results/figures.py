"""In which order the services stand, as it is chosen and kept."""

from typing import Final

from workbench.definition.terms import Definition
from workbench.results.figures import by_gap, by_section, by_total, count
from workbench.results.outcome import Outcome, ServiceOutcome

__all__ = ["BY_GAP", "BY_NUMBER", "BY_TOTAL", "count", "in_order", "orders", "section_of"]

BY_TOTAL: Final = "total"
BY_NUMBER: Final = "number"
BY_GAP: Final = "gap"
_SECTION: Final = "section:"


def orders(definition: Definition) -> tuple[str, ...]:
    """Return every order there is: by total, number, distance from the cut, and each section."""
    sections = (f"{_SECTION}{section.code}" for section in definition.sections)
    return (BY_TOTAL, BY_NUMBER, BY_GAP, *sections)


def section_of(order: str) -> str:
    """Return the code of the section by whose points ``order`` sorts, empty where by none."""
    return order.removeprefix(_SECTION) if order.startswith(_SECTION) else ""


def in_order(outcome: Outcome, order: str) -> tuple[ServiceOutcome, ...]:
    """Return the services in ``order``; those without a total last, but by number."""
    if order == BY_NUMBER:
        return outcome.services
    if order == BY_GAP:
        return by_gap(outcome)
    section = section_of(order)
    return by_section(outcome, section) if section else by_total(outcome)
