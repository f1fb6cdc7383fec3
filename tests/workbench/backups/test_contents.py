"""What a backup holds is told in the numbers that the window shows of an open book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.errors import StoreError
from tests.workbench.rounds.small_round import WHOLE, typed, typed_into
from workbench.backups.contents import contents_of, values_in
from workbench.backups.shelf import Why, keep_image
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench


@pytest.fixture
def path(bench: Bench) -> Path:
    typed(bench.books["E1"], *WHOLE[:5], (2, "C1", "score", "20"))
    return bench.books["E1"]


def told(book, backup):
    return contents_of(backup, book.uid, values_in(book.image(), book.path))


def test_an_unchanged_book_differs_in_nothing(path: Path) -> None:
    with open_book(path) as book:
        found = told(book, keep_image(book.uid, book.image(), Why.TIME, path))
        assert (found.given, found.expected) == (4, 9)
        assert (found.marks, found.texts) == ((), 0)
        assert found.latest == book.saved_at


def test_other_marks_are_named_and_other_texts_counted(path: Path) -> None:
    with open_book(path) as book:
        backup = keep_image(book.uid, book.image(), Why.TIME, path)
        typed_into(
            book,
            [
                (5, "C1", "not_applicable", "yes"),
                (1, "S1", "survey_n", "21"),
                (1, "S1", "survey_mean", "4.5"),
                (1, "C1", "comment", "자료를 다시 보았다"),
                (1, "", "opinion", "대체로 좋다"),
                (2, "C1", "score", "21"),
            ],
        )
        service = book.definition.services[0].uid
        book.write(book.list_change(service, "achievement", ["이용자가 늘었다"]))
        found = told(book, backup)
        assert found.marks == ((1, "S1"), (2, "C1"), (5, "C1"))
        assert found.texts == 3
        assert found.given == 4


def test_a_value_and_back_is_no_difference(path: Path) -> None:
    with open_book(path) as book:
        backup = keep_image(book.uid, book.image(), Why.TIME, path)
        typed_into(book, [(2, "C1", "score", "21"), (1, "C1", "comment", "?")])
        typed_into(book, [(2, "C1", "score", "20"), (1, "C1", "comment", "")])
        assert (told(book, backup).marks, told(book, backup).texts) == ((), 0)


def test_marks_of_a_recused_service_are_not_counted(path: Path) -> None:
    with open_book(path) as book:
        typed_into(book, [(1, "", "recusal", "자문한 적이 있음")])
        found = told(book, keep_image(book.uid, book.image(), Why.TIME, path))
        assert (found.given, found.expected) == (1, 6)


def test_a_changed_entry_inside_a_backup_is_found(path: Path) -> None:
    with open_book(path) as book:
        typed_into(book, [(1, "", "opinion", "바뀌지 않을 글")])
        backup = keep_image(book.uid, book.image(), Why.TIME, path)
        image = backup.path.read_bytes()
        changed = image.replace("바뀌지 않을 글".encode(), "바뀌어 버린 글".encode())
        assert changed != image
        backup.path.write_bytes(changed)
        with pytest.raises(StoreError) as refused:
            told(book, backup)
        assert refused.value.key == "backup_damaged"
