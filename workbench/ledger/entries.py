"""The history of a round as people read it: every event in words, with its reason, chained."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from models.errors import AppError
from models.imports import Event, events
from workbench.rounds.desk import RoundDesk
from workbench.rounds.history import broken_link

Detail = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened to the round."""

    number: int
    at: int
    """Milliseconds since 1970, UTC; shown, never deciding."""
    kind: str
    words: AppError
    """What happened, spelt out in the reader's language."""
    reason: str
    detail: Detail


@dataclass(frozen=True, slots=True)
class History:
    """Everything that happened, oldest first, and whether each entry follows from those before."""

    entries: tuple[Entry, ...]
    chain: str
    """Hash of the newest entry, in hexadecimal: it stands for the whole history."""
    broken_at: int | None
    """Number of the first entry that was changed afterwards; None where the chain holds."""


def history(desk: RoundDesk) -> History:
    """Return everything that happened to the round."""
    with desk.store.read() as connection:
        found = events(connection)
    return History(
        tuple(entry_of(event) for event in found),
        found[-1].hash.hex() if found else "",
        broken_link(found),
    )


def entry_of(event: Event) -> Entry:
    """Return ``event`` as people read it."""
    detail: Detail = json.loads(event.detail)
    values = _VALUES.get(event.kind)
    if values is None:  # a later program wrote it
        words = AppError("event_unknown", kind=event.kind)
    else:
        words = AppError(f"event_{event.kind}", **values(detail))
    reason = str(detail.get("reason", detail.get("note", "")))
    return Entry(event.number, event.at, event.kind, words, reason, detail)


def _cells(detail: Detail) -> dict[str, object]:
    return {"count": len(detail["cells"])}


def _named(*names: str) -> Callable[[Detail], dict[str, object]]:
    """Return the values of ``names``, lists written one after the other."""

    def values(detail: Detail) -> dict[str, object]:
        found = {name: detail.get(name, "") for name in names}
        return {
            name: ", ".join(map(str, value)) if isinstance(value, list) else value
            for name, value in found.items()
        }

    return values


def _merged(detail: Detail) -> dict[str, object]:
    files = detail["files"]
    return {
        "count": len(files),
        "new": sum(row["new"] for row in files),
        "files": ", ".join(f"{row['evaluator']} {row['file']}" for row in files),
    }


def _handed_out(detail: Detail) -> dict[str, object]:
    return {"count": len(detail["books"]), "codes": ", ".join(detail["books"])}


def _decided(detail: Detail) -> dict[str, object]:
    decision = AppError(f"decision_{detail['decision']}")
    return {"number": detail["number"], "service": detail["service"], "decision": decision}


_VALUES: Final[dict[str, Callable[[Detail], dict[str, object]]]] = {
    "created": _named("source"),
    "handed_out": _handed_out,
    "merged": _merged,
    "withdrawn": _named("number", "file", "evaluator", "cells"),
    "settled": _cells,
    "moderated": _cells,
    "moderation_confirmed": _cells,
    "moderation_dropped": _cells,
    "definition_changed": _named("parts"),
    "evaluator_replaced": _named("leaving", "arriving", "services", "standing"),
    "exported": _named("file", "audience"),
    "issued": _named("version", "average", "counted", "below"),
    "objection_logged": _named("number", "service", "by"),
    "objection_decided": _decided,
    "finalised": _named("hash"),
    "reopened": _named("hash"),
}

KINDS: Final = tuple(_VALUES)
"""Every kind of event that this program writes."""
