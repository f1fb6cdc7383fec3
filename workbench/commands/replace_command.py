"""``replace``: another evaluator takes over, with recusal, assignment and new book in one step."""

import re
from pathlib import Path
from typing import Final

import click

from workbench.commands.building import FILE, argument, command, option
from workbench.commands.speaking import Speaker
from workbench.commands.update_command import plan_object, tell_plan
from workbench.definition.applying import ALL
from workbench.definition.cells import entries
from workbench.definition.terms import Definition, Standing
from workbench.errors import InputError
from workbench.rounds.desk import open_round
from workbench.rounds.replacing import Arriving, ReplacementReport, replace_evaluator
from workbench.setup.granted import service_list

_STANDINGS: Final = {
    word: row
    for row in Standing
    if row is not Standing.ASSIGNED
    for word in (row.value, row.name.lower())
}
_RANGE: Final = re.compile("([0-9]{1,4})(?:-([0-9]{1,4}))?")


def replace_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench replace``."""
    standing = click.Choice(list(_STANDINGS))
    return command(
        speaker,
        "replace",
        _replace,
        [
            argument("ROUND.round"),
            option(speaker, "--leaving", key="option_leaving", required=True),
            option(speaker, "--arriving", key="option_arriving", required=True),
            option(speaker, "--name", key="option_name", default=""),
            option(speaker, "--affiliation", key="option_affiliation", default=""),
            option(speaker, "--services", key="option_services", default=ALL),
            option(speaker, "--standing", key="option_standing", type=standing, required=True),
            option(speaker, "--reason", key="option_reason", default=""),
            option(speaker, "--to", key="option_to", type=FILE, required=True),
        ],
    )


def _replace(
    speaker: Speaker,
    round: Path,
    leaving: str,
    arriving: str,
    name: str,
    affiliation: str,
    services: str,
    standing: str,
    reason: str,
    to: Path,
) -> int:
    with open_round(round) as desk:
        report = replace_evaluator(
            desk,
            leaving,
            Arriving(arriving, name, affiliation),
            numbers=_numbers(services, desk.definition),
            standing=_STANDINGS[standing],
            reason=reason,
            folder=to,
        )
    tell_plan(speaker, report.plan)
    _tell(speaker, round, report)
    return 0


def _tell(speaker: Speaker, round: Path, report: ReplacementReport) -> None:
    speaker.line(
        "update_replaced",
        leaving=report.leaving.name,
        arriving=report.arriving.name,
        services=service_list(report.numbers),
        path=report.book,
    )
    speaker.answer(
        {
            "file": str(round.absolute()),
            "leaving": report.leaving.code,
            "arriving": report.arriving.code,
            "services": list(report.numbers),
            "book": str(report.book.absolute()),
            **plan_object(speaker, report.plan),
        }
    )


def _numbers(text: str, definition: Definition) -> tuple[int, ...] | None:
    """Return the services that ``text`` names (1;2;5-9), None for all; a range skips gaps."""
    if text.strip() == ALL:
        return None
    existing = {row.number for row in definition.services}
    found: set[int] = set()
    for entry in entries(text):
        match = _RANGE.fullmatch(entry)
        if match is None:
            raise InputError("definition_services_unfit", place="--services", value=entry)
        if match[2] is None:
            found.add(int(match[1]))
        else:
            found |= existing.intersection(range(int(match[1]), int(match[2]) + 1))
    return tuple(sorted(found))
