"""What the tables of the survey page show: the services, and the answers of one of them."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.ledger.rows import Cell, Column, Row
from ui.scoring.numbers import NOTHING, points_text
from ui.surveys.painter import BarsCell, SourceCell
from ui.surveys.words import (
    CHANGES,
    bars_words,
    changes_words,
    difference_text,
    hash_end,
    index_text,
    mean_text,
    scale_text,
    source_words,
    weight_text,
)
from ui.theme.fonts import HALF_BOLD, REGULAR
from ui.theme.glyphs import Glyph
from workbench.definition.terms import Rules
from workbench.surveys.answers import AnswersLine
from workbench.surveys.standing import Source, SurveyEntry, SurveyRow, SurveyStanding

BY_NUMBER: Final = "number"
BY_INDEX: Final = "index"
BY_POINTS: Final = "points"
BY_N: Final = "n"
BY_CHANGE: Final = "change"
ORDERS: Final = (BY_NUMBER, BY_INDEX, BY_POINTS, BY_N, BY_CHANGE)
SERVICE, LOOK_AGAIN, N, MEAN, INDEX, DIFFERENCE, POINTS, _, ANSWERS, OTHER = range(10)
"""The columns of the services."""
_GAP: Final = 12
_END: Final = 8
_KEYS: Final[dict[str, Callable[[SurveyRow], tuple[object, ...]]]] = {
    BY_NUMBER: lambda row: (),
    # what has no number stands last, whichever way the numbers go
    BY_INDEX: lambda row: (row.index is None, -(row.index or 0)),
    BY_POINTS: lambda row: (row.made.points is None, -(row.made.points or 0)),
    BY_N: lambda row: (row.n is None, row.n or 0),
    BY_CHANGE: lambda row: (not row.otherwise.made.flips,),
}


def in_order(rows: Sequence[SurveyRow], order: str) -> list[SurveyRow]:
    """Return the rows in ``order``; those that are alike by service number."""
    return sorted(rows, key=_KEYS[order])


def order_word(order: str) -> str:
    """Return by what the services are sorted."""
    return {
        BY_NUMBER: QCoreApplication.translate("Survey", "Order: by service number"),
        BY_INDEX: QCoreApplication.translate("Survey", "Order: highest index first"),
        BY_POINTS: QCoreApplication.translate("Survey", "Order: most points first"),
        BY_N: QCoreApplication.translate("Survey", "Order: fewest respondents first"),
        BY_CHANGE: QCoreApplication.translate("Survey", "Order: verdicts that change first"),
    }[order]


def service_columns() -> list[Column]:
    """Return the captions over the services."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Survey", "Service and source")),
        Column("", 22),
        Column(translate("Survey", "n"), 50, is_number=True),
        Column(translate("Survey", "Mean"), 44, is_number=True),
        Column(translate("Survey", "Index"), 54, is_number=True),
        Column(translate("Survey", "To avg."), 54, is_number=True),
        Column(translate("Survey", "Points"), 48, is_number=True),
        Column("", _GAP),
        Column(translate("Survey", "Answers"), 58),
        Column(translate("Survey", "Otherwise · total"), 112, is_number=True),
        Column("", _END),
    ]


def service_rows(standing: SurveyStanding, rows: Sequence[SurveyRow]) -> list[Row]:
    """Return the services, each known by service and indicator."""
    codes = {row.made.indicator.code for row in standing.rows}
    return [_service(standing.definition.rules, row, is_coded=len(codes) > 1) for row in rows]


def _service(rules: Rules, row: SurveyRow, *, is_coded: bool) -> Row:
    entry, places = row.sole, rules.score_places
    index = None if row.index is None else index_text(row.index)
    difference = None if row.difference is None else difference_text(row.difference)
    error = entry.error if entry is not None else None
    bars = entry.bars if entry is not None else ()
    return Row(
        row.key,
        (
            _name(row, is_coded=is_coded),
            Cell(glyph=Glyph.FLAG if _asks(row) else None),
            _respondents(rules, row),
            _mean(entry),
            _known(index, HALF_BOLD, below="" if error is None else f"±{index_text(error)}"),
            _known(difference),
            _known(
                None if row.made.points is None else points_text(row.made.points, places),
                HALF_BOLD,
            ),
            Cell(),
            BarsCell(bars_words(bars), bars=bars),
            _other(row, places),
            Cell(),
        ),
    )


def _asks(row: SurveyRow) -> bool:
    """Say whether somebody has to look at the figures again: too few, or not of their source."""
    odd = (Source.CHANGED, Source.UNREADABLE)
    return row.is_few or any(entry.source in odd for entry in row.entries)


def _name(row: SurveyRow, *, is_coded: bool) -> Cell:
    name = f"{row.service.number}  {row.service.name}"
    if is_coded:
        name = f"{name} · {row.made.indicator.code}"
    basis = None if row.sole is None else row.sole.basis
    end = "" if basis is None else hash_end(basis)
    return SourceCell(name, "text", below=_sources(row), end=end)


def _sources(row: SurveyRow) -> str:
    """Return the source of the figures; of several that differ each person's own."""
    if row.sole is not None:
        return source_words(row.sole)
    given = [entry for entry in row.entries if entry.source is not Source.NONE]
    if not given:
        return QCoreApplication.translate("Survey", "no figures yet")
    return ", ".join(f"{entry.evaluator.code} {source_words(entry)}" for entry in given)


def _respondents(rules: Rules, row: SurveyRow) -> Cell:
    text = NOTHING if row.n is None else f"{row.n:,}"
    if not row.is_few:
        return Cell(text, "text3" if row.n is None else "text2")
    words = QCoreApplication.translate("Survey", "below {least}")
    said = words.format(least=rules.min_respondents)
    return Cell(text, "warning", HALF_BOLD, said)


def _mean(entry: SurveyEntry | None) -> Cell:
    if entry is None or entry.mean is None:
        return Cell(NOTHING, "text3")
    scale = "" if entry.explained is None else scale_text(entry.explained)
    return Cell(mean_text(entry.mean), "text2", below=scale)


def _known(text: str | None, weight: int = REGULAR, below: str = "") -> Cell:
    if text is None:
        return Cell(NOTHING, "text3")
    return Cell(text, "text" if weight > REGULAR else "text2", weight, below)


def _other(row: SurveyRow, places: int) -> Cell:
    other = row.otherwise
    if other.points is None and other.made.total is None:
        return Cell(NOTHING, "text3")
    points = points_text(other.points, places)
    said = f"{points} · {points_text(other.made.total, places)}"
    if other.made.flips:
        return Cell(f"{CHANGES} {said}", "danger", HALF_BOLD, changes_words(other))
    return Cell(said, "text2", below=changes_words(other))


# --- the answers of one service ------------------------------------------------------------


def answers_columns() -> list[Column]:
    """Return the captions over dimensions and questions."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Survey", "Question")),
        Column(translate("Survey", "Answers"), 60),
        Column(translate("Survey", "n"), 42, is_number=True),
        Column(translate("Survey", "Mean · weight"), 86, is_number=True),
        Column("", _END),
    ]


def answers_rows(lines: Sequence[AnswersLine]) -> list[Row]:
    """Return dimensions and their questions; a dimension speaks louder."""
    return [_line(at, line) for at, line in enumerate(lines)]


def _line(at: int, line: AnswersLine) -> Row:
    weight = HALF_BOLD if line.is_part else REGULAR
    role = "text" if line.is_part else "text2"
    label = line.label or QCoreApplication.translate("Survey", "Overall questions")
    mean = NOTHING if line.mean is None else mean_text(line.mean)
    share = "" if line.weight is None else weight_text(line.weight)
    return Row(
        at,
        (
            Cell(label, role, weight, _odd(line)),
            BarsCell(bars_words(line.bars), bars=line.bars),
            Cell(f"{line.n:,}", "text2"),
            Cell(mean, role if line.mean is not None else "text3", weight, share),
            Cell(),
        ),
        "hover" if line.is_part else "",
    )


def _odd(line: AnswersLine) -> str:
    """Return how many answers were none; empty where all were good."""
    told = (
        (line.missing, QCoreApplication.translate("Survey", "missing {count}")),
        (line.out_of_range, QCoreApplication.translate("Survey", "outside {count}")),
        (line.not_numbers, QCoreApplication.translate("Survey", "no number {count}")),
    )
    return " · ".join(words.format(count=f"{count:,}") for count, words in told if count)
