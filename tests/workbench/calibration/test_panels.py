"""Agreement by section: who is compared on which cells, and why a figure is missing."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.calibration.judging_round import CODES, calibrated, person
from tests.workbench.results.rounds_by_hand import COMMON, INDIVIDUAL, SATISFACTION
from workbench.calibration.agreement import icc_mean, icc_single, interval_alpha, mean_squares
from workbench.calibration.panels import Gap

SPREAD = {("E1", 1): "9", ("E2", 1): "7", ("E1", 2): "4", ("E2", 2): "5"}


def test_each_section_is_told_apart_and_all_of_them_last() -> None:
    marks = {
        (who, number, code): value for (who, number), value in SPREAD.items() for code in ("A", "E")
    }
    told = calibrated(2, 2, marks | {("E1", 1, "H"): "3"}).agreements
    assert [row.section for row in told] == [COMMON, INDIVIDUAL, SATISFACTION, None]
    common, individual, alone, over_all = told
    table = [[Fraction(90), Fraction(70)], [Fraction(40), Fraction(50)]]
    squares = mean_squares(table)
    assert common.alpha == individual.alpha == interval_alpha(table)
    assert (common.single, common.mean) == (icc_single(squares), icc_mean(squares))
    assert common.panel == common.raters == (person("E1"), person("E2"))
    assert (common.cells, common.panel_cells) == (2, 2)
    assert alone.alpha is alone.single is alone.mean is Gap.NOTHING_SHARED
    assert (alone.raters, alone.cells) == ((), 0)
    assert (over_all.cells, over_all.single) == (4, icc_single(mean_squares(table * 2)))


def test_one_section_is_not_told_twice() -> None:
    told = calibrated(2, 2, {(who, at, "A"): v for (who, at), v in SPREAD.items()}).agreements
    assert [row.section for row in told] == [COMMON]


def test_one_shared_cell_is_too_few_for_icc() -> None:
    (told,) = calibrated(2, 1, {("E1", 1, "A"): "9", ("E2", 1, "A"): "7"}).agreements
    assert told.single is told.mean is Gap.FEW_CELLS
    assert told.alpha == 0


def test_equal_marks_throughout_have_no_variance() -> None:
    marks = {(who, at, "A"): "7" for who in ("E1", "E2") for at in (1, 2, 3)}
    (told,) = calibrated(2, 3, marks).agreements
    assert told.alpha is told.single is told.mean is Gap.NO_VARIANCE


def test_a_missing_mark_costs_a_cell_and_not_a_rater() -> None:
    marks = {
        (f"E{who}", at, "A"): str(2 * at + who % 2)
        for who in (1, 2, 3)
        for at in (1, 2, 3, 4)
        if (who, at) != (3, 4)
    }
    (told,) = calibrated(3, 4, marks).agreements
    assert told.panel == tuple(person(f"E{who}") for who in (1, 2, 3))
    assert (told.cells, told.panel_cells) == (4, 3)


def test_of_two_teams_the_larger_table_is_compared() -> None:
    marks = {(f"E{who}", at, "A"): str(at + who) for who in (1, 2) for at in (1, 2)}
    marks |= {(f"E{who}", at, "A"): str(at % 5 + who) for who in (3, 4) for at in (3, 4, 5)}
    (told,) = calibrated(4, 5, marks).agreements
    assert told.raters == tuple(person(f"E{who}") for who in (1, 2, 3, 4))
    assert told.panel == (person("E3"), person("E4"))
    assert told.panel_cells == 3


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(("E1", "E2", "E3")), st.integers(1, 4), st.sampled_from(CODES)),
        st.sampled_from(("0", "2.5", "6", "10")),
        max_size=60,
    )
)
def test_every_figure_is_a_number_or_says_why_not(marks: dict[tuple[str, int, str], str]) -> None:
    for told in calibrated(3, 4, marks).agreements:
        assert set(told.panel) <= set(told.raters)
        assert told.panel_cells <= told.cells
        assert (told.alpha is Gap.NOTHING_SHARED) == (told.cells == 0)
        for figure in (told.alpha, told.single, told.mean):
            assert isinstance(figure, Gap) or figure <= 1
