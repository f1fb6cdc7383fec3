"""A definition as sheets: there and back without a difference, through files as well."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from tests.workbench.rounds.small_round import IN_MEMORY
from tests.workbench.setup.definitions import definitions
from workbench.definition.layout import LAYOUTS
from workbench.definition.reading import read_definition
from workbench.errors import ExportError, InputError
from workbench.sample.material import sample_definition
from workbench.setup.files import export_sheets
from workbench.setup.matching import with_uids
from workbench.setup.reading import read_sheets
from workbench.setup.sheets import (
    Sheets,
    columns_of,
    round_text,
    sheets_of,
    with_round_text,
)
from workbench.setup.templates import empty_sheets, sample_sheets, sheets_from

if TYPE_CHECKING:
    from workbench.definition.terms import Definition


@given(definitions())
def test_every_definition_reads_back_the_same_from_its_sheets(definition: Definition) -> None:
    assert read_sheets(sheets_of(definition)) == definition


@given(definitions())
@settings(max_examples=25)
def test_every_definition_reads_back_the_same_from_files(definition: Definition) -> None:
    sheets = sheets_of(definition)
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        for target in (Path(folder) / "정의", Path(folder) / "정의.xlsx"):
            export_sheets(sheets, target)
            again = with_uids(sheets_from(target), sheets)
            assert read_sheets(again) == definition, target.name


def test_the_sample_reads_back_the_same_with_its_uids() -> None:
    definition = read_definition(sample_definition())
    assert read_sheets(sheets_of(definition)) == definition


def test_sheets_have_the_names_and_columns_of_a_definition() -> None:
    sheets = sample_sheets()
    assert list(sheets.rows) == [layout.sheet for layout in LAYOUTS]
    assert columns_of("evaluators") == ("code", "name", "affiliation", "role")
    assert columns_of("indicators")[-1] == "allow_not_applicable"
    for sheet, rows in sheets.rows.items():
        assert all(set(row.texts) <= set(columns_of(sheet)) for row in rows)


def test_a_section_is_named_where_everybody_there_has_all_of_it() -> None:
    definition = read_sheets(empty_sheets())
    (row,) = sheets_of(definition).of("assignments")
    assert row.texts["sections"] == "common;individual;satisfaction"
    assert row.texts["services"] == "1"


def test_neighbouring_services_are_drawn_together() -> None:
    rows = sheets_of(read_definition(sample_definition())).of("assignments")
    assert {row.texts["services"] for row in rows} == {"1-29"}


def test_one_rule_is_read_and_replaced_by_its_key() -> None:
    sheets = with_round_text(sample_sheets(), "cut", "70")
    assert round_text(sheets, "cut") == "70"
    assert len(sheets.of("round")) == len(sample_sheets().of("round"))
    assert round_text(with_round_text(Sheets({}), "title", "새 회차"), "title") == "새 회차"


@pytest.mark.parametrize("name", ["정의", "정의.xlsx"])
def test_nothing_is_exported_over_something(name: str, tmp_path: Path) -> None:
    target = tmp_path / name
    target.write_text("있던 것", encoding="utf-8")
    with pytest.raises(InputError, match="target_exists"):
        export_sheets(sample_sheets(), target)
    assert target.read_text(encoding="utf-8") == "있던 것"
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_text_too_long_for_a_workbook_is_named_and_a_folder_takes_it(tmp_path: Path) -> None:
    definition = read_sheets(empty_sheets())
    first, *rest = definition.indicators
    long = replace(definition, indicators=(replace(first, guidance="가" * 40_000), *rest))
    sheets = sheets_of(long)
    with pytest.raises(ExportError, match="setup_cell_long"):
        export_sheets(sheets, tmp_path / "정의.xlsx")
    assert not (tmp_path / "정의.xlsx").exists()
    export_sheets(sheets, tmp_path / "정의")
    assert read_definition(tmp_path / "정의").indicators[0].guidance == "가" * 40_000


def test_text_that_looks_like_an_escape_or_a_formula_survives_a_workbook(tmp_path: Path) -> None:
    definition = read_sheets(empty_sheets())
    (service,) = definition.services
    name = "=1+1 _x0041_ _x005F_x000A_"
    named = replace(definition, services=(replace(service, name=name),))
    export_sheets(sheets_of(named), tmp_path / "정의.xlsx")
    assert read_definition(tmp_path / "정의.xlsx").services[0].name == name
