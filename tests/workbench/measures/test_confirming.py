"""Confirming on real files: written by the lead, told in the history, gone stale by a merge."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from models.imports import events
from tests.workbench.measures.conftest import NUMBERS
from tests.workbench.rounds.redefinitions import changed
from tests.workbench.rounds.small_round import merged, results_of, revisions_in, sealed, typed
from workbench.checking import check_file
from workbench.errors import InputError, MergeError
from workbench.ledger.entries import history
from workbench.ledger.finalising import finalise, reopen
from workbench.ledger.withdrawing import withdraw
from workbench.measures.confirmations import Stand
from workbench.measures.confirming import (
    confirm_figures,
    drop_confirmation,
    read_figures,
)
from workbench.rounds.desk import open_round
from workbench.sentences import LANGUAGES, sentence_of
from workbench.setup.sheets import SheetRow, Sheets

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench

Pair = tuple[bytes, bytes]


def pair(bench: Bench, number: int = 1, code: str = "I1") -> Pair:
    return bench.service(number), bench.indicator(code)


def stands(bench: Bench) -> dict[tuple[int, str], str]:
    with open_round(bench.round, read_only=True) as desk:
        return {
            (row.service.number, row.made.indicator.code): row.stand.value
            for row in read_figures(desk).rows
        }


def look(bench: Bench, *pairs: Pair, by: str = "Q1", note: str = "") -> tuple[Pair, ...]:
    with open_round(bench.round) as desk:
        return confirm_figures(desk, pairs, bench.owner(by), note)


def closed(bench: Bench) -> list[str]:
    with open_round(bench.round, read_only=True) as desk:
        return [why.key for why in desk.reading().closed]


def test_a_second_person_confirms_and_no_number_changes(measured: Bench) -> None:
    before = results_of(measured.round)
    assert set(stands(measured).values()) == {"waiting"}
    written = look(measured, pair(measured), pair(measured, 2), note="증빙 대조")
    assert written == (pair(measured), pair(measured, 2))
    found = stands(measured)
    assert [key for key, stand in found.items() if stand == "confirmed"] == [(1, "I1"), (2, "I1")]
    assert results_of(measured.round) == before
    assert closed(measured) == []  # unconfirmed figures close nothing
    assert check_file(measured.round) == ()


def test_what_the_row_says(measured: Bench) -> None:
    look(measured, pair(measured))
    with open_round(measured.round, read_only=True) as desk:
        outcome, known, rows = read_figures(desk)
    row = rows[0]
    assert (row.service.number, row.made.indicator.code) == (1, "I1")
    assert row.by.code == "Q1"
    assert known[row.pair].by == row.by.uid
    assert known[row.pair].made_at > 0
    (one,) = row.entered
    assert one.evaluator.code == "E2"
    assert dict(one.mark.values) == {"target": "10", "actual": "8"}
    assert one.explained.exact == 36
    assert [flag.value for flag in one.explained.flags] == ["target_below_previous"]  # 10 < 12
    (other,) = rows[2].entered
    assert other.explained.flags == ()  # service 2: last year 10
    assert outcome.counted == 3


def test_the_lead_writes_it_and_the_event_stands_in_the_same_transaction(measured: Bench) -> None:
    before = revisions_in(measured.round)
    look(measured, pair(measured), pair(measured, 2, "S1"), note="원자료 확인")
    new = [row for id_, row in revisions_in(measured.round).items() if id_ not in before]
    assert {row.field for row in new} == {"confirmation"}
    assert {row.owner for row in new} == {row.author for row in new}
    assert not {row.owner for row in new} & {row.uid for row in measured.definition.evaluators}
    with open_round(measured.round, read_only=True) as desk, desk.store.read() as connection:
        event = events(connection)[-1]
    detail = json.loads(event.detail)
    assert event.kind == "figures_confirmed"
    assert (detail["by"], detail["note"]) == ("Q1 박가상", "원자료 확인")
    assert {cell["revision"] for cell in detail["cells"]} == {row.id.hex() for row in new}


def test_it_is_told_in_the_history_in_both_languages(measured: Bench) -> None:
    look(measured, pair(measured), note="원자료 확인")
    with open_round(measured.round) as desk:
        drop_confirmation(desk, [pair(measured)], "잘못 봄")
        done, dropped = history(desk).entries[-2:]
    assert (done.kind, done.reason) == ("figures_confirmed", "원자료 확인")
    assert (dropped.kind, dropped.reason) == ("confirmation_dropped", "잘못 봄")
    said = {language: sentence_of(done.words, language) for language in LANGUAGES}
    assert said["ko"] == "지표 수치 1개를 Q1 박가상이 확인했습니다: 1 가상 센터 I1 수치 확인"
    assert said["en"].startswith("Q1 박가상 confirmed figures (1): 1 가상 센터 I1")
    for language in LANGUAGES:
        assert "I1" in sentence_of(dropped.words, language)


def test_confirming_the_same_again_writes_nothing(measured: Bench) -> None:
    look(measured, pair(measured))
    before = measured.round.read_bytes()
    assert look(measured, pair(measured), pair(measured)) == ()
    assert measured.round.read_bytes() == before
    assert look(measured, pair(measured), by="E1") == (pair(measured),)  # now another stands for it
    with open_round(measured.round, read_only=True) as desk:
        assert read_figures(desk).rows[0].by.code == "E1"


@pytest.mark.parametrize(
    ("by", "number", "key"),
    [("E2", 1, "confirm_own"), ("E1", 5, "confirm_recused"), ("?", 1, "confirm_stranger")],
)
def test_who_may_not_is_refused_with_a_sentence_and_nothing_is_stored(
    measured: Bench, by: str, number: int, key: str
) -> None:
    before = measured.round.read_bytes()
    who = b"?" * 16 if by == "?" else measured.owner(by)
    with open_round(measured.round) as desk, pytest.raises(InputError) as refusal:
        confirm_figures(desk, [pair(measured, 2), pair(measured, number)], who)
    assert refusal.value.key == key
    assert "I1" in sentence_of(refusal.value, "ko")
    assert measured.round.read_bytes() == before


@pytest.mark.parametrize("by", ["Q1", "L1", "E1"])
def test_the_secretaries_and_another_evaluator_may(measured: Bench, by: str) -> None:
    assert look(measured, pair(measured), by=by) == (pair(measured),)
    assert stands(measured)[1, "I1"] == "confirmed"


def test_a_judged_indicator_and_a_foreign_pair_are_refused(measured: Bench) -> None:
    for strange in (pair(measured, 1, "C1"), (measured.service(1), b"?" * 16)):
        with pytest.raises(InputError) as refusal:
            look(measured, strange)
        assert refusal.value.key == "confirm_not_there"


def test_figures_that_change_by_a_merge_have_to_be_looked_at_again(measured: Bench) -> None:
    look(measured, *(pair(measured, number) for number in NUMBERS))
    typed(measured.books["E2"], (2, "I1", "actual", "9"), (1, "I1", "comment", "증빙 3쪽"))
    sealed(measured.books["E2"])
    merged(measured.round, measured.books["E2"])
    found = stands(measured)
    assert [found[number, "I1"] for number in NUMBERS] == ["confirmed", "stale", "confirmed"]
    assert closed(measured) == []
    look(measured, pair(measured, 2))
    assert stands(measured)[2, "I1"] == "confirmed"
    with open_round(measured.round) as desk:
        withdraw(desk, 4, "잘못 받음")
    assert stands(measured)[2, "I1"] == "stale"  # 8 again, and 9 is what was confirmed


def test_a_missing_figure_cannot_be_confirmed(measured: Bench) -> None:
    typed(measured.books["E2"], (2, "I1", "actual", ""))
    sealed(measured.books["E2"])
    merged(measured.round, measured.books["E2"])
    with pytest.raises(InputError) as refusal:
        look(measured, pair(measured, 2))
    assert refusal.value.key == "confirm_not_whole"


def with_parameters(sheets: Sheets, text: str) -> Sheets:
    """The measure of I1 with other parameters."""
    rows = tuple(
        SheetRow(row.uid, {**row.texts, "parameters": text})
        if row.text("indicator") == "I1"
        else row
        for row in sheets.of("measures")
    )
    return sheets.replaced("measures", rows)


def test_last_years_actual_added_later_changes_neither_points_nor_confirmations(
    measured: Bench,
) -> None:
    look(measured, pair(measured, 5))
    before = results_of(measured.round)
    changed(measured, lambda sheets: with_parameters(sheets, "previous=1:12|2:10|5:11"))
    assert results_of(measured.round) == before
    assert stands(measured)[5, "I1"] == "confirmed"
    with open_round(measured.round, read_only=True) as desk:
        (row,) = (row for row in read_figures(desk).rows if row.pair == pair(measured, 5))
    assert [flag.value for flag in row.entered[0].explained.flags] == ["target_below_previous"]


def test_dropping_needs_a_reason_and_something_to_drop(measured: Bench) -> None:
    look(measured, pair(measured))
    for pairs, reason, key in (
        ([pair(measured)], "  ", "settle_reason_missing"),
        ([pair(measured), pair(measured, 2)], "까닭", "confirm_nothing_there"),
    ):
        with open_round(measured.round) as desk, pytest.raises(InputError) as refusal:
            drop_confirmation(desk, pairs, reason)
        assert refusal.value.key == key
    assert stands(measured)[1, "I1"] == "confirmed"
    with open_round(measured.round) as desk:
        drop_confirmation(desk, [pair(measured)], "까닭")
    assert set(stands(measured).values()) == {"waiting"}
    assert check_file(measured.round) == ()


def test_a_final_round_is_closed_to_both_and_stays_final_with_unconfirmed_figures(
    measured: Bench,
) -> None:
    look(measured, pair(measured))
    with open_round(measured.round) as desk:
        finalise(desk)  # five of six are not confirmed
        with pytest.raises(MergeError):
            confirm_figures(desk, [pair(measured, 2)], measured.owner("Q1"))
        with pytest.raises(MergeError):
            drop_confirmation(desk, [pair(measured)], "까닭")
        reopen(desk, "까닭")
        assert confirm_figures(desk, [pair(measured, 2)], measured.owner("Q1"))
    assert check_file(measured.round) == ()


def test_no_book_takes_a_confirmation_along(measured: Bench) -> None:
    look(measured, pair(measured), note="원자료 확인")
    with open_round(measured.round) as desk:
        given = desk.hand_out(measured.path("다시"))
    for _, book in given:
        assert "confirmation" not in {row.field for row in revisions_in(book).values()}
        assert "원자료 확인".encode() not in book.read_bytes()


def test_nothing_asked_for_is_nothing_done(measured: Bench) -> None:
    before = measured.round.read_bytes()
    with open_round(measured.round) as desk:
        assert confirm_figures(desk, [], measured.owner("Q1")) == ()
        drop_confirmation(desk, [], "까닭")
    assert measured.round.read_bytes() == before
    assert Stand.WAITING.value in stands(measured).values()
