"""The definition of the rehearsal round is whole, invented, and says so."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from workbench.definition.reading import read_definition
from workbench.definition.terms import Formula, Kind, Role, RoundingStage, Scale
from workbench.results.formulas import formula_of
from workbench.sample.material import read_material, sample_definition

if TYPE_CHECKING:
    from workbench.definition.terms import Definition

BELOW = {
    6: "바람밤도깨비야시장 운영",
    11: "청년센터 솔빛 오랑 관리운영",
    17: "여성능력개발원 해든 운영",
    19: "재개발임대주택(한빛마을, 별내동산A) 관리운영",
    21: "지역상생교류사업 도란 관리운영",
    25: "사회적경제 두레센터 관리운영",
}


@pytest.fixture(scope="module")
def definition() -> Definition:
    return read_definition(sample_definition())


def test_it_is_a_rehearsal_of_the_published_shape(definition: Definition) -> None:
    rules = definition.rules
    assert rules.rehearsal
    assert (rules.title, rules.year, rules.sequence) == (
        "2024년 제1차 민간위탁 종합성과평가",
        2024,
        1,
    )
    assert (rules.pool, rules.cut, rules.score_places) == (47, 75, 2)
    assert rules.rounding_stage is RoundingStage.INDICATOR
    assert [band.lower for band in rules.bands] == [90, 80, 75, 70, 65, 0]
    assert len(definition.services) == 29


def test_services_below_the_cut_carry_invented_names(definition: Definition) -> None:
    names = {service.number: service.name for service in definition.services}
    assert {number: names[number] for number in BELOW} == BELOW
    assert len(set(names.values())) == 29


def test_every_operator_and_the_institute_are_marked_as_invented(definition: Definition) -> None:
    operators = [name for service in definition.services for name in service.operators]
    assert all(name.endswith("(가상)") for name in operators)
    assert len(set(operators)) == len(operators)
    assert "가상" in definition.rules.institute


def test_one_service_is_run_by_a_consortium_of_four(definition: Definition) -> None:
    assert sorted(len(service.operators) for service in definition.services) == [1] * 28 + [4]
    assert len({service.type for service in definition.services}) == 3
    assert all(service.department and service.term_end for service in definition.services)


def test_maxima_come_to_the_sections_for_every_service(definition: Definition) -> None:
    for service in definition.services:
        rows = [definition.indicator[uid] for uid in definition.applies[service.uid]]
        assert len({row.code for row in rows}) == len(rows) == 16
        for section in definition.sections:
            own = [row.max_points for row in rows if row.section is section.code]
            assert sum(own) == section.max_points
    assert sum(section.max_points for section in definition.sections) == Decimal(100)


def test_every_scale_is_shown(definition: Definition) -> None:
    assert {row.scale for row in definition.indicators} == set(Scale)
    assert {row.kind for row in definition.indicators} == set(Kind)
    computed = [row for row in definition.indicators if row.scale in (Scale.MEASURE, Scale.SURVEY)]
    assert {row.code: formula_of(row) for row in computed} == {
        "C3": Formula.STEPS,
        "I1": Formula.ACHIEVEMENT,
        "I2": Formula.ACHIEVEMENT,
        "I3": Formula.ACHIEVEMENT,
        "I6": Formula.COMPLETION,
        "S1": Formula.SURVEY_LINEAR,
    }


def test_results_are_named_for_each_service_and_fit_their_figures(definition: Definition) -> None:
    figures = read_material().figures
    numbers = {service.uid: service.number for service in definition.services}
    for uid, applying in definition.applies.items():
        for row in (definition.indicator[indicator] for indicator in applying):
            if row.code in ("I1", "I2", "I3"):
                figure = figures[numbers[uid], row.code]
                assert row.applies_to == f"service:{numbers[uid]}"
                assert row.name == f"핵심성과지표 {row.code[1]} 목표달성도({figure.topic})"
                assert row.guidance.startswith(f"{figure.topic}({figure.unit}): ")


def test_the_team_has_four_and_the_lead_scores_nothing(definition: Definition) -> None:
    owners: dict[str, set[str]] = {row.code: set() for row in definition.evaluators}
    for (_, indicator), uids in definition.expected.items():
        (uid,) = uids
        owners[definition.evaluator[uid].code].add(definition.indicator[indicator].code)
    assert owners == {
        "E1": {"C1", "C2", "C4", "C5", "C6", "C7", "C8"},
        "E2": {"I4", "I5", "I7"},
        "Q1": {"C3", "I1", "I2", "I3", "I6", "S1"},
        "L1": set(),
    }
    roles = {row.code: row.role for row in definition.evaluators}
    assert roles["Q1"] is Role.QUANTITATIVE_SECRETARY
    assert roles["L1"] is Role.LEAD_SECRETARY


def test_every_judged_indicator_has_guidance_and_five_anchors(definition: Definition) -> None:
    assert all(row.guidance for row in definition.indicators)
    judged = [row for row in definition.indicators if row.kind is Kind.QUALITATIVE]
    assert all(len(row.levels) == 5 for row in judged)
    assert all(level.description for row in judged for level in row.levels)
