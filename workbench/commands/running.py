"""``scorebench``: parses a command line, runs one use case, answers with its exit code."""

import sys
from collections.abc import Callable, Sequence

import click

from models.errors import AppError
from models.kept import kept
from models.store import leaving_none_open
from workbench import __version__
from workbench.commands.building import Family
from workbench.commands.family import COMMANDS
from workbench.commands.speaking import speaker_for
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
    kept.clear()
    try:
        begin()
        with leaving_none_open():
            family = Family(speaker, COMMANDS, version=__version__)
            code = family.main(list(arguments), "scorebench", standalone_mode=False)
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
