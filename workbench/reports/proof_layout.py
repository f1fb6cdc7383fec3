"""Where everything stands on 검증, settled before the first formula is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeVar

from workbench.definition.terms import Formula, Indicator, Scale, Uid
from workbench.reports.adjustments_sheet import AdjustmentsPlace, adjustments_place
from workbench.reports.bands import BandCount, band_counts
from workbench.reports.moderated_sheet import ModeratedPlace, moderated_place
from workbench.reports.points_sheet import PointsPlace, points_place
from workbench.reports.proof_points import is_direct, step_table
from workbench.reports.totals_sheet import TotalsPlace, below_order, totals_place
from workbench.reports.typed_sheet import TypedPlace
from workbench.results.formulas import formula_of
from workbench.results.outcome import IndicatorOutcome, Mark, Outcome, PointState, ServiceOutcome

PROOF: Final = "검증"
HEAD_ROW: Final = 6
FIRST_ROW: Final = HEAD_ROW + 1

BLOCKS: Final = (
    "요약",
    "총점",
    "순위",
    "판정",
    "재계약배제 목록",
    "가감점",
    "분야 점수",
    "지표 점수",
    "조정",
    "위원별 점수",
    "기준표",
)

BAND_NUMBERS: Final = ("band", "band share")

Key = TypeVar("Key")
Made = tuple[ServiceOutcome, IndicatorOutcome]
Table = tuple[tuple[str | Decimal, Decimal], ...]
"""Rows of (grade label or lower bound, percent of the maximum)."""


@dataclass(frozen=True)
class ProofLayout:
    """The blocks of 검증, one below the other, and the row of everything in them."""

    outcome: Outcome
    typed: TypedPlace
    totals: TotalsPlace
    points: PointsPlace
    summary: dict[str, str]
    """Addresses of the numbers on 요약."""
    bands: tuple[BandCount, ...]
    counted: tuple[ServiceOutcome, ...]
    below: tuple[ServiceOutcome, ...]
    indicators: tuple[Made, ...]
    given: AdjustmentsPlace
    adjusted: tuple[ServiceOutcome, ...]
    """The counted services that have adjustments."""
    agreed: ModeratedPlace
    moderated: tuple[Made, ...]
    """The moderated marks that count."""
    marks: tuple[tuple[ServiceOutcome, IndicatorOutcome, Mark], ...]
    tables: dict[Table, list[str]]
    """Tables of grades and steps with the codes that use them."""
    first: dict[str, int] = field(default_factory=dict)
    """First row of each block by name, below the block's caption; blocks without rows are not."""
    section_rows: dict[tuple[Uid, str], tuple[int, int]] = field(default_factory=dict)
    """Rows of the indicators of a service's section."""
    indicator_rows: dict[tuple[Uid, Uid], int] = field(default_factory=dict)
    mark_rows: dict[tuple[Uid, Uid], tuple[int, int]] = field(default_factory=dict)
    table_rows: dict[Table, tuple[int, int]] = field(default_factory=dict)

    def start(self, block: str) -> int:
        """Return the first row of ``block``; of a block without rows nobody uses it."""
        return self.first.get(block, 0)

    @property
    def totals_range(self) -> str:
        """Return the range of the recomputed totals."""
        start = self.start("총점")
        return f"$G${start}:$G${start + len(self.counted) - 1}"

    @property
    def overall(self) -> tuple[str, ...]:
        """Return the names of the numbers on 요약 and in the foot that are recomputed."""
        if not self.counted:
            return ()
        bands = (f"{name} {at}" for at in range(len(self.bands)) for name in BAND_NUMBERS)
        return ("average", "foot", "counted", "below", "share", *bands)

    @property
    def lengths(self) -> dict[str, int]:
        """Return how many rows each block has."""
        counted = len(self.counted)
        sections = len(self.outcome.definition.sections)
        tables = sum(map(len, self.tables))
        rows = (
            *(len(self.overall), counted, counted, counted, 2 * len(self.below)),
            *(len(self.adjusted), counted * sections, len(self.indicators)),
            *(sum(map(_moderated_rows, self.moderated)), len(self.marks), tables),
        )
        return dict(zip(BLOCKS, rows, strict=True))

    @property
    def last_row(self) -> int:
        """Return the last row of the sheet."""
        return HEAD_ROW + sum(length + 1 for length in self.lengths.values() if length)


def lay_out(outcome: Outcome, typed: TypedPlace, summary: dict[str, str]) -> ProofLayout:
    """Return where everything stands on 검증."""
    counted = tuple(row for row in outcome.services if row.total is not None)
    indicators = _indicators(outcome)
    moderated = _moderated(outcome)
    recomputed = (*indicators, *(pair for pair in moderated if pair[1].state is PointState.OUT))
    layout = ProofLayout(
        outcome,
        typed,
        totals_place(outcome),
        points_place(outcome),
        summary,
        band_counts(outcome),
        counted,
        tuple(below_order(outcome)),
        indicators,
        adjustments_place(outcome),
        tuple(row for row in counted if row.adjustments),
        moderated_place(outcome),
        moderated,
        tuple(
            (service, made, mark)
            for service, made in recomputed
            if needs_mark_rows(made)
            for mark in made.marks
        ),
        _tables(recomputed),
    )
    _place_blocks(layout)
    _place_rows(layout)
    return layout


def needs_mark_rows(made: IndicatorOutcome) -> bool:
    """Say whether each mark's points need a row of their own before they are aggregated."""
    is_read = not made.is_agreed or made.original is not None
    return len(made.marks) > 1 and not is_direct(made.indicator) and is_read


def table_of(indicator: Indicator) -> Table:
    """Return the table of grades or steps that the points of ``indicator`` are made by."""
    if indicator.scale is Scale.GRADE:
        return tuple((level.label, level.percent) for level in indicator.levels)
    if indicator.scale is Scale.MEASURE and formula_of(indicator) is Formula.STEPS:
        return step_table(indicator)
    return ()


def _indicators(outcome: Outcome) -> tuple[Made, ...]:
    # sections one after the other, so that a section is one contiguous range
    order = {section.code: at for at, section in enumerate(outcome.definition.sections)}
    return tuple(
        (service, made)
        for service in outcome.services
        for made in sorted(service.indicators, key=lambda row: order[row.indicator.section])
        if made.state is PointState.COUNTED
    )


def _moderated(outcome: Outcome) -> tuple[Made, ...]:
    return tuple(
        (service, made)
        for service in outcome.services
        for made in service.indicators
        if made.is_agreed
    )


def _moderated_rows(pair: Made) -> int:
    _, made = pair
    has_original, counts = made.original is not None, made.state is PointState.COUNTED
    return has_original + counts + (has_original and counts)


def _tables(indicators: Sequence[Made]) -> dict[Table, list[str]]:
    found: dict[Table, dict[str, None]] = {}
    for _, made in indicators:
        table = table_of(made.indicator)
        if table:
            found.setdefault(table, {})[made.indicator.code] = None
    return {table: list(codes) for table, codes in found.items()}


def _place_blocks(layout: ProofLayout) -> None:
    row = FIRST_ROW
    for name, length in layout.lengths.items():
        if length:
            layout.first[name] = row + 1
            row += length + 1


def _place_rows(layout: ProofLayout) -> None:
    start = layout.start("지표 점수")
    for row, (service, made) in enumerate(layout.indicators, start=start):
        _extend(layout.section_rows, (service.service.uid, made.indicator.section), row)
        layout.indicator_rows[service.service.uid, made.indicator.uid] = row
    start = layout.start("위원별 점수")
    for row, (service, made, _) in enumerate(layout.marks, start=start):
        _extend(layout.mark_rows, (service.service.uid, made.indicator.uid), row)
    row = layout.start("기준표")
    for table in layout.tables:
        layout.table_rows[table] = (row, row + len(table) - 1)
        row += len(table)


def _extend(rows: dict[Key, tuple[int, int]], key: Key, row: int) -> None:
    rows[key] = (rows[key][0] if key in rows else row, row)
