"""What each column of a survey is for, and the mapping with another answer to that."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from workbench.surveys.columns import OF_ANSWERS
from workbench.surveys.mapping import AnyMapping, Dimension, FiguresMapping, SurveyMapping
from workbench.surveys.table_reading import SurveyTable


class Part(StrEnum):
    """What a column can be for."""

    SERVICE = "service"
    RESPONDENT = "respondent"
    FACTOR = "factor"
    OVERALL = "overall"
    N = "n"
    MEAN = "mean"
    LOW = "low"
    HIGH = "high"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Role:
    """What one column is for; ``dimension`` names the group of a factor question."""

    part: Part
    dimension: str = ""


OUT: Final = Role(Part.OUT)
_OF_ANSWERS: Final = (Part.SERVICE, Part.RESPONDENT)
_OF_FIGURES: Final = (Part.SERVICE, Part.N, Part.MEAN, Part.LOW, Part.HIGH)


def roles_in(mapping: AnyMapping) -> tuple[Role, ...]:
    """Return every role that a column can be given under ``mapping``, in the order of a list."""
    if isinstance(mapping, FiguresMapping):
        return (*map(Role, _OF_FIGURES), OUT)
    factors = (Role(Part.FACTOR, row.name) for row in mapping.dimensions)
    return (*map(Role, _OF_ANSWERS), *factors, Role(Part.OVERALL), OUT)


def role_of(mapping: AnyMapping, name: str) -> Role:
    """Return what the column called ``name`` is for."""
    singles = _OF_FIGURES if isinstance(mapping, FiguresMapping) else _OF_ANSWERS
    for part in singles:
        if getattr(mapping, part) == name:
            return Role(part)
    if isinstance(mapping, SurveyMapping):
        if name in mapping.overall:
            return Role(Part.OVERALL)
        for row in mapping.dimensions:
            if name in row.questions:
                return Role(Part.FACTOR, row.name)
    return OUT


def given(
    mapping: AnyMapping, table: SurveyTable, names: Collection[str], role: Role
) -> AnyMapping:
    """Return ``mapping`` with the columns ``names`` in ``role``.

    Of a role that only one column can have the first of ``names`` takes it; whichever had it
    before is left out. Questions stay in the order of the table.
    """
    bare = _without(mapping, names)
    if role.part is Part.OUT:
        return _noting_left_out(bare, table)
    if isinstance(bare, SurveyMapping) and role.part in (Part.FACTOR, Part.OVERALL):
        return _noting_left_out(_with_questions(bare, table, names, role), table)
    first = next((column.name for column in table.columns if column.name in names), "")
    taken: dict[str, Any] = {role.part.value: first}
    return _noting_left_out(replace(bare, **taken), table)


def renamed(mapping: AnyMapping, table: SurveyTable, dimension: str, name: str) -> AnyMapping:
    """Return ``mapping`` with a dimension called otherwise; two of one name become one."""
    if not isinstance(mapping, SurveyMapping):
        return mapping
    rows = [replace(row, name=name) if row.name == dimension else row for row in mapping.dimensions]
    joined: dict[str, list[str]] = {row.name: [] for row in rows}
    for row in rows:
        joined[row.name] += row.questions
    return replace(
        mapping,
        dimensions=tuple(
            Dimension(name, tuple(in_order(table, names))) for name, names in joined.items()
        ),
    )


def readable(mapping: AnyMapping, table: SurveyTable) -> AnyMapping:
    """Return what of ``mapping`` can be computed: nothing from columns that were not read."""
    return _without(mapping, {column.name for column in table.refused})


def turned(mapping: AnyMapping, *, is_ready: bool) -> AnyMapping:
    """Return an empty mapping of the other form on the same service column and scale."""
    low, high = mapping.scale_min, mapping.scale_max
    if is_ready:
        return FiguresMapping(mapping.service, "", "", scale_min=low, scale_max=high)
    return SurveyMapping(mapping.service, (), scale_min=low, scale_max=high)


def in_order(table: SurveyTable, names: Collection[str]) -> Iterator[str]:
    """Yield ``names`` as their columns stand in the table."""
    return (column.name for column in table.columns if column.name in names)


def _without(mapping: AnyMapping, names: Collection[str]) -> AnyMapping:
    singles = _OF_FIGURES if isinstance(mapping, FiguresMapping) else _OF_ANSWERS
    emptied: dict[str, Any] = {
        part.value: "" for part in singles if getattr(mapping, part) in names
    }
    bare = replace(mapping, **emptied)
    if not isinstance(bare, SurveyMapping):
        return bare
    rows = (Dimension(row.name, _rest(row.questions, names)) for row in bare.dimensions)
    return replace(
        bare,
        dimensions=tuple(row for row in rows if row.questions),
        overall=_rest(bare.overall, names),
    )


def _rest(questions: Sequence[str], names: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in questions if name not in names)


def _with_questions(
    mapping: SurveyMapping, table: SurveyTable, names: Collection[str], role: Role
) -> SurveyMapping:
    if role.part is Part.OVERALL:
        return replace(mapping, overall=tuple(in_order(table, {*mapping.overall, *names})))
    rows = {row.name: row.questions for row in mapping.dimensions}
    questions = {*rows.get(role.dimension, ()), *names}
    rows[role.dimension] = tuple(in_order(table, questions))
    return replace(mapping, dimensions=tuple(Dimension(*pair) for pair in rows.items()))


def _noting_left_out(mapping: AnyMapping, table: SurveyTable) -> AnyMapping:
    """Remember which columns look like questions and are none."""
    if not isinstance(mapping, SurveyMapping):
        return mapping
    used = {mapping.service, mapping.respondent, *mapping.questions}
    out = (row.name for row in table.columns if row.kind in OF_ANSWERS and row.name not in used)
    return replace(mapping, left_out=tuple(out))
