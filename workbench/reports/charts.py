"""Charts that a spreadsheet program draws itself, from cells: plain values and their native form.

A chart has no numbers of its own: whatever it draws is a range of the same workbook (LibreOffice
draws no constants in it).
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumDataSource,
    NumRef,
    StrRef,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)

from workbench.exact import plain
from workbench.reports.cells import INK, PALE_INK
from workbench.reports.styles import TYPEFACE

EDGE: Final = "7F8796"
LINE_INK: Final = "E2E5EB"
_POINT: Final = 12_700
"""In the units of a drawing."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of one colour: their name, the range of their numbers."""

    name: str
    values: str
    ink: str
    is_numbered: bool = False
    """Each bar shows its number."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart of columns: stacked, or one bar at each place."""

    title: str
    across: str
    """What stands along the axis of names, as its title; ``upright`` is that of the numbers."""
    upright: str
    names: str
    """The range of what each column is called."""
    bars: tuple[Bars, ...]
    place: tuple[int, int, int, int]
    """First column and row and last column and row of the cells it lies on, counted from 1."""
    level: Bars | None = None
    """A straight line across the columns: its number, once for each of them."""
    dots: Bars | None = None
    """Numbers shown as dots above the columns."""
    most: Decimal | None = None
    """Where the axis of numbers ends; None: where the program likes."""
    is_stacked: bool = True
    has_legend: bool = True
    gap: int = 40
    """Between two columns, in percent of a column."""

    @property
    def ranges(self) -> tuple[str, ...]:
        """Return every range that it draws, as a reader of the file finds them."""
        drawn = (*self.bars, self.dots, self.level)
        return (self.names, *(one.values for one in drawn if one is not None))

    @property
    def words(self) -> tuple[str, ...]:
        """Return its titles, as a reader of the file finds them."""
        return self.title, self.across, self.upright


def native(chart: Chart) -> Any:
    """Return ``chart`` as the writing library draws it."""
    made: Any = BarChart()
    made.grouping = "stacked" if chart.is_stacked else "clustered"
    made.type, made.overlap, made.gapWidth = "col", 100, chart.gap
    made.title = _title(chart.title, 11, bold=True, ink=INK)
    if chart.has_legend:
        made.legend.position = "b"
        made.legend.txPr = _voice(8)
    else:
        made.legend = None
    made.series = [_columns(chart, at, one) for at, one in enumerate(chart.bars)]
    made.graphical_properties = GraphicalProperties(noFill=True)
    made.graphical_properties.line.noFill = True
    made.roundedCorners = False
    made.display_blanks = "gap"
    _axes(made, chart)
    _lay_over(made, chart)
    made.visible_cells_only = False  # the cut stands in cells that are not shown
    made.anchor = _anchor(chart)
    return made


def _anchor(chart: Chart) -> Any:
    # bound to cells at both corners: how wide a column is depends on the fonts of the machine
    left, top, right, bottom = chart.place
    corners = AnchorMarker(col=left - 1, row=top - 1), AnchorMarker(col=right, row=bottom)
    return TwoCellAnchor(editAs="twoCell", _from=corners[0], to=corners[1])


def _axes(made: Any, chart: Chart) -> None:
    made.x_axis.title = _title(chart.across, 8)
    made.y_axis.title = _title(chart.upright, 8)
    for axis in (made.x_axis, made.y_axis):
        axis.delete = False
        axis.txPr = _voice(8)
        axis.majorTickMark = "none"
        axis.graphicalProperties = GraphicalProperties(ln=_line(EDGE))
    made.x_axis.tickLblPos = "low"
    made.x_axis.noMultiLvlLbl = True
    made.y_axis.number_format = "General"
    made.y_axis.majorGridlines.spPr = GraphicalProperties(ln=_line(LINE_INK))
    made.y_axis.scaling.min = 0
    if chart.most is not None:
        made.y_axis.scaling.max = plain(chart.most)


def _columns(chart: Chart, at: int, bars: Bars) -> Any:
    made = _series(chart, at, bars.name, NumDataSource(numRef=NumRef(f=bars.values)))
    made.spPr = GraphicalProperties(solidFill=bars.ink)
    made.spPr.line.noFill = True
    made.invertIfNegative = False
    if bars.is_numbered:
        # above the column, which a stack has no room for
        place = None if chart.is_stacked else "outEnd"
        made.dLbls = DataLabelList(dLblPos=place, txPr=_voice(8, bold=True))
        made.dLbls.showVal = True
        for other in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
            setattr(made.dLbls, other, False)
    return made


def _lay_over(made: Any, chart: Chart) -> None:
    """Lay a line for the level and dots over the columns; both share their axes."""
    drawn: list[Any] = []
    at = len(chart.bars)
    if chart.dots is not None:
        values = NumDataSource(numRef=NumRef(f=chart.dots.values))
        dots = _series(chart, at, chart.dots.name, values)
        dots.marker = Marker(symbol="diamond", size=6)
        dots.marker.spPr = GraphicalProperties(solidFill=chart.dots.ink)
        dots.spPr = GraphicalProperties(ln=LineProperties(noFill=True))
        drawn.append(dots)
        at += 1
    if chart.level is not None:
        values = NumDataSource(numRef=NumRef(f=chart.level.values))
        line = _series(chart, at, chart.level.name, values)
        line.marker = Marker(symbol="none")
        line.spPr = GraphicalProperties(ln=_line(chart.level.ink, 3 * _POINT // 2))
        drawn.append(line)
    if drawn:
        over: Any = LineChart()
        over.series = drawn
        for one in drawn:
            one.smooth = False
        made += over


def _series(chart: Chart, at: int, name: str, values: Any) -> Any:
    names = AxDataSource(strRef=StrRef(f=chart.names))
    return Series(idx=at, order=at, tx=SeriesLabel(v=name), cat=names, val=values)


def _line(ink: str, width: int = _POINT * 3 // 4) -> Any:
    return LineProperties(solidFill=ink, w=width)


def _title(words: str, size: int, *, bold: bool = False, ink: str = PALE_INK) -> Any:
    voice = _characters(size, bold=bold, ink=ink)
    run = RegularTextRun(rPr=voice, t=words)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=voice), r=[run])
    rich = RichText(bodyPr=RichTextProperties(), p=[paragraph])
    return Title(tx=Text(rich=rich), overlay=False)


def _voice(size: int, *, bold: bool = False, ink: str = PALE_INK) -> Any:
    voice = _characters(size, bold=bold, ink=ink)
    return RichText(
        bodyPr=RichTextProperties(),
        p=[Paragraph(pPr=ParagraphProperties(defRPr=voice), endParaRPr=voice)],
    )


def _characters(size: int, *, bold: bool, ink: str) -> Any:
    face = Font(typeface=TYPEFACE)
    return CharacterProperties(sz=100 * size, b=bold, solidFill=ink, latin=face, ea=face)
