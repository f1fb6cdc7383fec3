"""``export``: the report as workbook, .docx or .pdf."""

from pathlib import Path

import click

from workbench.commands.building import FILE, argument, command, option
from workbench.commands.opening import tell_taken
from workbench.commands.speaking import Speaker
from workbench.errors import StoreError
from workbench.reports.edition import Audience
from workbench.reports.form import form_of
from workbench.rounds.desk import RoundDesk, open_round


def export_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench export``."""
    return command(
        speaker,
        "export",
        _export,
        [
            argument("ROUND.round"),
            option(speaker, "-o", "--output", key="option_output", type=FILE, required=True),
            option(
                speaker,
                "--audience",
                key="option_audience",
                type=click.Choice([row.value for row in Audience]),
                default=Audience.INTERNAL.value,
            ),
            option(speaker, "--draft", key="option_draft", is_flag=True),
        ],
    )


def _desk(round: Path) -> RoundDesk:
    """Open the round so that its history keeps the export; where it cannot, a picture of it."""
    try:
        return open_round(round)
    except StoreError:
        return open_round(round, read_only=True)


def _export(speaker: Speaker, round: Path, output: Path, audience: str, draft: bool) -> int:
    form = form_of(output)
    with _desk(round) as desk, speaker.progress() as progress:
        tell_taken(speaker, desk.taken_at)
        written = desk.export(
            output, public=audience == Audience.PUBLIC, draft=draft, progress=progress
        )
    speaker.line("exported", path=written)
    speaker.answer(
        {
            "file": str(written.absolute()),
            "form": form.value,
            "audience": audience,
            "draft": draft,
        }
    )
    return 0
