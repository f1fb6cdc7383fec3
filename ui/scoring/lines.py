"""A service's sheet as lines with cells: sections, indicators, figures, sentences. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from ui.scoring.desk import Cell, Draft
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Formula, Indicator, Scale
from workbench.errors import AppError
from workbench.results.formulas import formula_of, parameters
from workbench.results.outcome import Mark, MarkState
from workbench.scoring.sheet import MarkRow, SectionRows, ServiceSheet

Spell = Callable[[AppError], str]
Why = Callable[[str], str]


class LineKind(Enum):
    """What a line shows."""

    SECTION = auto()
    INDICATOR = auto()
    FIGURES = auto()
    SENTENCE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet; ``cells`` are its fields from left to right."""

    kind: LineKind
    section: SectionRows
    row: MarkRow | None = None
    cells: tuple[Cell, ...] = ()
    glyph: Glyph = Glyph.EMPTY
    text: str = ""
    role: str = "danger"
    drafts: Mapping[Cell, Draft] = field(default_factory=dict)


def lines_of(
    sheet: ServiceSheet, drafts: Mapping[Cell, Draft], spell: Spell, why: Why
) -> tuple[Line, ...]:
    """Return the lines of ``sheet``, every refused entry with its sentence below it."""
    lines: list[Line] = []
    for section in sheet.sections:
        lines.append(Line(LineKind.SECTION, section))
        for row in section.rows:
            lines += _lines_of_row(section, row, drafts, spell, why)
    return tuple(lines)


def _lines_of_row(
    section: SectionRows, row: MarkRow, drafts: Mapping[Cell, Draft], spell: Spell, why: Why
) -> list[Line]:
    uid = row.indicator.uid
    own = {cell: draft for cell, draft in drafts.items() if cell.indicator == uid}
    glyph = Glyph.ERROR if own else glyph_of(row.mark)
    cells = mark_cells(row.indicator)
    comment = Cell(uid, "comment")
    if is_computed(row.indicator):
        lines = [
            Line(LineKind.INDICATOR, section, row, (comment,), glyph, drafts=own),
            Line(LineKind.FIGURES, section, row, cells, glyph, drafts=own),
        ]
    else:
        lines = [Line(LineKind.INDICATOR, section, row, (*cells, comment), glyph, drafts=own)]
    said = [(spell(draft.error), "danger") for draft in own.values()]
    if row.mark.why and not own:
        said.append((why(row.mark.why), "warning"))
    lines += [Line(LineKind.SENTENCE, section, row, text=text, role=role) for text, role in said]
    return lines


def glyph_of(mark: Mark) -> Glyph:
    """Return the shape of a stored mark."""
    if mark.state is MarkState.EMPTY and mark.values:
        return Glyph.PART
    return {
        MarkState.EMPTY: Glyph.EMPTY,
        MarkState.GIVEN: Glyph.COMPLETE,
        MarkState.NOT_APPLICABLE: Glyph.NOT_APPLICABLE,
        MarkState.CONFLICT: Glyph.CONFLICT,
        MarkState.ENTER_AGAIN: Glyph.PART,
        MarkState.NO_POINTS: Glyph.PART,
    }[mark.state]


def is_computed(indicator: Indicator) -> bool:
    """Say whether the points come from figures that stand on a line of their own."""
    return indicator.scale in (Scale.MEASURE, Scale.SURVEY)


def mark_cells(indicator: Indicator) -> tuple[Cell, ...]:
    """Return the cells in which the mark of ``indicator`` is typed."""
    if indicator.scale is Scale.SURVEY:
        names: tuple[str, ...] = ("survey_n", "survey_mean", "survey_min", "survey_max")
    elif indicator.scale is Scale.MEASURE:
        one = formula_of(indicator) is Formula.DEVIATION
        names = ("actual",) if one else ("target", "actual")
    else:
        names = ("score",)
    return tuple(Cell(indicator.uid, name) for name in names)


def is_given_by_rubric(indicator: Indicator, cell: Cell) -> bool:
    """Say whether the rubric already gives this end of the survey scale."""
    names = {"survey_min": "min", "survey_max": "max"}
    return names.get(cell.field, "") in parameters(indicator)


def entry_order(lines: Sequence[Line]) -> tuple[Cell, ...]:
    """Return the cells that Enter walks through: marks, without what the rubric gives."""
    return tuple(
        cell
        for line in lines
        if line.row is not None
        for cell in line.cells
        if cell.field != "comment" and not is_given_by_rubric(line.row.indicator, cell)
    )


def stored_text(row: MarkRow, cell: Cell) -> str:
    """Return what the file holds for ``cell``, as typed."""
    if cell.field == "comment":
        return row.comment
    return dict(row.mark.values).get(cell.field, "")


def first_open(lines: Sequence[Line]) -> Cell | None:
    """Return the first cell that still needs a mark, else the first cell."""
    order = entry_order(lines)
    rows = {line.row.indicator.uid: line.row for line in lines if line.row is not None}
    done = (MarkState.GIVEN, MarkState.NOT_APPLICABLE)
    for cell in order:
        row = rows[cell.indicator or b""]
        if row.mark.state not in done and not stored_text(row, cell):
            return cell
    return order[0] if order else None
