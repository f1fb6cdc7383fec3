"""What stands in the head of the sheet: which service or indicator, how far, how many points."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from ui.scoring.desk import ScoringDesk
from ui.scoring.numbers import most_text, points_text
from ui.scoring.orders import Order, Subject
from ui.scoring.wording import indicators_word, kind_word, scale_word, services_word, state_word
from ui.theme.fonts import DENSE, SERVICE_NAME
from ui.theme.glyphs import Glyph
from ui.theme.runs import Run
from workbench.definition.terms import Uid
from workbench.exact import half_up
from workbench.scoring.sheet import ServiceSheet, SheetState

GLYPHS = {
    SheetState.EMPTY: Glyph.EMPTY,
    SheetState.PART: Glyph.PART,
    SheetState.COMPLETE: Glyph.COMPLETE,
    SheetState.CONFLICT: Glyph.CONFLICT,
    SheetState.RECUSED: Glyph.RECUSED,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The words and the state of one subject."""

    code: str
    name: str
    detail: str
    glyph: Glyph
    progress: str
    total: tuple[Run, ...]


def heading_of(desk: ScoringDesk, subject: Subject) -> Heading:
    """Return the heading of what a sheet shows."""
    if subject.order is Order.INDICATOR:
        return _of_indicator(desk, subject)
    return _of_service(desk, subject.service)


def glyph_of_service(desk: ScoringDesk, service: Uid) -> Glyph:
    """Return the state of a service; the worst one wins."""
    return Glyph.ERROR if desk.drafts(service) else GLYPHS[desk.sheet(service).state]


def glyph_of_code(desk: ScoringDesk, code: str) -> Glyph:
    """Return the state of an indicator over all services."""
    if desk.refused_in(code):
        return Glyph.ERROR
    left = len(desk.open_in(code))
    if not left:
        return Glyph.COMPLETE
    return Glyph.PART if left < len(desk.overview.counted_in(code)) else Glyph.EMPTY


def _of_service(desk: ScoringDesk, service: Uid) -> Heading:
    sheet = desk.sheet(service)
    most = sum((row.indicator.max_points for row in sheet.rows()), start=Decimal(0))
    done = sheet.state is SheetState.COMPLETE
    word = (
        QCoreApplication.translate("Sheet", "Total")
        if done
        else QCoreApplication.translate("Sheet", "So far")
    )
    count = indicators_word(sheet.given, sheet.expected)
    return Heading(
        str(sheet.service.number),
        sheet.service.name,
        _detail(sheet),
        glyph_of_service(desk, service),
        f"{state_word(sheet.state)} · {count}",
        _number_runs(word, points_text(sheet.subtotal, desk.places), most_text(most)),
    )


def _of_indicator(desk: ScoringDesk, subject: Subject) -> Heading:
    code = subject.code
    counted = len(desk.overview.counted_in(code))
    rows = (desk.overview.row(service, code) for service in desk.services())
    indicator = next(row.indicator for row in rows if row is not None)
    left = len(desk.open_in(code))
    state = SheetState.COMPLETE if not left else SheetState.PART
    mean = desk.own_mean(code)
    shown = points_text(None if mean is None else half_up(mean, desk.places), desk.places)
    return Heading(
        code,
        desk.overview.name(code),
        f"{indicator.group} · {kind_word(indicator.kind)} · {scale_word(indicator.scale)}",
        glyph_of_code(desk, code),
        f"{state_word(state)} · {services_word(counted - left, counted)}",
        _number_runs(
            QCoreApplication.translate("Sheet", "My mean"), shown, most_text(indicator.max_points)
        ),
    )


def _number_runs(word: str, number: str, most: str) -> tuple[Run, ...]:
    return (
        Run(word, DENSE, role="text2"),
        Run(number, SERVICE_NAME, 700, before=8),
        Run(f"/ {most}", DENSE, role="text3", before=7),
    )


def _detail(sheet: ServiceSheet) -> str:
    service = sheet.service
    parts = []
    if service.operators:
        parts.append(
            QCoreApplication.translate("Sheet", "Operator {names}").format(
                names=", ".join(service.operators)
            )
        )
    if service.department:
        parts.append(service.department)
    if service.term_end:
        parts.append(
            QCoreApplication.translate("Sheet", "Term ends {date}").format(date=service.term_end)
        )
    return " · ".join(parts)
