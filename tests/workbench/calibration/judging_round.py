"""Rounds in which several evaluators share cells: by hand, or as real files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workbench.results.rounds_by_hand import (
    COMMON,
    INDIVIDUAL,
    SATISFACTION,
    indicator,
    simple,
    uid,
)
from tests.workbench.results.rounds_by_hand import outcome as outcome_of
from tests.workbench.rounds.small_round import Bench, made, merged, typed
from workbench.calibration.calibrating import Calibration, calibrate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from workbench.calibration.profiles import Profile
    from workbench.results.outcome import Outcome

CODES = ("A", "B", "C", "D", "E", "F", "G", "H")
"""Eight indicators of 10 points each."""

OPINION = "현장 확인 결과 이용자 만족도가 높고 시설 안전 점검이 꾸준히 이루어짐."
NEAR_OPINION = "현장 확인 결과, 이용자 만족도가 높고 시설 안전 점검이 꾸준히 이루어지고 있음"
OWN_COMMENT = "목표를 해마다 조금씩 높이고 근거 자료를 함께 제시한 점이 돋보임"


def judged(team: int, count: int, given: Mapping[tuple[str, int, str], str]) -> Outcome:
    """Everybody may score eight indicators in every service; ``given`` says who did what."""
    sections = (COMMON,) * 4 + (INDIVIDUAL,) * 3 + (SATISFACTION,)
    rows = [indicator(code, part, "10") for code, part in zip(CODES, sections, strict=True)]
    definition = simple(team, *rows, count=count)
    cells = ((who, number, code, "score", value) for (who, number, code), value in given.items())
    return outcome_of(definition, *cells)


def calibrated(team: int, count: int, given: Mapping[tuple[str, int, str], str]) -> Calibration:
    return calibrate(judged(team, count, given), ())


def profile(made_of: Calibration, code: str) -> Profile:
    return next(row for row in made_of.profiles if row.evaluator.code == code)


def person(code: str) -> bytes:
    return uid(f"e{code}")


def place(number: int) -> bytes:
    return uid(f"s{number}")


_NAMES = (
    *("센터", "공원", "주택", "도서관", "미술관", "체육관"),
    *("캠핑장", "청년허브", "창업센터", "극장", "전시장", "쉼터"),
)

SHARED_SHEETS: dict[str, str] = {
    "indicators": """
        code¦section¦group¦name¦kind¦scale¦max_points¦step¦applies_to¦aggregation¦guidance¦allow_not_applicable
        C1¦common¦사업¦계획의 적정성¦qualitative¦points¦20¦0.5¦all¦¦¦
        C2¦common¦사업¦조직과 인력 운영¦qualitative¦points¦20¦0.5¦all¦¦¦
        I1¦individual¦사업¦핵심 성과¦qualitative¦rating¦15¦1¦all¦¦¦
        I2¦individual¦사업¦서비스 개선 노력¦qualitative¦points¦15¦0.5¦all¦¦¦
        I3¦individual¦사업¦공공성 준수¦qualitative¦points¦15¦0.5¦all¦¦¦
        S1¦satisfaction¦¦만족도¦survey¦survey¦15¦¦all¦single¦¦
        """,
    "services": "\n".join(
        [
            "number¦name¦type¦department¦operators¦term_end¦status¦reason",
            *(f"{at}¦가상 {name} 관리운영¦¦¦¦¦¦" for at, name in enumerate(_NAMES, start=1)),
        ]
    ),
    "evaluators": """
        code¦name¦affiliation¦role
        E1¦김가상¦가상대학교¦evaluator
        E2¦이가상¦가상연구원¦evaluator
        E3¦박가상¦가상협회¦evaluator
        Q1¦최가상¦가상연구원¦quantitative_secretary
        """,
    "assignments": """
        evaluator¦services¦sections¦status¦reason
        E1¦all¦common;individual¦¦
        E2¦all¦common;individual¦¦
        E3¦all¦common;individual¦¦
        Q1¦all¦satisfaction¦¦
        """,
}
"""Three evaluators share every judged cell; a secretary alone enters the survey."""


def shared_round(folder: Path) -> Bench:
    """A real round: E2 is strict, E3 gives the same over and over, texts repeat; all merged."""
    bench = made(folder, **SHARED_SHEETS)
    rows: dict[str, list[tuple[int, str, str, str]]] = {code: [] for code in bench.books}
    for number in range(1, len(_NAMES) + 1):
        for at, code in enumerate(("C1", "C2", "I1", "I2", "I3")):
            most = 100 if code == "I1" else 20 if code.startswith("C") else 15
            step = (number * number + 5 * number * at + 3 * at) % 8
            for who, percent in (
                ("E1", 70 + 4 * step),
                ("E2", 60 + 4 * step - (5 if number % 3 else 0)),
                ("E3", 85 if code != "C1" else 90),
            ):
                rows[who].append((number, code, "score", _halved(percent * most)))
        rows["Q1"] += [
            (number, "S1", "survey_n", "40"),
            (number, "S1", "survey_mean", f"{3 + number % 2}.{number % 10}"),
        ]
    rows["E1"].append((3, "", "opinion", OPINION))
    rows["E2"].append((3, "", "opinion", NEAR_OPINION))
    rows["E3"] += [(number, "C1", "comment", OWN_COMMENT) for number in (2, 5, 9)]
    for code, book in bench.books.items():
        typed(book, *rows[code])
        merged(bench.round, book)
    return bench


def _halved(hundredths: int) -> str:
    """The nearest half below: what stands on the step of the rubric."""
    halves = hundredths // 50
    whole, rest = divmod(halves, 2)
    return f"{whole}.5" if rest else str(whole)
