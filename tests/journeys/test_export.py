"""A final export waits until nothing is open; a draft never does, and says that it is one."""

from __future__ import annotations

import os
import shutil
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from tests.journeys.command_line import done, nothing_changes, refused, scorebench
from tests.journeys.conftest import small
from tests.journeys.marks import drawn
from tests.journeys.rounds import handed_out, new_round, write_scores
from tests.workbench.reports.shown_results import shown_results
from workbench.rounds.desk import open_round
from workbench.rounds.state import read_state

if TYPE_CHECKING:
    from tests.journeys.rounds import Round


def closed(made: Round, target: Path) -> list[str]:
    """Ask for a final export that must be refused; return one sentence per open thing."""
    with nothing_changes(made.folder):
        sentences = refused(4, "export", made.path, "-o", target)
    assert not target.exists()
    assert str(len(sentences) - 1) in sentences[0]
    return sentences[1:]


def enter(book: Path, *rows: tuple[Any, ...], seal: bool = True) -> None:
    done("enter", book, write_scores(book.with_suffix(".csv"), rows))
    if seal:
        done("seal", book)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "결과 보고.xlsx"


@pytest.fixture
def played(small_round: Round) -> Round:
    small_round.played(drawn(small_round.tables, 10, texts=True))
    return small_round


def texts(report: Path) -> str:
    book = openpyxl.load_workbook(report)
    return "\n".join(
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value
    )


def test_a_complete_round_exports_finally(played: Round, target: Path) -> None:
    found = done("export", played.path, "-o", target)
    assert found == {"audience": "internal", "draft": False, "file": str(target), "form": "xlsx"}
    assert "잠정" not in texts(target)


def test_a_round_without_any_mark_names_every_service_and_evaluator(
    small_round: Round, target: Path
) -> None:
    sentences = closed(small_round, target)
    for number in (3, 8, 11, 40, 9999):
        assert sum(f"{number} 가상 사무 {number}호" in line for line in sentences) == 1
    for name in ("E1 김가상", "E2 이예시", "Q1 박연습"):
        assert sum(name in line for line in sentences) == 1
    assert not [line for line in sentences if "최견본" in line]
    assert len(sentences) == 8


def test_one_missing_mark_closes_it(played: Round, target: Path) -> None:
    enter(played.books["Q1"], (40, "S1", "survey_mean", ""))
    played.merge("Q1")
    (sentence,) = closed(played, target)
    assert "40 가상 사무 40호" in sentence


def test_an_unsealed_book_closes_it(played: Round, target: Path) -> None:
    enter(played.books["Q1"], (40, "S1", "survey_mean", "4.5"), seal=False)
    played.merge("Q1")
    (sentence,) = closed(played, target)
    assert "Q1 박연습" in sentence
    done("seal", played.books["Q1"])
    played.merge("Q1")
    done("export", played.path, "-o", target)


def test_a_conflict_and_two_futures_close_it_each_with_its_sentence(
    played: Round, target: Path
) -> None:
    copy = Path(shutil.copy2(played.books["E1"], played.folder / "사본.score"))
    enter(played.books["E1"], (3, "C1", "score", "10"))
    enter(copy, (3, "C1", "score", "20"), (8, "C1", "comment", "사본에만"))
    assert scorebench("merge", played.path, played.books["E1"], copy).code == 4
    sentences = closed(played, target)
    conflict = [line for line in sentences if "3 가상 사무 3호" in line and "C1" in line]
    assert conflict
    assert all("E1 김가상" in line for line in sentences)
    futures = [line for line in sentences if "8 가상 사무 8호" in line]
    assert len(futures) == 1
    assert len(sentences) == 3  # the conflict, the two futures, the book that is not sealed


def test_one_sealed_book_that_covers_both_futures_opens_it_again(
    played: Round, target: Path
) -> None:
    copy = Path(shutil.copy2(played.books["E1"], played.folder / "사본.score"))
    enter(played.books["E1"], (3, "C1", "score", "10"), (11, "", "opinion", "이쪽"))
    enter(copy, (3, "C1", "score", "20"), (8, "C1", "comment", "사본에만"))
    assert scorebench("merge", played.path, played.books["E1"], copy).code == 4
    handed_out(played, "다시")
    enter(played.books["E1"], (3, "C1", "score", "20"))
    answer = done("merge", played.path, played.books["E1"])
    (row,) = answer["files"]
    assert (answer["conflicts"], row["conflicts"], row["futures"]) == (0, 0, 0)
    assert (row["new"], row["sealed"]) == (1, True)
    done("export", played.path, "-o", target)
    assert "이쪽" in texts(target)
    before = scorebench("results", played.path).out
    done("merge", played.path, copy)
    assert scorebench("results", played.path).out == before


def test_a_mixture_of_not_applicable_and_marks_closes_it(played: Round, target: Path) -> None:
    enter(played.books["E1"], (3, "C2", "not_applicable", "yes"))
    answer = scorebench("merge", played.path, played.books["E1"])
    assert (answer.code, answer.found["conflicts"]) == (4, 1)
    (sentence,) = closed(played, target)
    assert "3 가상 사무 3호" in sentence
    assert "C2" in sentence


def test_exempt_services_do_not_close_it_and_are_listed_with_their_reason(
    tmp_path: Path, target: Path
) -> None:
    tables = small()
    tables["services"][1] |= {"status": "exempt", "reason": "다른 법에 따른 평가"}
    made = new_round(tmp_path / "회차", tables)
    made.played(drawn(tables, 11))
    done("export", made.path, "-o", target)
    listed = openpyxl.load_workbook(target)["미완료·제외"]
    (row,) = [row for row in listed.values if row[0] == 8]
    assert {"가상 사무 8호(시험, 연습) 관리운영", "평가제외", "다른 법에 따른 평가"} <= set(row)


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_a_draft_always_goes_through_and_is_marked(
    small_round: Round, target: Path, audience: str
) -> None:
    found = done("export", small_round.path, "-o", target, "--draft", "--audience", audience)
    assert found == {"audience": audience, "draft": True, "file": str(target), "form": "xlsx"}
    assert "잠정" in texts(target)


def test_a_report_written_again_replaces_the_older_one(played: Round, target: Path) -> None:
    done("export", played.path, "-o", target, "--draft")
    done("export", played.path, "-o", target)
    assert "잠정" not in texts(target)
    assert [path.name for path in target.parent.glob("*.xlsx")] == [target.name]


def test_a_folder_that_is_missing_or_in_the_way_is_5(played: Round, target: Path) -> None:
    with nothing_changes(played.folder):
        refused(5, "export", played.path, "-o", target.parent / "없는 폴더" / "보고.xlsx")
        target.mkdir()
        refused(5, "export", played.path, "-o", target)
    assert not list(target.iterdir())


def test_a_report_that_may_not_be_replaced_is_5_and_stays(played: Round, target: Path) -> None:
    target.write_bytes(b"older")
    target.chmod(0o444)
    refused(5, "export", played.path, "-o", target)
    assert target.read_bytes() == b"older"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_is_5(played: Round, target: Path) -> None:
    target.parent.chmod(0o555)
    refused(5, "export", played.path, "-o", target)
    target.parent.chmod(0o755)


def test_a_report_is_never_written_over_a_round_or_a_score_book(
    played: Round, tmp_path: Path
) -> None:
    link = tmp_path / "보고.xlsx"
    link.symlink_to(played.path)
    with nothing_changes(played.folder):
        for target in (played.path, played.books["E1"], link):
            for draft in ([], ["--draft"]):
                (sentence,) = refused(5, "export", played.path, "-o", target, *draft)
                assert target.name in sentence


def test_the_same_state_gives_the_same_numbers_whoever_asks(played: Round, target: Path) -> None:
    done("export", played.path, "-o", target)
    assert shown_results(target) == played.results()


def test_every_typed_number_leads_to_its_revision_in_the_journal(
    played: Round, target: Path
) -> None:
    copy = Path(shutil.copy2(played.books["E1"], played.folder / "사본.score"))
    for book in (played.books["E1"], copy):  # the same mark twice: both heads count
        enter(book, (3, "C1", "score", "10"))
    assert scorebench("merge", played.path, played.books["E1"], copy).code == 0
    done("export", played.path, "-o", target, "--draft")
    with open_round(played.path, read_only=True) as desk, desk.store.read() as connection:
        state = read_state(connection)
    heads = {row.id.hex(): row for group in state.heads.values() for row in group}
    people = {row.code: row.uid for row in state.definition.evaluators}
    numbers = {str(row.number): row.uid for row in state.definition.services}
    rows = list(openpyxl.load_workbook(target)["평가위원별 원점수"].values)[3:]
    named = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert len(named) > 30
    for row in named:
        for revision in (heads[one] for one in row["이력 번호"].split()):
            assert revision.owner == revision.author == people[row["위원"]]
            assert row["위원 식별 번호"] == revision.owner.hex()
            assert revision.service == numbers[row["번호"]]
            assert str(row["값"]) in (revision.value, "해당 없음") or (
                Decimal(str(row["값"])) == Decimal(revision.value or "")
            )
    assert sorted(len(row["이력 번호"].split()) for row in named)[-2:] == [1, 2]
