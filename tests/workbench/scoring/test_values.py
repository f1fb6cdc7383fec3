"""What may stand in a cell, and what the sentence says when it may not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.results.rounds_by_hand import COMMON, indicator
from workbench.definition.terms import Level, Scale
from workbench.errors import InputError
from workbench.journal.fields import FIGURES, OF_EVALUATOR, Field
from workbench.scoring.values import fits, is_stored_form, largest, stored_mark, stored_text
from workbench.text import MAX_CHARACTERS

POINTS = indicator("C1", COMMON, "7.5", step=Decimal("0.25"), allow_not_applicable=True)
RATING = replace(POINTS, scale=Scale.RATING, step=Decimal("0.5"))
GRADE = replace(
    POINTS, scale=Scale.GRADE, levels=(Level("탁월", Decimal(100)), Level("90", Decimal(80)))
)
MEASURE = replace(POINTS, scale=Scale.MEASURE)
SURVEY = replace(POINTS, scale=Scale.SURVEY)

STORED = [
    (POINTS, "score", "7.5", "7.5"),
    (POINTS, "score", " 07.50 ", "7.5"),
    (POINTS, "score", "\uff17", "7"),
    (POINTS, "score", "0", "0"),
    (POINTS, "score", "0.250000", "0.25"),
    (POINTS, "score", "", None),
    (POINTS, "score", " \u3000\t", None),
    (RATING, "score", "100", "100"),
    (RATING, "score", "99.5", "99.5"),
    (GRADE, "score", "탁월", "탁월"),
    (GRADE, "score", " 90 ", "90"),
    (GRADE, "score", "\u1110\u1161\u11a8\u110b\u116f\u11af", "탁월"),
    (MEASURE, "target", "1234.567", "1234.567"),
    (MEASURE, "actual", "0", "0"),
    (SURVEY, "survey_mean", "4.333333", "4.333333"),
    (SURVEY, "survey_n", "012", "12"),
    (POINTS, "not_applicable", " yes ", "yes"),
    (POINTS, "not_applicable", "", None),
    (POINTS, "comment", " 글\r\n", "글"),
    (SURVEY, "comment", "\x07", None),
]
REFUSED = [
    (POINTS, "score", "7.75", "score_too_high"),
    (POINTS, "score", "7.6", "score_too_high"),
    (POINTS, "score", "7.3", "score_off_step"),
    (POINTS, "score", "0.1", "score_off_step"),
    (POINTS, "score", "-1", "number_unfit"),
    (POINTS, "score", "1,5", "number_unfit"),
    (POINTS, "score", "7점", "number_unfit"),
    (POINTS, "score", "NaN", "number_unfit"),
    (POINTS, "score", "1e0", "number_unfit"),
    (POINTS, "score", "탁월", "number_unfit"),
    (RATING, "score", "100.5", "score_too_high"),
    (RATING, "score", "99.75", "score_off_step"),
    (GRADE, "score", "우수", "grade_unknown"),
    (GRADE, "score", "100", "grade_unknown"),
    (MEASURE, "target", "1.1234567", "number_unfit"),
    (MEASURE, "score", "5", "field_not_of_scale"),
    (POINTS, "target", "5", "field_not_of_scale"),
    (POINTS, "survey_n", "5", "field_not_of_scale"),
    (SURVEY, "survey_n", "12.0", "whole_number_unfit"),
    (SURVEY, "survey_n", "many", "number_unfit"),
    (POINTS, "not_applicable", "no", "not_applicable_unfit"),
    (POINTS, "not_applicable", "YES", "not_applicable_unfit"),
    (replace(POINTS, allow_not_applicable=False), "not_applicable", "yes", "not_applicable_closed"),
    (POINTS, "comment", "가" * (MAX_CHARACTERS + 1), "text_too_long"),
    (POINTS, "opinion", "글", "field_not_of_scale"),
    (POINTS, "bonus", "5", "field_not_of_scale"),
]


@pytest.mark.parametrize(("row", "field", "text", "stored"), STORED)
def test_typed_text_gets_its_one_stored_form(
    row, field: str, text: str, stored: str | None
) -> None:
    assert stored_mark(row, field, text) == stored
    if stored is not None:
        assert stored_mark(row, field, stored) == stored
        assert fits(row, field, stored)
        assert is_stored_form(field, stored)


@pytest.mark.parametrize(("row", "field", "text", "key"), REFUSED)
def test_what_cannot_stand_there_is_refused_with_its_sentence(
    row, field: str, text: str, key: str
) -> None:
    with pytest.raises(InputError) as refused:
        stored_mark(row, field, text)
    assert refused.value.key == key
    assert refused.value.exit_code == 2
    assert not fits(row, field, text)


def test_a_refusal_names_number_maximum_and_step_as_people_write_them() -> None:
    with pytest.raises(InputError) as refused:
        stored_mark(POINTS, "score", "007.60")
    assert refused.value.values == {"number": "7.6", "most": "7.5", "step": "0.25"}


def test_the_largest_mark_is_the_maximum_or_a_hundred() -> None:
    assert largest(POINTS) == Decimal("7.5")
    assert largest(RATING) == Decimal(100)


@pytest.mark.parametrize("field", sorted(FIGURES - {Field.SCORE}))
@pytest.mark.parametrize("value", ["", "05", "5.0", "5.", "-5", "1e3", "five", "5\n"])
def test_a_figure_has_one_form(field: str, value: str) -> None:
    assert not is_stored_form(field, value)


@given(st.text(max_size=40), st.sampled_from(sorted(OF_EVALUATOR)))
def test_text_fields_store_what_the_door_makes(text: str, field: str) -> None:
    stored = stored_text(text)
    if stored is None:
        return
    assert stored_text(stored) == stored
    if field in {"comment", "opinion", "achievement", "improvement", "recusal", "pledge"}:
        assert is_stored_form(field, stored)


@given(
    st.decimals("0.01", 100, places=2),
    st.decimals("0.01", 2, places=2),
    st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,6})?", fullmatch=True),
)
def test_a_mark_stands_exactly_if_it_is_a_number_of_steps_up_to_the_maximum(
    most: Decimal, step: Decimal, text: str
) -> None:
    row = replace(POINTS, max_points=most, step=step)
    is_fit = Decimal(text) <= most and Decimal(text) % step == 0
    assert fits(row, "score", text.lstrip("0") or "0") in {is_fit, False}
    try:
        stored = stored_mark(row, "score", text)
    except InputError:
        assert not is_fit
    else:
        assert is_fit
        assert Decimal(stored) == Decimal(text)
