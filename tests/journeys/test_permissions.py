"""What may not be read is named, and never keeps from what may be."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import done, nothing_changes, require_plain
from tests.journeys.marks import drawn
from tests.journeys.permissions import bound_scorebench, permitted
from tests.journeys.test_every_refusal import pattern
from workbench.sentences import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.rounds import Round

ON_THE_ROUND = {
    "results": ("results",),
    "hand-out": ("hand-out", "--to", "배포"),
    "export": ("export", "--draft", "-o", "보고.xlsx"),
    "check": ("check",),
    "check --repair": ("check", "--repair"),
}


def told(key: str, name: str, complaints: list[str], language: str = "ko") -> None:
    """Exactly one plain sentence was said: that of ``key``, about the file ``name``."""
    require_plain(complaints)
    (sentence,) = complaints
    assert pattern(key, language).search(sentence), sentence
    assert name in sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_that_may_not_be_read_does_not_keep_the_good_ones_out(
    small_round: Round, language: str
) -> None:
    small_round.enter(drawn(small_round.tables, 3))
    good, closed = small_round.books["E2"], small_round.books["E1"]
    with permitted(closed, 0):
        answer = bound_scorebench("merge", small_round.path, good, closed, "--lang", language)
    assert answer.code == 3
    assert [row["status"] for row in answer.found["files"]] == ["merged", "refused"]
    told("file_unreadable", closed.name, answer.complaints, language)


def test_a_folder_of_books_that_may_not_be_read_does_not_keep_the_good_ones_out(
    small_round: Round, tmp_path: Path
) -> None:
    small_round.enter(drawn(small_round.tables, 3))
    folder = tmp_path / "받은 파일"
    folder.mkdir()
    shutil.copy(small_round.books["E1"], folder)
    inside = folder / small_round.books["E1"].name
    closed = ("folder_unreadable", folder.name)
    only_names = ("file_unreadable", inside.name)
    for mode, given, said in (
        (0, folder, closed),
        (0o444, folder, only_names),
        (0, inside, only_names),
    ):
        with permitted(folder, mode):
            answer = bound_scorebench(
                "merge", small_round.path, given, small_round.books["E2"], "--dry-run"
            )
        assert answer.code == 3
        assert [row["status"] for row in answer.found["files"]] == ["refused", "merged"]
        told(*said, answer.complaints)


@pytest.mark.parametrize("command", ON_THE_ROUND)
def test_a_round_that_may_not_be_read_is_named(
    small_round: Round, tmp_path: Path, command: str
) -> None:
    name, *more = ON_THE_ROUND[command]
    more = [str(tmp_path / word) if word in ("배포", "보고.xlsx") else word for word in more]
    with permitted(small_round.path, 0):
        answer = bound_scorebench(name, small_round.path, *more)
    assert answer.code == 3
    told("file_unreadable", small_round.path.name, answer.complaints)


def test_one_file_that_may_not_be_read_keeps_no_other_from_the_check(small_round: Round) -> None:
    book = small_round.books["E1"]
    for repair in ([], ["--repair"]):
        with permitted(book, 0):
            answer = bound_scorebench("check", book, small_round.path, *repair)
        assert answer.code == 3
        assert [row["ok"] for row in answer.found["files"]] == [False, True]
        told("file_unreadable", book.name, answer.complaints)


def test_a_book_that_may_not_be_read_is_neither_scored_nor_sealed(
    small_round: Round, tmp_path: Path
) -> None:
    table = tmp_path / "점수.csv"
    table.write_text("service,indicator,field,value\n", encoding="utf-8")
    book = small_round.books["E1"]
    for command in (("enter", book, table), ("seal", book)):
        with permitted(book, 0):
            answer = bound_scorebench(*command)
        assert answer.code == 3
        told("file_unreadable", book.name, answer.complaints)


def test_a_scores_table_that_may_not_be_read_is_unfit_and_named(
    small_round: Round, tmp_path: Path
) -> None:
    table = tmp_path / "점수.csv"
    table.write_text("service,indicator,field,value\n", encoding="utf-8")
    with permitted(table, 0), nothing_changes(small_round.folder):
        answer = bound_scorebench("enter", small_round.books["E1"], table)
    assert answer.code == 2
    assert all(table.name in sentence for sentence in answer.complaints), answer


def test_a_definition_folder_that_may_not_be_read_is_unfit_and_named(
    small_round: Round, tmp_path: Path
) -> None:
    definition = small_round.folder / "정의"
    for mode in (0, 0o444):
        with permitted(definition, mode):
            answer = bound_scorebench("new", tmp_path / "새.round", "--definition", definition)
        assert answer.code == 2
        told("folder_unreadable", definition.name, answer.complaints[1:])
    done("new", tmp_path / "새.round", "--definition", definition)
