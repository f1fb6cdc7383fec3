"""``confirm``: a second person's look at the figures, and the list of how each makes points."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from models.errors import AppError
from workbench.commands.building import NUMBER, argument, command, option
from workbench.commands.choosing import evaluator_of, pair_of, service_of
from workbench.commands.opening import opened_round
from workbench.commands.speaking import Speaker
from workbench.errors import InputError
from workbench.exact import plain, printed
from workbench.measures.amounts import Amount, closely
from workbench.measures.catalogue import Told, flag_words, why_words
from workbench.measures.confirmations import UNCONFIRMED, Entered, FiguresRow, Stand, why_not
from workbench.measures.confirming import confirm_figures, drop_confirmation, read_figures
from workbench.measures.explaining import Explained
from workbench.results.moderated import Pair
from workbench.rounds.desk import RoundDesk
from workbench.sentences import say

NOTHING: Final = "–"
Change = Callable[[RoundDesk], int]
"""Does what is asked for and returns how many it was done to."""


class _Asked(NamedTuple):
    """What stands on the command line."""

    service: int | None
    indicator: str
    by: str
    all: bool
    drop: bool
    reason: str
    note: str
    list: bool


def confirm_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench confirm``."""
    return command(
        speaker,
        "confirm",
        _confirm,
        [
            argument("ROUND.round"),
            option(speaker, "--list", key="confirm_option_list", is_flag=True),
            option(speaker, "--service", key="option_service", type=NUMBER),
            option(speaker, "--indicator", key="option_indicator", default=""),
            option(speaker, "--by", key="confirm_option_by", default="", metavar="CODE"),
            option(speaker, "--all", key="confirm_option_all", is_flag=True),
            option(speaker, "--drop", key="confirm_option_drop", is_flag=True),
            option(speaker, "--reason", key="confirm_option_reason", default=""),
            option(speaker, "--note", key="confirm_option_note", default=""),
        ],
    )


def _confirm(speaker: Speaker, round: Path, **given: Any) -> int:
    asked = _Asked(**given)
    change = _change(asked)
    with opened_round(speaker, round, read_only=change is None) as desk:
        done = 0 if change is None else change(desk)
        found = read_figures(desk)
        if change is None and (asked.service is not None or asked.indicator):
            found = found._replace(rows=_chosen(desk, asked, found.rows))
    places = found.outcome.definition.rules.score_places
    if change is None:
        for row in found.rows:
            _tell(speaker, row, places)
    else:
        speaker.line("confirm_dropped" if asked.drop else "confirm_done", count=done)
    left = sum(row.stand in UNCONFIRMED for row in found.rows)
    speaker.line("confirm_left" if left else "confirm_none_left", count=left)
    rows = [_row_object(row, places) for row in found.rows]
    speaker.answer({"changed": done, "figures": rows, "waiting": left})
    return 0


def _change(asked: _Asked) -> Change | None:
    """Return what is to be done, None where the list is asked for.

    Raises:
        InputError: things that do not go together, or not all that one of them needs.
    """
    wanted = {"--list": asked.list, "--by": bool(asked.by), "--drop": asked.drop}
    named = [name for name, is_wanted in wanted.items() if is_wanted]
    if len(named) > 1:
        raise InputError("confirm_one_choice", named=", ".join(named))
    is_placed = asked.service is not None or bool(asked.indicator)
    if asked.all and is_placed:
        raise InputError("confirm_one_choice", named="--all, --service, --indicator")
    if not (asked.by or asked.drop):
        if asked.all or asked.reason or asked.note:
            raise InputError("confirm_place_and_choice")
        return None
    if not (asked.all or is_placed):
        raise InputError("confirm_place_and_choice")
    return (lambda desk: _drop(desk, asked)) if asked.drop else (lambda desk: _by(desk, asked))


def _by(desk: RoundDesk, asked: _Asked) -> int:
    person = evaluator_of(desk.definition, asked.by)
    found = read_figures(desk)
    if asked.all:
        rows = [row for row in found.rows if row.stand in UNCONFIRMED]
        pairs = [row.pair for row in rows if not why_not(found.outcome, row, person.uid)]
    else:
        pairs = _pairs(desk, asked, found.rows, lambda row: row.stand is not Stand.OPEN)
    return len(confirm_figures(desk, pairs, person.uid, asked.note))


def _drop(desk: RoundDesk, asked: _Asked) -> int:
    rows = read_figures(desk).rows
    if asked.all:
        pairs = [row.pair for row in rows if row.confirmation is not None]
    else:
        pairs = _pairs(desk, asked, rows, lambda row: row.confirmation is not None)
    drop_confirmation(desk, pairs, asked.reason)
    return len(pairs)


def _pairs(
    desk: RoundDesk,
    asked: _Asked,
    rows: tuple[FiguresRow, ...],
    fits: Callable[[FiguresRow], bool],
) -> list[Pair]:
    """Return the one pair that is named, or those of a whole service or indicator that fit."""
    if asked.service is not None and asked.indicator:
        return [pair_of(desk.definition, asked.service, asked.indicator)]
    return [row.pair for row in _chosen(desk, asked, rows) if fits(row)]


def _chosen(desk: RoundDesk, asked: _Asked, rows: tuple[FiguresRow, ...]) -> tuple[FiguresRow, ...]:
    """Return the rows of the service and the indicator that are named.

    Raises:
        InputError: there are none.
    """
    if asked.service is not None:
        service_of(desk.definition, asked.service)
    code = asked.indicator
    found = tuple(
        row
        for row in rows
        if asked.service in (None, row.service.number) and code in ("", row.made.indicator.code)
    )
    if not found:
        raise InputError("confirm_none_chosen")
    return found


def tell_row(speaker: Speaker, row: FiguresRow) -> None:
    """Print one line: service, indicator, formula, and how far the second look has come."""
    by = NOTHING if row.by is None else f"{row.by.code} {row.by.name}"
    formula = next((one.explained.formula for one in row.entered if one.explained), None)
    speaker.line(
        "confirm_row",
        number=row.service.number,
        service=row.service.name,
        code=row.made.indicator.code,
        formula="" if formula is None else formula.words(Told.NAME, speaker.language),
        stand=AppError(f"confirm_stand_{row.stand.value}", by=by),
    )


def _tell(speaker: Speaker, row: FiguresRow, places: int) -> None:
    tell_row(speaker, row)
    for one in row.entered:
        _tell_entered(speaker, one, places)


def _tell_entered(speaker: Speaker, one: Entered, places: int) -> None:
    who = f"{one.evaluator.code} {one.evaluator.name}"
    made = one.explained
    if made is None:
        state = AppError(f"confirm_mark_{one.mark.state.value}")
        _indented(speaker, 1, "confirm_entered_other", evaluator=who, state=state)
        return
    told = {"evaluator": who, "inputs": _said(made.inputs, speaker.language)}
    if made.points is None:
        why = why_words(made.why or "", speaker.language)
        _indented(speaker, 1, "confirm_entered_nothing", why=why, **told)
    else:
        _indented(
            speaker,
            1,
            "confirm_entered",
            steps=_said(made.steps, speaker.language),
            points=printed(made.points, places),
            most=plain(made.maximum),
            **told,
        )
    if made.flags:
        flags = ", ".join(flag_words(flag, speaker.language) for flag in made.flags)
        _indented(speaker, 2, "confirm_flags", flags=flags)


def _indented(speaker: Speaker, depth: int, key: str, /, **values: object) -> None:
    """Print one sentence below the line that it belongs to."""
    speaker.text("  " * depth + say(key, speaker.language, **values))


def _said(amounts: tuple[Amount, ...], language: str) -> str:
    return ", ".join(amount.said(language) for amount in amounts) or NOTHING


def _row_object(row: FiguresRow, places: int) -> dict[str, Any]:
    return {
        "service": row.service.number,
        "indicator": row.made.indicator.code,
        "stand": row.stand.value,
        "by": None if row.by is None else row.by.code,
        "entered": [
            {
                "evaluator": one.evaluator.code,
                "state": one.mark.state.value,
                "values": dict(one.mark.values),
                "explained": _explained_object(one.explained, places),
            }
            for one in row.entered
        ],
    }


def _explained_object(made: Explained | None, places: int) -> dict[str, Any] | None:
    if made is None:
        return None
    return {
        "formula": made.formula.key,
        "maximum": plain(made.maximum),
        "inputs": [_amount_object(row) for row in made.inputs],
        "steps": [_amount_object(row) for row in made.steps],
        "exact": None if made.exact is None else closely(made.exact),
        "points": None if made.points is None else printed(made.points, places),
        "why": None if made.why is None else made.why or "missing",
        "flags": [flag.value for flag in made.flags],
        "other": made.other
        and {
            "formula": made.other.formula.key,
            "index": printed(made.other.index, 2),
            "points": printed(made.other.points, places),
        },
    }


def _amount_object(row: Amount) -> dict[str, Any]:
    return {"name": row.part.value, "at": row.at, "value": closely(row.value), "unit": row.unit}
