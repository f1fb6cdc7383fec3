"""Salvaging says exactly what is missing, keeps what is proven and never writes the old file."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from hashlib import sha256
from shutil import rmtree
from typing import TYPE_CHECKING

import pytest

from models.definitions import facts
from models.imports import events
from models.picture import read_store
from models.recovering import journal_path
from models.schema import DocumentKind
from models.store import open_store
from tests.models.second_process import SecondProcess
from tests.workbench.rounds.small_round import derived_state, merged, results_of, typed
from tests.workbench.salvaging.damaging import blot_out, content_of, without_schema
from workbench.backups.shelf import Why, keep_image
from workbench.checking import check_file
from workbench.errors import InputError, StoreBusy, StoreError
from workbench.home import home
from workbench.ledger.finalising import finalise
from workbench.rounds.desk import open_round
from workbench.salvaging.salvaging import backup_of_damaged, salvage
from workbench.salvaging.telling import sentences
from workbench.scoring.book import open_book
from workbench.sentences import sentence_of

if TYPE_CHECKING:
    from pathlib import Path

    from models.journal import Revision
    from tests.workbench.rounds.small_round import Bench

KILLED_INSIDE = """
store = open_store(path, DocumentKind.SCORE)
with store.write() as connection:
    connection.exec_driver_sql("PRAGMA cache_size=4")
    connection.exec_driver_sql("UPDATE part SET body = 'changed' || body")
    connection.execute(insert(part), big_parts(0, 300))
    say("inside")
    heard()
"""


def chain(bench: Bench, path: Path, field: str = "score") -> list[Revision]:
    """The history of one mark of service 1, oldest first."""
    cell = bench.cell("E1", 1, "C1", field)
    rows = [row for row in content_of(path).revisions.values() if row.cell == cell]
    assert [row.parent_ids[:1] for row in rows[1:]] == [(row.id,) for row in rows[:-1]]
    return rows


def keys(done) -> list[str]:
    return [sentence.key for sentence in sentences(done)]


def test_a_whole_file_is_salvaged_whole(lived: Bench) -> None:
    for path in (lived.books["E1"], lived.books["E2"], lived.round):
        done = salvage(path, path.with_name(f"새 {path.name}"))
        assert done.losses.is_nothing
        new, old = content_of(done.path), content_of(path)
        assert (new.revisions, new.texts, new.seals) == (old.revisions, old.texts, old.seals)
        assert (new.imports, new.books, new.versions) == (old.imports, old.books, old.versions)
    assert derived_state(done.path) == derived_state(lived.round)


@pytest.mark.parametrize("size", [512, 8192, 65536])
def test_a_sound_file_in_pages_of_another_size_is_salvaged_whole(lived: Bench, size: int) -> None:
    for path in (lived.books["E1"], lived.round):
        old = content_of(path)
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute(f"PRAGMA page_size={size}")
            raw.execute("VACUUM")
        before = path.read_bytes()
        done = salvage(path, path.with_name(f"새 {path.name}"))
        assert done.losses.is_nothing
        assert done.sha256 == sha256(before).hexdigest()
        assert path.read_bytes() == before
        assert check_file(done.path) == ()
        new = content_of(done.path)
        assert (new.revisions, new.texts, new.seals) == (old.revisions, old.texts, old.seals)
        assert (new.imports, new.books, new.versions) == (old.imports, old.books, old.versions)


def test_the_newest_entry_of_a_mark_gone_shows_the_one_before(lived: Bench) -> None:
    book = lived.books["E1"]
    *_, before, newest = chain(lived, book)
    blot_out(book, newest.id)
    damaged = book.read_bytes()
    done = salvage(book, lived.path("새.score"))
    assert book.read_bytes() == damaged
    assert done.losses.count == 1
    (group,) = done.losses.missing
    assert (group.owner, group.service, group.count) == (lived.owner("E1"), None, 1)
    with open_book(done.path) as opened:
        (head,) = opened.heads[newest.cell]
    assert head.id == before.id
    assert check_file(done.path) == ()


def test_an_older_entry_gone_leaves_out_what_follows_and_names_it(lived: Bench) -> None:
    book = lived.books["E1"]
    first, second, *later = chain(lived, book)
    blot_out(book, second.id)
    done = salvage(book, lived.path("새.score"))
    losses = done.losses
    assert losses.count == 1 + len(later)
    assert {row.id for row in losses.left_out} == {row.id for row in later}
    assert losses.absent_parents == (second.id,)
    assert losses.older == (first.cell,)
    (group,) = losses.missing
    assert (group.owner, group.service) == (lived.owner("E1"), lived.service(1))
    with open_book(done.path) as opened:
        (head,) = opened.heads[first.cell]
        assert opened.receipt() is None  # no seal covers what is left
    assert head.id == first.id
    assert check_file(done.path) == ()
    spoken = [sentence_of(sentence, "ko") for sentence in sentences(done)]
    assert any("담지 않은 기록: 2개" in line and "= 33" in line for line in spoken)
    assert any("E1 김가상, 1 가상 센터: 1개" in line for line in spoken)
    assert any("칸 1개가 이전 값" in line and "1 가상 센터 C1" in line for line in spoken)
    assert any("백업이 없습니다" in line for line in spoken)


def test_a_backup_gives_back_what_the_file_itself_names(lived: Bench) -> None:
    book = lived.books["E1"]
    old = content_of(book)
    with open_book(book) as opened:
        keep_image(opened.uid, opened.image(), Why.TIME, book)
    typed(book, (5, "C1", "score", "11"))
    now = content_of(book)
    blot_out(book, *(row.id for row in chain(lived, book)[:2]))
    done = salvage(book, lived.path("새.score"))
    assert done.losses.is_nothing
    assert done.found.from_backup == 2
    assert content_of(done.path).revisions == now.revisions
    assert len(now.revisions) == len(old.revisions) + 1
    assert keys(done) == [
        "salvaged_to",
        "salvaged_from_backup",
        "salvaged_whole",
        "salvage_backup",
    ]


def test_a_backup_of_another_copy_gives_only_what_this_file_held(lived: Bench) -> None:
    """The copy went on by itself: what was typed there is not this file's."""
    book, copy = lived.books["E1"], lived.path("사본.score")
    copy.write_bytes(book.read_bytes())
    typed(copy, (1, "C1", "score", "1"), (5, "C1", "score", "2"))
    typed(book, (2, "C1", "score", "3"), (5, "C1", "score", "4"))
    with open_book(copy) as opened:
        keep_image(opened.uid, opened.image(), Why.TIME, copy)
    held = content_of(book)
    blot_out(book, chain(lived, book)[1].id)
    done = salvage(book, lived.path("새.score"))
    assert done.found.from_backup == 1
    assert content_of(done.path).revisions == held.revisions


def test_one_wrong_bit_is_found(lived: Bench) -> None:
    book = lived.books["E1"]
    held = content_of(book)
    row = chain(lived, book)[2]
    for at in range(0, 100, 7):
        data = bytearray(book.read_bytes())
        place = data.index(row.id + row.owner) + at
        data[place] ^= 1 << at % 8
        damaged = lived.path("한 비트.score")
        damaged.write_bytes(data)
        done = salvage(damaged, lived.path(f"새 {at}.score"))
        assert content_of(done.path).revisions == held.revisions
        assert done.losses.is_nothing


def test_an_import_that_is_not_whole_is_named_and_merging_again_heals(lived: Bench) -> None:
    merged(lived.round, lived.books["E2"])  # it stands again
    before = results_of(lived.round)
    assert before["counted"] == 3
    rmtree(home() / "backups")
    rows = content_of(lived.round).revisions.values()
    blotted = next(
        row.id for row in rows if row.owner == lived.owner("E1") and row.field == "comment"
    )
    blot_out(lived.round, blotted)
    done = salvage(lived.round, lived.path("새.round"))
    lost = done.losses.imports
    assert [row.file for row in lost] == [lived.books["E1"].name]
    assert check_file(done.path) == ()
    assert results_of(done.path) != before
    spoken = [sentence_of(sentence, "en") for sentence in sentences(done)]
    assert any("Merge them again" in line and lost[0].file in line for line in spoken)
    merged(done.path, lived.books["E1"])
    assert results_of(done.path) == before
    assert check_file(done.path) == ()


def test_a_withdrawn_import_never_comes_back_by_a_wrong_bit(lived: Bench) -> None:
    data = bytearray(lived.round.read_bytes())
    withdrawn = next(row for row in content_of(lived.round).imports if row.withdrawn)
    header = bytes([0x4C, 0x2C])
    at = data.index(withdrawn.digest + withdrawn.owner + withdrawn.file.encode())
    flag = data.rindex(header, 0, at) + 2
    while data[flag] != 9:  # the type of the column that is constantly 1
        flag += 1
    data[flag] = 8
    lived.round.write_bytes(data)
    with read_store(lived.round, DocumentKind.ROUND) as store:
        assert store.problem() is None  # nothing in the file itself would tell
    done = salvage(lived.round, lived.path("새.round"))
    assert next(row for row in done.found.known.imports if row.number == withdrawn.number).withdrawn


def test_the_new_file_says_where_it_comes_from(lived: Bench) -> None:
    for path, kind in (
        (lived.books["E1"], DocumentKind.SCORE),
        (lived.round, DocumentKind.ROUND),
    ):
        path.write_bytes(without_schema(path.read_bytes(), random.Random(1)).image)
        digest = sha256(path.read_bytes()).hexdigest()
        done = salvage(path, path.with_name(f"새 {path.name}"))
        with read_store(done.path, kind) as store, store.read() as connection:
            assert digest in facts(connection)["salvaged"]
            assert "replica" not in facts(connection)
            if kind is DocumentKind.ROUND:
                newest = events(connection)[-1]
                assert newest.kind == "salvaged"
                assert digest in newest.detail
                assert path.name in newest.detail


def test_what_is_typed_afterwards_is_a_copy_of_its_own(lived: Bench) -> None:
    book = lived.books["E1"]
    before = {row.replica for row in content_of(book).revisions.values()}
    done = salvage(book, lived.path("새.score"))
    typed(done.path, (2, "C1", "score", "7"))
    (new,) = {row.replica for row in content_of(done.path).revisions.values()} - before
    assert new


def test_a_final_round_stays_final_only_while_its_result_is_the_same(lived: Bench) -> None:
    bench = lived
    with open_round(bench.round) as desk:
        desk.merge([bench.books["E2"]])
        finalise(desk)
    same = salvage(bench.round, bench.path("같음.round"))
    assert not same.losses.was_final
    with open_round(same.path, read_only=True) as desk:
        assert desk.reading().final
    rmtree(home() / "backups")
    rows = content_of(bench.round).revisions.values()
    blot_out(bench.round, next(row.id for row in rows if row.field == "actual"))
    less = salvage(bench.round, bench.path("모자람.round"))
    assert less.losses.was_final
    assert "salvage_reopened" in keys(less)
    with open_round(less.path, read_only=True) as desk:
        assert not desk.reading().final
    assert check_file(less.path) == check_file(same.path) == ()


def test_an_end_that_is_cut_off_is_said(lived: Bench) -> None:
    book = lived.books["E1"]
    image = book.read_bytes()
    with open_book(book) as opened:
        keep_image(opened.uid, opened.image(), Why.TIME, book)
    book.write_bytes(image[: len(image) - 3 * 4096 - 100])
    done = salvage(book, lived.path("새.score"))
    assert done.losses.pages == 4
    assert done.losses.count == 0  # the backup holds what was cut off
    assert "salvage_pages" in keys(done)


def test_a_file_with_nothing_of_ours_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "목록.score"
    path.write_bytes(random.Random(3).randbytes(40_000))
    with pytest.raises(StoreError) as refused:
        salvage(path, tmp_path / "새.score")
    assert refused.value.key == "not_our_file"
    assert not (tmp_path / "새.score").exists()


def test_without_its_definition_and_a_backup_nothing_is_made_up(lived: Bench) -> None:
    book = lived.books["E1"]
    held = content_of(book)
    data = bytearray(book.read_bytes())
    for hash_ in held.texts:  # every place that names a part
        while (at := data.find(hash_)) >= 0:
            data[at : at + 16] = bytes(16)
    book.write_bytes(data)
    with pytest.raises(StoreError) as refused:
        salvage(book, lived.path("새.score"))
    assert refused.value.key == "salvage_without_definition"
    assert refused.value.values["count"] == len(held.revisions)
    assert not lived.path("새.score").exists()


def test_an_existing_file_is_never_written_over(lived: Bench) -> None:
    target = lived.path("새.score")
    target.write_bytes("내 것".encode())
    with pytest.raises(InputError):
        salvage(lived.books["E1"], target)
    assert target.read_bytes() == "내 것".encode()


def test_a_file_that_is_being_written_is_not_salvaged(lived: Bench) -> None:
    code = 'with open_store(path, DocumentKind.SCORE): say("open"); heard()'
    with SecondProcess(code, lived.books["E1"]) as other:
        assert other.said() == "open"
        with pytest.raises(StoreBusy) as refused:
            salvage(lived.books["E1"], lived.path("새.score"))
        assert refused.value.key == "store_held"


def test_what_a_crashed_writer_left_half_done_is_not_salvaged(lived: Bench) -> None:
    book = lived.books["E2"]
    held = content_of(book)
    with SecondProcess(KILLED_INSIDE, book) as other:
        assert other.said() == "inside"
        other.kill()
    journal, torn = journal_path(book).read_bytes(), book.read_bytes()
    assert journal
    done = salvage(book, lived.path("새.score"))
    assert (book.read_bytes(), journal_path(book).read_bytes()) == (torn, journal)
    assert content_of(done.path).texts == held.texts
    assert content_of(done.path).revisions == held.revisions


def test_the_backup_is_found_though_the_file_no_longer_says_its_name(lived: Bench) -> None:
    for path, kind in (
        (lived.round, DocumentKind.ROUND),
        (lived.books["E1"], DocumentKind.SCORE),
    ):
        with open_store(path, kind) as store:
            image, uid = store.image(), bytes.fromhex(content_of(path).facts["uid"])
        kept = keep_image(uid, image, Why.TIME, path)
        data = bytearray(image)
        data[4096:8192] = bytes(4096)  # the one page on which a document says what it is
        path.write_bytes(data)
        found = backup_of_damaged(path)
        assert found is not None
        assert found.backup.path == kept.path
        assert salvage(path, path.with_name(f"새 {path.name}")).losses.is_nothing
