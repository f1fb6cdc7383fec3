"""What the sample's evaluators type, and a hand that types it where the window stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.own_window import press, type_text
from workbench.definition.terms import Scale
from workbench.rounds.creating import new_round
from workbench.rounds.desk import open_round
from workbench.sample.marks import sample_tables
from workbench.sample.material import sample_definition
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from ui.scoring.cell import Cell
    from ui.scoring.page import ScoreBookPage
    from workbench.scoring.book import Book

Mark = tuple[int, str, str]
"""Service number, indicator code, field."""
Marks = dict[Mark, str]

NOT_MARKS = ("comment", "achievement", "improvement", "opinion")


def fresh_books(folder: Path) -> dict[str, tuple[Path, Marks]]:
    """Hand out the sample's books, pledged and empty: by evaluator the file and what he types."""
    new_round(sample_definition(), folder / "a.round")
    with open_round(folder / "a.round") as desk:
        books = desk.hand_out(folder / "books")
        tables = sample_tables(desk.definition)
    for _, path in books:
        with open_book(path) as book:
            book.pledge("2024-07-01")
    return {
        owner.code: (
            path,
            {
                (number, code, field): value
                for number, code, field, value in tables[owner.code]
                if field not in NOT_MARKS
            },
        )
        for owner, path in books
    }


def marks_in(book: Book) -> Marks:
    """Every figure that a book holds."""
    return {
        (sheet.service.number, row.indicator.code, field): value
        for sheet in book.sheets()
        for section in sheet.sections
        for row in section.rows
        for field, value in row.mark.values
    }


class Hand:
    """Types what is wanted into the field in work; never chooses the field itself."""

    def __init__(self, page: ScoreBookPage, wanted: Marks) -> None:
        self._page = page
        self._wanted = wanted

    def here(self) -> Mark:
        """The field in work."""
        cell = self._page.work.current()
        assert cell is not None, "no field has the keyboard"
        return self.named(cell)

    def named(self, cell: Cell) -> Mark:
        """A field of a mark as people call it."""
        row = self._page.desk.row(cell)
        assert row is not None, "not a field of a mark"
        service = self._page.desk.definition.service[cell.service]
        return service.number, row.indicator.code, cell.field

    def keys_here(self) -> str:
        """What is to be typed here: digits, a grade by its number."""
        text = self._wanted[self.here()]
        indicator = self._page.desk.row(self._page.work.current()).indicator
        if indicator.scale is not Scale.GRADE:
            return text
        return str([level.label for level in indicator.levels].index(text) + 1)

    def enter(self) -> int:
        """Type the field in work, go on by Enter, and return how many keys that took."""
        digits = self.keys_here()
        type_text(digits)
        press(Qt.Key.Key_Return)
        return len(digits) + 1
