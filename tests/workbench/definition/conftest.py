"""A small fit definition as tables, and the two ways of writing it."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Protocol

import openpyxl
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Tables = dict[str, list[list[str]]]

SHEETS = {
    "round": """
        key¦value
        title¦2026년 제1차 민간위탁 종합성과평가
        year¦2026
        sequence¦1
        legal_basis¦조례 제18조
        period¦'26년 4월 ~ 6월
        institute¦(재)가나다연구원, 평가본부
        pool¦47
        cut¦75
        score_places¦2
        rounding_stage¦indicator
        aggregation¦single
        rehearsal¦yes
        deadline¦2026-06-30
    """,
    "sections": """
        code¦name¦max_points
        common¦공통분야¦39.5
        individual¦개별분야¦45.5
        satisfaction¦사용자 만족도¦15
    """,
    "indicators": """
        code¦section¦group¦name¦kind¦scale¦max_points¦step¦applies_to¦aggregation¦guidance¦allow_not_applicable
        C1¦common¦사업인프라¦계획, 목표(도전성)¦qualitative¦points¦32¦0.5¦all¦¦살펴볼 것¦no
        C2¦common¦사업활동¦소통¦qualitative¦rating¦7.5¦1¦all¦mean¦¦yes
        I1¦individual¦사업성과¦입주율¦quantitative¦measure¦20.5¦¦service:1¦¦¦
        I1¦individual¦사업성과¦관람객 수¦quantitative¦measure¦20.5¦¦type:시설형;운영¦¦¦
        I2¦individual¦사업성과¦우수성¦qualitative¦grade¦25¦¦all¦¦¦
        S1¦satisfaction¦¦만족도¦survey¦survey¦15¦¦all¦¦¦
    """,
    "services": """
        number¦name¦type¦department¦operators¦term_end¦status¦reason
        1¦창업센터 운영¦사무형¦경제과¦(주)가나, 다라;마바재단¦2026-12-31¦¦
        2¦임대주택(마포, 목동) 관리운영¦시설형;운영¦주택과¦사아협회¦¦¦
        12¦함공원 관리운영¦시설형;운영¦공원과¦자차¦2027-03-31¦included¦
        9¦별도 평가 사무¦¦총무과¦¦¦exempt¦다른 법에 따른 평가
    """,
    "evaluators": """
        code¦name¦affiliation¦role
        E1¦김하나¦가대학교¦evaluator
        E2¦이두리¦나연구원¦lead_secretary
        E3¦박세찬¦¦quantitative_secretary
    """,
    "assignments": """
        evaluator¦services¦sections¦status¦reason
        E1¦all¦common¦¦
        E2¦1;2;5-12¦individual¦¦
        E3¦all¦satisfaction¦¦
        E3¦1-20¦I1¦assigned¦수치 확인
        E2¦12¦individual¦회피¦자문 이력
        E1¦12¦I2¦¦대신 채점
    """,
    "levels": """
        indicator¦label¦percent¦description
        I2¦우수¦100¦목표를 크게 넘음
        I2¦보통¦80¦
        I2¦미흡¦60.5¦
        C1¦매우 도전적¦100¦근거가 뚜렷함
    """,
    "measures": """
        indicator¦formula¦parameters¦unit
        I1¦steps¦steps=90:100|80:90.50¦%
        S1¦survey_linear¦min=1;max=5¦점
    """,
}


def _rows(text: str) -> list[list[str]]:
    return [line.strip().split("¦") for line in text.strip().splitlines()]


@pytest.fixture
def tables() -> Tables:
    return {sheet: _rows(text) for sheet, text in SHEETS.items()}


class Write(Protocol):
    def __call__(self, tables: Tables) -> Path: ...


@pytest.fixture
def write_csv(tmp_path: Path) -> Write:
    def write(tables: Tables) -> Path:
        folder = tmp_path / "정의 (최종)#1"
        folder.mkdir(exist_ok=True)
        for sheet, rows in tables.items():
            with (folder / f"{sheet}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(rows)
        return folder

    return write


@pytest.fixture
def write_xlsx(tmp_path: Path) -> Write:
    def write(tables: Tables) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for sheet, rows in tables.items():
            made = book.create_sheet(sheet)
            for number, row in enumerate(rows, start=1):
                for position, text in enumerate(row, start=1):
                    cell = made.cell(number, position, _typed(text))
                    if isinstance(text, str) and text.startswith("="):
                        cell.data_type = "s"
        path = tmp_path / "정의 (최종)#1.xlsx"
        book.save(path)
        return path

    return write


def _typed(text: str) -> object:
    """Numbers as a person would type them: into cells that hold numbers."""
    if re.fullmatch(r"(0|[1-9]\d{0,8})", text):
        return int(text)
    return float(text) if re.fullmatch(r"(0|[1-9]\d{0,8})\.\d{1,6}", text) else text or None


@pytest.fixture(params=["csv", "xlsx"])
def write(request: pytest.FixtureRequest, write_csv: Write, write_xlsx: Write) -> Write:
    return {"csv": write_csv, "xlsx": write_xlsx}[request.param]


@pytest.fixture
def put(tables: Tables) -> Callable[[str, int, str, str], None]:
    def put(sheet: str, row: int, column: str, text: str) -> None:
        tables[sheet][row - 1][tables[sheet][0].index(column)] = text

    return put
