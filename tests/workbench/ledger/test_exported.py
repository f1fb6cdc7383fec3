"""Exports stand in the history, and never fail because the history could not take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.journeys.command_line import done
from tests.journeys.test_locked import held
from workbench.errors import ExportError
from workbench.home import home
from workbench.ledger.entries import history
from workbench.ledger.versions import issue_version
from workbench.rounds.desk import open_round
from workbench.settling.moderating import moderate

if TYPE_CHECKING:
    from typing import Any

    from tests.workbench.rounds.small_round import Bench


def exports(bench: Bench) -> list[dict[str, Any]]:
    with open_round(bench.round, read_only=True) as desk:
        return [dict(row.detail) for row in history(desk).entries if row.kind == "exported"]


def test_each_export_is_kept_with_its_audience_and_version(whole: Bench) -> None:
    with open_round(whole.round) as desk:
        desk.export(whole.path("가.xlsx"), draft=True)
        issue_version(desk, "")
        desk.export(whole.path("나.xlsx"))
        moderate(desk, (whole.service(1), whole.indicator("C1")), "30", "확인", ["김가상"])
        desk.export(whole.path("다.xlsx"), public=True)
    rows = [
        ("가.xlsx", "internal", True, 0, "xlsx"),
        ("나.xlsx", "internal", False, 1, "xlsx"),
        ("다.xlsx", "public", False, 0, "xlsx"),
    ]
    names = ("file", "audience", "draft", "version", "form")
    assert exports(whole) == [dict(zip(names, row, strict=True)) for row in rows]


def test_the_command_line_keeps_it_too(whole: Bench) -> None:
    done("export", whole.round, "-o", whole.path("가.xlsx"))
    assert [row["file"] for row in exports(whole)] == ["가.xlsx"]


def test_beside_its_writer_a_round_is_exported_and_stays_as_it_is(whole: Bench) -> None:
    before = whole.round.read_bytes()
    with held(whole.round):
        done("export", whole.round, "-o", whole.path("가.xlsx"))
    assert whole.path("가.xlsx").exists()
    assert whole.round.read_bytes() == before
    assert exports(whole) == []


def test_a_report_that_failed_is_no_export(whole: Bench) -> None:
    with open_round(whole.round) as desk, pytest.raises(ExportError):
        desk.export(whole.path("없는 폴더") / "가.xlsx")
    assert exports(whole) == []


def test_a_report_stands_where_the_round_takes_no_note_of_it(whole: Bench) -> None:
    target = whole.path("가.xlsx")
    with open_round(whole.round) as desk:
        blocked = whole.round.with_name(f"{whole.round.name}-journal")
        blocked.mkdir()  # no transaction can begin
        assert desk.export(target) == target
        blocked.rmdir()
        desk.export(whole.path("나.xlsx"))
    assert load_workbook(target).sheetnames
    assert [row["file"] for row in exports(whole)] == ["나.xlsx"]
    assert list((home() / "logs").glob("*.log"))


def test_what_is_public_says_nothing_of_versions(whole: Bench) -> None:
    with open_round(whole.round) as desk:
        issue_version(desk, "")
        inside = load_workbook(desk.export(whole.path("가.xlsx")))
        public = load_workbook(desk.export(whole.path("나.xlsx"), public=True))
    assert "결과 제1판" in inside["요약"]["A1"].value
    for sheet in public:
        assert "제1판" not in " ".join(str(cell) for row in sheet.values for cell in row if cell)
        assert "제1판" not in str(sheet.oddHeader.right.text)
