"""``moderate``: agreed marks above the evaluators' marks, and the list of what to talk about."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from workbench.commands.building import NUMBER, argument, command, option
from workbench.commands.choosing import pair_of
from workbench.commands.opening import opened_round
from workbench.commands.speaking import Speaker
from workbench.definition.cells import entries
from workbench.definition.terms import Service
from workbench.errors import InputError
from workbench.exact import half_up, plain, printed
from workbench.merging.report import CONFLICTS_OPEN
from workbench.results.conflicts import stale_moderations
from workbench.results.moderated import ModeratedRow
from workbench.results.outcome import IndicatorOutcome, ServiceOutcome
from workbench.rounds.desk import RoundDesk
from workbench.sentences import say
from workbench.settling.meeting import Meeting, MeetingRow, read_meeting
from workbench.settling.moderating import confirm, drop, moderate

NOTHING: Final = "–"
Change = Callable[[RoundDesk], None]


class _Asked(NamedTuple):
    """What stands on the command line."""

    service: int | None
    indicator: str
    score: str | None
    not_applicable: bool
    confirm: bool
    drop: bool
    stale_confirm_all: bool
    reason: str
    people: str


def moderate_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench moderate``."""

    def flag(name: str, key: str) -> click.Option:
        return option(speaker, name, key=key, is_flag=True)

    return command(
        speaker,
        "moderate",
        _moderate,
        [
            argument("ROUND.round"),
            option(speaker, "--service", key="option_service", type=NUMBER),
            option(speaker, "--indicator", key="option_indicator", default=""),
            option(speaker, "--score", key="moderate_option_score"),
            flag("--not-applicable", "moderate_option_not_applicable"),
            flag("--confirm", "moderate_option_confirm"),
            flag("--drop", "moderate_option_drop"),
            flag("--stale-confirm-all", "moderate_option_stale_confirm_all"),
            option(speaker, "--reason", key="moderate_option_reason", default=""),
            option(speaker, "--people", key="option_people", default=""),
        ],
    )


def _moderate(speaker: Speaker, round: Path, **given: Any) -> int:
    change = _change(_Asked(**given))
    with opened_round(speaker, round, read_only=change is None) as desk:
        if change is not None:
            change(desk)
        with speaker.progress() as progress:
            meeting = read_meeting(desk, progress=progress)
    stale = sum(row.is_stale for row in meeting.agreed)
    _tell(speaker, meeting, is_whole=change is None)
    speaker.line("moderate_stale_left" if stale else "moderate_none_stale", count=stale)
    speaker.answer(_object(meeting, stale))
    return CONFLICTS_OPEN if stale else 0


def _change(asked: _Asked) -> Change | None:
    """Return what is to be done, None where the lists are asked for.

    Raises:
        InputError: several things at once, or no place for the one.
    """
    wanted = {
        "--score": asked.score is not None,
        "--not-applicable": asked.not_applicable,
        "--confirm": asked.confirm,
        "--drop": asked.drop,
        "--stale-confirm-all": asked.stale_confirm_all,
    }
    named = [name for name, is_wanted in wanted.items() if is_wanted]
    if len(named) > 1:
        raise InputError("moderate_one_choice", named=", ".join(named))
    places = (asked.service is not None, bool(asked.indicator))
    if not named and not any(places):
        return None
    if not named or (any(places) if asked.stale_confirm_all else not all(places)):
        raise InputError("moderate_place_and_choice")
    if asked.stale_confirm_all:
        return lambda desk: confirm(desk, stale_moderations(desk.outcome()), asked.reason)
    return lambda desk: _at_place(desk, asked)


def _at_place(desk: RoundDesk, asked: _Asked) -> None:
    pair = pair_of(desk.definition, asked.service or 0, asked.indicator)
    if asked.confirm:
        confirm(desk, [pair], asked.reason)
    elif asked.drop:
        drop(desk, pair, asked.reason)
    else:
        if asked.score is not None and not asked.score.strip():
            raise InputError("moderate_no_mark")
        people = tuple(entries(asked.people))
        moderate(desk, pair, asked.score or "", asked.reason, people)


def _tell(speaker: Speaker, meeting: Meeting, *, is_whole: bool) -> None:
    places = meeting.outcome.definition.rules.score_places
    for row in meeting.agreed:
        speaker.line(
            "moderate_row_stale" if row.is_stale else "moderate_row",
            **_named(row.service, row.made),
            original=_points(row.original, places) or NOTHING,
            mark=row.agreed.mark or say("field_not_applicable", speaker.language),
            points=_points(row.points, places) or NOTHING,
            difference=_points(row.difference, places) or NOTHING,
            people=", ".join(row.agreed.people),
            reason=row.agreed.reason,
        )
    if not is_whole:
        return
    speaker.line("moderate_meeting", count=len(meeting.rows))
    for one in meeting.rows:
        speaker.line(
            "moderate_meeting_decides" if one.decides else "moderate_meeting_row",
            **_named(one.service.service, one.made),
            spread=printed(half_up(one.spread, places), places),
            most=plain(one.made.indicator.max_points),
            low=_total(one.low, places) or NOTHING,
            high=_total(one.high, places) or NOTHING,
        )


def _named(service: Service, made: IndicatorOutcome) -> dict[str, object]:
    return {"number": service.number, "service": service.name, "code": made.indicator.code}


def _points(number: Decimal | None, places: int) -> str | None:
    return None if number is None else printed(number, places)


def _total(row: ServiceOutcome | None, places: int) -> str | None:
    return None if row is None else _points(row.total, places)


def _object(meeting: Meeting, stale: int) -> dict[str, Any]:
    places = meeting.outcome.definition.rules.score_places
    return {
        "meeting": [_meeting_object(row, places) for row in meeting.rows],
        "moderated": [_moderated_object(row, places) for row in meeting.agreed],
        "stale": stale,
    }


def _moderated_object(row: ModeratedRow, places: int) -> dict[str, Any]:
    return {
        "service": row.service.number,
        "indicator": row.made.indicator.code,
        "mark": row.agreed.mark,
        "points": _points(row.points, places),
        "original": _points(row.original, places),
        "difference": _points(row.difference, places),
        "reason": row.agreed.reason,
        "people": list(row.agreed.people),
        "stale": row.is_stale,
    }


def _meeting_object(row: MeetingRow, places: int) -> dict[str, Any]:
    return {
        "service": row.service.service.number,
        "indicator": row.made.indicator.code,
        "need": row.need.name.lower(),
        "spread": printed(half_up(row.spread, places), places),
        "decides": row.decides,
        "totals": [_total(row.low, places), _total(row.high, places)],
    }
