"""Streams that take nothing: what was done is never denied, and what was found is told."""

from __future__ import annotations

import io
import json
import os
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import pytest

from tests.journeys.command_line import done, scorebench
from tests.journeys.test_every_refusal import pattern
from workbench.commands.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.rounds import Round

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
BONUS = ("--service", "3", "--points=+0.3", "--reason", "표창")


@contextmanager
def full() -> Iterator[TextIO]:
    """A stream with no room."""
    stream = FULL.open("w", encoding="utf-8")
    try:
        yield stream
    finally:
        with suppress(OSError):
            stream.close()


@contextmanager
def unread() -> Iterator[TextIO]:
    """A pipe of which the other end was closed."""
    reading, writing = os.pipe()
    os.close(reading)
    stream = os.fdopen(writing, "w", encoding="utf-8")
    try:
        yield stream
    finally:
        with suppress(OSError):
            stream.close()


def run(out: TextIO, err: TextIO | None, *words: object) -> int:
    """Run a command on these streams; whatever it put in their place is closed."""
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(word) for word in words])
        for now, given in ((sys.stdout, out), (sys.stderr, err)):
            if now is not given:
                now.close()
    return code


def sentence(key: str, said: io.StringIO) -> bool:
    return pattern(key, "ko").fullmatch(said.getvalue().strip()) is not None


@needs_full
@pytest.mark.parametrize("words", [("progress",), ("progress", "--json"), ("adjust",)])
def test_words_that_find_no_room_are_told_beside(
    small_round: Round, words: tuple[str, ...]
) -> None:
    said = io.StringIO()
    with full() as out:
        assert run(out, said, words[0], small_round.path, *words[1:]) == 3
    assert sentence("output_unwritable", said)


@needs_full
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_what_was_stored_is_not_denied_where_its_result_cannot_be_told(
    small_round: Round, form: tuple[str, ...]
) -> None:
    said = io.StringIO()
    with full() as out:
        assert run(out, said, "adjust", small_round.path, *BONUS, *form) == 3
    assert sentence("output_unwritable_kept", said)
    (row,) = done("adjust", small_round.path)["services"]
    assert (row["number"], row["given"]) == (3, "0.30")


@needs_full
@pytest.mark.parametrize("words", [("--help",), ("--version",), ("results", "--help")])
def test_help_that_finds_no_room_is_no_bug(words: tuple[str, ...]) -> None:
    said = io.StringIO()
    with full() as out:
        assert run(out, said, *words) == 3
    assert sentence("output_unwritable", said)


def test_who_reads_no_further_keeps_no_command_from_its_end(small_round: Round) -> None:
    said = io.StringIO()
    with unread() as out:
        assert run(out, said, "--help") == 0
    with unread() as out:
        assert run(out, said, "progress", small_round.path) == 0
    with unread() as out:
        assert run(out, said, "merge", small_round.path, *small_round.books.values()) == 0
    assert said.getvalue() == ""
    again = done("merge", small_round.path, *small_round.books.values())
    assert {row["status"] for row in again["files"]} == {"nothing new"}


def test_a_program_started_without_standard_error_does_its_work(
    small_round: Round, tmp_path: Path
) -> None:
    out = io.StringIO()
    assert run(out, None, "merge", small_round.path, *small_round.books.values()) == 0
    assert run(out, None, "export", small_round.path, "--draft", "-o", tmp_path / "a.xlsx") == 0
    assert (tmp_path / "a.xlsx").stat().st_size
    assert run(out, None, "results", tmp_path / "없음.round") == 3


@needs_full
def test_standard_error_without_room_hides_neither_code_nor_object(small_round: Round) -> None:
    out = io.StringIO()
    with full() as err:
        assert run(out, err, "results", small_round.folder / "없음.round", "--json") == 3
    assert json.loads(out.getvalue())["code"] == 3
    spoiled = small_round.folder / "망가짐.score"
    spoiled.write_bytes(b"x" * 5000)
    out = io.StringIO()
    with full() as err:
        code = run(out, err, "merge", small_round.path, spoiled, *small_round.books.values())
    assert code == 3
    assert "E2_" in out.getvalue()


@needs_full
def test_an_object_that_finds_no_room_ends_with_the_code_of_what_was_found(
    small_round: Round,
) -> None:
    said = io.StringIO()
    with full() as out:
        assert run(out, said, "results", small_round.folder / "없음.round", "--json") == 3
    assert sentence("file_absent", said)
    assert scorebench("progress", small_round.path).code == 0
