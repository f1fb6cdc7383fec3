"""Each kind of event in words, built from what the history keeps of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from models.errors import AppError
from workbench.definition.places import named, place_of
from workbench.definition.terms import Definition, Standing
from workbench.journal.fields import Field
from workbench.ledger.kept_words import told
from workbench.reports.edition import Audience

Detail = Mapping[str, Any]
Values = dict[str, object]

_NAMED_CELLS: Final = 6
"""So many cells are told one by one; the rest is counted, and stands whole in the detail."""
_SHORT: Final = 40
_DECISIONS: Final = {
    "accepted": "decision_accepted",
    "partly": "decision_partly",
    "rejected": "decision_rejected",
}


def words_of(kind: str, detail: Detail, definition: Definition) -> AppError:
    """Return what happened; a kind that only a later program writes is told by its name.

    Raises:
        LookupError, TypeError, ValueError: no program of ours wrote this detail.
    """
    values = _VALUES.get(kind)
    if values is None:
        return AppError("event_unknown", kind=kind[:_SHORT])
    return AppError(f"event_{kind}", **values(detail, definition))


def _only(*names: str) -> Callable[[Detail, Definition], Values]:
    """Return what tells the values of ``names``, lists one after the other."""

    def values(detail: Detail, _: Definition) -> Values:
        return {name: _joined(detail[name]) for name in names}

    return values


def _joined(value: object) -> object:
    return (", ".join(map(str, value)) or "–") if isinstance(value, list) else value


def _merged(detail: Detail, _: Definition) -> Values:
    files: list[object] = [f"{row['evaluator']} {row['file']}" for row in detail["files"]]
    files += (
        AppError("event_merged_let_in", evaluator=code, columns=_joined(columns))
        for code, columns in detail.get("let_in", {}).items()
    )
    return {
        "count": len(detail["files"]),
        "new": sum(row["new"] for row in detail["files"]),
        "files": tuple(files),
    }


def _handed_out(detail: Detail, _: Definition) -> Values:
    return {"count": len(detail["books"]), "codes": _joined(detail["books"])}


def _settled(detail: Detail, definition: Definition) -> Values:
    return _cells(detail["cells"], definition, lambda cell: cell["value"] or "–")


def _moderated(detail: Detail, definition: Definition) -> Values:
    not_applicable = AppError("field_not_applicable")
    return _cells(detail["cells"], definition, lambda cell: cell["mark"] or not_applicable)


def _dropped(detail: Detail, definition: Definition) -> Values:
    return _cells(detail["cells"], definition, None)


def _confirmed(detail: Detail, definition: Definition) -> Values:
    return {"by": detail["by"]} | _cells(detail["cells"], definition, None)


def _cells(
    cells: Sequence[Detail], definition: Definition, value: Callable[[Detail], object] | None
) -> Values:
    places = [
        _place(cell, definition, None if value is None else value(cell))
        for cell in cells[:_NAMED_CELLS]
    ]
    if len(cells) > _NAMED_CELLS:
        places.append(AppError("event_more", count=len(cells) - _NAMED_CELLS))
    return {"count": len(cells), "cells": tuple(places)}


def _place(cell: Detail, definition: Definition, value: object) -> AppError:
    owner, service, subject = (bytes.fromhex(part) for part in cell["cell"][:3])
    place = place_of(definition, (owner, service, subject, Field(cell["cell"][3])))
    who = f"{named(definition, owner)} " if owner in definition.evaluator else ""
    if value is None:
        return AppError("event_place", evaluator=who, place=place)
    if isinstance(value, str) and len(value) > _SHORT:
        value = f"{value[:_SHORT]}…"
    return AppError("event_cell", evaluator=who, place=place, value=value)


def _exported(detail: Detail, _: Definition) -> Values:
    marks = [
        AppError(f"event_audience_{Audience(detail['audience'])}"),
        AppError("event_export_draft") if detail["draft"] else AppError("event_export_final"),
    ]
    if detail.get("version"):
        marks.append(AppError("event_export_version", version=detail["version"]))
    return {"file": detail["file"], "marks": tuple(marks)}


def _changed(detail: Detail, _: Definition) -> Values:
    return {"parts": tuple(told(part) for part in detail["parts"])}


def _replaced(detail: Detail, _: Definition) -> Values:
    standing = Standing(detail["standing"]).name.lower()
    return {
        "leaving": detail["leaving"],
        "arriving": detail["arriving"],
        "services": _joined(detail["services"]),
        "standing": AppError(f"standing_{standing}"),
    }


def _decided(detail: Detail, _: Definition) -> Values:
    decision = AppError(_DECISIONS[detail["decision"]])
    return {"number": detail["number"], "service": detail["service"], "decision": decision}


def _adjusted(detail: Detail, _: Definition) -> Values:
    points = detail["points"].replace("-", "−")
    before = detail.get("before", "").replace("-", "−")
    is_other = before not in ("", points)
    changed = AppError("event_adjusted_changed", before=before, points=points)
    return {"service": detail["service"], "points": changed if is_other else points}


def _worded(detail: Detail, _: Definition) -> Values:
    kind = AppError(f"field_{Field(detail['of'])}")
    return {"service": detail["service"], "kind": kind, "count": detail["count"]}


def _issued(detail: Detail, _: Definition) -> Values:
    return {
        "version": detail["version"],
        "average": detail["average"] or "–",
        "counted": detail["counted"],
        "below": _joined(detail["below"]),
    }


_VALUES: Final[dict[str, Callable[[Detail, Definition], Values]]] = {
    "created": _only("source"),
    "handed_out": _handed_out,
    "merged": _merged,
    "withdrawn": _only("number", "file", "evaluator", "cells"),
    "settled": _settled,
    "moderated": _moderated,
    "moderation_confirmed": _moderated,
    "moderation_dropped": _dropped,
    "figures_confirmed": _confirmed,
    "confirmation_dropped": _dropped,
    "adjusted": _adjusted,
    "adjustment_taken_back": _adjusted,
    "worded": _worded,
    "definition_changed": _changed,
    "evaluator_replaced": _replaced,
    "exported": _exported,
    "issued": _issued,
    "objection_logged": _only("number", "service", "by"),
    "objection_decided": _decided,
    "finalised": _only("hash"),
    "reopened": _only("hash"),
    "repaired": _only("count", "backup"),
    "salvaged": _only("file", "kept", "missing", "sha256"),
}

KINDS: Final = tuple(_VALUES)
"""Every kind of event that this program writes."""
