"""The heads of marks laid out by place: a whole round is read without looking every mark up."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from models.journal import Revision
from workbench.definition.terms import Uid
from workbench.journal.fields import FIGURES, Field
from workbench.journal.revisions import Cell

Heads = Mapping[Cell, Sequence[Revision]]
Columns = Mapping[str, Mapping[Uid, Sequence[Revision]]]
"""By field and owner the heads of the marks of one indicator of one service."""
_MARKS: Final = FIGURES | {Field.NOT_APPLICABLE}
_NOTHING: Final[Columns] = MappingProxyType({})


class MarkTable:
    """All heads of a round, those of marks by service, indicator, field and owner."""

    def __init__(self, heads: Heads) -> None:
        """Lay ``heads`` out."""
        self.others: dict[Cell, Sequence[Revision]] = {}
        """The heads of all that is no mark: findings, recusals, what the lead wrote."""
        self._marks: dict[Uid, dict[Uid, dict[str, dict[Uid, Sequence[Revision]]]]] = {}
        for cell, group in heads.items():
            owner, service, subject, field = cell
            if field not in _MARKS:
                self.others[cell] = group
                continue
            try:
                self._marks[service][subject][field][owner] = group
            except KeyError:  # the first of its place
                of_service = self._marks.setdefault(service, {})
                of_service.setdefault(subject, {}).setdefault(field, {})[owner] = group

    def columns(self, service: Uid, indicator: Uid) -> Columns:
        """Return the heads of the marks of one indicator of one service."""
        return self._marks.get(service, {}).get(indicator, _NOTHING)

    def unexpected(self, expected: Mapping[tuple[Uid, Uid], tuple[Uid, ...]]) -> Heads:
        """Return the heads of marks that are there though they are expected of nobody."""
        return {
            (owner, service, indicator, field): group[owner]
            for service, of_service in self._marks.items()
            for indicator, columns in of_service.items()
            for field, group in columns.items()
            for owner in group.keys() - expected.get((service, indicator), ())
        }
