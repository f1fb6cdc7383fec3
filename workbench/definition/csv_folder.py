"""A definition as a folder of .csv files: UTF-8, comma, quoted as RFC 4180 says."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.definition.layout import LAYOUTS, MAX_FILE_BYTES, MAX_SHEET_ROWS, Layout
from workbench.definition.problems import DefinitionProblem, Place
from workbench.definition.tables import Cell, RawSheet, Table, absent, tabled, too_large


def tables_in_folder(folder: Path, problems: list[DefinitionProblem]) -> dict[str, Table]:
    """Return every sheet of a definition from the .csv files in ``folder``; problems are added."""
    return {
        layout.sheet: table_in_file(layout, folder / f"{layout.sheet}.csv", problems)
        for layout in LAYOUTS
    }


def table_in_file(layout: Layout, path: Path, problems: list[DefinitionProblem]) -> Table:
    """Return the sheet that stands in one .csv file; problems are added."""
    place = Place(layout.sheet, path.name)
    table = absent(layout, path.name, problems)
    try:
        text = _text(path, place)
    except FileNotFoundError:
        if not layout.can_be_absent:
            problems.append(DefinitionProblem("definition_file_missing", place))
        return table
    except DefinitionProblem as problem:
        table.is_whole = False
        problems.append(problem)
        return table
    raw = _cells(text, place, problems)
    if _is_otherwise_separated(raw):
        table.is_whole = False
        problems.append(DefinitionProblem("definition_separator", place))
        return table
    return tabled(layout, raw, problems)


def _text(path: Path, place: Place) -> str:
    try:
        if not path.is_file():
            raise FileNotFoundError(path)
        if path.stat().st_size > MAX_FILE_BYTES:
            raise DefinitionProblem("definition_file_large", place, limit=MAX_FILE_BYTES >> 20)
        content = path.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise DefinitionProblem("definition_file_unreadable", place) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        key = "definition_cp949" if _is_cp949(content) else "definition_not_utf8"
        raise DefinitionProblem(key, place) from error


def _is_cp949(content: bytes) -> bool:
    """Say whether ``content`` is what a Korean Excel saves as plain CSV."""
    try:
        content.decode("cp949")
    except UnicodeDecodeError:
        return False
    return True


def _cells(text: str, place: Place, problems: list[DefinitionProblem]) -> RawSheet:
    raw = RawSheet(place.name, [], is_ragged=True)
    with long_fields():
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            for number, fields in enumerate(reader, start=1):
                cells: list[Cell] = list(fields)
                key = too_large(cells, number, MAX_SHEET_ROWS)
                if key:
                    _stop(raw, key, number, place, problems)
                    break
                raw.cells.append(cells)
        except csv.Error:
            _stop(raw, "definition_quotes", len(raw.cells) + 1, place, problems)
    return raw


def _stop(
    raw: RawSheet, key: str, number: int, place: Place, problems: list[DefinitionProblem]
) -> None:
    raw.is_whole = False
    problems.append(DefinitionProblem(key, Place(place.sheet, place.name, number)))


@contextmanager
def long_fields() -> Iterator[None]:
    """Let a field be as long as a file may be: a text that is too long has its own sentence."""
    before = csv.field_size_limit(MAX_FILE_BYTES)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _is_otherwise_separated(raw: RawSheet) -> bool:
    header = raw.cells[0] if raw.cells else []
    return (
        len(header) == 1
        and isinstance(header[0], str)
        and any(sign in header[0] for sign in ";\t|")
    )
