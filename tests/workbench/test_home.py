"""Backups, notes and logs live in a folder of this computer that can be moved."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from models.errors import StoreError
from models.schema import DocumentKind
from models.store import open_store
from tests.workbench.rounds.small_round import derived_state
from workbench.faults import log_fault
from workbench.home import ENVIRONMENT, back_up, home, moment, now_ms

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench


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


def test_a_backup_is_a_whole_document_of_its_moment(here: Path, bench: Bench) -> None:
    state = derived_state(bench.round)
    with open_store(bench.round, DocumentKind.ROUND) as store:
        first = back_up(store, b"d" * 16, "merge")
        second = back_up(store, b"d" * 16, "merge")
    assert first.parent == here / "backups" / (b"d" * 16).hex()
    assert first != second
    assert first.name.endswith("-merge.round")
    assert derived_state(first) == state
    assert sorted(path.name for path in first.parent.iterdir()) == [first.name, second.name]


def test_a_home_that_cannot_be_written_is_an_error_of_its_own(here: Path, bench: Bench) -> None:
    here.write_text("a file, no folder")
    with open_store(bench.round, DocumentKind.ROUND) as store, pytest.raises(StoreError) as refused:
        back_up(store, b"d" * 16, "merge")
    assert refused.value.key == "backup_failed"


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
