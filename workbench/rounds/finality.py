"""Whether a round is final: then nothing in it changes until the lead reopens it with a reason."""

from typing import Final

from sqlalchemy import Connection

from models.definitions import facts
from workbench.errors import MergeError

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
