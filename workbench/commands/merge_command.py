"""``merge``: prints the plan, then applies it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import click

from workbench.commands.building import argument, command, option
from workbench.commands.place_note import note_place
from workbench.commands.speaking import Speaker
from workbench.definition.terms import Evaluator
from workbench.merging.naming import Kind
from workbench.merging.report import FileReport, MergeReport
from workbench.rounds.desk import open_round

_TOLD_APART: Final = (Kind.FUTURE, Kind.PARALLEL)
"""Futures have a line of their own; where copies agree, nothing is skipped."""


def merge_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench merge``."""
    return command(
        speaker,
        "merge",
        _merge,
        [
            argument("ROUND.round"),
            argument("FILE", many=True),
            option(speaker, "--dry-run", key="option_dry_run", is_flag=True),
            option(speaker, "--all-or-nothing", key="option_all_or_nothing", is_flag=True),
        ],
    )


def _merge(
    speaker: Speaker, round: Path, file: tuple[Path, ...], dry_run: bool, all_or_nothing: bool
) -> int:
    note_place(speaker, round)
    with open_round(round) as desk, speaker.progress() as progress:
        report = desk.merge(file, dry_run=dry_run, all_or_nothing=all_or_nothing, progress=progress)
    for row in report.files:
        _tell(speaker, row)
    _tell_end(speaker, report, dry_run=dry_run)
    speaker.answer(_object(speaker, report))
    return report.exit_code


def _tell(speaker: Speaker, row: FileReport) -> None:
    if row.error is not None:
        speaker.complain(row.error)
        return
    key = "merge_nothing_new" if row.status == "nothing new" else "merge_file"
    speaker.line(
        key,
        name=row.file.name,
        evaluator=row.evaluator,
        new=row.new,
        unchanged=row.unchanged,
        conflicts=row.conflicts,
        stray=row.stray,
    )
    for note in row.notes:
        if note.kind not in _TOLD_APART:
            speaker.line("merge_note", place=note.place, why=note.why)
    if row.futures:
        speaker.line("merge_futures", name=row.file.name, futures=row.futures, places=row.differing)
    if row.receipt is None:
        speaker.line("merge_interim", name=row.file.name)
    else:
        speaker.line("merge_sealed", name=row.file.name, receipt=row.receipt)


def _tell_end(speaker: Speaker, report: MergeReport, *, dry_run: bool) -> None:
    if dry_run:
        speaker.line("merge_dry_run")
    elif not report.applied:
        speaker.line("merge_not_applied")
    if report.missing:
        speaker.line("merge_missing", who=_codes(report.missing))
    if report.incomplete:
        speaker.line("merge_incomplete", who=_codes(report.incomplete))
    if report.stale:
        speaker.line("merge_stale", count=report.stale)
    speaker.line("merge_conflicts" if report.conflicts else "merge_clear", count=report.conflicts)


def _codes(people: Iterable[Evaluator]) -> str:
    return ", ".join(row.code for row in people)


def _object(speaker: Speaker, report: MergeReport) -> dict[str, Any]:
    return {
        "applied": report.applied,
        "conflicts": report.conflicts,
        "stale": report.stale,
        "missing": [row.code for row in report.missing],
        "incomplete": [row.code for row in report.incomplete],
        "files": [
            {
                "file": str(row.file.absolute()),
                "evaluator": row.evaluator,
                "status": row.status,
                "new": row.new,
                "unchanged": row.unchanged,
                "conflicts": row.conflicts,
                "stray": row.stray,
                "changed": row.changed,
                "parallel": row.parallel,
                "enter_again": row.enter_again,
                "given": row.given,
                "expected": row.expected,
                "notes": [
                    {
                        "kind": note.kind.value,
                        "place": speaker.sentence(note.place),
                        "text": speaker.sentence(note.why),
                    }
                    for note in row.notes
                ],
                "futures": row.futures,
                "differing": [speaker.sentence(place) for place in row.differing],
                "sealed": row.sealed,
                "receipt": row.receipt,
                "reason": "" if row.error is None else speaker.sentence(row.error),
            }
            for row in report.files
        ],
    }
