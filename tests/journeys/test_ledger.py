"""A result on its way to the committee, by command line: withdrawn, objected to, final."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.journeys.command_line import done, nothing_changes, refused, scorebench
from tests.journeys.rounds import Round, handed_out, new_round, tables_for, write_scores
from tests.journeys.test_locked import held, names_holder

LANGUAGES = ("ko", "en")
PEOPLE = "E1", "E2"


def marks(number: int, total: int) -> list[tuple[Any, ...]]:
    """Marks of one evaluator that make ``total`` points."""
    common = total - 55
    return [
        (number, "C1", "score", common),
        (number, "I1", "score", 40),
        (number, "S1", "score", 15),
    ]


def played(folder: Path) -> Round:
    """Service 1 ends below the cut with 72, services 2 and 3 pass; everybody is sealed."""
    made = new_round(folder, tables_for(72, 80, 90, people=2))
    made.enter({code: [*marks(1, 72), *marks(2, 80), *marks(3, 90)] for code in PEOPLE})
    made.merge()
    return made


@pytest.fixture(scope="module")
def _scored(tmp_path_factory: pytest.TempPathFactory) -> Round:
    return played(tmp_path_factory.mktemp("ledger") / "회차")


@pytest.fixture
def scored(_scored: Round, tmp_path: Path) -> Round:
    folder = tmp_path / "회차"
    shutil.copytree(_scored.folder, folder)
    books = {
        code: folder / path.relative_to(_scored.folder) for code, path in _scored.books.items()
    }
    return Round(folder, _scored.tables, books)


def typed(made: Round, code: str, *rows: tuple[Any, ...]) -> None:
    done("enter", made.books[code], write_scores(made.folder / "점수.csv", rows))
    done("seal", made.books[code])


def kinds(made: Round) -> list[str]:
    return [row["kind"] for row in done("history", made.path)["entries"]]


# --- withdrawing -----------------------------------------------------------------------------


def test_imports_are_listed_with_number_file_and_receipt(scored: Round) -> None:
    with nothing_changes(scored.folder):
        found = done("withdraw", scored.path)["imports"]
    assert [(row["number"], row["evaluator"], row["withdrawn"]) for row in found] == [
        (1, "E1", False),
        (2, "E2", False),
    ]
    assert [row["file"] for row in found] == [scored.books[code].name for code in PEOPLE]
    assert all(len(row["receipt"]) == 14 for row in found)
    assert all(datetime.fromisoformat(row["at"]).tzinfo is not None for row in found)


def test_what_a_withdrawal_would_do_is_what_it_does(scored: Round) -> None:
    before = scored.results()
    with nothing_changes(scored.folder):
        plan = done("withdraw", scored.path, 2, "--dry-run")
    found = done("withdraw", scored.path, 2, "--reason", "다른 사람의 파일")
    assert found == plan | {"applied": True}
    assert found["withdrawn"] == 2
    assert len(found["cells"]) == 9
    assert found["services"][0] == {
        "number": 1,
        "before": {"verdict": "below", "total": "72.00"},
        "after": {"verdict": "incomplete", "total": None},
    }
    assert {row["verdict"] for row in scored.results()["services"]} == {"incomplete"}
    (entry,) = done("history", scored.path, "--kind", "withdrawn")["entries"]
    assert entry["reason"] == "다른 사람의 파일"
    merged = done("merge", scored.path, scored.books["E2"])
    assert [(row["status"], row["new"]) for row in merged["files"]] == [("merged", 0)]
    assert scored.results() == before
    assert done("check", scored.path)["ok"]


def test_a_file_is_withdrawn_by_its_name_too(scored: Round) -> None:
    book = scored.books["E1"]
    assert done("withdraw", scored.path, book, "--reason", "까닭")["withdrawn"] == 1
    with nothing_changes(scored.folder):
        (sentence,) = refused(2, "withdraw", scored.path, book.name, "--reason", "까닭")
        assert book.name in sentence
        refused(2, "withdraw", scored.path, "없는.score", "--reason", "까닭")


def test_two_imports_of_one_name_are_told_apart_by_number(scored: Round) -> None:
    typed(scored, "E1", (1, "C1", "score", 18))
    scored.merge("E1")
    with nothing_changes(scored.folder):
        (sentence,) = refused(2, "withdraw", scored.path, scored.books["E1"], "--reason", "까닭")
    assert "1, 3" in sentence


def test_withdrawing_one_side_of_a_conflict_ends_it(scored: Round) -> None:
    copy = Path(shutil.copy2(scored.books["E1"], scored.folder / "사본.score"))
    typed(scored, "E1", (1, "C1", "score", 18))
    done("enter", copy, write_scores(scored.folder / "점수.csv", [(1, "C1", "score", 19)]))
    assert scorebench("merge", scored.path, scored.books["E1"], copy).code == 4
    answer = scorebench("withdraw", scored.path, 1, "--reason", "처음 받은 파일")
    assert (answer.code, answer.found["conflicts"]) == (4, 1)
    found = done("withdraw", scored.path, copy.name, "--reason", "사본")
    assert found["conflicts"] == 0
    assert scored.results()["services"][0]["verdict"] == "below"


@pytest.mark.parametrize(
    "arguments",
    [("--reason", "까닭"), ("--dry-run",), (7, "--reason", "까닭"), (1,), (1, "--reason", " ")],
)
def test_withdrawing_without_file_or_reason_is_refused(
    scored: Round, arguments: tuple[Any, ...]
) -> None:
    with nothing_changes(scored.folder):
        refused(2, "withdraw", scored.path, *arguments)


# --- history ---------------------------------------------------------------------------------


def test_the_history_is_one_object_and_a_file(scored: Round, tmp_path: Path) -> None:
    found = done("history", scored.path)
    assert [row["kind"] for row in found["entries"]] == ["created", "handed_out", "merged"]
    assert [row["number"] for row in found["entries"]] == [1, 2, 3]
    assert (len(found["chain"]), found["intact"], found["final"]) == (64, True, None)
    assert datetime.fromisoformat(found["entries"][0]["at"]).utcoffset().total_seconds() == 0
    only = done("history", scored.path, "--kind", "merged")
    assert only["entries"] == found["entries"][2:]
    assert only["chain"] == found["chain"]
    for name in ("이력.csv", "이력.xlsx"):
        with nothing_changes(scored.folder):
            assert done("history", scored.path, "-o", tmp_path / name) == found
        assert (tmp_path / name).exists()
    with nothing_changes(scored.folder):
        refused(5, "history", scored.path, "-o", scored.books["E1"])
        refused(5, "history", scored.path, "-o", tmp_path / "없음" / "이력.csv")
        refused(2, "history", scored.path, "--kind", "nonsense")
        refused(3, "history", scored.folder / "없는.round")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_reads_as_sentences(scored: Round, language: str) -> None:
    def say(*words: object) -> str:
        answer = scorebench(*words, "--lang", language, as_text=True)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.strip()
        assert "{" not in answer.out
        return answer.out

    round_, book = scored.path, scored.books["E2"]
    say("withdraw", round_)
    say("withdraw", round_, 2, "--dry-run")
    assert "72.00" in say("withdraw", round_, 2, "--reason", "까닭")
    assert say("withdraw", round_).count("\n") == 2
    done("merge", round_, book)
    say("issue", round_)
    logged = ("--service", 1, "--received", "2024-07-01", "--by", "가나재단", "--claim", "누락")
    say("object", round_, *logged)
    decided = ("--decide", 1, "--decision", "partly", "--reason", "일부 확인")
    say("object", round_, *decided)
    say("object", round_)
    board = say("progress", round_)
    assert all(f"{code} 가상{code}: 9 / 9" in board for code in PEOPLE)
    final = say("finalise", round_).split()[-1]
    assert final in say("check", round_)
    assert final in say("history", round_)
    say("reopen", round_, "--reason", "다시 봄")


# --- versions and objections -----------------------------------------------------------------


def objected(made: Round) -> None:
    done("issue", made.path, "--note", "이의신청 전")
    claim = ("--received", "2024-07-01", "--by", "(재)가상재단", "--claim", "실적이 빠졌습니다.")
    done("object", made.path, "--service", 1, *claim)


def test_an_objection_moves_a_service_over_the_cut(scored: Round, tmp_path: Path) -> None:
    objected(scored)
    with nothing_changes(scored.folder):
        (_, sentence) = refused(4, "export", scored.path, "-o", tmp_path / "가.xlsx")
        assert "이의신청 1번" in sentence
        refused(4, "finalise", scored.path)
    for code in PEOPLE:
        typed(scored, code, (1, "C1", "score", 20.5))
    scored.merge()
    (row,) = done("object", scored.path)["objections"]
    assert (row["number"], row["service"], row["version"], row["decision"]) == (1, 1, 1, "")
    assert {"what": "verdict", "before": "below", "after": "pass"} in row["changed"]
    found = done("object", scored.path, "--decide", 1, "--decision", "accepted", "--reason", "확인")
    assert found["objections"][0]["decision"] == "accepted"
    made = done("issue", scored.path, "--note", "이의신청 뒤")
    assert (made["version"], made["below"], made["counted"]) == (2, [], 3)
    report = tmp_path / "나.xlsx"
    done("export", scored.path, "-o", report)
    sheet = openpyxl.load_workbook(report)["차이표"]
    assert "제1판 → 제2판" in sheet["A1"].value
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert {row[0] for row in rows if row[0]} == {1}
    assert [row[2:6] for row in rows][:2] == [
        ("총점", 72, 75.5, 3.5),
        ("판정", "재계약배제", "통과", None),
    ]
    done("finalise", scored.path)
    assert kinds(scored)[-6:] == [
        "objection_logged",
        "merged",
        "objection_decided",
        "issued",
        "exported",
        "finalised",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--service", 9, "--received", "2024-07-01", "--by", "가", "--claim", "나"),
        ("--service", 1, "--received", "7월 1일", "--by", "가", "--claim", "나"),
        ("--service", 1, "--received", "2024-07-01", "--by", "가"),
        ("--service", 1, "--decide", 1),
        ("--by", "가"),
        ("--decision", "accepted"),
        ("--decide", 1),
        ("--decide", 1, "--decision", "accepted"),
        ("--decide", 1, "--decision", "maybe", "--reason", "까닭"),
        ("--decide", 4, "--decision", "accepted", "--reason", "까닭"),
        ("--decide", 1, "--decision", "accepted", "--reason", "까닭", "--claim", "나"),
    ],
)
def test_an_objection_that_does_not_fit_is_refused(
    scored: Round, arguments: tuple[Any, ...]
) -> None:
    objected(scored)
    with nothing_changes(scored.folder):
        refused(2, "object", scored.path, *arguments)


def test_nothing_is_objected_to_before_a_version(scored: Round) -> None:
    claim = ("--received", "2024-07-01", "--by", "가", "--claim", "나")
    with nothing_changes(scored.folder):
        refused(2, "object", scored.path, "--service", 1, *claim)
        assert done("object", scored.path) == {"objections": []}


# --- final -----------------------------------------------------------------------------------


def test_every_command_that_writes_is_refused_by_a_final_round(
    scored: Round, tmp_path: Path
) -> None:
    objected(scored)
    done("object", scored.path, "--decide", 1, "--decision", "rejected", "--reason", "확인")
    made = done("finalise", scored.path)["hash"]
    typed(scored, "E1", (1, "C1", "score", 18))
    book, claim = scored.books["E1"], ("--received", "2024-07-01", "--by", "가", "--claim", "나")
    where, why = ("--service", 1, "--indicator", "C1"), ("--reason", "까닭")
    with nothing_changes(scored.folder):
        for words in (
            ("merge", scored.path, book),
            ("merge", scored.path, book, "--dry-run"),
            ("merge", scored.path, book, "--all-or-nothing"),
            ("settle", scored.path, *where, "--evaluator", "E1", "--value", 18, *why),
            ("moderate", scored.path, *where, "--score", 18, *why, "--people", "김가상"),
            ("withdraw", scored.path, 1, *why),
            ("withdraw", scored.path, 1, "--dry-run"),
            ("issue", scored.path),
            ("object", scored.path, "--service", 1, *claim),
            ("object", scored.path, "--decide", 1, "--decision", "accepted", *why),
            ("finalise", scored.path),
            ("hand-out", scored.path, "--to", tmp_path / "다시"),
        ):
            refused(4, *words)
    results = scored.results()
    assert done("check", scored.path)["files"][0]["final"] == made
    assert done("history", scored.path)["final"] == made
    done("export", scored.path, "-o", tmp_path / "가.xlsx")
    done("merge", scored.path, scored.books["E2"])  # nothing new
    assert scored.results() == results
    done("reopen", scored.path, "--reason", "이의신청 인용")
    assert "final" not in done("check", scored.path)["files"][0]
    assert done("merge", scored.path, book)["files"][0]["new"] == 1
    assert done("finalise", scored.path)["hash"] != made


def test_finalising_and_reopening_ask_for_what_they_need(scored: Round) -> None:
    with nothing_changes(scored.folder):
        refused(2, "reopen", scored.path, "--reason", "까닭")
    done("finalise", scored.path)
    with nothing_changes(scored.folder):
        refused(2, "reopen", scored.path)


def test_an_open_round_names_everything_that_keeps_it_from_being_final(tmp_path: Path) -> None:
    made = handed_out(new_round(tmp_path / "회차", tables_for(72, 80, people=2)), "다시")
    with nothing_changes(made.folder):
        sentences = refused(4, "finalise", made.path)
    assert len(sentences) == 5  # two services, two evaluators, and the count of them


# --- progress --------------------------------------------------------------------------------


def test_the_board_names_what_is_in_and_what_to_remind_of(scored: Round) -> None:
    typed(scored, "E2", (1, "C1", "score", ""), (3, "S1", "score", ""))
    scored.merge("E2")
    with nothing_changes(scored.folder):
        rows = {row["evaluator"]: row for row in done("progress", scored.path)["evaluators"]}
    assert (rows["E1"]["given"], rows["E1"]["expected"], rows["E1"]["missing"]) == (9, 9, {})
    late = rows["E2"]
    assert (late["given"], late["expected"], late["missing"]) == (7, 9, {"1": 1, "3": 1})
    assert late["sections"] == {"common": [2, 3], "individual": [3, 3], "satisfaction": [2, 3]}
    assert late["file"] == scored.books["E2"].name
    assert "2칸" in late["reminder"]
    assert late["receipt"]


# --- beside another program ------------------------------------------------------------------


def test_while_the_window_has_the_round_open_it_is_read_and_not_written(
    scored: Round, tmp_path: Path
) -> None:
    objected(scored)
    why = ("--reason", "까닭")
    with nothing_changes(scored.folder), held(scored.path):
        assert len(done("withdraw", scored.path)["imports"]) == 2
        assert done("withdraw", scored.path, 1, "--dry-run")["applied"] is False
        assert done("history", scored.path, "-o", tmp_path / "이력.csv")["intact"]
        assert len(done("object", scored.path)["objections"]) == 1
        assert len(done("progress", scored.path)["evaluators"]) == 2
        for words in (
            ("withdraw", scored.path, 1, *why),
            ("issue", scored.path),
            ("object", scored.path, "--decide", 1, "--decision", "rejected", *why),
            ("finalise", scored.path),
            ("reopen", scored.path, *why),
        ):
            (sentence,) = refused(3, *words)
            assert names_holder(sentence)
