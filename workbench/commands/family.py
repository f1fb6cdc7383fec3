"""All commands by name; what a command needs is imported only when it is asked for."""

from typing import Final

import click

from workbench.commands.building import Make
from workbench.commands.speaking import Speaker


def _demo(speaker: Speaker) -> click.Command:
    from workbench.commands.demo_command import demo_command

    return demo_command(speaker)


def _new(speaker: Speaker) -> click.Command:
    from workbench.commands.round_commands import new_command

    return new_command(speaker)


def _hand_out(speaker: Speaker) -> click.Command:
    from workbench.commands.round_commands import hand_out_command

    return hand_out_command(speaker)


def _enter(speaker: Speaker) -> click.Command:
    from workbench.commands.book_commands import enter_command

    return enter_command(speaker)


def _survey(speaker: Speaker) -> click.Command:
    from workbench.commands.survey_command import survey_command

    return survey_command(speaker)


def _seal(speaker: Speaker) -> click.Command:
    from workbench.commands.book_commands import seal_command

    return seal_command(speaker)


def _merge(speaker: Speaker) -> click.Command:
    from workbench.commands.merge_command import merge_command

    return merge_command(speaker)


def _settle(speaker: Speaker) -> click.Command:
    from workbench.commands.settle_command import settle_command

    return settle_command(speaker)


def _withdraw(speaker: Speaker) -> click.Command:
    from workbench.commands.history_commands import withdraw_command

    return withdraw_command(speaker)


def _issue(speaker: Speaker) -> click.Command:
    from workbench.commands.ledger_commands import issue_command

    return issue_command(speaker)


def _object(speaker: Speaker) -> click.Command:
    from workbench.commands.ledger_commands import object_command

    return object_command(speaker)


def _finalise(speaker: Speaker) -> click.Command:
    from workbench.commands.ledger_commands import finalise_command

    return finalise_command(speaker)


def _reopen(speaker: Speaker) -> click.Command:
    from workbench.commands.ledger_commands import reopen_command

    return reopen_command(speaker)


def _history(speaker: Speaker) -> click.Command:
    from workbench.commands.history_commands import history_command

    return history_command(speaker)


def _progress(speaker: Speaker) -> click.Command:
    from workbench.commands.ledger_commands import progress_command

    return progress_command(speaker)


def _results(speaker: Speaker) -> click.Command:
    from workbench.commands.results_command import results_command

    return results_command(speaker)


def _export(speaker: Speaker) -> click.Command:
    from workbench.commands.export_command import export_command

    return export_command(speaker)


def _check(speaker: Speaker) -> click.Command:
    from workbench.commands.check_command import check_command

    return check_command(speaker)


def _update(speaker: Speaker) -> click.Command:
    from workbench.commands.update_command import update_command

    return update_command(speaker)


def _replace(speaker: Speaker) -> click.Command:
    from workbench.commands.replace_command import replace_command

    return replace_command(speaker)


def _moderate(speaker: Speaker) -> click.Command:
    from workbench.commands.moderate_command import moderate_command

    return moderate_command(speaker)


def _adjust(speaker: Speaker) -> click.Command:
    from workbench.commands.adjust_command import adjust_command

    return adjust_command(speaker)


def _confirm(speaker: Speaker) -> click.Command:
    from workbench.commands.confirm_command import confirm_command

    return confirm_command(speaker)


COMMANDS: Final[dict[str, Make]] = {
    "demo": _demo,
    "new": _new,
    "hand-out": _hand_out,
    "enter": _enter,
    "survey": _survey,
    "seal": _seal,
    "merge": _merge,
    "settle": _settle,
    "withdraw": _withdraw,
    "issue": _issue,
    "object": _object,
    "finalise": _finalise,
    "reopen": _reopen,
    "history": _history,
    "progress": _progress,
    "results": _results,
    "export": _export,
    "check": _check,
    "update": _update,
    "replace": _replace,
    "moderate": _moderate,
    "adjust": _adjust,
    "confirm": _confirm,
}
