"""The words of the result page that depend on numbers."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.results.figures import BY_GAP, BY_NUMBER, BY_TOTAL, section_of
from ui.scoring.numbers import signed_text
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Definition
from workbench.exact import plain, printed
from workbench.reports.bands import BandCount
from workbench.results.outcome import Outcome, Verdict
from workbench.results.robustness import Firmness

GLYPHS: Final = {
    Verdict.EXEMPT: Glyph.NOT_APPLICABLE,
    Verdict.CONFLICT: Glyph.CONFLICT,
    Verdict.INCOMPLETE: Glyph.PART,
    Verdict.BELOW: Glyph.FLAG,
    Verdict.PASS: Glyph.COMPLETE,
}
FIRMNESS_ROLES: Final = {
    Firmness.HINGES: "danger",
    Firmness.CLOSE: "warning",
    Firmness.FIRM: "text3",
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


def firmness_word(firmness: Firmness) -> str:
    """Return how firm a verdict is."""
    return {
        Firmness.HINGES: QCoreApplication.translate("Result", "Hinges on one"),
        Firmness.CLOSE: QCoreApplication.translate("Result", "Near"),
        Firmness.FIRM: QCoreApplication.translate("Result", "Firm"),
    }[firmness]


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


def state_words(outcome: Outcome, *, is_final: bool) -> str:
    """Return how far the result has come, and whether it is final."""
    found = dict.fromkeys(Verdict, 0)
    for row in outcome.services:
        found[row.verdict] += 1
    words = QCoreApplication.translate(
        "Result", "Counted {counted}, incomplete {incomplete}, conflicts {conflicts}"
    )
    said = words.format(
        counted=outcome.counted,
        incomplete=found[Verdict.INCOMPLETE],
        conflicts=found[Verdict.CONFLICT],
    )
    if found[Verdict.EXEMPT]:
        exempt = QCoreApplication.translate("Result", ", exempt {count}")
        said += exempt.format(count=found[Verdict.EXEMPT])
    final, not_yet = (
        QCoreApplication.translate("Result", "Final result"),
        QCoreApplication.translate("Result", "Not final"),
    )
    return f"{final if is_final else not_yet} · {said}"


def below_title(cut: str) -> str:
    """Return the heading of the list of services below the cut."""
    return QCoreApplication.translate("Result", "Below {cut} points").format(cut=cut)


def cut_name(cut: str) -> str:
    """Return the name that stands at the cut line."""
    return QCoreApplication.translate("Result", "cut {cut}").format(cut=cut)


def bin_name(lower: Decimal, width: Decimal) -> str:
    """Return the range of a bin."""
    words = QCoreApplication.translate("Result", "{lower} to below {upper} points")
    return words.format(lower=plain(lower), upper=plain(lower + width))


def band_name(band: BandCount) -> str:
    """Return what a band is called; its range in short where it has no name of its own."""
    if band.label != band.range and band.lower is not None:
        return band.label
    if not band.lower:
        upper = "" if band.upper is None else plain(band.upper)
        return QCoreApplication.translate("Result", "< {upper}").format(upper=upper)
    if band.upper is None:
        words = QCoreApplication.translate("Result", "≥ {lower}")
        return words.format(lower=plain(band.lower))
    return f"{plain(band.lower)}–{plain(band.upper)}"


def band_words(band: BandCount) -> str:
    """Return the range of a band and how many services it holds, for those who ask."""
    words = QCoreApplication.translate("Result", "{band}: services {count}")
    return words.format(band=band_name(band), count=band.count)


def order_word(definition: Definition, order: str) -> str:
    """Return by what the services are sorted."""
    section = section_of(order)
    if section:
        name = next(row.name for row in definition.sections if row.code == section)
        words = QCoreApplication.translate("Result", "Order: highest in {section} first")
        return words.format(section=name)
    return {
        BY_TOTAL: QCoreApplication.translate("Result", "Order: highest total first"),
        BY_NUMBER: QCoreApplication.translate("Result", "Order: by number"),
        BY_GAP: QCoreApplication.translate("Result", "Order: nearest to the cut first"),
    }[order]


def adjusted_text(points: Decimal, places: int) -> str:
    """Return what adjustments add, always with its sign."""
    said = signed_text(points, places)
    return said if points < 0 else f"+{said}"
