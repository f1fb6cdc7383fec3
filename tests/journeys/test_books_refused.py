"""A file that is not a sound score book of this round is refused whole; nothing changes."""

from __future__ import annotations

import os
import shutil
import socket
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import (
    contents,
    done,
    nothing_changes,
    refused,
    require_plain,
    scorebench,
)
from tests.journeys.conftest import small
from tests.journeys.rounds import Round, new_round, write_scores
from tests.journeys.spoiled_books import MARK, SPOILED
from tests.journeys.test_every_refusal import pattern
from workbench.scoring.book import open_book
from workbench.sentences import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def sealed(small_round: Round) -> Path:
    """The book of E1 with one mark, sealed."""
    book = small_round.books["E1"]
    rows = [(3, "C1", "score", MARK), (8, "", "opinion", "가상의 의견")]
    done("enter", book, write_scores(small_round.folder / "점수.csv", rows))
    done("seal", book)
    return book


@pytest.fixture
def bystander(small_round: Round) -> Path:
    """The sound book of E2."""
    book = small_round.books["E2"]
    rows = [(3, "I2", "score", "우수")]
    done("enter", book, write_scores(small_round.folder / "점수2.csv", rows))
    return book


def refused_alone(made: Round, book: Path, code: int = 3) -> str:
    """Merge a book that must be refused; return the sentence about it."""
    with nothing_changes(made.folder):
        answer = scorebench("merge", made.path, book)
    assert answer.code == code
    assert answer.found["applied"] is False
    (row,) = answer.found["files"]
    (sentence,) = answer.complaints
    require_plain([sentence])
    assert (row["status"], row["reason"], row["new"]) == ("refused", sentence, 0)
    assert book.name in sentence
    return sentence


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_book_is_refused_in_one_sentence(
    small_round: Round, sealed: Path, how: str
) -> None:
    SPOILED[how](sealed)
    refused_alone(small_round, sealed)


@pytest.mark.parametrize("how", sorted(SPOILED.keys() - {"absent", "a folder", "a link"}))
def test_the_check_finds_every_spoiled_book(small_round: Round, sealed: Path, how: str) -> None:
    SPOILED[how](sealed)
    with nothing_changes(small_round.folder):
        answer = scorebench("check", sealed, small_round.path)
    assert (answer.code, answer.found["ok"]) == (3, False)
    first, second = answer.found["files"]
    assert first["problems"] == answer.complaints
    assert second == {"file": str(small_round.path), "ok": True, "problems": []}


def test_the_sentences_tell_different_things_apart(small_round: Round, sealed: Path) -> None:
    sentences = set()
    kinds = (
        "absent",
        "a folder",
        "empty",
        "a text renamed",
        "cut in the middle",
        "a newer schema",
        "a mark changed by a tool",
        "a table more",
    )
    for how in kinds:
        copy = sealed.with_name("받은 파일.score")
        shutil.copyfile(sealed, copy)
        SPOILED[how](copy)
        sentences.add(refused_alone(small_round, copy))
        shutil.rmtree(copy) if copy.is_dir() else copy.unlink(missing_ok=True)
    assert len(sentences) == len(kinds)


def test_a_rearranged_book_is_taken_once_its_sender_has_opened_it_here(
    small_round: Round, sealed: Path
) -> None:
    SPOILED["write-ahead mode"](sealed)
    refused_alone(small_round, sealed)
    open_book(sealed).close()
    (row,) = done("merge", small_round.path, sealed)["files"]
    assert (row["status"], row["new"]) == ("merged", 2)


def test_a_book_to_which_something_was_appended_is_sound_once_it_was_opened_here(
    small_round: Round, sealed: Path
) -> None:
    with sealed.open("ab") as file:
        file.write(b"\n-- \n" + "메일 꼬리말".encode())
    refused_alone(small_round, sealed)
    done("enter", sealed, write_scores(small_round.folder / "점수3.csv", [(3, "C1", "score", "2")]))
    done("seal", sealed)
    assert done("check", sealed)["ok"]
    (row,) = done("merge", small_round.path, sealed)["files"]
    assert row["status"] == "merged"


def test_a_book_of_another_round_is_refused_with_4_and_names_that_round(
    small_round: Round, tmp_path: Path
) -> None:
    tables = small()
    tables["round"][0]["value"] = "2031년 다른 회차 종합평가"
    other = new_round(tmp_path / "다른 회차", tables)
    sentence = refused_alone(small_round, other.books["E1"], code=4)
    assert "2031년 다른 회차 종합평가" in sentence


def test_a_book_of_a_round_made_from_the_same_definition_is_another_rounds(
    small_round: Round, tmp_path: Path
) -> None:
    twin = new_round(tmp_path / "쌍둥이", small())
    refused_alone(small_round, twin.books["E1"], code=4)


def test_a_round_is_never_merged_and_a_book_has_no_results(
    small_round: Round, sealed: Path, tmp_path: Path
) -> None:
    copy = shutil.copy2(small_round.path, tmp_path / "사본.round")
    refused_alone(small_round, Path(copy))
    refused_alone(small_round, small_round.path)
    renamed = shutil.copy2(small_round.path, tmp_path / "사본.score")
    refused_alone(small_round, Path(renamed))
    with nothing_changes(small_round.folder):
        for command in (
            ("results", sealed),
            ("merge", sealed, sealed),
            ("hand-out", sealed, "--to", small_round.folder / "새"),
            ("export", sealed, "-o", small_round.folder / "새.xlsx"),
        ):
            (sentence,) = refused(3, *command)
            assert sealed.name in sentence


def test_a_round_is_no_book_to_enter_into_or_seal(small_round: Round) -> None:
    table = write_scores(small_round.folder / "점수.csv", [(3, "C1", "score", "1")])
    with nothing_changes(small_round.folder):
        refused(3, "enter", small_round.path, table)
        refused(3, "seal", small_round.path)


@pytest.mark.parametrize(
    "how", ["absent", "a folder", "empty", "a text renamed", "cut in the middle", "a newer schema"]
)
def test_no_command_takes_a_spoiled_round(small_round: Round, how: str) -> None:
    SPOILED[how](small_round.path)
    with nothing_changes(small_round.folder):
        for command in (
            ("results", small_round.path),
            ("merge", small_round.path, small_round.books["E1"]),
            ("hand-out", small_round.path, "--to", small_round.folder / "새"),
            ("export", small_round.path, "-o", small_round.folder / "새.xlsx", "--draft"),
        ):
            (sentence,) = refused(3, *command)
            assert small_round.path.name in sentence


def test_good_files_are_merged_beside_bad_ones_and_the_highest_code_returned(
    small_round: Round, sealed: Path, bystander: Path, tmp_path: Path
) -> None:
    other = new_round(tmp_path / "다른 회차", small()).books["E1"]
    SPOILED["a mark changed by a tool"](sealed)
    answer = scorebench("merge", small_round.path, sealed, bystander, other)
    assert (answer.code, answer.found["applied"]) == (4, True)
    assert [row["status"] for row in answer.found["files"]] == ["refused", "merged", "refused"]
    assert len(answer.complaints) == 2
    assert scorebench("merge", small_round.path, bystander, sealed).code == 3


def test_all_or_nothing_keeps_good_files_out_with_bad_ones(
    small_round: Round, sealed: Path, bystander: Path
) -> None:
    SPOILED["a mark changed by a tool"](sealed)
    files = (sealed, bystander)
    with nothing_changes(small_round.folder):
        answer = scorebench("merge", small_round.path, *files, "--all-or-nothing")
        tried = scorebench("merge", small_round.path, *files, "--all-or-nothing", "--dry-run")
    assert (answer.code, answer.found["applied"]) == (3, False)
    assert tried.code == 3
    assert done("merge", small_round.path, bystander)["files"][0]["status"] == "merged"


def test_a_refused_file_is_never_touched(small_round: Round, sealed: Path, tmp_path: Path) -> None:
    for at, how in enumerate(sorted(SPOILED.keys() - {"absent", "a folder", "a link"})):
        place = tmp_path / f"받은 {at}"
        place.mkdir()
        copy = Path(shutil.copy2(sealed, place))
        SPOILED[how](copy)
        before = contents(place)
        scorebench("merge", small_round.path, copy)
        assert contents(place) == before


def test_a_planted_journal_beside_a_book_is_not_believed(small_round: Round, sealed: Path) -> None:
    sealed.with_name(f"{sealed.name}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 99)
    with nothing_changes(sealed.parent):
        done("merge", small_round.path, sealed)


def linked(path: Path) -> Path:
    path.symlink_to(path.with_name("E1.score"))
    return path


def piped(path: Path) -> Path:
    os.mkfifo(path)
    return path


def listened_to(path: Path) -> Path:
    with closing(socket.socket(socket.AF_UNIX)) as made:
        made.bind(str(path))
    return path


NO_FILES: dict[str, Callable[[Path], Path]] = {
    "a link": linked,
    "a pipe": piped,
    "a socket": listened_to,
    "a device": lambda _: Path("/dev/null"),
}


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices are no paths here")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", NO_FILES)
def test_what_is_said_of_no_file_is_true_of_whatever_it_is(
    small_round: Round, what: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small_round.folder)  # the path of a socket has to be short
    path = NO_FILES[what](Path("E9.score"))
    kinds = {
        "ko": ("폴더", "바로 가기", "장치", "파이프"),
        "en": ("folder", "link", "device", "pipe"),
    }
    for command in (("merge", small_round.path, path), ("check", path)):
        if what == "a link" and command[0] == "check":
            continue  # an own document may be named by a link
        answer = scorebench(*command, "--lang", language)
        (sentence,) = answer.complaints
        assert answer.code == 3
        assert pattern("not_a_file", language).search(sentence), sentence
        assert all(kind in sentence for kind in kinds[language])
        assert sentence.startswith(path.name)
