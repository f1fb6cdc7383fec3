"""What stands in the list of moderation: entries in sections, pure values."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.results.moderated import ModeratedRow, Pair
from workbench.results.outcome import IndicatorOutcome, ServiceOutcome, Verdict
from workbench.settling.meeting import Meeting, MeetingRow, Need

OTHERS_MOST = 200
"""So many other cells are listed for a search; a narrower one finds the rest."""


class Part(StrEnum):
    """The sections of the list, in their order."""

    STALE = "stale"
    OPEN = "open"
    DIFFERS = "differs"
    AGREED = "agreed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator of a service that can be chosen."""

    part: Part
    service: ServiceOutcome
    made: IndicatorOutcome
    meeting: MeetingRow | None = None
    agreed: ModeratedRow | None = None

    @property
    def pair(self) -> Pair:
        """Service and indicator."""
        return self.service.service.uid, self.made.indicator.uid


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a section."""

    part: Part
    count: int


_PARTS = {Need.STALE: Part.STALE, Need.OPEN: Part.OPEN, Need.DIFFERS: Part.DIFFERS}


def entries_of(meeting: Meeting, wanted: str = "") -> tuple[Entry, ...]:
    """Return the entries by section; with something ``wanted`` only those, wherever they stand."""
    agreed = {(row.service.uid, row.made.indicator.uid): row for row in meeting.agreed}
    services = {row.service.uid: row for row in meeting.outcome.services}
    found = [
        Entry(_PARTS[row.need], row.service, row.made, row, agreed.get(row.pair))
        for row in meeting.rows
    ]
    listed = {entry.pair for entry in found}
    found += [
        Entry(Part.AGREED, services[row.service.uid], row.made, None, row)
        for pair, row in agreed.items()
        if pair not in listed
    ]
    words = wanted.casefold().split()
    if not words:
        return tuple(found)
    found = [entry for entry in found if _fits(entry.service, entry.made, words)]
    return (*found, *_others(meeting, words, listed | agreed.keys()))


def _others(meeting: Meeting, words: list[str], listed: set[Pair]) -> tuple[Entry, ...]:
    found: list[Entry] = []
    for service in meeting.outcome.services:
        if service.verdict is Verdict.EXEMPT:
            continue
        for made in service.indicators:
            if (service.service.uid, made.indicator.uid) in listed or not made.marks:
                continue
            if _fits(service, made, words):
                found.append(Entry(Part.OTHER, service, made))
            if len(found) == OTHERS_MOST:
                return tuple(found)
    return tuple(found)


def _fits(service: ServiceOutcome, made: IndicatorOutcome, words: list[str]) -> bool:
    number, code = str(service.service.number), made.indicator.code.casefold()
    texts = (service.service.name.casefold(), made.indicator.name.casefold())
    return all(
        word == number if word.isdigit() else word in code or any(word in text for text in texts)
        for word in words
    )


def lines_of(entries: tuple[Entry, ...]) -> tuple[Entry | Heading, ...]:
    """Return the entries with a heading before each section."""
    lines: list[Entry | Heading] = []
    for part in Part:
        rows = [entry for entry in entries if entry.part is part]
        if rows:
            lines += [Heading(part, len(rows)), *rows]
    return tuple(lines)
