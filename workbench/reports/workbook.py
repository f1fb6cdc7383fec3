"""The workbook: built from an outcome, written beside its target, read back, put in its place."""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from workbench.calibration.calibrating import Calibration
from workbench.measures.confirmations import figures_rows
from workbench.progress import Progress, Pulse, silent, unwatched
from workbench.reports.adjustments_sheet import adjustments_place, adjustments_sheet
from workbench.reports.basis_sheet import basis_sheet
from workbench.reports.book import Book
from workbench.reports.calibration_sheet import calibration_sheet
from workbench.reports.chart_sheet import chart_sheet
from workbench.reports.edition import Edition
from workbench.reports.findings_sheet import findings_sheet
from workbench.reports.grounds import Grounds
from workbench.reports.issued_sheets import NOTHING_ISSUED, Issued, issued_sheets
from workbench.reports.judging import filtered, judged_below, judged_totals
from workbench.reports.moderated_sheet import moderated_place, moderated_sheet
from workbench.reports.open_sheet import open_sheet
from workbench.reports.paper import Imprint
from workbench.reports.placing import placed
from workbench.reports.points_sheet import points_sheet
from workbench.reports.printed_figures import printed_figures
from workbench.reports.proof_layout import lay_out
from workbench.reports.proof_sheet import proof_sheet
from workbench.reports.readback import compare
from workbench.reports.robustness_sheet import ROBUSTNESS, robustness_sheet
from workbench.reports.sheet import Sheet, held, write_sheet
from workbench.reports.summary_sheet import Summary, summary, summary_sheet
from workbench.reports.totals_sheet import below_sheet, totals_sheet
from workbench.reports.typed_sheet import typed_place, typed_sheet
from workbench.reports.wording import report_title, round_name
from workbench.results.outcome import Outcome, SealState
from workbench.results.robustness import robustness

__all__ = ["sheets_of", "write_workbook"]

_EVERY: Final = 250
"""Rows between two reports of progress."""
_HELD: Final = 20_000
"""Up to so many rows are held for the read-back (1 to 2 KB each) instead of being made again."""


def write_workbook(
    outcome: Outcome,
    seals: tuple[SealState, ...],
    target: Path,
    edition: Edition,
    *,
    issued: Issued = NOTHING_ISSUED,
    is_final: bool = False,
    calibration: Calibration | None = None,
    grounds: Grounds | None = None,
    progress: Progress = silent,
) -> Path:
    """Write this ``edition`` of the report of ``outcome`` to ``target`` and return it.

    The file is complete and compared with what was meant, and its numbers with ``outcome``
    itself, before it takes its place; whatever stood there stays untouched until then.
    ``is_final`` says that the round is final; with ``calibration`` an internal report holds
    평가위원 분석, with ``grounds`` 계산 근거. ``Cancelled`` from ``progress`` leaves nothing.

    Raises:
        ExportError: the report cannot be written there, or reads back differently.
    """
    pulse = partial(progress, 0, 1, ROBUSTNESS)
    front = summary(outcome, seals, edition)
    sheets = sheets_of(outcome, front, edition, issued, calibration, grounds, pulse=pulse)
    sheets = held(sheets, _HELD)
    figures = printed_figures(outcome, front.addresses, is_public=edition.is_public)
    rules = outcome.definition.rules
    receipts = tuple(seal.receipt for seal in seals if seal.receipt)
    imprint = Imprint(round_name(rules), edition, receipts, is_final=is_final)
    with placed(target) as draft_path:
        steps = _Steps(progress, 2 * sum(sheet.length for sheet in sheets))
        _write(draft_path, sheets, imprint, report_title(rules), steps)
        steps.doing = "다시 읽어 비교"
        compare(draft_path, sheets, steps.tick, figures)
        steps.finish()
    return target


def sheets_of(
    outcome: Outcome,
    front: Summary,
    edition: Edition,
    issued: Issued = NOTHING_ISSUED,
    calibration: Calibration | None = None,
    grounds: Grounds | None = None,
    *,
    pulse: Pulse = unwatched,
) -> tuple[Sheet, ...]:
    """Return the sheets of one edition, in the order of their tabs; ``front`` is its 요약.

    ``pulse`` is called while it is found out how firm the verdicts are, which takes longest.
    """
    if edition.is_public:
        return summary_sheet(front, edition), findings_sheet(outcome, edition)
    typed = typed_place(outcome)
    return (
        summary_sheet(front, edition),
        judged_totals(outcome, totals_sheet(outcome, edition)),
        *([chart_sheet(outcome, edition)] if outcome.counted else []),
        judged_below(outcome, below_sheet(outcome, edition)),
        robustness_sheet(outcome, robustness(outcome, pulse=pulse), edition),
        *([adjustments_sheet(outcome, edition)] if adjustments_place(outcome).rows else []),
        points_sheet(outcome, edition, typed),
        typed_sheet(outcome, edition, typed),
        *([moderated_sheet(outcome, edition)] if moderated_place(outcome).rows else []),
        *_computed(outcome, edition, grounds),
        findings_sheet(outcome, edition),
        open_sheet(outcome, edition),
        *issued_sheets(outcome, issued, edition),
        *([calibration_sheet(calibration, outcome, edition)] if calibration else []),
        filtered(proof_sheet(lay_out(outcome, typed, front.addresses), edition)),
    )


def _computed(outcome: Outcome, edition: Edition, grounds: Grounds | None) -> list[Sheet]:
    rows = () if grounds is None else figures_rows(outcome, grounds.confirmations)
    return [basis_sheet(outcome, rows, edition, grounds.bases)] if grounds and rows else []


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
    path: Path, sheets: Sequence[Sheet], imprint: Imprint, title: str, steps: _Steps
) -> None:
    with path.open("wb") as file:
        with Book(file, imprint.edition, title) as book:
            book.workbook.calculation.fullCalcOnLoad = True
            for sheet in sheets:
                steps.doing = sheet.name
                steps.report()
                write_sheet(book, sheet, imprint=imprint, tick=steps.tick)
        file.flush()
        os.fsync(file.fileno())
