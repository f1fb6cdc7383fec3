"""``new`` and ``hand-out``: a definition becomes a round, a round becomes score books."""

from pathlib import Path

import click

from workbench.commands.building import FILE, argument, command, option
from workbench.commands.speaking import Speaker
from workbench.rounds.creating import new_round
from workbench.rounds.desk import open_round


def new_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench new``."""
    source = option(speaker, "--definition", key="option_definition", type=FILE, required=True)
    return command(speaker, "new", _new, [argument("ROUND.round"), source])


def _new(speaker: Speaker, round: Path, definition: Path) -> int:
    made = new_round(definition, round)
    rules = made.rules
    speaker.line(
        "made_round",
        path=round,
        title=rules.title,
        services=len(made.services),
        evaluators=len(made.evaluators),
    )
    speaker.answer(
        {
            "file": str(round.absolute()),
            "title": rules.title,
            "services": len(made.services),
            "indicators": len(made.codes()),
            "evaluators": len(made.evaluators),
        }
    )
    return 0


def hand_out_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench hand-out``."""
    return command(
        speaker,
        "hand-out",
        _hand_out,
        [
            argument("ROUND.round"),
            option(speaker, "--to", key="option_to", type=FILE, required=True),
            option(speaker, "--zip", key="option_zip", is_flag=True),
            option(speaker, "--list", key="option_list", type=FILE),
        ],
    )


def _hand_out(speaker: Speaker, round: Path, to: Path, zip: bool, list: Path | None) -> int:
    with open_round(round) as desk, speaker.progress() as progress:
        books = desk.hand_out(to, zipped=zip, listing=list, progress=progress)
    for owner, path in books:
        speaker.line("handed_out", code=owner.code, name=owner.name, path=path)
    speaker.answer(
        {
            "books": [
                {"evaluator": owner.code, "file": str(path.absolute())} for owner, path in books
            ]
        }
    )
    return 0
