"""Bonus and penalty by command line: from the first point to the final report."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from tests.journeys.command_line import done, nothing_changes, refused, scorebench
from tests.journeys.rounds import Round, new_round, tables_for, write_scores
from tests.journeys.test_locked import held, names_holder

if TYPE_CHECKING:
    from pathlib import Path

WHY = ("--reason", "지도점검 지적 2건")


@pytest.fixture(scope="module")
def _scored(tmp_path_factory: pytest.TempPathFactory) -> Round:
    """Services 1 to 3 with 74.50, 75.00 and 99.50 points; a cap of two points."""
    folder = tmp_path_factory.mktemp("adjusting") / "회차"
    made = new_round(folder, tables_for(74.5, 75, 99.5, adjustment_cap="2"))
    rows = [
        (number, code, "score", mark)
        for number, common in ((1, 19.5), (2, 20), (3, 39.5))
        for code, mark in (("C1", common), ("I1", 40 if number < 3 else 45), ("S1", 15))
    ]
    made.enter({"E1": rows})
    made.merge()
    return made


@pytest.fixture
def scored(_scored: Round, tmp_path: Path) -> Round:
    folder = tmp_path / "회차"
    shutil.copytree(_scored.folder, folder)
    books = {
        code: folder / path.relative_to(_scored.folder) for code, path in _scored.books.items()
    }
    return Round(folder, _scored.tables, books)


def adjusted(made: Round, number: int, points: str, *words: str) -> Any:
    return done("adjust", made.path, "--service", number, f"--points={points}", *WHY, *words)


def verdicts(made: Round) -> list[tuple[str, str | None]]:
    return [(row["verdict"], row["total"]) for row in made.results()["services"]]


def test_both_ways_across_the_cut_and_up_to_the_most_there_can_be(scored: Round) -> None:
    assert verdicts(scored) == [("below", "74.50"), ("pass", "75.00"), ("pass", "99.50")]
    adjusted(scored, 1, "+0.5")
    adjusted(scored, 2, "-0.01")
    adjusted(scored, 3, "+2")
    assert verdicts(scored) == [("pass", "75.00"), ("below", "74.99"), ("pass", "100.00")]
    found = scored.results()
    assert found["below"]["services"] == [2]
    assert found["average"] == "83.33"  # 249.99 / 3
    assert [row["adjusted"] for row in found["services"]] == ["0.50", "-0.01", "2.00"]


def test_a_forgotten_sign_is_refused_and_nothing_changes(scored: Round) -> None:
    with nothing_changes(scored.folder):
        (sentence,) = refused(
            2, "adjust", scored.path, "--service", 1, "--points", "0.5", *WHY, "--lang", "ko"
        )
    assert "부호" in sentence


@pytest.mark.parametrize("number", ["1_1", "\u0661", "\uff11", "+1", "-1", "1.0", "1e0", " "])
def test_a_service_is_named_by_plain_digits_or_by_nothing(scored: Round, number: str) -> None:
    given = ("--points=+1", "--reason", "표창")
    with nothing_changes(scored.folder):
        (sentence,) = refused(2, "adjust", scored.path, f"--service={number}", *given)
    assert "--service" in sentence


def test_a_later_book_keeps_them(scored: Round) -> None:
    uid = adjusted(scored, 1, "+0.5")["changed"]
    done(
        "enter",
        scored.books["E1"],
        write_scores(scored.folder / "점수.csv", [(1, "C1", "score", 20)]),
    )
    done("seal", scored.books["E1"])
    scored.merge()
    assert verdicts(scored)[0] == ("pass", "75.50")
    done("withdraw", scored.path, 2, "--reason", "잘못 받음")
    assert verdicts(scored)[0] == ("pass", "75.00")
    done("adjust", scored.path, "--take-back", uid, "--reason", "잘못 매김")
    assert verdicts(scored)[0] == ("below", "74.50")
    assert done("check", scored.path)["ok"] is True
    kinds = [row["kind"] for row in done("history", scored.path)["entries"]]
    assert kinds[-4:] == ["adjusted", "merged", "withdrawn", "adjustment_taken_back"]


def test_the_final_report_is_made_with_them_and_the_round_is_closed(scored: Round) -> None:
    adjusted(scored, 1, "+0.5", "--evidence", "=표창장 사본")
    report = scored.folder / "보고서.xlsx"
    done("export", scored.path, "-o", report)
    book = openpyxl.load_workbook(report, read_only=True)
    texts = {
        cell
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if isinstance(cell, str)
    }
    book.close()
    assert {"지도점검 지적 2건", "=표창장 사본"} <= texts
    done("finalise", scored.path)
    with nothing_changes(scored.folder):
        refused(4, "adjust", scored.path, "--service", 1, "--points=-1", *WHY)
        assert len(done("adjust", scored.path)["services"]) == 1
    assert done("check", scored.path)["ok"] is True


def test_who_holds_the_round_is_named(scored: Round) -> None:
    with held(scored.path):
        answer = scorebench("adjust", scored.path, "--service", 1, "--points=+1", *WHY)
        assert answer.code == 3
        assert names_holder(answer.err)
        assert scorebench("adjust", scored.path).found["services"] == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_its_help_shows_an_example(language: str) -> None:
    said = scorebench("adjust", "--help", "--lang", language, as_text=True).out
    assert "--points=-0.5" in said
    assert "scorebench adjust" in said
