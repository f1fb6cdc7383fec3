"""The parts of a workbook as its relations name them: which sheets there are, and where."""

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from workbench.tables.events import MAIN, Path, stream
from workbench.tables.guard import is_parsed
from workbench.tables.terms import MAX_TITLE
from workbench.tables.unfit import BookUnfit, Unfit

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_LINKS: Final = f"{_PACKAGE}/relationships Relationships"
_TYPES: Final = f"{_PACKAGE}/content-types Types"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BOOK_TYPES: Final = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
        "application/vnd.ms-excel.sheet.macroenabled.main+xml",
        "application/vnd.ms-excel.template.macroenabled.main+xml",
    }
)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One worksheet as the workbook lists it."""

    title: str
    is_visible: bool
    part: str


@dataclass(frozen=True, slots=True)
class BookParts:
    """What of a workbook matters to its values."""

    sheets: tuple[SheetPart, ...]
    strings: str | None
    styles: str | None
    counts_from_1904: bool


@dataclass(frozen=True, slots=True)
class _Link:
    kind: str
    target: str
    is_external: bool


@dataclass(slots=True)
class _Listed:
    sheets: list[tuple[str, str, str]] = field(default_factory=list)
    counts_from_1904: bool = False


class Package:
    """A judged archive; its parts by name, whatever the case of their letters."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Look at ``archive``, which has passed ``guard``."""
        self._archive = archive
        self._names = {name.casefold(): name for name in archive.namelist()}

    def part(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            BookUnfit: it is not there, was not judged, or cannot be unpacked.
        """
        found = self._names.get(name.casefold())
        if found is None:
            raise BookUnfit(Unfit.DAMAGED)
        if not is_parsed(found):
            raise BookUnfit(Unfit.UNSAFE)
        try:
            return self._archive.read(found)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise BookUnfit(Unfit.DAMAGED) from error

    def has(self, name: str) -> bool:
        """Say whether there is such a part."""
        return name.casefold() in self._names


def parts_of(package: Package) -> BookParts:
    """Return where the sheets, texts and formats of a workbook stand.

    Raises:
        BookUnfit: no workbook, or its list and its parts do not fit together.
    """
    if not package.has("_rels/.rels"):
        raise BookUnfit(Unfit.NOT_BOOK)
    book = _only(_links(package, ""), "officeDocument", "")
    if book is None:
        raise BookUnfit(Unfit.NOT_BOOK)
    _require_book_type(package, book)
    listed = _listed(package.part(book))
    links = _links(package, book)
    return BookParts(
        sheets=tuple(_sheets(package, listed, links, book)),
        strings=_only(links, "sharedStrings", book),
        styles=_only(links, "styles", book),
        counts_from_1904=listed.counts_from_1904,
    )


def _require_book_type(package: Package, book: str) -> None:
    types: dict[str, str] = {}
    path = Path(_TYPES)

    def start(name: str, attributes: Mapping[str, str]) -> None:
        at = path.enter(name)
        kind = attributes.get("ContentType", "").casefold()
        if at == ("Types", "Override"):
            types.setdefault(attributes.get("PartName", "").casefold(), kind)
        elif at == ("Types", "Default"):
            types.setdefault(f".{attributes.get('Extension', '').casefold()}", kind)

    stream(package.part("[Content_Types].xml"), start, path.leave)
    found = types.get(f"/{book}".casefold()) or types.get(posixpath.splitext(book)[1].casefold())
    if found not in _BOOK_TYPES:
        raise BookUnfit(Unfit.NOT_BOOK)


def _links(package: Package, part: str) -> dict[str, _Link]:
    """Return the relations of ``part`` by their ids; none where it has none."""
    folder, name = posixpath.split(part)
    where = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, _Link] = {}
    if not package.has(where):
        return found
    path = Path(_LINKS)

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if path.enter(name) != ("Relationships", "Relationship"):
            return
        link = _Link(
            attributes.get("Type", ""),
            attributes.get("Target", ""),
            attributes.get("TargetMode") == "External",
        )
        if found.setdefault(attributes.get("Id", ""), link) is not link:
            raise BookUnfit(Unfit.DAMAGED)

    stream(package.part(where), start, path.leave)
    return found


def _only(links: Mapping[str, _Link], kind: str, base: str) -> str | None:
    """Return the one part of a kind; two of them would be two answers to one question."""
    found = [link for link in links.values() if link.kind == f"{_OFFICE}/{kind}"]
    if len(found) > 1:
        raise BookUnfit(Unfit.DAMAGED)
    return _inside(found[0], base) if found else None


def _inside(link: _Link, base: str) -> str:
    """Return the part that ``link`` of the part ``base`` leads to."""
    if link.is_external:
        raise BookUnfit(Unfit.UNSAFE)
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(base), link.target))
    if link.target.count("..") > base.count("/") or "\\" in target:
        raise BookUnfit(Unfit.UNSAFE)
    return target.lstrip("/")


def _listed(part: bytes) -> _Listed:
    listed = _Listed()
    path = Path(f"{MAIN} workbook")

    def start(name: str, attributes: Mapping[str, str]) -> None:
        at = path.enter(name)
        if at == ("workbook", "workbookPr"):
            listed.counts_from_1904 = attributes.get("date1904") in ("1", "true")
        elif at == ("workbook", "sheets", "sheet"):
            title = attributes.get("name", "")
            if not title or len(title) > MAX_TITLE:
                raise BookUnfit(Unfit.DAMAGED)
            state = attributes.get("state", "visible")
            listed.sheets.append((title, state, attributes.get(f"{_OFFICE} id", "")))

    stream(part, start, path.leave)
    titles = {title.casefold() for title, _, _ in listed.sheets}
    if len(titles) != len(listed.sheets):  # whose rows would be meant?
        raise BookUnfit(Unfit.DAMAGED)
    return listed


def _sheets(
    package: Package, listed: _Listed, links: Mapping[str, _Link], book: str
) -> list[SheetPart]:
    found = []
    for title, state, key in listed.sheets:
        link = links.get(key)
        if link is None:
            raise BookUnfit(Unfit.DAMAGED)
        if link.kind != f"{_OFFICE}/worksheet":  # a chart, a dialogue or macros of long ago
            continue
        part = _inside(link, book)
        if not package.has(part):
            raise BookUnfit(Unfit.DAMAGED)
        found.append(SheetPart(title, state == "visible", part))
    return found
