"""What is said of a whole merge: how much it brings, who is missing, what keeps it open."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from workbench.definition.terms import Evaluator
from workbench.merging.report import MergeReport

_MOST_NAMES: Final = 6


def taken(report: MergeReport | None) -> int:
    """Return how many files bring something."""
    files = report.files if report is not None else ()
    return sum(row.status == "merged" for row in files)


def counts_words(report: MergeReport) -> str:
    """Return how many files bring what."""
    words = QCoreApplication.translate(
        "MergePage", "new scores from {taken}, nothing new {same}, refused {refused}"
    )
    return words.format(
        taken=taken(report),
        same=sum(row.status == "nothing new" for row in report.files),
        refused=sum(row.status == "refused" for row in report.files),
    )


def plan_words(report: MergeReport, arrived: Sequence[Path], *, has_changed: bool) -> str:
    """Return how things stand while a plan is shown and nothing has been merged."""
    if has_changed:
        return QCoreApplication.translate(
            "MergePage", "A file changed since the plan, so nothing was merged. Look again."
        )
    if arrived:
        words = QCoreApplication.translate(
            "MergePage", "Arrived and added to the plan: {names}. Nothing has changed yet."
        )
        return words.format(names=_few([path.name for path in arrived]))
    if not taken(report):
        return QCoreApplication.translate(
            "MergePage", "These files bring nothing new, so there is nothing to apply."
        )
    return QCoreApplication.translate(
        "MergePage", "Nothing has changed yet. A backup is made before merging."
    )


def merged_words(report: MergeReport, at: datetime) -> str:
    """Return what was done."""
    words = QCoreApplication.translate(
        "MergePage", "{time}: merged {count}, with a backup from before"
    )
    return words.format(time=f"{at:%H:%M}", count=taken(report))


def open_words(report: MergeReport) -> tuple[str, ...]:
    """Return what the merge leaves open, a line each: futures, moderations, who is missing."""
    lines = []
    futures = {row.evaluator: row.futures for row in report.files if row.futures}
    for code, count in futures.items():
        words = QCoreApplication.translate(
            "MergePage", "{code}'s book has two futures: {count} cells differ."
        )
        lines.append(words.format(code=code, count=count))
    if report.stale:
        words = QCoreApplication.translate(
            "MergePage", "Moderated marks to confirm again: {count}."
        )
        lines.append(words.format(count=report.stale))
    if report.missing:
        words = QCoreApplication.translate("MergePage", "Not here yet, {count}: {names}")
        lines.append(words.format(count=len(report.missing), names=_people(report.missing)))
    if report.incomplete:
        words = QCoreApplication.translate("MergePage", "Marks still missing, {count}: {names}")
        lines.append(words.format(count=len(report.incomplete), names=_people(report.incomplete)))
    return tuple(lines)


def _people(people: Iterable[Evaluator]) -> str:
    return _few([f"{row.code} {row.name}" for row in people])


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    rest = len(names) - _MOST_NAMES
    if rest <= 0:
        return shown
    more = QCoreApplication.translate("MergePage", "{names} and {count} more")
    return more.format(names=shown, count=rest)
