"""A changed definition: what it does to marks is said first, and exactly that happens."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.definitions import set_fact
from models.imports import events
from models.picture import read_store
from models.schema import DocumentKind
from tests.workbench.rounds.redefinitions import changed, lowered, present, put, without
from tests.workbench.rounds.small_round import (
    IN_MEMORY,
    Bench,
    merged,
    revisions_in,
    typed,
)
from workbench.backups.shelf import backups_of
from workbench.checking import check_file
from workbench.definition.terms import Standing
from workbench.errors import DefinitionUnfit, InputError, MergeError
from workbench.ledger.kept_words import told
from workbench.results.outcome import MarkState, Outcome, PointState, Verdict
from workbench.rounds.desk import open_round
from workbench.rounds.finality import FACT as FINAL
from workbench.rounds.redefining import plan_change, redefine
from workbench.sentences import LANGUAGES, sentence_of
from workbench.settling.moderating import moderate
from workbench.setup.assigning import assign, recuse
from workbench.setup.draft import keep_draft, stored_draft

if TYPE_CHECKING:
    from workbench.setup.effects import Effect


def words(plan: object) -> list[str]:
    return [sentence_of(effect.words, "ko") for effect in plan.effects]


def kinds(plan: object) -> Counter[str]:
    return Counter(effect.kind for effect in plan.effects)


def event_of(round_: Path) -> tuple[str, dict[str, object]]:
    with read_store(round_, DocumentKind.ROUND) as store, store.read() as connection:
        last = events(connection)[-1]
    return last.kind, json.loads(last.detail)


def test_a_lowered_maximum_asks_for_marks_above_it_again(whole_bench: Bench) -> None:
    with open_round(whole_bench.round) as desk:
        plan = plan_change(desk, lowered(present(desk)))
        assert desk.outcome() == plan.before
        assert kinds(plan) == {"enter_again": 6, "hole": 6}
        assert "E1 김가상, 1 가상 센터 C1 점수: 32는 새 기준에 맞지 않아" in words(plan)[0]
        redefine(desk, plan, "배점 조정")
        after = desk.outcome()
    assert after == plan.after
    assert {row.verdict for row in after.services} == {Verdict.INCOMPLETE}
    assert [row.verdict_after for row in plan.moved] == [Verdict.INCOMPLETE] * 3


def test_a_mark_within_the_lowered_maximum_still_counts(bench: Bench) -> None:
    typed(bench.books["E1"], (1, "C1", "score", "20"), (2, "C1", "score", "25.5"))
    merged(bench.round, bench.books["E1"])
    plan = changed(bench, lowered)
    assert kinds(plan)["enter_again"] == 1
    assert plan.after.services[0].indicators[0].marks[0].state is MarkState.GIVEN


def test_an_indicator_that_is_removed_leaves_its_marks_stray(whole_bench: Bench) -> None:
    def removed(sheets: object) -> object:
        return put(lowered(sheets), "indicators", "C2", max_points="40")

    before = revisions_in(whole_bench.round)
    plan = changed(whole_bench, removed, lambda sheets: without(sheets, "indicators", "C1"))
    assert kinds(plan) == {"stray": 6, "hole": 6}
    assert any("E2 이가상, 5 가상 주택 C1 점수: 30은 더는 반영되지" in row for row in words(plan))
    assert revisions_in(whole_bench.round) == before
    parts = [sentence_of(part, "ko") for part in plan.changed_parts]
    assert "지표 C1: 빠집니다" in parts
    assert "지표 C2: 새로 더합니다" in parts
    assert check_file(whole_bench.round) == ()


def test_a_service_given_to_somebody_else_leaves_strays_and_holes(bench: Bench) -> None:
    typed(bench.books["E1"], (1, "C1", "score", "30"), (2, "C1", "score", "30"))
    merged(bench.round, bench.books["E1"])
    changed(
        bench,
        lambda sheets: assign(sheets, [1, 2, 5], "common", ["E1"]),
        reason="한 사람씩",
    )
    plan = changed(bench, lambda sheets: assign(sheets, [1], "common", ["E2"]), reason="교체")
    assert kinds(plan) == {"stray": 1, "hole": 1}
    parts = [sentence_of(part, "ko") for part in plan.changed_parts]
    assert "E1 김가상: 사무 1의 C1을 더는 맡지 않습니다" in parts
    assert "E2 이가상: 사무 1의 C1을 새로 맡습니다" in parts
    back = changed(bench, lambda sheets: assign(sheets, [1], "common", ["E1"]), reason="되돌림")
    assert kinds(back) == {"back": 1}
    assert back.after.services[0].indicators[0].marks[0].points == 30


@pytest.mark.parametrize(
    "texts",
    [
        {"scale": "rating", "step": "1"},
        {"scale": "measure", "step": "0.01"},
        {"scale": "points", "step": "20"},
    ],
)
def test_another_scale_or_step_asks_for_every_mark_again(
    texts: dict[str, str], whole_bench: Bench
) -> None:
    plan = changed(whole_bench, lambda sheets: put(sheets, "indicators", "C1", **texts))
    assert kinds(plan) == {"enter_again": 6}
    marks = plan.after.services[0].indicators[0].marks
    assert {mark.state for mark in marks} == {MarkState.ENTER_AGAIN}
    assert {mark.values for mark in marks} == {(("score", "32"),), (("score", "30"),)}


def test_a_service_that_is_removed_takes_its_marks_and_texts_out(whole_bench: Bench) -> None:
    plan = changed(
        whole_bench,
        lambda sheets: without(sheets, "services", "1"),
        lambda sheets: put(sheets, "assignments", "E1", services="2;5"),
        lambda sheets: put(sheets, "assignments", "E2", services="2;5"),
    )
    assert [row.service.number for row in plan.after.services] == [2, 5]
    strays = [effect for effect in plan.effects if effect.kind == "stray"]
    assert len(strays) == 6 + 4  # three marks and two kinds of texts of each evaluator
    assert any("주요 성과: 보고서에서 빠집니다" in row for row in words(plan))
    (move,) = plan.moved
    assert (move.number, move.verdict_before, move.verdict_after) == (1, Verdict.PASS, None)


def test_an_exempt_service_and_its_return(whole_bench: Bench) -> None:
    away = changed(whole_bench, lambda sheets: put(sheets, "services", "2", status="exempt"))
    assert kinds(away) == {"stray": 6}
    assert away.after.services[1].verdict is Verdict.EXEMPT
    back = changed(
        whole_bench,
        lambda sheets: put(sheets, "services", "2", status="included"),
        lambda sheets: put(sheets, "assignments", "E1", services="1;2;5"),
        lambda sheets: put(sheets, "assignments", "E2", services="1;2;5"),
    )
    assert kinds(back) == {"back": 6}
    assert back.after.average == away.before.average


def test_a_recusal_leaves_marks_stray_and_a_hole_where_nobody_is_left(whole_bench: Bench) -> None:
    plan = changed(
        whole_bench,
        lambda sheets: recuse(sheets, "E1", [1], Standing.DISQUALIFIED, "친족"),
        lambda sheets: recuse(sheets, "E2", [1], Standing.CHALLENGED, "신청"),
    )
    assert kinds(plan)["hole"] == 3
    assert any("1 가상 센터 C1 점수: 채점할 위원이 남지 않습니다" in row for row in words(plan))
    assert any(
        "E1 김가상: 사무 1의 C1, I1, S1에서 빠집니다(제척, 까닭: 친족)" in sentence_of(part, "ko")
        for part in plan.changed_parts
    )
    states = {row.state for row in plan.after.services[0].indicators}
    assert states == {PointState.UNASSIGNED}


def test_rules_touch_no_mark_but_move_services(whole_bench: Bench) -> None:
    plan = changed(whole_bench, lambda sheets: put(sheets, "round", "cut", value="77.5"))
    assert plan.effects == ()
    assert [row.verdict_after for row in plan.moved] == [Verdict.BELOW, Verdict.BELOW]
    assert [sentence_of(part, "ko") for part in plan.changed_parts] == ["기준 점수: 75 → 77.5"]


def test_an_agreed_mark_goes_stale_with_the_marks_below_it(whole_bench: Bench) -> None:
    pair = (whole_bench.service(1), whole_bench.indicator("C1"))
    with open_round(whole_bench.round) as desk:
        moderate(desk, pair, "30", "합의", ["김가상", "이가상"])
    stale = changed(whole_bench, lowered)
    assert kinds(stale)["moderation"] == 1
    assert "1 가상 센터 C1 점수: 조정한 점수의 바탕이 달라져 다시 확인해야 합니다." in words(stale)
    gone = changed(whole_bench, lambda sheets: put(sheets, "services", "1", status="exempt"))
    assert "1 가상 센터 C1 점수: 조정한 점수가 더는 쓰이지 않습니다. 기록에는 남습니다." in words(
        gone
    )


def test_the_history_keeps_reason_parts_and_counts(whole_bench: Bench) -> None:
    plan = changed(whole_bench, lowered, reason="위원회 의결")
    kind, detail = event_of(whole_bench.round)
    assert kind == "definition_changed"
    assert detail["reason"] == "위원회 의결"
    assert detail["effects"] == {"enter_again": 6, "hole": 6}
    told_later = [told(part) for part in detail["parts"]]
    for language in LANGUAGES:
        assert [sentence_of(part, language) for part in told_later] == [
            sentence_of(part, language) for part in plan.changed_parts
        ]


def test_after_books_were_handed_out_a_change_asks_for_a_reason(bench: Bench) -> None:
    before = bench.round.read_bytes()
    with open_round(bench.round) as desk, pytest.raises(InputError, match="change_reason_missing"):
        redefine(desk, lowered(present(desk)), " \n")
    assert bench.round.read_bytes() == before


def test_no_change_is_refused(bench: Bench) -> None:
    with open_round(bench.round) as desk, pytest.raises(InputError, match="change_nothing"):
        redefine(desk, present(desk), "까닭")


def test_an_unfit_definition_changes_nothing(bench: Bench) -> None:
    with open_round(bench.round) as desk, pytest.raises(DefinitionUnfit):
        redefine(desk, put(present(desk), "indicators", "C1", max_points="39"), "까닭")


def test_somebody_who_has_a_book_cannot_leave_the_roster(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        sheets = without(without(present(desk), "evaluators", "E2"), "assignments", "E2")
        with pytest.raises(InputError, match="change_book_owner"):
            plan_change(desk, sheets)


def test_a_final_round_is_left_alone(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        with desk.store.write() as connection:
            set_fact(connection, FINAL, "00")
        with pytest.raises(MergeError, match="round_final"):
            redefine(desk, lowered(present(desk)), "까닭")


def test_a_plan_for_another_state_of_the_round_is_refused(bench: Bench) -> None:
    typed(bench.books["E1"], (1, "C1", "score", "30"))
    with open_round(bench.round) as desk:
        plan = plan_change(desk, lowered(present(desk)))
        desk.merge([bench.books["E1"]])
        with pytest.raises(MergeError, match="change_outdated"):
            redefine(desk, plan, "까닭")


def test_a_backup_is_made_and_the_draft_forgotten(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        keep_draft(desk, lowered(present(desk)))
        with desk.store.read() as connection:
            from workbench.definition.stored import stored_facts

            (uid,) = stored_facts(connection, "uid")
        before = len(backups_of(uid))
        redefine(desk, lowered(present(desk)), "까닭")
        assert stored_draft(desk) is None
        assert len(backups_of(uid)) == before + 1
        assert [row.code for row in desk.definition.indicators] == ["C1", "I1", "S1", "C2"]


def test_a_definition_that_returns_is_a_version_of_its_own(whole_bench: Bench) -> None:
    changed(whole_bench, lambda sheets: put(sheets, "round", "cut", value="70"))
    changed(whole_bench, lambda sheets: put(sheets, "round", "cut", value="75"))
    with open_round(whole_bench.round) as desk, desk.store.read() as connection:
        from workbench.rounds.state import read_state

        state = read_state(connection)
        assert len(state.versions) == 3
        assert list(state.versions)[-1] == state.version
        first, _, last = state.versions.values()
        assert first == last == whole_bench.definition
    assert check_file(whole_bench.round) == ()


def test_books_of_before_are_still_merged(bench: Bench) -> None:
    typed(bench.books["E1"], (1, "C1", "score", "30"), (1, "S1", "survey_mean", "4"))
    changed(bench, lowered)
    report = merged(bench.round, bench.books["E1"])
    assert report.files[0].status == "merged"
    with open_round(bench.round) as desk:
        mark = desk.outcome().services[0].indicators[0].marks[0]
    assert mark.state is MarkState.ENTER_AGAIN


STEPS = st.lists(
    st.sampled_from(
        [
            lowered,
            lambda sheets: put(sheets, "indicators", "C1", scale="rating"),
            lambda sheets: put(sheets, "indicators", "C1", allow_not_applicable="no"),
            lambda sheets: put(sheets, "indicators", "S1", aggregation="median"),
            lambda sheets: put(sheets, "round", "cut", value="70"),
            lambda sheets: put(sheets, "services", "5", status="exempt"),
            lambda sheets: assign(sheets, [1], "common", ["E2"]),
            lambda sheets: assign(sheets, [1, 2], "individual", ["E1"]),
            lambda sheets: assign(sheets, [1, 2, 5], "satisfaction", ["E1", "E2"]),
            lambda sheets: recuse(sheets, "E1", [2], Standing.RECUSED, "자문"),
            lambda sheets: recuse(sheets, "E1", [2], Standing.ASSIGNED, ""),
        ]
    ),
    min_size=1,
    max_size=3,
    unique_by=id,
)


def counts(outcome: Outcome) -> Counter[str]:
    """What can be counted in a result without comparing it with another."""
    marks = [
        mark for service in outcome.services for made in service.indicators for mark in made.marks
    ]
    strays = {(row.evaluator, row.service, row.indicator) for row in outcome.strays}
    texts = {(row.evaluator, row.service, row.kind) for row in outcome.findings}
    return Counter(
        again=sum(mark.state is MarkState.ENTER_AGAIN for mark in marks),
        stray=len(strays),
        texts=len(texts),
        open=sum(mark.state in (MarkState.EMPTY, MarkState.NO_POINTS) for mark in marks),
    )


def of_mark(effect: Effect) -> bool:
    return effect.place[1] != effect.place[2]


@given(st.lists(STEPS, min_size=1, max_size=2))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_effects_named_are_the_differences_that_come(
    merged_bench: Bench, rounds: list[list[object]]
) -> None:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        bench = merged_bench.copied_to(Path(folder) / "copy")
        for steps in rounds:
            with open_round(bench.round) as desk:
                before = desk.outcome()
                sheets = present(desk)
                try:
                    for step in steps:
                        sheets = step(sheets)
                    plan = plan_change(desk, sheets)
                except (InputError, AssertionError):  # unfit together, or nothing different
                    continue
                redefine(desk, plan, "까닭")
            with open_round(bench.round) as desk:
                after = desk.outcome()
            assert (before, after) == (plan.before, plan.after)
            _require_named(before, after, plan.effects)


def _require_named(before: Outcome, after: Outcome, effects: tuple[Effect, ...]) -> None:
    old, new = counts(before), counts(after)
    marks = [effect for effect in effects if of_mark(effect)]
    named = Counter(effect.kind for effect in marks)
    gone = {effect.place for effect in marks if effect.kind == "stray"}
    came = {(row.evaluator, row.service, row.indicator) for row in before.strays} - {
        (row.evaluator, row.service, row.indicator) for row in after.strays
    }
    assert new["stray"] - old["stray"] == len(gone) - len(came)
    was_again = {
        (mark.evaluator, service.service.uid, made.indicator.uid)
        for service in before.services
        for made in service.indicators
        for mark in made.marks
        if mark.state is MarkState.ENTER_AGAIN
    }
    left = {effect.place for effect in marks if effect.kind in ("back", "stray")} & was_again
    assert new["again"] - old["again"] == named["enter_again"] - len(left)
    texts = Counter(effect.kind for effect in effects if not of_mark(effect))
    assert new["texts"] - old["texts"] == texts["back"] - texts["stray"]
    totals = {row.service.uid: (row.verdict, row.total) for row in before.services}
    differing = [
        row.service.number
        for row in after.services
        if totals.get(row.service.uid) != (row.verdict, row.total)
    ]
    assert bool(differing) <= bool(effects) or before.definition.rules != after.definition.rules
