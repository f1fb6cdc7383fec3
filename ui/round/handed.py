"""Who was given a book when, and whose is older than the definition in force: from the history."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workbench.home import moment
from workbench.ledger.entries import Entry, history
from workbench.rounds.desk import RoundDesk


@dataclass(frozen=True, slots=True)
class Handed:
    """By evaluator code; those in ``outdated`` need an update book."""

    when: Mapping[str, datetime] = field(default_factory=dict)
    outdated: frozenset[str] = frozenset()


def handed_out(desk: RoundDesk) -> Handed:
    """Return who has which book, as far as the history of the round tells."""
    given: dict[str, Entry] = {}
    changed = 0
    for entry in history(desk).entries:
        if entry.kind == "handed_out":
            given |= dict.fromkeys(entry.detail["books"], entry)
        elif entry.kind == "evaluator_replaced":
            changed = entry.number
            given[entry.detail["arriving"]] = entry
        elif entry.kind == "definition_changed":
            changed = entry.number
    return Handed(
        {code: moment(entry.at) for code, entry in given.items()},
        frozenset(code for code, entry in given.items() if entry.number < changed),
    )
