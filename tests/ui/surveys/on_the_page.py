"""How the tests walk through the import of a survey, and read what stands there."""

from __future__ import annotations

from PySide6.QtCore import Qt

K, M = Qt.Key, Qt.KeyboardModifier


def sentences(page) -> list[str]:
    model = page.board.findings.list.sentences
    return [model.index(at).data() for at in range(model.rowCount())]


def cells(table) -> list[list[str]]:
    model = table.rows
    return [
        [model.index(row, at).data() or "" for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def go_to(page, name: str, keys) -> None:
    """Walk with the arrows to the column of a name."""
    table = page.board.columns.table
    assert keys.target() is table
    keys.press(K.Key_Home, M.ControlModifier)
    for _ in range(table.rows.row_of(name)):
        keys.press(K.Key_Down)
    assert table.current() == name


def choose_role(page, word: str, keys) -> None:
    """Open the list of roles with Enter and take the one that reads ``word``."""
    keys.press(K.Key_Return)
    rows = page.board.columns.popup.list
    assert keys.target() is rows
    words = [rows.item(at).text() for at in range(rows.count())]
    while rows.currentItem().text() != word:
        is_below = words.index(word) > rows.currentRow()
        keys.press(K.Key_Down if is_below else K.Key_Up)
    keys.press(K.Key_Return)


def figures(book, number: int) -> dict[str, str]:
    """What the book holds for the survey indicator of a service."""
    sheet = next(sheet for sheet in book.sheets() if sheet.service.number == number)
    row = next(row for row in sheet.rows() if row.indicator.code == "S1")
    return dict(row.mark.values)
