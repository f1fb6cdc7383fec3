"""Asking for files and folders with the system's own windows."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir
from PySide6.QtWidgets import QFileDialog, QWidget


def _one(name: str) -> Path | None:
    return Path(QDir.toNativeSeparators(name)) if name else None


def document_to_open(parent: QWidget) -> Path | None:
    """Ask for a score book or a round."""
    kinds = QCoreApplication.translate("Choosing", "Score books and rounds (*.score *.round)")
    title = QCoreApplication.translate("Choosing", "Open a file")
    return _one(QFileDialog.getOpenFileName(parent, title, "", kinds)[0])


def definition_to_read(parent: QWidget) -> Path | None:
    """Ask for a definition: a workbook, or any table of a folder of tables."""
    kinds = QCoreApplication.translate("Choosing", "Definition: workbook or table (*.xlsx *.csv)")
    title = QCoreApplication.translate("Choosing", "Choose the definition of the round")
    chosen = _one(QFileDialog.getOpenFileName(parent, title, "", kinds)[0])
    if chosen is not None and chosen.suffix.lower() == ".csv":
        return chosen.parent
    return chosen


def round_to_make(parent: QWidget, near: Path) -> Path | None:
    """Ask where the new round shall stand."""
    kinds = QCoreApplication.translate("Choosing", "Rounds (*.round)")
    title = QCoreApplication.translate("Choosing", "Save the new round as")
    start = str(near.with_suffix(".round"))
    chosen = _one(QFileDialog.getSaveFileName(parent, title, start, kinds)[0])
    return chosen.with_suffix(".round") if chosen else None


def books_to_merge(parent: QWidget) -> list[Path]:
    """Ask for score books, any number of them."""
    kinds = QCoreApplication.translate("Choosing", "Score books (*.score *.zip)")
    title = QCoreApplication.translate("Choosing", "Add score books")
    names = QFileDialog.getOpenFileNames(parent, title, "", kinds)[0]
    return [Path(QDir.toNativeSeparators(name)) for name in names]


def folder_of_books(parent: QWidget) -> Path | None:
    """Ask for a folder of score books."""
    title = QCoreApplication.translate("Choosing", "Folder of score books")
    return _one(QFileDialog.getExistingDirectory(parent, title))


def folder_to_fill(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    return _one(QFileDialog.getExistingDirectory(parent, title))


def file_to_write(
    parent: QWidget, title: str, near: Path, kinds: str, *, may_replace: bool = True
) -> Path | None:
    """Ask where a file shall be written; the system asks before it is replaced, where it may be."""
    asks = QFileDialog.Option(0) if may_replace else QFileDialog.Option.DontConfirmOverwrite
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(near), kinds, "", asks)
    return _one(chosen)


def folder_to_hand_over_in(parent: QWidget, beside: Path) -> Path | None:
    """Ask for the folder in which the file that is handed over shall stand."""
    title = QCoreApplication.translate("Choosing", "Folder for the file to hand over")
    return _one(QFileDialog.getExistingDirectory(parent, title, str(beside)))


def tables_to_import(parent: QWidget) -> Path | None:
    """Ask for a workbook or a table of a definition."""
    kinds = QCoreApplication.translate("Choosing", "Workbook or table (*.xlsx *.csv)")
    title = QCoreApplication.translate("Choosing", "Import tables")
    return _one(QFileDialog.getOpenFileName(parent, title, "", kinds)[0])


def folder_to_import(parent: QWidget) -> Path | None:
    """Ask for a folder of tables."""
    title = QCoreApplication.translate("Choosing", "Import a folder of tables")
    return _one(QFileDialog.getExistingDirectory(parent, title))


def earlier_round(parent: QWidget) -> Path | None:
    """Ask for the round a new one shall be like."""
    kinds = QCoreApplication.translate("Choosing", "Rounds (*.round)")
    title = QCoreApplication.translate("Choosing", "Choose the earlier round")
    return _one(QFileDialog.getOpenFileName(parent, title, "", kinds)[0])


def update_to_take(parent: QWidget) -> Path | None:
    """Ask for an update book."""
    kinds = QCoreApplication.translate("Choosing", "Update books (*.score *.zip)")
    title = QCoreApplication.translate("Choosing", "Choose the update book")
    return _one(QFileDialog.getOpenFileName(parent, title, "", kinds)[0])


def survey_to_import(parent: QWidget) -> Path | None:
    """Ask for the file of a survey: a workbook or a table."""
    kinds = QCoreApplication.translate("Choosing", "Survey: workbook or table (*.xlsx *.csv)")
    title = QCoreApplication.translate("Choosing", "Choose the file of the survey")
    return _one(QFileDialog.getOpenFileName(parent, title, "", kinds)[0])
