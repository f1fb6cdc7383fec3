"""A definition as a folder of .csv files: UTF-8, comma, quoted as RFC 4180 says."""

from pathlib import Path

from workbench.definition.layout import (
    LAYOUTS,
    MAX_FILLED_ROWS,
    MAX_SHEET_CELLS,
    MAX_SHEET_ROWS,
    Layout,
)
from workbench.definition.problems import DefinitionProblem, Place
from workbench.definition.tables import Cell, RawSheet, Table, absent, tabled, too_large
from workbench.tables.delimited import (
    TableUnfit,
    Wrong,
    is_otherwise_separated,
    table_rows,
    table_text,
)
from workbench.tables.files import MAX_FILE_BYTES, FileTooLarge, foreign_bytes


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
        return table_text(foreign_bytes(path), is_ours=True)
    except FileNotFoundError:
        raise
    except FileTooLarge as error:
        limit = MAX_FILE_BYTES >> 20
        raise DefinitionProblem("definition_file_large", place, limit=limit) from error
    except OSError as error:
        raise DefinitionProblem("definition_file_unreadable", place) from error
    except TableUnfit as error:
        is_korean = error.wrong is Wrong.CP949
        key = "definition_cp949" if is_korean else "definition_not_utf8"
        raise DefinitionProblem(key, place) from error


def _cells(text: str, place: Place, problems: list[DefinitionProblem]) -> RawSheet:
    raw = RawSheet(place.name, [], is_ragged=True)
    filled = held = 0
    try:
        for number, fields in enumerate(table_rows(text), start=1):
            cells: list[Cell] = list(fields)
            filled += any(cells)
            held += len(cells)
            is_long = filled > MAX_FILLED_ROWS or held > MAX_SHEET_CELLS
            key = "definition_too_long" if is_long else too_large(cells, number, MAX_SHEET_ROWS)
            if key:
                _stop(raw, key, number, place, problems)
                break
            raw.cells.append(cells)
    except TableUnfit as error:
        is_wide = error.wrong is Wrong.TOO_WIDE
        key = "definition_too_wide" if is_wide else "definition_quotes"
        _stop(raw, key, error.row, place, problems)
    return raw


def _stop(
    raw: RawSheet, key: str, number: int, place: Place, problems: list[DefinitionProblem]
) -> None:
    raw.stop()
    problems.append(DefinitionProblem(key, Place(place.sheet, place.name, number)))


def _is_otherwise_separated(raw: RawSheet) -> bool:
    header = raw.cells[0] if raw.cells else []
    return is_otherwise_separated([cell for cell in header if isinstance(cell, str)])
