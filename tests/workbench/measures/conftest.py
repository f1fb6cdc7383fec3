"""A round whose figures one person enters, with people who may confirm them and one who may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.workbench.rounds.small_round import Bench, made, merged, sealed, typed

if TYPE_CHECKING:
    from pathlib import Path

EVALUATORS: Final = """
    code¦name¦affiliation¦role
    E1¦김가상¦가상대학교¦evaluator
    E2¦이가상¦가상연구원¦evaluator
    Q1¦박가상¦가상평가원¦quantitative_secretary
    L1¦최가상¦가상평가원¦lead_secretary
    """
ASSIGNMENTS: Final = """
    evaluator¦services¦sections¦status¦reason
    E1¦all¦common¦¦
    E1¦5¦common¦기피¦수탁기관 자문
    L1¦5¦common¦¦
    E2¦all¦individual;satisfaction¦¦
    """
MEASURES: Final = """
    indicator¦formula¦parameters¦unit
    I1¦achievement¦previous=1:12|2:10¦명
    S1¦survey_linear¦min=1;max=5¦점
    """
NUMBERS: Final = (1, 2, 5)
FIGURES: Final = tuple(
    row
    for number in NUMBERS
    for row in (
        (number, "I1", "target", "10"),
        (number, "I1", "actual", "8"),
        (number, "S1", "survey_n", "20"),
        (number, "S1", "survey_mean", "4"),
    )
)
"""All that E2 enters: 36 and 11.25 points for every service."""


def measured_round(folder: Path) -> Bench:
    """Everything is entered, sealed and merged; nothing is confirmed."""
    bench = made(folder, evaluators=EVALUATORS, assignments=ASSIGNMENTS, measures=MEASURES)
    typed(bench.books["E1"], *((number, "C1", "score", "30") for number in (1, 2)))
    typed(bench.books["L1"], (5, "C1", "score", "30"))
    typed(bench.books["E2"], *FIGURES)
    for book in bench.books.values():
        sealed(book)
    merged(bench.round, *bench.books.values())
    return bench


@pytest.fixture(scope="session")
def _measured(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return measured_round(tmp_path_factory.mktemp("measured"))


@pytest.fixture
def measured(_measured: Bench, tmp_path: Path) -> Bench:
    """Everything is entered, sealed and merged; nothing is confirmed."""
    return _measured.copied_to(tmp_path / "회차")
