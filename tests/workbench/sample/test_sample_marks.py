"""The published numbers come out of the sample, computed here a second time and by hand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from workbench.definition.reading import read_definition
from workbench.sample.marks import Row, sample_tables
from workbench.sample.material import sample_definition
from workbench.scoring.values import stored_mark
from workbench.text import is_clean

if TYPE_CHECKING:
    from workbench.definition.terms import Definition

Tables = dict[str, list[Row]]
Cells = dict[tuple[int, str], dict[str, str]]

MAXIMA = {
    "C1": 6, "C2": 5, "C3": 5, "C4": 4, "C5": 6, "C6": 4, "C7": 5, "C8": 4,
    "I1": 10, "I2": 8, "I3": 6, "I4": 8, "I5": 4, "I6": 5, "I7": 5, "S1": 15,
}  # fmt: skip
OWNERS = {
    "E1": ["C1", "C2", "C4", "C5", "C6", "C7", "C8"],
    "E2": ["I4", "I5", "I7"],
    "Q1": ["C3", "I1", "I2", "I3", "I6", "S1"],
}
FIGURES = ["C3", "I1", "I2", "I3", "I6"]
GRADES = {"탁월": 100, "우수": 90, "보통": 80, "미흡": 70, "부진": 60}
BUDGET_STEPS = [(95, 100), (90, 90), (85, 80), (80, 70), (0, 60)]
TOTALS = (
    "86.34 81.20 77.85 75.00 77.42 70.21 76.31 80.67 75.48 78.96 63.40 78.05 76.02 77.11 75.26 "
    "78.18 74.62 76.88 66.95 75.93 58.12 80.15 77.40 77.88 72.88 77.35 76.74 76.67 75.40"
)


@pytest.fixture(scope="module")
def definition() -> Definition:
    return read_definition(sample_definition())


@pytest.fixture(scope="module")
def tables(definition: Definition) -> Tables:
    return sample_tables(definition)


def cells_of(tables: Tables) -> Cells:
    cells: Cells = defaultdict(dict)
    for rows in tables.values():
        for service, code, field, value in rows:
            if code:
                assert field not in cells[service, code]
                cells[service, code][field] = value
    return cells


@pytest.fixture(scope="module")
def cells(tables: Tables) -> Cells:
    return cells_of(tables)


def exact(code: str, cell: dict[str, str]) -> Fraction:
    most = Fraction(MAXIMA[code])
    if code == "S1":
        return most * (Fraction(cell["survey_mean"]) - 1) / 4
    if code not in FIGURES:
        score = cell["score"]
        if code == "C4":
            return most * GRADES[score] / 100
        return most * Fraction(score) / 100 if code == "C7" else Fraction(score)
    target, actual = Fraction(cell["target"]), Fraction(cell["actual"])
    if code == "C3":
        return (
            most
            * next(gives for least, gives in BUDGET_STEPS if actual / target * 100 >= least)
            / 100
        )
    if not target:
        assert code == "I6"
        return most
    return most * min(actual / target, Fraction(1))


def rounded(value: Fraction, places: int) -> Decimal:
    """Half up; nothing here is negative."""
    return Decimal(int(value * 10**places + Fraction(1, 2))).scaleb(-places)


def totals_of(cells: Cells) -> dict[int, Decimal]:
    totals: dict[int, Decimal] = defaultdict(Decimal)
    for (service, code), cell in cells.items():
        totals[service] += rounded(exact(code, cell), 2)
    return totals


def test_totals_are_the_wanted_ones(cells: Cells) -> None:
    wanted = {number: Decimal(total) for number, total in enumerate(TOTALS.split(), start=1)}
    assert totals_of(cells) == wanted


def test_average_below_and_share_are_the_published_ones(cells: Cells) -> None:
    totals = totals_of(cells)
    below = [number for number, total in totals.items() if total < 75]
    assert rounded(Fraction(sum(totals.values())) / 29, 2) == Decimal("75.67")
    assert sorted(below) == [6, 11, 17, 19, 21, 25]
    assert rounded(Fraction(len(below) * 100, len(totals)), 1) == Decimal("20.7")
    assert Counter(totals.values())[Decimal("75.00")] == 1


def test_section_averages_come_out_as_drawn_in_the_design(cells: Cells) -> None:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for (_, code), cell in cells.items():
        sums[code[0]] += rounded(exact(code, cell), 2)
    means = {letter: str(rounded(Fraction(total) / 29, 2)) for letter, total in sums.items()}
    assert means == {"C": "29.45", "I": "34.89", "S": "11.33"}


def test_every_service_is_complete_and_nothing_else_is_marked(tables: Tables) -> None:
    fields = {code: {"target", "actual"} for code in FIGURES}
    fields["S1"] = {"survey_n", "survey_mean"}
    assert tables.keys() == OWNERS.keys()
    for owner, codes in OWNERS.items():
        given = Counter(
            (service, code, field)
            for service, code, field, _ in tables[owner]
            if code and field != "comment"
        )
        wanted = {
            (service, code, field)
            for service in range(1, 30)
            for code in codes
            for field in fields.get(code, {"score"})
        }
        assert given == Counter(wanted)


def test_exactly_the_expected_marks_are_given(definition: Definition, cells: Cells) -> None:
    expected = {
        (definition.service[service].number, definition.indicator[indicator].code)
        for (service, indicator), uids in definition.expected.items()
        if len(uids) == 1
    }
    assert expected == cells.keys()
    assert len(expected) == len(definition.expected) == 29 * 16


def test_values_are_in_range_and_on_their_step(cells: Cells) -> None:
    number = re.compile(r"(0|[1-9][0-9]{0,11})(\.[0-9]{0,5}[1-9])?")
    for (_, code), cell in cells.items():
        if code == "C4":
            assert cell["score"] in GRADES
            continue
        values = {field: value for field, value in cell.items() if field != "comment"}
        assert all(number.fullmatch(value) for value in values.values())
        if "score" in values:
            score = Decimal(values["score"])
            step, most = ("1", 100) if code == "C7" else ("0.1", MAXIMA[code])
            assert score <= most
            assert score % Decimal(step) == 0
        if code == "S1":
            assert 1 <= Decimal(values["survey_mean"]) <= 5
            assert int(values["survey_n"]) >= 30
        if code == "I6":
            assert Decimal(values["actual"]) <= Decimal(values["target"])


def test_every_value_is_stored_as_it_is_written(definition: Definition, cells: Cells) -> None:
    for service, applying in definition.applies.items():
        for row in (definition.indicator[uid] for uid in applying):
            cell = cells[definition.service[service].number, row.code]
            assert {field: stored_mark(row, field, text) for field, text in cell.items()} == cell


def test_every_total_is_possible_without_a_point_above_a_maximum(cells: Cells) -> None:
    assert all(0 <= exact(code, cell) <= MAXIMA[code] for (_, code), cell in cells.items())


def test_marks_vary(cells: Cells) -> None:
    for code in MAXIMA:
        seen = {exact(code, cell) for (_, own), cell in cells.items() if own == code}
        assert len(seen) >= (4 if code in ("C3", "C4") else 8)


def test_a_figure_in_percent_never_passes_100(definition: Definition, cells: Cells) -> None:
    in_percent = [row for row in definition.indicators if "(%)" in row.guidance]
    for row in in_percent:
        service = int(row.applies_to.removeprefix("service:"))
        assert Decimal(cells[service, row.code]["actual"]) <= 100


def test_the_same_seed_gives_the_same_tables(definition: Definition, tables: Tables) -> None:
    assert sample_tables(definition) == tables
    assert sample_tables(read_definition(sample_definition())) == tables


@pytest.mark.parametrize("seed", [0, 1, 7])
def test_another_seed_gives_other_marks_and_the_same_totals(
    definition: Definition, cells: Cells, seed: int
) -> None:
    other = cells_of(sample_tables(definition, seed))
    assert other != cells
    assert totals_of(other) == totals_of(cells)


def texts(tables: Tables, field: str) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for owner, rows in tables.items():
        for service, code, name, value in rows:
            if name == field:
                assert code == ""
                found[service].append((owner, value))
    return found


def test_every_service_has_achievements_tasks_and_opinions_of_its_evaluators(
    tables: Tables,
) -> None:
    for field, least, most in (("achievement", 2, 3), ("improvement", 1, 3), ("opinion", 2, 2)):
        found = texts(tables, field)
        assert found.keys() == set(range(1, 30))
        assert all(least <= len(rows) <= most for rows in found.values())
        assert {owner for rows in found.values() for owner, _ in rows} == {"E1", "E2"}
        assert all(len(set(rows)) == len(rows) for rows in found.values())


def test_every_opinion_says_first_that_it_is_invented(tables: Tables) -> None:
    opinions = [text for rows in texts(tables, "opinion").values() for _, text in rows]
    assert all(text.splitlines()[0].startswith("(가상)") for text in opinions)
    assert all(len(text.splitlines()) == 3 for text in opinions)
    assert len(set(opinions)) == len(opinions)


def test_texts_do_not_bore(tables: Tables) -> None:
    for field in ("achievement", "improvement"):
        found = Counter(text for rows in texts(tables, field).values() for _, text in rows)
        assert max(found.values()) <= 4
        assert len(found) * 4 >= found.total() * 3


def test_texts_are_finished_and_clean(tables: Tables) -> None:
    values = [value for rows in tables.values() for *_, value in rows]
    assert all(is_clean(value) and value for value in values)
    assert not any(re.search(r"[{}]|nan|None|  ", value) for value in values)


def test_marks_that_need_a_comment_have_one_and_some_others_too(cells: Cells) -> None:
    needed = {
        key
        for key, cell in cells.items()
        if not Fraction(60, 100) <= exact(key[1], cell) / MAXIMA[key[1]] < 1
    }
    commented = {key for key, cell in cells.items() if cell.get("comment")}
    assert needed <= commented
    assert 60 <= len(commented - needed) <= 29 * 16 // 2
