"""``adjust``: bonus and penalty (가점·감점) on the command line."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from models.errors import AppError
from workbench.adjusting.adjusting import adjust, adjustments_of, take_back
from workbench.adjusting.effects import AdjustedService, Effect
from workbench.adjusting.points import as_typed, exactly, signed
from workbench.commands.building import NUMBER, argument, command, option
from workbench.commands.opening import opened_round
from workbench.commands.speaking import Speaker
from workbench.definition.terms import Uid
from workbench.errors import InputError
from workbench.exact import printed
from workbench.home import moment
from workbench.results.outcome import Adjustment, Verdict
from workbench.rounds.desk import RoundDesk

NOTHING: Final = "–"
_SHORTEST: Final = 8
Change = Callable[[RoundDesk], Uid]


class _Asked(NamedTuple):
    """What stands on the command line."""

    service: int | None
    points: str | None
    reason: str
    evidence: str
    change: str | None
    take_back: str | None
    list: bool


def adjust_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench adjust``."""
    return command(
        speaker,
        "adjust",
        _adjust,
        [
            argument("ROUND.round"),
            option(speaker, "--service", key="option_service", type=NUMBER),
            option(speaker, "--points", key="adjust_option_points"),
            option(speaker, "--reason", key="adjust_option_reason", default=""),
            option(speaker, "--evidence", key="adjust_option_evidence", default=""),
            option(speaker, "--change", key="adjust_option_change", metavar="UID"),
            option(speaker, "--take-back", key="adjust_option_take_back", metavar="UID"),
            option(speaker, "--list", key="adjust_option_list", is_flag=True),
        ],
    )


def _adjust(speaker: Speaker, round: Path, **given: Any) -> int:
    change = _change(_Asked(**given))
    with opened_round(speaker, round, read_only=change is None) as desk:
        changed = None if change is None else change(desk)
        places = desk.definition.rules.score_places
        rows = [row for row in adjustments_of(desk) if row.adjustments]
    for row in rows:
        _tell(speaker, row, places)
    if not rows:
        speaker.line("adjust_none")
    services = [_service_object(row, places) for row in rows]
    speaker.answer({"changed": changed and changed.hex(), "services": services})
    return 0


def _change(asked: _Asked) -> Change | None:
    """Return what is to be done, None where the list is asked for.

    Raises:
        InputError: several things at once, or not all that one of them needs.
    """
    wanted = (asked.list, asked.points is not None, asked.take_back is not None)
    if sum(wanted) > 1:
        raise InputError("adjust_one_choice")
    places = asked.service is not None or asked.change is not None or bool(asked.evidence)
    words = bool(asked.reason)
    if asked.points is not None:
        if asked.service is None:
            raise InputError("adjust_place_and_points")
        return lambda desk: _given(desk, asked)
    if asked.take_back is not None and not places:
        return lambda desk: _taken_back(desk, asked)
    if places or words:
        raise InputError("adjust_place_and_points")
    return None


def _given(desk: RoundDesk, asked: _Asked) -> Uid:
    uid = None if asked.change is None else _uid(desk, asked.change)
    number, points = asked.service or 0, asked.points or ""
    return adjust(desk, number, points, asked.reason, asked.evidence, uid)


def _taken_back(desk: RoundDesk, asked: _Asked) -> Uid:
    uid = _uid(desk, asked.take_back or "")
    take_back(desk, uid, asked.reason)
    return uid


def _uid(desk: RoundDesk, text: str) -> Uid:
    """Return the adjustment whose mark begins with ``text``.

    Raises:
        InputError: none does, or several do.
    """
    wanted = text.strip().casefold()
    uids = [one.uid for row in adjustments_of(desk) for one in row.adjustments]
    found = [uid for uid in uids if wanted and uid.hex().startswith(wanted)]
    if len(found) > 1:
        raise InputError("adjust_which", text=wanted, count=len(found))
    if not found:
        raise InputError("adjust_unknown")
    return found[0]


def _tell(speaker: Speaker, row: AdjustedService, places: int) -> None:
    named = {"number": row.service.number, "service": row.service.name}
    for one in row.adjustments:
        speaker.line(
            "adjust_row_evidence" if one.evidence else "adjust_row",
            **named,
            uid=one.uid.hex()[:_SHORTEST],
            points=as_typed(one.points),
            reason=_on_one_line(one.reason),
            evidence=_on_one_line(one.evidence),
        )
    before, now = row.before, row.now
    speaker.line(
        "adjust_sum_capped" if now.is_capped else "adjust_sum",
        **named,
        before=_total(before, places) or NOTHING,
        given=signed(now.given, places),
        applied=signed(now.applied, places),
        total=_total(now, places) or NOTHING,
        verdict=_verdict(now.verdict),
    )
    if before.verdict is not now.verdict:
        verdicts = {"before": _verdict(before.verdict), "after": _verdict(now.verdict)}
        speaker.line("adjust_moved", **named, **verdicts)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _verdict(verdict: Verdict) -> AppError:
    return AppError(f"verdict_{verdict.value}")


def _total(effect: Effect, places: int) -> str | None:
    return None if effect.total is None else printed(effect.total, places)


def _service_object(row: AdjustedService, places: int) -> dict[str, Any]:
    before, now = row.before, row.now
    return {
        "number": row.service.number,
        "name": row.service.name,
        "adjustments": _adjustments(row.adjustments, places),
        "given": exactly(now.given, places),
        "adjusted": printed(now.applied, places),
        "capped": now.is_capped,
        "clipped": now.is_clipped,
        "sections": _total(before, places),
        "total": _total(now, places),
        "verdict_before": before.verdict.value,
        "verdict": now.verdict.value,
        "rank": row.rank,
    }


def _adjustments(rows: Sequence[Adjustment], places: int) -> list[dict[str, Any]]:
    return [
        {
            "uid": one.uid.hex(),
            "points": exactly(one.points, places),
            "reason": one.reason,
            "evidence": one.evidence,
            "made_at": moment(one.made_at).isoformat(),
        }
        for one in rows
    ]
