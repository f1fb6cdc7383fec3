"""A definition that changes after hand-out, from the lead's table to the evaluator's book."""

from __future__ import annotations

import copy
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.command_line import done, nothing_changes, refused, scorebench
from tests.journeys.rounds import Round, Tables, write_definition
from workbench.rounds.desk import open_round
from workbench.setup.draft import keep_draft
from workbench.setup.files import export_sheets
from workbench.setup.sheets import sheets_of

if TYPE_CHECKING:
    from pathlib import Path

EVERY = (3, 8, 11, 40, 9999)


def given(made: Round) -> None:
    """The marks of two evaluators, sealed and merged; service 9999 has one of them alone."""
    one = [row for n in EVERY for row in ((n, "C1", "score", "30"), (n, "C2", "score", "80"))]
    both = EVERY[:-1]
    two = [row for n in both for row in ((n, "C2", "score", "70"), (n, "I2", "score", "우수"))]
    made.enter({"E1": [*one, (9999, "I2", "score", "우수")], "E2": two})
    made.merge("E1", "E2")


def definition(made: Round, name: str, **changed: Any) -> Path:
    """The definition of ``made`` once more with some sheets changed."""
    tables: Tables = copy.deepcopy(made.tables)
    for sheet, change in changed.items():
        for row in tables[sheet]:
            change(row)
    return write_definition(made.folder / name, tables)


def lowered(row: dict[str, str]) -> None:
    """C1 from 32.5 to 25.5 and C2 from 7.5 to 14.5."""
    maxima = {"C1": "25.5", "C2": "14.5"}
    row["max_points"] = maxima.get(row["code"], row["max_points"])


@pytest.fixture
def scored(small_round: Round) -> Round:
    given(small_round)
    return small_round


def test_a_dry_run_says_what_would_happen_and_does_nothing(scored: Round) -> None:
    source = definition(scored, "새 정의", indicators=lowered)
    with nothing_changes(scored.folder):
        plan = done("update", scored.path, source, "--dry-run")
    assert plan["applied"] is False
    assert plan["counts"]["enter_again"] == 5
    assert plan["counts"]["points"] == 9  # C2 is rated 0–100: the same rating, other points
    assert {row["kind"] for row in plan["effects"]} == {"enter_again", "points"}
    assert "지표 C1: 배점 32.5 → 25.5" in plan["changes"]


def test_a_changed_definition_reaches_the_books_and_comes_back_with_marks(scored: Round) -> None:
    source = definition(scored, "새 정의", indicators=lowered)
    plan = done("update", scored.path, source, "--dry-run")
    told = done("update", scored.path, source, "--reason", "위원회 의결")
    assert {**told, "applied": False} == plan
    updates = done("hand-out", scored.path, "--to", scored.folder / "갱신", "--zip")["books"]
    (update,) = (row["file"] for row in updates if row["evaluator"] == "E1")
    book = scored.books["E1"]
    looked = done("update", book, update, "--dry-run")
    taken = done("update", book, update)
    assert {**taken, "applied": False} == looked
    assert (taken["applied"], taken["enter_again"], taken["seal_ended"]) == (True, 5, True)
    again = done("update", book, update)
    assert (again["applied"], again["versions"], again["changes"]) == (False, 0, [])
    scored.enter({"E1": [(number, "C1", "score", "25.5") for number in EVERY]})
    merged = scored.merge("E1")
    assert merged["files"][0]["status"] == "merged"
    back = done("update", scored.path, definition(scored, "옛 정의"), "--dry-run")
    assert back["counts"]["enter_again"] == 0
    assert done("check", scored.path, book)["ok"] is True


def test_the_same_definition_again_is_refused(scored: Round) -> None:
    with nothing_changes(scored.folder):
        refused(2, "update", scored.path, scored.folder / "정의", "--reason", "까닭")


def test_a_change_after_hand_out_needs_a_reason(scored: Round) -> None:
    source = definition(scored, "새 정의", indicators=lowered)
    with nothing_changes(scored.folder):
        refused(2, "update", scored.path, source)


def test_edits_that_wait_in_the_window_are_not_lost(scored: Round) -> None:
    with open_round(scored.path) as desk:
        keep_draft(desk, sheets_of(desk.definition))
    source = definition(scored, "새 정의", indicators=lowered)
    with nothing_changes(scored.folder):
        refused(2, "update", scored.path, source, "--reason", "까닭")


def test_an_unfit_or_absent_definition_is_refused(scored: Round) -> None:
    source = definition(scored, "새 정의", indicators=lambda row: row.update(max_points="7"))
    with nothing_changes(scored.folder):
        refused(2, "update", scored.path, source, "--reason", "까닭")
        refused(2, "update", scored.path, scored.folder / "없음.xlsx", "--reason", "까닭")
        refused(3, "update", scored.folder / "없음.round", source)


def test_rows_are_known_by_number_and_code_whatever_else_changes(scored: Round) -> None:
    def renamed(row: dict[str, str]) -> None:
        row["name"] = f"새 이름 {row.get('number') or row.get('code')}"

    source = definition(scored, "새 정의", services=renamed, indicators=renamed)
    plan = done("update", scored.path, source, "--reason", "이름 정리")
    assert plan["effects"] == []
    assert plan["moved"] == []
    assert len(plan["changes"]) == 10


def test_what_the_window_exports_is_the_same_definition(scored: Round) -> None:
    with open_round(scored.path) as desk:
        export_sheets(sheets_of(desk.definition), scored.folder / "내보냄.xlsx")
    refused(2, "update", scored.path, scored.folder / "내보냄.xlsx", "--reason", "까닭")
    made = done("new", scored.folder / "다음.round", "--definition", scored.folder / "내보냄.xlsx")
    assert (made["services"], made["evaluators"]) == (5, 4)


def test_an_update_of_somebody_else_is_refused(scored: Round) -> None:
    done("update", scored.path, definition(scored, "새 정의", indicators=lowered), "--reason", "가")
    updates = done("hand-out", scored.path, "--to", scored.folder / "갱신")["books"]
    (update,) = (row["file"] for row in updates if row["evaluator"] == "E2")
    with nothing_changes(scored.folder):
        refused(4, "update", scored.books["E1"], update)
        refused(3, "update", scored.books["E1"], scored.path)


def test_a_list_goes_along_only_where_it_is_asked_for(scored: Round) -> None:
    plain = done("hand-out", scored.path, "--to", scored.folder / "하나")["books"]
    listed = scored.folder / "둘" / "목록.xlsx"
    packed = ("hand-out", scored.path, "--to", scored.folder / "둘", "--zip", "--list", listed)
    zipped = done(*packed)["books"]
    assert {path.suffix for path in (scored.folder / "하나").iterdir()} == {".score"}
    assert sorted(path.name for path in (scored.folder / "둘").iterdir()) == sorted(
        [listed.name, *(f"{row['file'].rpartition('/')[2]}" for row in zipped)]
    )
    assert [row["evaluator"] for row in zipped] == [row["evaluator"] for row in plain]
    with nothing_changes(scored.folder):
        refused(2, *packed)


def test_a_sealed_book_is_packed_to_be_sent(scored: Round) -> None:
    target = scored.folder / "제출 E1.zip"
    sealed = done("seal", scored.books["E1"], "--zip", target)
    assert sealed["zip"] == str(target)
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == [scored.books["E1"].name]
        archive.extractall(scored.folder / "받은 편지")
    report = done("merge", scored.path, scored.folder / "받은 편지" / scored.books["E1"].name)
    assert report["files"][0]["receipt"] == sealed["receipt"]
    with nothing_changes(scored.folder):
        refused(2, "seal", scored.books["E1"], "--zip", target)


def test_an_evaluator_is_replaced_in_one_step(scored: Round) -> None:
    asked = ("--leaving", "E1", "--arriving", "E4", "--name", "정가상", "--services", "3;8-11")
    why = ("--standing", "회피", "--reason", "질병", "--to", scored.folder / "새 파일")
    told = done("replace", scored.path, *asked, *why)
    assert (told["leaving"], told["arriving"], told["services"]) == ("E1", "E4", [3, 8, 11])
    assert told["counts"]["stray"] == 6
    assert told["counts"]["hole"] == 6
    book = told["book"]
    assert done("seal", book)["missing"] == 6
    merged = done("merge", scored.path, book, scored.books["E1"])
    assert [row["status"] for row in merged["files"]] == ["merged", "nothing new"]
    with nothing_changes(scored.folder):
        refused(2, "replace", scored.path, *asked, *why)


@pytest.mark.parametrize("standing", ["assigned", "휴가"])
def test_a_standing_that_is_none_is_refused(standing: str, scored: Round) -> None:
    asked = (
        "--leaving",
        "E1",
        "--arriving",
        "E4",
        "--name",
        "정가상",
        "--to",
        scored.folder / "새",
    )
    with nothing_changes(scored.folder):
        refused(2, "replace", scored.path, *asked, "--standing", standing, "--reason", "질병")
        refused(
            2,
            "replace",
            scored.path,
            *asked,
            "--standing",
            "회피",
            "--reason",
            "가",
            "--services",
            "가",
        )


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_is_said_in_words(language: str, scored: Round) -> None:
    source = definition(scored, "새 정의", indicators=lowered)
    for words in (
        ("update", scored.path, source, "--reason", "가", "--lang", language),
        ("hand-out", scored.path, "--to", scored.folder / "갱신", "--lang", language),
        ("update", scored.books["E1"], scored.folder / "갱신" / scored.books["E1"].name),
        ("update", scored.books["E1"], scored.folder / "갱신" / scored.books["E1"].name),
    ):
        answer = scorebench(*words, "--lang", language, as_text=True)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.strip()
        assert "{" not in answer.out
    for name in ("update", "replace", "hand-out", "seal"):
        assert scorebench(name, "--help", "--lang", language, as_text=True).code == 0
