"""Bringing what is wanted into the round: one write at a time, and at the last moment at once."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal, Slot

from ui.round.session import RoundSession
from ui.wording.drafts import Drafts, Key
from workbench.definition.terms import Uid
from workbench.rounds.desk import RoundDesk
from workbench.wording.passages import word_passages
from workbench.wording.taking import Lines
from workbench.wording.texts import ServiceTexts


class Keeping(QObject):
    """Lists are stored whole as soon as something in them was left.

    What is wanted while a write runs goes with the reading that follows it; what the round
    refuses stays wanted and goes with the next change.
    """

    store_requested = Signal()
    """Whatever is being typed must be wanted now."""

    def __init__(self, session: RoundSession) -> None:
        super().__init__(session)
        self.drafts = Drafts()
        self._session = session
        self._is_writing = self._is_closing = False
        session.failed.connect(self._on_failed)
        session.closing.connect(self._on_closing)

    def take(self, texts: Iterable[ServiceTexts]) -> None:
        """Know what the round holds now."""
        self._is_writing = False
        self.drafts.take(texts)

    def want(self, service: Uid, lists: Mapping[str, Lines]) -> None:
        """Want several lists of a service at once, as one change of the round.

        Raises:
            InputError: a text is longer than 100,000 characters; it is not wanted then.
        """
        for kind, lines in lists.items():
            self.drafts.want((service, kind), lines)

    def send(self) -> None:
        """Write what waits."""
        waiting = self.drafts.waiting()
        may_not = self._is_writing or self._is_closing or not self._session.may_write
        if not waiting or may_not:
            return
        self._is_writing = True
        self._session.change(
            lambda desk, _: _write(desk, waiting),
            self.tr("Storing the final wording"),
            self._on_written,
        )

    @Slot(object)
    def _on_written(self, _nothing: object) -> None:
        self._is_writing = False

    @Slot(object)
    def _on_failed(self, _error: object) -> None:
        self._is_writing = False

    @Slot()
    def _on_closing(self) -> None:
        """Store what is being typed here and now; nothing can be written behind this."""
        self._is_closing = True
        self.store_requested.emit()
        waiting = self.drafts.waiting()
        if waiting and self._session.may_write:
            self._session.at_once(lambda desk: _write(desk, waiting))


def _write(desk: RoundDesk, waiting: Mapping[Key, Lines]) -> None:
    for (service, kind), lines in waiting.items():
        word_passages(desk, service, kind, lines)
