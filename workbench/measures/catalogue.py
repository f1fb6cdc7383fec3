"""The named formulas by which figures become points, each documented in one place (FIELD §3).

The words stand in ``resources/sentences/{ko,en}/measures.toml``; the report prints the Korean.
Common to all: points are clipped to 0…maximum, a blank is never 0, and a number with a sign is
refused where it is typed, so there are no negative inputs.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.definition.terms import Formula, Indicator
from workbench.results.formulas import formula_of
from workbench.results.intermediate import Flag, Part
from workbench.sentences import DEFAULT_LANGUAGE, say

__all__ = [
    "BY_KEY",
    "EXECUTION",
    "FORMULAS",
    "WARNINGS",
    "Flag",
    "NamedFormula",
    "Part",
    "Told",
    "flag_words",
    "named_formula",
    "part_word",
    "why_words",
]

EXECUTION: Final = "execution"
_EXECUTION_NAME: Final = "집행률"
"""A step table of an indicator that calls itself so is told with budget and spending."""


WARNINGS: Final = frozenset(
    {
        Flag.TARGET_BELOW_PREVIOUS,
        Flag.TARGET_ABOVE_PREVIOUS,
        Flag.MORE_DONE,
        Flag.MEAN_OUTSIDE,
    }
)
"""The flags that ask somebody to look again; the others only say which limit was at work."""


class Told(StrEnum):
    """What is written of a formula."""

    NAME = "name"
    TEXT = "text"
    UNITS = "units"
    LIMITS = "limits"
    ZERO = "zero"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class NamedFormula:
    """A formula under the name the field knows it by, with its documentation."""

    key: str
    formula: Formula
    target: Part | None
    """What is typed as target, None where only the actual is read or it is a survey."""
    actual: Part
    rate: Part
    """What ``Part.RATE`` is called that is made of them."""

    def words(self, told: Told, language: str = DEFAULT_LANGUAGE) -> str:
        """Return one part of the documentation."""
        return say(f"measure_{self.key}_{told.value}", language)

    @property
    def name(self) -> str:
        """The Korean name: 목표달성도, 이행률 …."""
        return self.words(Told.NAME)

    @property
    def text(self) -> str:
        """The formula in Korean notation."""
        return self.words(Told.TEXT)

    @property
    def units(self) -> str:
        """In which units the figures are typed."""
        return self.words(Told.UNITS)

    @property
    def limits(self) -> str:
        """Between which bounds the points stay, and what is clipped."""
        return self.words(Told.LIMITS)

    @property
    def zero(self) -> str:
        """What comes of a zero, above all of one that would divide."""
        return self.words(Told.ZERO)

    @property
    def missing(self) -> str:
        """What comes of a figure that is missing or negative."""
        return self.words(Told.MISSING)


def _measure(formula: Formula, rate: Part = Part.RATE) -> NamedFormula:
    return NamedFormula(formula.value, formula, Part.TARGET, Part.ACTUAL, rate)


FORMULAS: Final = (
    _measure(Formula.ACHIEVEMENT),
    _measure(Formula.ACHIEVEMENT_LOWER),
    _measure(Formula.STEPS),
    NamedFormula(EXECUTION, Formula.STEPS, Part.BUDGET, Part.SPENT, Part.EXECUTION_RATE),
    NamedFormula("deviation", Formula.DEVIATION, None, Part.ACTUAL, Part.PLACE),
    _measure(Formula.MULTI_YEAR, Part.YEAR_RATE),
    NamedFormula("completion", Formula.COMPLETION, Part.FOUND, Part.DONE, Part.COMPLETION_RATE),
    NamedFormula("survey_linear", Formula.SURVEY_LINEAR, None, Part.SURVEY_MEAN, Part.CONVERTED),
    NamedFormula(
        "survey_proportional", Formula.SURVEY_PROPORTIONAL, None, Part.SURVEY_MEAN, Part.CONVERTED
    ),
)
"""Every named formula; 집행률 is a step table over budget and spending."""

BY_KEY: Final = {row.key: row for row in FORMULAS}


def named_formula(indicator: Indicator) -> NamedFormula:
    """Return the formula of a computed ``indicator`` under its name."""
    formula = formula_of(indicator)
    if formula is Formula.STEPS and _EXECUTION_NAME in indicator.name:
        return BY_KEY[EXECUTION]
    return BY_KEY[formula.value]


def part_word(part: Part, language: str = DEFAULT_LANGUAGE) -> str:
    """Return what ``part`` is called."""
    return say(f"measure_part_{part.value}", language)


def flag_words(flag: Flag, language: str = DEFAULT_LANGUAGE) -> str:
    """Return ``flag`` in a few words."""
    return say(f"measure_flag_{flag.value}", language)


def why_words(why: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Return why figures make no points, by the key of ``NoPoints``; empty is that some miss."""
    return say(f"measure_why_{why or 'missing'}", language)
