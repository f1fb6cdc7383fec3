"""A fit definition, from both kinds of files, and what a person may leave out or write freely."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest

from workbench.definition.problems import Place
from workbench.definition.reading import read_definition
from workbench.definition.rules import DEFAULT_BANDS
from workbench.definition.terms import (
    Aggregation,
    Band,
    Definition,
    Formula,
    Measure,
    Role,
    RoundingStage,
    Standing,
)
from workbench.errors import DefinitionUnfit

if TYPE_CHECKING:
    from pathlib import Path


def spelt(definition: Definition) -> str:
    """Everything in a definition, with names instead of uids."""
    text = repr(definition) + repr(definition.applies)
    for row in definition.services:
        text = text.replace(repr(row.uid), f"<service {row.number}>")
    for row in definition.indicators:
        text = text.replace(repr(row.uid), f"<{row.code} {row.name}>")
    for row in definition.evaluators:
        text = text.replace(repr(row.uid), f"<{row.code}>")
    return text


def charges(definition: Definition, code: str) -> list[tuple[int, str, str, str]]:
    (evaluator,) = (row for row in definition.evaluators if row.code == code)
    return [
        (
            definition.service[charge.service].number,
            definition.indicator[charge.indicator].code,
            charge.standing.value,
            charge.reason,
        )
        for charge in evaluator.charges
    ]


def test_both_kinds_of_files_give_the_same_definition(tables, write_csv, write_xlsx) -> None:
    from_folder = read_definition(write_csv(tables))
    from_workbook = read_definition(write_xlsx(tables))
    assert spelt(from_folder) == spelt(from_workbook)
    uids = {row.uid for row in (*from_folder.services, *from_workbook.services)}
    assert len(uids) == 8
    assert all(len(uid) == 16 for uid in uids)


def test_rules_sections_and_rubric_are_what_was_written(tables, write) -> None:
    definition = read_definition(write(tables))
    rules = definition.rules
    assert (rules.title, rules.year, rules.sequence) == (
        "2026년 제1차 민간위탁 종합성과평가",
        2026,
        1,
    )
    assert (rules.cut, rules.pool, rules.rehearsal) == (Decimal(75), 47, True)
    assert rules.rounding_stage is RoundingStage.INDICATOR
    assert rules.institute == "(재)가나다연구원, 평가본부"
    assert [(row.code.value, row.max_points) for row in definition.sections] == [
        ("common", Decimal("39.5")),
        ("individual", Decimal("45.5")),
        ("satisfaction", Decimal(15)),
    ]
    first, second, third, *_ = definition.indicators
    assert first.name == "계획, 목표(도전성)"
    assert (first.step, second.step, third.step) == (Decimal("0.5"), Decimal(1), Decimal("0.01"))
    assert (first.aggregation, second.aggregation) == (Aggregation.SINGLE, Aggregation.MEAN)
    assert (first.allow_not_applicable, second.allow_not_applicable) == (False, True)
    assert definition.codes() == ("C1", "C2", "I1", "I2", "S1")


def test_levels_and_measures_belong_to_every_row_of_their_code(tables, write) -> None:
    definition = read_definition(write(tables))
    by_name = {row.name: row for row in definition.indicators}
    steps = Measure(Formula.STEPS, (("steps", "90:100|80:90.5"),), "%")
    assert by_name["입주율"].measure == by_name["관람객 수"].measure == steps
    assert by_name["만족도"].measure == Measure(
        Formula.SURVEY_LINEAR, (("min", "1"), ("max", "5")), "점"
    )
    assert [(level.label, level.percent) for level in by_name["우수성"].levels] == [
        ("우수", Decimal(100)),
        ("보통", Decimal(80)),
        ("미흡", Decimal("60.5")),
    ]
    assert by_name["계획, 목표(도전성)"].levels[0].description == "근거가 뚜렷함"


def test_services_come_by_number_with_all_their_operators(tables, write) -> None:
    services = read_definition(write(tables)).services
    assert [row.number for row in services] == [1, 2, 9, 12]
    assert services[0].operators == ("(주)가나, 다라", "마바재단")
    assert services[0].term_end == "2026-12-31"
    assert services[1].name == "임대주택(마포, 목동) 관리운영"
    assert (services[2].exempt, services[2].reason) == (True, "다른 법에 따른 평가")


def test_indicators_apply_to_all_to_a_type_or_to_one_service(tables, write) -> None:
    definition = read_definition(write(tables))
    names = {
        service.number: [definition.indicator[uid].name for uid in definition.applies[service.uid]]
        for service in definition.services
    }
    assert names[1] == ["계획, 목표(도전성)", "소통", "입주율", "우수성", "만족도"]
    assert names[2] == names[12] == ["계획, 목표(도전성)", "소통", "관람객 수", "우수성", "만족도"]
    assert names[9] == ["계획, 목표(도전성)", "소통", "우수성", "만족도"]


def test_assignments_become_charges_in_the_order_of_services_and_rubric(tables, write) -> None:
    definition = read_definition(write(tables))
    assert [row.role for row in definition.evaluators] == [
        Role.EVALUATOR,
        Role.LEAD_SECRETARY,
        Role.QUANTITATIVE_SECRETARY,
    ]
    assert charges(definition, "E1") == [
        (1, "C1", "assigned", ""),
        (1, "C2", "assigned", ""),
        (2, "C1", "assigned", ""),
        (2, "C2", "assigned", ""),
        (12, "C1", "assigned", ""),
        (12, "C2", "assigned", ""),
        (12, "I2", "assigned", "대신 채점"),
    ]
    # I1 is named for E3, and I2 of service 12 for E1: both leave E2's section; 회피 is kept
    assert charges(definition, "E2") == [
        (1, "I2", "assigned", ""),
        (2, "I2", "assigned", ""),
        (12, "I1", "회피", "자문 이력"),
        (12, "I2", "회피", "자문 이력"),
    ]
    assert charges(definition, "E3") == [
        (number, code, "assigned", reason)
        for number in (1, 2, 12)
        for code, reason in (("I1", "수치 확인"), ("S1", ""))
    ]


def test_a_recused_charge_is_kept_with_its_reason_and_leaves_a_hole(tables, write) -> None:
    del tables["assignments"][6]
    definition = read_definition(write(tables))
    assert (12, "I2", "회피", "자문 이력") in charges(definition, "E2")
    service, indicator = definition.services[3].uid, definition.indicators[4].uid
    assert definition.expected[service, indicator] == ()


def test_only_four_keys_of_the_round_must_be_there(tables, write) -> None:
    tables["round"] = [
        ["value", "key"],
        ["75", "cut"],
        ["이름", "title"],
        ["2026", "year"],
        ["3", "sequence"],
        ["", "pool"],
    ]
    rules = read_definition(write(tables)).rules
    assert (rules.cut, rules.sequence, rules.pool) == (Decimal(75), 3, None)
    assert (rules.score_places, rules.rehearsal) == (2, False)
    assert rules.aggregation is Aggregation.SINGLE
    assert rules.bands == DEFAULT_BANDS
    assert [band.lower for band in rules.bands] == [90, 80, 75, 70, 65, 0]


def test_written_bands_and_optional_rules_count(tables, write) -> None:
    tables["round"] += [
        ["bands", "탁월:90 ; 보통:60.5;미흡:0"],
        ["comment_below", "60"],
        ["comment_at_max", "yes"],
        ["min_respondents", "30"],
        ["adjustment_cap", "2.5"],
        ["contact", "02-000-0000"],
    ]
    rules = read_definition(write(tables)).rules
    assert rules.bands == (
        Band("탁월", Decimal(90)),
        Band("보통", Decimal("60.5")),
        Band("미흡", Decimal(0)),
    )
    assert (rules.comment_below, rules.comment_at_max) == (Decimal(60), True)
    assert (rules.min_respondents, rules.adjustment_cap) == (30, Decimal("2.5"))


def test_levels_measures_and_the_optional_column_may_be_absent(tables, write) -> None:
    del tables["levels"], tables["measures"]
    tables["indicators"] = [row[:-1] for row in tables["indicators"]]
    tables["indicators"][5][5] = "points"
    definition = read_definition(write(tables))
    assert [row.measure for row in definition.indicators] == [None] * 6
    assert not any(row.allow_not_applicable or row.levels for row in definition.indicators)


def test_columns_in_any_order_empty_rows_and_other_sheets_change_nothing(tables, write) -> None:
    before = spelt(read_definition(write(tables)))
    tables["services"] = [row[::-1] for row in tables["services"]]
    tables["services"].insert(2, [""] * 8)
    tables["evaluators"] = [[" code ", *tables["evaluators"][0][1:]], *tables["evaluators"][1:]]
    tables["evaluators"].append(["  ", "", "", ""])
    tables["메모"] = [["무엇이든"], ["x", "y", "z"]]
    assert spelt(read_definition(write(tables))) == before


def test_texts_pass_the_one_door(tables, write, put) -> None:
    put("services", 2, "name", "  가\u0301\u200b 센\u202e터\t운영\r\n별관  ")
    put("sections", 2, "max_points", "\uff13\uff19.5")
    definition = read_definition(write(tables))
    assert definition.services[0].name == "가\u0301\u200b 센터 운영\n별관"
    assert definition.sections[0].max_points == Decimal("39.5")


def test_a_byte_order_mark_and_any_line_ending_are_welcome(tables, write_csv) -> None:
    folder = write_csv(tables)
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
        path.write_text(text, encoding="utf-8-sig", newline="\r\n")
    (folder / "old").mkdir()
    (folder / "읽어 주세요.txt").write_bytes(b"\xff\xfe")
    assert read_definition(folder).codes() == ("C1", "C2", "I1", "I2", "S1")


def test_quoted_csv_values_hold_commas_quotes_and_line_breaks(tables, write_csv, put) -> None:
    put("indicators", 2, "guidance", '첫째, "둘째"\n셋째')
    assert read_definition(write_csv(tables)).indicators[0].guidance == '첫째, "둘째"\n셋째'


def changed_cell(path: Path, sheet: str, cell: str, value: object, number_format: str = "") -> Path:
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = value
    if number_format:
        book[sheet][cell].number_format = number_format
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (75.0, "75"),
        (7.1, "7.1"),
        (0.01, "0.01"),
        (75, "75"),
    ],
)
def test_workbook_numbers_are_what_they_show(tables, write_xlsx, value, text) -> None:
    path = changed_cell(write_xlsx(tables), "round", "B9", value)
    assert read_definition(path).rules.cut == Decimal(text)


def test_dates_and_truth_values_of_a_workbook_become_text(tables, write_xlsx) -> None:
    path = changed_cell(write_xlsx(tables), "services", "F3", datetime.date(2027, 1, 31))
    changed_cell(path, "indicators", "L4", True)
    definition = read_definition(path)
    assert definition.services[1].term_end == "2027-01-31"
    assert definition.indicators[2].allow_not_applicable


@pytest.mark.parametrize(("value", "shown"), [(True, "TRUE"), (False, "FALSE")])
def test_a_truth_value_that_is_none_is_quoted_as_the_sheet_shows_it(
    tables, write_xlsx, value, shown
) -> None:
    path = changed_cell(write_xlsx(tables), "round", "B9", value)
    with pytest.raises(DefinitionUnfit) as caught:
        read_definition(path)
    (problem,) = caught.value.problems
    assert (problem.key, problem.values["value"]) == ("definition_number_unfit", shown)


def test_a_truth_value_in_the_header_or_beside_it_is_named_as_it_is_shown(
    tables, write_xlsx
) -> None:
    path = changed_cell(write_xlsx(tables), "levels", "E1", True)
    changed_cell(path, "levels", "G2", False)
    with pytest.raises(DefinitionUnfit) as caught:
        read_definition(path)
    first, second = caught.value.problems
    assert (first.key, first.values["place"].values["column"]) == (
        "definition_column_unknown",
        "TRUE",
    )
    assert (second.key, second.values["value"]) == ("definition_cell_unnamed", "FALSE")


def test_a_percent_format_is_a_unit_but_a_literal_sign_is_not(tables, write_xlsx) -> None:
    path = changed_cell(write_xlsx(tables), "levels", "C3", 80, '0"%"')
    assert read_definition(path).indicators[4].levels[1].percent == 80
    changed_cell(path, "levels", "C3", Decimal("0.8"), "0%")
    with pytest.raises(DefinitionUnfit) as caught:
        read_definition(path)
    (problem,) = caught.value.problems
    assert (problem.key, problem.values["value"]) == ("definition_number_unfit", "80%")


@pytest.mark.parametrize("sheet", ["services", "indicators", "levels"])
def test_merged_cells_are_one_problem_of_their_sheet(tables, write_xlsx, sheet) -> None:
    path = write_xlsx(tables)
    book = openpyxl.load_workbook(path)
    book[sheet].merge_cells("B2:B3")
    book.save(path)
    with pytest.raises(DefinitionUnfit) as caught:
        read_definition(path)
    (problem,) = caught.value.problems
    assert (problem.key, problem.values["ranges"]) == ("table_merged", "B2:B3")
    assert problem.place == Place(sheet, sheet, position=-1)


def test_merged_cells_that_hold_nothing_of_a_table_are_nobody_s(tables, write_xlsx) -> None:
    path = write_xlsx(tables | {"메모": [["무엇이든"], ["x", "y"]]})
    before = spelt(read_definition(path))
    book = openpyxl.load_workbook(path)
    book["services"].merge_cells("J1:K4")
    book["services"].merge_cells("A90:D92")
    book["메모"].merge_cells("A1:B2")
    book.save(path)
    assert spelt(read_definition(path)) == before


def test_evaluators_are_found_whatever_the_case_of_their_code(tables, write, put) -> None:
    put("assignments", 2, "evaluator", "e1")
    assert len(charges(read_definition(write(tables)), "E1")) == 7


def test_standings_are_those_of_the_field() -> None:
    assert [standing.value for standing in Standing] == ["assigned", "제척", "기피", "회피"]
