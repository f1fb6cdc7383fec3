"""Whether a round is final: then nothing in it changes until the lead reopens it with a reason."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection

from models.definitions import facts
from models.imports import events
from workbench.errors import MergeError
from workbench.exact import printed
from workbench.results.outcome import Outcome
from workbench.results.scoring import compute
from workbench.rounds.state import RoundState, read_state

FACT: Final = "final"
"""The fact that holds the hash of the final state; empty or absent while the round is open."""


def final_hash(connection: Connection) -> str:
    """Return the hash under which the round was made final, empty while it is open."""
    return facts(connection).get(FACT, "")


def require_open(connection: Connection) -> None:
    """Refuse to change a final round; every use case that writes to a round asks this first.

    Raises:
        MergeError: the round is final.
    """
    if final_hash(connection):
        raise MergeError("round_final")


def state_hash(state: RoundState, outcome: Outcome) -> str:
    """Return the SHA-256, in hexadecimal, over all that the result follows from, and the result.

    That is the round, its definition version, the sorted ids of its counted heads and every
    printed number: another program that made other numbers of the same marks would show.
    """
    digest = sha256(b"scoring-workbench result 1\n" + state.uid + state.version)
    digest.update(b"".join(sorted(row.id for group in state.heads.values() for row in group)))
    for line in _printed(outcome):
        digest.update(f"\n{line}".encode())
    return digest.hexdigest()


def is_as_finalised(connection: Connection) -> bool:
    """Say whether finality is what the history says, and a final result still the same.

    Raises:
        StoreError: a byte of what results follow from was changed.
    """
    told = ""
    for event in events(connection):
        if event.kind in ("finalised", "reopened"):
            told = json.loads(event.detail).get("hash", "") if event.kind == "finalised" else ""
    made = final_hash(connection)
    if made != told or not made:
        return made == told
    state = read_state(connection)
    return made == state_hash(state, compute(state.definition, state.heads, state.versions))


def _printed(outcome: Outcome) -> Iterator[str]:
    places = outcome.definition.rules.score_places
    yield "–" if outcome.average is None else printed(outcome.average, places)
    for row in outcome.services:
        total = "–" if row.total is None else printed(row.total, places)
        sections = (printed(points, places) for points in (row.sections or {}).values())
        yield " ".join((str(row.service.number), row.verdict, total, *sections))
