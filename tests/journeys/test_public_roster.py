"""The public roster of 29 services, commas and parentheses in their names, with drawn marks."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.journeys import oracle
from tests.journeys.command_line import done
from tests.journeys.marks import drawn
from tests.journeys.rounds import (
    Round,
    Tables,
    Typed,
    indicators,
    lines,
    new_round,
    rules,
    sections,
)

ROSTER = Path(__file__).parents[1] / "data" / "public_roster.csv"


def roster_tables() -> Tables:
    with ROSTER.open(encoding="utf-8", newline="") as file:
        services = lines("services", "\n".join("¦" for _ in range(29)))
        for row, read in zip(services, csv.DictReader(file), strict=True):
            row |= read
    return {
        "round": rules(pool="47", legal_basis="「가상 조례」 제18조"),
        "sections": sections("39", "46", "15"),
        "indicators": indicators(
            """
            C1 ¦ common ¦ points ¦ 24 ¦ 0.1
            C2 ¦ common ¦ rating ¦ 15 ¦ 1
            I1 ¦ individual ¦ measure ¦ 23
            I2 ¦ individual ¦ points ¦ 23 ¦ 0.5
            S1 ¦ satisfaction ¦ survey ¦ 15
            """
        ),
        "services": services,
        "evaluators": lines("evaluators", "E1 ¦ 김가상\nE2 ¦ 이예시\nQ1 ¦ 박연습"),
        "assignments": lines(
            "assignments",
            "E1 ¦ all ¦ common\nE2 ¦ all ¦ individual\nQ1 ¦ all ¦ satisfaction;I1",
        ),
        "measures": lines("measures", "S1 ¦ survey_linear ¦ min=1;max=5"),
    }


@pytest.fixture(scope="module")
def typed() -> Typed:
    return drawn(roster_tables(), 29, texts=True)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, typed: Typed) -> Round:
    made = new_round(tmp_path_factory.mktemp("roster"), roster_tables())
    made.played(typed)
    return made


@pytest.fixture(scope="module")
def wanted(played: Round, typed: Typed) -> dict[str, Any]:
    found = oracle.results(played.tables, typed)
    assert 0 < found["below"]["count"] < found["counted"] == 29
    return found


@pytest.fixture(scope="module")
def report(played: Round) -> openpyxl.Workbook:
    target = played.folder / "결과보고.xlsx"
    done("export", played.path, "-o", target)
    return openpyxl.load_workbook(target)


def values(book: openpyxl.Workbook, sheet: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def test_names_come_through_letter_by_letter(wanted: dict[str, Any], played: Round) -> None:
    names = {row["number"]: row["name"] for row in played.results()["services"]}
    assert names[19] == "재개발임대주택(마포래미안 푸르지오, 목동현대A) 관리운영"
    assert names[23] == "서울특별시 삼각산시민청(제2시민청) 관리운영"
    assert len(names) == 29


def test_results_are_those_of_an_independent_count(wanted: dict[str, Any], played: Round) -> None:
    assert played.results() == wanted


def test_the_summary_carries_both_sentences(
    report: openpyxl.Workbook, played: Round, wanted: dict[str, Any]
) -> None:
    texts = {cell for row in values(report, "요약") for cell in row if isinstance(cell, str)}
    assert set(oracle.sentences(played.tables, wanted)) <= texts
    assert any("47개 사무 중 29개" in text for text in texts)


def test_the_table_of_totals_holds_numbers_with_two_decimals(
    report: openpyxl.Workbook, wanted: dict[str, Any]
) -> None:
    sheet = report["종합점수표"]
    by_number = {row[0].value: row for row in sheet.iter_rows() if isinstance(row[0].value, int)}
    assert len(by_number) == 29
    for service in wanted["services"]:
        row = by_number[service["number"]]
        assert row[1].value == service["name"]
        points = [*service["sections"].values(), service["total"]]
        *found, adjusted, total = row[4 : 5 + len(points)]
        assert adjusted.value == "–"
        found.append(total)
        assert [f"{cell.value:.2f}" for cell in found] == points
        assert {cell.number_format for cell in found} == {"0.00"}
        assert row[5 + len(points)].value == service["rank"]


def test_the_list_below_the_cut_runs_from_the_lowest_total(
    report: openpyxl.Workbook, wanted: dict[str, Any]
) -> None:
    rows = [row for row in values(report, "재계약배제(75점 미만)") if isinstance(row[0], int)]
    below = [row for row in wanted["services"] if row["verdict"] == "below"]
    below.sort(key=lambda row: (float(row["total"]), row["number"]))
    assert [row[0] for row in rows] == [row["number"] for row in below]


def test_findings_stand_under_the_name_of_their_service(
    report: openpyxl.Workbook, typed: Typed
) -> None:
    text = "\n".join(
        str(cell) for row in values(report, "사무별 주요성과 및 과제") for cell in row if cell
    )
    assert "재개발임대주택(마포래미안 푸르지오, 목동현대A) 관리운영" in text
    written = [
        row[3]
        for rows in typed.values()
        for row in rows
        if row[2] in ("achievement", "improvement")
    ]
    assert [finding for finding in written if finding not in text] == []


def test_the_public_edition_tells_no_score_rank_name_below_or_evaluator(
    played: Round, wanted: dict[str, Any]
) -> None:
    target = played.folder / "공개용.xlsx"
    done("export", played.path, "-o", target, "--audience", "public")
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["요약", "사무별 주요성과 및 과제"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    told = {f"{cell.value:.2f}" for cell in cells if isinstance(cell.value, int | float)}
    told |= {str(cell.value) for cell in cells if cell.value}
    secret = {row["total"] for row in wanted["services"]} - {wanted["average"]}
    assert not secret & told
    text = "\n".join(told)
    assert not [name for name in ("김가상", "이예시", "박연습", "E1 ", "Q1 ") if name in text]
    assert wanted["average"] in text
    assert not any(cell.comment for cell in cells)
