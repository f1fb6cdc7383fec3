"""The matrix of services and sections: who is in which cell, and what an edit leaves alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.setup.definitions import definitions
from workbench.definition.terms import Definition, Standing
from workbench.setup.assigning import assign, assign_each, balance, loads, matrix, recuse
from workbench.setup.reading import drafted, problems_of, read_sheets
from workbench.setup.sheets import Sheets, sheets_of
from workbench.setup.templates import sample_sheets

ALL = range(1, 30)
RECUSED = (Standing.DISQUALIFIED, Standing.CHALLENGED, Standing.RECUSED)


def cell(sheets: Sheets, number: int, section: str) -> list[tuple[str, Standing]]:
    row = next(row for row in matrix(drafted(sheets)).rows if row.number == number)
    return [tuple(holder) for holder in row.cells[section]]


def test_the_matrix_says_who_holds_what() -> None:
    found = matrix(drafted(sample_sheets()))
    assert found.sections == ("common", "individual", "satisfaction")
    assert [row.number for row in found.rows] == list(ALL)
    first = found.rows[0]
    assert [holder.code for holder in first.cells["common"]] == ["E1", "Q1"]
    assert first.indicators["common", first.cells["common"][1]] == ("C3",)
    assert len(first.applying["common"]) == 8


def test_cells_are_filled_for_many_services_at_once() -> None:
    sheets = assign(sample_sheets(), [1, 2, 3, 7], "individual", ["E1"])
    assert cell(sheets, 1, "individual") == [("E1", Standing.ASSIGNED)]
    assert cell(sheets, 4, "individual") == cell(sample_sheets(), 4, "individual")
    assert cell(sheets, 1, "satisfaction") == [("Q1", Standing.ASSIGNED)]
    assert problems_of(sheets) == ()
    services = {row.text("services") for row in sheets.of("assignments")}
    assert "1-3;7" in services


def test_a_cell_left_to_nobody_is_said() -> None:
    sheets = assign(sample_sheets(), [5], "satisfaction", [])
    assert cell(sheets, 5, "satisfaction") == []
    assert [row.key for row in problems_of(sheets)] == ["definition_unassigned"]


def test_a_recusal_stays_on_record_when_somebody_else_is_assigned() -> None:
    sheets = recuse(sample_sheets(), "E2", [4, 5], Standing.RECUSED, "자문 이력")
    assert ("E2", Standing.RECUSED) in cell(sheets, 4, "individual")
    sheets = assign(sheets, [4], "individual", ["E1"])
    assert cell(sheets, 4, "individual") == [
        ("E1", Standing.ASSIGNED),
        ("E2", Standing.RECUSED),
    ]
    definition = read_sheets(sheets)
    (evaluator,) = (row for row in definition.evaluators if row.code == "E2")
    reasons = {row.reason for row in evaluator.charges if row.standing is Standing.RECUSED}
    assert reasons == {"자문 이력"}


def test_a_recusal_can_be_lifted_and_replaced() -> None:
    known = sheets_of(read_sheets(sample_sheets()))
    sheets = recuse(known, "E2", [4, 5], Standing.RECUSED, "자문")
    sheets = recuse(sheets, "e2", [5], Standing.DISQUALIFIED, "친족")
    assert cell(sheets, 4, "individual")[0] == ("E2", Standing.RECUSED)
    assert cell(sheets, 5, "individual")[0] == ("E2", Standing.DISQUALIFIED)
    lifted = recuse(sheets, "E2", [4, 5], Standing.ASSIGNED, "")
    assert read_sheets(lifted) == read_sheets(known)


def test_services_are_spread_evenly() -> None:
    sheets = balance(sample_sheets(), "individual", ["E1", "E2", "L1"])
    counts = {row.code: row.services for row in loads(drafted(sheets))}
    individual = [cell(sheets, number, "individual") for number in ALL]
    assert all(len(row) == 1 for row in individual)
    given = [row[0][0] for row in individual]
    assert sorted(given.count(code) for code in ("E1", "E2", "L1")) == [9, 10, 10]
    assert counts["Q1"] == 29
    assert problems_of(sheets) == ()


def test_nobody_is_given_a_service_from_which_he_is_recused() -> None:
    sheets = recuse(sample_sheets(), "E2", range(1, 25), Standing.CHALLENGED, "기피 신청")
    sheets = balance(sheets, "individual", ["E1", "E2"])
    for number in ALL:
        held = [
            code
            for code, standing in cell(sheets, number, "individual")
            if standing is Standing.ASSIGNED
        ]
        assert held == (["E1"] if number < 25 else ["E2"])


def test_loads_count_services_and_marks() -> None:
    by_code = {row.code: row for row in loads(drafted(sample_sheets()))}
    assert (by_code["E1"].services, by_code["E1"].marks) == (29, 203)
    assert (by_code["L1"].services, by_code["L1"].marks) == (0, 0)


def test_rows_that_cannot_be_read_are_left_as_they_were_typed() -> None:
    sheets = sample_sheets()
    (first, *rest) = sheets.of("assignments")
    odd = type(first)(None, {**first.texts, "services": "하나"})
    sheets = assign(sheets.replaced("assignments", (odd, *rest)), [1], "individual", ["E1"])
    assert odd in sheets.of("assignments")


@given(definitions(), st.data())
def test_an_edit_changes_its_cells_and_no_others(
    definition: Definition, data: st.DataObject
) -> None:
    included = [row.number for row in definition.services if not row.exempt]
    numbers = data.draw(st.sets(st.sampled_from(included)) if included else st.just(set()))
    section = data.draw(st.sampled_from([row.code.value for row in definition.sections]))
    codes = data.draw(st.sets(st.sampled_from([row.code for row in definition.evaluators])))
    before = sheets_of(definition)
    after = assign(before, numbers, section, sorted(codes))
    first, second = (matrix(drafted(sheets)) for sheets in (before, after))
    for old, new in zip(first.rows, second.rows, strict=True):
        for each in first.sections:
            held = {
                (each, holder): codes
                for (of, holder), codes in old.indicators.items()
                if of == each
            }
            now = {
                (each, holder): codes
                for (of, holder), codes in new.indicators.items()
                if of == each
            }
            if old.number not in numbers or each != section:
                assert now == held
                continue
            recused = {key: row for key, row in held.items() if key[1].standing in RECUSED}
            assert {key: row for key, row in now.items() if key[1].standing in RECUSED} == recused
            free = {
                code: set(old.applying[each])
                - {name for key, row in recused.items() if key[1].code == code for name in row}
                for code in codes
            }
            given_now = {
                key[1].code: set(row)
                for key, row in now.items()
                if key[1].standing is Standing.ASSIGNED
            }
            assert given_now == {code: names for code, names in free.items() if names}


@given(definitions(), st.data())
def test_many_cells_at_once_are_what_one_after_the_other_would_be(
    definition: Definition, data: st.DataObject
) -> None:
    included = [row.number for row in definition.services if not row.exempt]
    people = tuple(row.code for row in definition.evaluators)
    some = st.sets(st.sampled_from(people)).map(lambda codes: tuple(sorted(codes)))
    cells = [(number, row.code.value) for number in included for row in definition.sections]
    wanted: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    step_by_step = sheets_of(definition)
    for number, section in data.draw(st.permutations(cells)):
        codes = data.draw(st.none() | some)
        if codes is not None:
            wanted.setdefault((section, codes), []).append(number)
            step_by_step = assign(step_by_step, [number], section, codes)
    at_once = assign_each(sheets_of(definition), wanted)
    assert matrix(drafted(at_once)) == matrix(drafted(step_by_step))
