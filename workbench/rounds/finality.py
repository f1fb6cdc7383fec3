"""Whether a round is final: then nothing in it changes until the lead reopens it with a reason."""

from hashlib import sha256
from typing import Final

from sqlalchemy import Connection

from models.definitions import facts
from workbench.errors import MergeError
from workbench.rounds.state import RoundState

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


def state_hash(state: RoundState) -> str:
    """Return the SHA-256, in hexadecimal, over all that the result follows from.

    That is the round, its definition version and the sorted ids of its counted heads: two
    rounds with this hash print the same numbers.
    """
    digest = sha256(b"scoring-workbench result 1\n" + state.uid + state.version)
    digest.update(b"".join(sorted(row.id for group in state.heads.values() for row in group)))
    return digest.hexdigest()
