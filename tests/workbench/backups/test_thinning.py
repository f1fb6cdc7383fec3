"""Which backups go: the rule over all times, and what it never touches."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.rounds.small_round import typed, typed_into
from workbench.backups.shelf import Backup, Why, backups_of, folder_of, keep_image
from workbench.backups.thinning import ALL_FOR, DAYS, WEEKS, surplus, thin_out
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench

KST = timezone(timedelta(hours=9))
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=KST)
BY_RULE = ("open", "time", "asked", "close")
KEPT_ALWAYS = ("merge", "finalisation")


def backup(minutes: int, why: str, *, now: datetime = NOW) -> Backup:
    at = (now - timedelta(minutes=minutes)).astimezone(UTC)
    return Backup(Path(f"{at:%Y%m%dT%H%M%S%fZ}-{why}.score"), at, why, 1)


ages = st.integers(min_value=-60 * 24 * 3, max_value=60 * 24 * 200)
shelves = st.lists(
    st.builds(backup, ages, st.sampled_from(BY_RULE + KEPT_ALWAYS)),
    unique_by=lambda row: row.path,
    max_size=120,
)


def day(row: Backup) -> object:
    return row.at.astimezone(KST).date()


def week(row: Backup) -> object:
    return day(row).isocalendar()[:2]


@given(shelves)
def test_the_rule_over_any_times(shelf: list[Backup]) -> None:
    going = set(surplus(shelf, NOW))
    kept = [row for row in shelf if row not in going]
    old = [row for row in shelf if NOW - row.at > ALL_FOR and row.why in BY_RULE]
    assert going <= set(old)  # nothing of two days, nothing before a merge, nothing unknown
    kept_old = sorted((row for row in kept if row in old), key=lambda row: row.at, reverse=True)
    days = sorted({day(row) for row in old}, reverse=True)
    daily, weekly = days[:DAYS], [row for row in old if day(row) not in days[:DAYS]]
    weeks = sorted({week(row) for row in weekly}, reverse=True)[:WEEKS]
    newest_of_day = [max((r for r in old if day(r) == one), key=lambda r: r.at) for one in daily]
    newest_of_week = [
        max((row for row in weekly if week(row) == one), key=lambda row: row.at) for one in weeks
    ]
    assert {row.at for row in kept_old} == {row.at for row in newest_of_day + newest_of_week}
    assert len(kept_old) <= DAYS + WEEKS
    if shelf:
        newest = max(shelf, key=lambda row: row.at)
        assert newest.at in {row.at for row in kept}


@given(shelves)
def test_thinning_twice_is_thinning_once(shelf: list[Backup]) -> None:
    going = set(surplus(shelf, NOW))
    assert surplus([row for row in shelf if row not in going], NOW) == ()


def test_months_of_daily_work_leave_a_shelf_that_does_not_grow() -> None:
    shelf: list[Backup] = []
    for passed in range(0, 60 * 24 * 150, 60):
        now = NOW + timedelta(minutes=passed)
        if not 9 <= now.hour <= 18:
            continue
        shelf.append(backup(0, "time", now=now))
        going = set(surplus(shelf, now))
        shelf = [row for row in shelf if row not in going]
        assert len(shelf) <= 3 * 10 + DAYS + WEEKS
    span = shelf[-1].at - shelf[0].at
    assert span >= timedelta(weeks=WEEKS)


def test_a_pause_of_months_takes_no_backup_away() -> None:
    shelf = [backup(60 * 24 * (200 + passed), "close") for passed in range(10)]
    assert surplus(shelf, NOW) == ()


@pytest.fixture
def shelf_on_disk(bench: Bench):
    """Backups of E1's book of every hour of ten days, and the book itself."""
    path = bench.books["E1"]
    typed(path, (1, "C1", "score", "30"))
    now = datetime.now(UTC).astimezone(KST)
    with open_book(path) as book:
        folder, image = folder_of(book.uid), book.image()
        folder.mkdir(parents=True)
        for hours in range(240):
            at = (now - timedelta(hours=hours)).astimezone(UTC)
            (folder / f"{at:%Y%m%dT%H%M%S%fZ}-time.score").write_bytes(image)
        yield book, now


def test_only_what_the_rule_lets_go_is_deleted(shelf_on_disk) -> None:
    book, now = shelf_on_disk
    before = backups_of(book.uid)
    assert set(thin_out(book.uid, book.path, now)) == set(surplus(before, now))
    after = backups_of(book.uid)
    assert 49 <= len(after) <= 49 + 9
    assert thin_out(book.uid, book.path, now) == ()


def test_what_is_not_ours_is_never_touched(shelf_on_disk) -> None:
    book, now = shelf_on_disk
    folder = folder_of(book.uid)
    others = [
        folder / "메모.txt",
        folder / "20200101T000000000000Z-time.score.bak",
        folder / "20200101T000000000000Z.score",
        folder / ".notes.123.part",
    ]
    for other in others:
        other.write_text("남의 것")
    thin_out(book.uid, book.path, now)
    assert all(other.read_text() == "남의 것" for other in others)


def test_the_newest_sound_backup_stays_whatever_the_rule_says(shelf_on_disk) -> None:
    book, now = shelf_on_disk
    going = surplus(backups_of(book.uid), now)
    good = going[len(going) // 2]
    for row in backups_of(book.uid):
        if row.at > good.at:
            row.path.write_bytes(b"")
    gone = {row.path for row in thin_out(book.uid, book.path, now)}
    assert gone == {row.path for row in going} - {good.path}


def test_a_backup_that_is_open_itself_is_not_deleted(shelf_on_disk) -> None:
    book, now = shelf_on_disk
    opened = surplus(backups_of(book.uid), now)[3]
    assert opened not in thin_out(book.uid, opened.path, now)
    assert opened.path.exists()


def test_drafts_of_a_crash_are_swept_once_they_are_old(shelf_on_disk) -> None:
    book, now = shelf_on_disk
    folder = folder_of(book.uid)
    old = folder / ".20200101T000000000000Z-time.score.4711.part"
    at = (now - timedelta(hours=1)).astimezone(UTC)
    fresh = folder / f".{at:%Y%m%dT%H%M%S%fZ}-time.score.4712.part"
    for draft in (old, fresh):
        draft.write_bytes(b"")
    thin_out(book.uid, book.path, now)
    assert (old.exists(), fresh.exists()) == (False, True)


def test_a_new_backup_after_old_ones_is_kept(shelf_on_disk) -> None:
    book, now = shelf_on_disk
    typed_into(book, [(2, "C1", "score", "11")])
    made = keep_image(book.uid, book.image(), Why.CLOSE, book.path)
    thin_out(book.uid, book.path, now)
    assert backups_of(book.uid)[0] == made
