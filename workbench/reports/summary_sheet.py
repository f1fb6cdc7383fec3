"""요약: the result in one page, with the rules it was made by."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Final

from workbench.definition.terms import Definition
from workbench.reports import remarks
from workbench.reports.bands import band_counts
from workbench.reports.cells import (
    BODY,
    CAPTION,
    CENTER,
    DANGER,
    NUMERAL,
    PALE_INK,
    SOFT_INK,
    SUBTITLE,
    TITLE,
    WARNING,
    WARNING_TINT,
    Cell,
    Look,
    Row,
    column,
    count,
    figure,
    number,
    quoted,
    text,
)
from workbench.reports.cells import HEAD as HEAD_LOOK
from workbench.reports.chart_sheet import histogram_chart
from workbench.reports.charts import Chart
from workbench.reports.edition import Edition
from workbench.reports.safe_text import CELL_UNITS, cut_to, display_width, pieces
from workbench.reports.sheet import LINE, Sheet
from workbench.reports.wording import (
    AGGREGATIONS,
    KINDS,
    ROLES,
    SCALES,
    average_sentence,
    below_sentence,
    below_title,
    overview,
    report_title,
)
from workbench.results.outcome import Outcome, SealState

SUMMARY: Final = "요약"
_WIDTHS: Final = (3, 50, 11, 11, 17, 21)
_CHART_ROWS: Final = 11
"""On how many rows of one line the chart of the totals lies."""
_TITLE_UNITS: Final = 74
"""A title is half as wide again as a line."""
_LINE_UNITS: Final = 104
_MOST_UNITS: Final = 600
_MARKER: Final = Look(align="right", ink=PALE_INK)
_STRONG: Final = Look(size=12, bold=True)
_WARNED: Final = Look(bold=True, ink=WARNING, tint=WARNING_TINT)
_INTERIM: Final = CENTER._replace(ink=WARNING)
_MISSING: Final = NUMERAL._replace(ink=PALE_INK)


@dataclass
class Summary:
    """The rows of 요약 in the making, and where its numbers stand."""

    rows: list[Row] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)
    """By name: ``average``, ``counted``, ``below``, ``share``, ``band 0``, ``band share 0`` …"""

    def line(
        self, words: str, look: Look | None = None, marker: str = "-", most: int = _MOST_UNITS
    ) -> None:
        """Add a line of text; a long one goes on in the next row."""
        for at, piece in enumerate(pieces(cut_to(words, most), _LINE_UNITS, 1)):
            shown = text("" if at else marker, _MARKER)
            self.rows.append(Row((shown, text(piece, look or Look())), LINE + 3))

    def caption(self, words: str) -> None:
        """Add the heading of a part."""
        self.rows += [Row(height=8), Row((text(f"□ {words}", CAPTION),), LINE + 8)]

    def table(self, *cells: Cell, names: tuple[str, ...] = (), look: Look = HEAD_LOOK) -> None:
        """Add a row of a table; ``names`` say which of its numbers 검증 asks for."""
        shown = (None, *cells)
        for index, cell in enumerate(names, start=2):
            if cell:
                self.addresses[cell] = f"{quoted(SUMMARY)}{column(index)}{len(self.rows) + 1}"
        self.rows.append(Row(shown))


def summary(outcome: Outcome, seals: tuple[SealState, ...], edition: Edition) -> Summary:
    """Return 요약 of ``outcome`` for ``edition``."""
    made = Summary()
    _open(made, outcome, edition)
    _results(made, outcome)
    if not edition.is_public and outcome.counted:
        _chart(made, outcome)
    made.caption("산정 기준")
    for line in remarks.rules(outcome, edition):
        made.line(line)
    _bands(made, outcome)
    if not edition.is_public:
        _seals(made, seals, edition)
        for words in remarks.changed_since_sealing(outcome.definition, seals):
            made.line(words, Look(ink=WARNING), most=CELL_UNITS)
    made.caption("비고")
    for line in remarks.remarks(outcome, edition):
        made.line(line, Look(ink=SOFT_INK), marker="※")
    if not edition.is_public:
        _indicators(made, outcome.definition)
    return made


def summary_sheet(made: Summary, edition: Edition) -> Sheet:
    """Return the sheet of ``made``."""
    return Sheet(
        name=SUMMARY,
        widths=_WIDTHS,
        rows=partial(_all, made),
        length=len(made.rows),
        breaks=tuple(made.breaks),
        charts=tuple(made.charts),
    )


def _all(made: Summary) -> Iterable[Row]:
    return made.rows


def _open(made: Summary, outcome: Outcome, edition: Edition) -> None:
    title = cut_to(report_title(outcome.definition.rules), _MOST_UNITS // 4)
    marks = "".join(f"  [{mark}]" for mark in edition.marks)
    first, *others = pieces(title, _TITLE_UNITS, 1)
    if display_width(first + marks) > _TITLE_UNITS:
        others, marks = [*others, marks.strip()] if marks else others, ""
    made.rows += [Row((text(piece, TITLE),), 28) for piece in (first + marks, *others)]
    when = f"작성 : {edition.day} {edition.made_at:%H:%M}"
    made.rows.append(Row((text(when, SUBTITLE),), LINE + 2))
    for warning in remarks.warnings(outcome, edition):
        cells = (text(warning, _WARNED), *(text("", _WARNED) for _ in _WIDTHS[2:]))
        made.rows.append(Row((text("", _WARNED), *cells), LINE + 6))
    made.caption("평가개요")
    for line in overview(outcome):
        made.line(line)


def _results(made: Summary, outcome: Outcome) -> None:
    rules, below = outcome.definition.rules, len(outcome.below)
    made.caption("평가결과")
    made.line(average_sentence(outcome), _STRONG)
    made.line(below_sentence(outcome), _STRONG._replace(ink=DANGER) if below else _STRONG)
    made.line("결과활용 : 재계약 적정성 심의반영 및 위탁사업 개선")
    made.rows.append(Row(height=6))
    made.table(text("구 분", HEAD_LOOK), text("값", HEAD_LOOK))
    made.table(
        text("평균(점)", BODY),
        _number(outcome.average, rules.score_places),
        names=("", "average"),
    )
    made.table(text("집계한 사무(개)", BODY), count(outcome.counted), names=("", "counted"))
    made.table(text(f"{below_title(rules)} 사무(개)", BODY), count(below), names=("", "below"))
    made.table(
        text(f"{below_title(rules)} 비율(%)", BODY),
        _number(outcome.share, 1),
        names=("", "share"),
    )


def _chart(made: Summary, outcome: Outcome) -> None:
    """Keep rows free for the chart of the totals; a public report has nothing to draw it from."""
    made.rows.append(Row(height=6))
    top, last = len(made.rows) + 1, len(made.rows) + _CHART_ROWS
    made.charts.append(histogram_chart(outcome, (2, top, len(_WIDTHS), last)))
    made.rows += [Row(height=LINE)] * _CHART_ROWS


def _bands(made: Summary, outcome: Outcome) -> None:
    bands = band_counts(outcome)
    if not bands:
        return
    made.caption("총점 분포")
    made.table(*(text(name, HEAD_LOOK) for name in ("구 간", "사무(개)", "비율(%)")))
    for at, band in enumerate(bands):
        made.table(
            text(band.name, BODY),
            count(band.count),
            _number(band.share, 1),
            names=("", f"band {at}", f"band share {at}"),
        )


def _indicators(made: Summary, definition: Definition) -> None:
    made.caption("평가지표")
    names = ("평가지표", "배점", "성격", "집계", "입력")
    made.table(*(text(name, HEAD_LOOK) for name in names))
    for code in definition.codes():
        rows = [row for row in definition.indicators if row.code == code]
        first, maxima = rows[0], {row.max_points for row in rows}
        same_name = len({row.name for row in rows}) == 1
        made.table(
            text(f"{code}  {first.name if same_name else '사무별로 다른 지표'}", BODY),
            figure(first.max_points, 0) if len(maxima) == 1 else text("사무별", CENTER),
            text(KINDS[first.kind], CENTER),
            text(" / ".join(dict.fromkeys(AGGREGATIONS[row.aggregation] for row in rows)), CENTER),
            text(" / ".join(dict.fromkeys(SCALES[row.scale] for row in rows)), CENTER),
        )


def _seals(made: Summary, seals: tuple[SealState, ...], edition: Edition) -> None:
    made.breaks.append(len(made.rows))  # the result stands on one page, what it rests on follows
    made.caption("평가위원별 봉인")
    names = ("평가위원", "예정 평점", "미입력", "접수코드", "봉인 일시")
    made.table(*(text(name, HEAD_LOOK) for name in names))
    for seal in seals:
        who = seal.evaluator
        made.table(
            text(f"{who.code} {who.name} ({ROLES[who.role]})", BODY),
            count(seal.expected),
            count(seal.missing),
            text(seal.receipt or "중간본", CENTER if seal.receipt else _INTERIM),
            text(_when(seal.sealed_at, edition), CENTER),
        )


def _when(milliseconds: int | None, edition: Edition) -> str:
    if milliseconds is None:
        return "–"
    return f"{edition.local(milliseconds):%Y. %m. %d. %H:%M}"


def _number(value: Decimal | None, places: int) -> Cell:
    return text("–", _MISSING) if value is None else number(value, places=places)
