"""Mappings of this computer's user, by the header row of the tables they were made for."""

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from workbench.definition.terms import Service
from workbench.errors import StoreError
from workbench.home import home
from workbench.progress import Pulse, unwatched
from workbench.surveys.mapping import AnyMapping, as_object, mapping_of, write_beside
from workbench.surveys.suggesting import suggested
from workbench.surveys.table_reading import SurveyTable, read_survey

MOST: Final = 100


def mapping_for(table: SurveyTable) -> AnyMapping:
    """Return the mapping last used for a table with this header, else a suggestion.

    One that was made for another number of header rows knows other columns: it is left.
    """
    found, rows = remembered(table), table.heading.rows
    if found is None or found.header_rows not in (0, rows):
        return suggested(table)
    return replace(found, header_rows=rows)


def open_survey(
    path: Path,
    services: Collection[Service],
    *,
    sheet: str = "",
    allowed: Collection[str] = (),
    header_rows: int = 0,
    pulse: Pulse = unwatched,
) -> SurveyTable:
    """Return the table in a file; see ``read_survey``.

    Where nobody says how many header rows there are, it is as many as last time for such a
    table, else as many as the file shows.

    Raises:
        InputError: as ``read_survey`` says.
    """
    how: dict[str, Any] = {"sheet": sheet, "allowed": allowed, "pulse": pulse}
    table = read_survey(path, services, header_rows=header_rows, **how)
    last = None if header_rows else remembered(table)
    if last is None or last.header_rows in (0, table.heading.rows):
        return table
    return read_survey(path, services, header_rows=last.header_rows, **how)


def remembered(table: SurveyTable) -> AnyMapping | None:
    """Return the mapping last used for a table with this header row, None where there is none.

    A file that cannot be read holds none: what is remembered saves typing and decides nothing.
    """
    for row in _rows():
        if row.get("signature") == table.signature:
            with suppress(ValueError):
                return mapping_of(row.get("mapping"))
    return None


def remember(table: SurveyTable, mapping: AnyMapping) -> None:
    """Keep ``mapping`` for tables with this header row, the newest first.

    A disk that refuses is no reason to refuse the import: it will be asked for again.
    """
    others = [row for row in _rows() if row.get("signature") != table.signature]
    rows = [{"signature": table.signature, "mapping": as_object(mapping)}, *others[: MOST - 1]]
    with suppress(StoreError):
        write_beside(_file(), json.dumps({"mappings": rows}, ensure_ascii=False, indent=1))


def _file() -> Path:
    return home() / "surveys.json"


def _rows() -> list[dict[str, Any]]:
    try:
        whole = json.loads(_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return []
    rows = whole.get("mappings") if isinstance(whole, dict) else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
