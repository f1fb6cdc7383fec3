"""What a round can start from, and that it becomes one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from workbench.errors import DefinitionUnfit, InputError, StoreError
from workbench.rounds.desk import open_round
from workbench.sample.material import sample_definition
from workbench.setup.files import export_sheets
from workbench.setup.reading import problems_of, read_sheets
from workbench.setup.sheets import Sheets
from workbench.setup.templates import (
    empty_sheets,
    new_round_from,
    sample_sheets,
    sheets_from,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench


def nobody(sheets: Sheets) -> bool:
    return all(row.uid is None for rows in sheets.rows.values() for row in rows)


@pytest.mark.parametrize("make", [sample_sheets, empty_sheets])
def test_a_template_is_fit_and_of_nobody(make: object) -> None:
    sheets = make()
    assert problems_of(sheets) == ()
    assert nobody(sheets)


def test_the_smallest_definition_has_one_of_everything() -> None:
    definition = read_sheets(empty_sheets())
    assert (len(definition.services), len(definition.evaluators)) == (1, 1)
    assert [row.section.value for row in definition.indicators] == [
        "common",
        "individual",
        "satisfaction",
    ]


def test_an_earlier_round_gives_its_rules_and_roster_but_nobody(bench: Bench) -> None:
    sheets = sheets_from(bench.round)
    assert nobody(sheets)
    assert problems_of(sheets) == ()
    assert [row.text("name") for row in sheets.of("services")] == [
        row.name for row in bench.definition.services
    ]
    without = sheets_from(bench.round, with_roster=False)
    assert without.of("services") == without.of("evaluators") == without.of("assignments") == ()
    assert without.of("indicators") == sheets.of("indicators")


def test_a_workbook_or_folder_is_a_template_as_well(tmp_path: Path) -> None:
    export_sheets(sample_sheets(), tmp_path / "정의.xlsx")
    assert (
        sheets_from(tmp_path / "정의.xlsx") == sheets_from(sample_definition()) == sample_sheets()
    )
    shutil.copytree(sample_definition(), tmp_path / "정의")
    (tmp_path / "정의" / "sections.csv").write_text("code,name\n", encoding="utf-8")
    with pytest.raises(DefinitionUnfit):
        sheets_from(tmp_path / "정의")
    with pytest.raises(StoreError):
        sheets_from(tmp_path / "없음.round")


def test_sheets_become_a_round(tmp_path: Path) -> None:
    made = new_round_from(sample_sheets(), tmp_path / "새.round")
    with open_round(tmp_path / "새.round") as desk:
        assert desk.definition == made
    with pytest.raises(InputError, match="target_exists"):
        new_round_from(sample_sheets(), tmp_path / "새.round")
    with pytest.raises(DefinitionUnfit):
        new_round_from(Sheets({}), tmp_path / "빈.round")
    assert not (tmp_path / "빈.round").exists()
