"""From marks to points: aggregation, rounding, scaling, recusal and formulas, done by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from tests.journeys import oracle
from tests.journeys.command_line import done, scorebench
from tests.journeys.rounds import Tables, lines, new_round, tables_for

if TYPE_CHECKING:
    from pathlib import Path


def total_of(folder: Path, tables: Tables, typed: dict[str, list[Any]]) -> str | None:
    """The total of the first service after everything was typed, sealed and merged."""
    made = new_round(folder / "회차", tables)
    found = made.played(typed)
    assert found == oracle.results(tables, typed)
    return found["services"][0]["total"]


def verdicts(found: dict[str, Any]) -> list[str]:
    return [row["verdict"] for row in found["services"]]


def totals(found: dict[str, Any]) -> list[str | None]:
    return [row["total"] for row in found["services"]]


def rubric_of(how: str) -> str:
    return f"""
        C1 ¦ common ¦ points ¦ 40 ¦ ¦ {how}
        I1 ¦ individual ¦ points ¦ 45 ¦ ¦ {how}
        S1 ¦ satisfaction ¦ points ¦ 15 ¦ ¦ {how}
        """


def each(*scores: str) -> dict[str, list[Any]]:
    """Everybody's mark for C1 of service 1; full marks for the rest."""
    return {
        f"E{at}": [(1, "C1", "score", score), (1, "I1", "score", "45"), (1, "S1", "score", "15")]
        for at, score in enumerate(scores, start=1)
    }


@pytest.mark.parametrize(
    ("how", "scores", "total"),
    [
        ("mean", ("10", "10", "11"), "70.33"),
        ("mean", ("10", "11", "11"), "70.67"),
        ("mean", ("0.01", "0.02"), "60.02"),
        ("median", ("1", "40", "3"), "63.00"),
        ("median", ("1", "40", "3", "4"), "63.50"),
        ("trimmed_mean", ("1", "40", "2", "3", "4"), "63.00"),
        ("trimmed_mean", ("40", "40", "2", "3", "2"), "75.00"),
        ("trimmed_mean", ("1", "40", "2", "3"), "71.50"),
    ],
)
def test_marks_of_several_people_come_together(
    tmp_path: Path, how: str, scores: tuple[str, ...], total: str
) -> None:
    tables = tables_for(1, people=len(scores), rubric=rubric_of(how))
    assert total_of(tmp_path, tables, each(*scores)) == total


@pytest.mark.parametrize("how", ["mean", "median", "trimmed_mean"])
def test_one_missing_mark_makes_a_service_incomplete_however_they_come_together(
    tmp_path: Path, how: str
) -> None:
    tables = tables_for(1, people=5, rubric=rubric_of(how))
    assert total_of(tmp_path, tables, each("1", "2", "3", "4", "")) is None


def test_a_consensus_is_incomplete_until_somebody_moderates(tmp_path: Path) -> None:
    tables = tables_for(1, people=2, rubric=rubric_of("consensus"))
    assert total_of(tmp_path, tables, each("20", "20")) is None


def test_a_mean_of_exactly_the_cut_passes_where_binary_numbers_fail(tmp_path: Path) -> None:
    tables = tables_for(1, people=3, rubric="C1 ¦ common ¦ points ¦ 100 ¦ 0.1 ¦ mean")
    tables["sections"] = [{"code": "common", "name": "공통분야", "max_points": "100"}]
    typed = {
        f"E{at}": [(1, "C1", "score", text)] for at, text in enumerate(("50.3", "78.1", "96.6"), 1)
    }
    made = new_round(tmp_path / "회차", tables)
    found = made.played(typed)
    assert (totals(found), verdicts(found)) == (["75.00"], ["pass"])


@pytest.mark.parametrize(
    ("stage", "section", "total"),
    [("indicator", "20.66", "80.66"), ("section", "20.67", "80.67"), ("total", "20.67", "80.67")],
)
def test_points_are_rounded_once_at_the_stage_of_the_round(
    tmp_path: Path, stage: str, section: str, total: str
) -> None:
    rubric = """
        C1 ¦ common ¦ points ¦ 20 ¦ ¦ mean
        C2 ¦ common ¦ points ¦ 20 ¦ ¦ mean
        I1 ¦ individual ¦ points ¦ 45 ¦ ¦ mean
        S1 ¦ satisfaction ¦ points ¦ 15 ¦ ¦ mean
        """
    tables = tables_for(1, people=3, rubric=rubric, rounding_stage=stage)
    typed = each("10", "10", "11")
    for at, rows in enumerate(typed.values()):
        rows.append((1, "C2", "score", ("10", "10", "11")[at]))
    made = new_round(tmp_path / "회차", tables)
    (row,) = made.played(typed)["services"]
    assert (row["sections"]["common"], row["total"]) == (section, total)


SCALED = """
    C1 ¦ common ¦ points ¦ 30 ¦ ¦ mean
    C2 ¦ common ¦ points ¦ 10 ¦ ¦ mean ¦ all ¦ yes
    I1 ¦ individual ¦ points ¦ 45 ¦ ¦ mean
    S1 ¦ satisfaction ¦ points ¦ 15 ¦ ¦ mean ¦ all ¦ yes
    """


def not_applicable(typed: dict[str, list[Any]], code: str, *people: str) -> dict[str, list[Any]]:
    for who in people:
        typed[who] = [row for row in typed[who] if row[1] != code]
        typed[who].append((1, code, "not_applicable", "yes"))
    return typed


@pytest.mark.parametrize(
    ("stage", "section", "total"),
    [("indicator", "13.77", "73.77"), ("section", "13.78", "73.78"), ("total", "13.78", "73.78")],
)
def test_a_section_is_scaled_when_everybody_says_not_applicable(
    tmp_path: Path, stage: str, section: str, total: str
) -> None:
    # 31/3 of 30 points on 40: 10.33 × 4/3 = 13.77 rounded before, 13.78 rounded once
    tables = tables_for(1, people=3, rubric=SCALED, rounding_stage=stage)
    typed = not_applicable(each("10", "10", "11"), "C2", "E1", "E2", "E3")
    made = new_round(tmp_path / "회차", tables)
    found = made.played(typed)
    assert found == oracle.results(tables, typed)
    (row,) = found["services"]
    assert (row["sections"]["common"], row["total"]) == (section, total)
    done("export", made.path, "-o", tmp_path / "보고.xlsx")
    book = openpyxl.load_workbook(tmp_path / "보고.xlsx")
    assert any("환산" in str(cell) for sheet in book for row in sheet.values for cell in row)


def test_a_mixture_of_yes_and_marks_is_a_conflict(tmp_path: Path) -> None:
    made = new_round(tmp_path / "회차", tables_for(1, people=3, rubric=SCALED))
    typed = each("10", "10", "11")
    typed["E2"].append((1, "C2", "score", "5"))
    typed["E3"].append((1, "C2", "score", "5"))
    made.enter(not_applicable(typed, "C2", "E1"))
    answer = scorebench("merge", made.path, *made.books.values())
    assert (answer.code, answer.found["applied"], answer.found["conflicts"]) == (4, True, 1)
    assert verdicts(made.results()) == ["conflict"]


def test_yes_and_blank_is_incomplete_and_no_conflict(tmp_path: Path) -> None:
    made = new_round(tmp_path / "회차", tables_for(1, people=3, rubric=SCALED))
    found = made.played(not_applicable(each("10", "10", "11"), "C2", "E1", "E2"))
    assert verdicts(found) == ["incomplete"]


def test_yes_stands_whatever_figures_stand_beside_it(tmp_path: Path) -> None:
    tables = tables_for(1, people=2, rubric=SCALED)
    typed = not_applicable(each("30", "30"), "C2", "E1", "E2")
    typed["E1"].append((1, "C2", "score", "1"))
    assert total_of(tmp_path, tables, typed) == "100.00"


def test_a_section_of_which_nothing_is_left_is_incomplete(tmp_path: Path) -> None:
    tables = tables_for(1, people=2, rubric=SCALED)
    typed = each("30", "30")
    typed = not_applicable(not_applicable(typed, "C2", "E1", "E2"), "S1", "E1", "E2")
    assert total_of(tmp_path, tables, typed) is None


@pytest.mark.parametrize("status", ["제척", "기피", "회피"])
@pytest.mark.parametrize("before", [True, False])
def test_who_is_recused_is_not_asked_and_not_counted(
    tmp_path: Path, status: str, *, before: bool
) -> None:
    tables = tables_for(1, people=3)
    recusal = lines("assignments", f"E2 ¦ 1 ¦ all ¦ {status} ¦ 이해관계")
    assigned = tables["assignments"]
    tables["assignments"] = recusal + assigned if before else assigned + recusal
    made = new_round(tmp_path / "회차", tables)
    assert list(made.books) == ["E1", "E3"]
    typed = {who: rows for who, rows in each("10", "0", "20").items() if who != "E2"}
    found = made.played(typed)
    assert found == oracle.results(tables, typed)
    assert totals(found) == ["75.00"]


def test_an_indicator_of_which_everybody_is_recused_is_a_hole(tmp_path: Path) -> None:
    tables = tables_for(1, 2, people=2)
    tables["assignments"] += lines("assignments", "E1 ¦ 2 ¦ S1 ¦ 제척\nE2 ¦ 2 ¦ S1 ¦ 회피")
    made = new_round(tmp_path / "회차", tables)
    places = [(1, "C1"), (1, "I1"), (1, "S1"), (2, "C1"), (2, "I1")]
    typed = {code: [(*place, "score", "10") for place in places] for code in ("E1", "E2")}
    found = made.played(typed)
    assert verdicts(found) == ["below", "incomplete"]
    done("export", made.path, "-o", tmp_path / "잠정.xlsx", "--draft")
    listed = openpyxl.load_workbook(tmp_path / "잠정.xlsx")["미완료·제외"]
    hole, *recused = [row for row in listed.values if row[0] == 2]
    assert any("배정 없음" in str(cell) for cell in hole)
    assert [(row[2], row[3]) for row in recused] == [("제척", "S1"), ("회피", "S1")]


FIGURES = """
    C1 ¦ common ¦ measure ¦ 40
    I1 ¦ individual ¦ rating ¦ 45 ¦ 0.5
    S1 ¦ satisfaction ¦ survey ¦ 15
    """


@pytest.mark.parametrize(
    ("figures", "measures", "total"),
    [
        ({"target": "3", "actual": "1", "score": "100", "survey_mean": "5"}, "", "73.33"),
        ({"target": "3", "actual": "400", "score": "33.5", "survey_mean": "3"}, "", "62.58"),
        ({"target": "0", "actual": "4", "score": "50", "survey_mean": "3"}, "", None),
        ({"target": "3", "score": "50", "survey_mean": "3"}, "", None),
        ({"target": "3", "actual": "3", "score": "50"}, "", None),
        (
            {"target": "3", "actual": "3", "score": "0", "survey_mean": "4", "survey_n": "9"},
            "S1 ¦ survey_proportional ¦ max=5",
            "52.00",
        ),
        (
            {"target": "100", "actual": "89.999999", "score": "0", "survey_mean": "1"},
            "C1 ¦ steps ¦ steps=90:100|80:50",
            "20.00",
        ),
    ],
)
def test_figures_become_points(
    tmp_path: Path, figures: dict[str, str], measures: str, total: str | None
) -> None:
    scale = "" if "survey_proportional" in measures else "S1 ¦ survey_linear ¦ min=1;max=5"
    tables = tables_for(1, rubric=FIGURES, measures=f"{measures}\n{scale}".strip())
    codes = {"target": "C1", "actual": "C1", "score": "I1"}
    typed = {"E1": [(1, codes.get(name, "S1"), name, text) for name, text in figures.items()]}
    assert total_of(tmp_path, tables, typed) == total


def test_the_ends_of_a_survey_scale_may_come_with_the_figures(tmp_path: Path) -> None:
    figures = {"survey_mean": "5.5", "survey_min": "1", "survey_max": "7"}
    tables = tables_for(1, rubric=FIGURES)
    typed = {"E1": [(1, "S1", name, text) for name, text in figures.items()]}
    typed["E1"] += [(1, "I1", "score", "0"), (1, "C1", "target", "1"), (1, "C1", "actual", "0")]
    assert total_of(tmp_path, tables, typed) == "11.25"


def test_lists_of_findings_are_replaced_row_by_row(tmp_path: Path) -> None:
    made = new_round(tmp_path / "회차", tables_for(1))
    made.played(each("20"))
    for rows in (
        ("가상 성과 하나", "가상 성과 둘"),
        ("가상 성과 하나", "", "다른 둘", "셋째"),
        ("남은 하나",),
    ):
        made.enter({"E1": [(1, "", "achievement", text) for text in rows]})
        made.merge()
        target = tmp_path / "보고.xlsx"
        done("export", made.path, "-o", target)
        sheet = openpyxl.load_workbook(target)["사무별 주요성과 및 과제"]
        text = "\n".join(str(cell) for row in sheet.values for cell in row if cell)
        places = [text.index(row) for row in rows if row]
        assert places == sorted(places)
    assert "셋째" not in text
    assert "가상 성과 하나" not in text
