"""A service line by line: what its total is made of, down to each evaluator's mark."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.ledger.rows import Cell, Column, Row
from ui.results.wording import adjusted_text, verdict_word
from ui.scoring.numbers import NOTHING, points_text
from ui.scoring.wording import not_applicable_word
from ui.settling.moderation_words import (
    aggregation_word,
    agreed_text,
    exact_text,
    glyph_of,
    mark_text,
)
from ui.theme.fonts import HALF_BOLD, REGULAR
from ui.theme.glyphs import Glyph
from workbench.definition.places import named
from workbench.definition.terms import Definition, Section, Uid
from workbench.exact import plain
from workbench.journal.fields import Field
from workbench.results.figures import most_points
from workbench.results.outcome import (
    Adjustment,
    IndicatorOutcome,
    Mark,
    MarkState,
    Outcome,
    PointState,
    ServiceOutcome,
)

_MOST: Final = 40
_POINTS: Final = 58
_WHO: Final = 112
_TYPED: Final = 98
_MADE: Final = 54


@dataclass(frozen=True, slots=True)
class Asked:
    """A line whose history can be asked for; an indicator or an adjustment of the service."""

    subject: Uid
    owner: Uid | None
    """Whose marks: an evaluator's, or of everybody."""
    is_lead: bool
    """Whether it is what the lead wrote in a cell of his own."""
    title: str


Key = tuple[str, bytes, bytes]
"""Sort of a line, subject, owner."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A service as the rows of a table, and what can be asked of which."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    asked: Mapping[Key, Asked]


def lines_of(outcome: Outcome, service: ServiceOutcome) -> Lines:
    """Return everything that the total of ``service`` is made of."""
    return _Lines(outcome.definition, service).made()


class _Lines:
    """Puts a service into lines."""

    def __init__(self, definition: Definition, service: ServiceOutcome) -> None:
        self._definition, self._service = definition, service
        self._places = definition.rules.score_places
        self._asked: dict[Key, Asked] = {}
        self._parts = any(not _is_one_line(made) for made in service.indicators)

    def made(self) -> Lines:
        """Build the rows."""
        rows = tuple(self._rows())
        return Lines(self._columns(), rows, self._asked)

    def _columns(self) -> tuple[Column, ...]:
        translate = QCoreApplication.translate
        return (
            Column(translate("Marks", "Indicator")),
            Column(translate("Marks", "Max"), _MOST, is_number=True),
            Column(translate("Marks", "Points"), _POINTS, is_number=True),
            Column("", 16),
            Column(translate("Marks", "From"), _WHO),
            Column(translate("Marks", "Typed"), _TYPED),
            *([Column(translate("Marks", "Gives"), _MADE, is_number=True)] if self._parts else []),
        )

    def _row(
        self,
        key: Key,
        *cells: Cell,
        tint: str = "",
        who: Cell | None = None,
        typed: str = "",
        made: Cell | None = None,
    ) -> Row:
        """Return name, maximum and points, and behind a gap where they come from."""
        rest = [made or Cell()] if self._parts else []
        return Row(key, (*cells, Cell(), who or Cell(), Cell(typed), *rest), tint)

    def _rows(self) -> Iterator[Row]:
        for section in self._definition.sections:
            rows = [made for made in self._service.indicators if _is_in(made, section)]
            if rows:
                yield self._heading(section)
                for made in rows:
                    yield from self._indicator(made)
        if self._service.adjustments:
            yield from self._adjustments()
        yield self._total()

    def _heading(self, section: Section) -> Row:
        sections = self._service.sections
        points = None if sections is None else sections.get(section.code)
        is_scaled = section.code in self._service.scaled
        note = QCoreApplication.translate("Marks", "scaled") if is_scaled else ""
        return self._row(
            ("section", str(section.code).encode(), b""),
            Cell(section.name, "text", HALF_BOLD),
            Cell(plain(section.max_points), "text3"),
            Cell(points_text(points, self._places), "text", HALF_BOLD),
            tint="sunken",
            who=Cell(note, "text2"),
        )

    def _indicator(self, made: IndicatorOutcome) -> Iterator[Row]:
        indicator = made.indicator
        name = Cell(f"{indicator.code}  {indicator.name}", "text")
        most = Cell(plain(indicator.max_points), "text3")
        points = Cell(*_points_of(made, self._places))
        if _is_one_line(made):
            mark = made.marks[0]
            key = self._ask_mark(made, mark)
            who = Cell(named(self._definition, mark.evaluator), glyph=glyph_of(mark))
            yield self._row(key, name, most, points, who=who, typed=_typed(mark))
            return
        key = ("indicator", indicator.uid, b"")
        self._asked[key] = Asked(indicator.uid, None, is_lead=False, title=indicator.code)
        way = aggregation_word(made.aggregation)
        if made.is_agreed:
            way = QCoreApplication.translate("Marks", "moderated")
        if made.state is PointState.UNASSIGNED:
            way = QCoreApplication.translate("Marks", "nobody assigned")
        yield self._row(key, name, most, points, who=Cell(way, "text2"))
        for mark in made.marks:
            yield self._mark(made, mark)
        if made.moderated is not None:
            yield self._agreed(made)

    def _ask_mark(self, made: IndicatorOutcome, mark: Mark) -> Key:
        key = ("mark", made.indicator.uid, mark.evaluator)
        who = named(self._definition, mark.evaluator)
        title = f"{made.indicator.code} · {who}"
        self._asked[key] = Asked(made.indicator.uid, mark.evaluator, is_lead=False, title=title)
        return key

    def _mark(self, made: IndicatorOutcome, mark: Mark) -> Row:
        key = self._ask_mark(made, mark)
        is_wrong = mark.state in (MarkState.CONFLICT, MarkState.ENTER_AGAIN)
        points = Cell(mark_text(mark, self._places), "danger" if is_wrong else "text")
        who = Cell(named(self._definition, mark.evaluator), glyph=glyph_of(mark))
        none = (Cell(), Cell(), Cell())
        return self._row(key, *none, who=who, typed=_typed(mark), made=points)

    def _agreed(self, made: IndicatorOutcome) -> Row:
        agreed = made.moderated
        key = ("agreed", made.indicator.uid, b"")
        word = QCoreApplication.translate("Marks", "Agreed")
        title = f"{made.indicator.code} · {word}"
        self._asked[key] = Asked(made.indicator.uid, None, is_lead=True, title=title)
        glyph = Glyph.COMPLETE if made.is_agreed else Glyph.CONFLICT
        points = None if agreed is None else agreed.points
        typed = "" if agreed is None else agreed_text(agreed)
        return self._row(
            key,
            *(Cell(), Cell(), Cell()),
            who=Cell(word, glyph=glyph),
            typed=typed,
            made=Cell(exact_text(points, self._places), "text"),
        )

    def _adjustments(self) -> Iterator[Row]:
        service = self._service
        whole = sum((row.points for row in service.adjustments), Decimal(0))
        cap = self._definition.rules.adjustment_cap
        note = ""
        if whole != service.adjusted and cap is not None:
            words = QCoreApplication.translate("Marks", "capped at ±{cap}")
            note = words.format(cap=plain(cap))
        yield self._row(
            ("section", b"adjustments", b""),
            Cell(QCoreApplication.translate("Marks", "Bonus and penalty"), "text", HALF_BOLD),
            Cell(),
            Cell(adjusted_text(service.adjusted, self._places), "text", HALF_BOLD),
            tint="sunken",
            who=Cell(note, "text2"),
        )
        for row in service.adjustments:
            yield self._adjustment(row)

    def _adjustment(self, row: Adjustment) -> Row:
        key = ("adjustment", row.uid, b"")
        said = adjusted_text(row.points, self._places)
        self._asked[key] = Asked(row.uid, None, is_lead=True, title=f"{said} · {row.reason}")
        role = "danger" if row.points < 0 else "success"
        return self._row(
            key, Cell(row.reason, "text"), Cell(), Cell(said, role), who=Cell(row.evidence)
        )

    def _total(self) -> Row:
        service = self._service
        word = QCoreApplication.translate("Marks", "Total")
        if service.total is None or service.sections is None:
            said, note = NOTHING, verdict_word(service.verdict)
        else:
            said = points_text(service.total, self._places)
            plain_sum = sum(service.sections.values(), Decimal(0)) + service.adjusted
            most = most_points(self._definition)
            is_clipped = not 0 <= plain_sum <= most
            words = QCoreApplication.translate("Marks", "kept within 0–{most}")
            note = words.format(most=plain(most)) if is_clipped else ""
        return self._row(
            ("total", b"", b""),
            Cell(word, "text", HALF_BOLD),
            Cell(plain(most_points(self._definition)), "text3"),
            Cell(said, "text", HALF_BOLD),
            tint="sunken",
            who=Cell(note, "text2"),
        )


def _is_in(made: IndicatorOutcome, section: Section) -> bool:
    return made.indicator.section is section.code


def _is_one_line(made: IndicatorOutcome) -> bool:
    """One evaluator and nothing agreed above: the indicator and its mark are one number."""
    return len(made.marks) == 1 and made.moderated is None


def _points_of(made: IndicatorOutcome, places: int) -> tuple[str, str, int]:
    if made.state is PointState.COUNTED:
        return points_text(made.points, places), "text", HALF_BOLD
    if made.state is PointState.OUT:
        return not_applicable_word(), "text3", REGULAR
    if made.state in (PointState.CONFLICT, PointState.STALE):
        word = QCoreApplication.translate("Marks", "open")
        return word, "danger", HALF_BOLD
    return NOTHING, "text3", REGULAR


def _typed(mark: Mark) -> str:
    """Return what was typed, figure by figure, or what keeps it from counting."""
    if mark.state is MarkState.NOT_APPLICABLE:
        return not_applicable_word()
    if mark.state in (MarkState.EMPTY, MarkState.CONFLICT, MarkState.ENTER_AGAIN):
        return mark_text(mark, 0)
    return " · ".join(value for field, value in mark.values if field != Field.NOT_APPLICABLE)
