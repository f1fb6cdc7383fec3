"""What counts as a sentence reached: what the program says, not what a test makes up."""

from __future__ import annotations

import json

pytest_plugins = ["pytester"]

REACHING = """
from pathlib import Path
import pytest
from hypothesis import given, strategies
from models.errors import AppError
from models.sqlite import read_header
from workbench.definition.reading import read_definition
from workbench.errors import InputError
from workbench.placement.asking import where
from workbench.sentences import say, sentence_of

pytest_plugins = ["tests.reaching"]

def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(AppError) as found:
        read_header(tmp_path / "없음.score")
    assert sentence_of(found.value, "ko")

def test_a_table_of_problems(tmp_path):
    with pytest.raises(AppError):
        read_definition(tmp_path)

def test_made_up():
    assert sentence_of(InputError("number_unfit", text="x"), "ko")
    assert say("merge_clear", "ko")

@given(strategies.just(b""))
def test_by_luck(content):
    from models.sqlite import header_of
    with pytest.raises(AppError):
        header_of(content, "a")
"""


def test_what_the_program_says_is_reached_and_what_a_test_makes_up_is_not(
    pytester, monkeypatch
) -> None:
    monkeypatch.setattr("tests.reaching.TARGET", pytester.path / "build")
    pytester.makepyfile(REACHING)
    assert pytester.inline_run().ret == 0  # some tests alone only tell
    found = json.loads((pytester.path / "build" / "sentences.json").read_text(encoding="utf-8"))
    reached = set(found["reached"])
    assert {"file_absent", "definition_unfit"} <= reached
    assert not {"number_unfit", "merge_clear", "file_empty"} & reached
    assert {"number_unfit", "file_empty"} <= set(found["left"])
    assert not {"file_absent", "column_rank"} & set(found["left"])  # one reached, one no sentence


def test_a_long_run_of_everything_fails_where_a_sentence_is_left(pytester, monkeypatch) -> None:
    monkeypatch.setattr("tests.reaching.TARGET", pytester.path / "build")
    pytester.makeini("[pytest]\ntestpaths = tests")
    pytester.makeconftest(
        "def pytest_addoption(parser):\n    parser.addoption('--long', action='store_true')\n"
    )
    pytester.mkdir("tests").joinpath("test_it.py").write_text(REACHING, encoding="utf-8")
    told = "Sentences that no test reached: *number_unfit*"
    short = pytester.runpytest_inprocess()
    short.stdout.fnmatch_lines([told])
    assert short.ret == 0
    long = pytester.runpytest_inprocess("--long")
    long.stdout.fnmatch_lines([told])
    assert long.ret == 1
    assert pytester.runpytest_inprocess("--long", "-k", "not_there").ret == 0
