"""계산 근거 names the columns about persons that an import let in, and what words became."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

from tests.journeys.command_line import scorebench
from tests.workbench.rounds.small_round import made, merged, sealed, typed
from tests.workbench.surveys.raw_survey import as_xlsx
from workbench.scoring.book import open_book
from workbench.surveys.previewing import preview_table
from workbench.surveys.remembering import mapping_for
from workbench.surveys.table_reading import read_survey
from workbench.surveys.taking import take_survey

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    ["사무번호", "연락처", "과정-1", "결과-1"],
    [1, "있음", "만족", "보통"],
    [2, "없음", "매우 만족", "만족"],
]


def test_overrides_and_words_are_printed_beside_the_figures(tmp_path: Path) -> None:
    bench = made(tmp_path / "회차")
    raw = as_xlsx(tmp_path / "원자료.xlsx", ROWS)
    with open_book(bench.books["E1"]) as book:
        table = read_survey(raw, book.definition.services, allowed=["연락처"])
        take_survey(book, preview_table(book, table, mapping_for(table)))
    typed(bench.books["E1"], (5, "S1", "survey_mean", "4"), (5, "S1", "survey_n", "40"))
    sealed(bench.books["E1"])
    merged(bench.round, bench.books["E1"])
    report = tmp_path / "결과.xlsx"
    assert scorebench("export", bench.round, "-o", report, "--draft").code == 0
    sheet = load_workbook(report)["계산 근거"]
    found = {
        row[0].value: row
        for row in sheet.iter_rows()
        if row[2].value == "S1" and row[4].value.startswith("E1")
    }
    texts = {
        number: "\n".join(str(cell.value) for cell in row if cell.value)
        for number, row in found.items()
    }
    for number in (1, 2):
        assert "허용하여 읽은 열: 연락처" in texts[number]
        assert "낱말 응답 보통=3, 만족=4, 매우 만족=5" in texts[number]
    assert "허용하여" not in texts[5]
    assert "낱말 응답" not in texts[5]
