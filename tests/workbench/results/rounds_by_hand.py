"""Definitions and heads made by hand: no file, no roster, only what the result follows from."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from models.journal import Revision
from workbench.definition.terms import (
    Aggregation,
    Charge,
    Definition,
    Evaluator,
    Indicator,
    Kind,
    Measure,
    Rules,
    Scale,
    Section,
    SectionCode,
    Service,
    Standing,
)
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.results.outcome import Outcome

COMMON, INDIVIDUAL, SATISFACTION = SectionCode
VERSION = b"v" * 32

Typed = tuple[str, int, str, str, str | None]
"""Evaluator, service number, indicator (empty for a field of the service), field, value."""


def uid(text: str) -> bytes:
    return text.encode().ljust(16, b".")


def rules(**changed: Any) -> Rules:
    return Rules(**{"title": "시험", "year": 2024, "sequence": 1, "cut": Decimal(75)} | changed)


def indicator(code: str, section: SectionCode, most: str, **changed: Any) -> Indicator:
    given: dict[str, Any] = {
        "uid": uid(f"i{code}"),
        "code": code,
        "section": section,
        "group": "",
        "name": code,
        "kind": Kind.QUALITATIVE,
        "scale": Scale.POINTS,
        "max_points": Decimal(most),
        "step": Decimal("0.01"),
        "applies_to": "all",
        "aggregation": Aggregation.MEAN,
    }
    return Indicator(**given | changed)


def measured(code: str, section: SectionCode, most: str, measure: Measure | None) -> Indicator:
    return indicator(code, section, most, scale=Scale.MEASURE, measure=measure)


def service(number: int, **changed: Any) -> Service:
    return Service(uid(f"s{number}"), number, f"가상 사무 {number}", **changed)


def evaluator(
    code: str, given: Iterable[tuple[Service, Indicator]], standing: Standing = Standing.ASSIGNED
) -> Evaluator:
    charges = tuple(Charge(where.uid, what.uid, standing) for where, what in given)
    return Evaluator(uid(f"e{code}"), code, f"김{code}", charges=charges)


def definition(
    ruled: Rules,
    indicators: Iterable[Indicator],
    services: Iterable[Service],
    evaluators: Iterable[Evaluator],
    sections: Mapping[SectionCode, str] | None = None,
) -> Definition:
    rows = tuple(indicators)
    maxima = sections or {
        code: str(sum(row.max_points for row in rows if row.section is code))
        for code in SectionCode
    }
    return Definition(
        ruled,
        tuple(Section(code, code.value, Decimal(most)) for code, most in maxima.items()),
        rows,
        tuple(services),
        tuple(evaluators),
        {row.uid: tuple(one.uid for one in rows) for row in services},
    )


def simple(team: int, *indicators: Indicator, count: int = 1, **changed: Any) -> Definition:
    """Everybody of the team scores every indicator of every service."""
    services = [service(number) for number in range(1, count + 1)]
    everything = [(where, what) for where in services for what in indicators]
    people = [evaluator(f"E{number}", everything) for number in range(1, team + 1)]
    return definition(rules(**changed), indicators, services, people)


def heads(typed: Iterable[Typed]) -> dict[tuple[bytes, bytes, bytes, str], tuple[Revision, ...]]:
    """The heads of what was typed; the same cell twice is two heads."""
    groups: dict[tuple[bytes, bytes, bytes, str], list[Revision]] = defaultdict(list)
    for at, (who, number, code, field, value) in enumerate(typed):
        where = uid(f"s{number}")
        cell = (uid(f"e{who}"), where, uid(f"i{code}") if code else where, field)
        row = Revision(at.to_bytes(32), *cell, value, cell[0], b"r" * 16, at + 1, VERSION, 0, b"")
        groups[cell].append(row)
    return {cell: tuple(rows) for cell, rows in groups.items()}


def outcome(made: Definition, *typed: Typed) -> Outcome:
    return compute(made, heads(typed))
