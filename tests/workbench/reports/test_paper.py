"""What stands above and below every printed page, where pages end, what can be filtered."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from workbench.ledger.versions import as_version
from workbench.reports.cells import Held
from workbench.reports.edition import Audience, Edition
from workbench.reports.issued_sheets import Issued
from workbench.reports.safe_text import display_width
from workbench.reports.summary_sheet import summary
from workbench.reports.workbook import sheets_of
from workbench.results.outcome import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from openpyxl import Workbook

    from workbench.reports.cells import Row
    from workbench.results.outcome import Outcome, SealState

    Write = Callable[..., Path]

ROUND = "2024년 제1차 민간위탁 종합성과평가"
FILTERED = ("종합점수표", "견고성", "지표별 점수", "평가위원별 원점수", "검증")


@pytest.fixture(scope="module")
def book(sample: Outcome, write: Write, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return load_workbook(write(sample, tmp_path_factory.mktemp("paper") / "a.xlsx", draft=True))


def header_and_footer(sheet: Any) -> dict[str, str]:
    parts = {
        "round": sheet.oddHeader.left,
        "sheet": sheet.oddHeader.right,
        "marks": sheet.oddFooter.left,
        "page": sheet.oddFooter.center,
        "date": sheet.oddFooter.right,
    }
    return {name: part.text or "" for name, part in parts.items()}


def test_every_page_names_round_sheet_marks_date_and_receipts(book: Workbook) -> None:
    for sheet in book.worksheets:
        found = header_and_footer(sheet)
        assert found["round"] == ROUND
        assert found["sheet"] == "&A"
        assert found["page"] == "&P / &N"
        assert "잠정" in found["marks"]
        assert "연습(가상 점수)" in found["marks"]
        assert found["date"] == "2024. 7. 1. · 접수코드 7K4F-2Q9M-XD3T, 7K4F-2Q9M-XD3T 외 1"


def test_a_public_page_names_neither_receipts_nor_version(
    write: Write, sample: Outcome, tmp_path: Path
) -> None:
    path = write(
        sample,
        tmp_path / "a.xlsx",
        audience=Audience.PUBLIC,
        issued=Issued((replace(as_version(sample), number=2),), ()),
    )
    for sheet in load_workbook(path).worksheets:
        found = header_and_footer(sheet)
        assert found["date"] == "2024. 7. 1."
        assert "결과" not in found["marks"]


def test_a_final_page_names_its_version_and_that_it_is_final(
    write: Write, sample: Outcome, tmp_path: Path
) -> None:
    issued = Issued((replace(as_version(sample), number=2),), ())
    given: list[dict[str, bool]] = [{"is_final": True}, {}, {"is_final": True, "draft": True}]
    said = [
        header_and_footer(
            load_workbook(write(sample, tmp_path / "a.xlsx", issued=issued, **one))["요약"]
        )["marks"]
        for one in given
    ]
    assert ["결과 제2판" in one for one in said] == [True] * 3
    assert ["확정" in one for one in said] == [True, False, False]
    assert ["잠정" in one for one in said] == [False, False, True]


def test_a_long_title_with_ampersands_fits_a_header(
    write: Write, sample: Outcome, seals: tuple[SealState, ...], tmp_path: Path
) -> None:
    title = "R&D & 위탁 2024년 제1차 & " * 40
    rules = replace(sample.definition.rules, title=title)
    outcome = replace(sample, definition=replace(sample.definition, rules=rules))
    version = Issued((replace(as_version(outcome), number=1234),), ())
    path = write(outcome, tmp_path / "a.xlsx", seals=seals * 9, draft=True, issued=version)
    for sheet in load_workbook(path).worksheets:
        assert header_and_footer(sheet)["round"].startswith("R&&D && 위탁")
        for item in (sheet.oddHeader, sheet.oddFooter):
            assert len(str(item)) <= 255


def test_every_sheet_prints_all_that_it_shows_and_repeats_its_head(book: Workbook) -> None:
    for sheet in book.worksheets:
        area = sheet.print_area.partition("!")[2].replace("$", "")
        first_column, first_row, last_column, last_row = range_boundaries(area)
        assert (first_column, first_row) == (1, 1)
        assert last_row - sheet.max_row in (0, 1)  # the library does not count an empty last row
        hidden = [letter for letter, one in sheet.column_dimensions.items() if one.hidden]
        assert last_column == len(sheet.column_dimensions) - len(hidden)
        if sheet.title not in ("요약", "도표", "사무별 주요성과 및 과제", "평가위원 분석"):
            assert sheet.print_title_rows


@pytest.mark.parametrize("audience", list(Audience))
def test_no_line_of_text_runs_over_the_edge_of_the_paper(
    sample: Outcome,
    seals: tuple[SealState, ...],
    made_at: datetime,
    hostile_round: Callable[..., Outcome],
    hostile: list[str],
    audience: Audience,
) -> None:
    version = "" if audience is Audience.PUBLIC else "결과 제12판 이후"
    edition = Edition(audience, draft=True, rehearsal=True, made_at=made_at, version=version)
    few = hostile_round([one[:40] for one in hostile])
    given = ((sample, seals), (few, seals))
    for outcome, sealed in given:
        for sheet in sheets_of(outcome, summary(outcome, sealed, edition), edition):
            widths = sheet.widths[: len(sheet.widths) - sheet.hidden]
            over = [
                (sheet.name, number, cell.content[:60])
                for number, row in enumerate(sheet.rows(), start=1)
                for at, cell in enumerate(row.cells[: len(widths)])
                if cell is not None and cell.held is Held.TEXT and not cell.look.wrap
                if display_width(cell.content) * cell.look.size > 10 * room(row, at, widths)
            ]
            assert over == []


def room(row: Row, at: int, widths: tuple[int, ...]) -> int:
    """How wide a text in column ``at`` may be until it meets another one or the edge."""
    taken = (
        index
        for index, cell in enumerate(row.cells[: len(widths)])
        if index > at and cell is not None and cell.content
    )
    return sum(widths[at : next(taken, len(widths))])


def test_long_tables_can_be_filtered_from_head_to_last_row(book: Workbook, sample: Outcome) -> None:
    for name in FILTERED:
        sheet = book[name]
        _, head, last_column, last_row = range_boundaries(sheet.auto_filter.ref)
        assert sheet.cell(head, 1).value or sheet.cell(head - 1, 1).value == "번호"
        assert sheet.cell(head, last_column).value
        assert sheet.cell(last_row, 1).value
    # the foot with the average stays where it is
    assert range_boundaries(book["종합점수표"].auto_filter.ref)[3] == 4 + len(sample.services)
    assert range_boundaries(book["검증"].auto_filter.ref)[3] == book["검증"].max_row


def test_totals_are_coloured_by_a_rule_on_the_cut(
    write: Write, sample: Outcome, tmp_path: Path
) -> None:
    rules = replace(sample.definition.rules, cut=Decimal("75.50"))
    outcome = replace(sample, definition=replace(sample.definition, rules=rules))
    made = load_workbook(write(outcome, tmp_path / "a.xlsx"))
    for name, cells in (("종합점수표", "I5:I33"), ("재계약배제(75.5점 미만)", "I5:I10")):
        (where,) = made[name].conditional_formatting
        (rule,) = where.rules
        assert str(where.sqref) == cells
        assert (rule.type, rule.operator, rule.formula) == ("cellIs", "lessThan", ["75.5"])
        assert rule.dxf.font.color.rgb == "FFB3212B"


def test_a_round_without_services_is_printed_too(
    write: Write, random_round: Callable[[int], Outcome], tmp_path: Path
) -> None:
    outcome = next(map(random_round, count()))
    nothing = replace(
        outcome, services=(), counted=0, average=None, share=None, below=(), findings=(), strays=()
    )
    made = load_workbook(write(nothing, tmp_path / "a.xlsx", draft=True))
    assert all(sheet.print_area for sheet in made.worksheets)
    assert Verdict.BELOW not in {row.verdict for row in nothing.services}
