"""Inside the reading child: the bytes of a foreign workbook in, texts of its sheets out."""

from collections.abc import Sequence
from typing import Final

from workbench.tables.formats import Shape, shapes
from workbench.tables.guard import judged_package
from workbench.tables.package import BookParts, Package, SheetPart, parts_of
from workbench.tables.sheet import Around, Budget, sheet_rows
from workbench.tables.terms import ReadBook, SheetRows, Wanted
from workbench.tables.texts import shared_strings

_UNSTYLED: Final = [Shape.NUMBER]


def read_workbook(content: bytes, wanted: Wanted) -> ReadBook:
    """Return the wanted sheets of the workbook in ``content``.

    Raises:
        BookUnfit: it is no workbook, protected, damaged, or not safe to read.
    """
    with judged_package(content) as archive:
        package = Package(archive)
        parts = parts_of(package)
        chosen = _chosen(parts.sheets, wanted)
        around = _around(package, parts) if chosen else Around([], [])
        others = _others(parts.sheets, chosen) if wanted.with_tops else []

        def read(places: Sequence[int], wanted: Wanted) -> dict[int, SheetRows]:
            budget = Budget()
            return {
                at: sheet_rows(package.part(parts.sheets[at].part), around, wanted, budget)
                for at in places
            }

        titles = tuple(sheet.title for sheet in parts.sheets)
        return ReadBook(titles, read(chosen, wanted), read(others, wanted.top()))


def _around(package: Package, parts: BookParts) -> Around:
    strings = [] if parts.strings is None else shared_strings(package.part(parts.strings))
    known = [] if parts.styles is None else shapes(package.part(parts.styles))
    return Around(strings, known or _UNSTYLED, parts.counts_from_1904)


def _chosen(sheets: Sequence[SheetPart], wanted: Wanted) -> list[int]:
    exact = {sheet.title: at for at, sheet in enumerate(sheets)}
    trimmed = {sheet.title.strip(): at for at, sheet in reversed(list(enumerate(sheets)))}
    found = [exact.get(title, trimmed.get(title)) for title in wanted.titles]
    chosen = sorted({at for at in found if at is not None})
    if chosen or not wanted.or_first or not sheets:
        return chosen
    visible = [at for at, sheet in enumerate(sheets) if sheet.is_visible]
    return (visible or [0])[:1]


def _others(sheets: Sequence[SheetPart], chosen: Sequence[int]) -> list[int]:
    """Return the sheets that are seen beside those that are read; none where none is read."""
    seen = [at for at, sheet in enumerate(sheets) if sheet.is_visible]
    return [at for at in seen if at not in chosen] if chosen else []
