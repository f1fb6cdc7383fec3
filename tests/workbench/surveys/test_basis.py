"""The basis of survey figures: canonical, readable again, and harmless whatever it is."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.definition.terms import Formula
from workbench.scoring.values import stored_text
from workbench.surveys.basis import (
    Basis,
    BasisKind,
    DimensionBasis,
    DuplicatesBasis,
    QuestionBasis,
    basis_of,
    basis_text,
)

BASIS = Basis(
    kind=BasisKind.ANSWERS,
    source="원자료.xlsx",
    sha256="ab" * 32,
    sheet="응답",
    n=4,
    mean=Decimal("4.125"),
    low=Decimal(1),
    high=Decimal(5),
    formula=Formula.SURVEY_LINEAR,
    index=Decimal("78.13"),
    standard_error=Decimal("5.10"),
    standard_error_n=3,
    factor_weight=Decimal(75),
    factor_mean=Decimal(4),
    overall_mean=Decimal("4.5"),
    dimensions=(DimensionBasis("과정품질", Decimal(4)), DimensionBasis("환경품질", None)),
    questions=(
        QuestionBasis(
            "과정-1", "과정품질", 3, 1, ((0, 1), (None, 2)), 1, ((3, 1), (4, 1), (5, 1)), Decimal(4)
        ),
        QuestionBasis("환경-1", "환경품질", 0, 4, (), 0, (), None),
        QuestionBasis("전반", "", 2, 2, (), 0, ((4, 1), (5, 1)), Decimal("4.5")),
    ),
    duplicates=DuplicatesBasis(1, 5, 0, is_kept=False),
    left_out=("연번",),
    refused=("성명",),
    overrides=("연락처",),
)


def test_it_reads_back_whole_and_is_written_in_one_way_only() -> None:
    text = basis_text(BASIS)
    assert basis_of(text) == BASIS
    assert basis_text(basis_of(text)) == text
    assert stored_text(text) == text
    shuffled = json.dumps(dict(reversed(json.loads(text).items())), indent=2)
    assert basis_of(shuffled) == BASIS


def test_its_mean_comes_out_of_its_distributions() -> None:
    assert BASIS.recomputed() == BASIS.mean == Decimal("4.125")


def test_figures_typed_over_it_are_told_from_its_own() -> None:
    own = {"survey_n": "4", "survey_mean": "4.125", "survey_min": "1", "survey_max": "5"}
    assert BASIS.is_of(own)
    assert not BASIS.is_of(own | {"survey_mean": "4.126"})
    assert not BASIS.is_of(own | {"survey_n": "5"})


HOSTILE = [
    "",
    "null",
    "[]",
    "{}",
    "NaN",
    "[" * 90_000,
    '{"form":' * 9_000,
    "9" * 99_999,
    json.dumps({"form": 1}),
    "x" * 100_001,
    basis_text(BASIS)[:-1],
    basis_text(BASIS).replace('"mean":"4.125"', '"mean":4.125'),
    basis_text(BASIS).replace('"mean":"4.125"', '"mean":"1e9"'),
    basis_text(BASIS).replace('"mean":"4.125"', '"mean":"NaN"'),
    basis_text(BASIS).replace('"n":4,', '"n":true,'),
    basis_text(BASIS).replace('"n":4,', '"n":-4,'),
    basis_text(BASIS).replace('"n":4,', f'"n":{10**30},'),
    basis_text(BASIS).replace("원자료.xlsx", "\\u202egnp.exe"),
    basis_text(BASIS).replace("원자료.xlsx", "\\ud800"),
    basis_text(BASIS).replace("원자료.xlsx", "x" * 400),
    basis_text(BASIS).replace("survey_linear", "__import__"),
    basis_text(BASIS).replace("ab" * 32, "zz" * 32),
    basis_text(BASIS).replace('"factors":"75"', '"factors":"999"'),
    basis_text(BASIS).replace("[[3,1],[4,1],[5,1]]", "[[3,1],[4,1],[5,9]]"),
    basis_text(BASIS).replace("[[3,1],[4,1],[5,1]]", "[[null,1],[4,1],[5,1]]"),
    basis_text(BASIS).replace("[[3,1],[4,1],[5,1]]", "[3]"),
    basis_text(BASIS).replace('"form":1', '"form":2'),
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_foreign_text_is_no_basis_and_raises_nothing(text: str) -> None:
    assert basis_of(text) is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.data())
def test_any_value_in_any_place_raises_nothing(data: st.DataObject) -> None:
    found = json.loads(basis_text(BASIS))
    place: object = found
    while isinstance(place, dict | list) and place:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(place[key], dict | list) or data.draw(st.booleans()):
            place[key] = data.draw(VALUES)
            break
        place = place[key]
    basis = basis_of(json.dumps(found))
    if basis is not None:
        basis.recomputed()
        assert basis_of(basis_text(basis)) == basis


@given(st.text(max_size=200))
def test_any_text_raises_nothing(text: str) -> None:
    assert basis_of(text) is None
