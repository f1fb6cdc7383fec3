"""What the lead wants the report to say, before and while the round takes it in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.definition.terms import Uid
from workbench.errors import InputError
from workbench.journal.fields import FINDINGS
from workbench.wording.passages import stored_line
from workbench.wording.taking import Lines
from workbench.wording.texts import ServiceTexts

Key = tuple[Uid, str]
"""Service and kind."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What was typed and cannot be stored, and why."""

    text: str
    error: InputError


class Drafts:
    """Nothing typed is lost by choosing another service or by a reading that came in between.

    A list stays wanted until a reading of the round shows it.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._stored: dict[Key, Lines] = {}
        self._wanted: dict[Key, Lines] = {}
        self._refused: dict[tuple[Uid, str, Uid], Refused] = {}

    def take(self, texts: Iterable[ServiceTexts]) -> None:
        """Know what the round holds now."""
        self._stored = {
            (row.service.uid, str(kind)): row.lines(kind) for row in texts for kind in FINDINGS
        }
        self._wanted = {
            key: lines
            for key, lines in self._wanted.items()
            if key in self._stored and lines != self._stored[key]
        }

    def lines(self, key: Key) -> Lines:
        """Return the lines as they are wanted, else as they are stored."""
        return self._wanted.get(key, self._stored.get(key, ()))

    def want(self, key: Key, lines: Lines) -> None:
        """Want ``lines`` to stand there, as the round will store them.

        Raises:
            InputError: a text is longer than 100,000 characters; nothing is wanted then.
        """
        meant = tuple(line for line in map(stored_line, lines) if line is not None)
        if meant == self._stored.get(key, ()):
            self._wanted.pop(key, None)
        else:
            self._wanted[key] = meant

    def waiting(self) -> Mapping[Key, Lines]:
        """Return what no reading of the round has shown yet."""
        return dict(self._wanted)

    def refuse(self, key: Key, uid: Uid, text: str, error: InputError) -> None:
        """Keep a text that cannot be stored."""
        self._refused[*key, uid] = Refused(text, error)

    def give_up(self, key: Key, uid: Uid) -> None:
        """Forget what could not be stored."""
        self._refused.pop((*key, uid), None)

    def refused(self, key: Key) -> dict[Uid, Refused]:
        """Return what could not be stored of one list, by the uid of its line."""
        return {uid: held for (*place, uid), held in self._refused.items() if tuple(place) == key}
