"""The history as a file: a table anybody can open, each entry with the hash that chains it."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from models.images import put_image
from models.imports import Event, events
from models.sqlite import is_database
from workbench.definition.terms import Definition
from workbench.errors import ExportError, StoreError
from workbench.home import moment
from workbench.ledger.entries import entry_of
from workbench.reports.safe_text import legal
from workbench.rounds.desk import RoundDesk
from workbench.sentences import say, sentence_of

_NAMES: Final = ("number", "at", "kind", "text", "reason", "hash")
_BOM: Final = b"\xef\xbb\xbf"
"""Without it the spreadsheet programs of the field show Korean as rubbish."""


def export_history(desk: RoundDesk, target: Path, language: str) -> Path:
    """Write the whole history to ``target`` and return it; an older table is replaced.

    It is a workbook where the name ends in .xlsx, and .csv otherwise.

    Raises:
        ExportError: it cannot be written there, or a round or score book stands there; what
            stood there is untouched.
    """
    with desk.store.read() as connection:
        found = events(connection)
    rows = partial(_rows, found, desk.definition, language)
    names = tuple(say(f"history_{name}", language) for name in _NAMES)
    if target.suffix.casefold() == ".xlsx":
        image = _workbook(desk.definition, names, list(rows()), language)
    else:
        image = _table(names, rows())
    try:
        if target.exists() and is_database(target):  # a slip of the name must not cost a round
            raise ExportError("report_over_document", name=target.name)
        put_image(image, target)
    except (StoreError, OSError) as error:
        raise ExportError("history_unwritable", name=target.name) from error
    return target


def _rows(found: list[Event], definition: Definition, language: str) -> Iterator[tuple[str, ...]]:
    for event in found:
        entry = entry_of(event, definition)
        yield (
            str(entry.number),
            f"{moment(entry.at).astimezone():%Y-%m-%d %H:%M:%S}",
            entry.kind,
            sentence_of(entry.words, language),
            entry.reason,
            event.hash.hex(),
        )


def _table(names: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> bytes:
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(names)
    for row in rows:
        writer.writerow([_inert(text) for text in row])
    return _BOM + table.getvalue().encode()


def _inert(value: str) -> str:
    """Return a cell that no spreadsheet program takes for a formula."""
    text = legal(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


def _workbook(
    definition: Definition, names: tuple[str, ...], rows: list[tuple[str, ...]], language: str
) -> bytes:
    # openpyxl only when asked for
    from workbench.reports.cells import BODY, CENTER, Row, count, text
    from workbench.reports.edition import Audience, Edition
    from workbench.reports.packing import packed
    from workbench.reports.page import HEAD_ROW, opening, table_head
    from workbench.reports.sheet import Sheet
    from workbench.reports.wording import round_name

    title = say("history_title", language)
    now = datetime.now(UTC).astimezone()
    rehearsal = definition.rules.rehearsal
    edition = Edition(Audience.INTERNAL, draft=False, rehearsal=rehearsal, made_at=now)

    def lines() -> Iterator[Row]:
        yield from opening(title, definition.rules, edition)
        yield table_head(names, height=24)
        for number, at, kind, words, reason, hash_ in rows:
            place, told = count(int(number), CENTER), (text(words, BODY), text(reason, BODY))
            yield Row((place, text(at, CENTER), text(kind, CENTER), *told, text(hash_, BODY)))

    sheet = Sheet(
        name=title,
        widths=(7, 20, 22, 70, 40, 36),
        rows=lines,
        length=HEAD_ROW + len(rows),
        head=(HEAD_ROW, HEAD_ROW),
        landscape=True,
    )
    return packed([sheet], edition=edition, title=round_name(definition.rules))
