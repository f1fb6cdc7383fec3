"""Every kind of question is put as a finished sentence in both languages, and as a question."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.workbench.calibration.judging_round import CODES, judged, person, place
from workbench.calibration.calibrating import calibrate
from workbench.calibration.given import WrittenText
from workbench.calibration.questions import Ask
from workbench.calibration.wording import question_sentence
from workbench.sentences import LANGUAGES

VARIED = ("2", "9", "4", "7", "5", "8", "3", "6")
LONG = "사업계획 수립 과정에서 이용자 의견을 폭넓게 수렴하여 반영함"
Given = dict[tuple[str, int, str], str]


def each(who: str, number: int, scores: tuple[str, ...]) -> Given:
    return {(who, number, code): score for code, score in zip(CODES, scores, strict=True)}


def above(scores: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(Fraction(score) + 1) for score in scores)


def turned(scores: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(11 - int(score)) for score in scores)


GIVEN: dict[Ask, tuple[int, int, Given]] = {
    Ask.SEVERITY: (2, 1, each("E1", 1, VARIED) | each("E2", 1, above(VARIED))),
    Ask.AGREEMENT: (
        2,
        2,
        each("E1", 1, VARIED)
        | each("E1", 2, VARIED)
        | each("E2", 1, turned(VARIED))
        | each("E2", 2, turned(VARIED)),
    ),
    Ask.AT_MAX: (1, 2, each("E1", 1, ("10",) * 8) | each("E1", 2, VARIED)),
    Ask.NARROW: (
        1,
        2,
        each("E1", 1, ("7", "8", "7.5", "7.2", "7.9", "8", "7", "7.6"))
        | each("E1", 2, ("8", "7.5", "7.2", "7.9", "8", "7", "7.6", "7")),
    ),
    Ask.LEVEL_SERVICE: (1, 1, each("E1", 1, ("8",) * 8)),
    Ask.LEVEL_INDICATOR: (1, 9, {("E1", at, "A"): "8" for at in range(1, 10)}),
    Ask.EQUAL_SERVICES: (1, 2, each("E1", 1, VARIED) | each("E1", 2, VARIED)),
    Ask.EQUAL_EVALUATORS: (2, 1, each("E1", 1, VARIED) | each("E2", 1, VARIED)),
}
TEXTS = [
    WrittenText(person("E2"), place(1), "comment", f"{LONG}."),
    *(WrittenText(person("E1"), place(at), "comment", LONG) for at in (2, 3, 4)),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ask", Ask)
def test_a_question_is_a_finished_sentence(ask: Ask, language: str) -> None:
    people, services, marks = GIVEN.get(ask, (3, 9, {}))
    outcome = judged(people, services, marks)
    told = calibrate(outcome, [] if ask in GIVEN else TEXTS)
    found = [one for one in told.questions if one.ask is ask]
    assert found
    for one in found:
        sentence = question_sentence(one, outcome.definition, language)
        assert sentence.endswith("?")
        assert "{" not in sentence
