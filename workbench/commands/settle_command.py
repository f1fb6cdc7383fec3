"""``settle``: the inbox on the command line, and the lead's values over what stands in a cell."""

from pathlib import Path
from typing import Any

import click

from models.errors import AppError
from workbench.commands.building import argument, command, option
from workbench.commands.choosing import evaluator_of, pair_of, service_of
from workbench.commands.speaking import Speaker
from workbench.definition.places import named, place_of
from workbench.errors import InputError
from workbench.exact import printed
from workbench.journal.fields import OF_INDICATOR, Field
from workbench.merging.report import CONFLICTS_OPEN
from workbench.rounds.desk import open_round
from workbench.settling.inbox import Inbox, OpenCell, Source, read_inbox
from workbench.settling.settling import Choice, settle


def settle_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench settle``."""
    return command(
        speaker,
        "settle",
        _settle,
        [
            argument("ROUND.round"),
            option(speaker, "--service", key="option_service", type=int),
            option(speaker, "--indicator", key="option_indicator"),
            option(speaker, "--evaluator", key="option_evaluator"),
            option(speaker, "--field", key="option_field", default=Field.SCORE.value),
            option(speaker, "--value", key="option_value"),
            option(speaker, "--take", key="option_take", type=int),
            option(speaker, "--file", key="option_file"),
            option(speaker, "--reason", key="option_reason", default=""),
        ],
    )


def _settle(speaker: Speaker, round: Path, reason: str, **given: Any) -> int:
    wanted = [name for name in ("value", "take", "file") if given[name] is not None]
    if len(wanted) > 1:
        raise InputError("settle_one_choice")
    with open_round(round, read_only=not wanted) as desk:
        inbox = read_inbox(desk)
        settled = 0
        if wanted:
            settled = len(settle(desk, _choices(inbox, wanted[0], given), reason))
            inbox = read_inbox(desk)
    for one in inbox.cells:
        _tell(speaker, inbox, one)
    if settled:
        speaker.line("settle_done", count=settled)
    speaker.line("settle_open" if inbox.cells else "settle_clear", count=len(inbox.cells))
    speaker.answer(
        {
            "open": len(inbox.cells),
            "settled": settled,
            "conflicts": [_object(speaker, inbox, one) for one in inbox.cells],
        }
    )
    return CONFLICTS_OPEN if inbox.cells else 0


def _choices(inbox: Inbox, wanted: str, given: dict[str, Any]) -> list[Choice]:
    definition = inbox.definition
    if wanted == "file":
        owner = given["evaluator"] and evaluator_of(definition, given["evaluator"]).uid
        found = [
            choice
            for evaluator, file in inbox.files()
            if file == given["file"] and owner in (None, evaluator.uid)
            for choice in inbox.taking(evaluator.uid, file)
        ]
        if not found:
            raise InputError("settle_no_file", name=given["file"])
        return found
    cell = _cell(inbox, given)
    if wanted == "value":
        return [(cell, given["value"])]
    sources = next((one.sources for one in inbox.cells if one.cell == cell), ())
    if not 1 <= given["take"] <= len(sources):
        place = place_of(definition, cell)
        raise InputError("settle_no_source", place=place, number=given["take"], most=len(sources))
    return [(cell, sources[given["take"] - 1].value)]


def _cell(inbox: Inbox, given: dict[str, Any]) -> tuple[bytes, bytes, bytes, str]:
    """Return the cell that the options name; the evaluator may be left out where one is open."""
    definition, field = inbox.definition, given["field"]
    if given["service"] is None:
        raise InputError("settle_no_cell")
    service = service_of(definition, given["service"]).uid
    subject = service
    if field in OF_INDICATOR:
        service, subject = pair_of(definition, given["service"], given["indicator"] or "")
    if given["evaluator"] is not None:
        return evaluator_of(definition, given["evaluator"]).uid, service, subject, field
    found = [one.cell for one in inbox.cells if one.cell[1:] == (service, subject, field)]
    if len(found) != 1:
        raise InputError("settle_which_evaluator", count=len(found))
    return found[0]


def _tell(speaker: Speaker, inbox: Inbox, one: OpenCell) -> None:
    who = named(inbox.definition, one.evaluator.uid)
    speaker.line("settle_cell", evaluator=who, place=place_of(inbox.definition, one.cell))
    for number, row in enumerate(one.sources, start=1):
        key = "settle_source" if row.effect is None else "settle_source_total"
        effect = _effect(inbox, row)
        speaker.line(
            key,
            number=number,
            value="–" if row.value is None else row.value,
            files=", ".join(row.files) or "–",
            copy=row.copy,
            total=effect["total"] or "–",
            verdict=AppError(f"verdict_{effect['verdict'] or 'conflict'}"),
        )


def _effect(inbox: Inbox, row: Source) -> dict[str, str | None]:
    if row.effect is None:
        return {"total": None, "verdict": None}
    places = inbox.definition.rules.score_places
    total = row.effect.total
    return {
        "total": None if total is None else printed(total, places),
        "verdict": row.effect.verdict.value,
    }


def _object(speaker: Speaker, inbox: Inbox, one: OpenCell) -> dict[str, Any]:
    return {
        "evaluator": one.evaluator.code,
        "service": one.service.number if one.service else None,
        "indicator": one.indicator.code if one.indicator else "",
        "field": one.field,
        "why": one.why.value,
        "place": speaker.sentence(place_of(inbox.definition, one.cell)),
        "sources": [
            {
                "number": number,
                "value": row.value,
                "files": list(row.files),
                "copy": row.copy,
                "made_at": row.made_at,
                "lead": row.is_lead,
                "sealed": row.is_sealed,
                **_effect(inbox, row),
            }
            for number, row in enumerate(one.sources, start=1)
        ],
    }
