"""Objections as they stand in the lead's cells."""

import json
from collections.abc import Iterator
from typing import Any

from workbench.definition.terms import Service, Uid
from workbench.journal.fields import Field
from workbench.rounds.state import RoundState


def logged_objections(state: RoundState) -> dict[tuple[Uid, Uid], dict[str, Any]]:
    """Return the content of every objection by service and its own uid, as they were logged."""
    found = {
        (service, uid): json.loads(group[0].value)
        for (_, service, uid, field), group in state.heads.items()
        if field == Field.OBJECTION and group[0].value is not None
    }
    return dict(sorted(found.items(), key=lambda item: item[1]["number"]))


def objected_services(state: RoundState) -> dict[Uid, Service]:
    """Return every service the round ever had: an objection outlives a change of the roster."""
    definitions = (*state.versions.values(), state.definition)
    return {row.uid: row for definition in definitions for row in definition.services}


def undecided(state: RoundState) -> Iterator[tuple[int, str]]:
    """Yield number and service of every objection that waits for its decision."""
    services = objected_services(state)
    for (uid, _), content in logged_objections(state).items():
        if not content["decision"]:
            yield content["number"], f"{services[uid].number} {services[uid].name}"
