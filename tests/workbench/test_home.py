"""Notes and logs live in a folder of this computer that can be moved."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from workbench.faults import log_fault
from workbench.home import ENVIRONMENT, home, moment, now_ms

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "집 (새것) #1"
    monkeypatch.setenv(ENVIRONMENT, str(folder))
    return folder


def test_the_environment_moves_home(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert home() == here
    monkeypatch.setenv(ENVIRONMENT, "")
    assert home().name == "scoring-workbench"
    monkeypatch.delenv(ENVIRONMENT)
    assert home().name == "scoring-workbench"


def test_times_are_in_milliseconds_and_aware() -> None:
    before = datetime.now(UTC)
    at = moment(now_ms())
    assert abs((at - before).total_seconds()) < 5
    assert at.tzinfo is UTC
    assert moment(1_719_800_000_999) == datetime(2024, 7, 1, 2, 13, 20, tzinfo=UTC)


def raised() -> BaseException:
    try:
        raise ZeroDivisionError("열여덟")
    except ZeroDivisionError as error:
        return error


def test_a_bug_is_logged_whole(here: Path) -> None:
    for _ in range(2):
        log = log_fault(raised())
    text = log.read_text(encoding="utf-8")
    assert log.is_relative_to(here / "logs")
    assert text.count("ZeroDivisionError: 열여덟") == 2
    assert "in raised" in text


def test_a_bug_that_cannot_be_logged_is_no_second_bug(here: Path) -> None:
    here.write_text("a file, no folder")
    assert log_fault(raised()) is None
