"""What the journeys share: a stated language, and one small round to go wrong with."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.journeys.rounds import (
    Round,
    Tables,
    indicators,
    lines,
    new_round,
    rules,
    sections,
    services,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCALE = ("LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES")


@pytest.fixture(scope="session", autouse=True)
def _without_a_language() -> Iterator[None]:
    """The locale says nothing, so the program speaks Korean unless a test asks otherwise."""
    with pytest.MonkeyPatch.context() as patch:
        for name in LOCALE:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture
def small_tables() -> Tables:
    return small()


def small() -> Tables:
    """Five services with gaps in their numbers, three evaluators, every scale once."""
    return {
        "round": rules(),
        "sections": sections(),
        "indicators": indicators(
            """
            C1 ¦ common ¦ points ¦ 32.5 ¦ 0.5
            C2 ¦ common ¦ rating ¦ 7.5 ¦ 1 ¦ mean ¦ all ¦ yes
            I1 ¦ individual ¦ measure ¦ 20
            I2 ¦ individual ¦ grade ¦ 25
            S1 ¦ satisfaction ¦ survey ¦ 15
            """
        ),
        "services": services((3, 8, 11, 40, 9999)),
        "evaluators": lines(
            "evaluators",
            """
            E1 ¦ 김가상 ¦ 가상대학교 ¦ evaluator
            E2 ¦ 이예시 ¦ 예시연구소 ¦ evaluator
            Q1 ¦ 박연습 ¦ ¦ quantitative_secretary
            L1 ¦ 최견본 ¦ ¦ lead_secretary
            """,
        ),
        "assignments": lines(
            "assignments",
            """
            E1 ¦ all ¦ C1;C2
            E2 ¦ 1-99 ¦ individual;C2
            E1 ¦ 9999 ¦ I2
            Q1 ¦ all ¦ satisfaction;I1
            """,
        ),
        "levels": lines("levels", "I2 ¦ 우수 ¦ 100\nI2 ¦ 보통 ¦ 80\nI2 ¦ 미흡 ¦ 60.5"),
        "measures": lines("measures", "S1 ¦ survey_linear ¦ min=1;max=5 ¦ 점"),
    }


@pytest.fixture(scope="session")
def _small_round(tmp_path_factory: pytest.TempPathFactory) -> Round:
    return new_round(tmp_path_factory.mktemp("small") / "회차", small())


@pytest.fixture
def small_round(_small_round: Round, tmp_path: Path) -> Round:
    """The small round, handed out and not yet scored, in a folder of the test's own."""
    folder = tmp_path / "회차 (사본)"
    shutil.copytree(_small_round.folder, folder)
    books = {
        code: folder / path.relative_to(_small_round.folder)
        for code, path in _small_round.books.items()
    }
    return Round(folder, _small_round.tables, books)
