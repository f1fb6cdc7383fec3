"""The words and shapes of what a merge does with a file and its cells."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.theme.glyphs import Glyph
from workbench.merging.naming import Kind
from workbench.merging.report import FileReport

SHAPES: Final[dict[Kind, Glyph]] = {
    Kind.CONFLICT: Glyph.CONFLICT,
    Kind.FUTURE: Glyph.FLAG,
    Kind.ENTER_AGAIN: Glyph.PART,
    Kind.STRAY: Glyph.NOT_APPLICABLE,
    Kind.PARALLEL: Glyph.COMPLETE,
}


def glyph_of(report: FileReport) -> Glyph:
    """Return the shape of what became of a file; the worst wins."""
    if report.error is not None:
        return Glyph.ERROR
    if report.conflicts or report.futures:
        return Glyph.CONFLICT
    if report.status == "nothing new":
        return Glyph.NOT_APPLICABLE
    return Glyph.COMPLETE if report.sealed else Glyph.INTERIM


def row_word(report: FileReport) -> str:
    """Return in a word what became of a file, for those who do not see its shape."""
    return {
        Glyph.ERROR: QCoreApplication.translate("Merging", "Refused"),
        Glyph.CONFLICT: QCoreApplication.translate("Merging", "Something to settle"),
        Glyph.NOT_APPLICABLE: QCoreApplication.translate("Merging", "Changes nothing"),
        Glyph.COMPLETE: QCoreApplication.translate("Merging", "Sealed"),
        Glyph.INTERIM: QCoreApplication.translate("Merging", "Interim"),
    }[glyph_of(report)]


def heading(kind: Kind, count: int) -> str:
    """Return what a group of cells is called, with how many there are."""
    words = {
        Kind.CONFLICT: QCoreApplication.translate("Merging", "Conflicts to settle: {count}"),
        Kind.FUTURE: QCoreApplication.translate(
            "Merging", "Two futures of one file, cells that differ: {count}"
        ),
        Kind.ENTER_AGAIN: QCoreApplication.translate("Merging", "To be entered again: {count}"),
        Kind.STRAY: QCoreApplication.translate("Merging", "Not counted: {count}"),
        Kind.PARALLEL: QCoreApplication.translate("Merging", "Same value in two copies: {count}"),
    }
    return words[kind].format(count=count)


def caption(column: int) -> str:
    """Return what stands above a column of the table of files."""
    return (
        "",
        QCoreApplication.translate("FilesModel", "Evaluator"),
        QCoreApplication.translate("FilesModel", "File"),
        QCoreApplication.translate("FilesModel", "Received"),
        QCoreApplication.translate("FilesModel", "Receipt code"),
        QCoreApplication.translate("FilesModel", "State"),
        QCoreApplication.translate("FilesModel", "Marks in"),
        QCoreApplication.translate("FilesModel", "New"),
        QCoreApplication.translate("FilesModel", "Changed"),
        QCoreApplication.translate("FilesModel", "Unchanged"),
        QCoreApplication.translate("FilesModel", "Conflicts"),
    )[column]
