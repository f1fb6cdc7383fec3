"""Findings as lists: which cells change when an evaluator's list is replaced by another."""

from collections.abc import Sequence
from uuid import uuid4

from workbench.definition.terms import Uid
from workbench.journal.fields import Field
from workbench.journal.pen import Change
from workbench.results.findings import Lists
from workbench.scoring.values import stored_text


def list_changes(
    lists: Lists, owner: Uid, service: Uid, kind: str, texts: Sequence[str]
) -> list[Change]:
    """Return what turns the owner's list of one kind, as ``lists`` has it, into ``texts``.

    Row n keeps the uid of item n, new items come behind the last, surplus items are cleared,
    a blank row is no item (DESIGN §7).

    Raises:
        InputError: a text is longer than 100,000 characters.
    """
    wanted = [text for text in map(stored_text, texts) if text is not None]
    present = lists.get((owner, service, kind), [])
    changes: list[Change] = [
        ((owner, service, uid, kind), text)
        for (uid, _, _), text in zip(present, wanted, strict=False)
    ]
    place = max((int(order) for _, order, _ in present), default=0)
    for text in wanted[len(present) :]:
        place += 1
        uid = uuid4().bytes
        changes.append(((owner, service, uid, kind), text))
        changes.append(((owner, service, uid, Field.ORDER), str(place)))
    changes += [((owner, service, uid, kind), None) for uid, _, _ in present[len(wanted) :]]
    return changes
