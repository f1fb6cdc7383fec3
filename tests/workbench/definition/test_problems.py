"""Every way a definition can be unfit: its own sentence, its place, and no noise after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from workbench.definition.reading import read_definition
from workbench.errors import DefinitionUnfit
from workbench.sentences import LANGUAGES, sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable

Tables = dict[str, list[list[str]]]


@dataclass(frozen=True)
class Case:
    """A change to the fit definition and the one problem that must come of it."""

    key: str
    sheet: str
    row: int | None
    column: str | None
    changes: tuple[Callable[[Tables], None], ...]
    named: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.key}-{self.sheet}-{self.column}-{'-'.join(self.named)}"


def put(sheet: str, row: int, column: str, text: str) -> Callable[[Tables], None]:
    def change(tables: Tables) -> None:
        tables[sheet][row - 1][tables[sheet][0].index(column)] = text

    return change


def add(sheet: str, line: str) -> Callable[[Tables], None]:
    return lambda tables: tables[sheet].append(line.split("¦"))


def drop(sheet: str, *rows: int) -> Callable[[Tables], None]:
    def change(tables: Tables) -> None:
        kept = [row for number, row in enumerate(tables[sheet], start=1) if number not in rows]
        tables[sheet] = kept

    return change


def wrong(
    key: str, sheet: str, row: int, column: str, text: str, *named: str, also: tuple = ()
) -> Case:
    """One cell is unfit; the sentence quotes it."""
    quoted = named or ((text,) if text else ())
    return Case(
        f"definition_{key}", sheet, row, column, (put(sheet, row, column, text), *also), quoted
    )


def told(key: str, sheet: str, row: int | None, column: str | None, *named: str, by: tuple) -> Case:
    """Something else is unfit."""
    return Case(f"definition_{key}", sheet, row, column, by, named)


ROUND = [
    wrong("text_missing", "round", 2, "value", "", "title"),
    wrong("whole_unfit", "round", 3, "value", "26년", "year"),
    wrong("number_range", "round", 3, "value", "26", "1900", "2999"),
    wrong("number_range", "round", 4, "value", "0"),
    wrong("number_range", "round", 9, "value", "100.5", "100"),
    wrong("number_unfit", "round", 9, "value", "75점"),
    wrong("number_unfit", "round", 9, "value", "-1"),
    wrong("number_unfit", "round", 9, "value", "1,000"),
    wrong("number_unfit", "round", 9, "value", "7.1234567"),
    wrong("number_range", "round", 10, "value", "5", "score_places"),
    wrong("choice_unknown", "round", 11, "value", "sometimes", "indicator, section, total"),
    wrong("choice_unknown", "round", 12, "value", "average", "trimmed_mean"),
    wrong("choice_unknown", "round", 13, "value", "예", "yes, no"),
    wrong("date_unfit", "round", 14, "value", "2026-02-30"),
    wrong("whole_unfit", "round", 8, "value", "47.5"),
    wrong("key_unknown", "round", 8, "key", "budget", "pool"),
    wrong("key_twice", "round", 8, "key", "year", "3"),
    wrong("text_missing", "round", 8, "key", ""),
    told("key_missing", "round", None, None, "cut", by=(drop("round", 9),)),
    told("band_unfit", "round", 15, "value", "보통", by=(add("round", "bands¦우수:90;보통"),)),
    told("band_unfit", "round", 15, "value", ":90", by=(add("round", "bands¦:90"),)),
    told("band_unfit", "round", 15, "value", "가:101", by=(add("round", "bands¦가:101"),)),
    told("bands_order", "round", 15, "value", "가:80", by=(add("round", "bands¦가:80;나:80"),)),
    told("bands_twice", "round", 15, "value", "가:80", by=(add("round", "bands¦가:80;가:0"),)),
]

SECTIONS = [
    wrong("section_unknown", "sections", 2, "code", "commons"),
    wrong("text_missing", "sections", 2, "name", ""),
    wrong("number_unfit", "sections", 2, "max_points", "서른"),
    wrong("number_range", "sections", 2, "max_points", "0"),
    told("section_twice", "sections", 5, "code", "common", "2", by=(
        add("sections", "common¦공통¦1"),
    )),
    told("sections_sum", "sections", None, "max_points", "99.5", by=(
        put("sections", 2, "max_points", "39"), put("indicators", 2, "max_points", "31.5"),
    )),
    told("section_empty", "sections", 4, "code", "satisfaction", by=(
        drop("indicators", 7), drop("measures", 3), drop("assignments", 4),
    )),
    told("section_lacking", "indicators", None, "section", "satisfaction", "1, 12", by=(
        put("indicators", 7, "applies_to", "service:2"),
    )),
    told("section_sum", "indicators", None, "max_points", "common", "1, 2, 12", "38.5", "39.5", by=(
        put("indicators", 2, "max_points", "31"),
    )),
    told("section_sum", "indicators", None, "max_points", " 1", "44.5", "45.5", by=(
        put("indicators", 4, "max_points", "19.5"),
    )),
    told("sheet_empty", "sections", None, None, by=(drop("sections", 2, 3, 4),)),
]  # fmt: skip

INDICATORS = [
    wrong("text_missing", "indicators", 2, "code", "", also=(drop("levels", 5),)),
    wrong("code_reserved", "indicators", 4, "code", "individual"),
    wrong("code_reserved", "indicators", 4, "code", "I1;I2"),
    wrong("section_unknown", "indicators", 2, "section", "공통"),
    told("section_absent", "indicators", 7, "section", "satisfaction", by=(
        drop("sections", 4), put("sections", 2, "max_points", "54.5"),
        put("indicators", 2, "max_points", "47"), put("assignments", 4, "sections", "S1"),
    )),
    wrong("code_sections", "indicators", 5, "section", "common", "I1", "individual", "4", also=(
        put("indicators", 2, "applies_to", "service:1;9"),
        add("indicators", "C9¦common¦¦ㄱ¦survey¦points¦11.5¦¦service:2;12¦¦¦"),
        add("indicators", "I9¦individual¦¦ㄱ¦survey¦points¦20.5¦¦service:2;12¦¦¦"),
    )),
    wrong("text_missing", "indicators", 2, "name", ""),
    wrong("choice_unknown", "indicators", 2, "kind", "정성", "quantitative"),
    wrong("text_missing", "indicators", 2, "kind", ""),
    wrong("choice_unknown", "indicators", 2, "scale", "stars", "rating"),
    wrong("choice_unknown", "indicators", 2, "aggregation", "max", "consensus"),
    wrong("choice_unknown", "indicators", 2, "allow_not_applicable", "Y", "yes"),
    wrong("number_unfit", "indicators", 2, "max_points", "NaN"),
    wrong("number_range", "indicators", 2, "max_points", "101", "100"),
    wrong("text_missing", "indicators", 2, "max_points", ""),
    wrong("step_small", "indicators", 2, "step", "0.001", "0.01"),
    wrong("step_small", "indicators", 6, "step", "0"),
    wrong("step_large", "indicators", 2, "step", "33", "32"),
    wrong("step_large", "indicators", 3, "step", "101", "100"),
    wrong("number_unfit", "indicators", 2, "step", "1e-1"),
    wrong("text_missing", "indicators", 2, "applies_to", ""),
    wrong("applies_to_unfit", "indicators", 2, "applies_to", "모두"),
    wrong("applies_to_unfit", "indicators", 2, "applies_to", "service:"),
    wrong("applies_to_unfit", "indicators", 2, "applies_to", "service:1-3", "1-3"),
    wrong("service_unknown", "indicators", 4, "applies_to", "service:1;77", "77"),
    wrong("type_unknown", "indicators", 5, "applies_to", "type:행사형", "행사형"),
    told("applies_twice", "indicators", 5, "applies_to", "I1", "1", "4", by=(
        put("indicators", 5, "applies_to", "service:1;2;12"),
    )),
    told("sheet_empty", "indicators", None, None, by=(
        lambda tables: tables["indicators"].__delitem__(slice(1, None)),
        lambda tables: tables.pop("levels"), lambda tables: tables.pop("measures"),
        lambda tables: tables["assignments"].__delitem__(slice(2, None)),
        put("assignments", 2, "sections", "all"),
    )),
]  # fmt: skip

LEVELS = [
    told("levels_missing", "indicators", 6, "scale", "I2", by=(drop("levels", 2, 3, 4),)),
    wrong("indicator_unknown", "levels", 5, "indicator", "c1"),
    wrong("text_missing", "levels", 5, "indicator", ""),
    wrong("text_missing", "levels", 3, "label", ""),
    wrong("level_twice", "levels", 4, "label", "우수", "I2", "2"),
    wrong("number_range", "levels", 3, "percent", "100.5", "100"),
    wrong("number_unfit", "levels", 3, "percent", "80%"),
    wrong("text_missing", "levels", 3, "percent", ""),
]

MEASURES = [
    wrong("indicator_unknown", "measures", 2, "indicator", "I9"),
    told("measure_twice", "measures", 4, "indicator", "S1", "3", by=(
        add("measures", "S1¦survey_proportional¦max=5¦"),
    )),
    told("measure_idle", "measures", 4, "indicator", "C1", "points", by=(
        add("measures", "C1¦achievement¦¦"),
    )),
    wrong("choice_unknown", "measures", 2, "formula", "ratio", "deviation"),
    wrong("formula_scale", "measures", 3, "formula", "achievement", "measure", "survey", also=(
        put("measures", 3, "parameters", ""),
    )),
    wrong("formula_scale", "measures", 2, "formula", "survey_linear", "measure", "survey", also=(
        put("measures", 2, "parameters", ""),
    )),
    wrong("parameter_unfit", "measures", 3, "parameters", "min=1;max", "max"),
    wrong("parameter_unknown", "measures", 3, "parameters", "min=1;mox=5", "mox", "min, max"),
    wrong("parameter_twice", "measures", 3, "parameters", "min=1;min=2", "min"),
    wrong("parameter_number", "measures", 3, "parameters", "min=1;max=5점", "max", "5점"),
    wrong("parameters_order", "measures", 3, "parameters", "min=5;max=5"),
    wrong("parameter_missing", "measures", 2, "parameters", "", "steps"),
    wrong("steps_unfit", "measures", 2, "parameters", "steps=90:100|80", "80"),
    wrong("steps_unfit", "measures", 2, "parameters", "steps=90:101", "90:101"),
    wrong("steps_unfit", "measures", 2, "parameters", "steps=90:100|-1:0", "-1:0"),
    wrong("steps_order", "measures", 2, "parameters", "steps=80:90|90:100", "80:90|90:100"),
    wrong("parameter_missing", "measures", 2, "parameters", "low=1", "high", also=(
        put("measures", 2, "formula", "deviation"),
    )),
    wrong("parameters_equal", "measures", 2, "parameters", "low=1;high=1.0", also=(
        put("measures", 2, "formula", "deviation"),
    )),
    wrong("parameter_number", "measures", 2, "parameters", "rates=98|백", "rates", "백", also=(
        put("measures", 2, "formula", "multi_year"),
    )),
    wrong("parameter_unknown", "measures", 2, "parameters", "min=1", "min", also=(
        put("measures", 2, "formula", "completion"),
    )),
]  # fmt: skip

SERVICES = [
    wrong("text_missing", "services", 5, "number", ""),
    wrong("whole_unfit", "services", 5, "number", "아홉"),
    wrong("number_range", "services", 5, "number", "10000", "9999"),
    wrong("number_range", "services", 5, "number", "0", "1"),
    wrong("service_twice", "services", 5, "number", "12", "4"),
    wrong("text_missing", "services", 2, "name", ""),
    wrong("date_unfit", "services", 2, "term_end", "26. 12. 31."),
    wrong("choice_unknown", "services", 5, "status", "제외", "included, exempt"),
]

EVALUATORS = [
    wrong("text_missing", "evaluators", 3, "name", ""),
    told("text_missing", "evaluators", 5, "code", by=(add("evaluators", "¦넷째¦¦"),)),
    told("evaluator_twice", "evaluators", 5, "code", "e1", "2", by=(
        add("evaluators", "e1¦다른 사람¦¦"),
    )),
    wrong("choice_unknown", "evaluators", 3, "role", "chair", "lead_secretary"),
    told("file_name_twice", "evaluators", 6, "code", "E4_가_나", "5", by=(
        add("evaluators", "E4¦가_나¦¦"), add("evaluators", "E4_가¦나¦¦"),
    )),
]  # fmt: skip

ASSIGNMENTS = [
    wrong("nobody", "assignments", 2, "evaluator", ""),
    wrong("evaluator_unknown", "assignments", 2, "evaluator", "E9"),
    wrong("text_missing", "assignments", 2, "services", ""),
    wrong("services_unfit", "assignments", 3, "services", "1;둘;5-12", "둘"),
    wrong("service_unknown", "assignments", 3, "services", "1;2;3;5-12", "3"),
    wrong("range_unfit", "assignments", 3, "services", "1;2;12-5", "12-5"),
    wrong("range_unfit", "assignments", 3, "services", "0-12"),
    wrong("range_unfit", "assignments", 3, "services", "1-10000"),
    wrong("services_unfit", "assignments", 3, "services", "1;2;5~12", "5~12"),
    wrong("services_unfit", "assignments", 3, "services", "1;\u2461;5-12", "\u2461"),
    wrong("services_unfit", "assignments", 3, "services", "1;2;5-1\u00b2", "5-1\u00b2"),
    wrong("services_date", "assignments", 3, "services", "2026-05-12"),
    wrong("services_none", "assignments", 6, "services", "50-60"),
    wrong("text_missing", "assignments", 2, "sections", ""),
    wrong("assigned_unknown", "assignments", 3, "sections", "individual;I7", "I7"),
    wrong("choice_unknown", "assignments", 6, "status", "면제", "assigned, 제척, 기피, 회피"),
    told("single_crowded", "assignments", None, "evaluator", "C1", "1, 2, 12", "E1, E3", by=(
        put("assignments", 4, "sections", "satisfaction;common"),
    )),
    told("unassigned", "assignments", None, "sections", "1, 2, 12", "S1", by=(
        drop("assignments", 4),
    )),
    told("unassigned", "assignments", None, "sections", "2", "I2", by=(
        put("assignments", 3, "services", "1;5-12"),
    )),
    told("sheet_empty", "assignments", None, None, by=(
        lambda tables: tables["assignments"].__delitem__(slice(1, None)),
    )),
]  # fmt: skip


def rename_column(sheet: str, old: str, new: str) -> Callable[[Tables], None]:
    return lambda tables: tables[sheet][0].__setitem__(tables[sheet][0].index(old), new)


HEADERS = [
    told("column_missing", "services", 1, "reason", by=(
        lambda tables: tables.update(services=[row[:-1] for row in tables["services"]]),
    )),
    told("column_unknown", "evaluators", 1, "phone", by=(
        lambda tables: tables.update(evaluators=[[*row, ""] for row in tables["evaluators"]]),
        lambda tables: tables["evaluators"][0].__setitem__(4, "phone"),
    )),
    told("column_twice", "evaluators", 1, "role", by=(
        lambda tables: tables.update(evaluators=[[*row, ""] for row in tables["evaluators"]]),
        lambda tables: tables["evaluators"][0].__setitem__(4, "role"),
    )),
    told("column_missing", "indicators", 1, "max_points", by=(
        lambda tables: [row.pop(6) for row in tables["indicators"]],
    )),
    told("cell_unnamed", "evaluators", 3, "E", "메모", by=(
        lambda tables: tables.update(evaluators=[[*row, ""] for row in tables["evaluators"]]),
        lambda tables: tables["evaluators"][2].__setitem__(4, "메모"),
    )),
    told("header_missing", "levels", None, None, "percent", by=(
        lambda tables: tables["levels"].clear(),
    )),
    told("too_wide", "evaluators", 3, None, by=(
        lambda tables: tables["evaluators"][2].extend([""] * 60 + ["x"]),
    )),
]  # fmt: skip

CASES = [
    *ROUND,
    *SECTIONS,
    *INDICATORS,
    *LEVELS,
    *MEASURES,
    *SERVICES,
    *EVALUATORS,
    *ASSIGNMENTS,
    *HEADERS,
]


def problems_of(path) -> list:
    with pytest.raises(DefinitionUnfit) as caught:
        read_definition(path)
    assert caught.value.exit_code == 2
    for language in LANGUAGES:
        assert sentence_of(caught.value, language).count("\n") == len(caught.value.problems)
    return list(caught.value.problems)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_problem_has_its_own_sentence_with_its_place(case, tables, write) -> None:
    for change in case.changes:
        change(tables)
    (problem,) = problems_of(write(tables))
    place = problem.place
    assert (problem.key, place.sheet, place.row, place.column) == (
        case.key,
        case.sheet,
        case.row,
        case.column,
    )
    for language in LANGUAGES:
        sentence = sentence_of(problem, language)
        assert sentence.startswith(case.sheet)
        row = {"ko": f"{case.row}행", "en": f"row {case.row}"}[language]
        assert (row in sentence) == (case.row is not None)
        assert (case.column or "") in sentence
        for word in case.named:
            assert word in sentence


def test_everything_is_told_at_once_in_the_order_of_the_sheets(tables, write) -> None:
    changes = [
        put("assignments", 2, "evaluator", "E9"),
        put("services", 5, "number", "2"),
        put("services", 2, "name", ""),
        put("indicators", 7, "max_points", "14"),
        put("indicators", 2, "kind", "?"),
        put("round", 9, "value", "칠십오"),
        put("levels", 3, "percent", "200"),
        add("measures", "I2¦achievement¦¦"),
    ]
    for change in changes:
        change(tables)
    found = [(problem.place.sheet, problem.place.row) for problem in problems_of(write(tables))]
    assert found == [
        ("round", 9),
        ("indicators", None),
        ("indicators", 2),
        ("services", 2),
        ("services", 5),
        ("assignments", 2),
        ("levels", 3),
        ("measures", 4),
    ]


def test_a_missing_sheet_is_told_without_what_would_follow_from_it(tables, write) -> None:
    del tables["services"], tables["evaluators"]
    found = problems_of(write(tables))
    assert [problem.place.sheet for problem in found] == ["services", "evaluators"]
    assert {problem.key for problem in found} <= {
        "definition_sheet_missing",
        "definition_file_missing",
    }


def test_all_at_once_also_when_nothing_is_there(write) -> None:
    found = problems_of(write({"메모": [["x"]]}))
    assert [problem.place.sheet for problem in found] == [
        "round",
        "sections",
        "indicators",
        "services",
        "evaluators",
        "assignments",
    ]
