"""The words of the result page that depend on numbers."""

from PySide6.QtCore import QCoreApplication

from ui.theme.glyphs import Glyph
from workbench.exact import plain, printed
from workbench.results.outcome import Outcome, Verdict

GLYPHS = {
    Verdict.EXEMPT: Glyph.NOT_APPLICABLE,
    Verdict.CONFLICT: Glyph.CONFLICT,
    Verdict.INCOMPLETE: Glyph.PART,
    Verdict.BELOW: Glyph.FLAG,
    Verdict.PASS: Glyph.COMPLETE,
}


def verdict_word(verdict: Verdict) -> str:
    """Return what is said of a service."""
    return {
        Verdict.EXEMPT: QCoreApplication.translate("Result", "Exempt"),
        Verdict.CONFLICT: QCoreApplication.translate("Result", "Conflict"),
        Verdict.INCOMPLETE: QCoreApplication.translate("Result", "Incomplete"),
        Verdict.BELOW: QCoreApplication.translate("Result", "Below the cut"),
        Verdict.PASS: QCoreApplication.translate("Result", "Pass"),
    }[verdict]


def below_words(outcome: Outcome) -> tuple[str, str, str]:
    """Return the sentence about the cut as what stands before, within and after its emphasis."""
    cut = plain(outcome.definition.rules.cut)
    if not outcome.counted:
        words = QCoreApplication.translate("Result", "No service can be counted yet.")
    elif not outcome.below:
        words = QCoreApplication.translate(
            "Result", "None of {counted} services is below {cut} points"
        )
    else:
        words = QCoreApplication.translate(
            "Result", "Below {cut} points: *{below} of {counted} services ({share}%)*"
        )
    share = "" if outcome.share is None else printed(outcome.share, 1)
    said = words.format(counted=outcome.counted, below=len(outcome.below), share=share, cut=cut)
    before, _, rest = said.partition("*")
    within, _, after = rest.partition("*")
    return before, within, after


def below_title(cut: str) -> str:
    """Return the heading of the list of services below the cut."""
    return QCoreApplication.translate("Result", "Below {cut} points").format(cut=cut)


def cut_name(cut: str) -> str:
    """Return the name that stands at the cut line."""
    return QCoreApplication.translate("Result", "cut {cut}").format(cut=cut)
