"""From a printed number to who gave it: its rows, and the revision that each of them names."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from tests.workbench.reports.agreeing import LEAD
from tests.workbench.reports.conftest import (
    SECTIONS,
    Dice,
    definition_for_tests,
    heads_of,
    indicator_for_tests,
    rules_for_tests,
    uid,
)
from workbench.definition.terms import Aggregation, Service
from workbench.reports.marks import AGREED
from workbench.results.outcome import PointState, StrayMark, Verdict
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from workbench.definition.terms import Definition
    from workbench.results.outcome import Outcome

    Write = Callable[..., Path]

TYPED = "평가위원별 원점수"
FIELDS = {"점수": "score", "해당 없음": "not_applicable", "목표": "target", "실적": "actual"}


def typed_rows(book: Workbook) -> list[dict[str, Any]]:
    rows = list(book[TYPED].iter_rows(min_row=4, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def two_by_two() -> Definition:
    """Two evaluators who both score three indicators of two services."""
    indicators = [
        indicator_for_tests(
            code,
            section.code,
            str(section.max_points),
            aggregation=Aggregation.MEAN,
            allow_not_applicable=code == "I1",
        )
        for code, section in zip(("C1", "I1", "S1"), SECTIONS, strict=True)
    ]
    services = [Service(uid(f"s{number}"), number, f"가상 사무 {number}") for number in (1, 2)]
    codes = ["C1", "I1", "S1"]
    return definition_for_tests(rules_for_tests(), indicators, services, {"E1": codes, "E2": codes})


def all_typed() -> list[tuple[str, int, str, str, str]]:
    return [
        (who, number, code, "score", points)
        for who in ("E1", "E2")
        for number in (1, 2)
        for code, points in (("C1", "30.5"), ("I1", "40"), ("S1", "12"))
    ]


@pytest.fixture(scope="module")
def messy() -> Outcome:
    """A round with moderated marks that count, marks that say not applicable, and strays."""
    rounds = (Dice(seed).outcome() for seed in count())
    return next(
        outcome
        for outcome in rounds
        if outcome.strays
        and any(made.is_agreed for row in outcome.services for made in row.indicators)
        and any(made.state is PointState.OUT for row in outcome.services for made in row.indicators)
        and any(row.verdict is Verdict.EXEMPT for row in outcome.services)
    )


def test_every_typed_value_names_its_evaluator_and_its_revision(
    write: Write, tmp_path: Path
) -> None:
    definition = two_by_two()
    heads = heads_of(definition, all_typed())
    book = load_workbook(write(compute(definition, heads), tmp_path / "a.xlsx"))
    services = {str(row.number): row.uid for row in definition.services}
    codes = {row.code: row.uid for row in definition.indicators}
    rows = typed_rows(book)
    assert len(rows) == len(all_typed()) == len({row["이력 번호"] for row in rows})
    for row in rows:
        owner = bytes.fromhex(row["위원 식별 번호"])
        cell = (owner, services[row["번호"]], codes[row["지표"]], FIELDS[row["항목"]])
        (head,) = heads[cell]
        assert (row["이력 번호"], row["이력의 작성자"]) == (head.id.hex(), None)
        assert definition.evaluator[owner].code == row["위원"]


def test_all_heads_of_a_converged_value_are_named(write: Write, tmp_path: Path) -> None:
    definition = two_by_two()
    heads = heads_of(definition, [*all_typed(), ("E1", 1, "C1", "score", "30.5")])
    (group,) = [group for group in heads.values() if len(group) == 2]
    book = load_workbook(write(compute(definition, heads), tmp_path / "a.xlsx"))
    named = [row["이력 번호"].split() for row in typed_rows(book)]
    assert sorted(row.id.hex() for row in group) in named
    assert sorted(map(len, named)) == [1] * 11 + [2]


def test_a_settled_value_names_the_settlement_and_who_made_it(write: Write, tmp_path: Path) -> None:
    definition = two_by_two()
    heads = heads_of(definition, all_typed())
    cell = next(cell for cell in heads if cell[:2] == (uid("eE2"), uid("s2")))
    (own,) = heads[cell]
    heads[cell] = [own._replace(id=b"s" * 32, author=LEAD, value="20")]
    book = load_workbook(write(compute(definition, heads), tmp_path / "a.xlsx"))
    (settled,) = [row for row in typed_rows(book) if row["이력의 작성자"]]
    assert settled["이력의 작성자"] == LEAD.hex()
    assert settled["이력 번호"] == (b"s" * 32).hex()
    assert settled["위원 식별 번호"] == uid("eE2").hex()
    assert settled["반영 여부"] == "반영 · 총괄이 정한 값"


def test_an_agreed_mark_names_the_revision_of_the_lead(
    write: Write, messy: Outcome, tmp_path: Path
) -> None:
    book = load_workbook(write(messy, tmp_path / "a.xlsx", draft=True))
    agreed = [row for row in typed_rows(book) if row["위원"] == "조정"]
    assert agreed
    for row in agreed:
        assert row["위원 식별 번호"] is None
        assert bytes.fromhex(row["이력 번호"]) == b"m" * 32
    assert AGREED.hex() not in {row["위원 식별 번호"] for row in typed_rows(book)}


def test_a_value_that_does_not_count_is_traced_as_well(write: Write, tmp_path: Path) -> None:
    definition = two_by_two()
    typed = [row for row in all_typed() if row[:3] != ("E2", 2, "S1")]
    outcome = compute(definition, heads_of(definition, typed))
    stray = StrayMark(
        uid("eE9"), uid("s1"), uid("iC1"), "score", "3", origins=((b"x" * 32, uid("eE9")),)
    )
    book = load_workbook(write(replace(outcome, strays=(stray,)), tmp_path / "a.xlsx", draft=True))
    rows = typed_rows(book)
    assert all(row["이력 번호"] for row in rows)
    (found,) = [row for row in rows if row["반영 여부"].startswith("미반영(배정 밖")]
    assert found["위원 식별 번호"] == uid("eE9").hex()
    assert found["이력 번호"] == (b"x" * 32).hex()


def test_the_columns_of_the_trace_are_hidden_and_not_printed(
    write: Write, messy: Outcome, tmp_path: Path
) -> None:
    sheet = load_workbook(write(messy, tmp_path / "a.xlsx", draft=True))[TYPED]
    hidden = {letter for letter, column in sheet.column_dimensions.items() if column.hidden}
    assert hidden == set("KLM")
    assert set(sheet.column_dimensions) == set("ABCDEFGHIJKLM")
    assert sheet["K4"].value == "위원 식별 번호"
    assert sheet.print_area.startswith(f"'{TYPED}'!$A$1:$J$")
    assert sheet.auto_filter.ref.startswith("A4:J")


def test_points_lead_to_the_rows_that_they_come_from(
    write: Write, messy: Outcome, tmp_path: Path
) -> None:
    book = load_workbook(write(messy, tmp_path / "a.xlsx", draft=True))
    sheet, typed = book["지표별 점수"], book[TYPED]
    heads = [str(cell.value).split("\n")[0] for cell in sheet[5]]
    followed = 0
    for row, service in enumerate(messy.services, start=6):
        made = {one.indicator.code: one for one in service.indicators}
        for column, code in enumerate(heads[2:], start=3):
            link = sheet.cell(row, column).hyperlink
            if code not in made or made[code].state is not PointState.COUNTED:
                assert link is None
                continue
            assert link.location.startswith(f"'{TYPED}'!A")
            lead_to = [
                (cells[1].value, cells[3].value) for cells in typed[link.location.partition("!")[2]]
            ]
            assert set(lead_to) == {(str(service.service.number), code)}
            everything = [
                cells
                for cells in typed.iter_rows(min_row=5)
                if (cells[1].value, cells[3].value) == lead_to[0]
            ]
            assert len(everything) == len(lead_to)
            followed += 1
    assert followed > 20
