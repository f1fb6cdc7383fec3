"""Objections as they stand in the lead's cells."""

import json
from collections.abc import Iterator
from typing import Any

from workbench.definition.terms import Uid
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


def undecided(state: RoundState) -> Iterator[tuple[int, str]]:
    """Yield number and service of every objection that waits for its decision."""
    for (service, _), content in logged_objections(state).items():
        known = state.definition.service.get(service)
        if known is not None and not content["decision"]:
            yield content["number"], f"{known.number} {known.name}"
