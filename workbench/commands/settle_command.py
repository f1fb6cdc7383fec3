"""``settle``: the inbox on the command line, and the lead's values over what stands in a cell."""

from pathlib import Path
from typing import Any

import click

from models.errors import AppError
from models.journal import Revision
from workbench.commands.building import NUMBER, argument, command, option
from workbench.commands.choosing import evaluator_of, pair_of, service_of
from workbench.commands.opening import opened_round
from workbench.commands.speaking import Speaker
from workbench.definition.places import named, place_of
from workbench.definition.terms import Definition
from workbench.errors import InputError
from workbench.exact import printed
from workbench.home import moment
from workbench.journal.fields import OF_EVALUATOR, OF_FINDING, OF_INDICATOR, Field
from workbench.journal.revisions import Cell
from workbench.merging.report import CONFLICTS_OPEN
from workbench.settling.inbox import Inbox, read_inbox
from workbench.settling.open_cells import OpenCell, Source
from workbench.settling.settling import Choice, settle
from workbench.surveys.basis import basis_of


def settle_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench settle``."""
    return command(
        speaker,
        "settle",
        _settle,
        [
            argument("ROUND.round"),
            option(speaker, "--service", key="option_service", type=NUMBER),
            option(speaker, "--indicator", key="option_indicator"),
            option(speaker, "--evaluator", key="option_evaluator"),
            option(
                speaker,
                "--field",
                key="option_field",
                default=Field.SCORE.value,
                type=click.Choice(sorted(field.value for field in OF_EVALUATOR)),
            ),
            option(speaker, "--cell", key="option_cell", type=NUMBER),
            option(speaker, "--value", key="option_value"),
            option(speaker, "--take", key="option_take", type=NUMBER),
            option(speaker, "--file", key="option_file"),
            option(speaker, "--reason", key="option_reason", default=""),
        ],
    )


def _settle(speaker: Speaker, round: Path, reason: str, **given: Any) -> int:
    wanted = [name for name in ("value", "take", "file") if given[name] is not None]
    if len(wanted) > 1:
        raise InputError("settle_one_choice")
    made: tuple[Revision, ...] = ()
    with (
        opened_round(speaker, round, read_only=not wanted) as desk,
        speaker.progress() as progress,
    ):
        inbox = read_inbox(desk, progress=progress)
        if wanted:
            made = settle(desk, _choices(inbox, wanted[0], given), reason)
            inbox = read_inbox(desk, progress=progress)
    for number, one in enumerate(inbox.cells, start=1):
        _tell(speaker, inbox, number, one)
    if made:
        speaker.line("settle_done", count=len(made))
    speaker.line("settle_open" if inbox.cells else "settle_clear", count=len(inbox.cells))
    conflicts = [_object(speaker, inbox, *row) for row in enumerate(inbox.cells, start=1)]
    speaker.answer(
        {
            "open": len(inbox.cells),
            "settled": [_settled_object(speaker, inbox.definition, row) for row in made],
            "conflicts": conflicts,
        }
    )
    return CONFLICTS_OPEN if inbox.cells else 0


def _choices(inbox: Inbox, wanted: str, given: dict[str, Any]) -> list[Choice]:
    definition = inbox.definition
    if wanted == "file":
        owner = given["evaluator"] and evaluator_of(definition, given["evaluator"]).uid
        found = [
            choice
            for evaluator, file, _ in inbox.files()
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


def _cell(inbox: Inbox, given: dict[str, Any]) -> Cell:
    """Return the cell that the options name; any but a finding's can be named without the list."""
    definition = inbox.definition
    field: str = given["field"]
    number: int | None = given["cell"]
    if number is not None:
        if not 1 <= number <= len(inbox.cells):
            raise InputError("settle_no_row", number=number, most=len(inbox.cells))
        return inbox.cells[number - 1].cell
    if given["service"] is None:
        raise InputError("settle_no_cell")
    service = subject = service_of(definition, given["service"]).uid
    if field in OF_INDICATOR:
        service, subject = pair_of(definition, given["service"], given["indicator"] or "")
    code = given["evaluator"]
    owner = None if code is None else evaluator_of(definition, code).uid
    if owner is not None and field not in OF_FINDING:
        return owner, service, subject, field
    found = [
        one.cell
        for one in inbox.cells
        if (one.cell[1], one.field) == (service, field)
        and (field in OF_FINDING or one.cell[2] == subject)
        and owner in (None, one.evaluator.uid)
    ]
    if len(found) != 1:
        raise InputError("settle_which_cell", count=len(found))
    return found[0]


def _tell(speaker: Speaker, inbox: Inbox, at: int, one: OpenCell) -> None:
    who = named(inbox.definition, one.evaluator.uid)
    place = place_of(inbox.definition, one.cell)
    speaker.line("settle_cell", number=at, evaluator=who, place=place)
    for number, row in enumerate(one.sources, start=1):
        effect = _effect(inbox, row)
        speaker.line(
            "settle_source" if row.effect is None else "settle_source_total",
            number=number,
            value=_value(row),
            where=_where(row),
            total=effect["total"] or "–",
            verdict=AppError(f"verdict_{effect['verdict'] or 'conflict'}"),
        )


def _value(row: Source) -> str:
    if row.names is not None:
        return f"{row.names.code} {row.names.name}"
    if row.value is None:
        return "–"
    basis = basis_of(row.value)
    return row.value if basis is None else f"{basis.source} · n {basis.n} · {basis.sha256[:12]}"


def _where(row: Source) -> AppError:
    """Return in which copy a value stands, and since when."""
    files = ", ".join(row.files) or "–"
    at = f"{moment(row.made_at).astimezone():%Y-%m-%d %H:%M}"
    if row.is_lead:
        return AppError("settle_from_lead", at=at)
    if not row.made_at:
        return AppError("settle_from_nowhere", files=files)
    key = "settle_from_sealed" if row.is_sealed else "settle_from_copy"
    return AppError(key, files=files, copy=row.copy, at=at)


def _effect(inbox: Inbox, row: Source) -> dict[str, str | None]:
    if row.effect is None:
        return {"total": None, "verdict": None}
    places = inbox.definition.rules.score_places
    total = row.effect.total
    return {
        "total": None if total is None else printed(total, places),
        "verdict": row.effect.verdict.value,
    }


def _object(speaker: Speaker, inbox: Inbox, at: int, one: OpenCell) -> dict[str, Any]:
    return {
        "number": at,
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
                "made_at": moment(row.made_at).isoformat() if row.made_at else None,
                "author": None if row.is_lead else one.evaluator.code,
                "lead": row.is_lead,
                "can_stand": row.can_stand,
                "sealed": row.is_sealed,
                **_effect(inbox, row),
            }
            for number, row in enumerate(one.sources, start=1)
        ],
    }


def _settled_object(speaker: Speaker, definition: Definition, row: Revision) -> dict[str, Any]:
    service = definition.service.get(row.service)
    indicator = definition.indicator.get(row.subject)
    return {
        "evaluator": definition.evaluator[row.owner].code,
        "service": service.number if service else None,
        "indicator": indicator.code if indicator else "",
        "field": row.field,
        "place": speaker.sentence(place_of(definition, row.cell)),
        "value": row.value,
    }
