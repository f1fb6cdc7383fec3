"""The sheets of a workbook, and nothing of whatever is no workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from workbench.surveys.sheet_titles import sheet_titles

if TYPE_CHECKING:
    from pathlib import Path


def test_sheets_are_named_in_their_order(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "표지"
    book.create_sheet("원자료")
    book.save(tmp_path / "a.xlsx")
    assert sheet_titles(tmp_path / "a.xlsx") == ("표지", "원자료")


def test_what_is_no_workbook_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("가,나\n1,2\n", encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 broken")
    assert sheet_titles(tmp_path / "a.csv") == ()
    assert sheet_titles(tmp_path / "a.xlsx") == ()
    assert sheet_titles(tmp_path / "absent.xlsx") == ()
    assert sheet_titles(tmp_path) == ()
