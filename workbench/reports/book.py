"""A workbook file in the making: each sheet goes into its archive as soon as it is whole.

The library makes what stands around the rows of a sheet and all that binds the sheets. Its own way
to a file would write every sheet three times, to places of its own, and leave the archive half
open where the disk is full.
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from workbench.reports.edition import Edition
from workbench.reports.row_writing import RowStream
from workbench.reports.safe_text import cut_to, legal
from workbench.reports.styles import Styles

_HELD: Final = 1 << 22
"""So many bytes of the rows of a sheet wait in memory, more of them in a file."""
_EMPTY: Final = (b"<sheetData/>", b"<sheetData></sheetData>", b"<sheetData />")
"""How the library writes a sheet without rows."""
_BEHIND_LINKS: Final = b"<printOptions"
"""What it writes next behind the links of a sheet; every sheet of ours has it."""
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""What it leaves out, as all it writes is ASCII; rows are not."""


class Book:
    """An open workbook; what is in the file is one once its block is left without an error."""

    def __init__(self, file: IO[bytes], edition: Edition, title: str) -> None:
        """Begin a workbook in ``file``."""
        self.workbook: Any = Workbook(write_only=True)
        self.workbook.properties.creator = "Scoring Workbench"
        self.workbook.properties.title = cut_to(legal(title), 200)
        self.workbook.properties.created = _in_utc(edition.made_at)
        self._styles = Styles(self.workbook)
        self._archive = ZipFile(file, "w", ZIP_DEFLATED)

    def __enter__(self) -> Self:
        """Return the book itself."""
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Write what binds the sheets, if nothing happened, and close the archive."""
        with self._archive:
            if kind is None:
                self.workbook.properties.modified = _in_utc(datetime.now(UTC))
                _Binding(self.workbook, self._archive).write_data()

    @contextmanager
    def rows(self, target: Any) -> Iterator[RowStream]:
        """Give a stream for the rows of the newest sheet; leaving the block completes the sheet.

        What stands above the rows has to be said of ``target`` before, what stands below within
        the block.

        Raises:
            OSError: the disk refuses.
        """
        target._writer = WorksheetWriter(target, BytesIO())
        target._writer.write_top()
        with SpooledTemporaryFile(_HELD) as rows:
            stream = RowStream(rows, self._styles)
            yield stream
            target.close()
            self._put(target._writer.read(), rows, stream.links)

    def _put(self, around: bytes, rows: IO[bytes], links: bytes) -> None:
        """Put a sheet into the archive: ``rows`` and ``links`` where ``around`` holds none."""
        before, after = around.split(next(one for one in _EMPTY if one in around))
        if links:
            between, behind = after.split(_BEHIND_LINKS, 1)
            after = between + links + _BEHIND_LINKS + behind
        if not before.startswith(b"<?xml"):
            before = _DECLARATION + before
        before, after = before + b"<sheetData>", b"</sheetData>" + after
        number = len(self.workbook.worksheets)
        entry = ZipInfo(f"xl/worksheets/sheet{number}.xml", time.localtime()[:6])
        entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
        entry.file_size = len(before) + rows.tell() + len(after)
        rows.seek(0)
        with self._archive.open(entry, "w") as part:
            part.write(before)
            shutil.copyfileobj(rows, part)
            part.write(after)


class _Binding(ExcelWriter):
    """Writes all parts but the sheets, which are in the archive already."""

    def write_worksheet(self, ws: Any) -> None:
        """Note a sheet that is there, and what it refers to."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts = ws._charts
        ws._rels = ws._writer._rels
        self.manifest.append(ws)


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
