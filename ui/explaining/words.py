"""How the points of a computed indicator come about, in words with their numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.language import language
from ui.scoring.numbers import points_text
from workbench.definition.terms import Formula
from workbench.exact import plain, printed
from workbench.measures.amounts import MINUS, PERCENT, Amount, closely
from workbench.measures.catalogue import (
    WARNINGS,
    Flag,
    NamedFormula,
    Part,
    Told,
    flag_words,
    part_word,
)
from workbench.measures.explaining import INDEX_PLACES, Converted, Explained
from workbench.results.outcome import MarkState

_OF_A_SURVEY: Final = (Part.SURVEY_N, Part.SURVEY_MEAN, Part.SURVEY_MIN, Part.SURVEY_MAX)
_BETWEEN: Final = " · "


@dataclass(frozen=True, slots=True)
class AmountLine:
    """One value by name; ``is_missing`` where nothing is there yet."""

    name: str
    value: str
    is_missing: bool = False

    def spoken(self) -> str:
        """Return name and value."""
        return f"{self.name} {self.value}"


def conversion_word(formula: Formula) -> str:
    """Return what a conversion is called."""
    if formula is Formula.SURVEY_PROPORTIONAL:
        return QCoreApplication.translate("Survey", "Proportional conversion")
    return QCoreApplication.translate("Survey", "Linear conversion")


def amount_text(amount: Amount) -> str:
    """Return a value with its thousands apart and its unit."""
    number = f"{Decimal(closely(amount.value)):,f}".replace("-", MINUS)
    return f"{number}{amount.unit}" if amount.unit in ("", PERCENT) else f"{number} {amount.unit}"


def is_begun(made: Explained) -> bool:
    """Say whether any of the figures that are typed for the formula is there."""
    typed = {made.formula.target, made.formula.actual, Part.SURVEY_N}
    return any(row.part in typed for row in made.inputs)


def input_lines(made: Explained) -> tuple[AmountLine, ...]:
    """Return every input that is there, and once one was typed also those that are missing."""
    order, needed = _of_formula(made.formula)
    lines = []
    for part in order:
        found = [_line(row) for row in made.inputs if row.part is part]
        if not found and part in needed and is_begun(made):
            missing = QCoreApplication.translate("Explaining", "not entered")
            found = [AmountLine(_begun_large(part_word(part, language())), missing, True)]
        lines += found
    return (*lines, *(_line(row) for row in made.inputs if row.part not in order))


def step_lines(made: Explained) -> tuple[AmountLine, ...]:
    """Return every value on the way, in its order."""
    return tuple(map(_line, made.steps))


def table_words(made: Explained) -> str:
    """Return the step table in one line, the highest step first; empty where there is none."""
    if not made.table:
        return ""
    steps = sorted(made.table, reverse=True)
    said = (f"≥{closely(lower)}%:\u00a0{closely(percent)}%" for lower, percent in steps)
    words = QCoreApplication.translate("Explaining", "Steps (share of the maximum): {steps}")
    return words.format(steps=_BETWEEN.join(said))


def points_words(made: Explained, places: int) -> str:
    """Return how the points follow from the values on the way; empty where there are none."""
    if made.exact is None:
        return ""
    worked, exact = _worked(made), closely(made.exact)
    said = points_text(made.points, places)
    if Decimal(exact) == made.points:
        words = QCoreApplication.translate("Survey", "{worked} = {points} points")
        return words.format(worked=worked, points=said)
    words = QCoreApplication.translate("Survey", "{worked} = {exact} → {points} points")
    return words.format(worked=worked, exact=exact, points=said)


def converted_words(other: Converted, places: int) -> str:
    """Return what the other conversion of a survey would give."""
    words = QCoreApplication.translate("Survey", "{conversion}: index {index}, {points} points")
    return words.format(
        conversion=conversion_word(other.formula.formula),
        index=printed(other.index, INDEX_PLACES),
        points=points_text(other.points, places),
    )


def few_words(n: int | None, least: int) -> str:
    """Return that fewer answered than the round asks for, or that nobody knows how many did."""
    if n is None:
        words = QCoreApplication.translate(
            "Survey", "How many answered is not known; the round asks for at least {least}."
        )
        return words.format(least=least)
    words = QCoreApplication.translate(
        "Survey", "Only {n} respondents; the round asks for at least {least}."
    )
    return words.format(n=n, least=least)


def warning_words(flags: Iterable[Flag]) -> tuple[str, ...]:
    """Return what asks for a second look at the figures."""
    return tuple(_flag(flag) for flag in flags if flag in WARNINGS)


def note_words(flags: Iterable[Flag]) -> tuple[str, ...]:
    """Return which limit or exception of the formula was at work."""
    return tuple(_flag(flag) for flag in flags if flag not in WARNINGS)


def formula_words(formula: NamedFormula) -> str:
    """Return the name of a formula and how it reads."""
    name = _begun_large(formula.words(Told.NAME, language()))
    return f"{name}: {formula.words(Told.TEXT, language())}"


def documentation(formula: NamedFormula) -> Iterator[str]:
    """Yield what is to be known before anything is typed: units, limits, zero and blank."""
    captions = {
        Told.UNITS: QCoreApplication.translate("Explaining", "Units: {text}"),
        Told.LIMITS: QCoreApplication.translate("Explaining", "Limits: {text}"),
        Told.ZERO: QCoreApplication.translate("Explaining", "Zero: {text}"),
        Told.MISSING: QCoreApplication.translate("Explaining", "Blank: {text}"),
    }
    for told, words in captions.items():
        yield words.format(text=formula.words(told, language()))


def _of_formula(formula: NamedFormula) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return what is typed for a formula in its order, and which of that must not be missing."""
    if formula.formula is Formula.SURVEY_LINEAR:
        return _OF_A_SURVEY, _OF_A_SURVEY
    if formula.formula is Formula.SURVEY_PROPORTIONAL:
        needed = tuple(part for part in _OF_A_SURVEY if part is not Part.SURVEY_MIN)
        return _OF_A_SURVEY, needed
    typed = tuple(part for part in (formula.target, formula.actual) if part is not None)
    return typed, typed


def _worked(made: Explained) -> str:
    """Return the last step with its numbers; a survey whole where nothing was clipped."""
    mean, high = made.input(Part.SURVEY_MEAN), made.input(Part.SURVEY_MAX)
    low, share = made.input(Part.SURVEY_MIN), made.share or Fraction(0)
    most = plain(made.maximum)
    if mean is None or high is None:
        return f"{most} × {closely(share)}%"
    if share != made.rate:
        return f"{most} × {closely(share)} ÷ 100"
    if made.formula.formula is Formula.SURVEY_PROPORTIONAL:
        return f"{most} × {closely(mean)} ÷ {closely(high)}"
    begin = closely(low or Fraction(0))
    return f"{most} × ({closely(mean)} − {begin}) ÷ ({closely(high)} − {begin})"


def _line(amount: Amount) -> AmountLine:
    return AmountLine(_begun_large(amount.name(language())), amount_text(amount))


def _flag(flag: Flag) -> str:
    return _begun_large(flag_words(flag, language()))


def _begun_large(text: str) -> str:
    """Return ``text`` as the beginning of a line; Korean has no case."""
    return f"{text[:1].upper()}{text[1:]}"


def state_words(state: MarkState) -> str:
    """Return what became of a mark that is no figures of the present formula."""
    return {
        MarkState.NOT_APPLICABLE: QCoreApplication.translate("Survey", "Not applicable."),
        MarkState.CONFLICT: QCoreApplication.translate(
            "Survey", "The figures are in conflict; nothing counts until it is settled."
        ),
        MarkState.ENTER_AGAIN: QCoreApplication.translate(
            "Survey", "Typed under another rule: to be entered again."
        ),
    }.get(state, "")
