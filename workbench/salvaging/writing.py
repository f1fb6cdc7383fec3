"""What was proven becomes a new document, which has to pass the check before it is put in place."""

import json
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from models.definitions import add_version, set_fact
from models.errors import StoreError
from models.imports import Import, add_book, add_event, add_import, add_seals
from models.journal import add_revisions, replace_heads
from models.schema import DocumentKind
from workbench.checking import check_file
from workbench.journal.counting import counting
from workbench.journal.revisions import heads
from workbench.results.scoring import compute
from workbench.rounds.creating import Draft
from workbench.rounds.finality import FACT, state_hash
from workbench.rounds.history import record_event
from workbench.rounds.state import read_state
from workbench.salvaging.gathering import Gathered
from workbench.salvaging.known import Known

SALVAGED: Final = "salvaged"
"""The fact, and the kind of event, that tell from which file a document was salvaged."""
_REOPENED: Final = "손상된 파일에서 되살린 회차입니다. 확정할 때의 상태와 다릅니다."


def write_salvaged(found: Gathered, target: Path, source: dict[str, Any]) -> bool:
    """Write what was proven as the new document ``target``; say whether it is final as before.

    ``source`` says from what it was salvaged and what is missing; the document keeps it.

    Raises:
        InputError: ``target`` exists.
        StoreError: the disk refuses, or what was proven makes no sound document; nothing is left.
    """
    with Draft(target, found.kind) as store:
        with store.write() as connection:
            _fill(connection, found.known, is_round=found.kind is DocumentKind.ROUND)
            set_fact(connection, SALVAGED, json.dumps(source, ensure_ascii=False, sort_keys=True))
            is_final = True
            if found.kind is DocumentKind.ROUND:
                is_final = _as_final_as_before(connection, found.known)
                record_event(connection, SALVAGED, **source)
        if check_file(store.path):
            raise StoreError("salvage_failed", name=target.name)
    return is_final


def _fill(connection: Connection, known: Known, *, is_round: bool) -> None:
    for key, value in known.facts.items():
        set_fact(connection, key, value)
    for version in known.versions.values():
        texts = {hash_: known.texts[hash_] for hash_ in version.parts if hash_ in known.texts}
        add_version(connection, version, texts.items())
    numbers = add_revisions(connection, list(known.revisions.values()))
    seals = add_seals(connection, known.seals, numbers)
    for owner, uid in sorted(known.books.items()):
        add_book(connection, owner, uid)
    for row in known.imports:
        brought = frozenset(numbers[id_] for id_ in row.revisions)
        add_import(connection, Import(*row[:6], brought), [seals[id_] for id_ in row.seals])
    for event in known.events:
        add_event(connection, event)
    replace_heads(connection, (), [numbers[id_] for id_ in derived_heads(known, is_round=is_round)])


def derived_heads(known: Known, *, is_round: bool) -> list[bytes]:
    """Return the ids of the heads that follow from a history."""
    counted = _counted(known) if is_round else known.revisions.keys()
    return [row.id for row in heads(known.revisions[id_] for id_ in counted)]


def _counted(known: Known) -> set[bytes]:
    """Return what counts in a round, owner by owner as everywhere."""
    lead, found = bytes.fromhex(known.facts["lead"]), set[bytes]()
    for owner in {row.owner for row in known.revisions.values()}:
        rows = {id_: row for id_, row in known.revisions.items() if row.owner == owner}
        standing = [
            row.revisions for row in known.imports if row.owner == owner and not row.withdrawn
        ]
        found |= counting(rows, standing, lead)
    return found


def _as_final_as_before(connection: Connection, known: Known) -> bool:
    """Keep a round final only where its result is still the one that was made final."""
    made = ""
    for event in known.events:
        if event.kind in ("finalised", "reopened"):
            made = json.loads(event.detail)["hash"] if event.kind == "finalised" else ""
    if not made:
        return True
    state = read_state(connection)
    if state_hash(state, compute(state.definition, state.heads, state.versions)) == made:
        set_fact(connection, FACT, made)
        return True
    record_event(connection, "reopened", reason=_REOPENED, hash=made)
    return False
