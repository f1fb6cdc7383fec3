"""Which sentences the program itself came to say while it was tested; the long run needs all.

A sentence, and no mere label, holds a full stop or a question mark. It counts as reached
when the program makes the error that carries it, or asks for its words. An error that a test makes
itself counts for nothing, and what only random examples find counts for nothing either: the verdict
must not hang on luck. Nor does what a child process says, unless its parent says it too.

What was reached is gathered over all workers and kept in ``build/reliability/sentences.json``.
A long run of everything fails where a sentence was reached by nobody; every other run only tells,
as a machine may not permit what some of them need (a full disk, a process struck).
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import workbench.sentences as speaking
from models.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import FrameType

NAME = "sentences"
ROOT = Path(__file__).parents[1]
TARGET = ROOT / "build" / "reliability"
PROGRAM = tuple(str(ROOT / room) for room in ("models", "workbench", "ui"))
NARROWING = (
    "collectonly",
    "deselect",
    "ignore",
    "keyword",
    "lf",
    "markexpr",
    "maxfail",
    "stepwise",
)

DEFENCES = {
    "salvage_failed": "what was proven is checked once more as a whole; no file is known to fail",
}
"""Sentences that nothing is known to bring about, each with its reason."""
ENDED = re.compile(r"[.?!](\s|$)")

_spoken: set[str] = set()
"""What this process said since the last test that could tell."""


class Noting(dict[str, str]):
    """The sentences of one language; notes which of them ``say`` is asked for by the program."""

    def __getitem__(self, key: str) -> str:
        asked = sys._getframe(1)
        if asked.f_code is _SAY and (by := asked.f_back) and by.f_code not in _SPELLING:
            _note(key, by)
        return super().__getitem__(key)


def _note(key: str, by: FrameType) -> None:
    if by.f_code.co_filename.startswith(PROGRAM):
        _spoken.add(key)


def _made(self: AppError, key: str, /, **values: object) -> None:
    by = sys._getframe(1)
    while by.f_code.co_name == "__init__" and by.f_locals.get("self") is self and by.f_back:
        by = by.f_back
    _note(key, by)
    _making(self, key, **values)


@cache
def _noting(language: str) -> dict[str, str]:
    return Noting(_reading(language))


_SAY = speaking.say.__code__
_SPELLING = (speaking.sentence_of.__code__, speaking._spelt.__code__)
"""Whoever spells out an error that is there: its making counted already."""
_making, _reading = AppError.__init__, speaking.catalog
AppError.__init__ = _made  # type: ignore[method-assign]
speaking.catalog = _noting  # type: ignore[assignment]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    """Put what was said since the last report beside the test's verdict."""
    by_luck = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    said = frozenset(_spoken)  # another thread may be speaking
    _spoken.difference_update(said)
    if call.when != "call" or not by_luck:
        item.user_properties += [(NAME, key) for key in sorted(said)]


def reached(reports: Iterable[pytest.TestReport]) -> set[str]:
    """Return the keys of all sentences that the tests of ``reports`` reached."""
    return {str(key) for one in reports for name, key in one.user_properties if name == NAME}


def sentences() -> set[str]:
    """Return the keys of all that is a sentence."""
    known = _reading(speaking.DEFAULT_LANGUAGE)
    return {key for key, words in known.items() if ENDED.search(words)}


def is_whole(config: pytest.Config) -> bool:
    """Whether nothing was left out by name, by mark, after a failure, or as of another system."""
    chosen: dict[str, Any] = vars(config.option)
    is_all = config.args == config.getini("testpaths") and not any(map(chosen.get, NARROWING))
    return is_all and sys.platform == "linux"


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Keep what was reached; a run of everything in which a sentence is left fails."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(session.config, "workerinput"):
        return
    found = reached(one for key in ("passed", "failed") for one in reporter.getreports(key))
    left = sorted(sentences() - found - DEFENCES.keys())
    TARGET.mkdir(parents=True, exist_ok=True)
    content = {"reached": sorted(found), "left": left}
    (TARGET / "sentences.json").write_text(json.dumps(content, indent=1), encoding="utf-8")
    ran = exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
    if left and ran and is_whole(session.config):
        reporter.write_line(f"\nSentences that no test reached: {', '.join(left)}", red=True)
        if session.config.getoption("--long", default=False):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
