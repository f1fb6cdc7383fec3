"""The score sheet as a PDF: painted onto A4 in the shipped type, which every reader has then."""

from ui.handing_over import score_sheet_wording as words
from ui.handing_over.paper import (
    BOTTOM,
    LEFT,
    RIGHT,
    Ink,
    Mark,
    Rule,
    Voice,
    ending_at,
)
from ui.handing_over.score_sheet import ScoreSheet
from ui.handing_over.score_sheet_pages import lay_out
from ui.printing.painting import painted
from ui.theme.fonts import bring_fonts

_FOOT = Voice(8, role="text2")
_RUNNING = Voice(8, role="text3")
_REHEARSAL = Voice(8, 600, "warning")


def score_sheet_pdf(sheet: ScoreSheet) -> tuple[bytes, int]:
    """Return ``sheet`` as a PDF file, and how many pages it has."""
    bring_fonts()
    pages = lay_out(sheet).pages
    marks = [
        (*page, *_around(sheet, number, len(pages))) for number, page in enumerate(pages, start=1)
    ]
    title = f"{words.TITLE} {sheet.evaluator} {sheet.receipt}"
    return painted(marks, title), len(pages)


def _around(sheet: ScoreSheet, number: int, pages: int) -> tuple[Mark, ...]:
    """Return what stands on every page: the round above, code, name, day and page below."""
    foot = BOTTOM + 20
    page = words.page_words(number, pages)
    marks: list[Mark] = [
        Rule(LEFT, RIGHT, foot, 0.5, "edge"),
        Ink(LEFT, foot + 14, words.footer(sheet.receipt, sheet.evaluator, sheet.day), _FOOT),
        Ink(RIGHT - _FOOT.width(page), foot + 14, page, _FOOT),
    ]
    if number > 1:
        marks.append(Ink(LEFT, 32, sheet.title, _RUNNING))
    if sheet.is_rehearsal:
        marks.append(ending_at(RIGHT, words.REHEARSAL, _REHEARSAL, 58))
    return tuple(marks)
