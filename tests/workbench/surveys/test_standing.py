"""How satisfaction stands in a round: figures, sources, the average and the other conversion."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.rounds.small_round import WHOLE, Bench, made, merged, typed
from tests.workbench.surveys.surveyed_round import (
    CHANGED,
    FEW,
    LEAST,
    MISSING,
    PLAIN,
    TURNED,
    TYPED,
    surveyed,
)
from tests.workbench.surveys.test_basis import BASIS
from workbench.errors import Cancelled
from workbench.exact import half_up
from workbench.results.outcome import Verdict
from workbench.rounds.desk import open_round
from workbench.settling.moderating import moderate
from workbench.surveys.answers import MOST_BARS, Bar, answers_lines, bars_of
from workbench.surveys.standing import Source, SurveyRow, SurveyStanding, survey_standing

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.surveys.preview import SurveyPreview


@pytest.fixture(scope="module")
def surveyed_round(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bench, SurveyPreview]:
    return surveyed(tmp_path_factory.mktemp("survey"))


@pytest.fixture(scope="module")
def standing(surveyed_round: tuple[Bench, SurveyPreview]) -> SurveyStanding:
    with open_round(surveyed_round[0].round, read_only=True) as desk:
        return survey_standing(desk)


def row(standing: SurveyStanding, number: int) -> SurveyRow:
    return next(one for one in standing.rows if one.service.number == number)


def test_figures_are_those_of_the_import(
    standing: SurveyStanding, surveyed_round: tuple[Bench, SurveyPreview]
) -> None:
    for shown in surveyed_round[1].services:
        if shown.service.number == CHANGED:
            continue
        found = row(standing, shown.service.number)
        assert found.sole is not None
        assert (found.n, found.sole.mean) == (shown.basis.n, shown.basis.mean)
        assert (found.index, found.made.points) == (shown.basis.index, shown.points)
        assert (found.sole.source, found.sole.basis) == (Source.ANSWERS, shown.basis)
        assert found.sole.error == shown.basis.standard_error is not None
        assert sum(bar.count for bar in found.sole.bars) == sum(
            question.n for question in shown.basis.questions
        )


def test_a_source_that_is_no_longer_of_the_figures_is_told(standing: SurveyStanding) -> None:
    changed, by_hand, nothing = (
        row(standing, number).entries[0] for number in (CHANGED, TYPED, MISSING)
    )
    assert changed.source is Source.CHANGED
    assert changed.basis is not None
    assert (changed.error, changed.bars) == (None, ())
    assert row(standing, CHANGED).index == Decimal("87.50")  # of the 4.5 that counts
    assert (by_hand.source, by_hand.basis) == (Source.TYPED, None)
    assert row(standing, TYPED).index == Decimal("75.00")
    assert (nothing.source, row(standing, MISSING).index) == (Source.NONE, None)
    assert row(standing, MISSING).sole is None


def test_too_few_respondents_are_those_below_the_rule(standing: SurveyStanding) -> None:
    assert [service.number for service in standing.few] == [FEW]
    assert row(standing, FEW).n == 12 < LEAST
    assert standing.respondents == sum(one.n or 0 for one in standing.rows)


def test_an_unknown_number_of_respondents_is_too_few(tmp_path: Path) -> None:
    rules = "key¦value\ntitle¦시험\nyear¦2024\nsequence¦1\ncut¦75\naggregation¦mean\n"
    bench = made(tmp_path, round=f"{rules}min_respondents¦30")
    typed(bench.books["E1"], (1, "S1", "survey_mean", "4"), (2, "S1", "survey_n", "5"))
    merged(bench.round, bench.books["E1"])
    with open_round(bench.round) as desk:
        found = survey_standing(desk)
    assert [service.number for service in found.few] == [1]  # of 2 there are no points yet


def test_the_average_is_the_mean_of_the_printed_indices(standing: SurveyStanding) -> None:
    indices = [one.index for one in standing.rows if one.index is not None]
    assert len(indices) == 5
    average = half_up(sum(map(Fraction, indices), Fraction(0)) / 5, 2)
    assert standing.averages == {"S1": average}
    for one in standing.rows:
        assert one.difference == (None if one.index is None else one.index - average)


def test_the_other_conversion_turns_one_verdict(standing: SurveyStanding) -> None:
    assert [service.number for service in standing.flips] == [TURNED]
    turned, plain = row(standing, TURNED), row(standing, PLAIN)
    assert turned.sole is not None
    mean = Fraction(turned.sole.mean or 0)
    assert turned.otherwise.points == half_up(15 * mean / 5, 2)
    assert turned.outcome.total is not None
    assert turned.outcome.verdict is Verdict.BELOW
    assert turned.otherwise.made.verdict is Verdict.PASS
    gained = turned.otherwise.points - (turned.made.points or 0)
    assert turned.otherwise.made.total == turned.outcome.total + gained
    assert plain.otherwise.made.verdict is plain.outcome.verdict is Verdict.PASS
    # without a total nothing can turn, but the points are known as soon as the figures are
    nothing = row(standing, MISSING).otherwise
    assert (nothing.points, nothing.made.total, nothing.made.flips) == (None, None, False)


def test_several_who_say_the_same_speak_with_one_voice(tmp_path: Path) -> None:
    bench = made(tmp_path)
    for code, mean in (("E1", "4"), ("E2", "3")):
        typed(bench.books[code], *WHOLE, (2, "S1", "survey_mean", mean))
        merged(bench.round, bench.books[code])
    with open_round(bench.round) as desk:
        found = survey_standing(desk)
        same, different = row(found, 1), row(found, 2)
        assert (same.n, len(same.entries)) == (20, 2)
        assert (different.sole, different.n) == (None, None)
        assert different.index == Decimal("62.50")  # the mean of 75 and 50
        assert different.otherwise.points == Decimal("10.50")  # of 12 and 9
        moderate(desk, (bench.service(2), bench.indicator("S1")), "11", "합의", ["김가상"])
        agreed = row(survey_standing(desk), 2)
        assert agreed.made.points == Decimal("11.00")
        assert agreed.index == Decimal("62.50")
        assert agreed.otherwise.points is None
        assert agreed.otherwise.made.total == agreed.outcome.total


def test_a_round_without_a_survey_says_so(tmp_path: Path) -> None:
    bench = made(
        tmp_path,
        indicators="""
            code¦section¦group¦name¦kind¦scale¦max_points¦step¦applies_to¦aggregation¦guidance
            C1¦common¦사업¦계획¦qualitative¦points¦40¦0.5¦all¦¦
            I1¦individual¦사업¦실적¦quantitative¦measure¦45¦¦all¦¦
            S1¦satisfaction¦¦만족도¦qualitative¦points¦15¦0.5¦all¦¦
            """,
        measures="indicator¦formula¦parameters¦unit\nI1¦achievement¦¦명",
    )
    with open_round(bench.round) as desk:
        found = survey_standing(desk)
    assert (found.is_surveyed, found.has_figures, found.rows) == (False, False, ())


def test_it_can_be_stopped(surveyed_round: tuple[Bench, SurveyPreview]) -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int, title: str) -> None:
        seen.append((done, total))
        if done == 2:
            raise Cancelled

    with (
        open_round(surveyed_round[0].round, read_only=True) as desk,
        pytest.raises(Cancelled),
    ):
        survey_standing(desk, stop)
    assert seen == [(0, 6), (1, 6), (2, 6)]


def test_weights_of_the_questions_make_a_hundred(
    surveyed_round: tuple[Bench, SurveyPreview],
) -> None:
    basis = surveyed_round[1].services[0].basis
    lines = answers_lines(basis)
    assert len([line for line in lines if line.is_part]) == len(basis.dimensions) + 1
    for kind in (True, False):
        weights = [line.weight for line in lines if line.is_part is kind]
        assert sum(weight for weight in weights if weight is not None) == 100
    mean = sum(
        line.weight * Fraction(question.exact)
        for line, question in zip(
            [line for line in lines if not line.is_part], basis.questions, strict=True
        )
        if line.weight is not None and question.exact is not None
    )
    assert half_up(mean / 100, 6) == basis.mean


def test_a_part_without_a_mean_leaves_its_weight_to_the_others() -> None:
    lines = answers_lines(BASIS)
    assert [(line.label, line.weight) for line in lines] == [
        ("과정품질", Fraction(75)),
        ("과정-1", Fraction(75)),
        ("환경품질", None),
        ("환경-1", None),
        ("", Fraction(25)),
        ("전반", Fraction(25)),
    ]
    assert (lines[1].missing, lines[1].out_of_range, lines[1].not_numbers) == (1, 3, 1)
    assert lines[1].bars == tuple(Bar(at, at, int(at in (3, 4, 5))) for at in range(1, 6))


@given(st.integers(0, 100), st.integers(0, 120), st.lists(st.integers(-5, 130), max_size=40))
def test_bars_cover_the_scale_once_and_hold_every_answer(
    low: int, width: int, answers: list[int]
) -> None:
    basis = replace(BASIS, low=Decimal(low), high=Decimal(low + width))
    bars = bars_of([(answer, 1) for answer in answers], basis)
    assert [at for bar in bars for at in range(bar.low, bar.high + 1)] == [
        *range(low, low + width + 1)
    ]
    assert len(bars) <= MOST_BARS
    for bar in bars:
        assert bar.count == sum(bar.low <= answer <= bar.high for answer in answers)
