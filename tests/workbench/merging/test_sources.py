"""Folders and .zip files of score books: what is found in them, and what is refused."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.hostile.zip_kinds import KINDS
from tests.workbench.rounds.small_round import WHOLE, derived_state, merged, sealed, typed
from workbench.errors import Cancelled
from workbench.merging.applying import merge
from workbench.merging.folders import DEEPEST, MOST_FOLDERS, books_below
from workbench.merging.naming import Kind
from workbench.merging.sources import Source, sources_of
from workbench.rounds.desk import open_round
from workbench.sentences import LANGUAGES, sentence_of
from workbench.setup.sheets import sheets_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tallying import Tally
    from tests.workbench.rounds.small_round import Bench

LONGEST_PATH = 4096
"""In bytes, on Linux; shorter elsewhere."""


@pytest.fixture
def scored(bench: Bench) -> Bench:
    for code in ("E1", "E2"):
        typed(bench.books[code], *WHOLE)
        sealed(bench.books[code])
    return bench


def packed(target: Path, *books: Path, packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(target, "w", packing) as archive:
        archive.writestr("__MACOSX/._E1.score", b"not a book")
        for book in books:
            archive.write(book, f"메일/{book.name}")
    return target


def test_a_zip_and_a_folder_bring_what_their_books_bring(scored: Bench) -> None:
    books = list(scored.books.values())
    other = shutil.copyfile(scored.round, scored.path("other.round"))
    third = shutil.copyfile(scored.round, scored.path("third.round"))
    merged(scored.round, *books)
    report = merged(other, packed(scored.path("둘.zip"), *books))
    assert [row.status for row in report.files] == ["merged", "merged"]
    assert report.files[0].file == scored.path("둘.zip") / books[0].name
    folder = scored.path("받은 파일")
    folder.mkdir()
    packed(folder / "E1.zip", books[0])
    shutil.copyfile(books[1], folder / "E2.score")
    (folder / "~$E2.score").write_bytes(b"a note")
    (folder / "안내.txt").write_text("안내", encoding="utf-8")
    report = merged(third, folder)
    assert [row.file.name for row in report.files] == ["E1.zip", "E2.score"]
    assert derived_state(scored.round) == derived_state(other) == derived_state(third)


def test_a_zip_of_a_book_that_was_merged_brings_nothing_new(scored: Bench) -> None:
    merged(scored.round, scored.books["E1"])
    before = scored.round.read_bytes()
    (row,) = merged(scored.round, packed(scored.path("a.zip"), scored.books["E1"])).files
    assert row.status == "nothing new"
    assert scored.round.read_bytes() == before


@pytest.mark.parametrize("name", KINDS)
def test_a_hostile_zip_gets_its_verdict_beside_a_good_book(
    scored: Bench, name: str, tally: Tally
) -> None:
    kind = KINDS[name]
    target = scored.path("압축.zip")
    target.write_bytes(kind.forge(scored.books["E2"].read_bytes()))
    before = target.read_bytes()
    report = merged(scored.round, target, scored.books["E1"])
    error = report.files[0].error
    verdict = report.files[0].status if error is None else error.key
    tally("hostile zip files", 1, int(verdict != kind.key))
    assert verdict == kind.key
    assert report.files[1].status == "merged"
    assert target.read_bytes() == before
    for language in LANGUAGES if error is not None else ():
        assert "압축.zip" in sentence_of(error, language)


def test_an_empty_folder_says_so(scored: Bench) -> None:
    folder = scored.path("빈 폴더")
    nested(folder, 2)
    (row,) = merged(scored.round, folder).files
    assert row.error is not None
    assert row.error.key == "folder_no_book"


def test_a_folder_that_cannot_be_looked_into_says_so(
    scored: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = scored.path("받은 파일")
    inner = folder / "닫힌 폴더"
    inner.mkdir(parents=True)
    shutil.copyfile(scored.books["E1"], folder / "E1.score")
    looking = os.scandir
    closed_ones = {inner}

    def refuse(path: Path):
        if path in closed_ones:
            raise PermissionError
        return looking(path)

    with monkeypatch.context() as closed:
        closed.setattr(os, "scandir", refuse)
        book, row = merged(scored.round, folder).files
        closed_ones.add(folder)
        (outer,) = merged(scored.round, folder).files
    assert book.status == "merged"
    assert row.file == inner
    assert outer.file == folder
    for one in (row, outer):
        assert one.error is not None
        assert one.error.key == "folder_unreadable"


def nested(folder: Path, depth: int) -> Path:
    """The innermost of folders that stand in each other below ``folder``."""
    inner = folder.joinpath(*["안"] * depth)
    inner.mkdir(parents=True)
    return inner


def test_a_folder_brings_the_books_of_the_folders_in_it(scored: Bench) -> None:
    other = shutil.copyfile(scored.round, scored.path("other.round"))
    merged(other, *scored.books.values())
    folder = scored.path("받은 파일")
    deep = nested(folder / "2차", DEEPEST - 1)
    packed(deep / "E2.zip", scored.books["E2"])
    shutil.copyfile(scored.books["E1"], folder / "E1.score")
    for name in (".숨은 폴더", "__MACOSX"):
        (folder / name).mkdir()
        (folder / name / "E1.score").write_bytes(b"not a book")
    elsewhere = scored.path("다른 곳")
    elsewhere.mkdir()
    shutil.copyfile(scored.books["E2"], elsewhere / "E2.score")
    (folder / "바로 가기").symlink_to(elsewhere)
    (folder / "2차" / "제자리").symlink_to(folder)
    report = merged(scored.round, folder)
    assert [row.file for row in report.files] == [folder / "E1.score", deep / "E2.zip"]
    assert derived_state(scored.round) == derived_state(other)


def test_what_stands_too_deep_is_not_passed_over_in_silence(scored: Bench) -> None:
    folder = scored.path("받은 파일")
    shutil.copyfile(scored.books["E1"], nested(folder, DEEPEST) / "E1.score")
    shutil.copyfile(scored.books["E2"], nested(folder / "2차", DEEPEST) / "E2.score")
    book, rest = merged(scored.round, folder).files
    assert (book.evaluator, book.status) == ("E1", "merged")
    assert rest.file == folder
    assert rest.error is not None
    assert rest.error.key == "folder_too_wide"
    for language in LANGUAGES:
        assert "받은 파일" in sentence_of(rest.error, language)


def test_of_very_many_folders_the_first_are_looked_into_and_the_rest_is_told(
    scored: Bench,
) -> None:
    folder = scored.path("받은 파일")
    for number in range(MOST_FOLDERS + 1):
        (folder / f"{number:03}").mkdir(parents=True)
    last = folder / f"{MOST_FOLDERS - 1:03}"
    shutil.copyfile(scored.books["E1"], last / "E1.score")
    shutil.copyfile(scored.books["E2"], folder / f"{MOST_FOLDERS:03}" / "E2.score")
    book, rest = merged(scored.round, folder).files
    assert (book.file.parent, book.status) == (last, "merged")
    assert rest.error is not None
    assert rest.error.key == "folder_too_wide"


def test_a_file_that_went_away_has_no_time(tmp_path: Path) -> None:
    assert Source(tmp_path / "없음.score").received_at is None


def test_every_cell_that_does_not_simply_count_is_named(scored: Bench) -> None:
    copy = shutil.copyfile(scored.books["E1"], scored.path("사본.score"))
    typed(scored.books["E1"], (1, "C1", "score", "31"), (2, "C1", "score", "20"))
    typed(copy, (1, "C1", "score", "32"), (2, "C1", "score", "20"))
    report = merged(scored.round, scored.books["E1"], copy)
    kinds = [note.kind for note in report.files[1].notes]
    assert kinds == [Kind.CONFLICT, Kind.FUTURE, Kind.PARALLEL]
    assert "1 가상 센터 C1" in sentence_of(report.files[1].notes[0].place, "ko")
    assert report.files[1].parallel == 1
    assert report.files[1].changed == 0
    assert [row.code for row in report.missing] == ["E2"]
    assert (report.files[0].given, report.files[0].expected) == (8, 9)


def test_a_change_of_a_value_that_stood_is_counted_as_changed(scored: Bench) -> None:
    merged(scored.round, scored.books["E1"])
    typed(scored.books["E1"], (1, "C1", "score", "31"), (1, "C1", "comment", "새 의견"))
    (row,) = merged(scored.round, scored.books["E1"]).files
    assert (row.new, row.changed) == (2, 1)


def test_marks_under_a_rule_that_changed_are_named_to_be_entered_again(scored: Bench) -> None:
    from workbench.rounds.redefining import plan_change, redefine
    from workbench.setup.sheets import SheetRow, Sheets

    with open_round(scored.round) as desk:
        sheets = sheets_of(desk.definition)
        rows = [
            SheetRow(row.uid, dict(row.texts) | {"scale": "rating", "step": "1"})
            if row.texts["code"] == "C1"
            else row
            for row in sheets.rows["indicators"]
        ]
        changed = Sheets({**sheets.rows, "indicators": tuple(rows)})
        redefine(desk, plan_change(desk, changed), "척도를 바꿈")
    (row,) = merged(scored.round, scored.books["E1"]).files
    assert row.enter_again == 3
    assert {note.kind for note in row.notes} == {Kind.ENTER_AGAIN}


def test_stopping_at_any_moment_changes_nothing(scored: Bench) -> None:
    books = list(scored.books.values())
    before = scored.round.read_bytes()
    for moment in count():  # how often it can be stopped depends on how long a child takes
        try:
            with open_round(scored.round) as desk:
                merge(desk.store, books, progress=stopping_at(moment))
        except Cancelled:
            assert scored.round.read_bytes() == before
            assert [path.name for path in scored.folder.iterdir() if "part" in path.name] == []
        else:
            break
    assert moment > len(books) + 2
    assert merged(scored.round, *books).files[0].status == "nothing new"


def stopping_at(moment: int):
    left = iter(range(moment))

    def progress(done: int, total: int, doing: str) -> None:
        if next(left, None) is None:
            raise Cancelled

    return progress


def test_a_path_that_no_system_takes_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (found,) = sources_of([tmp_path / f"{'가' * 300}.score"])
    assert found.error is not None
    assert found.error.key == "file_unreadable"


@pytest.mark.skipif(sys.platform != "linux", reason="paths are made too long in another way")
def test_a_folder_that_cannot_be_looked_into_is_named_beside_what_is_found(tmp_path: Path) -> None:
    folder = tmp_path
    while len(os.fsencode(folder)) < LONGEST_PATH - 256:
        folder /= "깊" * 60
    folder.mkdir(parents=True)
    (folder / "E1.score").write_bytes(b"")
    inside = "더" * 80  # so that its whole path is longer than the system takes
    descriptor = os.open(folder, os.O_RDONLY)
    os.mkdir(inside, dir_fd=descriptor)
    os.close(descriptor)
    found = books_below(folder)
    assert [entry.name for entry in found.books] == ["E1.score"]
    assert [(path.name, error.key) for path, error in found.unseen] == [
        (inside, "folder_unreadable")
    ]


def test_a_folder_that_goes_while_it_is_looked_for_is_no_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "E1.score").write_bytes(b"")
    inner = tmp_path / "2차"
    inner.mkdir()
    look = os.scandir

    def look_late(place: Path) -> object:
        if place == inner:
            inner.rmdir()
        return look(place)

    monkeypatch.setattr(os, "scandir", look_late)
    found = books_below(tmp_path)
    assert [entry.name for entry in found.books] == ["E1.score"]
    assert found.unseen == []
    with pytest.raises(FileNotFoundError):
        books_below(inner)
