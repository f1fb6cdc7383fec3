"""The sample round: one command from nothing to the report."""

from __future__ import annotations

import hashlib
from pathlib import Path

import openpyxl
import pytest

from tests.journeys.command_line import done, nothing_changes, refused, scorebench
from tests.journeys.rounds import Round, handed_out
from workbench.definition.reading import read_definition
from workbench.sample.marks import sample_tables
from workbench.sample.material import sample_definition

SENTENCES = [
    "평가점수 : 평균 75.67점",
    "재계약배제(75점 미만) : 29개 사무 중 6개 사무(20.7%)",
]
RAW = "만족도 응답.csv"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("played") / "새 폴더" / "연습"
    done("demo", folder)
    return folder


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_demo_prints_both_sentences_in_every_language(tmp_path: Path, language: str) -> None:
    answer = scorebench("demo", tmp_path / "연습", "--lang", language, as_text=True)
    assert (answer.code, answer.err) == (0, "")
    assert [line for line in answer.out.splitlines() if line in SENTENCES] == SENTENCES
    assert str(tmp_path / "연습") in answer.out
    assert ("made up" in answer.out) == (language == "en")


def test_the_demo_says_as_json_where_everything_lies(tmp_path: Path) -> None:
    found = done("demo", tmp_path / "연습")
    assert found["sentences"] == SENTENCES
    assert sorted(found) == ["books", "report", "round", "sentences"]
    for path in map(Path, (found["round"], found["report"], *found["books"])):
        assert path.is_absolute()
        assert path.is_file()


def test_a_second_demo_into_the_same_folder_is_refused_and_changes_nothing(played: Path) -> None:
    with nothing_changes(played):
        (sentence,) = refused(2, "demo", played)
    assert "sample.round" in sentence


@pytest.mark.parametrize("name", ["sample.round", "report.xlsx", "score-books", RAW])
def test_the_demo_writes_over_no_part_of_what_is_there(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with nothing_changes(tmp_path):
        (sentence,) = refused(2, "demo", tmp_path)
    assert name in sentence


def test_the_demo_needs_a_folder_it_can_make(tmp_path: Path) -> None:
    (tmp_path / "파일").write_text("mine", encoding="utf-8")
    with nothing_changes(tmp_path):
        refused(3, "demo", tmp_path / "파일" / "연습")


def test_the_results_of_the_sample_are_the_published_ones(played: Path) -> None:
    found = done("results", played / "sample.round")
    assert (found["average"], found["counted"]) == ("75.67", 29)
    assert (found["below"]["count"], found["below"]["share"]) == (6, "20.7")
    assert {row["verdict"] for row in found["services"]} == {"pass", "below"}


def test_every_file_of_the_sample_passes_the_check(played: Path) -> None:
    files = [played / "sample.round", *sorted(played.glob("score-books/*.score"))]
    found = done("check", *files)
    assert found["ok"]
    assert [Path(row["file"]) for row in found["files"]] == files


def test_the_report_of_the_sample_says_that_it_is_a_rehearsal(played: Path) -> None:
    book = openpyxl.load_workbook(played / "report.xlsx")
    summary = "\n".join(str(cell.value) for row in book["요약"] for cell in row if cell.value)
    assert all(sentence in summary for sentence in SENTENCES)
    assert "연습" in summary
    assert "잠정" not in summary


def test_merging_the_books_of_the_sample_again_brings_nothing(played: Path) -> None:
    with nothing_changes(played):
        found = done("merge", played / "sample.round", *played.glob("score-books/*.score"))
    assert [row["status"] for row in found["files"]] == ["nothing new"] * 3


def fresh(folder: Path) -> Round:
    """A sample round whose books are still empty."""
    made = Round(folder, {})
    done("new", made.path, "--definition", sample_definition())
    return handed_out(made)


def test_typed_by_hand_the_sample_comes_to_the_same_results(played: Path, tmp_path: Path) -> None:
    """The demo imports the survey, here its figures are typed: not one number differs."""
    typed = fresh(tmp_path)
    typed.enter(sample_tables(read_definition(sample_definition())))
    typed.merge("E1", "E2", "Q1")
    assert typed.results() == done("results", played / "sample.round")


def test_satisfaction_points_are_those_of_the_raw_answers(played: Path, tmp_path: Path) -> None:
    """The command needs no mapping for the file, and makes the points that the round prints."""
    book = fresh(tmp_path).books["Q1"]
    found = done("survey", book, played / RAW)
    results = done("results", played / "sample.round")
    points = {row["number"]: row["sections"]["satisfaction"] for row in results["services"]}
    assert {row["number"]: row["points"] for row in found["services"]} == points
    assert (len(points), found["rows"], found["stored"]) == (29, 7458, 29 * 5)
    assert found["source"]["sha256"] == hashlib.sha256((played / RAW).read_bytes()).hexdigest()


def test_importing_the_answers_again_changes_nothing(played: Path) -> None:
    (book,) = played.glob("score-books/Q1_*.score")
    with nothing_changes(played):
        found = done("survey", book, played / RAW, "--dry-run")
    assert [row["changes"] for row in found["services"]] == [[]] * 29


@pytest.mark.parametrize("command", ["results", "progress"])
@pytest.mark.parametrize(
    ("language", "mark"), [("ko", "연습(가상 점수)"), ("en", "Rehearsal (invented scores)")]
)
def test_what_is_printed_of_a_rehearsal_says_that_it_is_one(
    played: Path, command: str, language: str, mark: str
) -> None:
    answer = scorebench(command, played / "sample.round", "--lang", language, as_text=True)
    assert mark in answer.out.splitlines()
