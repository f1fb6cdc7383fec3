"""Sheets as typed: problems by row, rows that keep who they are, and the running sum to 100."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workbench.errors import DefinitionUnfit
from workbench.setup.reading import drafted, problems_of, read_sheets, service_sums
from workbench.setup.sheets import SheetRow, Sheets, sheets_of
from workbench.setup.templates import empty_sheets, sample_sheets


def put(sheets: Sheets, sheet: str, row: int, **texts: str) -> Sheets:
    """Change cells of one row, counted as a spreadsheet does."""
    rows = list(sheets.of(sheet))
    rows[row - 2] = SheetRow(rows[row - 2].uid, {**rows[row - 2].texts, **texts})
    return sheets.replaced(sheet, tuple(rows))


def test_problems_stand_at_the_rows_a_spreadsheet_shows() -> None:
    sheets = put(put(sample_sheets(), "services", 4, term_end="내년"), "indicators", 2, scale="별")
    with pytest.raises(DefinitionUnfit) as caught:
        read_sheets(sheets)
    places = [(row.place.sheet, row.place.row, row.place.column) for row in caught.value.problems]
    assert places == [("indicators", 2, "scale"), ("services", 4, "term_end")]
    assert problems_of(sheets) != ()
    assert problems_of(sample_sheets()) == ()


def test_a_row_keeps_who_it_is_when_its_number_and_name_are_changed() -> None:
    sheets = sheets_of(read_sheets(empty_sheets()))
    before = read_sheets(sheets)
    changed = put(
        put(sheets, "services", 2, number="7", name="다른 이름"), "assignments", 2, services="7"
    )
    after = read_sheets(changed)
    assert after.services[0].uid == before.services[0].uid
    assert (after.services[0].number, after.services[0].name) == (7, "다른 이름")


def test_a_copied_row_is_somebody_new() -> None:
    sheets = sheets_of(read_sheets(empty_sheets()))
    (row,) = sheets.of("evaluators")
    copy = SheetRow(row.uid, {**row.texts, "code": "E2", "name": "평가위원 2"})
    first, second = read_sheets(sheets.replaced("evaluators", (row, copy))).evaluators
    assert first.uid == row.uid != second.uid


def test_the_running_sum_says_which_services_do_not_reach_100() -> None:
    sums = service_sums(drafted(sample_sheets()))
    assert len(sums) == 29
    assert all(row.is_whole and row.total == 100 for row in sums)
    short = service_sums(drafted(put(sample_sheets(), "indicators", 2, max_points="1")))
    assert not any(row.is_whole for row in short)
    assert short[0].total < 100 == short[0].wanted


def test_the_running_sum_counts_what_can_be_read() -> None:
    sheets = put(empty_sheets(), "indicators", 3, max_points="많이")
    (row,) = service_sums(drafted(sheets))
    assert row.sections == {
        "common": Decimal(40),
        "individual": Decimal(0),
        "satisfaction": Decimal(15),
    }
    assert (row.number, row.name, row.is_whole) == (1, "사무 1", False)
    assert service_sums(drafted(Sheets({}))) == ()
