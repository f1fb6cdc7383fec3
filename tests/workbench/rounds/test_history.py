"""The round's own history: chained, so that a change, a gap or a swap shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.imports import Event, events
from models.schema import DocumentKind
from models.store import open_store
from tests.workbench.rounds.small_round import merged, typed
from workbench.rounds.history import broken_link, event_hash, record_event

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench


def chain(count: int) -> list[Event]:
    entries: list[Event] = []
    for number in range(1, count + 1):
        blank = Event(number, number * 1000, "merged", f'{{"n": {number}}}', b"")
        previous = entries[-1].hash if entries else b""
        entries.append(blank._replace(hash=event_hash(previous, blank)))
    return entries


def test_an_untouched_chain_holds() -> None:
    assert broken_link([]) is None
    assert broken_link(chain(5)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"at": 7},
        {"kind": "created"},
        {"detail": "{}"},
        {"hash": b"x" * 32},
        {"number": 9},
    ],
)
def test_a_changed_entry_breaks_the_chain_there(change: dict[str, object]) -> None:
    entries = chain(5)
    entries[2] = entries[2]._replace(**change)
    assert broken_link(entries) == 3


def test_a_gap_a_swap_and_a_head_cut_off_break_the_chain() -> None:
    entries = chain(5)
    assert broken_link([*entries[:1], *entries[2:]]) == 2
    assert broken_link([entries[0], entries[2], entries[1], *entries[3:]]) == 2
    assert broken_link(entries[1:]) == 1


def test_everything_that_happens_to_a_round_is_entered(bench: Bench) -> None:
    typed(bench.books["E1"], (1, "C1", "score", "30"))
    merged(bench.round, bench.books["E1"])
    merged(bench.round, bench.books["E1"])  # nothing new is nothing that happened
    with open_store(bench.round, DocumentKind.ROUND) as store, store.read() as connection:
        entries = events(connection)
    assert [entry.kind for entry in entries] == ["created", "handed_out", "merged"]
    assert broken_link(entries) is None


def test_texts_of_every_kind_are_kept_as_they_are(bench: Bench) -> None:
    with open_store(bench.round, DocumentKind.ROUND) as store:
        with store.write() as connection:
            record_event(connection, "noted", text='"따옴표" 🏆 \\ \n', none=None, number=7)
        with store.read() as connection:
            assert broken_link(events(connection)) is None
