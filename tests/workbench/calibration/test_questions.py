"""What is asked, from which figure on, and whom it concerns."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.workbench.calibration.judging_round import CODES, calibrated, judged, person, place
from tests.workbench.results.rounds_by_hand import COMMON
from workbench.calibration.calibrating import calibrate
from workbench.calibration.given import WrittenText
from workbench.calibration.questions import (
    ALPHA_LEAST,
    MARKS_LEAST,
    SEVERITY_FROM,
    SHARED_LEAST,
    Ask,
    Question,
)

VARIED = ("2", "9", "4", "7", "5", "8", "3", "6")
LONG = "사업계획 수립 과정에서 이용자 의견을 폭넓게 수렴하여 반영함"


def asked(made_of, *kinds: Ask) -> list[Question]:
    return [one for one in made_of.questions if one.ask in kinds]


def paired(above: str, cells: int = 8) -> dict[tuple[str, int, str], str]:
    """E1 marks one service, E2 the same plus ``above`` points."""
    marks = {}
    for code, score in list(zip(CODES, VARIED, strict=True))[:cells]:
        marks["E1", 1, code] = score
        marks["E2", 1, code] = str(Fraction(score) + Fraction(above)).replace("11/2", "5.5")
    return marks


def test_from_five_percent_on_a_difference_is_asked_about() -> None:
    marks = {("E1", 1, code): score for code, score in zip(CODES, VARIED, strict=True)}
    exact = marks | {("E2", 1, code): f"{score}.5" for (_, _, code), score in marks.items()}
    strict, mild = asked(calibrated(2, 1, exact), Ask.SEVERITY)
    assert strict == Question(Ask.SEVERITY, (person("E1"),), figure=-SEVERITY_FROM, count=8)
    assert (mild.evaluators, mild.figure) == ((person("E2"),), SEVERITY_FROM)
    less = marks | {("E2", 1, code): f"{score}.49" for (_, _, code), score in marks.items()}
    assert asked(calibrated(2, 1, less), Ask.SEVERITY) == []


def test_a_few_shared_cells_ask_nothing() -> None:
    assert SHARED_LEAST == 8
    assert asked(calibrated(2, 1, paired("1")), Ask.SEVERITY)
    few = calibrated(2, 1, paired("1", cells=7))
    assert few.profiles[0].severity == -10
    assert asked(few, Ask.SEVERITY, Ask.AGREEMENT) == []


def test_weak_agreement_is_asked_about_by_section() -> None:
    marks = {}
    for number in (1, 2):
        for code, score in zip(CODES[:4], VARIED, strict=False):
            marks["E1", number, code] = score
            marks["E2", number, code] = str(11 - int(score))
    told = calibrated(2, 2, marks)
    (question,) = asked(told, Ask.AGREEMENT)
    assert question.section is COMMON
    assert question.figure == told.agreements[0].alpha < ALPHA_LEAST
    assert (question.evaluators, question.count) == ((person("E1"), person("E2")), 8)


@pytest.mark.parametrize(("at_most", "is_asked"), [(8, True), (7, False)])
def test_half_of_the_marks_at_the_maximum_are_asked_about(at_most: int, is_asked: bool) -> None:
    scores = ["10"] * at_most + ["1", "2", "3", "4", "5", "6", "7", "8", "9"][: 16 - at_most]
    marks = {("E1", 1 + at % 2, CODES[at // 2]): score for at, score in enumerate(scores)}
    assert len(marks) == MARKS_LEAST
    found = asked(calibrated(1, 2, marks), Ask.AT_MAX)
    wanted = Question(Ask.AT_MAX, (person("E1"),), figure=Fraction(50), count=8, of=16)
    assert found == ([wanted] if is_asked else [])


def test_a_narrow_scale_is_asked_about() -> None:
    scores = ("7", "8", "7.5", "7.2", "7.9", "8", "7", "7.6")
    marks = {
        ("E1", number, code): score
        for number in (1, 2)
        for code, score in zip(CODES, scores[number - 1 :] + scores[: number - 1], strict=True)
    }
    (question,) = asked(calibrated(1, 2, marks), Ask.NARROW)
    assert (question.figure, question.upper, question.count) == (70, 80, 16)
    assert not asked(calibrated(1, 2, marks | {("E1", 1, "A"): "6.9"}), Ask.NARROW)
    fewer = dict(list(marks.items())[: MARKS_LEAST - 1])
    assert not asked(calibrated(1, 2, fewer), Ask.NARROW)


def test_the_longest_run_is_asked_about_first() -> None:
    marks = {("E1", 1, code): "8" for code in CODES[:6]} | {("E1", 1, "G"): "3"}
    marks |= {("E1", 2, code): "7" for code in CODES}
    first, second = asked(calibrated(1, 2, marks), Ask.LEVEL_SERVICE)
    assert (first.services, first.codes, first.count) == ((place(2),), CODES, 8)
    assert (second.services, second.figure) == ((place(1),), 80)


def test_texts_are_asked_about_by_the_first_service() -> None:
    outcome = judged(3, 9, {})
    far = "안전 점검 결과를 분기마다 공개하고 지적 사항을 모두 조치함"
    texts = [
        WrittenText(person("E3"), place(8), "comment", far),
        WrittenText(person("E2"), place(9), "opinion", far),
        WrittenText(person("E2"), place(4), "comment", LONG),
        WrittenText(person("E1"), place(7), "comment", f"{LONG}."),
        *(WrittenText(person("E1"), place(at), "comment", f"{LONG}!") for at in (2, 3)),
    ]
    first, second, again = calibrate(outcome, texts).questions
    assert first == Question(
        Ask.LIKE_TEXTS,
        (person("E1"), person("E2")),
        tuple(place(at) for at in (2, 3, 4, 7)),
        figure=Fraction(100),
        count=4,
        text=f"{LONG}!",
    )
    assert (second.evaluators, second.services) == (
        (person("E2"), person("E3")),
        (place(8), place(9)),
    )
    assert (again.ask, again.evaluators, again.count) == (Ask.REPEATED_TEXT, (person("E1"),), 3)
    assert calibrate(outcome, texts[::-1]) == calibrate(outcome, texts)


def test_a_question_concerns_whom_it_names() -> None:
    told = calibrated(3, 1, paired("1"))
    assert {one.ask for one in told.about(person("E1"))} == {Ask.SEVERITY}
    assert told.about(person("E3")) == ()
    assert len(told.questions) == 2
