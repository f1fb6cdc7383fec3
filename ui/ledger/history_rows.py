"""Everything that happened as rows, newest first, in groups that the chips let through."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.ledger.rows import Cell, Column, Row
from ui.ledger.wording import when_words
from ui.problems import sentence_of
from ui.theme.glyphs import Glyph
from workbench.hangul import strokes
from workbench.ledger.entries import Entry

_NUMBER: Final = 44
_WHEN: Final = 138


class Group(StrEnum):
    """What the chips let through."""

    ALL = "all"
    IMPORTS = "imports"
    SETTLEMENTS = "settlements"
    DEFINITION = "definition"
    RESULTS = "results"
    EXPORTS = "exports"


_GROUPS: Final = {
    "merged": Group.IMPORTS,
    "withdrawn": Group.IMPORTS,
    "settled": Group.SETTLEMENTS,
    "moderated": Group.SETTLEMENTS,
    "moderation_confirmed": Group.SETTLEMENTS,
    "moderation_dropped": Group.SETTLEMENTS,
    "adjusted": Group.SETTLEMENTS,
    "adjustment_taken_back": Group.SETTLEMENTS,
    "figures_confirmed": Group.SETTLEMENTS,
    "confirmation_dropped": Group.SETTLEMENTS,
    "worded": Group.RESULTS,
    "created": Group.DEFINITION,
    "definition_changed": Group.DEFINITION,
    "evaluator_replaced": Group.DEFINITION,
    "issued": Group.RESULTS,
    "objection_logged": Group.RESULTS,
    "objection_decided": Group.RESULTS,
    "finalised": Group.RESULTS,
    "reopened": Group.RESULTS,
    "handed_out": Group.EXPORTS,
    "exported": Group.EXPORTS,
    "repaired": Group.DEFINITION,
    "salvaged": Group.DEFINITION,
}


def group_word(group: Group) -> str:
    """Return the name of a group."""
    return {
        Group.ALL: QCoreApplication.translate("Ledger", "All"),
        Group.IMPORTS: QCoreApplication.translate("Ledger", "Imports"),
        Group.SETTLEMENTS: QCoreApplication.translate("Ledger", "Settled and agreed"),
        Group.DEFINITION: QCoreApplication.translate("Ledger", "Set-up"),
        Group.RESULTS: QCoreApplication.translate("Ledger", "Result"),
        Group.EXPORTS: QCoreApplication.translate("Ledger", "Handed out"),
    }[group]


@dataclass(frozen=True, slots=True)
class Told:
    """An entry spelt out once, so that a search need not spell it again."""

    entry: Entry
    words: str
    group: Group
    keys: str
    """Words and reason as the keys they are typed with."""

    def fits(self, group: Group, wanted: str) -> bool:
        """Say whether the entry is of ``group`` and holds every word of ``wanted``."""
        if group is not Group.ALL and group is not self.group:
            return False
        return all(word in self.keys for word in strokes(wanted).split())


def told(entries: Sequence[Entry]) -> tuple[Told, ...]:
    """Return ``entries`` in the window's language, newest first."""
    return tuple(map(_told, reversed(entries)))


def _told(entry: Entry) -> Told:
    words = sentence_of(entry.words)
    keys = strokes(f"{words} {entry.reason}")
    return Told(entry, words, _GROUPS.get(entry.kind, Group.ALL), keys)


def columns() -> tuple[Column, ...]:
    """Return the captions of the history."""
    return (
        Column(QCoreApplication.translate("Ledger", "No."), _NUMBER, is_number=True),
        Column("", 14),
        Column(QCoreApplication.translate("Ledger", "When"), _WHEN),
        Column(QCoreApplication.translate("Ledger", "What happened")),
    )


def row_of(one: Told, broken_at: int | None) -> Row:
    """Return an entry's row; from ``broken_at`` on nothing is vouched for any more."""
    entry = one.entry
    is_broken = broken_at is not None and entry.number >= broken_at
    return Row(
        entry.number,
        (
            Cell(str(entry.number), "text" if is_broken else "text3"),
            Cell(),
            Cell(when_words(entry.at), "text" if is_broken else "text2"),
            Cell(
                one.words,
                "text",
                below=entry.reason.replace("\n", " "),
                glyph=Glyph.ERROR if is_broken else None,
            ),
        ),
        "danger_tint" if is_broken else "",
    )
