"""A watched folder: whole books join the plan, nothing is merged, and it can be ended."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.ui.merging.test_merge_page import button, said, visible_buttons
from ui.merging.file_rows import FilesModel
from ui.merging.watching import FolderWatch
from workbench.merging.folders import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.merging.page import MergePage
    from ui.round.page import RoundPage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mail"
    made.mkdir()
    return made


@pytest.fixture(autouse=True)
def _looks_more_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look seven times as often: what is told does not hang on the pause."""
    monkeypatch.setattr("ui.merging.watching.LOOKS_AGAIN_AFTER_MS", 100)
    monkeypatch.setattr("ui.merging.watching.LOOKS_ANYWAY_AFTER_MS", 400)


@pytest.fixture
def watch(qapp: object) -> Iterator[FolderWatch]:
    made = FolderWatch()
    yield made
    made.stop()


def test_what_stands_there_and_what_arrives_is_told_once(
    watch: FolderWatch, folder: Path, qtbot: QtBot
) -> None:
    (folder / "a.score").write_bytes(b"1")
    (folder / "~$a.score").write_bytes(b"1")
    (folder / "a.txt").write_bytes(b"1")
    with qtbot.waitSignal(watch.arrived) as first:
        watch.watch(folder)
    assert first.args == [[folder / "a.score"]]
    with qtbot.waitSignal(watch.arrived) as second:
        (folder / "b.zip").write_bytes(b"1")
    assert second.args == [[folder / "b.zip"]]


def test_what_arrives_in_a_folder_inside_is_told_too(
    watch: FolderWatch, folder: Path, qtbot: QtBot
) -> None:
    inner = folder / "second"
    inner.mkdir()
    (inner / "a.score").write_bytes(b"1")
    with qtbot.waitSignal(watch.arrived) as first:
        watch.watch(folder)
    assert first.args == [[inner / "a.score"]]
    later = folder / "third"
    with qtbot.waitSignal(watch.arrived) as second:
        later.mkdir()
        (later / "b.zip").write_bytes(b"1")
    assert second.args == [[later / "b.zip"]]
    assert watch.unseen == ()


def test_a_watched_folder_that_is_too_deep_is_said_to_be_so_until_it_is_watched_no_more(
    page: MergePage, folder: Path
) -> None:
    folder.joinpath(*["in"] * (DEEPEST + 1)).mkdir(parents=True)
    page.sources.watch(folder)
    assert "The folder mail holds too many folders" in said(page)
    button(page, "Watched: mail").click()
    assert "The folder mail holds too many folders" not in said(page)


def test_a_book_that_grows_is_told_once_it_stands_still(
    watch: FolderWatch, folder: Path, qtbot: QtBot
) -> None:
    told: list[list[Path]] = []
    watch.arrived.connect(told.append)
    book = folder / "a.score"
    book.write_bytes(b"half")
    watch.watch(folder)
    with book.open("ab") as stream:  # before the second look
        stream.write(b" and whole")
    with qtbot.waitSignal(watch.arrived):
        pass
    assert book.read_bytes() == b"half and whole"
    assert told == [[book]]


def test_a_book_that_was_written_anew_is_told_again(
    watch: FolderWatch, folder: Path, qtbot: QtBot
) -> None:
    book = folder / "a.score"
    book.write_bytes(b"1")
    with qtbot.waitSignal(watch.arrived):
        watch.watch(folder)
    with qtbot.waitSignal(watch.arrived) as again:
        book.write_bytes(b"12")
    assert again.args == [[book]]


def test_a_folder_that_goes_away_ends_the_watching(
    watch: FolderWatch, folder: Path, qtbot: QtBot
) -> None:
    watch.watch(folder)
    with qtbot.waitSignal(watch.ended):
        folder.rmdir()
    assert watch.folder is None


def test_arriving_books_join_the_plan_and_are_announced_and_nothing_is_merged(
    round_page: RoundPage, page: MergePage, folder: Path, book_of, round_folder: Path, qtbot: QtBot
) -> None:
    before = (round_folder / "a.round").read_bytes()
    with qtbot.waitSignal(round_page.session.planned):
        page.add_files([book_of("E1")])
    page.sources.watch(folder)
    with qtbot.waitSignal(round_page.session.planned):
        shutil.copy(book_of("E2"), folder)
    assert page.findChild(FilesModel).rowCount() == 2
    assert f"Arrived and added to the plan: {book_of('E2').name}" in said(page)
    assert (round_folder / "a.round").read_bytes() == before


def test_what_arrives_while_another_page_is_read_waits_for_this_one(
    round_page: RoundPage, page: MergePage, folder: Path, book_of, qtbot: QtBot
) -> None:
    page.sources.watch(folder)
    round_page.show_page("results")
    with qtbot.waitSignal(page.sources.arrived):
        shutil.copy(book_of("E2"), folder)
    assert not round_page.session.is_busy
    with qtbot.waitSignal(round_page.session.planned):
        round_page.show_page("merge")
    assert page.findChild(FilesModel).rowCount() == 1


def test_the_chip_names_the_folder_and_ends_the_watching(page: MergePage, folder: Path) -> None:
    page.sources.watch(folder)
    assert "Watch a folder…" not in visible_buttons(page)
    button(page, "Watched: mail").click()
    assert page.sources.watching.folder is None
    assert "Watch a folder…" in visible_buttons(page)
