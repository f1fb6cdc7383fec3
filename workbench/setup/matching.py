"""Who a row from a file is: services by number, evaluators by code, indicators by code."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.setup.reading import drafted
from workbench.setup.sheets import SheetRow, Sheets
from workbench.text import half_width

if TYPE_CHECKING:
    from workbench.definition.terms import Uid

Key = str | tuple[str, ...]


def with_uids(sheets: Sheets, present: Sheets) -> Sheets:
    """Return ``sheets`` where rows without a uid get that of the row of ``present`` they mean.

    Services are matched by number, evaluators by code whatever its case, indicators by code and,
    where several rows share one, by the services they have in common. A row whose number or code
    is missing, unreadable or there twice is matched by its exact name, so that it is still the
    same service once that is mended.
    """
    for sheet, key in (("services", _number), ("evaluators", _code)):
        sheets = sheets.replaced(sheet, _known(sheets.of(sheet), present.of(sheet), key))
    return sheets.replaced("indicators", _indicators(sheets, present))


def _known(
    rows: tuple[SheetRow, ...], present: tuple[SheetRow, ...], key: Callable[[SheetRow], str]
) -> tuple[SheetRow, ...]:
    claimed = {row.uid for row in rows}
    free = {key(row): row for row in reversed(present) if row.uid not in claimed}
    found: dict[int, Uid | None] = {}
    left: list[int] = []
    nameless = [at for at, row in enumerate(rows) if row.uid is None]
    # of several rows under one number the one that kept its name comes first
    nameless.sort(key=lambda at: not _has_name_of(rows[at], free.get(key(rows[at]))))
    seen = {key(row) for row in rows if row.uid is not None}
    for at in nameless:
        wanted = key(rows[at])
        if wanted in seen or not _is_key(wanted, key):
            left.append(at)
        elif wanted in free:
            found[at] = free.pop(wanted).uid
        seen.add(wanted)
    for at in left:
        same = [wanted for wanted, row in free.items() if _has_name_of(rows[at], row)]
        if len(same) == 1:
            found[at] = free.pop(same[0]).uid
    return tuple(
        SheetRow(found[at], row.texts) if at in found else row for at, row in enumerate(rows)
    )


def _has_name_of(row: SheetRow, other: SheetRow | None) -> bool:
    return other is not None and row.text("name") == other.text("name")


def _is_key(text: str, key: Callable[[SheetRow], str]) -> bool:
    return text.isdecimal() if key is _number else bool(text)


def key_of(sheet: str) -> Callable[[SheetRow], Key]:
    """Return by what a row of ``sheet`` without a uid is found again in another state of it."""
    return _KEYS.get(sheet, _whole)


def _number(row: SheetRow) -> str:
    typed = half_width(row.text("number")).strip()
    return typed.lstrip("0") or typed


def _code(row: SheetRow) -> str:
    return row.text("code").casefold()


def _whole(row: SheetRow) -> Key:
    return tuple(f"{column}={text}" for column, text in sorted(row.texts.items()) if text)


_KEYS: dict[str, Callable[[SheetRow], Key]] = {
    "round": lambda row: row.text("key"),
    "sections": _code,
    "indicators": lambda row: (row.text("code"), row.text("applies_to")),
    "services": _number,
    "evaluators": _code,
    "levels": lambda row: (row.text("indicator"), row.text("label")),
    "measures": lambda row: row.text("indicator"),
}


def _indicators(sheets: Sheets, present: Sheets) -> tuple[SheetRow, ...]:
    """Give each row the uid of that row of its code with which it shares most services.

    Where a service cannot be read, what they say to apply to still tells.
    """
    rows, known = sheets.of("indicators"), present.of("indicators")
    services, services_before = _services_of(sheets), _services_of(present)
    codes = [row.text("code") for row in rows]
    codes_before = [row.text("code") for row in known]
    pairs = sorted(
        (
            -len(services.get(new, frozenset()) & services_before.get(old, frozenset())),
            rows[new].text("applies_to") != known[old].text("applies_to"),
            new,
            old,
        )
        for new, code in enumerate(codes)
        for old, code_before in enumerate(codes_before)
        if code and code == code_before
    )
    uids: dict[int, Uid | None] = {at: row.uid for at, row in enumerate(rows) if row.uid}
    taken = {at for at, row in enumerate(known) if row.uid in set(uids.values())}
    for shared, is_other, new, old in pairs:
        is_alone = codes.count(codes[new]) == codes_before.count(codes[new]) == 1
        if new not in uids and old not in taken and (shared or is_alone or not is_other):
            uids[new] = known[old].uid
            taken.add(old)
    return tuple(
        SheetRow(uids[at], row.texts) if at in uids else row for at, row in enumerate(rows)
    )


def _services_of(sheets: Sheets) -> dict[int, frozenset[int]]:
    """Return the numbers of the services to which each indicator applies, by its place."""
    return {entry.row.number - 2: entry.services for entry in drafted(sheets).rubric.rows}
