"""``history`` and ``withdraw``: what happened to a round, and letting an import sleep."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from workbench.commands.building import FILE, argument, command, option
from workbench.commands.speaking import Speaker
from workbench.errors import InputError
from workbench.exact import printed
from workbench.ledger.entries import KINDS, Entry, history
from workbench.ledger.exporting import export_history
from workbench.ledger.withdrawing import (
    ImportRow,
    Moved,
    WithdrawalPlan,
    imports,
    plan_withdrawal,
    withdraw,
)
from workbench.rounds.desk import RoundDesk, open_round


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
    with open_round(round, read_only=True) as desk:
        found = history(desk)
        if output is not None:
            export_history(desk, output, speaker.language)
    entries = [row for row in found.entries if kind in (None, row.kind)]
    for row in entries:
        text = f"{row.number:>4}  {_when(row.at)}  {speaker.sentence(row.words)}"
        speaker.text(f"{text} ({row.reason})" if row.reason else text)
    if found.broken_at is None:
        speaker.line("history_intact", chain=found.chain)
    else:
        speaker.line("history_broken_at", number=found.broken_at)
    if output is not None:
        speaker.line("history_written", path=output)
    speaker.answer(
        {
            "entries": [_entry(speaker, row) for row in entries],
            "chain": found.chain,
            "intact": found.broken_at is None,
        }
    )
    return 0


def _entry(speaker: Speaker, row: Entry) -> dict[str, Any]:
    return {
        "number": row.number,
        "at": datetime.fromtimestamp(row.at // 1000, UTC).isoformat(),
        "kind": row.kind,
        "text": speaker.sentence(row.words),
        "reason": row.reason,
    }


def _when(at: int) -> str:
    return f"{datetime.fromtimestamp(at // 1000, UTC).astimezone():%Y-%m-%d %H:%M}"


def withdraw_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench withdraw``."""
    return command(
        speaker,
        "withdraw",
        _withdraw,
        [
            argument("ROUND.round"),
            option(speaker, "--import", key="option_import", type=int),
            option(speaker, "--file", key="option_import_file"),
            option(speaker, "--reason", key="option_reason", default=""),
            option(speaker, "--dry-run", key="option_dry_run", is_flag=True),
        ],
    )


def _withdraw(speaker: Speaker, round: Path, reason: str, dry_run: bool, **given: Any) -> int:
    number, file = given["import"], given["file"]
    listing = number is None and file is None
    with open_round(round, read_only=listing or dry_run) as desk:
        rows = imports(desk)
        if listing:
            _tell_imports(speaker, rows)
            return 0
        if number is None:
            number = _number_of(rows, file)
        plan = plan_withdrawal(desk, number) if dry_run else withdraw(desk, number, reason)
    _tell_plan(speaker, desk, plan, done=not dry_run)
    return 0


def _number_of(rows: tuple[ImportRow, ...], file: str) -> int:
    found = [row.number for row in rows if row.file == file and not row.withdrawn]
    if len(found) != 1:
        raise InputError("withdraw_which", name=file, count=len(found))
    return found[0]


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
                    "at": datetime.fromtimestamp(row.imported_at // 1000, UTC).isoformat(),
                    "withdrawn": row.withdrawn,
                    "receipt": row.receipt,
                }
                for row in rows
            ]
        }
    )


def _tell_plan(speaker: Speaker, desk: RoundDesk, plan: WithdrawalPlan, *, done: bool) -> None:
    speaker.line(
        "withdraw_done" if done else "withdraw_plan",
        file=plan.row.file,
        number=plan.row.number,
        cells=len(plan.cells),
        sleeping=plan.sleeping,
    )
    for place in plan.cells:
        speaker.text(f"- {speaker.sentence(place)}")
    places = desk.definition.rules.score_places
    moved = [_moved(row, places) for row in plan.moved]
    for row in moved:
        speaker.line("withdraw_moved", **row)
    speaker.answer(
        {
            "number": plan.row.number,
            "file": plan.row.file,
            "withdrawn": done,
            "cells": [speaker.sentence(place) for place in plan.cells],
            "sleeping": plan.sleeping,
            "conflicts": plan.conflicts_after,
            "services": moved,
        }
    )


def _moved(row: Moved, places: int) -> dict[str, Any]:
    (was, before), (becomes, after) = row.before, row.after
    return {
        "number": row.service.number,
        "before": was.value,
        "after": becomes.value,
        "total_before": "–" if before is None else printed(before, places),
        "total_after": "–" if after is None else printed(after, places),
    }
