"""Read a written .docx again, by other means than it was written, and compare every word of it.

The reader takes the file apart itself (zip and XML); the library that wrote it has no part in it.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final, NamedTuple
from xml.parsers import expat

from workbench.errors import ExportError
from workbench.reports.document.blocks import Block, ReportDocument, Table
from workbench.reports.document.template_parts import RELATIONS, WORD

_MAIN: Final = "word/document.xml"
_SEPARATOR: Final = " "


class Piece(NamedTuple):
    """A paragraph with its text, or the beginning of a table, a row or a cell."""

    kind: str
    text: str = ""


def compare(
    file: Path | IO[bytes], document: ReportDocument, above: str, below: str, *, name: str
) -> None:
    """Compare the ``file`` with what was meant to stand in it.

    Raises:
        ExportError: the file holds something else; it is called ``name``.
    """
    meant = [piece for block in document.blocks for piece in _meant(block)]
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        if archive.testzip() is not None or len(set(names)) < len(names):
            raise ExportError("report_differs", name=name, place=_MAIN)
        read = _read(archive.read(_MAIN))
        found = _without_ends(read.pieces)
        if found != meant:
            raise ExportError("report_differs", name=name, place=_place(found, meant))
        for kind, label in (("header", above), ("footer", below)):
            parts = list(_parts(archive, read.references, kind))
            if not parts or any(Piece("paragraph", label) not in rows for rows in parts):
                raise ExportError("report_differs", name=name, place=kind)


def _meant(block: Block) -> Iterator[Piece]:
    if not isinstance(block, Table):
        yield Piece("paragraph", block.text)
        return
    yield Piece("table")
    for row in (tuple((words,) for words in block.head), *_lines(block)):
        yield Piece("row")
        for lines in row:
            yield Piece("cell")
            yield from (Piece("paragraph", line) for line in lines)


def _lines(table: Table) -> Iterator[tuple[tuple[str, ...], ...]]:
    return (tuple(cell.lines for cell in row) for row in table.rows)


def _without_ends(pieces: list[Piece]) -> list[Piece]:
    """Leave out what follows a table only because something must: paragraphs of no cell, empty."""
    return [piece for piece in pieces if piece.kind != "end"]


def _place(found: list[Piece], meant: list[Piece]) -> str:
    """Return what should have stood where the two part."""
    pairs = zip(found, meant, strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), len(found))
    words = next((piece.text for piece in meant[at:] if piece.text), "–")
    return f"'{words[:40]}'"


def _parts(
    archive: zipfile.ZipFile, references: dict[str, list[str]], kind: str
) -> Iterator[list[Piece]]:
    """Yield what stands in each header (footer) that the pages refer to."""
    targets = _read(archive.read("word/_rels/document.xml.rels")).targets
    for reference in references.get(kind, []):
        target = targets[reference]
        part = target.lstrip("/") if target.startswith("/") else posixpath.join("word", target)
        yield _read(archive.read(posixpath.normpath(part))).pieces


class _Gatherer:
    """Gathers paragraphs and cells in their order; what a field showed last is left out."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.references: dict[str, list[str]] = {}
        self.targets: dict[str, str] = {}
        self._texts: list[str] = []
        self._tables = self._fields = 0
        self._is_text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """See an element begin."""
        space, _, name = tag.rpartition(_SEPARATOR)
        if name == "Relationship":
            self.targets[attributes["Id"]] = attributes["Target"]
        if space != WORD:
            return
        if name == "p":
            self._texts = []
        elif name in _BEGINNINGS:
            self._tables += name == "tbl"
            self.pieces.append(Piece(_BEGINNINGS[name]))
        elif name in ("br", "tab") and not attributes:
            self._texts.append("\n" if name == "br" else "\t")
        elif name == "fldSimple":
            self._fields += 1
        elif name in ("headerReference", "footerReference"):
            kind = name.removesuffix("Reference")
            found = attributes[f"{RELATIONS}{_SEPARATOR}id"]
            self.references.setdefault(kind, []).append(found)
        self._is_text = name == "t" and not self._fields

    def text(self, words: str) -> None:
        """See text."""
        if self._is_text:
            self._texts.append(words)

    def end(self, tag: str) -> None:
        """See an element end."""
        space, _, name = tag.rpartition(_SEPARATOR)
        if space != WORD:
            return
        self._is_text = False
        if name == "p":
            words = "".join(self._texts)
            is_end = not words and not self._tables
            self.pieces.append(Piece("end" if is_end else "paragraph", words))
        elif name == "tbl":
            self._tables -= 1
        elif name == "fldSimple":
            self._fields -= 1


_BEGINNINGS: Final = {"tbl": "table", "tr": "row", "tc": "cell"}


def _read(xml: bytes) -> _Gatherer:
    gatherer = _Gatherer()
    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.buffer_text = True
    parser.StartElementHandler = gatherer.start
    parser.EndElementHandler = gatherer.end
    parser.CharacterDataHandler = gatherer.text
    parser.Parse(xml, True)
    return gatherer
