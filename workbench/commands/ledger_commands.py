"""``issue``, ``object``, ``finalise``, ``reopen``, ``progress``: a result becomes final."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from models.errors import AppError
from workbench.commands.building import NUMBER, argument, command, option
from workbench.commands.confirm_command import tell_row
from workbench.commands.opening import opened_round
from workbench.commands.speaking import Speaker
from workbench.errors import InputError
from workbench.ledger.finalising import finalise, is_final, reopen
from workbench.ledger.objections import (
    DECISIONS,
    Objection,
    decide_objection,
    log_objection,
    objections,
)
from workbench.ledger.progress import EvaluatorProgress, progress_board, reminder_text
from workbench.ledger.versions import ResultVersion, issue_version
from workbench.measures.confirmations import UNCONFIRMED
from workbench.measures.confirming import read_figures
from workbench.rounds.desk import open_round

_OF_LOGGING: Final = frozenset({"service", "received", "by", "claim"})
_OF_DECIDING: Final = frozenset({"decide", "decision", "reason"})


def issue_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench issue``."""
    note = option(speaker, "--note", key="option_note", default="")
    return command(speaker, "issue", _issue, [argument("ROUND.round"), note])


def _issue(speaker: Speaker, round: Path, note: str) -> int:
    with open_round(round) as desk:
        made = issue_version(desk, note)
    below = ", ".join(map(str, made.below)) or "–"
    speaker.line(
        "issued", version=made.number, average=made.average or "–", count=made.counted, below=below
    )
    speaker.answer(_version(made))
    return 0


def _version(made: ResultVersion) -> dict[str, Any]:
    return {
        "version": made.number,
        "average": made.average,
        "counted": made.counted,
        "below": list(made.below),
        "state": made.state,
    }


def object_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench object``."""
    return command(
        speaker,
        "object",
        _object,
        [
            argument("ROUND.round"),
            option(speaker, "--service", key="option_service", type=NUMBER),
            option(speaker, "--received", key="option_received", default=""),
            option(speaker, "--by", key="option_by", default=""),
            option(speaker, "--claim", key="option_claim", default=""),
            option(speaker, "--decide", key="option_decide", type=NUMBER),
            option(speaker, "--decision", key="option_decision", type=click.Choice(DECISIONS)),
            option(speaker, "--reason", key="ledger_option_reason", default=""),
        ],
    )


def _object(speaker: Speaker, round: Path, **given: Any) -> int:
    service, decide = given["service"], given["decide"]
    logging, deciding = _OF_LOGGING & _said(given), _OF_DECIDING & _said(given)
    if (logging and deciding) or (logging and service is None) or (deciding and decide is None):
        raise InputError("object_one_choice")
    is_list = service is None and decide is None
    with opened_round(speaker, round, read_only=is_list) as desk:
        if service is not None:
            log_objection(desk, service, given["received"], given["by"], given["claim"])
        elif decide is not None:
            decide_objection(desk, decide, given["decision"] or "", given["reason"])
        rows = objections(desk)
    for row in rows:
        speaker.line(
            "objection_row",
            number=row.number,
            service=f"{row.service.number} {row.service.name}",
            by=row.by,
            received=row.received,
            decision=AppError(f"decision_{row.decision or 'open'}"),
            count=len(row.changed),
        )
    speaker.answer({"objections": [_objection(row) for row in rows]})
    return 0


def _said(given: Mapping[str, Any]) -> set[str]:
    return {name for name, value in given.items() if value not in (None, "")}


def _objection(row: Objection) -> dict[str, Any]:
    return {
        "number": row.number,
        "service": row.service.number,
        "version": row.version,
        "received": row.received,
        "by": row.by,
        "claim": row.claim,
        "decision": row.decision,
        "reason": row.reason,
        "changed": [
            {"what": one.what, "before": one.before, "after": one.after} for one in row.changed
        ],
    }


def finalise_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench finalise``."""
    return command(speaker, "finalise", _finalise, [argument("ROUND.round")])


def _finalise(speaker: Speaker, round: Path) -> int:
    with open_round(round) as desk:
        rows = () if is_final(desk) else read_figures(desk).rows
        left = [row for row in rows if row.stand in UNCONFIRMED]
        if left:
            speaker.line("confirm_left", count=len(left))
        for row in left:
            tell_row(speaker, row)
        made = finalise(desk)
    speaker.line("finalised", name=round.name, hash=made)
    told = [{"service": row.service.number, "indicator": row.made.indicator.code} for row in left]
    speaker.answer({"file": str(round.absolute()), "hash": made, "unconfirmed": told})
    return 0


def reopen_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench reopen``."""
    reason = option(speaker, "--reason", key="ledger_option_reason", default="")
    return command(speaker, "reopen", _reopen, [argument("ROUND.round"), reason])


def _reopen(speaker: Speaker, round: Path, reason: str) -> int:
    with open_round(round) as desk:
        reopen(desk, reason)
    speaker.line("reopened", name=round.name)
    speaker.answer({"file": str(round.absolute())})
    return 0


def progress_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench progress``."""
    return command(speaker, "progress", _progress, [argument("ROUND.round")])


def _progress(speaker: Speaker, round: Path) -> int:
    with opened_round(speaker, round) as desk:
        rows, rules = progress_board(desk), desk.definition.rules
    if rules.rehearsal:
        speaker.line("rehearsal_mark")
    for row in rows:
        speaker.line(
            "progress_row" if row.receipt is None else "progress_sealed",
            evaluator=f"{row.evaluator.code} {row.evaluator.name}",
            given=row.given,
            expected=row.expected,
            receipt=row.receipt or "–",
        )
    told = [
        _board_row(row) | {"reminder": reminder_text(row, rules, speaker.language)} for row in rows
    ]
    speaker.answer({"evaluators": told})
    return 0


def _board_row(row: EvaluatorProgress) -> dict[str, Any]:
    return {
        "evaluator": row.evaluator.code,
        "given": row.given,
        "expected": row.expected,
        "sections": {one.code: [one.given, one.expected] for one in row.sections},
        "missing": {str(one.number): one.count for one in row.missing},
        "receipt": row.receipt,
        "file": row.last_file,
    }
