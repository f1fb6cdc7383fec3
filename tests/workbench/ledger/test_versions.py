"""Result versions, objections and finality: a result on its way to the committee."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.workbench.rounds.small_round import merged, results_of, sealed, typed
from workbench.checking import check_file
from workbench.errors import FinalExportClosed, InputError, MergeError
from workbench.ledger.entries import KINDS, history
from workbench.ledger.finalising import finalise, is_final, reopen
from workbench.ledger.objections import decide_objection, log_objection, objections
from workbench.ledger.versions import as_version, difference, issue_version, versions
from workbench.ledger.withdrawing import withdraw
from workbench.rounds.desk import open_round
from workbench.sentences import LANGUAGES, sentence_of
from workbench.settling.moderating import moderate
from workbench.settling.settling import settle

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
    assert told[4:8] == ("가나재단", "실적이 빠졌습니다.", "인용", "실적을 확인함")
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


def test_a_final_round_refuses_every_change_and_not_a_byte_moves(whole: Bench) -> None:
    with open_round(whole.round) as desk:
        made = finalise(desk)
        assert is_final(desk) == made
    typed(whole.books["E1"], (1, "C1", "score", "29"))
    before = whole.round.read_bytes()
    pair = whole.service(1), whole.indicator("C1")
    cell = whole.cell("E1", 1, "C1", "score")
    deeds = (
        lambda desk: desk.merge([whole.books["E1"]]),
        lambda desk: settle(desk, [(cell, "1")], "까닭"),
        lambda desk: moderate(desk, pair, "30", "까닭", ["김가상"]),
        lambda desk: withdraw(desk, 1, "까닭"),
        lambda desk: issue_version(desk, ""),
        finalise,
    )
    for deed in deeds:
        with open_round(whole.round) as desk, pytest.raises(MergeError) as refused:
            deed(desk)
        assert refused.value.key == "round_final"
        assert refused.value.exit_code == 4
    assert whole.round.read_bytes() == before
    assert check_file(whole.round) == ()
    with open_round(whole.round) as desk:
        reopen(desk, "이의신청 인용")
        assert is_final(desk) == ""
        assert desk.merge([whole.books["E1"]]).files[0].new == 1


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


def test_everything_that_happened_reads_as_a_sentence_in_both_languages(whole: Bench) -> None:
    objected(whole)
    agreed(whole)
    with open_round(whole.round) as desk:
        decide_objection(desk, 1, "partly", "일부 확인")
        issue_version(desk, "")
        desk.export(whole.path("a.xlsx"))
        finalise(desk)
        reopen(desk, "다시 봄")
        found = history(desk)
    assert found.broken_at is None
    kinds = [row.kind for row in found.entries]
    assert kinds == [
        "created",
        "handed_out",
        "merged",
        "issued",
        "objection_logged",
        "moderated",
        "objection_decided",
        "issued",
        "exported",
        "finalised",
        "reopened",
    ]
    assert set(kinds) <= set(KINDS)
    for row in found.entries:
        for language in LANGUAGES:
            assert sentence_of(row.words, language)
    assert [row.reason for row in found.entries[-5:]] == ["일부 확인", "", "", "", "다시 봄"]
