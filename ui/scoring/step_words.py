"""What a step did, in a few words: "3번 C2 5→4"."""

from PySide6.QtCore import QCoreApplication

from ui.scoring.cell import (
    COMMENT,
    EVIDENCE,
    LISTS,
    NOT_APPLICABLE,
    OPINION,
    RECUSAL,
    SURVEY_BASIS,
)
from ui.scoring.desk import ScoringDesk
from ui.scoring.numbers import figure_text
from ui.scoring.wording import figure_caption
from workbench.scoring.steps import CellChange, Step

_ARROW = "→"


def undo_words(desk: ScoringDesk, step: Step) -> str:
    """Return what taking ``step`` back does."""
    words = QCoreApplication.translate("Steps", "Undo: {what}")
    return words.format(what=_what(desk, step, is_back=True))


def redo_words(desk: ScoringDesk, step: Step) -> str:
    """Return what doing ``step`` again does."""
    words = QCoreApplication.translate("Steps", "Redo: {what}")
    return words.format(what=_what(desk, step, is_back=False))


def _what(desk: ScoringDesk, step: Step, *, is_back: bool) -> str:
    places = dict.fromkeys(change.cell[1:3] for change in step.changes)
    first = step.changes[0]
    words = _named(desk, first)
    detail = _detail(desk, first, is_back=is_back)
    if len(places) == 1:
        return f"{words} {detail}"
    more = QCoreApplication.translate("Steps", "{first} and {count} more")
    return more.format(first=words, count=len(places) - 1)


def _named(desk: ScoringDesk, change: CellChange) -> str:
    """Name the place: the service by its number, and its indicator."""
    _, service, subject, _ = change.cell
    number = desk.definition.service[service].number
    words = QCoreApplication.translate("Steps", "No. {number}").format(number=number)
    indicator = desk.definition.indicator.get(subject)
    return f"{words} {indicator.code}" if indicator is not None else words


def _detail(desk: ScoringDesk, change: CellChange, *, is_back: bool) -> str:
    _, _, subject, field = change.cell
    indicator = desk.definition.indicator.get(subject)
    if indicator is None or field in (COMMENT, EVIDENCE, SURVEY_BASIS):
        return _text_word(field)
    begin, end = change.before, change.after
    if is_back:
        begin, end = end, begin
    if field == NOT_APPLICABLE:
        return _applies_word(is_out=end is not None)
    caption = "" if field == "score" else f"{figure_caption(indicator, field)} "
    return f"{caption}{_value(begin)}{_ARROW}{_value(end)}"


def _value(value: str | None) -> str:
    if value is None:
        return QCoreApplication.translate("Steps", "empty")
    return figure_text(value)


def _applies_word(*, is_out: bool) -> str:
    if is_out:
        return QCoreApplication.translate("Steps", "not applicable")
    return QCoreApplication.translate("Steps", "applies")


def _text_word(field: str) -> str:
    return {
        COMMENT: QCoreApplication.translate("Steps", "comment"),
        EVIDENCE: QCoreApplication.translate("Steps", "evidence"),
        SURVEY_BASIS: QCoreApplication.translate("Steps", "basis of the survey"),
        OPINION: QCoreApplication.translate("Steps", "opinion"),
        RECUSAL: QCoreApplication.translate("Steps", "recusal"),
        LISTS[0]: QCoreApplication.translate("Steps", "achievement"),
        LISTS[1]: QCoreApplication.translate("Steps", "improvement"),
    }.get(field, QCoreApplication.translate("Steps", "order of the findings"))
