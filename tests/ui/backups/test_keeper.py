"""Backups by time: made where something changed, made again where one failed, never in the way."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from ui.backups.keeper import EVERY_MS, FIRST_MS, BackupKeeper
from workbench.backups.shelf import Why, backups_of, folder_of
from workbench.checking import check_file
from workbench.home import ENVIRONMENT, home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def reasons(book) -> list[str]:
    return [backup.why for backup in backups_of(book.uid)]


def keep(qtbot, keeper, act):
    with qtbot.waitSignal(keeper.made) as made:
        act()
    return made.args[0]


def test_without_a_change_no_backup_is_due(keeper, book, qtbot) -> None:
    with qtbot.assertNotEmitted(keeper.made):
        keeper.tick()
        keeper.close()
    assert backups_of(book.uid) == ()
    assert keeper.last_at is None


def test_the_state_at_opening_is_kept_once(keeper, book, qtbot) -> None:
    at = keep(qtbot, keeper, keeper.begin)
    assert keep(qtbot, keeper, keeper.begin) == at
    assert reasons(book) == ["open"]
    assert keeper.last_at == at
    keeper.close()
    assert reasons(book) == ["open"]


def test_a_change_is_kept_when_its_time_has_come(keeper, book, type_mark, qtbot, read_mark) -> None:
    type_mark("1")
    keeper.note_change()
    keep(qtbot, keeper, keeper.tick)
    with qtbot.assertNotEmitted(keeper.made):
        keeper.tick()  # nothing has changed since
    (backup,) = backups_of(book.uid)
    assert (backup.why, read_mark(backup.path), check_file(backup.path)) == ("time", "1", ())


def test_the_first_backup_comes_sooner_than_the_others(keeper, type_mark, qtbot) -> None:
    keep(qtbot, keeper, keeper.begin)
    type_mark("1")
    keeper.note_change()
    assert keeper.due_in_ms() == FIRST_MS
    keep(qtbot, keeper, keeper.tick)
    assert keeper.due_in_ms() is None
    type_mark("2")
    keeper.note_change()
    assert keeper.due_in_ms() == EVERY_MS


def test_typing_goes_on_while_a_backup_is_written(keeper, book, type_mark, qtbot) -> None:
    type_mark("1")
    keeper.note_change()
    with qtbot.waitSignal(keeper.made):
        keeper.tick()
        type_mark("2")  # before the thread has written anything that the window knows of
        keeper.note_change()
    keep(qtbot, keeper, keeper.tick)
    assert reasons(book) == ["time", "time"]


def test_closing_keeps_what_no_backup_holds(keeper, book, type_mark, qtbot, read_mark) -> None:
    type_mark("1")
    keeper.note_change()
    keep(qtbot, keeper, keeper.tick)
    type_mark("2")
    keeper.note_change()
    keep(qtbot, keeper, keeper.close)
    newest, older = backups_of(book.uid)
    assert (newest.why, read_mark(newest.path)) == ("close", "2")
    assert (older.why, read_mark(older.path)) == ("time", "1")


def test_closing_while_a_backup_is_written_keeps_one(keeper, book, type_mark) -> None:
    type_mark("1")
    keeper.note_change()
    keeper.tick()
    keeper.close()
    (backup,) = backups_of(book.uid)
    assert backup.why == "time"


def test_the_last_backup_is_known_after_opening_again(keeper, book, type_mark, qtbot) -> None:
    type_mark("1")
    at = keep(qtbot, keeper, lambda: keeper.keep_now(Why.ASKED))
    assert BackupKeeper(book).last_at == at


def test_old_backups_go_when_a_new_one_is_made(keeper, book, type_mark, qtbot) -> None:
    folder = folder_of(book.uid)
    folder.mkdir(parents=True)
    for hour in (9, 10, 11):
        (folder / f"20260105T{hour:02}0000000000Z-time.score").write_bytes(book.image())
    type_mark("1")
    keep(qtbot, keeper, keeper.keep_now)
    assert [backup.at.hour for backup in backups_of(book.uid)][1:] == [11]


def test_a_folder_that_cannot_be_written_is_said_and_tried_again(
    keeper, book, type_mark, qtbot, tmp_path, monkeypatch
) -> None:
    here = home()
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("")
    monkeypatch.setenv(ENVIRONMENT, str(blocked))
    type_mark("1")
    keeper.note_change()
    with qtbot.waitSignal(keeper.failed) as failed:
        keeper.tick()
    assert failed.args[0].key == "backup_not_made"
    assert keeper.failure is failed.args[0]
    assert keeper.due_in_ms() == EVERY_MS
    monkeypatch.setenv(ENVIRONMENT, str(here))
    keep(qtbot, keeper, keeper.tick)
    assert keeper.failure is None
    assert reasons(book) == ["time"]


@pytest.fixture
def small_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home on a small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if shutil.which("mount") is None:
        pytest.skip("no disks can be mounted here")
    mount = ["mount", "-t", "tmpfs", "-o", "size=2048k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("mounting a small disk is not permitted here")
    monkeypatch.setenv(ENVIRONMENT, str(folder))
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_loses_no_mark_and_no_older_backup(
    small_home, keeper, book, type_mark, qtbot, read_mark
) -> None:
    type_mark("1")
    keep(qtbot, keeper, keeper.keep_now)
    filler = small_home / "filler.bin"
    filler.write_bytes(bytes(shutil.disk_usage(small_home).free))
    type_mark("2")
    keeper.note_change()
    with qtbot.waitSignal(keeper.failed) as failed:
        keeper.tick()
    assert failed.args[0].key == "backup_not_made"
    type_mark("3")  # the scoring goes on
    (kept,) = backups_of(book.uid)
    assert read_mark(kept.path) == "1"
    assert [path.name for path in folder_of(book.uid).iterdir()] == [kept.path.name]
    with qtbot.waitSignal(keeper.failed):
        keeper.close()
    filler.unlink()
    keep(qtbot, keeper, keeper.keep_now)
    assert read_mark(backups_of(book.uid)[0].path) == "3"
    assert read_mark(book.path) == "3"
