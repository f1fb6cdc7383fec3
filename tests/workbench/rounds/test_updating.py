"""An update book: the newer definition comes into the book, and no mark is touched."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from models.picture import read_store
from models.schema import DocumentKind
from tests.workbench.rounds.redefinitions import changed, lowered, put
from tests.workbench.rounds.small_round import (
    WHOLE,
    Bench,
    made,
    merged,
    revisions_in,
    sealed,
    typed,
)
from workbench.checking import check_file
from workbench.definition.stored import stored_versions
from workbench.errors import MergeError, StoreError
from workbench.results.outcome import MarkState
from workbench.rounds.desk import open_round
from workbench.rounds.updating import UpdateReport, plan_update, take_update
from workbench.scoring.book import open_book
from workbench.sentences import sentence_of
from workbench.setup.assigning import assign

if TYPE_CHECKING:
    from pathlib import Path


def handed_out(bench: Bench, name: str, *, zipped: bool = False) -> dict[str, Path]:
    with open_round(bench.round) as desk:
        books = desk.hand_out(bench.path(name), zipped=zipped)
        return {owner.code: path for owner, path in books}


def versions_in(path: Path) -> int:
    with read_store(path, DocumentKind.SCORE) as store, store.read() as connection:
        return len(stored_versions(connection))


def said(report: UpdateReport) -> list[object]:
    words = [*report.changes, *(effect.words for effect in report.effects)]
    counts = (report.versions, report.enter_again, report.stray, report.missing)
    return [counts, report.ends_seal, *(sentence_of(row, "ko") for row in words)]


@pytest.fixture
def scored(bench: Bench) -> Bench:
    typed(bench.books["E1"], *WHOLE, (1, "", "opinion", "의견"))
    return bench


def test_an_update_brings_the_definition_and_touches_no_mark(scored: Bench) -> None:
    before = revisions_in(scored.books["E1"])
    changed(scored, lowered)
    update = handed_out(scored, "갱신")["E1"]
    with open_book(scored.books["E1"]) as book:
        planned = plan_update(book, update)
        report = take_update(book, update)
        assert said(report) == said(planned)
        assert (report.versions, report.enter_again, report.stray, report.missing) == (1, 3, 0, 3)
        assert [row.code for row in book.definition.indicators] == ["C1", "I1", "S1", "C2"]
        marks = [row.mark.state for section in book.sheets()[0].sections for row in section.rows]
        assert MarkState.ENTER_AGAIN in marks
        assert "지표 C1: 배점 40 → 25" in [sentence_of(part, "ko") for part in report.changes]
    assert revisions_in(scored.books["E1"]) == before
    assert check_file(scored.books["E1"]) == ()


def test_a_book_that_took_its_update_is_scored_on_and_merged(scored: Bench) -> None:
    changed(scored, lowered)
    with open_book(scored.books["E1"]) as book:
        take_update(book, handed_out(scored, "갱신")["E1"])
        service, old = scored.service(1), scored.indicator("C1")
        new = next(row.uid for row in book.definition.indicators if row.code == "C2")
        book.record(service, old, "score", "20")
        book.record(service, new, "score", "12.5")
    report = merged(scored.round, scored.books["E1"])
    assert report.files[0].status == "merged"
    with open_round(scored.round) as desk:
        states = [
            mark.state
            for made_ in desk.outcome().services[0].indicators
            for mark in made_.marks
            if mark.evaluator == scored.owner("E1")
        ]
    assert set(states) == {MarkState.GIVEN}


def test_what_was_typed_before_cannot_be_taken_back_after_an_update(scored: Bench) -> None:
    changed(scored, lowered)
    update = handed_out(scored, "갱신")["E1"]
    with open_book(scored.books["E1"]) as book:
        book.record(scored.service(1), scored.indicator("C1"), "score", "31")
        assert book.last_step is not None
        take_update(book, update)
        assert book.last_step is None
        assert book.undo() is None


def test_the_seal_ends_where_the_definition_changes(scored: Bench) -> None:
    sealed(scored.books["E1"])
    changed(scored, lambda sheets: put(sheets, "round", "cut", value="70"))
    update = handed_out(scored, "갱신")["E1"]
    with open_book(scored.books["E1"]) as book:
        assert take_update(book, update).ends_seal
        assert book.receipt() is None
        assert not plan_update(book, update).ends_seal


def test_the_same_and_an_older_update_are_nothing_newer(scored: Bench) -> None:
    first = handed_out(scored, "처음")["E1"]
    changed(scored, lowered)
    second = handed_out(scored, "갱신")["E1"]
    with open_book(scored.books["E1"]) as book:
        assert not take_update(book, first).is_newer
        assert take_update(book, second).is_newer
        for path in (second, first):
            image = scored.books["E1"].read_bytes()
            report = take_update(book, path)
            assert (report.is_newer, report.changes, report.effects) == (False, (), ())
            assert scored.books["E1"].read_bytes() == image
        assert [row.code for row in book.definition.indicators][-1] == "C2"


def test_two_changes_come_in_one_update(scored: Bench) -> None:
    changed(scored, lowered)
    changed(scored, lambda sheets: put(sheets, "round", "cut", value="70"))
    with open_book(scored.books["E1"]) as book:
        assert take_update(book, handed_out(scored, "갱신")["E1"]).versions == 2
        assert book.definition.rules.cut == 70
    assert versions_in(scored.books["E1"]) == 3


def test_a_definition_that_returned_is_newer_than_the_one_between(scored: Bench) -> None:
    changed(scored, lambda sheets: put(sheets, "round", "cut", value="70"))
    with open_book(scored.books["E1"]) as book:
        take_update(book, handed_out(scored, "하나")["E1"])
    changed(scored, lambda sheets: put(sheets, "round", "cut", value="75"))
    with open_book(scored.books["E1"]) as book:
        assert take_update(book, handed_out(scored, "둘")["E1"]).is_newer
        assert book.definition.rules.cut == 75


def test_what_was_given_to_others_is_stray_in_the_book_and_not_lost(scored: Bench) -> None:
    changed(scored, lambda sheets: assign(sheets, [1], "common", ["E2"]))
    with open_book(scored.books["E1"]) as book:
        report = take_update(book, handed_out(scored, "갱신")["E1"])
        assert (report.stray, report.enter_again) == (1, 0)
        assert [effect.kind for effect in report.effects] == ["stray"]
    assert len(revisions_in(scored.books["E1"])) == len(WHOLE) + 1


def test_an_update_holds_nothing_of_anybody_else(scored: Bench) -> None:
    changed(scored, lambda sheets: assign(sheets, [1], "common", ["E2"]))
    update = handed_out(scored, "갱신")["E1"]
    with open_book(scored.books["E1"]) as book:
        take_update(book, update)
    for path in (update, scored.books["E1"]):
        assert "이가상".encode() not in path.read_bytes()


def test_an_update_of_somebody_else_is_refused(scored: Bench) -> None:
    changed(scored, lowered)
    update = handed_out(scored, "갱신")["E2"]
    before = scored.books["E1"].read_bytes()
    with (
        open_book(scored.books["E1"]) as book,
        pytest.raises(MergeError, match="update_other_book"),
    ):
        take_update(book, update)
    assert scored.books["E1"].read_bytes() == before


def test_an_update_of_another_round_is_refused(scored: Bench, tmp_path: Path) -> None:
    other = made(tmp_path / "다른 회차")
    with (
        open_book(scored.books["E1"]) as book,
        pytest.raises(MergeError, match="update_other_book"),
    ):
        take_update(book, other.books["E1"])


def test_an_update_from_a_round_that_went_another_way_is_refused(scored: Bench) -> None:
    twin = scored.copied_to(scored.path("쌍둥이"))
    changed(scored, lowered)
    changed(twin, lambda sheets: put(sheets, "round", "cut", value="70"))
    with open_book(scored.books["E1"]) as book:
        take_update(book, handed_out(scored, "갱신")["E1"])
        with pytest.raises(MergeError, match="update_went_apart"):
            take_update(book, handed_out(twin, "갱신")["E1"])


def test_an_update_comes_in_a_zip_as_well(scored: Bench) -> None:
    changed(scored, lowered)
    update = handed_out(scored, "갱신", zipped=True)["E1"]
    with open_book(scored.books["E1"]) as book:
        assert take_update(book, update).is_newer


def test_a_damaged_update_is_refused(scored: Bench) -> None:
    changed(scored, lowered)
    update = handed_out(scored, "갱신")["E1"]
    image = bytearray(update.read_bytes())
    at = image.find(b'"max_points":"25"')
    image[at + 15 : at + 16] = b"9"
    update.write_bytes(image)
    with open_book(scored.books["E1"]) as book, pytest.raises(StoreError, match="history_broken"):
        take_update(book, update)


@pytest.mark.parametrize("count", [0, 2])
def test_a_zip_must_hold_exactly_one_book(count: int, scored: Bench) -> None:
    update = scored.path("갱신.zip")
    with zipfile.ZipFile(update, "w") as archive:
        archive.writestr("읽어 보세요.txt", "안내")
        for at in range(count):
            archive.writestr(f"{at}.score", scored.books["E1"].read_bytes())
    key = "update_zip_books" if count else "zip_no_book"
    with open_book(scored.books["E1"]) as book, pytest.raises(StoreError, match=key):
        take_update(book, update)


def test_what_is_no_zip_is_said(scored: Bench) -> None:
    update = shutil.copyfile(scored.books["E1"], scored.path("갱신.zip"))
    with open_book(scored.books["E1"]) as book:
        with pytest.raises(StoreError, match="zip_damaged"):
            take_update(book, update)
        with pytest.raises(StoreError, match="file_absent"):
            take_update(book, scored.path("없음.score"))
