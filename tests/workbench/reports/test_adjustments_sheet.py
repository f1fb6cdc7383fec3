"""가감점 in the workbook: on a line of its own, and recomputed by 검증 in a spreadsheet."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from models.journal import Revision
from tests.workbench.reports.conftest import heads_of, uid
from workbench.definition.reading import read_definition
from workbench.results.adjusting import Adjusted
from workbench.results.scoring import compute
from workbench.sample.marks import sample_tables
from workbench.sample.material import sample_definition

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.results.outcome import Outcome

LEAD = uid("lead")
POINTS = {3: ("+2", "+2.5"), 7: ("-0.4",), 11: ("+50",), 12: ("-99",)}
REASON = "=1+1 수상 실적"


def with_adjustments(cap: str | None) -> Outcome:
    """The result of the sample with points given to four services."""
    definition = read_definition(sample_definition())
    limit = None if cap is None else Decimal(cap)
    definition = replace(definition, rules=replace(definition.rules, adjustment_cap=limit))
    typed = [(who, *row) for who, rows in sample_tables(definition).items() for row in rows]
    heads = heads_of(definition, typed)
    for service in definition.services:
        for at, text in enumerate(POINTS.get(service.number, ())):
            cell = (LEAD, service.uid, uid(f"a{service.number}.{at}"), "adjustment")
            value = Adjusted(Decimal(text), REASON, "").stored()
            row = Revision(b"a" * 32, *cell, value, LEAD, LEAD, 1, uid("version"), at, b"")
            heads[cell] = [row]
    return compute(definition, heads)


def test_every_row_of_the_proof_agrees_with_and_without_a_cap(
    write: Callable[..., Path], recalculate: Callable, tmp_path: Path
) -> None:
    files = [write(with_adjustments(cap), tmp_path / f"{cap}.xlsx") for cap in (None, "3")]
    for file in recalculate(files):
        book = load_workbook(file, data_only=True)
        said = [row[8].value for row in book["검증"].iter_rows()]
        assert said.count("일치") > 600
        assert "불일치" not in said
        blocks = [row[0].value for row in book["검증"].iter_rows()]
        assert blocks.count("가감점") == 1 + len(POINTS)


def test_an_adjustment_changed_afterwards_shows(
    write: Callable[..., Path], recalculate: Callable, tmp_path: Path
) -> None:
    target = write(with_adjustments(None), tmp_path / "a.xlsx")
    book = load_workbook(target)
    sheet = book["가감점"]
    row = next(row for row in sheet.iter_rows(min_row=5) if row[0].value == 7)
    assert row[2].value == -0.4
    row[2].value = -5.4
    book.save(target)
    (file,) = recalculate([target])
    found = load_workbook(file, data_only=True)["검증"]
    wrong = {(row[0].value, row[1].value) for row in found.iter_rows() if row[8].value == "불일치"}
    assert {("가감점", 7), ("총점", 7)} <= wrong
    assert {number for kind, number in wrong if kind in ("가감점", "총점")} == {7}


def test_each_adjustment_has_a_line_with_its_reason_as_text(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    book = load_workbook(write(with_adjustments("3"), tmp_path / "a.xlsx"))
    rows = list(book["가감점"].iter_rows(min_row=5))
    assert [(row[0].value, row[2].value) for row in rows] == [
        (number, float(text)) for number, texts in POINTS.items() for text in texts
    ]
    assert all(row[3].value == REASON and row[3].data_type == "s" for row in rows)
    assert [row[6].value for row in rows[:3]] == ["반영(한도 ±3점)"] * 2 + ["반영"]
    totals = {row[0].value: row[7].value for row in book["종합점수표"].iter_rows(min_row=5)}
    assert (totals[3], totals[7], totals[1]) == (3, -0.4, "–")


def test_a_round_without_adjustments_has_no_such_sheet(
    sample: Outcome, write: Callable[..., Path], tmp_path: Path
) -> None:
    assert "가감점" not in load_workbook(write(sample, tmp_path / "a.xlsx")).sheetnames
