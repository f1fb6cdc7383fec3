"""One writer at a time: another process is named, nothing is lost, reading goes on beside it."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from models.holder import note_path, write_note
from tests.journeys.command_line import contents, done, refused, scorebench
from tests.journeys.marks import drawn
from tests.journeys.rounds import rules, write_definition, write_scores

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.journeys.rounds import Round

HOLD = """
import sys
from pathlib import Path
from {module} import {opener}
with {opener}(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""
HOLDER = "kim-gasang"
OPENERS = {
    ".round": ("workbench.rounds.desk", "open_round"),
    ".score": ("workbench.scoring.book", "open_book"),
}


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process has the document open until the block ends."""
    module, opener = OPENERS[path.suffix]
    program = HOLD.format(module=module, opener=opener)
    command = [sys.executable, "-c", program, str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    settings = os.environ | {"LOGNAME": HOLDER}
    with subprocess.Popen(command, text=True, env=settings, **pipes) as process:
        assert process.stdout.readline() == "open\n"
        yield process
        process.stdin.close()


READING = (
    ("results",),
    ("history",),
    ("progress",),
    ("settle",),
    ("moderate",),
    ("withdraw",),
    ("adjust",),
    ("object",),
    ("confirm",),
    ("check",),
)


def as_of_lines(*arguments: object) -> int:
    """How often a command says that it reads beside a writer; its errors never do."""
    answer = scorebench(*arguments, "--lang", "ko", as_text=True)
    assert answer.code in (0, 4), answer
    assert "읽기 전용" not in answer.err
    return sum("현재, 읽기 전용" in line for line in answer.out.splitlines())


def names_holder(sentence: str) -> bool:
    return HOLDER in sentence and (platform.node() or "?") in sentence


@pytest.fixture
def scored(small_round: Round) -> Round:
    small_round.enter(drawn(small_round.tables, 9))
    small_round.merge("E1")
    return small_round


def test_writing_commands_name_who_holds_the_round(scored: Round) -> None:
    with held(scored.path):
        before = contents(scored.folder)
        for command in (
            ("merge", scored.path, scored.books["E2"]),
            ("hand-out", scored.path, "--to", scored.folder / "새"),
        ):
            (sentence,) = refused(3, *command)
            assert names_holder(sentence)
            assert scored.path.name in sentence
        assert contents(scored.folder) == before
    done("merge", scored.path, scored.books["E2"])


def test_a_book_that_is_open_elsewhere_takes_nothing(scored: Round, tmp_path: Path) -> None:
    book = scored.books["E1"]
    table = write_scores(tmp_path / "점수.csv", [(3, "C1", "score", "0.5")])
    with held(book):
        for command in (("enter", book, table), ("seal", book)):
            (sentence,) = refused(3, *command)
            assert names_holder(sentence)


def test_results_export_and_check_go_on_beside_the_writer(scored: Round, tmp_path: Path) -> None:
    alone = scorebench("results", scored.path)
    with held(scored.path):
        assert scorebench("results", scored.path) == alone
        assert done("check", scored.path)["ok"]
        done("export", scored.path, "-o", tmp_path / "보고.xlsx", "--draft")
        refused(3, "merge", scored.path, scored.books["E2"])


def test_every_reading_command_says_that_it_reads_beside_a_writer(
    scored: Round, tmp_path: Path
) -> None:
    tables = scored.tables | {"round": rules(title="고친 이름")}
    definition, report = write_definition(tmp_path / "정의", tables), tmp_path / "보고.xlsx"
    commands = [
        *((name, scored.path, *rest) for name, *rest in READING),
        ("export", scored.path, "-o", report, "--draft"),
        ("update", scored.path, definition, "--dry-run"),
        ("withdraw", scored.path, "1", "--dry-run"),
    ]
    assert [as_of_lines(*command) for command in commands] == [0] * len(commands)
    with held(scored.path):
        assert [as_of_lines(*command) for command in commands] == [1] * len(commands)


def test_a_check_of_several_files_says_it_of_those_that_are_being_written(scored: Round) -> None:
    book = scored.books["E2"]
    with held(book):
        assert as_of_lines("check", scored.path, book, scored.books["E1"]) == 1
        out = scorebench("check", scored.path, book, "--lang", "ko", as_text=True).out
    first, said, second = out.splitlines()
    assert (scored.path.name in first, book.name in second) == (True, True)
    assert said.endswith("현재, 읽기 전용")


def test_the_lock_decides_and_not_the_note(scored: Round) -> None:
    commands = [(name, scored.path) for (name,) in READING]
    write_note(scored.path)
    assert [as_of_lines(*command) for command in commands] == [0] * len(commands)
    note_path(scored.path).unlink()
    with held(scored.path):
        note_path(scored.path).unlink()
        assert [as_of_lines(*command) for command in commands] == [1] * len(commands)


def test_asking_for_the_lock_leaves_nothing_beside_what_another_tool_rearranged(
    scored: Round,
) -> None:
    image = scored.path.read_bytes()
    scored.path.write_bytes(image[:18] + b"\x02\x02" + image[20:])
    before = contents(scored.folder)
    for name, *rest in READING:
        assert as_of_lines(name, scored.path, *rest) == 0
    assert contents(scored.folder) == before


def test_a_book_can_be_merged_while_its_evaluator_has_it_open(scored: Round) -> None:
    with held(scored.books["E2"]):
        (row,) = done("merge", scored.path, scored.books["E2"])["files"]
    assert row["status"] == "merged"


def test_reading_in_this_process_does_not_open_the_door_to_a_second_writer(scored: Round) -> None:
    with held(scored.path):
        for _ in range(3):
            done("results", scored.path)
            refused(3, "merge", scored.path, scored.books["E2"])


def test_a_holder_that_was_killed_leaves_the_round_free(scored: Round) -> None:
    with held(scored.path) as process:
        process.kill()
        process.wait()
        found = done("merge", scored.path, scored.books["E2"])
    assert found["files"][0]["status"] == "merged"
    assert not list(scored.folder.glob("~$*"))
