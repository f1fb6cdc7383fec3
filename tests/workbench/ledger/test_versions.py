"""Result versions, objections and finality: a result on its way to the committee."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.workbench.rounds.redefinitions import changed, put, without
from tests.workbench.rounds.small_round import WHOLE, merged, results_of, sealed, typed
from workbench.errors import FinalExportClosed, InputError
from workbench.ledger.entries import history
from workbench.ledger.finalising import finalise, reopen
from workbench.ledger.objections import decide_objection, log_objection, objections
from workbench.ledger.versions import as_version, difference, issue_version, versions
from workbench.rounds.desk import open_round
from workbench.settling.moderating import moderate

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench


def objected(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        issue_version(desk, "이의신청 전")
        log_objection(desk, 1, "2024-07-01", "가나재단", "실적이 빠졌습니다.")


def agreed(bench: Bench, mark: str = "30") -> None:
    pair = bench.service(1), bench.indicator("C1")
    with open_round(bench.round) as desk:
        moderate(desk, pair, mark, "실적 확인", ["김가상", "이가상"])


def closed(bench: Bench) -> list[str]:
    with open_round(bench.round, read_only=True) as desk:
        return [why.key for why in desk.reading().closed]


def test_a_version_keeps_the_result_whole(whole: Bench) -> None:
    with open_round(whole.round) as desk:
        made = issue_version(desk, "이의신청 전")
        assert (made.number, made.note, made.below, made.average) == (
            1,
            "이의신청 전",
            (1,),
            "75.58",
        )
        assert difference(made, as_version(desk.outcome())) == ()
        assert made.services[0].points == {"C1": "25.00", "I1": "36.00", "S1": "11.25"}
    agreed(whole)
    with open_round(whole.round) as desk:
        assert versions(desk) == (made,)
        rows = difference(made, as_version(desk.outcome()))
    assert [(row.number, row.what, row.before, row.after) for row in rows] == [
        (1, "total", "72.25", "77.25"),
        (1, "verdict", "below", "pass"),
        (1, "rank", "3", "1"),
        (1, "common", "25.00", "30.00"),
        (1, "C1", "25.00", "30.00"),
    ]


def test_an_objection_moves_a_service_over_the_cut_and_version_2_says_so(whole: Bench) -> None:
    objected(whole)
    assert closed(whole) == ["closed_objection"]
    agreed(whole)
    with open_round(whole.round) as desk:
        (row,) = objections(desk)
        assert (row.number, row.version, row.decision) == (1, 1, "")
        assert {one.what for one in row.changed} == {"total", "verdict", "rank", "common", "C1"}
        decide_objection(desk, 1, "accepted", "실적을 확인함")
        issue_version(desk, "이의신청 뒤")
        target = desk.export(whole.path("보고서.xlsx"))
    assert closed(whole) == []
    sheets = load_workbook(target)
    table = list(sheets["차이표"].values)
    assert "제1판 → 제2판" in table[0][0]
    assert (1, "가상 센터", "총점", 72.25, 77.25, 5) in [row[:6] for row in table]
    assert (1, "가상 센터", "판정", "재계약배제", "통과") in [row[:5] for row in table]
    (told,) = list(sheets["이의신청"].values)[4:]
    assert told[:3] == (1, 1, "가상 센터")
    assert told[5:] == ("가나재단", "실적이 빠졌습니다.", "인용", "실적을 확인함")
    assert "결과 제2판" in sheets["요약"]["A1"].value


def test_a_round_without_a_version_has_no_such_sheets(whole: Bench) -> None:
    with open_round(whole.round) as desk:
        names = load_workbook(desk.export(whole.path("a.xlsx"))).sheetnames
    assert not {"차이표", "이의신청"} & set(names)


def test_the_public_edition_says_nothing_of_objections(whole: Bench) -> None:
    objected(whole)
    with open_round(whole.round) as desk:
        book = load_workbook(desk.export(whole.path("p.xlsx"), public=True, draft=True))
    said = " ".join(
        str(cell) for sheet in book for row in sheet.values for cell in row if cell is not None
    )
    assert book.sheetnames == ["요약", "사무별 주요성과 및 과제"]
    assert "가나재단" not in said
    assert "이의" not in said


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ((9, "2024-07-01", "가", "나"), "objection_no_service"),
        ((1, "7월 1일", "가", "나"), "objection_date_unfit"),
        ((1, "2024-07-01", " ", "나"), "objection_incomplete"),
        ((1, "2024-07-01", "가", ""), "objection_incomplete"),
    ],
)
def test_an_objection_that_does_not_fit_is_refused(
    whole: Bench, given: tuple[int, str, str, str], key: str
) -> None:
    with open_round(whole.round) as desk:
        with pytest.raises(InputError, match="objection_before_version"):
            log_objection(desk, 1, "2024-07-01", "가", "나")
        issue_version(desk, "")
        with pytest.raises(InputError) as refused:
            log_objection(desk, *given)
        assert refused.value.key == key
        assert objections(desk) == ()


def test_deciding_needs_a_reason_a_decision_and_an_objection(whole: Bench) -> None:
    objected(whole)
    with open_round(whole.round) as desk:
        for number, decision, reason in (
            (2, "accepted", "r"),
            (1, "maybe", "r"),
            (1, "partly", ""),
        ):
            with pytest.raises(InputError):
                decide_objection(desk, number, decision, reason)
        assert objections(desk)[0].decision == ""


def test_the_hash_of_a_final_round_is_that_of_its_state(whole: Bench) -> None:
    with open_round(whole.round) as desk:
        first = finalise(desk)
        reopen(desk, "다시 봄")
        assert finalise(desk) == first
        reopen(desk, "다시 봄")
    agreed(whole)
    with open_round(whole.round) as desk:
        assert finalise(desk) != first


def test_what_is_open_keeps_a_round_from_being_final(whole: Bench) -> None:
    typed(whole.books["E1"], (1, "C1", "score", ""))
    sealed(whole.books["E1"])
    merged(whole.round, whole.books["E1"])
    before = whole.round.read_bytes()
    with open_round(whole.round) as desk, pytest.raises(FinalExportClosed) as refused:
        finalise(desk)
    assert [why.key for why in refused.value.reasons] == ["closed_incomplete"]
    assert whole.round.read_bytes() == before
    assert results_of(whole.round)["counted"] == 2


def test_a_version_of_an_incomplete_round_says_what_counted(bench: Bench) -> None:
    typed(bench.books["E1"], *WHOLE)
    merged(bench.round, bench.books["E1"])
    with open_round(bench.round) as desk:
        made = issue_version(desk, "=중간 점검")
        assert (made.average, made.counted, made.below) == (None, 0, ())
        assert {(row.total, row.rank) for row in made.services} == {(None, None)}
        desk.export(bench.path("잠정.xlsx"), draft=True)
    sheet = load_workbook(bench.path("잠정.xlsx"))["차이표"]
    assert "달라진 것 없음" in [cell for row in sheet.values for cell in row]


def test_after_a_version_the_table_shows_what_differs_from_it_now(whole: Bench) -> None:
    objected(whole)
    agreed(whole)
    with open_round(whole.round) as desk:
        target = desk.export(whole.path("잠정.xlsx"), draft=True)
    sheets = load_workbook(target)
    assert "제1판 → 지금" in sheets["차이표"]["A1"].value
    assert "결과 제1판 이후" in sheets["요약"]["A1"].value
    (told,) = list(sheets["이의신청"].values)[4:]
    assert told[5:] == ("가나재단", "실적이 빠졌습니다.", "미결정", None)


def test_an_objection_outlives_the_service_it_was_made_about(whole: Bench) -> None:
    objected(whole)
    changed(
        whole,
        lambda sheets: without(sheets, "services", "1"),
        lambda sheets: put(sheets, "assignments", "E1", services="2;5"),
        lambda sheets: put(sheets, "assignments", "E2", services="2;5"),
        reason="사무를 잘못 올림",
    )
    assert closed(whole) == ["closed_objection"]
    with open_round(whole.round) as desk:
        (row,) = objections(desk)
        assert (row.service.number, row.service.name) == (1, "가상 센터")
        moved = [(one.what, one.before, one.after) for one in row.changed]
        assert ("verdict", "below", None) in moved
        decide_objection(desk, 1, "rejected", "평가 대상이 아님")
        desk.export(whole.path("보고서.xlsx"))
    assert closed(whole) == []


def test_a_later_decision_stands_over_the_earlier_one_and_both_are_kept(whole: Bench) -> None:
    objected(whole)
    with open_round(whole.round) as desk:
        decide_objection(desk, 1, "rejected", "자료 없음")
        decide_objection(desk, 1, "partly", "자료가 뒤에 옴")
        (row,) = objections(desk)
        told = [one.reason for one in history(desk).entries if one.kind == "objection_decided"]
    assert (row.decision, row.reason) == ("partly", "자료가 뒤에 옴")
    assert told == ["자료 없음", "자료가 뒤에 옴"]
