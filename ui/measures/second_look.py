"""Who shall confirm, and which of the figures that person may confirm; in words where not."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.measures.person_choice import Person
from ui.measures.words import open_words, why_word
from ui.setup.choices import choices_of
from workbench.definition.places import named
from workbench.definition.terms import Uid
from workbench.measures.confirmations import UNCONFIRMED, FiguresRow, Stand, why_not
from workbench.results.outcome import Outcome


@dataclass(frozen=True, slots=True)
class SecondLook:
    """A result and the person who confirms its figures; None while nobody was chosen."""

    outcome: Outcome
    by: Uid | None

    @property
    def name(self) -> str:
        """Code and name of the person; empty for nobody."""
        return "" if self.by is None else named(self.outcome.definition, self.by)

    def people(self, row: FiguresRow) -> list[Person]:
        """Return everybody of the round, with why somebody may not confirm ``row``."""
        roles = choices_of("evaluators", "role")
        return [
            Person(
                one.uid,
                f"{one.code} {one.name}",
                roles.get(one.role.value, ""),
                why_word(self.outcome, row, one.uid),
            )
            for one in self.outcome.definition.evaluators
        ]

    def may(self, row: FiguresRow) -> bool:
        """Say whether the person may confirm ``row``, and there is something to confirm."""
        is_waiting = row.stand in UNCONFIRMED
        return is_waiting and self.by is not None and not why_not(self.outcome, row, self.by)

    def among(self, rows: Iterable[FiguresRow]) -> list[FiguresRow]:
        """Return what the person may confirm among ``rows``."""
        return [row for row in rows if self.may(row)]

    def refusal(self, row: FiguresRow) -> str:
        """Return why ``row`` is not confirmed now, in a sentence; empty where it can be."""
        if row.stand is Stand.OPEN:
            return open_words(row)
        if row.stand is Stand.CONFIRMED:
            return QCoreApplication.translate("Measures", "A second person stands for them.")
        if self.by is None:
            return QCoreApplication.translate(
                "Measures", "Choose who confirms: somebody who did not enter these figures."
            )
        reason = why_word(self.outcome, row, self.by)
        if not reason:
            return ""
        words = QCoreApplication.translate(
            "Measures", "{who} {reason}. Somebody else has to confirm them."
        )
        return words.format(who=self.name, reason=reason)
