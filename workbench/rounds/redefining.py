"""Another definition comes into force: what that does is shown first, and exactly that is done."""

import json
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection

from models import definitions
from models.definitions import Version, add_version, set_fact
from models.errors import AppError
from workbench.backups.shelf import Why, back_up
from workbench.definition.parts import to_parts, version_hash
from workbench.definition.places import named
from workbench.definition.terms import Definition
from workbench.errors import InputError, MergeError
from workbench.home import now_ms
from workbench.ledger.kept_words import kept
from workbench.results.outcome import Outcome
from workbench.results.scoring import compute
from workbench.rounds.desk import RoundDesk
from workbench.rounds.finality import require_open
from workbench.rounds.history import record_event
from workbench.rounds.state import RoundState, read_state
from workbench.setup.changes import changed_parts
from workbench.setup.draft import FACT
from workbench.setup.effects import Effect, ServiceMove, effects, moves
from workbench.setup.reading import read_sheets
from workbench.setup.sheets import Sheets
from workbench.text import clean_text


@dataclass(frozen=True)
class ChangePlan:
    """What a changed definition would do to the round; ``redefine`` does exactly that."""

    definition: Definition
    changed_parts: tuple[AppError, ...]
    """What is different: rules, indicators, services, evaluators, assignments."""
    effects: tuple[Effect, ...]
    """Every mark and text that is touched, by kind, service and indicator."""
    before: Outcome
    after: Outcome
    moved: tuple[ServiceMove, ...]
    """The services whose verdict or total becomes another."""
    is_handed_out: bool
    """Books were handed out, so that a change asks for a reason."""
    basis: bytes
    """Known by this: the state of the round for which the plan was made."""


def plan_change(desk: RoundDesk, sheets: Sheets) -> ChangePlan:
    """Return what the definition in ``sheets`` would do to the round; nothing is written.

    Raises:
        DefinitionUnfit: with every problem of the sheets.
        InputError: nothing is different, or somebody who has a book would not be in it.
        StoreError: the round cannot be read.
    """
    definition = read_sheets(sheets)
    with desk.store.read() as connection:
        state = read_state(connection)
    return planned(state, definition)


def planned(state: RoundState, definition: Definition) -> ChangePlan:
    """Return what ``definition`` would do to the round in ``state``.

    Raises:
        InputError: nothing is different, or somebody who has a book would not be in it.
    """
    if definition == state.definition:
        raise InputError("change_nothing")
    for uid in state.books:
        if uid not in definition.evaluator:
            raise InputError("change_book_owner", evaluator=named(state.definition, uid))
    before = compute(state.definition, state.heads, state.versions)
    after = compute(definition, state.heads, state.versions)
    return ChangePlan(
        definition=definition,
        changed_parts=changed_parts(state.definition, definition),
        effects=effects(before, after),
        before=before,
        after=after,
        moved=moves(before, after),
        is_handed_out=bool(state.books),
        basis=state_basis(state),
    )


def redefine(desk: RoundDesk, change: ChangePlan | Sheets, reason: str) -> ChangePlan:
    """Put a changed definition in force, after a backup, in one transaction; return what it did.

    Edits kept as a draft are forgotten: they are in force now.

    Raises:
        DefinitionUnfit: with every problem of the sheets.
        InputError: no reason though books were handed out, nothing is different, or somebody who
            has a book would not be in it.
        MergeError: the round is final, or became another since the plan was made.
        StoreError: the disk refuses; the round is as before.
    """
    plan = change if isinstance(change, ChangePlan) else plan_change(desk, change)
    said = clean_text(reason)
    with desk.store.read() as connection:
        require_open(connection)
        state = read_state(connection)
    if plan.is_handed_out and not said:
        raise InputError("change_reason_missing")
    back_up(desk.store, state.uid, Why.CHANGE)
    with desk.store.write() as connection:
        if state_basis(read_state(connection)) != plan.basis:
            raise MergeError("change_outdated")
        version = put_in_force(connection, plan.definition, said)
        set_fact(connection, FACT, "")
        record_event(connection, "definition_changed", **detail_of(plan, version, said))
    desk.reload()
    return plan


def put_in_force(connection: Connection, definition: Definition, reason: str) -> bytes:
    """Add ``definition`` as the newest version of the round, in force; return its hash.

    A definition that was in force before comes back as a version of its own, so that the newest
    version is always the one in force and books can tell which of two is later.
    """
    earlier = definitions.bodies(connection)
    known = {version.hash for version in definitions.versions(connection)}
    parts = to_parts(definition, earlier)
    if version_hash(parts) in known:
        others = {hash_: body for hash_, body in earlier.items() if not _is_rules(body)}
        parts = to_parts(definition, others)
    version = Version(version_hash(parts), now_ms(), reason, frozenset(parts))
    add_version(connection, version, parts.items())
    set_fact(connection, "definition", version.hash.hex())
    return version.hash


def detail_of(plan: ChangePlan, version: bytes, reason: str) -> dict[str, object]:
    """Return what the history keeps of a change: version, reason, parts and counts of effects."""
    return {
        "version": version.hex(),
        "reason": reason,
        "parts": [kept(part) for part in plan.changed_parts],
        "effects": dict(Counter(effect.kind for effect in plan.effects)),
    }


def _is_rules(body: str) -> bool:
    return bool(json.loads(body)["kind"] == "rules")


def state_basis(state: RoundState) -> bytes:
    """Return by what the state of a round is known again: definition, heads, who has a book."""
    ids = sorted(row.id for group in state.heads.values() for row in group)
    owners = sorted(state.books)
    return sha256(b"".join((state.version, *ids, *owners))).digest()
