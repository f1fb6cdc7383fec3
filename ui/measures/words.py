"""The words of confirming figures that several parts of the page say."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.language import language
from ui.ledger.wording import when_words
from ui.scoring.numbers import NOTHING, figure_text
from ui.theme.glyphs import Glyph
from workbench.definition.places import named
from workbench.definition.terms import Definition, Indicator, Uid
from workbench.journal.fields import Field
from workbench.measures.catalogue import WARNINGS, Part, named_formula, part_word
from workbench.measures.confirmations import FiguresRow, Stand, why_not
from workbench.measures.standing import Changed, changed_since
from workbench.results.outcome import MarkState, Outcome, PointState
from workbench.sentences import say

_GLYPHS: Final = {
    Stand.WAITING: Glyph.EMPTY,
    Stand.STALE: Glyph.INTERIM,
    Stand.CONFIRMED: Glyph.COMPLETE,
    Stand.OPEN: Glyph.PART,
}
_ROLES: Final = {
    Stand.WAITING: "text",
    Stand.STALE: "warning",
    Stand.CONFIRMED: "success",
    Stand.OPEN: "text2",
}


def glyph_of(row: FiguresRow) -> Glyph:
    """Return the shape of how far the second look has come."""
    return Glyph.CONFLICT if _is_in_conflict(row) else _GLYPHS[row.stand]


def role_of(row: FiguresRow) -> str:
    """Return the colour of the same."""
    return "danger" if _is_in_conflict(row) else _ROLES[row.stand]


def stand_word(row: FiguresRow) -> str:
    """Return the same in a word."""
    if _is_in_conflict(row):
        return QCoreApplication.translate("Measures", "Conflict")
    return {
        Stand.WAITING: QCoreApplication.translate("Measures", "Unconfirmed"),
        Stand.STALE: QCoreApplication.translate("Measures", "Check again"),
        Stand.CONFIRMED: QCoreApplication.translate("Measures", "Confirmed"),
        Stand.OPEN: QCoreApplication.translate("Measures", "Figures missing"),
    }[row.stand]


def counts_words(rows: tuple[FiguresRow, ...]) -> str:
    """Return how many figures stand where, in one line."""
    counts = Counter(row.stand for row in rows)
    words = QCoreApplication.translate(
        "Measures",
        "Unconfirmed {waiting}, changed since {stale}, confirmed {confirmed}, incomplete {open}",
    )
    return words.format(**{stand.value: counts[stand] for stand in Stand})


def asks_to_look(row: FiguresRow) -> bool:
    """Say whether anything among the figures themselves asks for a second look."""
    shown = (one.explained for one in row.entered)
    return any(made is not None and WARNINGS.intersection(made.flags) for made in shown)


def has_entered(row: FiguresRow) -> tuple[str, ...]:
    """Return who entered something, by code and name; else who is expected to."""
    there = [one for one in row.entered if one.mark.state is not MarkState.EMPTY]
    return tuple(f"{one.evaluator.code} {one.evaluator.name}" for one in there or list(row.entered))


def by_words(row: FiguresRow) -> str:
    """Return who confirmed; empty where nobody did."""
    if row.confirmation is None:
        return ""
    if row.by is None:
        return QCoreApplication.translate("Measures", "somebody no longer in the roster")
    return f"{row.by.code} {row.by.name}"


def confirmed_words(row: FiguresRow) -> str:
    """Return who confirmed and when; empty where nobody did."""
    if row.confirmation is None:
        return ""
    return f"{by_words(row)} · {when_words(row.confirmation.made_at)}"


def stale_words(outcome: Outcome, row: FiguresRow) -> str:
    """Return what happened since the confirmation, line by line; empty where it still stands."""
    if row.confirmation is None or row.stand is Stand.CONFIRMED:
        return ""
    lines = list(_changes(outcome.definition, row))
    reason = why_word(outcome, row, row.confirmation.by)
    if row.stand is Stand.STALE and reason:
        lines.append(f"{by_words(row)}: {reason}.")
    if not lines:
        return ""
    begun = QCoreApplication.translate("Measures", "Changed since it was confirmed by {who}:")
    return "\n".join([begun.format(who=confirmed_words(row)), *lines])


def _changes(definition: Definition, row: FiguresRow) -> Iterator[str]:
    """Yield every figure as it was confirmed and as it is now, with who entered it."""
    for one in changed_since(row):
        change = f"{_value(one, one.before)} → {_value(one, one.now)}"
        figure, who = _figure_word(row.made.indicator, one), named(definition, one.evaluator)
        yield f"{figure} {change} ({who})"


def _figure_word(indicator: Indicator, one: Changed) -> str:
    formula = named_formula(indicator)
    if one.field == Field.NOT_APPLICABLE:
        return say("field_not_applicable", language())
    typed = {Field.TARGET: formula.target or Part.TARGET, Field.ACTUAL: formula.actual}
    part = typed.get(Field(one.field)) or Part(one.field)
    spoken = part_word(part, language())
    return f"{spoken[:1].upper()}{spoken[1:]}"


def _value(one: Changed, value: str | None) -> str:
    if one.field == Field.NOT_APPLICABLE:
        is_so = QCoreApplication.translate("Measures", "yes")
        return QCoreApplication.translate("Measures", "no") if value is None else is_so
    return NOTHING if value is None else figure_text(value)


def why_word(outcome: Outcome, row: FiguresRow, by: Uid) -> str:
    """Return in a few words why ``by`` may not confirm the figures of ``row``; else empty."""
    return {
        "": "",
        "confirm_own": QCoreApplication.translate("Measures", "is in charge of these figures"),
        "confirm_recused": QCoreApplication.translate("Measures", "is recused from this service"),
        "confirm_stranger": QCoreApplication.translate("Measures", "is no longer in the roster"),
    }[why_not(outcome, row, by)]


def fate_words(row: FiguresRow) -> str:
    """Return why the points of the figures are not those that count; empty where they are."""
    if row.made.is_agreed:
        return QCoreApplication.translate(
            "Survey", "An agreed mark counts instead of these figures."
        )
    if row.made.state is PointState.STALE:
        return QCoreApplication.translate(
            "Survey", "The agreed mark rests on other figures; it has to be confirmed."
        )
    return ""


def open_words(row: FiguresRow) -> str:
    """Return why there is nothing to confirm yet."""
    if _is_in_conflict(row):
        return QCoreApplication.translate(
            "Measures", "These figures are in conflict: settle that first."
        )
    return QCoreApplication.translate(
        "Measures", "Figures are still missing: there is nothing to confirm yet."
    )


def _is_in_conflict(row: FiguresRow) -> bool:
    return any(one.mark.state is MarkState.CONFLICT for one in row.entered)
