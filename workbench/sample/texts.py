"""Words for drawn marks: comments, achievements, improvement tasks and opinions, all invented."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Final

from workbench.definition.terms import Scale, SectionCode
from workbench.exact import half_up
from workbench.journal.fields import Field
from workbench.sample.drawing import Drawn
from workbench.sample.material import Figure, Material, Slots

HIGH_PERCENT: Final = 85
LOW_PERCENT: Final = 60
HIGH_SECTION_PERCENT: Final = 80
LOW_SECTION_PERCENT: Final = 65
FAIR_FIGURE_PERCENT: Final = 85
"""A measured result below this is no achievement."""
GOOD_FIGURE_PERCENT: Final = 95
"""A measured result from here on is no improvement task."""
REMARKED_PERCENT: Final = 35
"""So many of the marks that need no comment have one all the same."""
CHOICE: Final = 3
"""Findings speak of one of this many best, or weakest, indicators."""
OWN_WORDS: Final = "figures"


class Phrases:
    """The phrases of the sample, each group dealt out in full before one comes again."""

    def __init__(self, rng: Random, material: Material) -> None:
        self._rng = rng
        self._phrases = material.phrases
        self._left: dict[tuple[str, ...], list[str]] = {}

    def group(self, kind: str, code: str) -> str:
        """Return the group of phrases for an indicator; results named by figures share one."""
        return code if code in self._phrases[kind] else OWN_WORDS

    def has(self, kind: str, code: str, band: str) -> bool:
        """Say whether there are phrases of that band."""
        return band in self._phrases[kind][code]

    def head(self, section: SectionCode) -> str:
        """Return the first line of an opinion: it says that the opinion is invented."""
        return str(self._phrases["opinions"][section]["head"])

    def deal(self, *path: str) -> str:
        """Return a phrase of the group that was not dealt lately."""
        left = self._left.setdefault(path, [])
        if not left:
            kind, code, band = path
            left += self._phrases[kind][code][band]
            self._rng.shuffle(left)
        return left.pop()


class Writer:
    """Writes what the evaluators say about one service."""

    def __init__(self, rng: Random, phrases: Phrases, material: Material, number: int) -> None:
        self._rng = rng
        self._phrases = phrases
        self._material = material
        self._number = number

    def comment(self, mark: Drawn) -> str:
        """Return a line beside ``mark``: always at the maximum and below 60 %, else now and then.

        Empty where there is none.
        """
        asked = mark.percent == 100 or mark.percent < LOW_PERCENT
        if not asked and self._rng.randrange(100) >= REMARKED_PERCENT:
            return ""
        code = self._phrases.group("comments", mark.indicator.code)
        band = _band(mark.percent, LOW_PERCENT, HIGH_PERCENT)
        if mark.percent == 100 and self._phrases.has("comments", code, "full"):
            band = "full"
        if mark.typed.get(Field.TARGET) == "0":
            band = "none"
        return self._phrases.deal("comments", code, band).format(**self._slots(mark))

    def findings(self, section: SectionCode, marks: Sequence[Drawn]) -> Iterator[tuple[str, str]]:
        """Yield (field, text) of what ``section`` achieved and what it should improve."""
        ranked = sorted(marks, key=lambda mark: mark.percent)
        praised = [mark for mark in reversed(ranked) if _is_praised(mark)][:CHOICE]
        best = praised or ranked[-1:]
        weakest = [mark for mark in ranked if _is_improvable(mark)][:CHOICE]
        more, less = self._counts(section, _percent(marks))
        for mark in self._rng.sample(best, min(more, len(best))):
            yield Field.ACHIEVEMENT.value, self._finding(mark, Field.ACHIEVEMENT)
        for mark in self._rng.sample(weakest, less):
            yield Field.IMPROVEMENT.value, self._finding(mark, Field.IMPROVEMENT)

    def opinion(self, section: SectionCode, marks: Sequence[Drawn], own: Sequence[Drawn]) -> str:
        """Return the overall opinion on ``section``; it names the best and weakest of ``own``."""
        ranked = sorted(own, key=lambda mark: mark.percent)
        weakest, best = (mark.indicator.name.partition("(")[0] for mark in (ranked[0], ranked[-1]))
        band = _band(_percent(marks), LOW_SECTION_PERCENT, HIGH_SECTION_PERCENT)
        said = self._phrases.deal("opinions", section, band).format(
            **self._material.words[self._number]
        )
        close = self._phrases.deal("opinions", "close", "points")
        return "\n".join(
            (self._phrases.head(section), said, close.format(best=best, weakest=weakest))
        )

    def _finding(self, mark: Drawn, field: Field) -> str:
        code = self._phrases.group("findings", mark.indicator.code)
        return self._phrases.deal("findings", code, field).format(**self._slots(mark))

    def _counts(self, section: SectionCode, percent: Fraction) -> tuple[int, int]:
        """Return how many achievements and improvement tasks: together 2–3 and 1–3."""
        if section is SectionCode.COMMON:
            return 1, 1
        tasks = (1, 2) if percent < LOW_SECTION_PERCENT else (0, 1, 1, 1, 2)
        return self._rng.choice((1, 1, 2)), self._rng.choice(tasks)

    def _slots(self, mark: Drawn) -> Slots:
        slots = dict(self._material.words[self._number])
        figure = self._material.figures.get((self._number, mark.indicator.code))
        if figure is not None:
            slots |= _figure_slots(figure, Decimal(mark.typed[Field.ACTUAL]))
        if mark.indicator.scale is Scale.SURVEY:
            slots |= {"n": mark.typed[Field.SURVEY_N], "mean": mark.typed[Field.SURVEY_MEAN]}
        return slots


def _figure_slots(figure: Figure, actual: Decimal) -> Slots:
    rate = half_up(Fraction(actual) * 100 / Fraction(figure.target), 1) if figure.target else "–"
    return {
        "topic": figure.topic,
        "unit": figure.unit,
        "target": f"{figure.target:,}",
        "actual": f"{actual:,}",
        "rate": f"{rate}",
    }


def _band(percent: Fraction, low: int, high: int) -> str:
    if percent < low:
        return "low"
    return "high" if percent >= high else "mid"


def _percent(marks: Sequence[Drawn]) -> Fraction:
    most = sum((mark.indicator.max_points for mark in marks), Decimal(0))
    return Fraction(sum((mark.points for mark in marks), Decimal(0))) * 100 / Fraction(most)


def _is_praised(mark: Drawn) -> bool:
    is_measured = mark.indicator.scale is Scale.MEASURE
    return mark.percent >= (FAIR_FIGURE_PERCENT if is_measured else LOW_PERCENT)


def _is_improvable(mark: Drawn) -> bool:
    return mark.indicator.scale is not Scale.MEASURE or mark.percent < GOOD_FIGURE_PERCENT
