"""검증 in a spreadsheet program: LibreOffice recomputes every formula, nothing cached is used."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from tests.workbench.reports.agreeing import agreed_in
from tests.workbench.reports.large_round import INDICATORS, TEAM, large_round
from tests.workbench.reports.shown_results import shown_results
from tests.workbench.results.test_against_oracle import Dice as JudgedDice
from workbench.commands.results_command import results_object
from workbench.definition.terms import Aggregation, RoundingStage, Scale
from workbench.exact import half_up
from workbench.reports.bands import band_counts
from workbench.reports.totals_sheet import below_order
from workbench.results.moderated import moderated_rows
from workbench.results.outcome import PointState, Verdict
from workbench.results.scoring import compute

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.results.outcome import Outcome

    Write = Callable[..., Path]
    Recalculate = Callable[[list[Path]], list[Path]]
    Build = Callable[..., Outcome]

IS_LONG = settings.default.max_examples > 100
ROUNDS = 200 if IS_LONG else 10
JUDGED = 100 if IS_LONG else 5
"""Rounds of this folder's own dice; and of those that an oracle judges."""
LARGE = 300 if IS_LONG else 40
"""Services of a round of 40 indicators and five evaluators."""
WORDS = {Verdict.PASS: "통과", Verdict.BELOW: "재계약배제"}
Items = dict[tuple[str, int, str], Any]
"""Values of 검증 by block, service number (0: none) and item."""


def printed_items(outcome: Outcome) -> Items:
    """What the report prints and 검증 has to recompute, straight from the outcome."""
    rules, items = outcome.definition.rules, dict[tuple[str, int, str], Any]()
    cut = f"{rules.cut.normalize():f}"
    if outcome.counted:
        items["요약", 0, "평균"] = items["요약", 0, "평균 (종합점수표)"] = outcome.average
        items["요약", 0, "집계한 사무 수"] = outcome.counted
        items["요약", 0, f"{cut}점 미만 사무 수"] = len(outcome.below)
        items["요약", 0, f"{cut}점 미만 비율(%)"] = outcome.share
        for band in band_counts(outcome):
            items["요약", 0, f"{band.name} 사무 수"] = band.count
            items["요약", 0, f"{band.name} 비율(%)"] = band.share
    for row in outcome.services:
        number = row.service.number
        if row.total is not None and row.adjustments:
            items["가감점", number, "가감점"] = row.adjusted
        for made in row.indicators:
            if made.state is PointState.COUNTED:
                name = f"{made.indicator.code} {made.indicator.name}"
                items["지표 점수", number, name] = made.points
        if row.sections is None:
            continue
        for section in outcome.definition.sections:
            items["분야 점수", number, section.name] = row.sections[section.code]
        items["총점", number, "총점"] = row.total
        items["순위", number, "순위"] = row.rank
        items["판정", number, "판정"] = WORDS[row.verdict]
    for agreed in moderated_rows(outcome):
        if not agreed.made.is_agreed:
            continue
        number, code = agreed.service.number, agreed.made.indicator.code
        told = {
            "조정 전": agreed.original,
            "조정 점수": agreed.points,
            "차이": agreed.difference,
        }
        for name, value in told.items():
            if value is not None:
                items["조정", number, f"{code} {name}"] = value
    for row in below_order(outcome):
        assert row.total is not None
        items["재계약배제 목록", row.service.number, "총점"] = row.total
        items["재계약배제 목록", row.service.number, "기준과의 차이"] = row.total - rules.cut
    return items


def proof(path: Path) -> tuple[Items, Items, dict[tuple[str, int, str], str]]:
    """What a spreadsheet program shows on 검증: recomputed, reported, and the verdicts."""
    recomputed: Items = {}
    reported: Items = {}
    verdicts: dict[tuple[str, int, str], str] = {}
    for row in CalamineWorkbook.from_path(path).get_sheet_by_name("검증").to_python()[6:]:
        if len(row) < 9 or not row[8]:
            continue
        key = (row[0], int(row[1] or 0), row[3])
        assert key not in verdicts
        recomputed[key], reported[key], verdicts[key] = row[6:9]
    return recomputed, reported, verdicts


def as_shown(value: Any) -> Any:
    return value if isinstance(value, str) else Decimal(repr(float(value)))


def exact_halves(outcome: Outcome) -> int:
    """How many of the roundings that decide are of exact halves."""
    rules = outcome.definition.rules
    halves, unit = 0, Fraction(1, 2 * 10**rules.score_places)
    for row in outcome.services:
        if row.total is None:
            continue
        exact = [
            [made.exact for made in row.indicators if made.indicator.section is code and made.exact]
            for code in (section.code for section in outcome.definition.sections)
        ]
        parts = {
            RoundingStage.INDICATOR: [one for section in exact for one in section],
            RoundingStage.SECTION: [sum(section, Fraction(0)) for section in exact],
            RoundingStage.TOTAL: [sum((sum(section) for section in exact), Fraction(0))],
        }[rules.rounding_stage]
        halves += sum((part / unit).denominator == 1 and part / unit % 2 == 1 for part in parts)
    return halves


def test_random_rounds_prove_themselves(
    random_round: Build,
    halves_round: Build,
    edges_round: Build,
    write: Write,
    recalculate: Recalculate,
    tmp_path: Path,
) -> None:
    outcomes = {f"r{seed}.xlsx": random_round(seed) for seed in range(ROUNDS)}
    outcomes |= {f"judged-{seed}.xlsx": judged_round(seed) for seed in range(JUDGED)}
    outcomes |= {f"{stage}.xlsx": halves_round(stage) for stage in RoundingStage}
    outcomes |= {f"edge-{stage}.xlsx": edges_round(stage) for stage in RoundingStage}
    seen = Counter(
        kind
        for outcome in outcomes.values()
        for row in outcome.services
        for made in row.indicators
        if made.state is PointState.COUNTED
        for kind in (made.indicator.scale, made.indicator.aggregation)
    )
    assert {*Scale, *Aggregation} - {Aggregation.CONSENSUS} <= seen.keys()
    assert sum(map(agreed_in, outcomes.values())) > len(outcomes)
    proven = [
        (one.definition.rules.rounding_stage, row.made.indicator.scale)
        for one in outcomes.values()
        for row in moderated_rows(one)
        if row.made.is_agreed and row.difference is not None
    ]
    services = [row for one in outcomes.values() for row in one.services if row.adjustments]
    assert {row.adjusted > 0 for row in services if row.total is not None} == {True, False}
    assert {stage for stage, _ in proven} == set(RoundingStage)
    assert {scale for _, scale in proven} == set(Scale)
    written = [write(outcome, tmp_path / name, draft=True) for name, outcome in outcomes.items()]
    for path in recalculate(written):
        outcome = outcomes[path.name]
        recomputed, reported, verdicts = proof(path)
        meant = {key: as_shown(value) for key, value in printed_items(outcome).items()}
        assert {key: as_shown(value) for key, value in recomputed.items()} == meant
        assert {key: as_shown(value) for key, value in reported.items()} == meant
        assert set(verdicts.values()) <= {"일치"}
        assert shown_results(path) == results_object(outcome)
    for stage in RoundingStage:
        assert exact_halves(outcomes[f"{stage}.xlsx"]) >= 4


def test_a_round_of_40_indicators_and_five_evaluators_proves_itself(
    write: Write, recalculate: Recalculate, tmp_path: Path
) -> None:
    outcome = large_round(LARGE)
    assert (outcome.counted, len(outcome.definition.indicators)) == (LARGE, INDICATORS)
    assert {len(row.marks) for row in outcome.services[0].indicators} == {TEAM}
    (path,) = recalculate([write(outcome, tmp_path / "large.xlsx")])
    recomputed, reported, verdicts = proof(path)
    meant = {key: as_shown(value) for key, value in printed_items(outcome).items()}
    assert {key: as_shown(value) for key, value in recomputed.items()} == meant
    assert {key: as_shown(value) for key, value in reported.items()} == meant
    assert set(verdicts.values()) == {"일치"}
    assert len(verdicts) > LARGE * INDICATORS
    assert shown_results(path) == results_object(outcome)


def judged_round(seed: int) -> Outcome:
    """A round whose result is the oracle's as well (tests/workbench/results)."""
    dice = JudgedDice(Random(seed))
    return compute(dice.definition, dice.heads())


def test_the_halves_come_out_as_the_design_says(halves_round: Build) -> None:
    by_indicator = halves_round(RoundingStage.INDICATOR).services[0]
    assert by_indicator.indicators[0].points == Decimal("30.03")
    assert by_indicator.total == Decimal("74.99")
    assert halves_round(RoundingStage.SECTION).services[0].total == Decimal("74.99")
    # 299.9 / 4 = 74.975
    assert halves_round(RoundingStage.TOTAL).services[0].total == Decimal("74.98")
    assert half_up(Fraction("7.5") / 2 + Fraction("7.51") / 2, 2) == Decimal("7.51")


def test_the_edges_lie_where_exact_arithmetic_puts_them(edges_round: Build) -> None:
    services = edges_round(RoundingStage.INDICATOR).services
    points = [[str(made.points) for made in row.indicators] for row in services]
    assert points == [
        ["0.72", "0.00", "0.72"],
        ["0.72", "0.70", "0.72"],
        ["0.73", "1.00", "0.73"],
        ["0.73", "1.00", "0.73"],
    ]


def test_one_changed_mark_shows_in_exactly_the_right_rows(
    sample: Outcome,
    sample_with: Build,
    hostile_round: Build,
    hostile: list[str],
    write: Write,
    recalculate: Recalculate,
    tmp_path: Path,
) -> None:
    whole = write(sample, tmp_path / "whole.xlsx")
    changed, texts = tmp_path / "changed.xlsx", tmp_path / "texts.xlsx"
    book = load_workbook(whole)
    sheet = book["평가위원별 원점수"]
    mark = next(
        made
        for made in sample.services[16].indicators
        if made.indicator.scale is Scale.POINTS
        and (made.points or 9) + 1 < made.indicator.max_points
    )
    code, old = mark.indicator.code, mark.points
    assert old is not None
    place = next(
        row[0].row
        for row in sheet.iter_rows(min_row=5)
        if (row[1].value, row[3].value, row[8].value) == ("17", code, float(old))
    )
    sheet.cell(place, 9).value = old + Decimal("0.5")
    book.save(changed)
    outcome = hostile_round(hostile)
    write(outcome, texts, draft=True)

    whole_again, changed_again, texts_again = recalculate([whole, changed, texts])
    before, after = (
        printed_items(sample),
        printed_items(sample_with(17, code, f"{(old + Decimal('0.5')).normalize():f}")),
    )
    assert shown_results(whole_again) == results_object(sample)
    recomputed, reported, verdicts = proof(whole_again)
    assert {key: as_shown(value) for key, value in recomputed.items()} == {
        key: as_shown(value) for key, value in before.items()
    }
    assert set(verdicts.values()) == {"일치"}

    recomputed, reported, verdicts = proof(changed_again)
    # the list still names the service that now passes: its gap is recomputed as well
    after["재계약배제 목록", 17, "총점"] = after["총점", 17, "총점"]
    after["재계약배제 목록", 17, "기준과의 차이"] = after["총점", 17, "총점"] - Decimal(75)
    wrong = {key for key, verdict in verdicts.items() if verdict == "불일치"}
    assert wrong == {key for key in before if before[key] != after[key]}
    assert {("판정", 17, "판정"), ("요약", 0, "평균"), ("요약", 0, "75점 미만 비율(%)")} <= wrong
    assert all(as_shown(recomputed[key]) == as_shown(after[key]) for key in after)
    assert all(as_shown(reported[key]) == as_shown(before[key]) for key in before)
    said = CalamineWorkbook.from_path(changed_again).get_sheet_by_name("검증").to_python()[2][0]
    assert said == f"비교한 값 {len(before)}개 가운데 다른 값 {len(wrong)}개"

    assert set(proof(texts_again)[2].values()) == {"일치"}
    shown = CalamineWorkbook.from_path(texts_again).get_sheet_by_name("종합점수표").to_python()[4:]
    assert [row[1] for row in shown[:6]] == [
        *hostile[:3],
        "-1",
        *hostile[4:5],
        "널\ufffd\ufffd\ufffd끝",
    ]


def test_a_trimmed_mean_of_few_marks_is_said_to_be_a_mean(
    random_round: Build, write: Write, tmp_path: Path
) -> None:
    outcome = next(
        found
        for found in map(random_round, range(50))
        if any(
            made.indicator.aggregation is Aggregation.TRIMMED_MEAN
            and made.aggregation is Aggregation.MEAN
            and made.state is PointState.COUNTED
            for row in found.services
            for made in row.indicators
        )
    )
    book = load_workbook(write(outcome, tmp_path / "a.xlsx", draft=True))
    said = [cell.value for row in book["요약"].iter_rows() for cell in row if cell.value]
    assert any("산술평균으로 산출" in str(value) for value in said)


@pytest.mark.parametrize("stage", list(RoundingStage))
def test_the_rounding_stage_decides_where_the_proof_rounds(
    sample: Outcome, write: Write, tmp_path: Path, stage: RoundingStage
) -> None:
    rules = replace(sample.definition.rules, rounding_stage=stage)
    outcome = replace(sample, definition=replace(sample.definition, rules=rules))
    sheet = load_workbook(write(outcome, tmp_path / "a.xlsx"))["검증"]
    first = {row[0].value: row[5].value for row in reversed(list(sheet.iter_rows(min_row=7)))}
    found = {row[0].value: row[5].value for row in sheet.iter_rows(min_row=7) if row[5].value}
    assert first
    assert found["총점"].startswith("=SUM(F" if stage is RoundingStage.TOTAL else "=SUM(G")
    by_indicator = stage is RoundingStage.INDICATOR
    assert found["분야 점수"].startswith("=SUM(G" if by_indicator else "=SUM(F")
