"""The past of a cell and of its neighbours as people read it, and what restoring would type."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from ui.scoring.cell import (
    COMMENT,
    EVIDENCE,
    LISTS,
    NOT_APPLICABLE,
    OPINION,
    RECUSAL,
    TEXTS,
    Cell,
)
from ui.scoring.desk import ScoringDesk
from ui.scoring.lines import mark_fields
from ui.scoring.numbers import figure_text
from ui.scoring.wording import figure_caption
from workbench.definition.terms import Indicator
from workbench.journal.fields import FIGURES
from workbench.scoring.past import PastValue


@dataclass(frozen=True, slots=True)
class Entry:
    """One earlier or present value."""

    cell: Cell
    value: str
    """What restoring types."""
    caption: str
    before: str
    after: str
    made_at: datetime
    author: str
    is_present: bool
    is_text: bool


def entries_of(desk: ScoringDesk, cell: Cell) -> tuple[Entry, ...]:
    """Return the past of the cell and of the other fields of its indicator, newest first."""
    indicator = desk.definition.indicator.get(cell.subject or b"")
    past = desk.book.past(cell.service, cell.subject or cell.service, _fields(cell, indicator))
    return tuple(_entry(desk, cell, indicator, one) for one in past)


def _fields(cell: Cell, indicator: Indicator | None) -> tuple[str, ...]:
    if indicator is not None:
        # also figures of a scale that was in force before
        return (*sorted(FIGURES), NOT_APPLICABLE, COMMENT, EVIDENCE)
    if cell.subject is None and not cell.field:
        return (OPINION, RECUSAL)
    return (cell.field,)


def _entry(desk: ScoringDesk, cell: Cell, indicator: Indicator | None, past: PastValue) -> Entry:
    author = desk.definition.evaluator.get(past.author)
    return Entry(
        cell=Cell(cell.service, cell.subject, past.field),
        value=past.after or "",
        caption=_caption(indicator, past.field),
        before=_read(past.field, past.before),
        after=_read(past.field, past.after),
        made_at=past.made_at,
        author=author.name if author else QCoreApplication.translate("History", "somebody else"),
        is_present=past.is_present,
        is_text=past.field in (COMMENT, EVIDENCE, OPINION, RECUSAL, *LISTS),
    )


def _caption(indicator: Indicator | None, field: str) -> str:
    if indicator is not None:
        is_own = field in TEXTS or field in mark_fields(indicator)
        return figure_caption(indicator, field) if is_own else _other_scale(field)
    return {
        OPINION: QCoreApplication.translate("History", "Opinion"),
        RECUSAL: QCoreApplication.translate("History", "Recusal"),
        LISTS[0]: QCoreApplication.translate("History", "Achievement"),
        LISTS[1]: QCoreApplication.translate("History", "Improvement"),
    }[field]


def _other_scale(field: str) -> str:
    """Return the caption of a figure that the present scale does not have."""
    return {
        "score": QCoreApplication.translate("History", "Score before"),
        "target": QCoreApplication.translate("History", "Target before"),
        "actual": QCoreApplication.translate("History", "Actual before"),
    }.get(field, QCoreApplication.translate("History", "Survey before"))


def _read(field: str, value: str | None) -> str:
    if field == NOT_APPLICABLE:
        if value is None:
            return QCoreApplication.translate("History", "applies")
        return QCoreApplication.translate("History", "not applicable")
    if value is None:
        return QCoreApplication.translate("History", "empty")
    return figure_text(value) if field in FIGURES else value


def when_words(moment: datetime, now: datetime) -> str:
    """Return the local time of a change, with its day where that is not today."""
    here = moment.astimezone()
    if here.date() == now.astimezone().date():
        return f"{here:%H:%M:%S}"
    return f"{here:%Y-%m-%d %H:%M}"
