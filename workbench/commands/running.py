"""``scorebench``: parses a command line, runs one use case, answers with its exit code."""

import sys
from collections.abc import Callable, Sequence

import click

from models.errors import AppError
from models.store import leaving_none_open
from workbench import __version__
from workbench.commands.adjust_command import adjust_command
from workbench.commands.book_commands import enter_command, seal_command
from workbench.commands.building import Family
from workbench.commands.check_command import check_command
from workbench.commands.confirm_command import confirm_command
from workbench.commands.demo_command import demo_command
from workbench.commands.export_command import export_command
from workbench.commands.history_commands import history_command, withdraw_command
from workbench.commands.ledger_commands import (
    finalise_command,
    issue_command,
    object_command,
    progress_command,
    reopen_command,
)
from workbench.commands.merge_command import merge_command
from workbench.commands.moderate_command import moderate_command
from workbench.commands.replace_command import replace_command
from workbench.commands.results_command import results_command
from workbench.commands.round_commands import hand_out_command, new_command
from workbench.commands.settle_command import settle_command
from workbench.commands.speaking import Speaker, speaker_for
from workbench.commands.survey_command import survey_command
from workbench.commands.update_command import update_command
from workbench.errors import Cancelled
from workbench.faults import log_fault
from workbench.sentences import say

USAGE = 2
INTERRUPTED = 130
FAULT = 70
"""Exit code of a bug (EX_SOFTWARE): never one of those that scripts read meaning into."""


def run(arguments: Sequence[str], begin: Callable[[], None]) -> int:
    """Run a command line and return its exit code; ``begin`` is called before any work."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    speaker = speaker_for(arguments)
    try:
        begin()
        with leaving_none_open():
            code = _family(speaker).main(list(arguments), "scorebench", standalone_mode=False)
    except AppError as error:
        speaker.fail(error)
        return error.exit_code
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        speaker.refuse(_usage_sentence(error, speaker.language), USAGE)
        return USAGE
    except (KeyboardInterrupt, click.Abort, Cancelled):
        speaker.refuse(say("interrupted", speaker.language), INTERRUPTED)
        return INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - a bug: logged whole, told plainly
        speaker.refuse(say("fault", speaker.language, log=log_fault(fault)), FAULT)
        return FAULT
    return code if isinstance(code, int) else 0


def _family(speaker: Speaker) -> click.Group:
    family = Family(speaker, version=__version__)
    for build in (
        demo_command,
        new_command,
        hand_out_command,
        enter_command,
        survey_command,
        seal_command,
        merge_command,
        settle_command,
        withdraw_command,
        issue_command,
        object_command,
        finalise_command,
        reopen_command,
        history_command,
        progress_command,
        results_command,
        export_command,
        check_command,
        update_command,
        replace_command,
        moderate_command,
        adjust_command,
        confirm_command,
    ):
        family.add_command(build(speaker))
    return family


def _usage_sentence(error: click.ClickException, language: str) -> str:
    match error:
        case click.NoSuchCommand():
            return say("usage_no_command", language, name=error.command_name)
        case click.NoSuchOption():
            return say("usage_no_option", language, name=error.option_name)
        case click.BadOptionUsage():
            return say("usage_no_value", language, name=error.option_name)
        case click.MissingParameter():
            return say("usage_missing", language, name=_named(error.param))
        case click.BadParameter():
            return say("usage_unfit", language, name=_named(error.param))
        case click.exceptions.NoArgsIsHelpError():
            return error.format_message()
        case _:
            return say("usage", language, said=error.format_message())


def _named(parameter: click.Parameter | None) -> str:
    """Return a parameter as people type it: ``--definition``, ``ROUND.round``."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return "?" if parameter is None else parameter.human_readable_name
