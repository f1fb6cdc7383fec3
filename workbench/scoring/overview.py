"""The whole book at a glance, kept up sheet by sheet: progress, flags, rows by indicator code."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from workbench.definition.terms import Rules, Uid
from workbench.scoring.patterns import Asked, OwnMarks, below_mean, share_of_sum
from workbench.scoring.sheet import DONE, MarkRow, ServiceSheet, SheetState

if TYPE_CHECKING:
    from fractions import Fraction

_DANGLING = " (\uff08·,-"
"""What a shared beginning must not end in: a bracket or a dash that opens what differs."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the whole book is; recused services stand apart."""

    services: int
    services_done: int
    expected: int
    given: int
    recused: int


class Overview:
    """Every sheet of a book and what follows from all of them together."""

    def __init__(self, rules: Rules, sheets: Iterable[ServiceSheet]) -> None:
        """Take in the sheets of the book by service number."""
        self._sheets = {sheet.service.uid: sheet for sheet in sheets}
        self._rows = {uid: _by_code(sheet) for uid, sheet in self._sheets.items()}
        self.own = OwnMarks(rules, tuple(self._sheets.values()))
        self._asked: dict[Uid, dict[str, Asked]] = {
            uid: self._asked_in(uid) for uid in self._sheets
        }
        self._below: frozenset[Uid] | None = None
        self._shares: dict[Uid, Fraction] = {}
        self._open: dict[str, set[Uid]] = {}
        self._counted: dict[str, set[Uid]] = {}
        self._names: dict[str, str] = {}
        for uid in self._sheets:
            self._note(uid)
        self.codes: tuple[str, ...] = _rubric_order(self._sheets.values())

    @property
    def services(self) -> tuple[Uid, ...]:
        """The services of the book in their order."""
        return tuple(self._sheets)

    def sheet(self, service: Uid) -> ServiceSheet:
        """Return the present sheet of a service."""
        return self._sheets[service]

    def row(self, service: Uid, code: str) -> MarkRow | None:
        """Return the row of an indicator code in a service, None where it does not apply."""
        return self._rows[service].get(code)

    def rows(self, code: str) -> tuple[tuple[ServiceSheet, MarkRow], ...]:
        """Return the row of an indicator code in every service that has it."""
        return tuple(
            (self._sheets[uid], rows[code]) for uid, rows in self._rows.items() if code in rows
        )

    def take(self, sheet: ServiceSheet) -> frozenset[Uid]:
        """Take in a sheet as it is now and return the services that look different for it."""
        uid = sheet.service.uid
        self._sheets[uid] = sheet
        self._rows[uid] = _by_code(sheet)
        self._below = None
        self._note(uid)
        changed = {uid}
        for code in self.own.take(sheet):
            changed |= {other for other in self._sheets if self._ask_again(other, code)}
        self._asked[uid] = self._asked_in(uid)
        return frozenset(changed)

    def asked(self, service: Uid, code: str) -> Asked | None:
        """Return why the mark of a code in a service asks for a comment, if it does."""
        return self._asked[service].get(code)

    def flagged(self, service: Uid) -> int:
        """Return how many marks of a service ask for a comment."""
        return len(self._asked[service])

    def open_in(self, code: str) -> frozenset[Uid]:
        """Return the services in which the mark of a code is missing or does not count yet."""
        return frozenset(self._open.get(code, ()))

    def counted_in(self, code: str) -> frozenset[Uid]:
        """Return the services whose mark of a code counts: those that are not recused."""
        return frozenset(self._counted.get(code, ()))

    def asks(self, code: str) -> bool:
        """Say whether the mark of a code asks for a comment in any service."""
        return any(code in asked for asked in self._asked.values())

    def name(self, code: str) -> str:
        """Return what an indicator is called in all services: what its names have in common."""
        if code not in self._names:
            names = [row.indicator.name for _, row in self.rows(code)]
            alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False))
            self._names[code] = "".join(it[0] for it in alike).rstrip(_DANGLING) or code
        return self._names[code]

    def below_mean(self) -> frozenset[Uid]:
        """Return the complete services whose sum lies below the own mean."""
        if self._below is None:
            self._below = below_mean(self._shares)
        return self._below

    def progress(self) -> Progress:
        """Count services and marks over the whole book."""
        counted = [
            sheet for sheet in self._sheets.values() if sheet.state is not SheetState.RECUSED
        ]
        return Progress(
            services=len(counted),
            services_done=sum(sheet.state is SheetState.COMPLETE for sheet in counted),
            expected=sum(sheet.expected for sheet in counted),
            given=sum(sheet.given for sheet in counted),
            recused=len(self._sheets) - len(counted),
        )

    def _note(self, service: Uid) -> None:
        sheet = self._sheets[service]
        share = share_of_sum(sheet)
        if share is None:
            self._shares.pop(service, None)
        else:
            self._shares[service] = share
        counts = sheet.state is not SheetState.RECUSED
        for code, row in self._rows[service].items():
            _put(self._counted, code, service, is_in=counts)
            _put(self._open, code, service, is_in=counts and row.mark.state not in DONE)

    def _ask_again(self, service: Uid, code: str) -> bool:
        """Judge one mark anew and say whether that made a difference."""
        row = self._rows[service].get(code)
        if row is None:
            return False
        asked = self.own.asked(self._sheets[service], row)
        before = self._asked[service].pop(code, None)
        if asked is not None:
            self._asked[service][code] = asked
        return asked is not before

    def _asked_in(self, service: Uid) -> dict[str, Asked]:
        sheet = self._sheets[service]
        found = ((code, self.own.asked(sheet, row)) for code, row in self._rows[service].items())
        return {code: asked for code, asked in found if asked is not None}


def _put(sets: dict[str, set[Uid]], code: str, service: Uid, *, is_in: bool) -> None:
    """Let ``service`` be in the set of a code, or not."""
    services = sets.setdefault(code, set())
    if is_in:
        services.add(service)
    else:
        services.discard(service)


def _by_code(sheet: ServiceSheet) -> dict[str, MarkRow]:
    return {row.indicator.code: row for row in sheet.rows()}


def _rubric_order(sheets: Iterable[ServiceSheet]) -> tuple[str, ...]:
    """Return every code once, sections in their order and codes as the services have them."""
    by_section: dict[str, dict[str, None]] = {}
    for sheet in sheets:
        for section in sheet.sections:
            own = by_section.setdefault(section.section.code, {})
            own.update(dict.fromkeys(row.indicator.code for row in section.rows))
    return tuple(code for codes in by_section.values() for code in codes)
