"""Edits of an open round that are not applied yet, kept in the round itself against a crash."""

import json
from typing import Final

from models.definitions import facts, set_fact
from models.errors import StoreError
from workbench.definition.layout import LAYOUTS
from workbench.rounds.desk import RoundDesk
from workbench.rounds.finality import require_open
from workbench.setup.sheets import SheetRow, Sheets, columns_of

FACT: Final = "draft"
"""The fact that holds the edited sheets; empty or absent while there are none."""


def stored_draft(desk: RoundDesk) -> Sheets | None:
    """Return the edits that were kept last, None where there are none.

    Raises:
        StoreError: the file cannot be read, or what it holds is no draft of ours.
    """
    with desk.store.read() as connection:
        text = facts(connection).get(FACT, "")
    if not text:
        return None
    try:
        return _sheets(json.loads(text))
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise StoreError("store_damaged", name=desk.path.name) from error


def keep_draft(desk: RoundDesk, sheets: Sheets | None) -> None:
    """Keep ``sheets`` as the edits that are not applied yet; None forgets them.

    Raises:
        MergeError: the round is final.
        StoreError: the disk refuses; the edits kept before still stand.
    """
    with desk.store.write() as connection:
        require_open(connection)
        set_fact(connection, FACT, "" if sheets is None else _text(sheets))


def _text(sheets: Sheets) -> str:
    found = {
        layout.sheet: [
            [
                None if row.uid is None else row.uid.hex(),
                *(row.text(column) for column in columns_of(layout.sheet)),
            ]
            for row in sheets.of(layout.sheet)
        ]
        for layout in LAYOUTS
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _sheets(found: dict[str, list[list[str]]]) -> Sheets:
    return Sheets(
        {
            layout.sheet: tuple(
                SheetRow(
                    bytes.fromhex(uid) if uid else None,
                    dict(zip(columns_of(layout.sheet), texts, strict=True)),
                )
                for uid, *texts in found[layout.sheet]
            )
            for layout in LAYOUTS
        }
    )
