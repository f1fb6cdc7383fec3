"""The three orders of work, and what each of them leads through."""

from dataclasses import dataclass
from enum import StrEnum

from ui.scoring.desk import ScoringDesk
from workbench.definition.terms import Uid


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
        return desk.overview.asks(subject.code)
    return desk.overview.flagged(subject.service) > 0


def next_open(desk: ScoringDesk, after: Subject) -> Subject | None:
    """Return the next subject with something left to do, going round; not ``after``."""
    order = subjects(desk, after.order)
    start = order.index(after) + 1
    round_trip = (*order[start:], *order[: start - 1])
    return next((subject for subject in round_trip if is_open(desk, subject)), None)
