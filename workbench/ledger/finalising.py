"""Making a round final, and opening it again with a reason."""

from models.definitions import set_fact
from workbench.backups.shelf import Why, back_up
from workbench.errors import FinalExportClosed, InputError
from workbench.rounds.desk import RoundDesk
from workbench.rounds.finality import FACT, final_hash, require_open, state_hash
from workbench.rounds.history import record_event
from workbench.rounds.state import read_state
from workbench.settling.settling import reason_of


def is_final(desk: RoundDesk) -> str:
    """Return the hash under which the round is final, empty while it is open."""
    with desk.store.read() as connection:
        return final_hash(connection)


def finalise(desk: RoundDesk) -> str:
    """Lock the round in its present state, after a backup, and return the hash of that state.

    Raises:
        MergeError: it is final already.
        FinalExportClosed: something is open; each thing is named.
        StoreError: the round does not follow from its history, or the disk refuses.
    """
    with desk.store.read() as connection:
        require_open(connection)
        state = read_state(connection)
    desk.prove()
    reading = desk.reading()
    if reading.closed:
        raise FinalExportClosed(reading.closed)
    back_up(desk.store, state.uid, Why.FINAL)
    made = state_hash(state, reading.outcome)
    with desk.store.write() as connection:
        set_fact(connection, FACT, made)
        record_event(connection, "finalised", hash=made)
    return made


def reopen(desk: RoundDesk, reason: str) -> None:
    """Open a final round again.

    Raises:
        InputError: no reason, or the round is not final.
        StoreError: the disk refuses; the round stays final.
    """
    why = reason_of(reason)
    with desk.store.write() as connection:
        before = final_hash(connection)
        if not before:
            raise InputError("ledger_not_final")
        set_fact(connection, FACT, "")
        record_event(connection, "reopened", reason=why, hash=before)
