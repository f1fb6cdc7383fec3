"""``update``: a changed definition into a round, or an update book into a score book."""

from collections import Counter
from pathlib import Path
from typing import Any

import click

from models.errors import AppError
from workbench.commands.building import argument, command, option
from workbench.commands.opening import opened_book, opened_round
from workbench.commands.speaking import Speaker
from workbench.documents import kind_of
from workbench.errors import InputError, MergeError
from workbench.exact import printed
from workbench.ledger.finalising import is_final
from workbench.rounds.redefining import ChangePlan, plan_change, redefine
from workbench.rounds.updating import UpdateReport, plan_update, take_update
from workbench.setup.draft import stored_draft
from workbench.setup.effects import KINDS, Effect, ServiceMove
from workbench.setup.matching import with_uids
from workbench.setup.sheets import sheets_of
from workbench.setup.templates import sheets_from


def update_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench update``."""
    return command(
        speaker,
        "update",
        _update,
        [
            argument("FILE"),
            argument("SOURCE"),
            option(speaker, "--reason", key="option_reason", default=""),
            option(speaker, "--dry-run", key="option_dry_run", is_flag=True),
        ],
    )


def _update(speaker: Speaker, file: Path, source: Path, reason: str, dry_run: bool) -> int:
    if kind_of(file) == "round":
        return _update_round(speaker, file, source, reason, dry_run=dry_run)
    return _update_book(speaker, file, source, dry_run=dry_run)


def _update_round(
    speaker: Speaker, round: Path, source: Path, reason: str, *, dry_run: bool
) -> int:
    with opened_round(speaker, round, read_only=dry_run) as desk:
        if dry_run and is_final(desk):  # it answers as the real run would
            raise MergeError("round_final")
        if stored_draft(desk) is not None:
            raise InputError("change_draft_waiting")  # they would be lost without a word
        sheets = with_uids(sheets_from(source), sheets_of(desk.definition))
        plan = plan_change(desk, sheets)
        if not dry_run:
            redefine(desk, plan, reason)
    tell_plan(speaker, plan)
    _tell_end(speaker, round, plan, dry_run=dry_run)
    speaker.answer(
        {"applied": not dry_run, "file": str(round.absolute()), **plan_object(speaker, plan)}
    )
    return 0


def _tell_end(speaker: Speaker, round: Path, plan: ChangePlan, *, dry_run: bool) -> None:
    if dry_run:
        speaker.line("merge_dry_run")
        return
    key = "update_in_force_again" if plan.is_handed_out else "update_in_force"
    speaker.line(key, name=round.name)


def tell_plan(speaker: Speaker, plan: ChangePlan) -> None:
    """Print what is different and what it does to what is there, a line each."""
    _tell_words(speaker, plan.changed_parts, plan.effects)


def _tell_words(
    speaker: Speaker, changes: tuple[AppError, ...], effects: tuple[Effect, ...]
) -> None:
    for words in (*changes, *(effect.words for effect in effects)):
        speaker.text(speaker.sentence(words))


def _words_object(
    speaker: Speaker, changes: tuple[AppError, ...], effects: tuple[Effect, ...]
) -> dict[str, Any]:
    return {
        "changes": [speaker.sentence(part) for part in changes],
        "effects": [
            {"kind": effect.kind, "words": speaker.sentence(effect.words)} for effect in effects
        ],
    }


def plan_object(speaker: Speaker, plan: ChangePlan) -> dict[str, Any]:
    """Return what a plan says as part of a JSON object."""
    counts = Counter(effect.kind for effect in plan.effects)
    places = plan.definition.rules.score_places
    return {
        **_words_object(speaker, plan.changed_parts, plan.effects),
        "counts": {kind: counts[kind] for kind in KINDS},
        "moved": [_move(row, places) for row in plan.moved],
    }


def _move(row: ServiceMove, places: int) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.name,
        "verdict_before": row.verdict_before,
        "verdict_after": row.verdict_after,
        "total_before": None if row.total_before is None else printed(row.total_before, places),
        "total_after": None if row.total_after is None else printed(row.total_after, places),
    }


def _update_book(speaker: Speaker, book: Path, source: Path, *, dry_run: bool) -> int:
    with opened_book(speaker, book, read_only=dry_run) as opened:
        report = plan_update(opened, source) if dry_run else take_update(opened, source)
    _tell_words(speaker, report.changes, report.effects)
    _tell_book(speaker, book, source, report, dry_run=dry_run)
    speaker.answer(
        {
            "applied": report.is_newer and not dry_run,
            "file": str(book.absolute()),
            "versions": report.versions,
            **_words_object(speaker, report.changes, report.effects),
            "enter_again": report.enter_again,
            "stray": report.stray,
            "missing": report.missing,
            "seal_ended": report.ends_seal,
        }
    )
    return 0


def _tell_book(
    speaker: Speaker, book: Path, source: Path, report: UpdateReport, *, dry_run: bool
) -> None:
    if not report.is_newer:
        speaker.line("update_nothing_newer", name=source.name, book=book.name)
        return
    speaker.line(
        "update_taken",
        name=book.name,
        again=report.enter_again,
        stray=report.stray,
        missing=report.missing,
    )
    if report.ends_seal:
        speaker.line("update_ends_seal", name=book.name)
    if dry_run:
        speaker.line("merge_dry_run")
