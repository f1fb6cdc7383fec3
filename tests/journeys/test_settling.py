"""Settling by command line: two copies of a book edited apart, until nothing is open."""

from __future__ import annotations

import shutil
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.command_line import (
    done,
    nothing_changes,
    refused,
    require_plain,
    scorebench,
)
from tests.journeys.rounds import Round, new_round, tables_for, write_scores
from tests.journeys.test_locked import held, names_holder

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = ("ko", "en")
C1 = ("--indicator", "C1")
WHY = ("--reason", "본인 확인(전화)")


def entered(made: Round, book: Path, *rows: tuple[Any, ...]) -> None:
    done("enter", book, write_scores(made.folder / "점수.csv", rows))
    done("seal", book)


def listed(made: Round) -> list[dict[str, Any]]:
    """What the inbox says; it answers 4 exactly while something is open."""
    answer = scorebench("settle", made.path)
    assert answer.code == (4 if answer.found["open"] else 0)
    assert answer.found["open"] == len(answer.found["conflicts"])
    assert answer.found["settled"] == []
    return answer.found["conflicts"]


def settled(made: Round, *words: object) -> Any:
    answer = scorebench("settle", made.path, *words, *WHY)
    assert answer.err == ""
    return answer.found


def verdicts(made: Round) -> dict[int, tuple[str, str | None]]:
    return {row["number"]: (row["verdict"], row["total"]) for row in made.results()["services"]}


@pytest.fixture(scope="module")
def _torn(tmp_path_factory: pytest.TempPathFactory) -> Round:
    """E1's book was copied to a second computer under its own name; both go on, both are merged."""
    made = new_round(tmp_path_factory.mktemp("settling") / "회차", tables_for(72, 80, 90, people=2))
    marks = [
        row
        for number, common in ((1, 20), (2, 25), (3, 35))
        for row in (
            (number, "C1", "score", common),
            (number, "I1", "score", 40),
            (number, "S1", "score", 15),
        )
    ]
    made.enter(dict.fromkeys(("E1", "E2"), marks))
    other = made.folder / "노트북" / made.books["E1"].name
    other.parent.mkdir()
    shutil.copyfile(made.books["E1"], other)
    entered(
        made,
        made.books["E1"],
        (1, "C1", "score", 18),
        (1, "C1", "comment", "실적이 모자람"),
        (2, "C1", "score", 24),
        (3, "", "opinion", "첫째 의견"),
    )
    entered(
        made,
        other,
        (1, "C1", "score", 22),
        (2, "C1", "score", 26),
        (3, "", "opinion", "둘째 의견\n이어지는 줄"),
        (3, "I1", "score", 38),
    )
    answer = scorebench("merge", made.path, *made.books.values(), other)
    assert (answer.code, answer.found["conflicts"]) == (4, 3)
    made.books["노트북"] = other
    return made


@pytest.fixture
def torn(_torn: Round, tmp_path: Path) -> Round:
    folder = tmp_path / "회차"
    shutil.copytree(_torn.folder, folder)
    books = {code: folder / path.relative_to(_torn.folder) for code, path in _torn.books.items()}
    return Round(folder, _torn.tables, books)


def test_the_inbox_lists_conflicts_and_futures_with_what_each_choice_does(torn: Round) -> None:
    with nothing_changes(torn.folder):
        found = listed(torn)
    assert [(row["service"], row["indicator"], row["field"], row["why"]) for row in found] == [
        (1, "C1", "score", "conflict"),
        (1, "C1", "comment", "future"),
        (2, "C1", "score", "conflict"),
        (3, "I1", "score", "future"),
        (3, "", "opinion", "conflict"),
    ]
    first = found[0]["sources"]
    assert [(row["number"], row["value"], row["total"], row["verdict"]) for row in first] == [
        (1, "18", "74.00", "below"),
        (2, "22", "76.00", "pass"),
    ]
    assert [row["files"] for row in first] == [
        [f"{torn.books['E1'].name} #1"],
        [f"{torn.books['E1'].name} #2"],
    ]
    assert {(row["author"], row["lead"], row["sealed"]) for row in first} == {("E1", False, True)}
    made = [datetime.fromisoformat(row["made_at"]) for row in first]
    assert made == sorted(made)
    assert [row["value"] for row in found[1]["sources"]] == [None, "실적이 모자람"]
    assert [row["total"] for row in found[3]["sources"]] == ["90.00", "89.00"]
    assert {row["total"] for row in found[4]["sources"]} == {None}


def test_cell_by_cell_and_file_by_file_until_the_final_export_goes_through(torn: Round) -> None:
    report = torn.folder / "보고.xlsx"
    assert scorebench("export", torn.path, "-o", report).code == 4
    assert settled(torn, "--service", 1, *C1, "--take", 2)["open"] == 4
    assert verdicts(torn)[1] == ("pass", "76.00")
    (row,) = settled(torn, "--service", 2, *C1, "--evaluator", "E1", "--value", "24.5")["settled"]
    assert (row["evaluator"], row["service"], row["value"]) == ("E1", 2, "24.5")
    assert verdicts(torn)[2] == ("pass", "79.75")
    (row,) = settled(torn, "--service", 3, "--field", "opinion", "--take", 2)["settled"]
    assert row["value"] == "둘째 의견\n이어지는 줄"
    found = settled(torn, "--file", f"{torn.books['E1'].name} #2")
    assert [row["field"] for row in found["settled"]] == ["comment", "score"]
    assert found["open"] == 0
    assert listed(torn) == []
    assert verdicts(torn)[3] == ("pass", "89.00")
    done("export", torn.path, "-o", report)
    entries = done("history", torn.path, "--kind", "settled")["entries"]
    assert [row["reason"] for row in entries] == [WHY[1]] * 4
    assert done("check", torn.path)["ok"]


def test_a_settlement_stands_when_its_files_come_again_and_a_later_mark_is_beside_it(
    torn: Round,
) -> None:
    settled(torn, "--file", f"{torn.books['E1'].name} #1")
    assert listed(torn) == []
    before = torn.results()
    for code in ("노트북", "E1", "E2"):
        (row,) = torn.merge(code)["files"]
        assert row["status"] == "nothing new"
    assert torn.results() == before
    entered(torn, torn.books["노트북"], (1, "C1", "score", 30))
    assert scorebench("merge", torn.path, torn.books["노트북"]).code == 4
    (one,) = [row for row in listed(torn) if row["why"] == "conflict"]
    assert [(row["value"], row["lead"], row["author"]) for row in one["sources"]] == [
        ("18", True, None),
        ("30", False, "E1"),
    ]
    settled(torn, "--cell", one["number"], "--take", 2)
    assert [row for row in listed(torn) if row["why"] == "conflict"] == []


def test_a_settled_cell_is_settled_otherwise_by_naming_it(torn: Round) -> None:
    where = ("--service", 1, *C1, "--evaluator", "E1")
    settled(torn, *where, "--value", 18)
    settled(torn, *where, "--value", 22)
    assert verdicts(torn)[1] == ("pass", "76.00")
    entries = done("history", torn.path, "--kind", "settled")["entries"]
    assert len(entries) == 2


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (2, ("--service", 1, *C1, "--take", 3, *WHY)),
        (2, ("--service", 1, *C1, "--take", 1)),
        (2, ("--service", 1, *C1, "--value", "40.5", *WHY)),
        (2, ("--service", 1, *C1, "--value", "2,5", *WHY)),
        (2, ("--service", 1, "--take", 1, *WHY)),
        (2, ("--service", 4, *C1, "--take", 1, *WHY)),
        (2, ("--cell", 6, "--take", 1, *WHY)),
        (2, ("--take", 1, *WHY)),
        (2, ("--cell", 1, "--take", 1, "--value", 3, *WHY)),
        (2, ("--file", "없는.score", *WHY)),
        (2, ("--service", 3, "--field", "achievement", "--take", 1, *WHY)),
        (2, ("--service", 3, *C1, "--evaluator", "E9", "--value", 3, *WHY)),
        (2, ("--service", 3, "--field", "nonsense", "--evaluator", "E1", "--value", 3, *WHY)),
        (2, ("--service", 3, "--field", "moderation", "--evaluator", "E1", "--value", 3, *WHY)),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence_and_changes_nothing(
    torn: Round, code: int, arguments: tuple[Any, ...]
) -> None:
    with nothing_changes(torn.folder):
        refused(code, "settle", torn.path, *arguments)


def test_a_round_that_is_absent_or_held_answers_3(torn: Round) -> None:
    with nothing_changes(torn.folder):
        refused(3, "settle", torn.folder / "없는.round")
        refused(3, "settle", torn.books["E1"])
    with held(torn.path):
        assert len(listed(torn)) == 5  # looking goes on beside the writer
        (sentence,) = refused(3, "settle", torn.path, "--service", 1, *C1, "--take", 1, *WHY)
        assert names_holder(sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_reads_as_sentences(torn: Round, language: str) -> None:
    answer = scorebench("settle", torn.path, "--lang", language, as_text=True)
    assert (answer.code, answer.err) == (4, "")
    assert "{" not in answer.out
    assert "None" not in answer.out
    assert answer.out.splitlines()[0].startswith("[1] E1 가상E1, 1 ")
    for said in ("1) 18", "2) 22", "74.00", "76.00", "#1", "#2"):
        assert said in answer.out
    require_plain([answer.out.splitlines()[-1]])
    helped = scorebench("settle", "--help", "--lang", language, as_text=True)
    assert "--take" in helped.out
    assert "scorebench settle" in helped.out
