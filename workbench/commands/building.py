"""How every command is built: its words in the language asked for, ``--lang`` and ``--json``."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import click

from workbench.commands.speaking import Speaker
from workbench.errors import InputError
from workbench.sentences import LANGUAGES, say


class _Number(click.ParamType[int]):
    """A whole number from 0, in the plain digits that a scores table takes as well."""

    name = "integer"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; Python itself would take 1_1 for 11."""
        if isinstance(value, int):
            return value
        if not re.fullmatch("[0-9]{1,9}", value):
            self.fail(str(value), param, ctx)
        return int(value)


NUMBER: Final = _Number()
FILE: Final = click.Path(readable=False, path_type=Path)
"""Whether it can be read is found by who reads it: that names the file and lets others go on."""
Run = Callable[..., int]
Make = Callable[[Speaker], click.Command]


class Family(click.Group):
    """The group of all commands, helped in the language of the speaker; each is made when asked."""

    def __init__(self, speaker: Speaker, members: Mapping[str, Make], *, version: str) -> None:
        """Name the program and its options."""
        self._speaker, self._members = speaker, members
        super().__init__(
            "scorebench",
            help=say("help_scorebench", speaker.language),
            params=[
                *_common(speaker),
                _told(speaker, "--version", lambda _: f"scorebench, version {version}"),
                _told(speaker, "--help", click.Context.get_help),
            ],
            callback=lambda **_: None,
            add_help_option=False,
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(self._members)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, None where there is none of this name."""
        make = self._members.get(cmd_name)
        return make(self._speaker) if make else None


def command(speaker: Speaker, name: str, run: Run, params: list[click.Parameter]) -> click.Command:
    """Return the command ``name`` that answers through ``speaker`` and returns ``run``'s code."""
    key = name.replace("-", "_")

    def call(**given: Any) -> int:
        given.pop("lang", None)
        given.pop("json", None)
        surplus = click.get_current_context().args
        if surplus:
            raise InputError("usage_extra", words=" ".join(surplus)[:80])
        return run(speaker, **given)

    return click.Command(
        name,
        callback=call,
        params=[*params, *_common(speaker), _told(speaker, "--help", click.Context.get_help)],
        add_help_option=False,
        context_settings={"allow_extra_args": True},  # refused above, in the reader's language
        help=say(f"help_{key}", speaker.language),
        epilog="\b\n" + say(f"example_{key}", speaker.language),
        short_help=say(f"help_{key}", speaker.language).splitlines()[0],
    )


def argument(name: str, *, many: bool = False) -> click.Argument:
    """Return a required file or folder argument, or one or more of them."""
    return click.Argument(
        [name.casefold().partition(".")[0]],
        metavar=f"{name}…" if many else name,
        type=FILE,
        nargs=-1 if many else 1,
        required=True,
    )


def option(speaker: Speaker, flag: str, *more: str, key: str, **settings: Any) -> click.Option:
    """Return an option with its help sentence ``key``."""
    return click.Option([flag, *more], help=say(key, speaker.language), **settings)


def _common(speaker: Speaker) -> list[click.Parameter]:
    return [
        option(speaker, "--lang", key="option_lang", type=click.Choice(LANGUAGES)),
        option(speaker, "--json", key="option_json", is_flag=True),
    ]


def _told(speaker: Speaker, flag: str, what: Callable[[click.Context], str]) -> click.Option:
    """Return an option that has ``what`` printed and nothing done; click's own would hide why."""

    def tell(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
        if wanted and not context.resilient_parsing:
            speaker.in_any_form(what(context))
            context.exit()

    return option(
        speaker,
        flag,
        key=f"option_{flag.strip('-')}",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=tell,
    )
