"""What goes into an export: its sheets, or the parts of the document, each with what it counts."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import product
from typing import Final, NamedTuple

from workbench.journal.fields import FINDINGS as KINDS
from workbench.measures.confirmations import figures_rows
from workbench.reports.adjustments_sheet import ADJUSTMENTS
from workbench.reports.basis_sheet import BASIS
from workbench.reports.calibration_sheet import CALIBRATION
from workbench.reports.chart_sheet import CHARTS
from workbench.reports.document.blocks import Paragraph, Voice
from workbench.reports.document.content import OVERVIEW, RESULT, report_document
from workbench.reports.edition import Audience, Edition
from workbench.reports.findings_sheet import FINDINGS
from workbench.reports.form import Form
from workbench.reports.issued_sheets import DIFFERENCE, OBJECTIONS, Issued
from workbench.reports.marks import every_value
from workbench.reports.moderated_sheet import MODERATED
from workbench.reports.open_sheet import OPEN
from workbench.reports.points_sheet import POINTS
from workbench.reports.preview import Jump, Part, Tally
from workbench.reports.proof_layout import PROOF
from workbench.reports.robustness_sheet import ROBUSTNESS
from workbench.reports.summary_sheet import SUMMARY
from workbench.reports.totals_sheet import TOTALS, below_name
from workbench.reports.typed_sheet import TYPED
from workbench.reports.wording import below_title
from workbench.results.moderated import moderated_rows
from workbench.results.outcome import Outcome, SealState
from workbench.results.wording import printed_texts

Counts = Mapping[Tally, int]


class _Told(NamedTuple):
    """What is said of a part: what it counts, the page that shows the same, and where else."""

    tallies: tuple[Tally, ...]
    page: str = ""
    only_here: bool = False


_RESULT: Final = _Told((Tally.COUNTED, Tally.BELOW), "results")
_TOTALS: Final = _Told((Tally.SERVICES,), "results")
_BELOW: Final = _Told((Tally.BELOW,), "results")
_ADJUSTMENTS: Final = _Told((Tally.ADJUSTMENTS,), "adjustments")
_TEXTS: Final = _Told((Tally.TEXTS, Tally.FINAL_TEXTS), "wording")
_OPEN: Final = _Told((Tally.OPEN,), "results")
_BELOW_SHEET: Final = "below"
"""Stands for the sheet that bears the cut in its name."""
_SHEETS: Final = {
    SUMMARY: _RESULT,
    TOTALS: _TOTALS,
    CHARTS: _Told((Tally.COUNTED,), "results", only_here=True),
    _BELOW_SHEET: _BELOW,
    ROBUSTNESS: _Told((Tally.COUNTED,), "robustness", only_here=True),
    ADJUSTMENTS: _ADJUSTMENTS,
    POINTS: _Told((Tally.SERVICES, Tally.INDICATORS), "results", only_here=True),
    TYPED: _Told((Tally.VALUES,), "progress", only_here=True),
    MODERATED: _Told((Tally.MODERATIONS,), "moderation", only_here=True),
    BASIS: _Told((Tally.FIGURES,), "measures", only_here=True),
    FINDINGS: _TEXTS,
    OPEN: _OPEN,
    DIFFERENCE: _Told((Tally.VERSIONS,), "objections", only_here=True),
    OBJECTIONS: _Told((Tally.OBJECTIONS,), "objections", only_here=True),
    CALIBRATION: _Told((Tally.EVALUATORS,), "calibration", only_here=True),
    PROOF: _Told((), only_here=True),
}
_PARTS: Final = {
    OVERVIEW: _TOTALS,
    RESULT: _RESULT,
    FINDINGS: _TEXTS,
    "종합점수표": _TOTALS,
    "총점 분포": _Told((Tally.COUNTED,), "results"),
    "가점·감점": _ADJUSTMENTS,
    "집계에 들지 않은 사무": _OPEN,
    "평가위원별 접수코드": _Told((Tally.EVALUATORS,), "progress"),
}
_OF_SERVICES_BELOW: Final = "사무"


def parts_of(
    outcome: Outcome, seals: tuple[SealState, ...], issued: Issued, made_at: datetime
) -> dict[tuple[Audience, Form], tuple[Part, ...]]:
    """Return what goes into each form for each audience, in the order in which it stands there."""
    counts = counts_of(outcome, seals, issued)
    found = {
        (audience, Form.WORKBOOK): tuple(_sheets(outcome, issued, counts, audience))
        for audience in Audience
    }
    for audience, form in product(Audience, (Form.DOCUMENT, Form.PDF)):
        edition = Edition(audience, False, outcome.definition.rules.rehearsal, made_at)
        found[audience, form] = tuple(_headings(outcome, seals, edition, counts))
    return found


def counts_of(outcome: Outcome, seals: tuple[SealState, ...], issued: Issued) -> Counts:
    """Return how many there are of everything that a report tells."""
    texts = [
        row for (_, kind), rows in printed_texts(outcome).items() if kind in KINDS for row in rows
    ]
    return {
        Tally.SERVICES: len(outcome.services),
        Tally.COUNTED: outcome.counted,
        Tally.BELOW: len(outcome.below),
        Tally.OPEN: sum(row.total is None for row in outcome.services),
        Tally.INDICATORS: len(outcome.definition.codes()),
        Tally.VALUES: sum(1 for _ in every_value(outcome)),
        Tally.TEXTS: len(texts),
        Tally.FINAL_TEXTS: sum(row.is_final for row in texts),
        Tally.MODERATIONS: len(moderated_rows(outcome)),
        Tally.ADJUSTMENTS: sum(len(row.adjustments) for row in outcome.services),
        Tally.FIGURES: sum(len(row.entered) for row in figures_rows(outcome, {})),
        Tally.OBJECTIONS: len(issued.objections),
        Tally.VERSIONS: len(issued.versions),
        Tally.EVALUATORS: len(seals),
    }


def _sheets(outcome: Outcome, issued: Issued, counts: Counts, audience: Audience) -> Iterator[Part]:
    if audience is Audience.PUBLIC:
        names = (SUMMARY, FINDINGS)
        yield from (_part(name, _SHEETS[name], counts) for name in names)
        return
    stands = {
        CHARTS: outcome.counted > 0,
        ADJUSTMENTS: counts[Tally.ADJUSTMENTS] > 0,
        MODERATED: counts[Tally.MODERATIONS] > 0,
        BASIS: counts[Tally.FIGURES] > 0,
        DIFFERENCE: bool(issued.versions),
        OBJECTIONS: bool(issued.objections),
    }
    for name, told in _SHEETS.items():
        if stands.get(name, True):
            yield _part(below_name(outcome) if name == _BELOW_SHEET else name, told, counts)


def _headings(
    outcome: Outcome, seals: tuple[SealState, ...], edition: Edition, counts: Counts
) -> Iterator[Part]:
    below = f"{below_title(outcome.definition.rules)} {_OF_SERVICES_BELOW}"
    for block in report_document(outcome, seals, edition).blocks:
        if isinstance(block, Paragraph) and block.voice is Voice.HEADING:
            name = block.text.removeprefix("□ ")
            bare = name.partition(". ")[2] or name  # 붙임 2. …
            told = _BELOW if bare == below else _PARTS.get(bare, _Told(()))
            yield _part(name, told, counts)


def _part(name: str, told: _Told, counts: Counts) -> Part:
    shown = tuple(
        (tally, counts[tally])
        for tally in told.tallies
        if counts[tally] or tally is not Tally.FINAL_TEXTS
    )
    return Part(name, shown, Jump(told.page) if told.page else None, told.only_here)
