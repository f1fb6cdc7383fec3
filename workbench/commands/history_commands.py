"""``history`` and ``withdraw``: what happened to a round, and letting an import sleep."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from models.errors import AppError, StoreError
from workbench.commands.building import FILE, argument, command, option
from workbench.commands.opening import opened_round
from workbench.commands.speaking import Speaker
from workbench.errors import InputError
from workbench.exact import printed
from workbench.home import moment
from workbench.ledger.entries import KINDS, Entry, history
from workbench.ledger.exporting import export_history
from workbench.ledger.finalising import is_final
from workbench.ledger.withdrawing import (
    ImportRow,
    WithdrawalPlan,
    imports,
    plan_withdrawal,
    withdraw,
)
from workbench.merging.report import CONFLICTS_OPEN
from workbench.results.outcome import Verdict
from workbench.text import clean_text


def history_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench history``."""
    return command(
        speaker,
        "history",
        _history,
        [
            argument("ROUND.round"),
            option(speaker, "--kind", key="option_kind", type=click.Choice(KINDS)),
            option(speaker, "-o", "--output", key="option_history_output", type=FILE),
        ],
    )


def _history(speaker: Speaker, round: Path, kind: str | None, output: Path | None) -> int:
    with opened_round(speaker, round) as desk:
        found, final = history(desk), is_final(desk)
        if output is not None:
            export_history(desk, output, speaker.language)
    entries = [row for row in found.entries if kind in (None, row.kind)]
    for row in entries:
        text = f"{row.number:>4}  {_when(row.at)}  {speaker.sentence(row.words)}"
        speaker.text(f"{text} ({row.reason})" if row.reason else text)
    if found.broken_at is None:
        speaker.line("history_intact", chain=found.chain)
    else:
        speaker.complain(StoreError("history_broken_at", number=found.broken_at))
    if final:
        speaker.line("check_final", name=round.name, hash=final)
    if output is not None:
        speaker.line("history_written", path=output)
    speaker.answer(
        {
            "entries": [_entry(speaker, row) for row in entries],
            "chain": found.chain,
            "intact": found.broken_at is None,
            "final": final or None,
        }
    )
    return 0 if found.broken_at is None else StoreError.exit_code


def _entry(speaker: Speaker, row: Entry) -> dict[str, Any]:
    return {
        "number": row.number,
        "at": moment(row.at).isoformat(),
        "kind": row.kind,
        "text": speaker.sentence(row.words),
        "reason": row.reason,
    }


def _when(at: int) -> str:
    return f"{moment(at).astimezone():%Y-%m-%d %H:%M}"


def withdraw_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench withdraw``."""
    return command(
        speaker,
        "withdraw",
        _withdraw,
        [
            argument("ROUND.round"),
            click.Argument(["which"], metavar="[IMPORT_NUMBER|FILE_NAME]", required=False),
            option(speaker, "--reason", key="ledger_option_reason", default=""),
            option(speaker, "--dry-run", key="option_dry_run", is_flag=True),
        ],
    )


def _withdraw(speaker: Speaker, round: Path, which: str | None, reason: str, dry_run: bool) -> int:
    if which is None and (reason or dry_run):
        raise InputError("withdraw_none_named")
    with opened_round(speaker, round, read_only=which is None or dry_run) as desk:
        rows = imports(desk)
        if which is None:
            _tell_imports(speaker, rows)
            return 0
        number = _number_of(rows, which)
        plan = plan_withdrawal(desk, number) if dry_run else withdraw(desk, number, reason)
    _tell_plan(speaker, plan, done=not dry_run)
    return CONFLICTS_OPEN if plan.conflicts_after else 0


def _number_of(rows: tuple[ImportRow, ...], which: str) -> int:
    if which.isascii() and which.isdigit():
        return int(which)
    name = clean_text(Path(which).name)
    named = [row for row in rows if row.file == name]
    if not named:
        raise InputError("withdraw_no_file", name=name)
    standing = [row for row in named if not row.withdrawn]
    if len(standing) > 1:
        numbers = ", ".join(str(row.number) for row in standing)
        raise InputError("withdraw_which", name=name, numbers=numbers)
    return (standing or named)[0].number


def _tell_imports(speaker: Speaker, rows: tuple[ImportRow, ...]) -> None:
    for row in rows:
        speaker.line(
            "import_gone" if row.withdrawn else "import_standing",
            number=row.number,
            evaluator="?" if row.evaluator is None else row.evaluator.code,
            file=row.file,
            at=_when(row.imported_at),
            receipt=row.receipt or "–",
        )
    speaker.answer(
        {
            "imports": [
                {
                    "number": row.number,
                    "evaluator": None if row.evaluator is None else row.evaluator.code,
                    "file": row.file,
                    "at": moment(row.imported_at).isoformat(),
                    "withdrawn": row.withdrawn,
                    "revisions": row.revisions,
                    "receipt": row.receipt,
                }
                for row in rows
            ]
        }
    )


def _tell_plan(speaker: Speaker, plan: WithdrawalPlan, *, done: bool) -> None:
    speaker.line(
        "withdraw_done" if done else "withdraw_plan",
        file=plan.row.file,
        number=plan.row.number,
        cells=len(plan.cells),
        sleeping=plan.sleeping,
    )
    for place in plan.cells:
        speaker.text(f"- {speaker.sentence(place)}")
    places = plan.after.definition.rules.score_places
    for row in plan.moved:
        (was, before), (becomes, after) = row.before, row.after
        speaker.line(
            "withdraw_moved",
            number=row.service.number,
            service=row.service.name,
            before=AppError(f"verdict_{was.value}"),
            after=AppError(f"verdict_{becomes.value}"),
            total_before=_total(before, places) or "–",
            total_after=_total(after, places) or "–",
        )
    if plan.conflicts_after:
        speaker.line("merge_conflicts", count=plan.conflicts_after)
    _answer_plan(speaker, plan, places, done=done)


def _answer_plan(speaker: Speaker, plan: WithdrawalPlan, places: int, *, done: bool) -> None:
    speaker.answer(
        {
            "applied": done,
            "withdrawn": plan.row.number,
            "file": plan.row.file,
            "cells": [speaker.sentence(place) for place in plan.cells],
            "sleeping": plan.sleeping,
            "conflicts": plan.conflicts_after,
            "services": [
                {
                    "number": row.service.number,
                    "before": _standing(row.before, places),
                    "after": _standing(row.after, places),
                }
                for row in plan.moved
            ],
        }
    )


def _standing(standing: tuple[Verdict, Decimal | None], places: int) -> dict[str, str | None]:
    verdict, total = standing
    return {"verdict": verdict.value, "total": _total(total, places)}


def _total(total: Decimal | None, places: int) -> str | None:
    return None if total is None else printed(total, places)
