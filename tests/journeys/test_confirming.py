"""A second person's look by command line: from the first figure to the final round."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.command_line import done, nothing_changes, refused, scorebench
from tests.journeys.rounds import (
    Round,
    lines,
    new_round,
    tables_for,
    write_definition,
    write_scores,
)
from tests.journeys.test_locked import held, names_holder

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = """
    C1 ¦ common ¦ points ¦ 34 ¦ ¦ mean
    C3 ¦ common ¦ measure ¦ 6 ¦ ¦ mean
    I1 ¦ individual ¦ measure ¦ 40 ¦ ¦ mean
    I6 ¦ individual ¦ measure ¦ 5 ¦ ¦ mean
    S1 ¦ satisfaction ¦ survey ¦ 15 ¦ ¦ mean
    """
MEASURES = """
    C3 ¦ steps ¦ steps=95:100|90:90|85:80|0:60 ¦ 백만원
    I1 ¦ achievement ¦ previous=1:900|2:700 ¦ 명
    I6 ¦ completion ¦ ¦ 건
    S1 ¦ survey_linear ¦ min=1;max=5 ¦ 점
    """


def figures(number: int) -> list[tuple[int, str, str, Any]]:
    return [
        (number, "C3", "target", "3240"),
        (number, "C3", "actual", "3077.9"),
        (number, "I1", "target", "800"),
        (number, "I1", "actual", "600"),
        (number, "I6", "target", "0"),
        (number, "I6", "actual", "0"),
        (number, "S1", "survey_n", "412"),
        (number, "S1", "survey_mean", "4"),
    ]


@pytest.fixture
def scored(tmp_path: Path) -> Round:
    """Q1 enters every figure, E1 judges; 30 + 5.40 + 30 + 5 + 11.25 points for both services."""
    tables = tables_for(0, 0, rubric=RUBRIC, measures=MEASURES)
    tables["evaluators"] = lines(
        "evaluators",
        """
        E1 ¦ 가상E1 ¦ ¦ evaluator
        Q1 ¦ 가상Q1 ¦ ¦ quantitative_secretary
        Q2 ¦ 가상Q2 ¦ ¦ quantitative_secretary
        """,
    )
    tables["assignments"] = lines("assignments", "E1 ¦ all ¦ C1\nQ1 ¦ all ¦ C3;I1;I6;S1")
    made = new_round(tmp_path / "회차", tables)
    made.enter(
        {
            "E1": [(number, "C1", "score", 30) for number in (1, 2)],
            "Q1": [row for number in (1, 2) for row in figures(number)],
        }
    )
    made.merge()
    return made


def waiting(made: Round) -> list[tuple[int, str, str]]:
    return [
        (row["service"], row["indicator"], row["stand"])
        for row in done("confirm", made.path)["figures"]
        if row["stand"] in ("waiting", "stale")
    ]


def test_from_the_first_figure_to_the_final_round(scored: Round) -> None:
    results = scored.results()
    assert [row["total"] for row in results["services"]] == ["81.65", "81.65"]
    assert len(waiting(scored)) == 8
    found = done("confirm", scored.path, "--all", "--by", "Q2", "--note", "원자료 대조")
    assert (found["changed"], found["waiting"]) == (8, 0)
    made = {row["indicator"]: row["entered"][0]["explained"] for row in found["figures"][:4]}
    assert {code: (row["exact"], row["points"], row["flags"]) for code, row in made.items()} == {
        "C3": ("5.4", "5.40", []),  # 94.9969… % is not yet 95 %
        "I1": ("30", "30.00", ["target_below_previous"]),
        "I6": ("5", "5.00", ["nothing_found"]),
        "S1": ("11.25", "11.25", []),
    }
    table = write_scores(scored.folder / "고침.csv", [(2, "I1", "actual", "620")])
    done("enter", scored.books["Q1"], table)
    done("seal", scored.books["Q1"])
    scored.merge("Q1")
    assert waiting(scored) == [(2, "I1", "stale")]
    done("export", scored.path, "-o", scored.folder / "보고서.xlsx")  # it closes nothing
    refused(2, "confirm", scored.path, "--service", 2, "--indicator", "I1", "--by", "Q1")
    done("confirm", scored.path, "--service", 2, "--indicator", "I1", "--by", "E1")
    assert waiting(scored) == []
    done("finalise", scored.path)
    with nothing_changes(scored.folder):
        refused(4, "confirm", scored.path, "--all", "--drop", "--reason", "까닭")
        assert waiting(scored) == []
    assert done("check", scored.path)["ok"] is True
    kinds = [row["kind"] for row in done("history", scored.path)["entries"]]
    assert kinds[-5:] == [
        "figures_confirmed",
        "merged",
        "exported",
        "figures_confirmed",
        "finalised",
    ]


def test_the_history_names_who_confirmed_and_why_it_was_taken_back(scored: Round) -> None:
    done("confirm", scored.path, "--indicator", "I1", "--by", "Q2", "--note", "원자료 대조")
    done("confirm", scored.path, "--all", "--drop", "--reason", "다른 해의 자료")
    said = scorebench("history", scored.path, "--lang", "ko", as_text=True).out
    for word in ("Q2 가상Q2", "원자료 대조", "다른 해의 자료", "I1 수치 확인"):
        assert word in said


def test_who_holds_the_round_is_named_and_the_list_is_read_beside_him(scored: Round) -> None:
    with held(scored.path):
        answer = scorebench("confirm", scored.path, "--all", "--by", "Q2")
        assert answer.code == 3
        assert names_holder(answer.err)
        assert len(waiting(scored)) == 8


def test_an_update_of_the_definition_keeps_what_was_confirmed(scored: Round) -> None:
    before = scored.results()
    done("confirm", scored.path, "--all", "--by", "Q2")
    later = MEASURES.replace("1:900|2:700", "1:500|2:700")
    tables = scored.tables | {"measures": lines("measures", later)}
    folder = write_definition(scored.folder / "새 정의", tables)
    done("update", scored.path, folder, "--reason", "전년 실적 정정")
    assert waiting(scored) == []
    assert scored.results() == before
    (first, *_) = (row for row in done("confirm", scored.path, "--indicator", "I1")["figures"])
    assert first["entered"][0]["explained"]["flags"] == []
