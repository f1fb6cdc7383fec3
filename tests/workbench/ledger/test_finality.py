"""A final round: nothing changes it, its hash stands for its result, and tampering shows."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.redefinitions import present, put
from tests.workbench.rounds.small_round import (
    SHEETS,
    merged,
    results_of,
    sealed,
    typed,
    write_definition,
)
from workbench.adjusting.adjusting import adjust
from workbench.backups.shelf import Why, backups_of
from workbench.checking import check_file, final_hash_of
from workbench.commands.main import main
from workbench.definition.stored import stored_facts
from workbench.definition.terms import Standing
from workbench.errors import FinalExportClosed, InputError, MergeError, StoreError
from workbench.ledger.entries import history
from workbench.ledger.finalising import finalise, is_final, reopen
from workbench.ledger.objections import decide_objection, log_objection
from workbench.ledger.versions import issue_version
from workbench.ledger.withdrawing import plan_withdrawal, withdraw
from workbench.rounds.desk import open_round
from workbench.rounds.redefining import redefine
from workbench.rounds.replacing import Arriving, replace_evaluator
from workbench.settling.moderating import confirm, drop, moderate
from workbench.settling.settling import settle
from workbench.setup.draft import keep_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.workbench.rounds.small_round import Bench
    from workbench.rounds.desk import RoundDesk


def made_final(bench: Bench) -> str:
    with open_round(bench.round) as desk:
        return finalise(desk)


def agreed(desk: RoundDesk, bench: Bench, mark: str) -> None:
    moderate(desk, (bench.service(1), bench.indicator("C1")), mark, "확인", ["김가상"])


@pytest.fixture
def agreed_bench(whole: Bench) -> Bench:
    """A round with a version, a decided objection and an agreed mark; a new book waits."""
    with open_round(whole.round) as desk:
        agreed(desk, whole, "29")
        issue_version(desk, "")
        log_objection(desk, 1, "2024-07-01", "가나재단", "실적 누락")
        decide_objection(desk, 1, "rejected", "확인함")
    return whole


DEEDS: dict[str, Callable[[RoundDesk, Bench], object]] = {
    "merge": lambda desk, bench: desk.merge([bench.books["E1"]]),
    "merge dry": lambda desk, bench: desk.merge([bench.books["E1"]], dry_run=True),
    "merge all": lambda desk, bench: desk.merge([bench.books["E1"]], all_or_nothing=True),
    "settle": lambda desk, bench: settle(desk, [(bench.cell("E1", 1, "C1", "score"), "1")], "w"),
    "moderate": lambda desk, bench: agreed(desk, bench, "28"),
    "confirm": lambda desk, bench: confirm(desk, [pair_of(bench)], "w"),
    "drop": lambda desk, bench: drop(desk, pair_of(bench), "w"),
    "adjust": lambda desk, _: adjust(desk, 1, "+1", "w"),
    "withdraw": lambda desk, _: withdraw(desk, 1, "w"),
    "withdraw plan": lambda desk, _: plan_withdrawal(desk, 1),
    "issue": lambda desk, _: issue_version(desk, ""),
    "log": lambda desk, _: log_objection(desk, 1, "2024-07-01", "가", "나"),
    "decide": lambda desk, _: decide_objection(desk, 1, "accepted", "w"),
    "redefine": lambda desk, _: redefine(
        desk, put(present(desk), "evaluators", "E2", affiliation="가상학회"), "w"
    ),
    "draft": lambda desk, _: keep_draft(desk, present(desk)),
    "replace": lambda desk, bench: replace_evaluator(
        desk,
        "E2",
        Arriving("E3", "박가상"),
        numbers=None,
        standing=Standing.RECUSED,
        reason="w",
        folder=bench.path("새 파일"),
    ),
    "hand out": lambda desk, bench: desk.hand_out(bench.path("다시")),
    "finalise": lambda desk, _: finalise(desk),
}


def pair_of(bench: Bench) -> tuple[bytes, bytes]:
    return bench.service(1), bench.indicator("C1")


@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_would_change_a_final_round_is_refused_and_not_a_byte_moves(
    agreed_bench: Bench, deed: str
) -> None:
    made = made_final(agreed_bench)
    typed(agreed_bench.books["E1"], (1, "C1", "score", "29"))
    before = agreed_bench.round.read_bytes()
    with open_round(agreed_bench.round) as desk:
        with pytest.raises(MergeError) as refused:
            DEEDS[deed](desk, agreed_bench)
        assert is_final(desk) == made
    assert (refused.value.key, refused.value.exit_code) == ("round_final", 4)
    assert agreed_bench.round.read_bytes() == before
    assert not agreed_bench.path("새 파일").exists()
    assert not agreed_bench.path("다시").exists()
    assert check_file(agreed_bench.round) == ()


def test_merging_what_a_final_round_holds_already_is_nothing_new(whole: Bench) -> None:
    made_final(whole)
    before = whole.round.read_bytes()
    for how in ({}, {"dry_run": True}, {"all_or_nothing": True}):
        report = merged(whole.round, *whole.books.values(), **how)
        assert {row.status for row in report.files} == {"nothing new"}
        assert report.exit_code == 0
    assert whole.round.read_bytes() == before


def test_a_final_round_is_read_and_exported_as_ever(whole: Bench) -> None:
    made = made_final(whole)
    results = results_of(whole.round)
    with open_round(whole.round) as desk:
        assert desk.export(whole.path("보고서.xlsx")).exists()
        assert history(desk).entries[-1].kind == "exported"
        assert is_final(desk) == made
    assert results_of(whole.round) == results
    assert check_file(whole.round) == ()
    assert final_hash_of(whole.round) == made


def test_a_backup_is_made_before_and_only_of_what_is_closed(whole: Bench) -> None:
    with open_round(whole.round) as desk, desk.store.read() as connection:
        (uid,) = stored_facts(connection, "uid")
    with open_round(whole.round) as desk:
        issue_version(desk, "")
        log_objection(desk, 1, "2024-07-01", "가", "나")
        with pytest.raises(FinalExportClosed) as refused:
            finalise(desk)
        assert [why.key for why in refused.value.reasons] == ["closed_objection"]
        assert Why.FINAL not in {row.why for row in backups_of(uid)}
        decide_objection(desk, 1, "rejected", "확인함")
        finalise(desk)
    assert backups_of(uid)[0].why == Why.FINAL


def test_reopening_needs_a_reason_and_a_final_round(whole: Bench) -> None:
    with open_round(whole.round) as desk:
        with pytest.raises(InputError, match="ledger_not_final"):
            reopen(desk, "까닭")
        made = finalise(desk)
        with pytest.raises(InputError, match="settle_reason_missing"):
            reopen(desk, " \n")
        assert is_final(desk) == made
        reopen(desk, "이의신청 인용")
        assert is_final(desk) == ""
        entry = history(desk).entries[-1]
        assert (entry.kind, entry.reason, entry.detail["hash"]) == (
            "reopened",
            "이의신청 인용",
            made,
        )
    assert final_hash_of(whole.round) == ""
    assert check_file(whole.round) == ()


def test_the_hash_does_not_depend_on_the_way_there(whole: Bench, tmp_path) -> None:
    other = whole.copied_to(tmp_path / "other")
    with open_round(other.round) as desk:
        withdraw(desk, 2, "잘못 받음")
    merged(other.round, other.books["E2"])
    assert made_final(other) == made_final(whole)


@pytest.mark.parametrize(
    "step",
    [
        lambda bench: retyped(bench, (1, "C1", "score", "30.5")),
        lambda bench: retyped(bench, (1, "C1", "comment", "근거")),
        lambda bench: redefined(bench),
    ],
)
def test_the_hash_is_another_for_another_mark_text_or_rule(
    whole: Bench, tmp_path, step: Callable[[Bench], None]
) -> None:
    other = whole.copied_to(tmp_path / "other")
    step(other)
    assert made_final(other) != made_final(whole)


def retyped(bench: Bench, row: tuple[int, str, str, str]) -> None:
    typed(bench.books["E1"], row)
    sealed(bench.books["E1"])
    merged(bench.round, bench.books["E1"])


def redefined(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        redefine(desk, put(present(desk), "round", "cut", value="70"), "기준 정정")


TAMPERINGS = {
    "finality taken away": "DELETE FROM document WHERE key = 'final'",
    "finality emptied": "UPDATE document SET value = '' WHERE key = 'final'",
    "another hash": f"UPDATE document SET value = '{'0' * 64}' WHERE key = 'final'",
    "its entry taken away": "DELETE FROM event WHERE kind = 'finalised'",
}


@pytest.mark.parametrize("statement", TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_with_finality_shows(whole: Bench, statement: str) -> None:
    made_final(whole)
    with closing(sqlite3.connect(whole.round)) as raw, raw:
        assert raw.execute(statement).rowcount == 1
    assert [problem.key for problem in check_file(whole.round)] == ["final_state_wrong"]


def test_marks_that_came_past_the_lock_show(whole: Bench, tmp_path) -> None:
    made = made_final(whole)
    lifted = shutil.copyfile(whole.round, tmp_path / "lifted.round")
    with closing(sqlite3.connect(lifted)) as raw, raw:
        raw.execute("UPDATE document SET value = '' WHERE key = 'final'")
    typed(whole.books["E1"], (1, "C1", "score", "33"))
    sealed(whole.books["E1"])
    merged(lifted, whole.books["E1"])
    with closing(sqlite3.connect(lifted)) as raw, raw:
        raw.execute("UPDATE document SET value = ? WHERE key = 'final'", (made,))
    assert [problem.key for problem in check_file(lifted)] == ["final_state_wrong"]
    with open_round(lifted) as desk, pytest.raises(StoreError, match="final_state_wrong"):
        desk.export(tmp_path / "보고서.xlsx")


def test_a_dry_run_of_a_change_answers_as_the_change_would(whole: Bench, tmp_path) -> None:
    definition = write_definition(tmp_path / "정의", round=SHEETS["round"].replace("75", "60"))
    made_final(whole)
    before = whole.round.read_bytes()
    for how in (["--dry-run"], []):
        assert main(["update", str(whole.round), str(definition), "--reason", "w", *how]) == 4
    assert whole.round.read_bytes() == before
