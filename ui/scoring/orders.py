"""The three orders of work, and what each of them leads through."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from ui.scoring.desk import ScoringDesk
from workbench.definition.terms import Uid

_DANGLING = " (\uff08·,-"
"""What a shared beginning must not end in: a bracket or a dash that opens what differs."""


class Order(StrEnum):
    """By service, one indicator through all services, or everything as a table."""

    SERVICE = "service"
    INDICATOR = "indicator"
    GRID = "grid"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sheet shows: one service, or one indicator code through all services."""

    order: Order
    service: Uid = b""
    code: str = ""


def subjects(desk: ScoringDesk, order: Order) -> tuple[Subject, ...]:
    """Return what an order of work leads through, one after the other."""
    if order is Order.INDICATOR:
        return tuple(Subject(order, code=code) for code in desk.overview.codes)
    return tuple(Subject(order, service=uid) for uid in desk.services())


def is_open(desk: ScoringDesk, subject: Subject) -> bool:
    """Say whether something is left to do for a subject."""
    if subject.order is Order.INDICATOR:
        return bool(desk.open_in(subject.code))
    return desk.is_open(subject.service)


def is_flagged(desk: ScoringDesk, subject: Subject) -> bool:
    """Say whether some mark of a subject asks for a comment."""
    if subject.order is Order.INDICATOR:
        return any(desk.overview.asked(uid, subject.code) for uid in desk.services())
    return desk.overview.flagged(subject.service) > 0


def next_open(desk: ScoringDesk, after: Subject) -> Subject | None:
    """Return the next subject with something left to do, going round; not ``after``."""
    order = subjects(desk, after.order)
    start = order.index(after) + 1
    round_trip = (*order[start:], *order[: start - 1])
    return next((subject for subject in round_trip if is_open(desk, subject)), None)


def name_of_code(desk: ScoringDesk, code: str) -> str:
    """Return what an indicator is called in all services: what its names have in common."""
    names = [row.indicator.name for _, row in desk.overview.rows(code)]
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False))
    return "".join(letters[0] for letters in alike).rstrip(_DANGLING) or code
