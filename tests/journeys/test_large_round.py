"""61 services, decimals in the maxima, odd numbers, every scale: from a folder to the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.journeys import oracle
from tests.journeys.command_line import done, scorebench
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
    services,
)
from tests.office import WORKBOOK
from tests.workbench.reports.shown_results import shown_results

if TYPE_CHECKING:
    from tests.office import Office

NUMBERS = [3, 8, 11, *range(17, 17 + 57 * 13, 13), 9999]
EXEMPT = (11, 43)
ALL_NOT_APPLICABLE = (8, 30, 9999)
TYPES = ("시설형", "사무형", "시설형;야간")
PLACES_AT_STAGE = {"indicator": "2", "section": "1", "total": "2"}


def large(stage: str) -> Tables:
    particulars = {
        f"n{number}": {
            "type": TYPES[at % 3],
            "status": "exempt" if number in EXEMPT else "",
            "reason": "운영 1년 미만" if number in EXEMPT else "",
        }
        for at, number in enumerate(NUMBERS)
    }
    return {
        "round": rules(
            cut="60.50",
            rounding_stage=stage,
            score_places=PLACES_AT_STAGE[stage],
            aggregation="mean",
        ),
        "sections": sections("37.5", "47.5", "15"),
        "indicators": indicators(
            """
            C1 ¦ common ¦ points ¦ 7.5 ¦ 0.1
            C2 ¦ common ¦ rating ¦ 12.5 ¦ 1 ¦ median
            C3 ¦ common ¦ grade ¦ 7.5 ¦ ¦ trimmed_mean
            C4 ¦ common ¦ measure ¦ 10 ¦ ¦ single
            I1 ¦ individual ¦ points ¦ 22.5 ¦ 0.25 ¦ mean ¦ type:시설형
            I1 ¦ individual ¦ measure ¦ 22.5 ¦ ¦ ¦ type:사무형
            I1 ¦ individual ¦ rating ¦ 22.5 ¦ 0.5 ¦ median ¦ type:시설형;야간
            I2 ¦ individual ¦ measure ¦ 10 ¦ ¦ single
            I3 ¦ individual ¦ points ¦ 15 ¦ 0.05 ¦ ¦ all ¦ yes
            S1 ¦ satisfaction ¦ survey ¦ 7.5 ¦ ¦ single
            S2 ¦ satisfaction ¦ points ¦ 7.5 ¦ 0.01
            """
        ),
        "services": services(NUMBERS, **particulars),
        "evaluators": lines(
            "evaluators",
            "E1 ¦ 김가상\nE2 ¦ 이예시\nE3 ¦ 박연습\nQ1 ¦ 최견본 ¦ ¦ quantitative_secretary",
        ),
        "assignments": lines(
            "assignments",
            """
            E1 ¦ all ¦ all
            E2 ¦ 3;50-90 ¦ all ¦ 제척 ¦ 자문 이력
            E2 ¦ all ¦ all
            E3 ¦ 1-9999 ¦ common;individual;S2
            E3 ¦ 17 ¦ I3 ¦ 회피 ¦ 친족
            E3 ¦ all ¦ S1
            Q1 ¦ all ¦ common
            Q1 ¦ all ¦ C4;I2
            """,
        ),
        "levels": lines(
            "levels", "C3 ¦ 탁월 ¦ 100\nC3 ¦ 우수 ¦ 87.5\nC3 ¦ 보통 ¦ 62.55\nC3 ¦ 부진 ¦ 0"
        ),
        "measures": lines(
            "measures",
            """
            C4 ¦ steps ¦ steps=95:100|90:87.5|80.5:70|0:33.3 ¦ %
            I2 ¦ completion ¦ ¦ 건
            S1 ¦ survey_proportional ¦ max=5 ¦ 점
            """,
        ),
    }


def typed_for(tables: Tables) -> Typed:
    """Drawn marks; for a few services everybody says of I3 that it does not apply."""
    typed = drawn(tables, 61, level=68)
    return {
        who: [
            (number, code, "not_applicable", "yes")
            if code == "I3" and number in ALL_NOT_APPLICABLE
            else (number, code, name, value)
            for number, code, name, value in rows
        ]
        for who, rows in typed.items()
    }


@pytest.fixture(scope="module", params=PLACES_AT_STAGE)
def played(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Round, Typed]:
    tables = large(request.param)
    made = new_round(tmp_path_factory.mktemp(request.param), tables)
    typed = typed_for(tables)
    made.enter(typed)
    made.merge()
    done("export", made.path, "-o", made.folder / f"{request.param}.xlsx")
    return made, typed


def test_totals_are_those_of_an_independent_count(played: tuple[Round, Typed]) -> None:
    made, typed = played
    wanted = oracle.results(made.tables, typed)
    assert wanted["counted"] == 61 - len(EXEMPT)
    assert 0 < wanted["below"]["count"] < wanted["counted"]
    assert made.results() == wanted


def test_the_sentences_name_the_cut_without_trailing_zeros(played: tuple[Round, Typed]) -> None:
    made, typed = played
    answer = scorebench("results", made.path, as_text=True)
    wanted = oracle.sentences(made.tables, oracle.results(made.tables, typed))
    assert tuple(answer.out.splitlines()[:2]) == wanted
    assert "재계약배제(60.5점 미만)" in wanted[1]


def test_services_stand_by_number_and_exempt_ones_apart(played: tuple[Round, Typed]) -> None:
    rows = played[0].results()["services"]
    assert [row["number"] for row in rows] == NUMBERS
    exempt = [row for row in rows if row["verdict"] == "exempt"]
    assert [row["number"] for row in exempt] == list(EXEMPT)
    assert all(row["sections"] is row["total"] is row["rank"] is None for row in exempt)


def test_every_file_passes_the_check(played: tuple[Round, Typed]) -> None:
    made, _ = played
    assert done("check", made.path, *made.books.values())["ok"]


def test_the_workbook_carries_every_total(played: tuple[Round, Typed]) -> None:
    made, typed = played
    (report,) = made.folder.glob("*.xlsx")
    assert "재계약배제(60.5점 미만)" in openpyxl.load_workbook(report).sheetnames
    assert shown_results(report) == oracle.results(made.tables, typed)


def test_the_workbook_proves_itself_in_a_spreadsheet_program(
    played: tuple[Round, Typed], office: Office
) -> None:
    (again,) = office(list(played[0].folder.glob("*.xlsx")), WORKBOOK)
    rows = openpyxl.load_workbook(again, data_only=True)["검증"].values
    verdicts = [str(value) for row in rows for value in row]
    assert verdicts.count("일치") > 61 * 4
    assert "불일치" not in verdicts
    assert shown_results(again) == played[0].results()
