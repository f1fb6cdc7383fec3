"""In which form a report is written: the ending of its name says it."""

from enum import StrEnum
from pathlib import Path

from models.sqlite import is_database
from workbench.errors import ExportError, InputError


class Form(StrEnum):
    """The ending of a report, without its dot."""

    WORKBOOK = "xlsx"
    DOCUMENT = "docx"
    PDF = "pdf"


def form_of(target: Path) -> Form:
    """Return the form that the ending of ``target`` asks for.

    Raises:
        ExportError: the name is that of a round, a score book or another database.
        InputError: no report ends like this.
    """
    ending = target.suffix.casefold().removeprefix(".")
    if ending in set(Form):
        return Form(ending)
    if target.is_file() and is_database(target):
        raise ExportError("report_over_document", name=target.name)
    raise InputError("report_form_unknown", name=target.name)
