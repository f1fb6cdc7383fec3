"""The progress board as rows: one evaluator each, one column a section."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.ledger.rows import Cell, Column, Row
from ui.ledger.wording import when_words
from ui.theme.fonts import HALF_BOLD
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Section
from workbench.ledger.progress import EvaluatorProgress

_SECTION = 108
_ALL = 76
_STATE = 96
_RECEIPT = 134
_WHEN = 138


def columns_of(sections: Sequence[Section]) -> tuple[Column, ...]:
    """Return the captions: who, every section, all marks, how it stands."""
    return (
        Column(QCoreApplication.translate("Progress", "Evaluator")),
        *(Column(section.name, _SECTION) for section in sections),
        Column(QCoreApplication.translate("Progress", "Marks"), _ALL, is_number=True),
        Column("", 20),
        Column(QCoreApplication.translate("Progress", "State"), _STATE),
        Column(QCoreApplication.translate("Progress", "Receipt code"), _RECEIPT),
        Column(QCoreApplication.translate("Progress", "Last file"), _WHEN),
    )


def row_of(progress: EvaluatorProgress, sections: Sequence[Section]) -> Row:
    """Return one evaluator's row; its key is his uid."""
    is_whole = progress.given == progress.expected
    who = progress.evaluator
    return Row(
        who.uid,
        (
            Cell(
                f"{who.code} {who.name}",
                "text",
                HALF_BOLD,
                below=who.affiliation,
                glyph=glyph_of(progress),
            ),
            *(_section(progress, section) for section in sections),
            Cell(
                f"{progress.given} / {progress.expected}",
                "text2" if is_whole else "warning",
                HALF_BOLD,
            ),
            Cell(),
            state_of(progress),
            Cell(progress.receipt or "–", "text" if progress.receipt else "text3", HALF_BOLD),
            Cell("–" if progress.last_at is None else when_words(progress.last_at)),
        ),
    )


def _section(progress: EvaluatorProgress, section: Section) -> Cell:
    for row in progress.sections:
        if row.code == section.code:
            share = (row.given, row.expected)
            role = "text2" if row.given == row.expected else "warning"
            return Cell(f"{row.given} / {row.expected}", role, share=share)
    return Cell("–", "text3")


def glyph_of(progress: EvaluatorProgress) -> Glyph:
    """Return the shape of how an evaluator stands."""
    if progress.receipt is not None:
        return Glyph.COMPLETE if not progress.missing else Glyph.PART
    return Glyph.INTERIM if progress.last_at is not None else Glyph.EMPTY


def state_of(progress: EvaluatorProgress) -> Cell:
    """Return how an evaluator stands, as a tag."""
    if progress.receipt is not None:
        return Cell(QCoreApplication.translate("Progress", "Sealed"), tag="success")
    if progress.last_at is None:
        return Cell(QCoreApplication.translate("Progress", "Not here yet"), tag="text3")
    return Cell(QCoreApplication.translate("Progress", "Interim"), tag="warning")
