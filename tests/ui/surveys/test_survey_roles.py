"""What columns are for: whatever is chosen, every column is for one thing and nothing is lost."""

from __future__ import annotations

from hypothesis import given as drawing
from hypothesis import strategies as st

from ui.surveys.importing.roles import (
    OUT,
    Part,
    Role,
    given,
    readable,
    renamed,
    role_of,
    roles_in,
    turned,
)
from workbench.surveys.columns import Column, Kind
from workbench.surveys.mapping import Dimension, FiguresMapping, SurveyMapping
from workbench.surveys.table_reading import Source, SurveyTable

NAMES = ("사무", "응답자", "전화", *(f"문항{at}" for at in range(1, 7)))
KINDS = (Kind.SERVICE, Kind.OTHER, Kind.PHONE, *(Kind.ANSWERS for _ in range(6)))
COLUMNS = tuple(
    Column(name, "ABCDEFGHI"[at], kind, 1)
    for at, (name, kind) in enumerate(zip(NAMES, KINDS, strict=True))
)
TABLE = SurveyTable(
    Source("a.csv", "0" * 64),
    COLUMNS,
    (2,),
    {column.name: ("1",) for column in COLUMNS if not column.is_refused},
)
EMPTY = SurveyMapping("", ())
ROLES = st.one_of(
    st.sampled_from([Role(Part.SERVICE), Role(Part.RESPONDENT), Role(Part.OVERALL), OUT]),
    st.sampled_from("가나다").map(lambda name: Role(Part.FACTOR, name)),
)
CHOICES = st.lists(
    st.tuples(st.sets(st.sampled_from(NAMES), min_size=1), ROLES), min_size=1, max_size=12
)


@drawing(CHOICES)
def test_every_column_is_for_what_was_said_last(choices) -> None:
    mapping, expected = EMPTY, dict.fromkeys(NAMES, OUT)
    for names, role in choices:
        mapping = given(mapping, TABLE, names, role)
        expected |= dict.fromkeys(names, OUT)
        if role.part in (Part.SERVICE, Part.RESPONDENT):
            before = [name for name, had in expected.items() if had == role]
            expected |= dict.fromkeys(before, OUT)
            expected[next(name for name in NAMES if name in names)] = role
        else:
            expected |= dict.fromkeys(names, role)
    assert {name: role_of(mapping, name) for name in NAMES} == expected
    assert all(row.questions for row in mapping.dimensions)
    for questions in (mapping.overall, *(row.questions for row in mapping.dimensions)):
        assert list(questions) == sorted(questions, key=NAMES.index)
    offered = {role.dimension for role in roles_in(mapping) if role.part is Part.FACTOR}
    assert offered == {row.name for row in mapping.dimensions}
    assert set(mapping.left_out) == {
        column.name
        for column in COLUMNS
        if column.kind is Kind.ANSWERS and expected[column.name] == OUT
    }


@drawing(CHOICES, st.sampled_from("가나다"), st.sampled_from("가나라"))
def test_renaming_moves_no_question(choices, dimension, name) -> None:
    mapping = EMPTY
    for names, role in choices:
        mapping = given(mapping, TABLE, names, role)
    after = renamed(mapping, TABLE, dimension, name)
    assert after.overall == mapping.overall
    assert set(after.factors) == set(mapping.factors)
    for question in mapping.factors:
        had = role_of(mapping, question).dimension
        assert role_of(after, question).dimension == (name if had == dimension else had)
    names = [row.name for row in after.dimensions]
    assert len(names) == len(set(names))


def test_a_column_that_is_not_read_keeps_its_role_for_later() -> None:
    mapping = SurveyMapping("사무", (Dimension("과정", ("문항1",)),), respondent="전화")
    assert readable(mapping, TABLE).respondent == ""
    assert readable(mapping, TABLE).factors == ("문항1",)
    assert role_of(mapping, "전화") == Role(Part.RESPONDENT)


def test_ready_figures_have_one_column_for_each() -> None:
    mapping = turned(SurveyMapping("사무", (), scale_min=0, scale_max=10), is_ready=True)
    assert mapping == FiguresMapping("사무", "", "", scale_min=0, scale_max=10)
    for name, part in (("문항1", Part.N), ("문항2", Part.MEAN), ("문항3", Part.MEAN)):
        mapping = given(mapping, TABLE, [name], Role(part))
    assert (mapping.n, mapping.mean) == ("문항1", "문항3")
    assert role_of(mapping, "문항2") == OUT
    assert turned(mapping, is_ready=False) == SurveyMapping("사무", (), scale_min=0, scale_max=10)
