"""Where a report shall stand: the dialog offers the chosen form, what is typed wins over it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui import choosing
from workbench.reports.form import Form


def target_to_write(parent: QWidget, near: Path, form: Form) -> Path | None:
    """Ask for a file beside ``near``; one without a known ending gets that of ``form``.

    Where the name so completed is taken, the system asks about that name too.
    """
    title = QCoreApplication.translate("Export", "Export the report as")
    while (chosen := choosing.file_to_write(parent, title, near, _kind(form))) is not None:
        near = completed(chosen, form)
        if near == chosen or not near.exists():
            return near
    return None


def completed(target: Path, form: Form) -> Path:
    """Return ``target`` with an ending that a report can have."""
    ending = target.suffix.casefold().removeprefix(".")
    is_known = ending in {one.value for one in Form}
    return target if is_known else target.with_name(f"{target.name}.{form.value}")


def _kind(form: Form) -> str:
    return {
        Form.WORKBOOK: QCoreApplication.translate("Export", "Workbooks (*.xlsx)"),
        Form.DOCUMENT: QCoreApplication.translate("Export", "Documents (*.docx)"),
        Form.PDF: QCoreApplication.translate("Export", "PDF files (*.pdf)"),
    }[form]
