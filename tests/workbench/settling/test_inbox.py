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
from workbench.rounds.state import read_state
from workbench.settling.inbox import Why, read_inbox
from workbench.settling.settling import settle

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
    assert (code, found["open"], found["settled"]) == (4, 4, 1)
    code, found = command(
        capsys, "settle", torn.round, "--file", "사본.score", "--reason", "봉인본이 맞음"
    )
    assert (code, found["open"], found["settled"]) == (0, 0, 4)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--service", 1, "--indicator", "C1", "--take", 9, "--reason", "r"),
        ("--service", 9, "--indicator", "C1", "--take", 1, "--reason", "r"),
        ("--service", 1, "--indicator", "X9", "--take", 1, "--reason", "r"),
        ("--service", 1, "--indicator", "C1", "--take", 1),
        ("--service", 1, "--indicator", "C1", "--take", 1, "--value", "3", "--reason", "r"),
        ("--file", "없음.score", "--reason", "r"),
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
