"""What a child can be asked for: these tasks, in plain values of JSON, and nothing else."""

from __future__ import annotations

import io
import json

import pytest
from openpyxl import Workbook

from workbench.outside.child import answer, task_named
from workbench.outside.frames import Request
from workbench.tables.terms import TASK

WANTED = {
    "titles": ["점수"],
    "or_first": False,
    "last_row": 100,
    "most_rows": 10,
    "most_columns": 5,
    "with_merged": True,
    "with_tops": True,
}


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "점수"
    sheet.append(["번호", "점수"])
    sheet.append([1, "=1+1"])
    sheet.merge_cells("A2:A3")
    book.create_sheet("다른 표").append(["x"])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def said(task: str, content: bytes, wanted: dict[str, object]) -> dict[str, object]:
    found = json.loads(answer(Request(task, wanted, content)))
    assert isinstance(found, dict)
    return found


def test_a_workbook_is_answered_in_texts_and_marks_of_what_is_wanted() -> None:
    found = said(TASK, workbook(), WANTED)
    assert found == {
        "answer": {
            "titles": ["점수", "다른 표"],
            "sheets": [
                {
                    "at": 0,
                    "rows": [[1, ["번호", "점수"]], [2, ["1", ["=", "=1+1"]]]],
                    "stopped": None,
                    "merged": [[2, 1, 3, 1]],
                }
            ],
            "tops": [{"at": 1, "rows": [[1, ["x"]]], "stopped": None, "merged": []}],
        }
    }


def test_what_is_no_workbook_is_refused_by_its_task() -> None:
    found = said(TASK, b"no workbook at all", WANTED)
    assert found == {"refused": "definition_not_book", "values": {}}


def test_a_task_of_another_name_is_a_fault_and_no_answer() -> None:
    with pytest.raises(LookupError):
        task_named("os.system")
    found = said("os.system", b"", {})
    assert found.keys() == {"fault"}
    assert "LookupError: os.system" in str(found["fault"])
