"""Sheets from files, looked at before they are taken; and sheets as files (``exporting``)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from models.errors import AppError
from workbench.definition.csv_folder import table_in_file
from workbench.definition.layout import LAYOUT_OF, LAYOUTS
from workbench.definition.problems import DefinitionProblem
from workbench.definition.reading import problem_order
from workbench.definition.tables import Table
from workbench.definition.workbook import some_tables_in_workbook
from workbench.errors import InputError
from workbench.setup.exporting import export_sheets
from workbench.setup.matching import key_of, with_uids
from workbench.setup.reading import problems_of
from workbench.setup.sheets import SheetRow, Sheets, columns_of

__all__ = ["ImportPreview", "SheetChange", "export_sheets", "preview_import"]


@dataclass(frozen=True, slots=True)
class SheetChange:
    """What an import does to one sheet, counted in rows."""

    sheet: str
    added: int
    changed: int
    removed: int
    same: int
    named: tuple[AppError, ...]
    """Every row that is added, changed or removed, in words."""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file would make of the present sheets; nothing was taken yet."""

    sheets: Sheets
    """The whole definition as it would be typed then."""
    problems: tuple[DefinitionProblem, ...]
    """What would be refused and why; places are those of ``sheets``."""
    changes: tuple[SheetChange, ...]
    """One for every sheet that the file holds."""
    name: str
    """The file or folder, as people see it."""


def preview_import(path: Path, present: Sheets, only: str | None = None) -> ImportPreview:
    """Return what the file or folder at ``path`` would make of ``present``.

    A workbook or a folder brings whichever sheets it holds, a .csv file the one it is named
    after; with ``only`` the one sheet of that name is taken, whatever the file is called. A
    sheet that comes replaces the present one; rows keep who they are by number or code.

    Raises:
        InputError: the file cannot be read at all, or holds no sheet of a definition.
    """
    problems: list[DefinitionProblem] = []
    tables = _tables(path, only, problems)
    if not tables:
        names = ", ".join(layout.sheet for layout in LAYOUTS)
        raise InputError("setup_import_nothing", name=path.name, sheets=names)
    found, places = present, {}
    for sheet, table in tables.items():
        if table.positions:
            found = found.replaced(sheet, tuple(_rows(table)))
            places[sheet] = {row.number: at + 2 for at, row in enumerate(table.rows)}
    found = _with_missing_columns(with_uids(found, present), present, tables)
    of_file = [_placed(problem, places) for problem in problems]
    return ImportPreview(
        sheets=found,
        problems=_together(of_file, problems_of(found)),
        changes=tuple(_change(sheet, present, found) for sheet in tables),
        name=path.absolute().name,
    )


def _tables(path: Path, only: str | None, problems: list[DefinitionProblem]) -> dict[str, Table]:
    try:
        if path.is_dir():
            wanted = [layout for layout in LAYOUTS if only in (None, layout.sheet)]
            return {
                layout.sheet: table_in_file(layout, path / f"{layout.sheet}.csv", problems)
                for layout in wanted
                if (path / f"{layout.sheet}.csv").is_file()
            }
        if not path.is_file():
            raise InputError("definition_absent", name=path.name)
    except OSError as error:
        raise InputError("definition_unreadable", name=path.name) from error
    if path.suffix.casefold() != ".csv":
        layout = None if only is None else LAYOUT_OF[only]
        return some_tables_in_workbook(path, problems, layout)
    sheet = only or path.stem.casefold()
    if sheet not in LAYOUT_OF:
        return {}
    return {sheet: table_in_file(LAYOUT_OF[sheet], path, problems)}


def _rows(table: Table) -> Iterator[SheetRow]:
    columns = columns_of(table.layout.sheet)
    for row in table.rows:
        yield SheetRow(None, {column: row.text(column) for column in columns})


def _with_missing_columns(sheets: Sheets, present: Sheets, tables: dict[str, Table]) -> Sheets:
    """Keep what stands in columns that the file does not have, for rows that are known."""
    for sheet, table in tables.items():
        missing = [column for column in columns_of(sheet) if column not in table.positions]
        known = {_identity(sheet, row): row for row in present.of(sheet)}
        if not missing or not table.positions:
            continue
        rows = []
        for row in sheets.of(sheet):
            before = known.get(_identity(sheet, row))
            kept = {} if before is None else {name: before.text(name) for name in missing}
            rows.append(SheetRow(row.uid, {**row.texts, **kept}))
        sheets = sheets.replaced(sheet, tuple(rows))
    return sheets


def _identity(sheet: str, row: SheetRow) -> object:
    return row.uid or key_of(sheet)(row)


def _placed(problem: DefinitionProblem, places: dict[str, dict[int, int]]) -> DefinitionProblem:
    """Return ``problem`` with the row it has in the sheets, where empty rows are left out."""
    place = problem.place
    if place is None or place.row is None:
        return problem
    row = places.get(place.sheet, {}).get(place.row, place.row)
    values = {name: value for name, value in problem.values.items() if name != "place"}
    return DefinitionProblem(problem.key, replace(place, row=row), **values)


def _together(
    of_file: list[DefinitionProblem], of_sheets: tuple[DefinitionProblem, ...]
) -> tuple[DefinitionProblem, ...]:
    """Return both, once for a cell: what a file does not say is empty in the sheets as well."""
    named = {(row.place.sheet, row.place.row, row.place.column) for row in of_file if row.place}
    rest = [
        row
        for row in of_sheets
        if row.place is None or (row.place.sheet, row.place.row, row.place.column) not in named
    ]
    return tuple(sorted([*of_file, *rest], key=problem_order))


def _change(sheet: str, present: Sheets, found: Sheets) -> SheetChange:
    before = {_identity(sheet, row): row for row in present.of(sheet)}
    rows: dict[str, list[SheetRow]] = {"added": [], "changed": [], "same": []}
    for row in found.of(sheet):
        old = before.pop(_identity(sheet, row), None)
        if old is None:
            rows["added"].append(row)
        else:
            rows["same" if _shown(sheet, old) == _shown(sheet, row) else "changed"].append(row)
    words = {
        "setup_row_added": rows["added"],
        "setup_row_changed": rows["changed"],
        "setup_row_removed": list(before.values()),
    }
    named = AppError(f"setup_sheet_{sheet}")
    return SheetChange(
        sheet,
        added=len(rows["added"]),
        changed=len(rows["changed"]),
        removed=len(before),
        same=len(rows["same"]),
        named=tuple(
            AppError(key, sheet=named, row=_label(sheet, row))
            for key, of_key in words.items()
            for row in of_key
        ),
    )


def _shown(sheet: str, row: SheetRow) -> tuple[str, ...]:
    return tuple(row.text(column) for column in columns_of(sheet))


def _label(sheet: str, row: SheetRow) -> str:
    """Return what people know a row by: number and name, code and name."""
    name = "name" if "name" in columns_of(sheet) else columns_of(sheet)[1]
    return " ".join(filter(None, (row.text(columns_of(sheet)[0]), row.text(name))))[:60]
