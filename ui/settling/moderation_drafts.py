"""What is typed in the form of moderation and not stored yet, cell by cell."""

from ui.settling.moderation_entries import Entry
from ui.settling.moderation_form import Draft
from workbench.results.moderated import Pair
from workbench.settling.meeting import Meeting


class Drafts:
    """Nothing typed is lost by choosing another cell."""

    def __init__(self) -> None:
        """Begin with none."""
        self._drafts: dict[Pair, Draft] = {}
        self._people = ""

    def take_people(self, meeting: Meeting) -> None:
        """Know who was present last, where nobody was named here yet."""
        if not self._people and meeting.agreed:
            newest = max(meeting.agreed, key=lambda row: row.agreed.made_at)
            self._people = "; ".join(newest.agreed.people)

    def name_people(self, people: str) -> None:
        """Keep who is present for the cells that follow."""
        self._people = people

    def keep(self, entry: Entry, draft: Draft) -> None:
        """Keep what is typed for ``entry`` if it differs from what stands there."""
        if draft == self.standing(entry):
            self.drop(entry.pair)
        else:
            self.put(entry.pair, draft)

    def put(self, pair: Pair, draft: Draft) -> None:
        """Keep ``draft``, whatever stands there."""
        self._drafts[pair] = draft

    def drop(self, pair: Pair) -> None:
        """Forget what was typed."""
        self._drafts.pop(pair, None)

    def of(self, entry: Entry) -> Draft:
        """Return what shall stand in the form."""
        return self._drafts.get(entry.pair) or self.standing(entry)

    def standing(self, entry: Entry) -> Draft:
        """Return the agreed mark; a reason is given anew each time, people stay the last ones."""
        agreed = entry.made.moderated
        if agreed is None:
            return Draft(people=self._people)
        people = self._people or "; ".join(agreed.people)
        return Draft(agreed.mark, is_out=not agreed.mark, people=people)
