"""``demo``: the sample round from start to report."""

import subprocess
from pathlib import Path

import click

from workbench.commands.building import argument, command, option
from workbench.commands.speaking import Speaker
from workbench.reports.wording import average_sentence, below_sentence
from workbench.sample.demo import play
from workbench.window_program import window_program


def demo_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench demo``."""
    return command(
        speaker,
        "demo",
        _demo,
        [argument("DIR"), option(speaker, "--open", key="option_open", is_flag=True)],
    )


def _demo(speaker: Speaker, dir: Path, open: bool) -> int:
    with speaker.progress() as progress:
        played = play(dir, progress=progress)
    speaker.line("demo_fictitious")
    speaker.text(average_sentence(played.outcome))
    speaker.text(below_sentence(played.outcome))
    speaker.line("demo_where", round=played.round, report=played.report)
    speaker.answer(
        {
            "round": str(played.round.absolute()),
            "report": str(played.report.absolute()),
            "books": [str(path.absolute()) for path in played.books],
            "sentences": [average_sentence(played.outcome), below_sentence(played.outcome)],
        }
    )
    if open:
        subprocess.Popen([*window_program(), str(played.round)])
    return 0
