"""The styles of the document by name: what a template holds and an institute may change."""

from dataclasses import dataclass
from typing import Final

from workbench.reports.document.blocks import Align, Voice

FONT: Final = "맑은 고딕"
FONT_IN_ENGLISH: Final = "Malgun Gothic"
INK: Final = "191D25"
SOFT: Final = "474F5E"
PALE: Final = "5D6675"
EDGE: Final = "7F8796"
SUNKEN: Final = "EFF1F5"
WARNING: Final = "865000"
WARNING_TINT: Final = "FBF0DC"


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style: name and id, and how it looks, in twentieths and halves of a point."""

    name: str
    id: str
    half_points: int
    bold: bool = False
    ink: str = INK
    before: int = 0
    after: int = 0
    left: int = 0
    hanging: int = 0
    align: str = "left"
    keep_next: bool = False
    level: int | None = None
    """Its place in the outline; None for what is no heading."""
    box: str = ""
    """The tint of a frame around it."""
    edge: str = EDGE
    """The colour of the frame; two that touch and are alike would become one."""


VOICES: Final = {
    Voice.TITLE: Style(
        "보고서 제목", "SwTitle", 40, bold=True, before=120, after=200, align="center", level=0
    ),
    Voice.WARNING: Style(
        "보고서 주의",
        "SwWarning",
        20,
        bold=True,
        ink=WARNING,
        after=240,
        box=WARNING_TINT,
        edge=WARNING,
    ),
    Voice.LEAD: Style(
        "보고서 요지", "SwLead", 24, before=80, after=160, align="center", box="FFFFFF"
    ),
    Voice.HEADING: Style(
        "보고서 항목", "SwHeading", 28, bold=True, before=320, after=120, keep_next=True, level=1
    ),
    Voice.LINE: Style("보고서 내용", "SwLine", 24, after=60, left=420, hanging=200),
    Voice.DETAIL: Style("보고서 세부", "SwDetail", 22, ink=SOFT, after=40, left=700, hanging=160),
    Voice.REMARK: Style(
        "보고서 비고", "SwRemark", 18, ink=PALE, before=30, after=10, left=500, hanging=280
    ),
    Voice.SERVICE: Style(
        "보고서 사무", "SwService", 24, bold=True, before=240, after=80, keep_next=True, level=2
    ),
    Voice.UNIT: Style(
        "보고서 단위", "SwUnit", 18, ink=PALE, after=40, align="right", keep_next=True
    ),
}
TABLE_HEAD: Final = Style("보고서 표 머리", "SwTableHead", 19, bold=True, align="center")
CELLS: Final = {
    Align.LEFT: Style("보고서 표 글", "SwTableText", 20, after=20),
    Align.CENTER: Style("보고서 표 가운데", "SwTableCenter", 20, after=20, align="center"),
    Align.RIGHT: Style("보고서 표 숫자", "SwTableNumber", 20, after=20, align="right"),
}
ABOVE: Final = Style("보고서 머리말", "SwHeader", 17, ink=PALE)
BELOW: Final = Style("보고서 꼬리말", "SwFooter", 17, ink=PALE)
END: Final = Style("보고서 끝", "SwEnd", 2)
"""So small that what follows the last table never needs a page of its own."""
PARAGRAPHS: Final = (*VOICES.values(), TABLE_HEAD, *CELLS.values(), ABOVE, BELOW, END)
STRONG: Final = ("보고서 강조", "SwStrong")
MARK: Final = ("보고서 표시", "SwMark")
"""Character styles: what stands out in a cell, and the marks above every page."""
TABLE: Final = ("보고서 표", "SwTable")
NAMES: Final = (*(style.name for style in PARAGRAPHS), STRONG[0], MARK[0], TABLE[0])
"""Every style by the name that a template has to know it by."""
