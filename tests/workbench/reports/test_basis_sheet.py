"""계산 근거: every figure with its way to the points, as values that are those of the result."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from models.journal import Revision
from tests.workbench.reports.conftest import (
    MADE_AT,
    definition_for_tests,
    heads_of,
    indicator_for_tests,
    rules_for_tests,
)
from workbench.definition.terms import Formula, Measure, Scale, SectionCode, Service
from workbench.exact import printed
from workbench.journal.fields import Field
from workbench.measures.amounts import closely
from workbench.measures.confirmations import (
    Confirmation,
    FiguresRow,
    Stand,
    confirmable,
    figures_rows,
)
from workbench.reports.basis_sheet import AGAIN, BASIS, NOT_CONFIRMED, bases_in, basis_sheet
from workbench.reports.edition import Audience, Edition
from workbench.reports.packing import packed
from workbench.reports.page import FIRST_ROW, HEAD_ROW
from workbench.reports.readback import compare
from workbench.results.scoring import compute
from workbench.surveys.basis import Basis, BasisKind, basis_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.definition.terms import Indicator
    from workbench.reports.sheet import Sheet
    from workbench.results.moderated import Pair
    from workbench.results.outcome import Outcome

EDITION = Edition(Audience.INTERNAL, True, False, MADE_AT, "")
SEEDS = range(12)
Known = dict["Pair", Confirmation]


def written(path: Path, sheet: Sheet) -> Path:
    """The sheet in a file of its own, read back as exports are."""
    path.write_bytes(packed([sheet], edition=EDITION, title="회차"))
    compare(path, [sheet], lambda: None)
    return path


def shown(path: Path, sheet: Sheet) -> list[dict[str, Any]]:
    """The rows of the table by the names above its columns."""
    found = list(load_workbook(written(path, sheet))[BASIS].iter_rows(values_only=True))
    assert len(found) == sheet.length
    names = [str(name).replace("\n", " ") for name in found[HEAD_ROW - 1]]
    _, _, last = sheet.filtered.partition(":")
    rows = found[FIRST_ROW - 1 : int(last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))]
    return [dict(zip(names, row, strict=True)) for row in rows]


def number(value: Any) -> str:
    """A number of a spreadsheet as plain text; its binary form is the file's, not ours."""
    return f"{Decimal(str(value)).normalize():f}"


def confirmed_here_and_there(outcome: Outcome) -> Known:
    """Some are confirmed, some are stale, some wait."""
    known: Known = {}
    for at, row in enumerate(figures_rows(outcome, {})):
        entered = {mark.evaluator for mark in row.made.marks}
        recused = {one.evaluator for one in outcome.recusals}
        others = [
            one.uid for one in outcome.definition.evaluators if one.uid not in entered | recused
        ]
        if at % 3 and others:
            base = confirmable(row.made.marks)
            known[row.pair] = Confirmation(others[0], base if at % 3 == 1 else base[1:])
    return known


def lines_of(rows: tuple[FiguresRow, ...]) -> list[tuple[FiguresRow, Any]]:
    return [(row, one) for row in rows for one in row.entered]


def test_every_number_is_the_one_that_the_result_counts(
    sample: Outcome, random_round: Callable[[int], Outcome], tmp_path: Path
) -> None:
    stands = set()
    for outcome in (sample, *map(random_round, SEEDS)):
        places, known = outcome.definition.rules.score_places, confirmed_here_and_there(outcome)
        rows = figures_rows(outcome, known)
        sheet = sheet_of(outcome, known)
        told = shown(tmp_path / "b.xlsx", sheet)
        assert len(told) == len(lines_of(rows))
        for line, (row, one) in zip(told, lines_of(rows), strict=True):
            assert line["번호"] == row.service.number
            assert line["지표"] == row.made.indicator.code
            assert str(line["평가위원"]).startswith(one.evaluator.code)
            assert number(line["배점"]) == number(row.made.indicator.max_points)
            stands.add(row.stand)
            require_confirmation(line["확인"], row)
            if one.mark.points is None:
                assert (line["점수 (반올림 전)"], line["점수"]) == ("–", "–")
                continue
            assert number(line["점수 (반올림 전)"]) == number(closely(one.mark.points))
            assert f"{line['점수']:.{places}f}" == printed(one.explained.points, places)
            assert number(line["배점 반영률(%)"]) == number(closely(one.explained.share))
            for value in one.mark.values:
                if value[0] in ("target", "actual", "survey_n", "survey_mean"):
                    require_input(line, *value, row.made.indicator)
    assert stands == set(Stand)


def require_input(line: dict[str, Any], field: str, value: str, indicator: Indicator) -> None:
    names = {
        "target": "목표·척도 (지적·예산)",
        "actual": "실적·평균 (조치·집행)",
        "survey_mean": "실적·평균 (조치·집행)",
        "survey_n": "응답자 수",
    }
    measure = indicator.measure
    is_read = not (field == "target" and measure and measure.formula is Formula.DEVIATION)
    assert number(line[names[field]]) == value if is_read else line[names[field]] == "–"


def require_confirmation(cell: str, row: FiguresRow) -> None:
    if row.stand is Stand.CONFIRMED:
        assert cell == f"{row.by.code} {row.by.name}"
    elif row.stand is Stand.STALE:
        assert cell.startswith(AGAIN)
    else:
        assert cell == (NOT_CONFIRMED if row.stand is Stand.WAITING else "–")


SOURCE = Basis(
    kind=BasisKind.ANSWERS,
    source="=만족도 원자료.xlsx",
    sha256="ab12" * 16,
    sheet="응답",
    n=20,
    mean=Decimal("4.2"),
    low=Decimal(1),
    high=Decimal(5),
    formula=Formula.SURVEY_LINEAR,
    index=Decimal("80.00"),
    standard_error=Decimal("1.83"),
    standard_error_n=20,
)


@pytest.fixture(scope="session")
def by_hand() -> Outcome:
    """Two services; every figure worked out by hand below."""
    achievement = Measure(Formula.ACHIEVEMENT, (("previous", "1:900|2:700"),), "명")
    steps = Measure(Formula.STEPS, (("steps", "95:100|90:90|0:60"),), "백만원")
    linear = Measure(Formula.SURVEY_LINEAR, (("min", "1"), ("max", "5")), "점")
    indicators = [
        indicator_for_tests(
            "C1", SectionCode.COMMON, "39", scale=Scale.MEASURE, measure=steps, name="예산 집행률"
        ),
        indicator_for_tests(
            "I1", SectionCode.INDIVIDUAL, "46", scale=Scale.MEASURE, measure=achievement
        ),
        indicator_for_tests(
            "S1", SectionCode.SATISFACTION, "15", scale=Scale.SURVEY, measure=linear
        ),
    ]
    services = [Service(b"s%d" % at * 8, at, f"가상 사무 {at}호") for at in (1, 2)]
    codes = [row.code for row in indicators]
    definition = definition_for_tests(
        rules_for_tests(min_respondents=30), indicators, services, {"E1": codes, "Q1": []}
    )
    typed = [
        ("E1", 1, "C1", "target", "999999999"),
        ("E1", 1, "C1", "actual", "949999999"),
        ("E1", 1, "I1", "target", "800"),
        ("E1", 1, "I1", "actual", "1050"),
        ("E1", 1, "S1", "survey_n", "20"),
        ("E1", 1, "S1", "survey_mean", "4.2"),
        ("E1", 2, "C1", "target", "0"),
        ("E1", 2, "C1", "actual", "5"),
        ("E1", 2, "I1", "target", "800"),
        ("E1", 2, "I1", "actual", "266.6"),
        ("E1", 2, "S1", "survey_mean", "5.5"),
    ]
    return compute(definition, heads_of(definition, typed))


def sheet_of(outcome: Outcome, known: Known, **given: Any) -> Sheet:
    return basis_sheet(outcome, figures_rows(outcome, known), EDITION, **given)


def told_of(by_hand: Outcome, tmp_path: Path, known: Known | None = None, **given: Any) -> dict:
    sheet = sheet_of(by_hand, known or {}, **given)
    rows = shown(tmp_path / "b.xlsx", sheet)
    return {(row["번호"], row["지표"]): row for row in rows}


def test_the_way_from_figures_to_points_by_hand(by_hand: Outcome, tmp_path: Path) -> None:
    found = told_of(by_hand, tmp_path)
    assert list(found) == [(at, code) for at in (1, 2) for code in ("C1", "I1", "S1")]
    first = found[1, "C1"]
    assert first["산식"] == "집행률\n배점 × 집행액 ÷ 예산액(%)이 이른 구간의 비율"
    assert first["단위"] == "백만원"
    assert first["계산 과정"] == (
        "구간표 95%→100%, 90%→90%, 0%→60%\n집행률 94.99999999% → 도달 구간 90% → 배점 반영률 90%"
    )
    assert (first["점수"], first["살펴볼 점"]) == (35.1, None)
    capped = found[1, "I1"]
    assert capped["계산 과정"] == "전년 실적 900 명\n달성률 131.25% → 배점 반영률 100%"
    assert capped["달성률· 지수(%)"] == 131.25
    assert capped["배점 반영률(%)"] == 100
    assert capped["살펴볼 점"] == "목표가 전년 실적보다 낮음(전년 900)\n배점까지만 반영"
    third = found[2, "I1"]
    assert (third["달성률· 지수(%)"], third["점수 (반올림 전)"], third["점수"]) == (
        33.325,
        15.3295,
        15.33,
    )
    assert third["살펴볼 점"] is None  # 800 is not below 700


def test_a_survey_with_its_index_the_other_conversion_and_few_respondents(
    by_hand: Outcome, tmp_path: Path
) -> None:
    found = told_of(by_hand, tmp_path)
    row = found[1, "S1"]
    assert row["산식"] == "만족도 선형 환산\n배점 × (평균 − 최소) ÷ (최대 − 최소)"
    assert (row["목표·척도 (지적·예산)"], row["실적·평균 (조치·집행)"], row["응답자 수"]) == (
        "1–5",
        4.2,
        20,
    )
    assert (row["달성률· 지수(%)"], row["점수"]) == (80, 12)
    assert (row["다른 환산 지수"], row["다른 환산 점수"]) == (84, 12.6)
    assert row["지수의 표준오차"] == "–"
    assert row["살펴볼 점"] == "응답자 20명: 기준 30명보다 적음"
    outside = found[2, "S1"]["살펴볼 점"]
    assert outside.splitlines()[:3] == [
        "평균이 척도 밖에 있음",
        "배점까지만 반영",
        "응답자 수 없음",
    ]


def test_figures_that_make_no_points_say_why(by_hand: Outcome, tmp_path: Path) -> None:
    row = told_of(by_hand, tmp_path)[2, "C1"]
    assert (row["점수 (반올림 전)"], row["점수"], row["달성률· 지수(%)"]) == ("–", "–", "–")
    assert row["계산 과정"].splitlines()[-1] == "목표가 0이라 점수를 낼 수 없음"
    assert row["목표·척도 (지적·예산)"] == 0
    assert (row["확인"], row["살펴볼 점"]) == ("–", "미반영(미완료)")


def test_confirmed_to_be_looked_at_again_and_not_confirmed(
    by_hand: Outcome, tmp_path: Path
) -> None:
    q1 = next(row.uid for row in by_hand.definition.evaluators if row.code == "Q1")
    rows = {(row.service.number, row.made.indicator.code): row for row in figures_rows(by_hand, {})}
    known = {
        rows[1, "C1"].pair: Confirmation(q1, confirmable(rows[1, "C1"].made.marks)),
        rows[1, "I1"].pair: Confirmation(q1, ()),
    }
    found = told_of(by_hand, tmp_path, known)
    name = by_hand.definition.evaluator[q1].name
    assert found[1, "C1"]["확인"] == f"Q1 {name}"
    assert found[1, "I1"]["확인"] == f"{AGAIN}\n(Q1 {name})"
    assert found[1, "S1"]["확인"] == NOT_CONFIRMED


def test_the_source_of_a_survey_stands_beside_it_while_the_figures_are_its_own(
    by_hand: Outcome, tmp_path: Path
) -> None:
    service, survey = by_hand.services[0].service.uid, by_hand.definition.indicators[2].uid
    where = (by_hand.definition.evaluators[0].uid, service, survey)
    row = told_of(by_hand, tmp_path, bases={where: SOURCE})[1, "S1"]
    assert row["계산 과정"].splitlines()[-1] == "원본 =만족도 원자료.xlsx (SHA-256 ab12ab12ab12…)"
    assert row["지수의 표준오차"] == 1.83
    other = replace(SOURCE, mean=Decimal("4.1"))
    row = told_of(by_hand, tmp_path, bases={where: other})[1, "S1"]
    assert row["계산 과정"].splitlines()[-1] == "원본을 가져온 뒤 수치를 고침"
    assert row["지수의 표준오차"] == "–"


def test_sources_are_read_from_where_the_evaluator_keeps_them(by_hand: Outcome) -> None:
    service, survey = by_hand.services[0].service.uid, by_hand.definition.indicators[2].uid
    owner = by_hand.definition.evaluators[0].uid
    place = (owner, service, survey)
    cell = (*place, Field.SURVEY_BASIS.value)

    def heads(text: str) -> dict[Any, Any]:
        return {cell: [Revision(b"b" * 32, *cell, text, owner, owner, 1, b"v" * 32, 0, b"")]}

    assert bases_in(by_hand, heads(basis_text(SOURCE))) == {place: SOURCE}
    assert bases_in(by_hand, heads("{}")) == {}  # whatever a book brings
    assert bases_in(by_hand, {}) == {}


def test_below_the_table_every_formula_is_documented_once(by_hand: Outcome, tmp_path: Path) -> None:
    sheet = sheet_of(by_hand, {})
    page = load_workbook(written(tmp_path / "b.xlsx", sheet))[BASIS]
    said = [row[0] for row in page.iter_rows(values_only=True) if isinstance(row[0], str)]
    assert said.count("집행률 = 배점 × 집행액 ÷ 예산액(%)이 이른 구간의 비율") == 1
    assert said.count("목표달성도 = 배점 × min(실적 ÷ 목표, 1)") == 1
    assert not [line for line in said if line.startswith("이행률")]  # not used here
    assert sum(line.startswith("    0의 처리 : ") for line in said) == 3


def test_hostile_names_stay_text(
    hostile_round: Callable[[list[str]], Outcome], hostile: list[str], tmp_path: Path
) -> None:
    outcome = hostile_round(hostile)  # nothing in it is computed
    sheet = sheet_of(outcome, {})
    (row,) = shown(tmp_path / "b.xlsx", sheet)
    assert row["사무명"] == "해당 없음"
    measure = Measure(Formula.ACHIEVEMENT, (("previous", "9"),), "=1+1")
    for at, text in enumerate(hostile, start=1):
        computed = indicator_for_tests(
            "=C1", SectionCode.COMMON, "39", scale=Scale.MEASURE, measure=measure, name=text
        )
        service = Service(b"s" * 16, at, text)
        definition = definition_for_tests(rules_for_tests(), [computed], [service], {"@E": ["=C1"]})
        typed = [("@E", at, "=C1", "target", "8"), ("@E", at, "=C1", "actual", "4")]
        made = sheet_of(compute(definition, heads_of(definition, typed)), {})
        page = load_workbook(written(tmp_path / "b.xlsx", made))[BASIS]
        assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
