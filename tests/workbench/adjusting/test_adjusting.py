"""Adjustments on real files: across the cut, capped, kept by merges, told in the history."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from models.imports import events
from tests.workbench.rounds.redefinitions import changed, put, without
from tests.workbench.rounds.small_round import (
    Bench,
    merged,
    results_of,
    revisions_in,
    sealed,
    typed,
)
from workbench.adjusting.adjusting import adjust, adjustments_of, take_back
from workbench.checking import check_file
from workbench.errors import InputError, MergeError
from workbench.ledger.entries import history
from workbench.ledger.exporting import export_history
from workbench.ledger.finalising import finalise, reopen
from workbench.ledger.withdrawing import withdraw
from workbench.rounds.desk import open_round
from workbench.sentences import sentence_of

if TYPE_CHECKING:
    from workbench.adjusting.effects import AdjustedService

REASON = "=지도점검, “지적”\n2건"


def given(
    bench: Bench, number: int, points: str, reason: str = "수상 실적", evidence: str = ""
) -> bytes:
    with open_round(bench.round) as desk:
        return adjust(desk, number, points, reason, evidence)


def row_of(bench: Bench, number: int = 1) -> AdjustedService:
    with open_round(bench.round, read_only=True) as desk:
        return next(row for row in adjustments_of(desk) if row.service.number == number)


def total(bench: Bench, number: int = 1) -> tuple[str, str | None]:
    rows = results_of(bench.round)["services"]
    row = next(row for row in rows if row["number"] == number)
    return row["verdict"], row["total"]


def newest(bench: Bench) -> tuple[str, dict[str, object]]:
    with open_round(bench.round, read_only=True) as desk, desk.store.read() as connection:
        event = events(connection)[-1]
    return event.kind, json.loads(event.detail)


def test_a_bonus_lifts_across_the_cut_and_a_penalty_pulls_below(whole: Bench) -> None:
    assert total(whole) == ("below", "72.25")
    given(whole, 1, "+2.75")
    assert total(whole) == ("pass", "75.00")
    given(whole, 2, "−2.26")
    assert total(whole, 2) == ("below", "74.99")
    first, second = row_of(whole), row_of(whole, 2)
    assert (first.before.verdict, first.now.verdict) == ("below", "pass")
    assert (second.before.verdict, second.now.verdict) == ("pass", "below")
    assert (first.rank, second.rank) == (2, 3)
    assert check_file(whole.round) == ()


def test_several_stand_on_their_own_lines_with_reason_and_evidence(whole: Bench) -> None:
    one = given(whole, 1, "+1.5", "국무총리 표창", "표창장 사본")
    other = given(whole, 1, "-0.25", REASON)
    rows = row_of(whole).adjustments
    assert [(row.uid, row.points, row.evidence) for row in rows] == [
        (one, Decimal("1.5"), "표창장 사본"),
        (other, Decimal("-0.25"), ""),
    ]
    assert rows[1].reason == REASON
    assert total(whole) == ("below", "73.50")


def test_changing_one_keeps_its_place_in_the_journal(whole: Bench) -> None:
    uid = given(whole, 1, "+1.5")
    before = revisions_in(whole.round)
    with open_round(whole.round) as desk:
        assert adjust(desk, 1, "+2.75", "다시 확인함", "공문", uid) == uid
    assert total(whole) == ("pass", "75.00")
    (made,) = (row for id_, row in revisions_in(whole.round).items() if id_ not in before)
    (parent,) = made.parent_ids
    assert before[parent].cell == made.cell
    kind, detail = newest(whole)
    assert (kind, detail["before"], detail["points"]) == ("adjusted", "+1.5", "+2.75")
    assert detail["revision"] == made.id.hex()


def test_what_changes_nothing_writes_nothing(whole: Bench) -> None:
    uid = given(whole, 1, "+1.5", "수상 실적", "표창장")
    before = whole.round.read_bytes()
    with open_round(whole.round) as desk:
        assert adjust(desk, 1, "\uff0b1.50", " 수상 실적 ", "표창장", uid) == uid
    assert newest(whole)[1]["before"] == ""
    assert whole.round.read_bytes() == before


def test_taking_back_gives_the_total_back_and_keeps_the_history(whole: Bench) -> None:
    uid = given(whole, 1, "+2.75")
    with open_round(whole.round) as desk:
        take_back(desk, uid, "잘못 매김")
        with pytest.raises(InputError, match="adjust_unknown"):
            take_back(desk, uid, "다시")
        with pytest.raises(InputError, match="adjust_unknown"):
            adjust(desk, 1, "+1", "다시", "", uid)
    assert total(whole) == ("below", "72.25")
    assert row_of(whole).adjustments == ()
    kind, detail = newest(whole)
    assert (kind, detail["points"], detail["reason"]) == (
        "adjustment_taken_back",
        "+2.75",
        "잘못 매김",
    )
    assert (detail["number"], detail["service"]) == (1, "1 가상 센터")
    assert check_file(whole.round) == ()


def test_an_adjustment_of_another_service_cannot_be_moved(whole: Bench) -> None:
    uid = given(whole, 1, "+1")
    before = revisions_in(whole.round)
    with open_round(whole.round) as desk, pytest.raises(InputError, match="adjust_unknown"):
        adjust(desk, 2, "+1", "까닭", "", uid)
    assert revisions_in(whole.round) == before


@pytest.mark.parametrize(
    ("number", "points", "reason", "key"),
    [
        (1, "1.5", "까닭", "adjust_points_unsigned"),
        (1, "+0", "까닭", "adjust_points_nothing"),
        (1, "+1.001", "까닭", "adjust_points_too_fine"),
        (1, "+3.01", "까닭", "adjust_points_too_many"),
        (1, "+1", " ", "settle_reason_missing"),
        (9, "+1", "까닭", "adjust_no_service"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(
    capped: Bench, number: int, points: str, reason: str, key: str
) -> None:
    before = capped.round.read_bytes()
    with open_round(capped.round) as desk, pytest.raises(InputError) as refused:
        adjust(desk, number, points, reason)
    assert refused.value.key == key
    for language in ("ko", "en"):
        assert "{" not in sentence_of(refused.value, language)
    assert capped.round.read_bytes() == before


def test_taking_back_needs_a_reason(whole: Bench) -> None:
    uid = given(whole, 1, "+1")
    with open_round(whole.round) as desk, pytest.raises(InputError, match="settle_reason_missing"):
        take_back(desk, uid, "")
    assert total(whole) == ("below", "73.25")


def test_an_exempt_service_is_refused_and_one_exempted_later_can_be_cleared(whole: Bench) -> None:
    uid = given(whole, 1, "+1")
    changed(whole, lambda sheets: put(sheets, "services", "1", status="exempt", reason="1년 미만"))
    assert total(whole) == ("exempt", None)
    with open_round(whole.round) as desk:
        with pytest.raises(InputError, match="adjust_exempt"):
            adjust(desk, 1, "+1", "까닭")
        take_back(desk, uid, "평가제외")
    assert row_of(whole).adjustments == ()


def test_an_incomplete_service_takes_one_and_shows_it_once_it_is_counted(bench: Bench) -> None:
    given(bench, 1, "+1")
    assert total(bench) == ("incomplete", None)
    assert row_of(bench).now.total is None
    assert row_of(bench).now.applied == 1


def test_the_cap_cuts_the_sum_and_not_the_lines(capped: Bench) -> None:
    for points in ("+2", "+2.5"):
        given(capped, 1, points)
    row = row_of(capped)
    assert [one.points for one in row.adjustments] == [Decimal(2), Decimal("2.5")]
    assert (row.now.given, row.now.applied, row.now.is_capped) == (Decimal("4.5"), 3, True)
    assert total(capped) == ("pass", "75.25")


def test_a_lower_cap_later_cuts_the_sum_and_says_so(capped: Bench) -> None:
    given(capped, 1, "+2.75")
    assert total(capped) == ("pass", "75.00")
    changed(capped, lambda sheets: put(sheets, "round", "adjustment_cap", value="1"))
    row = row_of(capped)
    assert (row.now.given, row.now.applied, row.now.is_capped) == (Decimal("2.75"), 1, True)
    assert total(capped) == ("below", "73.25")
    assert check_file(capped.round) == ()


def test_fewer_decimals_later_round_the_sum_once(whole: Bench) -> None:
    for points in ("+0.04", "+0.01"):
        given(whole, 1, points)
    changed(whole, lambda sheets: put(sheets, "round", "score_places", value="1"))
    row = row_of(whole)
    assert (row.now.given, row.now.applied) == (Decimal("0.05"), Decimal("0.1"))


def test_the_total_stops_at_nought_and_at_the_most_there_can_be(whole: Bench) -> None:
    given(whole, 1, "-80")
    given(whole, 2, "+30")
    assert total(whole) == ("below", "0.00")
    assert total(whole, 2) == ("pass", "100.00")
    assert (row_of(whole).now.is_clipped, row_of(whole, 2).now.is_clipped) == (True, True)


def test_later_merges_and_withdrawals_keep_them(whole: Bench) -> None:
    given(whole, 1, "+2.75")
    typed(whole.books["E2"], (1, "C1", "score", "20.5"))
    sealed(whole.books["E2"])
    assert merged(whole.round, whole.books["E2"]).exit_code == 0
    assert total(whole) == ("pass", "75.25")
    with open_round(whole.round) as desk:
        withdraw(desk, 3, "잘못 받음")
    assert total(whole) == ("pass", "75.00")
    with open_round(whole.round) as desk:
        withdraw(desk, 2, "잘못 받음")
    assert total(whole) == ("incomplete", None)
    merged(whole.round, whole.books["E2"])
    assert total(whole) == ("pass", "75.25")
    assert check_file(whole.round) == ()


def test_no_book_that_is_handed_out_holds_one(whole: Bench) -> None:
    given(whole, 1, "+2.75", "남에게 보이지 않을 까닭")
    with open_round(whole.round) as desk:
        books = desk.hand_out(whole.path("다시"))
    for _, path in books:
        assert "남에게 보이지 않을 까닭".encode() not in path.read_bytes()
        assert "남에게 보이지 않을 까닭".encode() in whole.round.read_bytes()


def test_a_final_round_takes_none_and_its_hash_knows_them(whole: Bench) -> None:
    uid = given(whole, 1, "+2.75")
    with open_round(whole.round) as desk:
        first = finalise(desk)
        with pytest.raises(MergeError, match="round_final"):
            adjust(desk, 1, "+1", "까닭")
        with pytest.raises(MergeError, match="round_final"):
            take_back(desk, uid, "까닭")
        reopen(desk, "이의신청")
        assert finalise(desk) == first
        reopen(desk, "이의신청")
        adjust(desk, 2, "-0.5", "까닭")
        assert finalise(desk) != first
    assert check_file(whole.round) == ()


def test_the_history_tells_them_in_both_languages_and_exports_them(whole: Bench) -> None:
    uid = given(whole, 1, "+1.5", REASON, "점검 결과 공문")
    with open_round(whole.round) as desk:
        adjust(desk, 1, "-0.5", REASON, "점검 결과 공문", uid)
        take_back(desk, uid, "잘못 매김")
        entries = history(desk).entries[-3:]
        assert [row.kind for row in entries] == [
            "adjusted",
            "adjusted",
            "adjustment_taken_back",
        ]
        assert [row.reason for row in entries] == [REASON, REASON, "잘못 매김"]
        korean = [sentence_of(row.words, "ko") for row in entries]
        assert korean == [
            "가감점: 1 가상 센터 +1.5점",
            "가감점: 1 가상 센터 +1.5점 → −0.5점",
            "가감점 취소: 1 가상 센터 −0.5점",
        ]
        english = [sentence_of(row.words, "en") for row in entries]
        assert english[1] == "bonus or penalty: 1 가상 센터, +1.5 → −0.5 points"
        target = whole.path("이력.csv")
        export_history(desk, target, "ko")
    told = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert [row[3] for row in told[-3:]] == korean


def test_a_service_that_left_the_roster_can_still_be_cleared(whole: Bench) -> None:
    uid = given(whole, 5, "+1")
    changed(
        whole,
        lambda sheets: without(sheets, "services", "5"),
        lambda sheets: put(sheets, "assignments", "E1", services="1;2"),
        lambda sheets: put(sheets, "assignments", "E2", services="1;2"),
    )
    with open_round(whole.round) as desk:
        take_back(desk, uid, "사무가 없어짐")
    assert newest(whole)[1]["service"] == "5 가상 주택"
    assert check_file(whole.round) == ()
