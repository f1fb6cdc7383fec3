"""What the lead might ask the evaluators; every line is a question and no verdict.

The thresholds are ours: low enough that what is odd is seen, high enough that a calm round has a
short list. They decide what is asked and nothing else.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from workbench.calibration.given import CellMarks, GivenMark, WrittenText
from workbench.calibration.likeness import LikeTexts, RepeatedText
from workbench.calibration.panels import Agreement
from workbench.calibration.profiles import Profile
from workbench.calibration.strings import (
    LevelRun,
    equal_evaluators,
    equal_services,
    level_in_services,
    level_over_services,
)
from workbench.definition.terms import Definition, SectionCode, Uid

SEVERITY_FROM: Final = Fraction(5)
"""So many percent of the maximum above or below the others are worth asking about."""
SHARED_LEAST: Final = 8
"""In fewer shared cells a mean difference or an agreement says little."""
MARKS_LEAST: Final = 16
"""Of fewer marks the use of the scale says little."""
AT_MAX_FROM: Final = Fraction(50)
"""Percent of the marks at the maximum."""
NARROW_UP_TO: Final = Fraction(10)
"""All marks within so many percent of the maximum."""
ALPHA_LEAST: Final = Fraction(667, 1000)
"""Below it Krippendorff (Content Analysis, 2nd ed. 2004, ch. 11) draws no conclusion at all."""


class Ask(StrEnum):
    """What a question is about, in the order in which they stand."""

    SEVERITY = "severity"
    AGREEMENT = "agreement"
    AT_MAX = "at_max"
    NARROW = "narrow"
    LEVEL_SERVICE = "level_service"
    LEVEL_INDICATOR = "level_indicator"
    EQUAL_SERVICES = "equal_services"
    EQUAL_EVALUATORS = "equal_evaluators"
    LIKE_TEXTS = "like_texts"
    REPEATED_TEXT = "repeated_text"


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the figures that raise it; what does not belong to its kind is empty."""

    ask: Ask
    evaluators: tuple[Uid, ...]
    """Whom it concerns, in roster order."""
    services: tuple[Uid, ...] = ()
    """Where, by service number; empty: it is about all of them."""
    codes: tuple[str, ...] = ()
    """Indicators in rubric order."""
    section: SectionCode | None = None
    figure: Fraction | None = None
    """A percentage; of an agreement alpha."""
    upper: Fraction | None = None
    """The end of a range that begins at ``figure``."""
    count: int = 0
    """Marks, indicators or texts, as the kind says."""
    of: int = 0
    text: str = ""


def questions(
    definition: Definition,
    marks: Sequence[GivenMark],
    shared: CellMarks,
    profiles: Sequence[Profile],
    agreements: Sequence[Agreement],
) -> tuple[Question, ...]:
    """Return what marks ask: people first, then their rows, then equal services."""
    return (
        *_of_severity(profiles),
        *_of_agreement(agreements),
        *_of_scale(profiles),
        *_of_runs(Ask.LEVEL_SERVICE, level_in_services(marks)),
        *_of_runs(Ask.LEVEL_INDICATOR, level_over_services(marks)),
        *(
            Question(
                Ask.EQUAL_SERVICES, (one.evaluator,), one.services, one.codes, count=len(one.codes)
            )
            for one in equal_services(marks)
        ),
        *(
            Question(Ask.EQUAL_EVALUATORS, one.evaluators, one.services, count=one.marks)
            for one in equal_evaluators(definition, shared)
        ),
    )


def text_questions(
    definition: Definition, alike: Iterable[LikeTexts], repeated: Iterable[RepeatedText]
) -> tuple[Question, ...]:
    """Return what texts ask, by the first service in which they stand."""
    places = {row.uid: at for at, row in enumerate(definition.evaluators)}
    numbers = {row.uid: row.number for row in definition.services}

    def order(one: WrittenText) -> tuple[int, int, str, str]:
        return numbers[one.service], places[one.evaluator], one.kind, one.text

    found = [
        _of_texts(Ask.LIKE_TEXTS, sorted(one.places, key=order), places, one.similarity)
        for one in alike
    ]
    again = [
        _of_texts(Ask.REPEATED_TEXT, sorted(one.places, key=order), places) for one in repeated
    ]
    first = _by_first_place(numbers, places)
    return (*sorted(found, key=first), *sorted(again, key=first))


def _of_severity(profiles: Iterable[Profile]) -> Iterator[Question]:
    for one in profiles:
        if one.severity is None or one.shared < SHARED_LEAST:
            continue
        if abs(one.severity) >= SEVERITY_FROM:
            uid = one.evaluator.uid
            yield Question(Ask.SEVERITY, (uid,), figure=one.severity, count=one.shared)


def _of_agreement(agreements: Iterable[Agreement]) -> Iterator[Question]:
    for one in agreements:
        alpha, is_known = one.alpha, one.section is not None and one.cells >= SHARED_LEAST
        if is_known and isinstance(alpha, Fraction) and alpha < ALPHA_LEAST:
            yield Question(
                Ask.AGREEMENT, one.raters, section=one.section, figure=alpha, count=one.cells
            )


def _of_scale(profiles: Sequence[Profile]) -> Iterator[Question]:
    known = [one for one in profiles if one.marks >= MARKS_LEAST]
    for one in known:
        part = one.part(one.at_max)
        if part is not None and part >= AT_MAX_FROM:
            uid = one.evaluator.uid
            yield Question(Ask.AT_MAX, (uid,), figure=part, count=one.at_max, of=one.marks)
    for one in known:
        low, high = one.lowest, one.highest
        if low is not None and high is not None and high - low <= NARROW_UP_TO:
            uid = one.evaluator.uid
            yield Question(Ask.NARROW, (uid,), figure=low, upper=high, count=one.marks)


def _of_runs(ask: Ask, runs: Iterable[LevelRun]) -> Iterator[Question]:
    """Yield the longest runs first."""
    for run in sorted(runs, key=lambda one: -one.length):
        yield Question(
            ask, (run.evaluator,), run.services, run.codes, figure=run.percent, count=run.length
        )


def _of_texts(
    ask: Ask,
    written: Sequence[WrittenText],
    places: dict[Uid, int],
    near: Fraction | None = None,
) -> Question:
    evaluators = sorted({one.evaluator for one in written}, key=places.__getitem__)
    return Question(
        ask,
        tuple(evaluators),
        tuple(dict.fromkeys(one.service for one in written)),
        figure=None if near is None else 100 * near,
        count=len(written),
        text=written[0].text,
    )


def _by_first_place(
    numbers: dict[Uid, int], places: dict[Uid, int]
) -> Callable[[Question], tuple[int, int, str]]:
    return lambda one: (numbers[one.services[0]], places[one.evaluators[0]], one.text)
