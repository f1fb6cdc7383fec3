"""A disk that fills up on the way: the right code, one sentence, and nothing half written."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.command_line import contents, done, nothing_changes, refused, scorebench
from tests.journeys.conftest import small
from tests.journeys.marks import drawn
from tests.journeys.rounds import Round, write_definition, write_scores
from tests.journeys.test_every_refusal import pattern
from tests.workbench.salvaging.damaging import without_schema
from workbench.sentences import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DISK_KIB = 4096
FILLER = "가득.bin"
FREE_KIB = (0, 4, 8, 16, 32, 64)


class Disk:
    """A small disk of its own, filled so far that only a few kibibytes are left."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def leave(self, free_kib: int) -> None:
        filler = self.folder / FILLER
        filler.unlink(missing_ok=True)
        left = shutil.disk_usage(self.folder).free - free_kib * 1024
        filler.write_bytes(b"\xaa" * max(left, 0))
        assert shutil.disk_usage(self.folder).free <= free_kib * 1024

    def take_no_more_files(self) -> None:
        """Leave room for what is in files, and none for another file."""
        found = os.statvfs(self.folder)
        most = f"remount,nr_inodes={found.f_files - found.f_ffree}"
        subprocess.run(["mount", "-o", most, str(self.folder)], check=True)

    def clear(self) -> None:
        (self.folder / FILLER).unlink()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "작은 디스크"
    folder.mkdir()
    if shutil.which("mount") is None:
        pytest.skip("no disks can be mounted here")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_KIB}k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("mounting a small disk is not permitted here")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def filled(small_round: Round, disk: Disk) -> Round:
    """The small round with its sealed books, on the small disk."""
    small_round.enter(drawn(small_round.tables, 3, texts=True))
    shutil.copytree(small_round.folder, disk.folder / "회차")
    books = {
        code: disk.folder / "회차" / path.relative_to(small_round.folder)
        for code, path in small_round.books.items()
    }
    return Round(disk.folder / "회차", small_round.tables, books)


def full(code: int, folder: Path, *command: Any) -> bool:
    """Run a command that meets a full disk; say whether it met it at all."""
    before = contents(folder)
    answer = scorebench(*command)
    if answer.code == 0:
        return False
    assert answer.code == code
    assert len(answer.complaints) == 1
    assert ".part" not in answer.err  # a name that the person never gave
    assert answer.found == {"code": code, "error": answer.complaints[0]}
    after = contents(folder)
    assert after.keys() == before.keys()
    assert after == before
    return True


def test_no_round_is_half_made(disk: Disk, tmp_path: Path) -> None:
    definition = write_definition(tmp_path / "정의", small())
    target = disk.folder / "새.round"
    met = 0
    for free in FREE_KIB:
        disk.leave(free)
        met += full(3, disk.folder, "new", target, "--definition", definition)
        assert target.exists() == (met <= FREE_KIB.index(free))
        target.unlink(missing_ok=True)
    assert met >= 3
    disk.clear()
    done("new", target, "--definition", definition)


def test_no_book_is_handed_out_half_or_alone(small_round: Round, disk: Disk) -> None:
    books = disk.folder / "배포"
    books.mkdir()
    met = 0
    for free in (*FREE_KIB, 128, 192):
        disk.leave(free)
        if full(3, disk.folder, "hand-out", small_round.path, "--to", books):
            met += 1
        shutil.rmtree(books)
        books.mkdir()
    assert met >= 4
    disk.clear()
    assert len(done("hand-out", small_round.path, "--to", books)["books"]) == 3


def test_a_round_that_cannot_note_a_hand_out_gives_no_book_away(disk: Disk, tmp_path: Path) -> None:
    made = tmp_path / "새.round"
    done("new", made, "--definition", write_definition(tmp_path / "정의", small()))
    shutil.move(made, disk.folder)  # never handed out: its books have yet to be noted
    target = tmp_path / "배포"
    disk.leave(0)
    assert full(3, disk.folder, "hand-out", disk.folder / made.name, "--to", target)
    assert not contents(target)
    disk.clear()
    assert len(done("hand-out", disk.folder / made.name, "--to", target)["books"]) == 3


@pytest.mark.parametrize("free", FREE_KIB[:3])
def test_a_table_is_not_half_entered_and_goes_in_once_there_is_room(
    filled: Round, disk: Disk, free: int, tmp_path: Path
) -> None:
    book = filled.books["E1"]
    rows = [(3, "", "achievement", f"가상의 글 {at} " * 200) for at in range(200)]
    table = write_scores(tmp_path / "점수.csv", rows)
    disk.leave(free)
    assert full(3, disk.folder, "enter", book, table)
    disk.clear()
    assert done("check", book)["ok"]
    done("enter", book, table)


def test_a_seal_is_whole_or_not_there(filled: Round, disk: Disk, tmp_path: Path) -> None:
    book = filled.books["E1"]
    done("enter", book, write_scores(tmp_path / "점수.csv", [(3, "C1", "score", "0.5")]))
    disk.leave(0)
    assert full(3, disk.folder, "seal", book)
    disk.clear()
    assert done("seal", book)["missing"] == 0


@pytest.mark.parametrize("free", FREE_KIB)
def test_a_merge_is_whole_or_not_there(filled: Round, disk: Disk, free: int) -> None:
    disk.leave(free)
    assert full(3, disk.folder, "merge", filled.path, *filled.books.values())
    assert done("results", filled.path)["counted"] == 0
    disk.clear()
    filled.merge()
    assert filled.results()["counted"] == 5


def test_a_backup_that_finds_no_room_keeps_the_merge_from_starting(
    small_round: Round, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_round.enter(drawn(small_round.tables, 3))
    monkeypatch.setenv("SCORING_WORKBENCH_HOME", str(disk.folder))
    disk.leave(8)
    with nothing_changes(small_round.folder):
        refused(3, "merge", small_round.path, *small_round.books.values())
    disk.clear()
    small_round.merge()


@pytest.mark.parametrize("free", FREE_KIB[:4])
def test_a_report_is_whole_or_the_older_one_stays(
    small_round: Round, disk: Disk, free: int
) -> None:
    small_round.played(drawn(small_round.tables, 3))
    report = disk.folder / "보고.xlsx"
    report.write_bytes(b"older")
    disk.leave(free)
    assert full(5, disk.folder, "export", small_round.path, "-o", report)
    assert report.read_bytes() == b"older"
    disk.clear()
    done("export", small_round.path, "-o", report)
    assert report.read_bytes().startswith(b"PK")


def test_a_demo_that_finds_no_room_leaves_nothing_behind(disk: Disk) -> None:
    for free in (0, 64, 256, 512, 768):
        disk.leave(free)
        before = contents(disk.folder)
        answer = scorebench("demo", disk.folder / "연습")
        assert answer.code in (3, 5)
        assert ".part" not in answer.err
        assert contents(disk.folder) == before
    disk.clear()
    done("demo", disk.folder / "연습")


def damaged_image(path: Path) -> bytes:
    return without_schema(path.read_bytes(), random.Random(1)).image


def told(key: str, name: str, sentences: list[str]) -> None:
    """One sentence was said: that of ``key``, and it begins with the file ``name``."""
    (sentence,) = sentences
    assert pattern(key, "ko").search(sentence), sentence
    assert re.search(rf"(^|\W){re.escape(name)}", sentence), sentence
    assert ".part" not in sentence


def test_a_full_disk_names_the_file_that_was_asked_for(
    small_round: Round, disk: Disk, tmp_path: Path
) -> None:
    definition = small_round.folder / "정의"
    target, books, zipped = (disk.folder / name for name in ("새.round", "배포", "압축"))
    books.mkdir()
    zipped.mkdir()
    disk.leave(0)
    hand_out = ("hand-out", small_round.path, "--to")
    told("disk_full", target.name, refused(3, "new", target, "--definition", definition))
    told("disk_full", "E1_김가상.score", refused(3, *hand_out, books))
    told("disk_full", "E1_김가상.zip", refused(3, *hand_out, zipped, "--zip"))
    told("disk_full", "sample.round", refused(3, "demo", disk.folder))
    disk.clear()
    done("new", target, "--definition", definition)


def test_a_disk_that_takes_no_more_files_is_full(small_round: Round, disk: Disk) -> None:
    definition = small_round.folder / "정의"
    disk.take_no_more_files()
    before = contents(disk.folder)
    target, demo = disk.folder / "새.round", disk.folder / "연습"
    told("disk_full", target.name, refused(3, "new", target, "--definition", definition))
    told("folder_no_room", "score-books", refused(3, "demo", demo))
    hand_out = ("hand-out", small_round.path, "--to", disk.folder)
    told("disk_full", "E1_김가상.score", refused(3, *hand_out))
    assert contents(disk.folder) == before


def test_a_repair_that_finds_no_room_names_the_new_file(small_round: Round, disk: Disk) -> None:
    damaged = disk.folder / "가상.round"
    damaged.write_bytes(damaged_image(small_round.path))
    target = disk.folder / "되살림.round"
    disk.leave(0)
    (*_, sentence) = scorebench("check", "--repair", damaged, "-o", target).complaints
    told("disk_full", target.name, [sentence])
    assert not target.exists()
    disk.clear()
    assert scorebench("check", "--repair", damaged, "-o", target).found["files"][0]["new"]


def test_a_read_only_folder_is_a_disk_trouble_too(
    small_round: Round, disk: Disk, tmp_path: Path
) -> None:
    definition = write_definition(tmp_path / "정의", small())
    damaged = disk.folder / "가상.round"
    damaged.write_bytes(damaged_image(small_round.path))
    subprocess.run(["mount", "-o", "remount,ro", str(disk.folder)], check=True)
    sentences = refused(3, "new", disk.folder / "새.round", "--definition", definition)
    told("store_unwritable", "새.round", sentences)
    refused(3, "demo", disk.folder / "연습")
    told("folder_unwritable", "score-books", refused(3, "demo", disk.folder))
    sentences = refused(3, "hand-out", small_round.path, "--to", disk.folder)
    told("store_unwritable", "E1_김가상.score", sentences)
    (sentence,) = scorebench("check", "--repair", damaged).complaints
    told("store_unwritable", "가상 (되살림 ", [sentence])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", ["없는 폴더/새.round", "파일/새.round"])
def test_a_round_needs_a_folder_to_stand_in(tmp_path: Path, place: str, language: str) -> None:
    definition = write_definition(tmp_path / "정의", small())
    (tmp_path / "파일").write_text("mine", encoding="utf-8")
    target = tmp_path / place
    with nothing_changes(tmp_path):
        (sentence,) = refused(3, "new", target, "--definition", definition, "--lang", language)
    assert pattern("folder_absent", language).search(sentence)
    assert str(target.parent) in sentence
    assert " 새.round " in sentence


def test_results_are_read_from_a_full_and_read_only_disk(filled: Round, disk: Disk) -> None:
    done("merge", filled.path, filled.books["E1"])
    disk.leave(0)
    subprocess.run(["mount", "-o", "remount,ro", str(disk.folder)], check=True)
    with nothing_changes(disk.folder):
        assert filled.results()["counted"] == 0
        refused(3, "merge", filled.path, *filled.books.values())
