"""Agreement section by section: who is compared with whom, on which cells."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from workbench.calibration.agreement import icc_mean, icc_single, interval_alpha, mean_squares
from workbench.calibration.given import CellMarks, GivenMark, cells_of, shared
from workbench.definition.terms import Definition, SectionCode, Uid


class Gap(StrEnum):
    """Why a coefficient does not exist."""

    NOTHING_SHARED = "nothing_shared"
    FEW_CELLS = "few_cells"
    """Fewer than two cells that all of those compared have scored."""
    NO_VARIANCE = "no_variance"
    """All marks are equal: there is nothing to agree or disagree about."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the evaluators agree in one section, or over all of them."""

    section: SectionCode | None
    """None: over all sections."""
    raters: tuple[Uid, ...]
    """Everybody who shares a cell here, in roster order."""
    cells: int
    """How many cells are shared by any two of them."""
    alpha: Fraction | Gap
    """Krippendorff's alpha (interval) over the shared cells; copes with missing marks."""
    panel: tuple[Uid, ...]
    """Whose marks ICC compares, in roster order."""
    panel_cells: int
    """How many cells all of the panel scored."""
    single: Fraction | Gap
    """ICC(2,1): of one evaluator."""
    mean: Fraction | Gap
    """ICC(2,k): of the mean of the panel."""


def agreements(definition: Definition, marks: Sequence[GivenMark]) -> tuple[Agreement, ...]:
    """Return the agreement of every section that has marks, and behind them over all."""
    places = {row.uid: at for at, row in enumerate(definition.evaluators)}
    found = []
    for section in definition.sections:
        own = [mark for mark in marks if mark.indicator.section is section.code]
        if own:
            found.append(_agreement(section.code, shared(cells_of(own)), places))
    if len(found) > 1:
        found.append(_agreement(None, shared(cells_of(marks)), places))
    return tuple(found)


def _agreement(section: SectionCode | None, cells: CellMarks, places: dict[Uid, int]) -> Agreement:
    if not cells:
        nothing = Gap.NOTHING_SHARED
        return Agreement(section, (), 0, nothing, (), 0, nothing, nothing)
    rows = [{mark.evaluator: mark.percent for mark in marks} for marks in cells.values()]
    alpha = interval_alpha(tuple(row.values()) for row in rows)
    raters = _in_order({uid for row in rows for uid in row}, places)
    panel = _panel(rows, places)
    table = [[row[uid] for uid in panel] for row in rows if panel and row.keys() >= set(panel)]
    squares = mean_squares(table)
    single: Fraction | Gap = Gap.FEW_CELLS
    mean: Fraction | Gap = Gap.FEW_CELLS
    if squares is not None:
        one, all_of_them = icc_single(squares), icc_mean(squares)
        single = Gap.NO_VARIANCE if one is None else one
        mean = Gap.NO_VARIANCE if all_of_them is None else all_of_them
    return Agreement(
        section,
        raters,
        len(rows),
        Gap.NO_VARIANCE if alpha is None else alpha,
        panel,
        len(table),
        single,
        mean,
    )


def _panel(rows: Sequence[dict[Uid, Fraction]], places: dict[Uid, int]) -> tuple[Uid, ...]:
    """Return the evaluators whose common cells make the largest table.

    ICC needs every rater in every cell. Where all share all cells that is everybody; where teams
    share different services, the team with most marks; and one missing mark costs one cell, not
    a rater.
    """
    counts = Counter(_in_order(row, places) for row in rows)

    def weight(team: tuple[Uid, ...]) -> tuple[int, int, tuple[int, ...]]:
        cells = sum(count for other, count in counts.items() if set(other) >= set(team))
        return cells * len(team), len(team), tuple(-places[uid] for uid in team)

    return max(counts, key=weight)


def _in_order(uids: Iterable[Uid], places: dict[Uid, int]) -> tuple[Uid, ...]:
    return tuple(sorted(uids, key=places.__getitem__))
