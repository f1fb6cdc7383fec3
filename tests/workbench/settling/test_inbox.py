"""The inbox: every source with its effect, and settling, against the result computed whole."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.workbench.rounds.small_round import WHOLE, merged, revisions_in, sealed, typed
from workbench.checking import check_file
from workbench.commands.main import main
from workbench.errors import InputError
from workbench.ledger.entries import history
from workbench.results.scoring import compute
from workbench.rounds.desk import open_round
from workbench.rounds.redefining import plan_change, redefine
from workbench.rounds.state import read_state
from workbench.scoring.book import open_book
from workbench.settling.inbox import read_inbox, settled_last
from workbench.settling.open_cells import Why
from workbench.settling.settling import settle
from workbench.setup.sheets import SheetRow, Sheets, sheets_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench

MARKS = [("31", "20"), ("28.5", "40"), ("0", "33")]
"""C1 of services 1, 2 and 5 in the book of E1 and in its copy; both E2's are 30."""


@pytest.fixture
def torn(bench: Bench) -> Bench:
    """E1's book and a copy differ in C1 of every service, and in one opinion."""
    for code in ("E1", "E2"):
        typed(bench.books[code], *WHOLE)
    copy = shutil.copyfile(bench.books["E1"], bench.path("사본.score"))
    for book, at in ((bench.books["E1"], 0), (copy, 1)):
        rows = [
            (number, "C1", "score", pair[at]) for number, pair in zip((1, 2, 5), MARKS, strict=True)
        ]
        typed(book, *rows, (1, "C1", "comment", f"{at}째 까닭"), (2, "", "opinion", f"의견 {at}"))
        sealed(book)
    sealed(bench.books["E2"])
    merged(bench.round, *bench.books.values(), copy)
    return bench


def test_every_effect_is_what_the_round_would_say(torn: Bench) -> None:
    with open_round(torn.round, read_only=True) as desk:
        inbox = read_inbox(desk)
        with desk.store.read() as connection:
            state = read_state(connection)
    deciding = [one for one in inbox.cells if one.field == "score"]
    assert [one.why for one in deciding] == [Why.CONFLICT] * 3
    for one in deciding:
        for row in one.sources:
            heads = dict(state.heads)
            heads[one.cell] = tuple(
                head for head in state.heads[one.cell] if head.value == row.value
            )
            whole = compute(state.definition, heads, state.versions)
            service = next(r for r in whole.services if r.service.uid == one.cell[1])
            assert row.effect is not None
            assert (row.effect.total, row.effect.verdict) == (service.total, service.verdict)
            assert (row.effect.below, row.effect.average) == (len(whole.below), whole.average)
            assert inbox.effect(one.cell, row.value) == row.effect
    assert [one.decides for one in deciding] == [True, False, True]


def test_a_source_names_its_file_its_comment_and_its_seal(torn: Bench) -> None:
    with open_round(torn.round, read_only=True) as desk:
        one = read_inbox(desk).cells[0]
    assert (one.evaluator.code, one.service.number, one.indicator.code) == ("E1", 1, "C1")
    assert [row.value for row in one.sources] == ["31", "20"]
    assert [row.comment for row in one.sources] == ["0째 까닭", "1째 까닭"]
    assert [row.files for row in one.sources] == [(torn.books["E1"].name,), ("사본.score",)]
    assert all(row.is_sealed for row in one.sources)


def test_texts_differ_too_and_make_no_points(torn: Bench) -> None:
    with open_round(torn.round, read_only=True) as desk:
        texts = [one for one in read_inbox(desk).cells if one.field in ("comment", "opinion")]
    assert [one.field for one in texts] == ["comment", "opinion"]
    assert all(row.effect is None for one in texts for row in one.sources)


def test_settling_keeps_the_reason_and_every_value_that_stood(torn: Bench) -> None:
    before = revisions_in(torn.round)
    with open_round(torn.round) as desk:
        inbox = read_inbox(desk)
        made = settle(desk, inbox.taking(torn.owner("E1"), "사본.score"), "봉인본이 맞음")
        assert read_inbox(desk).cells == ()
        assert desk.reading().closed == ()
        entry = history(desk).entries[-1]
    assert len(made) == 5
    assert entry.reason == "봉인본이 맞음"
    assert {row["revision"] for row in entry.detail["cells"]} == {row.id.hex() for row in made}
    assert before.keys() <= revisions_in(torn.round).keys()
    assert check_file(torn.round) == ()


@pytest.mark.parametrize(
    ("number", "value", "reason", "key"),
    [
        (1, "41", "까닭", "score_too_high"),
        (1, "30.25", "까닭", "score_off_step"),
        (1, "서른", "까닭", "number_unfit"),
        (1, "30", " ", "settle_reason_missing"),
    ],
)
def test_what_cannot_stand_is_refused_and_nothing_changes(
    torn: Bench, number: int, value: str, reason: str, key: str
) -> None:
    before = torn.round.read_bytes()
    cell = torn.cell("E1", number, "C1", "score")
    with open_round(torn.round) as desk, pytest.raises(InputError) as refused:
        settle(desk, [(cell, value)], reason)
    assert refused.value.key == key
    assert torn.round.read_bytes() == before


def test_a_cell_in_which_nothing_stands_is_no_cell_to_settle(torn: Bench) -> None:
    with open_round(torn.round) as desk, pytest.raises(InputError, match="settle_nothing_there"):
        settle(desk, [(torn.cell("E1", 1, "I1", "comment"), "글")], "까닭")


def command(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Any]:
    code = main([*map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_the_command_lists_and_settles_until_nothing_is_open(torn: Bench, capsys) -> None:
    code, found = command(capsys, "settle", torn.round)
    assert (code, found["open"]) == (4, 5)
    first = found["conflicts"][0]
    assert (first["service"], first["indicator"], first["evaluator"]) == (1, "C1", "E1")
    assert [row["total"] for row in first["sources"]] == ["77.75", "72.25"]
    assert [row["verdict"] for row in first["sources"]] == ["pass", "below"]
    place = ("--service", 1, "--indicator", "C1")
    code, found = command(
        capsys, "settle", torn.round, *place, "--take", 2, "--reason", "본인 확인"
    )
    assert (code, found["open"]) == (4, 4)
    (made,) = found["settled"]
    assert (made["evaluator"], made["service"], made["indicator"]) == ("E1", 1, "C1")
    assert (made["field"], made["value"]) == ("score", "20")
    code, found = command(
        capsys, "settle", torn.round, "--file", "사본.score", "--reason", "봉인본이 맞음"
    )
    assert (code, found["open"], len(found["settled"])) == (0, 0, 4)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--service", 1, "--indicator", "C1", "--take", 9, "--reason", "r"),
        ("--service", 9, "--indicator", "C1", "--take", 1, "--reason", "r"),
        ("--service", 1, "--indicator", "X9", "--take", 1, "--reason", "r"),
        ("--service", 1, "--indicator", "C1", "--take", 1),
        ("--service", 1, "--indicator", "C1", "--take", 1, "--value", "3", "--reason", "r"),
        ("--file", "없음.score", "--reason", "r"),
        ("--cell", 0, "--take", 1, "--reason", "r"),
        ("--cell", 6, "--take", 1, "--reason", "r"),
        ("--value", "3", "--reason", "r"),
        ("--service", 1, "--indicator", "C1", "--evaluator", "E9", "--value", 3, "--reason", "r"),
    ],
)
def test_arguments_that_name_nothing_answer_2_and_change_nothing(
    torn: Bench, capsys, arguments: tuple[object, ...]
) -> None:
    before = torn.round.read_bytes()
    code, found = command(capsys, "settle", torn.round, *arguments)
    assert (code, found["code"]) == (2, 2)
    assert torn.round.read_bytes() == before


def test_a_round_that_is_not_there_answers_3(tmp_path: Path, capsys) -> None:
    assert command(capsys, "settle", tmp_path / "없음.round")[0] == 3


def test_of_two_ways_each_file_holds_one_value_and_an_older_state_is_no_way(bench: Bench) -> None:
    typed(bench.books["E1"], *WHOLE)
    older = shutil.copyfile(bench.books["E1"], bench.path("먼저.score"))
    copy = shutil.copyfile(bench.books["E1"], bench.path("사본.score"))
    typed(bench.books["E1"], (1, "C1", "score", "31"))
    typed(copy, (2, "C1", "score", "20"))
    merged(bench.round, older, bench.books["E1"], copy)
    with open_round(bench.round, read_only=True) as desk:
        inbox = read_inbox(desk)
    first, second = inbox.cells
    assert {first.why, second.why} == {Why.FUTURE}
    assert [row.value for row in first.sources] == ["30", "31"]
    assert first.sources[0].files == ("먼저.score", "사본.score")
    assert first.sources[1].files == (bench.books["E1"].name,)
    taken = dict(inbox.taking(bench.owner("E1"), "사본.score"))
    assert taken == {first.cell: "30", second.cell: "20"}


def test_copies_that_bear_one_name_are_told_apart_and_taken_apart(bench: Bench, capsys) -> None:
    typed(bench.books["E1"], *WHOLE)
    other = bench.path("다른 폴더") / bench.books["E1"].name
    other.parent.mkdir()
    shutil.copyfile(bench.books["E1"], other)
    typed(bench.books["E1"], (1, "C1", "score", "31"), (2, "C1", "score", "32"))
    typed(other, (1, "C1", "score", "21"), (2, "C1", "score", "22"))
    merged(bench.round, bench.books["E1"], other)
    with open_round(bench.round, read_only=True) as desk:
        inbox = read_inbox(desk)
    first, second = (f"{other.name} #{number}" for number in (1, 2))
    assert [(file, count) for _, file, count in inbox.files()] == [(first, 2), (second, 2)]
    assert [value for _, value in inbox.taking(bench.owner("E1"), first)] == ["31", "32"]
    assert [value for _, value in inbox.taking(bench.owner("E1"), second)] == ["21", "22"]
    before = bench.round.read_bytes()
    code, _ = command(capsys, "settle", bench.round, "--file", other.name, "--reason", "r")
    assert code == 2
    assert bench.round.read_bytes() == before
    code, found = command(capsys, "settle", bench.round, "--file", second, "--reason", "r")
    assert (code, [row["value"] for row in found["settled"]]) == (0, ["21", "22"])


def test_a_file_that_holds_both_values_of_a_cell_says_nothing_of_it(torn: Bench) -> None:
    with open_round(torn.round) as desk:
        again = {row.code: path for row, path in desk.hand_out(torn.path("다시"))}
    both = again["E1"].rename(torn.path("둘 다.score"))
    typed(both, (5, "C1", "comment", "덧붙임"))
    merged(torn.round, both)
    with open_round(torn.round, read_only=True) as desk:
        inbox = read_inbox(desk)
    marks = [one for one in inbox.cells if one.field == "score"]
    assert all("둘 다.score" in row.files for one in marks for row in one.sources)
    assert all("둘 다.score" not in one.held() for one in marks)
    taken = dict(inbox.taking(torn.owner("E1"), "사본.score"))
    assert [taken[one.cell] for one in marks] == ["20", "40", "33"]


def test_copies_are_numbered_by_the_time_they_were_first_written_in(torn: Bench) -> None:
    with open_round(torn.round, read_only=True) as desk:
        found = [[row.copy for row in one.sources] for one in read_inbox(desk).cells]
    assert found == [[1, 2]] * 5


def test_a_service_taken_out_of_the_round_leaves_its_futures_to_be_settled(bench: Bench) -> None:
    typed(bench.books["E1"], *WHOLE)
    copy = shutil.copyfile(bench.books["E1"], bench.path("사본.score"))
    typed(bench.books["E1"], (1, "C1", "score", "31"))
    merged(bench.round, *bench.books.values(), copy)
    typed(copy, (2, "C1", "score", "20"))
    merged(bench.round, copy)
    with open_round(bench.round) as desk:
        sheets = sheets_of(desk.definition)
        services = tuple(row for row in sheets.rows["services"] if row.texts["number"] != "1")
        rest = tuple(
            SheetRow(row.uid, dict(row.texts) | {"services": "2;5"})
            for row in sheets.rows["assignments"]
        )
        rows = {**sheets.rows, "services": services, "assignments": rest}
        redefine(desk, plan_change(desk, Sheets(rows)), "위탁 종료")
        gone, _ = read_inbox(desk).cells
        assert (gone.service.number, gone.indicator.code) == (1, "C1")
        assert [row.effect for row in gone.sources] == [None, None]
        settle(desk, [(one.cell, one.sources[-1].value) for one in read_inbox(desk).cells], "까닭")
        assert read_inbox(desk).cells == ()
        assert "closed_futures" not in [why.key for why in desk.reading().closed]


def test_what_was_settled_last_can_be_settled_otherwise(torn: Bench) -> None:
    with open_round(torn.round) as desk:
        assert settled_last(desk) == ()
        mark, text = (one.cell for one in read_inbox(desk).cells if one.service.number == 1)
        settle(desk, [(mark, "25"), (text, None)], "전화")
        again = settled_last(desk)
        assert [(one.cell, one.why) for one in again] == [(mark, Why.SETTLED), (text, Why.SETTLED)]
        assert [row.value for row in again[0].sources] == ["31", "20", "25"]
        assert [row.is_lead for row in again[0].sources] == [False, False, True]
        assert [str(row.effect.total) for row in again[0].sources] == ["77.75", "72.25", "74.75"]
        settle(desk, [(mark, "31")], "다시 확인")
        (last,) = settled_last(desk)
        assert [row.value for row in last.sources] == ["31", "20", "25", "31"]
        with desk.store.read() as connection:
            assert [row.value for row in read_state(connection).heads[mark]] == ["31"]


def test_findings_and_the_pledge_are_settled_by_their_number_in_the_list(
    bench: Bench, capsys
) -> None:
    with open_book(bench.books["E1"]) as book:
        book.pledge("2024-03-01")
        book.record_list(bench.service(2), "achievement", ["처음"])
    copy = shutil.copyfile(bench.books["E1"], bench.path("사본.score"))
    for path, day, text in (
        (bench.books["E1"], "2024-03-02", "긴 글\n" * 200),
        (copy, "2024-03-03", "다른 글"),
    ):
        with open_book(path) as book:
            book.pledge(day)
            book.record_list(bench.service(2), "achievement", [text])
    merged(bench.round, bench.books["E1"], copy)
    code, found = command(capsys, "settle", bench.round)
    assert code == 4
    assert [(row["number"], row["field"]) for row in found["conflicts"]] == [
        (1, "pledge"),
        (2, "achievement"),
    ]
    assert found["conflicts"][1]["sources"][0]["value"] == ("긴 글\n" * 200).strip()
    code, found = command(capsys, "settle", bench.round, "--cell", 2, "--take", 2, "--reason", "r")
    assert (code, found["settled"][0]["value"]) == (4, "다른 글")
    code, found = command(
        capsys, "settle", bench.round, "--cell", 1, "--value", "2024-03-02", "--reason", "r"
    )
    assert (code, found["open"]) == (0, 0)
