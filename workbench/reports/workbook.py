"""The workbook: built from an outcome, written beside its target, read back, put in its place."""

import io
import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from workbench.progress import Progress, silent
from workbench.reports.adjustments_sheet import adjustments_place, adjustments_sheet
from workbench.reports.edition import Audience, Edition
from workbench.reports.findings_sheet import findings_sheet
from workbench.reports.issued_sheets import NOTHING_ISSUED, Issued, issued_sheets
from workbench.reports.moderated_sheet import moderated_place, moderated_sheet
from workbench.reports.open_sheet import open_sheet
from workbench.reports.placing import placed
from workbench.reports.points_sheet import points_sheet
from workbench.reports.proof_layout import lay_out
from workbench.reports.proof_sheet import proof_sheet
from workbench.reports.readback import compare
from workbench.reports.safe_text import cut_to, legal
from workbench.reports.sheet import Sheet, write_sheet
from workbench.reports.styles import Styles
from workbench.reports.summary_sheet import summary, summary_sheet
from workbench.reports.totals_sheet import below_sheet, totals_sheet
from workbench.reports.typed_sheet import typed_place, typed_sheet
from workbench.reports.wording import report_title
from workbench.results.outcome import Outcome, SealState

__all__ = ["Audience", "sheets_of", "write_workbook"]

_EVERY = 250
"""Rows between two reports of progress."""


def write_workbook(
    outcome: Outcome,
    seals: tuple[SealState, ...],
    target: Path,
    *,
    audience: Audience = Audience.INTERNAL,
    draft: bool,
    made_at: datetime,
    issued: Issued = NOTHING_ISSUED,
    progress: Progress = silent,
) -> Path:
    """Write the report of ``outcome`` to ``target`` and return it.

    The file is complete and compared with what was meant before it takes its place; whatever
    stood there stays untouched until then. ``Cancelled`` from ``progress`` leaves nothing.

    Raises:
        ExportError: the report cannot be written there, or reads back differently.
    """
    rehearsal = outcome.definition.rules.rehearsal
    version = "" if audience is Audience.PUBLIC else issued.name(outcome)
    edition = Edition(audience, draft, rehearsal, made_at, version)
    sheets = sheets_of(outcome, seals, edition, issued)
    with placed(target) as draft_path:
        steps = _Steps(progress, 2 * sum(sheet.length for sheet in sheets))
        _write(draft_path, sheets, edition, report_title(outcome.definition.rules), steps)
        steps.doing = "다시 읽어 비교"
        compare(draft_path, sheets, steps.tick)
        steps.finish()
    return target


def sheets_of(
    outcome: Outcome,
    seals: tuple[SealState, ...],
    edition: Edition,
    issued: Issued = NOTHING_ISSUED,
) -> tuple[Sheet, ...]:
    """Return the sheets of one edition, in the order of their tabs."""
    front = summary(outcome, seals, edition)
    if edition.is_public:
        return summary_sheet(front, edition), findings_sheet(outcome, edition)
    typed = typed_place(outcome)
    return (
        summary_sheet(front, edition),
        totals_sheet(outcome, edition),
        below_sheet(outcome, edition),
        *([adjustments_sheet(outcome, edition)] if adjustments_place(outcome).rows else []),
        points_sheet(outcome, edition),
        typed_sheet(outcome, edition, typed),
        *([moderated_sheet(outcome, edition)] if moderated_place(outcome).rows else []),
        findings_sheet(outcome, edition),
        open_sheet(outcome, edition),
        *issued_sheets(outcome, issued, edition),
        proof_sheet(lay_out(outcome, typed, front.addresses), edition),
    )


class _Steps:
    """Counts rows and reports now and then; a report may raise ``Cancelled``."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = max(total, 1)
        self._done = 0
        self.doing = ""

    def tick(self) -> None:
        """Count one row."""
        self._done += 1
        if self._done % _EVERY == 1:
            self.report()

    def finish(self) -> None:
        """Tell that all is done; the last moment to stop."""
        self._done = self._total
        self.report()

    def report(self) -> None:
        """Tell how far the work has come."""
        self._progress(min(self._done, self._total), self._total, self.doing)


def _write(
    path: Path, sheets: Sequence[Sheet], edition: Edition, title: str, steps: _Steps
) -> None:
    workbook: Any = Workbook(write_only=True)
    try:
        _describe(workbook, edition, title)
        styles = Styles(workbook)
        for sheet in sheets:
            steps.doing = sheet.name
            steps.report()
            write_sheet(workbook, styles, sheet, edition=edition, title=title, tick=steps.tick)
        packed = io.BytesIO()  # in memory: a full disk leaves no archive half open
        workbook.save(packed)
        with path.open("wb") as file:
            file.write(packed.getbuffer())
            file.flush()
            os.fsync(file.fileno())
    finally:
        _discard_parts(workbook)


def _describe(workbook: Any, edition: Edition, title: str) -> None:
    workbook.calculation.fullCalcOnLoad = True
    workbook.properties.creator = "Scoring Workbench"
    workbook.properties.title = cut_to(legal(title), 200)
    workbook.properties.created = edition.made_at.astimezone(UTC).replace(tzinfo=None)


def _discard_parts(workbook: Any) -> None:
    # the library keeps each sheet in a temporary file until it is saved, and leaves it there else
    for sheet in workbook.worksheets:
        writer = sheet._writer
        if writer is None or not os.path.exists(writer.out):
            continue
        with suppress(OSError, StopIteration, ValueError):
            if not sheet.closed:
                sheet.close()
        with suppress(OSError, ValueError):
            writer.cleanup()
