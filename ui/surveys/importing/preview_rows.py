"""What every service would get, as rows of the preview's table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from ui.ledger.rows import Cell, Column, Row
from ui.problems import sentence_of
from ui.scoring.numbers import NOTHING
from ui.surveys.painter import BarsCell
from ui.surveys.words import bars_words, index_text, mean_text
from ui.theme.fonts import HALF_BOLD
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Uid
from workbench.errors import AppError
from workbench.exact import plain, printed
from workbench.journal.fields import Field
from workbench.surveys.answers import bars_of
from workbench.surveys.basis import Basis
from workbench.surveys.preview import FigureChange, ServicePreview, SurveyPreview

_NUMBER, _N, _MEAN, _INDEX, _ERROR, _POINTS, _GAP, _BARS = 36, 44, 50, 52, 58, 54, 14, 74
_NEW, _CHANGED = 86, 118


@dataclass(frozen=True, slots=True)
class ToldCell(Cell):
    """A cell that says more than stands in it."""

    said: str = ""

    def spoken(self) -> str:
        return self.said or self.text


def columns_of(preview: SurveyPreview) -> tuple[Column, ...]:
    """Return the captions; what ready figures do not tell has no column."""
    has_answers = any(row.basis.questions for row in preview.services)
    change = _CHANGED if preview.replacing else _NEW
    error = Column(QCoreApplication.translate("SurveyImport", "Error"), _ERROR, is_number=True)
    bars = Column(QCoreApplication.translate("SurveyImport", "Answers"), _BARS)
    return (
        Column(QCoreApplication.translate("SurveyImport", "No."), _NUMBER),
        Column(QCoreApplication.translate("SurveyImport", "Service")),
        Column("n", _N, is_number=True),
        Column(QCoreApplication.translate("SurveyImport", "Mean"), _MEAN, is_number=True),
        Column(QCoreApplication.translate("SurveyImport", "Index"), _INDEX, is_number=True),
        *((error,) if has_answers else ()),
        Column(QCoreApplication.translate("SurveyImport", "Points"), _POINTS, is_number=True),
        Column(QCoreApplication.translate("SurveyImport", "Change"), change, is_number=True),
        *((Column("", _GAP), bars) if has_answers else ()),
    )


def rows_of(
    preview: SurveyPreview, points: Mapping[Uid, Decimal | None], places: int
) -> tuple[Row, ...]:
    """Return a row for every service; ``points`` are what stands in the book, by service."""
    has_answers = any(row.basis.questions for row in preview.services)
    return tuple(
        Row(
            row.service.uid,
            tuple(_cells(row, points.get(row.service.uid), places, has_answers=has_answers)),
        )
        for row in preview.services
    )


def _cells(
    row: ServicePreview, before: Decimal | None, places: int, *, has_answers: bool
) -> Iterator[Cell]:
    basis = row.basis
    yield Cell(str(row.service.number), "text3")
    yield _name(row)
    yield Cell(str(basis.n), "warning" if row.is_few else "text2", HALF_BOLD if row.is_few else 400)
    yield ToldCell(mean_text(basis.mean), said=plain(basis.mean))
    yield Cell(index_text(basis.index), "text", HALF_BOLD)
    if has_answers:
        error = basis.standard_error
        yield Cell(NOTHING if error is None else f"± {index_text(error)}", "text3")
    yield Cell(printed(row.points, places), "text", HALF_BOLD)
    yield _change(row, before, places)
    if has_answers:
        yield Cell()
        yield _bars(basis)


def _name(row: ServicePreview) -> Cell:
    name = row.service.name
    if row.is_out:
        out = QCoreApplication.translate("SurveyImport", "{name}, marked as not applicable")
        said = out.format(name=name)
        return ToldCell(name, "text3", glyph=Glyph.NOT_APPLICABLE, said=said)
    if row.is_few:
        few = QCoreApplication.translate("SurveyImport", "{name}, too few respondents")
        return ToldCell(name, "text", glyph=Glyph.FLAG, said=few.format(name=name))
    return Cell(name, "text")


def _change(row: ServicePreview, before: Decimal | None, places: int) -> Cell:
    """Say what becomes of the points; behind it stands every figure that changes."""
    said = "\n".join(filter(None, map(_changed, row.changes)))
    if not row.changes:
        return Cell(QCoreApplication.translate("SurveyImport", "as it stands"), "text3")
    if before is None:
        new = QCoreApplication.translate("SurveyImport", "new")
        return ToldCell(new, "text2", said=said)
    after = printed(row.points, places)
    if printed(before, places) == after:
        same = QCoreApplication.translate("SurveyImport", "same points")
        return ToldCell(same, "text2", said=said or same)
    words = f"{printed(before, places)} → {after}"
    return ToldCell(words, "text", HALF_BOLD, said=said or words)


def _changed(change: FigureChange) -> str:
    word = sentence_of(AppError(f"field_{change.field}"))
    if change.field == Field.SURVEY_BASIS:
        return word
    return f"{word} {change.before or NOTHING} → {change.after}"


def _bars(basis: Basis) -> Cell:
    """Draw how often each answer was given, over all questions."""
    bars = bars_of((pair for row in basis.questions for pair in row.answers), basis)
    return BarsCell(bars_words(bars), bars=bars)
