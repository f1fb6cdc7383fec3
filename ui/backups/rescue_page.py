"""A damaged document: it stays as it is; its newest backup, or what can be read, is opened."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.backups.own_thread import OwnThread
from ui.backups.restored_tray import RestoredTray
from ui.backups.words import held_words, size_words, when_words, why_words
from ui.document_page import DocumentPage
from ui.problems import require_expected, sentence_of
from ui.settings import Recent
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, HALF_BOLD, PAGE_TITLE
from ui.theme.icons import IconMark
from ui.theme.parts import Card, Words, button, restyle
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import CARD_GAP, PAGE_COLUMN
from workbench.backups.contents import Contents, contents_of
from workbench.backups.newest import Sound
from workbench.backups.restoring import restore
from workbench.salvaging.salvaging import (
    Salvaged,
    backup_of_damaged,
    free_name,
    salvage,
)
from workbench.salvaging.telling import sentences


class Offer(NamedTuple):
    """The newest sound backup of the damaged document, and what it holds."""

    sound: Sound
    uid: bytes
    contents: Contents


class RescuePage(DocumentPage):
    """What the window shows in place of a document that does not prove itself."""

    looked = Signal()
    """Whether there is a sound backup is known and shown."""
    answered = Signal()
    """A new file is there, or the page says why it is not."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._offer: Offer | None = None
        self._has_looked = False
        self._done: Salvaged | None = None
        self._thread = OwnThread(self)
        self._title, self._why = Words(PAGE_TITLE + 3, 700), Words(BODY, role="text2")
        self._backup_title, self._held = RunLine(), RunLine()
        self._read_title, self._read_words = RunLine(), Words(BODY, role="text2")
        self.restore_it, self.salvage_it = button("primary"), button()
        self.tray = RestoredTray()
        self.told = Words(BODY)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self.restore_it.clicked.connect(self._restore)
        self.salvage_it.clicked.connect(self._salvage)
        self.tray.open_requested.connect(self.open_requested)
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(PAGE_COLUMN)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 32, 0, 32)
        column.setSpacing(CARD_GAP)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconMark("alert", "danger", 22), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        column.addWidget(self._why)
        column.addWidget(self._card(self._backup_title, self._held, self.restore_it))
        column.addWidget(self._card(self._read_title, self._read_words, self.salvage_it))
        column.addWidget(self.tray)
        column.addWidget(self.told)
        column.addStretch(1)
        across = QWidget()
        row = QHBoxLayout(across)
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(inside, 1000)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(across)
        for part in (scroll.viewport(), across):
            part.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _card(self, title: QWidget, words: QWidget, act: QWidget) -> Card:
        card = Card()
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(title)
        beside.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(beside, 1)
        row.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        card.column.addLayout(row)
        return card

    # --- document page ----------------------------------------------------------------------

    def title(self) -> str:
        return self._path.name

    def recent(self) -> Recent:
        kind = "round" if self._path.suffix.casefold() == ".round" else "score"
        return Recent(path=str(self._path), kind=kind, title=self._path.stem)

    def begin(self) -> None:
        path = self._path
        self._thread.run(lambda: _offer(path), self._on_looked, self._on_unseen)
        self._show_state()
        QTimer.singleShot(0, self, self.ready.emit)

    def take_focus(self) -> None:
        first = self.restore_it if self._offer is not None else self.salvage_it
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self._thread.give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard."""
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QAbstractButton) and not event.isAutoRepeat():
            focused.click()
        else:
            super().keyPressEvent(event)

    # --- words ------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self._title.setText(self.tr("{name} is damaged").format(name=self._path.name))
        self._why.setText(
            self.tr(
                "It no longer proves itself whole, so it was not opened. The file itself stays "
                "exactly as it is."
            )
        )
        title = self.tr("Newest sound backup")
        self._backup_title.say(Run(title, CARD_TITLE, HALF_BOLD))
        self._held.say(Run(self._held_words(), CAPTION, role="text2"))
        self._read_title.say(Run(self.tr("What can be read"), CARD_TITLE, HALF_BOLD))
        self._read_words.setText(
            self.tr(
                "Every entry that still proves itself goes into a new file, which says what is "
                "missing."
            )
        )
        self.restore_it.setText(self.tr("Open the backup as a new file"))
        self.salvage_it.setText(self.tr("Save what can be read as a new file"))
        if self._done is not None:
            self.told.setText("\n".join(sentence_of(one) for one in sentences(self._done)))

    def _held_words(self) -> str:
        if self._offer is None:
            return (
                self.tr("There is none on this computer.")
                if self._has_looked
                else self.tr("Looking for it…")
            )
        backup = self._offer.sound.backup
        now = datetime.now().astimezone()
        parts = (when_words(backup.at, now), why_words(backup.why))
        held = held_words(self._offer.contents), size_words(backup.size)
        return " · ".join((*parts, *held))

    def _show_state(self) -> None:
        is_free = not self._thread.is_busy()
        self.restore_it.setVisible(self._offer is not None)
        self.restore_it.setEnabled(is_free)
        self.salvage_it.setEnabled(is_free)
        has_more_to_do = self._offer is None and self._done is None
        restyle(self.salvage_it, "kind", "primary" if has_more_to_do else "plain")
        self.told.setVisible(self._done is not None)
        self.retranslate()

    # --- work -------------------------------------------------------------------------------

    def _on_looked(self, offer: Offer | None) -> None:
        self._offer, self._has_looked = offer, True
        self._show_state()
        self.take_focus()
        self.looked.emit()

    def _on_unseen(self, error: Exception) -> None:
        require_expected(error)  # backups that cannot be read are none to offer
        self._on_looked(None)

    @Slot()
    def _restore(self) -> None:
        offer, path, word = self._offer, self._path, self.tr("restored")
        if offer is not None:
            self._work(lambda: restore(offer.sound.backup, offer.uid, path, word))

    @Slot()
    def _salvage(self) -> None:
        path, word = self._path, self.tr("salvaged")
        self._work(lambda: salvage(path, free_name(path, word)))

    def _work(self, job: Callable[[], Path | Salvaged]) -> None:
        self.tray.clear()
        self._done = None
        self._thread.run(job, self._on_made, self._on_refused)
        self._show_state()

    def _on_made(self, made: Path | Salvaged) -> None:
        self._done = made if isinstance(made, Salvaged) else None
        self._show_state()
        restyle(self.restore_it, "kind", "plain")  # one filled button: now it is the way on
        path = made.path if isinstance(made, Salvaged) else made
        self.tray.show_restored(path, beside_damaged=True)
        self.answered.emit()

    def _on_refused(self, error: Exception) -> None:
        self._show_state()
        self.tray.show_error(require_expected(error))
        self.answered.emit()


def _offer(path: Path) -> Offer | None:
    sound = backup_of_damaged(path)
    if sound is None:
        return None
    uid = bytes.fromhex(sound.backup.path.parent.name)
    return Offer(sound, uid, contents_of(sound.backup, uid, {}))
