"""Findings as lists: which cells change when items are replaced, added, moved or linked."""

from collections.abc import Sequence
from uuid import uuid4

from workbench.definition.terms import Uid
from workbench.journal.fields import Field
from workbench.journal.pen import Change
from workbench.results.findings import Lists
from workbench.scoring.values import stored_text

Place = tuple[Uid, Uid, str]
"""(owner, service, kind): where one list stands."""


def list_changes(lists: Lists, place: Place, texts: Sequence[str]) -> list[Change]:
    """Return what turns the list at ``place``, as ``lists`` has it, into ``texts``.

    Row n keeps the uid of item n, new items come behind the last, surplus items are cleared,
    a blank row is no item (DESIGN §7).

    Raises:
        InputError: a text is longer than 100,000 characters.
    """
    owner, service, kind = place
    wanted = [text for text in map(stored_text, texts) if text is not None]
    present = lists.get(place, [])
    changes: list[Change] = [
        ((owner, service, uid, kind), text)
        for (uid, _, _), text in zip(present, wanted, strict=False)
    ]
    behind = _last_order(lists, place)
    for number, text in enumerate(wanted[len(present) :], start=behind + 1):
        changes += _item(place, uuid4().bytes, text, number)
    changes += [((owner, service, uid, kind), None) for uid, _, _ in present[len(wanted) :]]
    return changes


def typed(lists: Lists, place: Place, uid: Uid, text: str) -> list[Change]:
    """Return what stores ``text`` as the item ``uid``, behind the last one where it is new.

    Blank text takes an item away and makes no new one.

    Raises:
        InputError: the text is longer than 100,000 characters.
    """
    owner, service, kind = place
    stored = stored_text(text)
    if any(item == uid for item, _, _ in lists.get(place, [])):
        return [((owner, service, uid, kind), stored)]
    return [] if stored is None else _item(place, uid, stored, _last_order(lists, place) + 1)


def moved(lists: Lists, place: Place, uid: Uid, steps: int) -> list[Change]:
    """Return what moves the item ``uid`` by ``steps`` rows (up is negative), as far as it goes."""
    owner, service, _ = place
    uids = [item for item, _, _ in lists.get(place, [])]
    before = uids.index(uid)
    after = min(max(before + steps, 0), len(uids) - 1)
    uids.insert(after, uids.pop(before))
    return [
        ((owner, service, item, Field.ORDER), str(number))
        for number, item in enumerate(uids, start=1)
    ]


def about(place: Place, uid: Uid, indicator: Uid | None) -> list[Change]:
    """Return what links the item ``uid`` to an indicator, or to none."""
    owner, service, _ = place
    value = None if indicator is None else indicator.hex()
    return [((owner, service, uid, Field.ABOUT), value)]


def _item(place: Place, uid: Uid, text: str, order: int) -> list[Change]:
    owner, service, kind = place
    return [
        ((owner, service, uid, kind), text),
        ((owner, service, uid, Field.ORDER), str(order)),
    ]


def _last_order(lists: Lists, place: Place) -> int:
    return max((int(order) for _, order, _ in lists.get(place, [])), default=0)
