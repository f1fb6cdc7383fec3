"""The history as a file: a table anybody can open, each entry with the hash that chains it."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from models.images import put_image
from models.imports import events
from workbench.errors import ExportError, StoreError
from workbench.ledger.entries import entry_of
from workbench.reports.safe_text import cell_text
from workbench.rounds.desk import RoundDesk
from workbench.sentences import say, sentence_of

_NAMES: Final = ("number", "at", "kind", "text", "reason", "hash")
_BOM: Final = b"\xef\xbb\xbf"
"""Without it the spreadsheet programs of the field show Korean as rubbish."""


def export_history(desk: RoundDesk, target: Path, language: str) -> Path:
    """Write the whole history to ``target`` as .csv and return it; an older file is replaced.

    Raises:
        ExportError: it cannot be written there; an older file is untouched.
    """
    with desk.store.read() as connection:
        found = events(connection)
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow([say(f"history_{name}", language) for name in _NAMES])
    for event in found:
        entry = entry_of(event)
        at = datetime.fromtimestamp(entry.at // 1000, UTC).astimezone()
        words = sentence_of(entry.words, language)
        cells = (entry.number, f"{at:%Y-%m-%d %H:%M:%S}", entry.kind, words, entry.reason)
        writer.writerow([*map(_inert, cells), event.hash.hex()])
    try:
        put_image(_BOM + table.getvalue().encode(), target)
    except StoreError as error:
        raise ExportError("history_unwritable", name=target.name) from error
    return target


def _inert(value: object) -> str:
    """Return a cell that no spreadsheet program takes for a formula."""
    text = cell_text(str(value))
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text
