"""The calibration of real rounds: what counts, what is left out, and that nothing is changed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from tests.workbench.calibration.judging_round import (
    NEAR_OPINION,
    OPINION,
    OWN_COMMENT,
    person,
    place,
    shared_round,
)
from tests.workbench.results.rounds_by_hand import (
    COMMON,
    INDIVIDUAL,
    SATISFACTION,
    definition,
    evaluator,
    indicator,
    measured,
    outcome,
    rules,
    service,
)
from tests.workbench.rounds.small_round import merged, results_of, typed
from workbench.calibration.calibrating import calibrate, calibration_of
from workbench.calibration.given import given_marks, written_texts
from workbench.calibration.panels import Gap
from workbench.calibration.questions import Ask
from workbench.definition.terms import Scale, Standing
from workbench.errors import Cancelled
from workbench.rounds.desk import open_round
from workbench.rounds.state import read_state
from workbench.settling.moderating import moderate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench


@pytest.fixture(scope="module")
def shared_template(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return shared_round(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def bench(shared_template: Bench, tmp_path: Path) -> Bench:
    return shared_template.copied_to(tmp_path / "bench")


def calibration(bench: Bench):
    with open_round(bench.round, read_only=True) as desk:
        return calibration_of(desk)


def test_only_judged_marks_that_count_are_compared() -> None:
    judged = indicator("A", COMMON, "40")
    rating = indicator("R", INDIVIDUAL, "30", scale=Scale.RATING)
    figures = measured("M", SATISFACTION, "30", None)
    services = [service(1), service(2, exempt=True, reason="1년 미만"), service(3)]
    charges = [(where, what) for where in services for what in (judged, rating, figures)]
    recused = evaluator("E2", charges, Standing.RECUSED)
    made = definition(
        rules(), [judged, rating, figures], services, [evaluator("E1", charges), recused]
    )
    told = outcome(
        made,
        ("E1", 1, "A", "score", "30"),
        ("E1", 1, "R", "score", "90"),
        ("E1", 1, "M", "target", "10"),
        ("E1", 1, "M", "actual", "9"),
        ("E1", 2, "A", "score", "20"),  # exempt
        ("E1", 3, "A", "score", "10"),
        ("E1", 3, "A", "score", "11"),  # a conflict is no mark
        ("E2", 1, "A", "score", "40"),  # recused: a stray
    )
    marks = given_marks(told)
    assert [(one.evaluator, one.service, one.indicator.code) for one in marks] == [
        (person("E1"), place(1), "A"),
        (person("E1"), place(1), "R"),
    ]
    assert [one.percent for one in marks] == [Fraction(75), Fraction(90)]
    made_of = calibrate(told, ())
    assert (made_of.marks, made_of.shared_cells) == (2, 0)
    assert {row.alpha for row in made_of.agreements} == {Gap.NOTHING_SHARED}


def test_a_real_round_is_told_as_it_was_played(bench: Bench) -> None:
    told = calibration(bench)
    assert (told.marks, told.shared_cells) == (180, 60)
    by_code = {row.evaluator.code: row for row in told.profiles}
    assert by_code["E2"].severity < 0 < by_code["E3"].severity
    assert (by_code["Q1"].marks, by_code["Q1"].severity) == (0, None)
    assert by_code["E3"].distinct == 3
    assert [row.cells for row in told.agreements] == [24, 36, 60]
    texts = {one.ask: one for one in told.questions if one.text}
    assert texts[Ask.LIKE_TEXTS].text in (OPINION, NEAR_OPINION)
    assert texts[Ask.LIKE_TEXTS].services == (bench.service(3),)
    assert texts[Ask.REPEATED_TEXT].text == OWN_COMMENT
    level = {one.codes: one for one in told.questions if one.ask is Ask.LEVEL_INDICATOR}
    assert level["C1",].evaluators == (bench.owner("E3"),)
    assert len(level["C1",].services) == 12


def test_nothing_is_changed_by_looking(bench: Bench) -> None:
    before, result = bench.round.read_bytes(), results_of(bench.round)
    calibration(bench)
    assert bench.round.read_bytes() == before
    assert results_of(bench.round) == result


def test_a_moderated_mark_leaves_the_evaluators_marks_alone(bench: Bench) -> None:
    before = calibration(bench)
    with open_round(bench.round) as desk:
        pair = (bench.service(1), bench.indicator("C1"))
        moderate(desk, pair, "1", "함께 확인함", ("김가상",))
        assert calibration_of(desk) == before


def test_a_changed_mark_moves_the_one_who_gave_it(bench: Bench) -> None:
    before = calibration(bench)
    typed(bench.books["E2"], (1, "C1", "score", "20"))
    merged(bench.round, bench.books["E2"])
    after = calibration(bench)
    gained = [
        (one.severity or 0) - (other.severity or 0)
        for one, other in zip(after.profiles, before.profiles, strict=True)
    ]
    assert gained[1] > 0 > gained[0] == gained[2]
    assert sum(gained) == 0


def test_texts_of_a_conflict_and_of_who_does_not_count_are_left_out(bench: Bench) -> None:
    other = bench.copied_to(bench.folder / "다른 곳").books["E1"]
    typed(bench.books["E1"], (3, "", "opinion", "가"))
    typed(other, (3, "", "opinion", "나"))
    typed(bench.books["E3"], (2, "", "recusal", "자문을 맡았음"))
    merged(bench.round, bench.books["E1"], other, bench.books["E3"])
    with open_round(bench.round, read_only=True) as desk:
        with desk.store.read() as connection:
            heads = read_state(connection).heads
        texts = written_texts(desk.outcome(), heads)
    assert [(one.kind, one.evaluator, one.service) for one in texts] == [
        ("opinion", bench.owner("E2"), bench.service(3)),
        ("comment", bench.owner("E3"), bench.service(5)),
        ("comment", bench.owner("E3"), bench.service(9)),
    ]


def test_it_can_be_stopped(bench: Bench) -> None:
    def stop(done: int, total: int, doing: str) -> None:
        if done:
            raise Cancelled

    with open_round(bench.round, read_only=True) as desk, pytest.raises(Cancelled):
        calibration_of(desk, progress=stop)
