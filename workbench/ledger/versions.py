"""Result versions: what was issued before objections, kept whole, and what differs since."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workbench.definition.terms import Uid
from workbench.exact import printed
from workbench.ledger.entries import history
from workbench.results.outcome import Outcome, ServiceOutcome
from workbench.results.scoring import compute
from workbench.rounds.desk import RoundDesk
from workbench.rounds.finality import require_open, state_hash
from workbench.rounds.history import record_event
from workbench.rounds.state import read_state
from workbench.scoring.values import stored_text


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One service as it stood in a version; numbers as printed, None where it did not count."""

    service: Uid
    number: int
    name: str
    total: str | None
    verdict: str
    rank: int | None
    sections: Mapping[str, str]
    """By section code; empty where the service did not count."""
    points: Mapping[str, str]
    """By indicator code, of every indicator that had points."""
    adjusted: str | None = None
    """What adjustments added; None where there were none or the service did not count."""


@dataclass(frozen=True, slots=True)
class ResultVersion:
    """A result as it was issued; number 0 is the present one, not issued."""

    number: int
    at: int
    note: str
    average: str | None
    counted: int
    below: tuple[int, ...]
    services: tuple[VersionRow, ...]
    state: str
    """Hash of the state it rests on, in hexadecimal; empty for the present one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One number or verdict that differs between two versions; None where there was none."""

    service: Uid
    number: int
    name: str
    what: str
    """``total``, ``verdict``, ``rank``, ``adjusted``, a section code or an indicator code."""
    before: str | None
    after: str | None


def versions(desk: RoundDesk) -> tuple[ResultVersion, ...]:
    """Return every version that was issued, first to last."""
    return tuple(
        _from_detail(entry.at, entry.detail)
        for entry in history(desk).entries
        if entry.kind == "issued"
    )


def issue_version(desk: RoundDesk, note: str) -> ResultVersion:
    """Keep the present result whole as the next version.

    Raises:
        MergeError: the round is final.
        StoreError: the disk refuses; nothing is stored.
    """
    number = len(versions(desk)) + 1
    with desk.store.write() as connection:
        require_open(connection)
        state = read_state(connection)
        outcome = compute(state.definition, state.heads, state.versions)
        detail = _as_detail(as_version(outcome)) | {
            "version": number,
            "note": stored_text(note) or "",
            "state": state_hash(state, outcome),
        }
        record_event(connection, "issued", **detail)
    return versions(desk)[-1]


def as_version(outcome: Outcome) -> ResultVersion:
    """Return the present result in the form of a version."""
    places = outcome.definition.rules.score_places
    return ResultVersion(
        number=0,
        at=0,
        note="",
        average=_text(outcome.average, places),
        counted=outcome.counted,
        below=outcome.below,
        services=tuple(_row(service, places) for service in outcome.services),
        state="",
    )


def difference(earlier: ResultVersion, later: ResultVersion) -> tuple[Difference, ...]:
    """Return what differs, by service number; totals and verdicts before what they are made of."""
    before = {row.service: row for row in earlier.services}
    after = {row.service: row for row in later.services}
    known = before | after
    return tuple(
        Difference(uid, row.number, row.name, what, old.get(what), new.get(what))
        for uid, row in sorted(known.items(), key=lambda item: item[1].number)
        for old, new in ((_flat(before.get(uid)), _flat(after.get(uid))),)
        for what in dict.fromkeys((*old, *new))
        if old.get(what) != new.get(what)
    )


def _flat(row: VersionRow | None) -> dict[str, str | None]:
    if row is None:
        return {}
    rank = None if row.rank is None else str(row.rank)
    whole: dict[str, str | None] = {"total": row.total, "verdict": row.verdict, "rank": rank}
    if row.adjusted is not None:
        whole["adjusted"] = row.adjusted
    # an indicator may have the code "rank" or that of a section: the larger thing keeps the word
    return {**whole, **row.sections, **row.points, **row.sections, **whole}


def _row(row: ServiceOutcome, places: int) -> VersionRow:
    return VersionRow(
        service=row.service.uid,
        number=row.service.number,
        name=row.service.name,
        total=_text(row.total, places),
        verdict=row.verdict.value,
        rank=row.rank,
        sections={code: printed(points, places) for code, points in (row.sections or {}).items()},
        points={
            made.indicator.code: printed(made.points, places)
            for made in row.indicators
            if made.points is not None
        },
        adjusted=_text(row.adjusted, places) if row.adjustments and row.total is not None else None,
    )


def _text(number: Decimal | None, places: int) -> str | None:
    return None if number is None else printed(number, places)


def _as_detail(version: ResultVersion) -> dict[str, Any]:
    return {
        "average": version.average,
        "counted": version.counted,
        "below": list(version.below),
        "services": [
            {
                "service": row.service.hex(),
                "number": row.number,
                "name": row.name,
                "total": row.total,
                "verdict": row.verdict,
                "rank": row.rank,
                "sections": {str(code): points for code, points in row.sections.items()},
                "points": dict(row.points),
                "adjusted": row.adjusted,
            }
            for row in version.services
        ],
    }


def _from_detail(at: int, detail: Mapping[str, Any]) -> ResultVersion:
    return ResultVersion(
        number=detail["version"],
        at=at,
        note=detail["note"],
        average=detail["average"],
        counted=detail["counted"],
        below=tuple(detail["below"]),
        services=tuple(
            VersionRow(**row | {"service": bytes.fromhex(row["service"])})
            for row in detail["services"]
        ),
        state=detail["state"],
    )
