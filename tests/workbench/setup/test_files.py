"""An import is looked at before it is taken: every row that would be refused, and why."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import openpyxl
import pytest

from workbench.definition.reading import read_definition
from workbench.errors import InputError
from workbench.sample.material import sample_definition
from workbench.sentences import sentence_of
from workbench.setup.files import export_sheets, preview_import
from workbench.setup.reading import problems_of, read_sheets
from workbench.setup.sheets import SheetRow, Sheets, columns_of, sheets_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def present() -> Sheets:
    return sheets_of(read_definition(sample_definition()))


def roster(folder: Path, present: Sheets, *changed: tuple[int, str, str]) -> Path:
    """The services of ``present`` as a .csv file with some cells (row, column) changed."""
    columns = columns_of("services")
    rows = [[row.text(column) for column in columns] for row in present.of("services")]
    for number, column, text in changed:
        rows[number - 2][columns.index(column)] = text
    path = folder / "명단.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([columns, *rows])
    return path


FAULTS = (
    (3, "number", "1"),  # service 1 again, on row 3
    (5, "name", ""),
    (8, "term_end", "2026년 말"),
    (11, "status", "제외"),
    (14, "number", "열셋"),
)


def test_a_roster_with_five_faulty_rows_names_each_and_is_taken_once_mended(
    tmp_path: Path, present: Sheets
) -> None:
    before = read_sheets(present)
    preview = preview_import(roster(tmp_path, present, *FAULTS), present, "services")
    found = {
        (row.place.row, row.place.column): row.key
        for row in preview.problems
        if row.place and row.place.sheet == "services"
    }
    assert found == {
        (3, "number"): "definition_service_twice",
        (5, "name"): "definition_text_missing",
        (8, "term_end"): "definition_date_unfit",
        (11, "status"): "definition_choice_unknown",
        (14, "number"): "definition_whole_unfit",
    }
    assert all(sentence_of(row, "ko") for row in preview.problems)
    assert len(preview.sheets.of("services")) == 29  # looked at whole, the faulty rows too
    rows = list(preview.sheets.of("services"))
    for number, column, _ in FAULTS:
        typed = present.of("services")[number - 2].text(column)
        row = rows[number - 2]
        rows[number - 2] = SheetRow(row.uid, {**row.texts, column: typed})
    taken = preview.sheets.replaced("services", tuple(rows))
    assert problems_of(taken) == ()
    assert read_sheets(taken) == before


def test_rows_keep_who_they_are_by_number_and_code(tmp_path: Path, present: Sheets) -> None:
    path = roster(tmp_path, present, (2, "name", "새 이름"))
    preview = preview_import(path, present, "services")
    assert preview.problems == ()
    (change,) = preview.changes
    assert (change.sheet, change.added, change.changed, change.removed, change.same) == (
        "services",
        0,
        1,
        0,
        28,
    )
    assert [sentence_of(row, "ko") for row in change.named] == ["사무 1 새 이름: 바뀝니다."]
    before, after = read_sheets(present), read_sheets(preview.sheets)
    assert [row.uid for row in after.services] == [row.uid for row in before.services]
    assert after.services[0].name == "새 이름"


def test_a_row_that_comes_and_one_that_goes_are_named(tmp_path: Path, present: Sheets) -> None:
    path = roster(tmp_path, present, (30, "number", "77"))
    (change,) = preview_import(path, present, "services").changes
    assert (change.added, change.removed, change.same) == (1, 1, 28)


def test_a_file_is_the_sheet_it_is_named_after(tmp_path: Path, present: Sheets) -> None:
    path = roster(tmp_path, present)
    with pytest.raises(InputError, match="setup_import_nothing"):
        preview_import(path, present)
    preview = preview_import(path.rename(tmp_path / "services.csv"), present)
    assert [row.sheet for row in preview.changes] == ["services"]
    assert preview.sheets == present


def test_a_folder_brings_whichever_sheets_it_holds(tmp_path: Path, present: Sheets) -> None:
    roster(tmp_path, present).rename(tmp_path / "services.csv")
    (tmp_path / "sections.csv").write_text(
        "code,name,max_points\ncommon,공통,39\nindividual,개별,46\nsatisfaction,만족,15\n",
        encoding="utf-8",
    )
    preview = preview_import(tmp_path, present)
    assert {row.sheet: row.changed for row in preview.changes} == {"sections": 3, "services": 0}
    assert preview.problems == ()


def test_a_sheet_with_merged_cells_is_named_and_leaves_the_present_one(
    tmp_path: Path, present: Sheets
) -> None:
    path = tmp_path / "표.xlsx"
    export_sheets(present, path)
    book = openpyxl.load_workbook(path)
    book["services"].merge_cells("D2:D4")
    book.save(path)
    preview = preview_import(path, present)
    (problem,) = preview.problems
    assert problem.place is not None
    assert (problem.key, problem.place.sheet) == ("table_merged", "services")
    assert "D2:D4" in sentence_of(problem, "ko")
    assert preview.sheets == present


def test_two_sheets_with_the_table_asked_for_are_refused(tmp_path: Path, present: Sheets) -> None:
    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet("예전")):
        sheet.append(columns_of("evaluators"))
        sheet.append(("E1", "김새롬", "가상대", ""))
    path = tmp_path / "위원.xlsx"
    book.save(path)
    with pytest.raises(InputError, match="table_on_sheets") as refusal:
        preview_import(path, present, "evaluators")
    assert "(Sheet, 예전)" in sentence_of(refusal.value, "ko")
    book["예전"].sheet_state = "hidden"
    book.save(path)
    assert len(preview_import(path, present, "evaluators").sheets.of("evaluators")) == 1


def test_a_workbook_with_one_sheet_of_any_name_is_the_one_asked_for(
    tmp_path: Path, present: Sheets
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    for row in (columns_of("evaluators"), ("E1", "김새롬", "가상대", ""), ("e2", "이한결", "", "")):
        sheet.append(row)
    book.save(tmp_path / "위원.xlsx")
    preview = preview_import(tmp_path / "위원.xlsx", present, "evaluators")
    people = preview.sheets.of("evaluators")
    assert [row.uid for row in people] == [row.uid for row in present.of("evaluators")[:2]]
    assert {row.key for row in preview.problems} == {"definition_evaluator_unknown"}


def test_a_column_that_a_file_lacks_keeps_what_stands_in_it(
    tmp_path: Path, present: Sheets
) -> None:
    path = tmp_path / "services.csv"
    path.write_text("number,name\n1,새 이름\n99,새 사무\n", encoding="utf-8")
    preview = preview_import(path, present)
    first, second = preview.sheets.of("services")
    assert first.text("department") == present.of("services")[0].text("department") != ""
    assert second.text("department") == ""
    missing = [row for row in preview.problems if row.key == "definition_column_missing"]
    assert len(missing) == 6


def test_empty_rows_of_a_file_do_not_move_the_places_of_problems(
    tmp_path: Path, present: Sheets
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "evaluators"
    sheet.append(columns_of("evaluators"))
    sheet["A5"], sheet["B5"] = "E1", "=1/0"
    book.save(tmp_path / "위원.xlsx")
    preview = preview_import(tmp_path / "위원.xlsx", present)
    problem = next(row for row in preview.problems if row.place and row.place.column == "name")
    assert (problem.key, problem.place.row) == ("definition_formula_unsaved", 2)
    assert len(preview.sheets.of("evaluators")) == 1


def test_a_file_in_another_coding_leaves_its_sheet_as_it_is(
    tmp_path: Path, present: Sheets
) -> None:
    path = tmp_path / "services.csv"
    path.write_bytes("number,name\n1,사무\n".encode("cp949"))
    preview = preview_import(path, present)
    assert preview.sheets == present
    assert [row.key for row in preview.problems] == ["definition_cp949"]


@pytest.mark.parametrize("name", ["없음.xlsx", "없음.csv"])
def test_a_file_that_is_not_there_is_said(name: str, tmp_path: Path, present: Sheets) -> None:
    with pytest.raises(InputError, match="definition_absent"):
        preview_import(tmp_path / name, present, "services")


def test_indicators_that_share_a_code_are_known_by_their_services(
    tmp_path: Path, present: Sheets
) -> None:
    rows = present.of("indicators")
    columns = columns_of("indicators")
    path = tmp_path / "indicators.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([row.text(column) for column in columns] for row in reversed(rows))
    preview = preview_import(path, present)
    assert [row.uid for row in preview.sheets.of("indicators")] == [
        row.uid for row in reversed(rows)
    ]


def test_indicators_keep_who_they_are_while_a_service_of_theirs_cannot_be_read(
    tmp_path: Path, present: Sheets
) -> None:
    services = list(present.of("services"))
    for at, row in enumerate(services):
        services[at] = SheetRow(row.uid, {**row.texts, "number": f"x{row.text('number')}"})
    export_sheets(present.replaced("services", tuple(services)), tmp_path / "tables")
    preview = preview_import(tmp_path / "tables", present)
    assert [row.uid for row in preview.sheets.of("indicators")] == [
        row.uid for row in present.of("indicators")
    ]
