"""A sheet on paper: how its pages are set up, and what stands above and below each of them."""

from dataclasses import dataclass
from typing import Any, Final

from workbench.reports.cells import PALE_INK, SUCCESS, WARNING
from workbench.reports.edition import Edition
from workbench.reports.safe_text import header_text
from workbench.reports.styles import TYPEFACE

A4: Final = 9
_LONG_SIDE, _SHORT_SIDE, _SIDE = 297, 210, 15
"""Of the page and of its left and right margin, in millimetres."""
_UNIT: Final = 23
"""The width of a column's unit in tenths of a millimetre, where the typeface is not at hand and
a wider one takes its place."""
_RECEIPTS: Final = 2
"""How many receipt codes have room beside the date; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is printed on every page besides the sheet itself."""

    title: str
    edition: Edition
    receipts: tuple[str, ...] = ()
    is_final: bool = False
    """The round is final and this is its final report (확정)."""

    @property
    def standing(self) -> tuple[tuple[str, str], ...]:
        """Return which version this is and what it must not be taken for, each with its ink."""
        version, marks = self.edition.version, self.edition.marks
        said = [(mark, PALE_INK if mark == version else WARNING) for mark in marks]
        if self.is_final and not self.edition.draft:
            said.append(("확정", SUCCESS))
        return tuple(said)

    @property
    def date(self) -> str:
        """Return the day of the report and the receipt codes it rests on, as many as fit."""
        day = self.edition.day
        if self.edition.is_public or not self.receipts:
            return day
        more = len(self.receipts) - _RECEIPTS
        rest = f" 외 {more}" if more > 0 else ""
        return f"{day} · 접수코드 {', '.join(self.receipts[:_RECEIPTS])}{rest}"


def set_up_print(target: Any, *, landscape: bool, wide: int = 0) -> None:
    """Set ``target`` up for A4, one page wide; or with breaks between pages ``wide`` units each."""
    target.page_setup.paperSize = A4
    target.page_setup.orientation = "landscape" if landscape else "portrait"
    if wide:
        # breaks hold only where pages are not fitted to the columns
        tenths = 10 * (_LONG_SIDE if landscape else _SHORT_SIDE) - 20 * _SIDE
        target.page_setup.scale = max(10, min(100, 100 * tenths // (wide * _UNIT)))
    else:
        target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
        target.sheet_properties.pageSetUpPr.fitToPage = True
    target.print_options.horizontalCentered = True
    margins = target.page_margins
    margins.left = margins.right = _inches(_SIDE)
    margins.top, margins.bottom = _inches(20), _inches(18)
    margins.header = margins.footer = _inches(9)


def label_pages(target: Any, imprint: Imprint) -> None:
    """Name round and sheet above every page, and below it version, marks, page, date, receipts."""
    # one part has one ink, so a second one is switched to in its text
    standing = " · ".join(f"&K{ink}{header_text(said)}" for said, ink in imprint.standing)
    parts = (
        (target.oddHeader.left, header_text(imprint.title)),
        (target.oddHeader.right, "&A"),
        (target.oddFooter.left, standing),
        (target.oddFooter.center, "&P / &N"),
        (target.oddFooter.right, header_text(imprint.date)),
    )
    for part, shown in parts:
        part.text = shown or None
        part.font = f"{TYPEFACE},Regular"
        part.size = 8
        part.color = PALE_INK


def _inches(millimetres: int) -> float:
    return millimetres * 5 / 127
