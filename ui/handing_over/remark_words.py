"""The sentences and shapes of what the check remarks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.scoring.desk import ScoringDesk
from ui.scoring.wording import figure_caption, why_words
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Indicator
from workbench.scoring.check import Checked, Remark, Weight
from workbench.scoring.patterns import Asked

GLYPHS: Final = {
    Remark.MISSING: Glyph.EMPTY,
    Remark.NOT_STORED: Glyph.ERROR,
    Remark.ENTER_AGAIN: Glyph.PART,
    Remark.NO_POINTS: Glyph.PART,
    Remark.CONFLICT: Glyph.CONFLICT,
    Remark.REASON: Glyph.FLAG,
    Remark.PLEDGE: Glyph.FLAG,
    Remark.RECUSED: Glyph.RECUSED,
}
_WORST_FIRST: Final = (
    Glyph.ERROR,
    Glyph.CONFLICT,
    Glyph.PART,
    Glyph.EMPTY,
    Glyph.FLAG,
    Glyph.RECUSED,
)


def worst_glyph(remarks: tuple[Checked, ...]) -> Glyph | None:
    """Return the shape that says most about several remarks, None where none says much."""
    found = {GLYPHS[each.remark] for each in remarks if each.remark in GLYPHS}
    return next((glyph for glyph in _WORST_FIRST if glyph in found), None)


def indicator_of(desk: ScoringDesk, checked: Checked) -> Indicator | None:
    """Return the indicator a remark speaks of, if it speaks of one."""
    return desk.definition.indicator.get(checked.subject or b"")


def remark_sentence(desk: ScoringDesk, checked: Checked, draft: str = "") -> str:
    """Return what a remark says; ``draft`` is the entry that is not stored."""
    if checked.remark is Remark.REASON and checked.asked is not None:
        return _asked_sentence(checked.asked)
    if checked.remark is Remark.NO_POINTS:
        return why_words(checked.why)
    if checked.remark is Remark.RECUSED and checked.service is not None:
        words = QCoreApplication.translate("Check", "Recused, not counted: {reason}")
        return words.format(reason=desk.sheet(checked.service).recusal.replace("\n", " "))
    if checked.remark is Remark.NOT_STORED:
        return _draft_sentence(desk, checked, draft)
    return {
        Remark.MISSING: QCoreApplication.translate("Check", "No mark yet"),
        Remark.ENTER_AGAIN: QCoreApplication.translate(
            "Check", "The rubric has changed: enter it again"
        ),
        Remark.CONFLICT: QCoreApplication.translate(
            "Check", "Two values stand against each other: enter the right one"
        ),
        Remark.PLEDGE: QCoreApplication.translate("Check", "The integrity pledge is not confirmed"),
        Remark.NO_TEXT: QCoreApplication.translate("Check", "No finding and no opinion written"),
    }.get(checked.remark, "")


def _draft_sentence(desk: ScoringDesk, checked: Checked, draft: str) -> str:
    row = indicator_of(desk, checked)
    shown = " ".join(draft.split())
    if row is None or checked.field == "score":
        words = QCoreApplication.translate("Check", "Not stored: “{text}”")
        return words.format(text=shown)
    words = QCoreApplication.translate("Check", "{field} not stored: “{text}”")
    return words.format(field=figure_caption(row, checked.field), text=shown)


def _asked_sentence(asked: Asked) -> str:
    return {
        Asked.NOT_APPLICABLE: QCoreApplication.translate(
            "Check", "Not applicable, without a reason"
        ),
        Asked.AT_MAX: QCoreApplication.translate("Check", "Full marks without a comment"),
        Asked.BELOW: QCoreApplication.translate("Check", "A low mark without a comment"),
        Asked.FAR: QCoreApplication.translate(
            "Check", "Unlike your other marks, without a comment"
        ),
    }[asked]


def count_words(weight: Weight, count: int) -> str:
    """Return how many remarks of a weight there are."""
    words = {
        Weight.OPEN: QCoreApplication.translate("Check", "To fill in {count}"),
        Weight.LOOK: QCoreApplication.translate("Check", "To look at {count}"),
        Weight.NOTE: QCoreApplication.translate("Check", "Good to know {count}"),
    }[weight]
    return words.format(count=count)


def marks_words(desk: ScoringDesk, remarks: Sequence[Checked]) -> tuple[Glyph, str, str]:
    """Return the shape, the line and its explanation that say whether a mark is missing."""
    progress = desk.overview.progress()
    missing = progress.expected - progress.given
    refused = sum(each.remark is Remark.NOT_STORED for each in remarks)
    if not missing and not refused:
        given = QCoreApplication.translate("Check", "All {count} indicators have a mark")
        whole = QCoreApplication.translate("Check", "No mark is missing")
        return Glyph.COMPLETE, whole, given.format(count=progress.given)
    unstored = QCoreApplication.translate("Check", "Entries not stored: {count}")
    unstored = unstored.format(count=refused)
    if not missing:
        left_out = QCoreApplication.translate(
            "Check", "They are not part of what is sealed. Correct them first."
        )
        return Glyph.ERROR, unstored, left_out
    words = QCoreApplication.translate("Check", "Missing marks: {count}")
    given = QCoreApplication.translate("Check", "{given} of {expected} indicators have a mark")
    given = given.format(given=progress.given, expected=progress.expected)
    detail = f"{given} · {unstored}" if refused else given
    return Glyph.PART, words.format(count=missing), detail
