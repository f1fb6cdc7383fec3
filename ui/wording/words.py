"""Words that several parts of the page of wording share."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from workbench.definition.terms import Evaluator
from workbench.journal.fields import Field


def kind_word(kind: str) -> str:
    """Return the name of a kind of lines."""
    if kind == Field.ACHIEVEMENT:
        return QCoreApplication.translate("WordingWords", "Main achievements")
    return QCoreApplication.translate("WordingWords", "Tasks for improvement")


def add_word(kind: str) -> str:
    """Return what the empty line of a kind asks for."""
    if kind == Field.ACHIEVEMENT:
        return QCoreApplication.translate("WordingWords", "Add an achievement…")
    return QCoreApplication.translate("WordingWords", "Add a task…")


def from_whom(people: Iterable[Evaluator]) -> str:
    """Return from whose findings a line was worded."""
    names = ", ".join(dict.fromkeys(row.name for row in people))
    if not names:
        return QCoreApplication.translate("WordingWords", "written anew")
    return QCoreApplication.translate("WordingWords", "from {names}").format(names=names)
