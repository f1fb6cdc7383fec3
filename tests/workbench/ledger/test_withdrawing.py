"""Withdrawing an import: what is shown first is what happens, and it comes back whole."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import derived_state, merged, results_of, sealed, typed
from workbench.backups.shelf import Why, backups_of
from workbench.checking import check_file
from workbench.definition.stored import stored_facts
from workbench.errors import InputError
from workbench.ledger.entries import history
from workbench.ledger.withdrawing import imports, plan_withdrawal, withdraw
from workbench.results.outcome import Verdict
from workbench.rounds.desk import open_round
from workbench.sentences import sentence_of
from workbench.settling.inbox import read_inbox
from workbench.settling.moderating import moderate
from workbench.settling.settling import settle

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench


def test_the_plan_writes_nothing_and_says_what_happens(whole: Bench) -> None:
    before = whole.round.read_bytes()
    with open_round(whole.round, read_only=True) as desk:
        plan = plan_withdrawal(desk, 2)
    assert whole.round.read_bytes() == before
    assert plan.row.file == whole.books["E2"].name
    assert len(plan.cells) == 15
    assert "1 가상 센터 C1" in sentence_of(plan.cells[0], "ko")
    assert [(row.service.number, row.before[0], row.after[0]) for row in plan.moved] == [
        (1, Verdict.BELOW, Verdict.INCOMPLETE),
        (2, Verdict.PASS, Verdict.INCOMPLETE),
        (5, Verdict.PASS, Verdict.INCOMPLETE),
    ]
    with open_round(whole.round) as desk:
        done = withdraw(desk, 2, "다른 회차의 파일")
        assert desk.outcome() == plan.after == done.after


def test_merging_it_again_restores_the_same_round(whole: Bench) -> None:
    state = derived_state(whole.round)
    with open_round(whole.round) as desk:
        withdraw(desk, 2, "잘못 받음")
    assert derived_state(whole.round) != state
    assert check_file(whole.round) == ()
    (row,) = merged(whole.round, whole.books["E2"]).files
    assert (row.status, row.new) == ("merged", 0)
    assert derived_state(whole.round) == state
    assert check_file(whole.round) == ()


def test_a_settlement_over_it_sleeps_and_returns_with_it(whole: Bench) -> None:
    copy = shutil.copyfile(whole.books["E2"], whole.path("copy.score"))
    typed(whole.books["E2"], (1, "C1", "score", "24"))
    typed(copy, (1, "C1", "score", "26"))
    for book in (whole.books["E2"], copy):
        sealed(book)
    merged(whole.round, whole.books["E2"], copy)
    with open_round(whole.round) as desk:
        (one,) = read_inbox(desk).cells
        settle(desk, [(one.cell, "26")], "전화로 확인")
        total = desk.outcome().services[0].total
        plan = withdraw(desk, 4, "사본은 버림")
        assert plan.sleeping == 1
        assert read_inbox(desk).cells == ()
        assert desk.outcome().services[0].total != total
    merged(whole.round, copy)
    with open_round(whole.round, read_only=True) as desk:
        assert desk.outcome().services[0].total == total


def test_a_backup_is_made_before_and_the_history_keeps_the_reason(whole: Bench) -> None:
    with open_round(whole.round) as desk:
        withdraw(desk, 1, "잘못 받음")
        entry = history(desk).entries[-1]
        with desk.store.read() as connection:
            (uid,) = stored_facts(connection, "uid")
    assert (entry.kind, entry.reason) == ("withdrawn", "잘못 받음")
    assert backups_of(uid)[0].why == Why.WITHDRAW
    assert results_of(whole.round)["counted"] == 0


@pytest.mark.parametrize(
    ("number", "reason", "key"),
    [
        (9, "까닭", "ledger_no_import"),
        (1, " ", "settle_reason_missing"),
    ],
)
def test_what_cannot_be_withdrawn_changes_nothing(
    whole: Bench, number: int, reason: str, key: str
) -> None:
    before = whole.round.read_bytes()
    with open_round(whole.round) as desk, pytest.raises(InputError) as refused:
        withdraw(desk, number, reason)
    assert refused.value.key == key
    assert whole.round.read_bytes() == before


def test_one_withdrawn_already_says_so(whole: Bench) -> None:
    with open_round(whole.round) as desk:
        withdraw(desk, 1, "까닭")
        with pytest.raises(InputError, match="ledger_withdrawn_already"):
            withdraw(desk, 1, "까닭")
        assert [row.withdrawn for row in imports(desk)] == [True, False]


def test_the_plan_counts_what_is_open_as_a_merge_does(whole: Bench) -> None:
    pair = whole.service(1), whole.indicator("C1")
    with open_round(whole.round) as desk:
        moderate(desk, pair, "28", "협의", ["김가상"])
    typed(whole.books["E1"], (1, "C1", "score", ""), (1, "C1", "not_applicable", "yes"))
    report = merged(whole.round, whole.books["E1"])
    with open_round(whole.round) as desk:
        plan = plan_withdrawal(desk, 3)
        assert plan.conflicts_before == report.conflicts == 1
        assert plan.conflicts_after == 0
        assert [row.service.number for row in plan.moved] == [1]
        withdraw(desk, 3, "잘못 눌렀다고 함")
        assert desk.outcome().services[0].verdict is Verdict.PASS


def test_what_a_recusal_left_out_counts_again_without_it(whole: Bench) -> None:
    typed(whole.books["E2"], (2, "", "recusal", "이해관계"))
    sealed(whole.books["E2"])
    merged(whole.round, whole.books["E2"])
    with open_round(whole.round) as desk:
        before = desk.outcome()
        assert before.recusals
        plan = withdraw(desk, 3, "회피를 거둠")
        assert plan.after.recusals == desk.outcome().recusals == ()
        assert "2 가상 공원" in sentence_of(plan.cells[0], "ko")
