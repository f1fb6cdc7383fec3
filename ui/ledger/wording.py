"""The words of the ledger that several of its pages say."""

from PySide6.QtCore import QCoreApplication

from ui.results.wording import verdict_word
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Definition
from workbench.home import moment
from workbench.results.outcome import Verdict

DECISIONS: dict[str, tuple[Glyph, str]] = {
    "": (Glyph.EMPTY, "warning"),
    "accepted": (Glyph.COMPLETE, "success"),
    "partly": (Glyph.PART, "success"),
    "rejected": (Glyph.NOT_APPLICABLE, "text3"),
}
"""By decision: its shape, and the role of its tag."""


def when_words(at_ms: int) -> str:
    """Return the local day and minute of a moment."""
    return f"{moment(at_ms).astimezone():%Y-%m-%d %H:%M}"


def decision_word(decision: str) -> str:
    """Return what was decided of an objection, or that nothing was yet."""
    return {
        "": QCoreApplication.translate("Ledger", "Undecided"),
        "accepted": QCoreApplication.translate("Ledger", "Accepted"),
        "partly": QCoreApplication.translate("Ledger", "Accepted in part"),
        "rejected": QCoreApplication.translate("Ledger", "Rejected"),
    }[decision]


def version_word(number: int) -> str:
    """Return the name of a result version; 0 is the result as it is now."""
    if not number:
        return QCoreApplication.translate("Ledger", "now")
    return QCoreApplication.translate("Ledger", "version {number}").format(number=number)


def standing_words(total: str | None, verdict: str) -> str:
    """Return total and verdict of a service in one breath."""
    word = verdict_word(Verdict(verdict))
    return word if total is None else f"{total} {word}"


def what_word(definition: Definition, what: str) -> str:
    """Return what differs: the total, the verdict, the rank, a section or an indicator."""
    named = {
        "total": QCoreApplication.translate("Ledger", "Total"),
        "verdict": QCoreApplication.translate("Ledger", "Verdict"),
        "rank": QCoreApplication.translate("Ledger", "Rank"),
        "adjusted": QCoreApplication.translate("Ledger", "Bonus and penalty"),
    } | {section.code.value: section.name for section in definition.sections}
    if what in named:
        return named[what]
    names = {row.name for row in definition.indicators if row.code == what}
    return f"{what} {names.pop()}" if len(names) == 1 else what


def value_word(what: str, value: str | None) -> str:
    """Return a value on one side of a difference as it is read."""
    if value is None:
        return "–"
    return verdict_word(Verdict(value)) if what == "verdict" else value
