"""A page that reads its part of the round when it is seen, and again after every change."""

from abc import abstractmethod
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.round.lead_page import LeadPage
from ui.round.session import RoundSession
from ui.theme.page_head import PageHead
from ui.theme.tokens import CARD_GAP, PAGE_MARGIN
from workbench.progress import Progress
from workbench.rounds.desk import Reading, RoundDesk

_HEAD_GAP: Final = 14
_FOOT: Final = 20


class ReadingPage(LeadPage):
    """Head above, a body that scrolls instead of squeezing."""

    looked = Signal()
    """The round was read and is shown."""

    def __init__(
        self, session: RoundSession, *buttons: QPushButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.head = PageHead(
            *buttons, is_rehearsal=session.definition.rules.rehearsal, read_at=session.read_at
        )
        self._is_stale = False
        self.has_looked = False
        """Whether the page shows anything yet."""
        self._wants_focus = False
        self._place: object = None

    def hold(self, body: QWidget) -> None:
        """Lay ``body`` out below the head; called once by the page."""
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _HEAD_GAP, 0, 0)
        column.setSpacing(_HEAD_GAP)
        self.head.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        column.addWidget(self.head)
        column.addWidget(scroll, 1)
        inside = body.layout()
        if inside is not None:
            inside.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, _FOOT)
        self._scroll = scroll
        scroll.hide()  # until it is known what stands there

    def hold_beside(self, left: QWidget, width: int, right: QWidget | QLayout) -> None:
        """Lay a list of ``width`` out with what is chosen in it at its right."""
        body = QWidget()
        across = QHBoxLayout(body)
        across.setSpacing(CARD_GAP)
        left.setFixedWidth(width)
        across.addWidget(left)
        if isinstance(right, QWidget):
            across.addWidget(right, 1)
        else:
            across.addLayout(right, 1)
        self.hold(body)

    def allow(self, *buttons: QPushButton, also: bool = True) -> None:
        """Let buttons that write be pressed where that can be, or say why not."""
        for one in buttons:
            one.setEnabled(self.session.may_write and also)
            one.setToolTip(self.session.why_not())

    @abstractmethod
    def look(self, desk: RoundDesk, progress: Progress) -> object:
        """Return what the page shows; done beside the window."""

    @abstractmethod
    def show_found(self, found: Any) -> None:
        """Show what ``look`` returned."""

    def go_to(self, place: object) -> None:
        """Choose what another page sent the person here for."""

    @abstractmethod
    def place_focus(self) -> None:
        """Put the keyboard on what comes next."""

    def show_reading(self, reading: Reading) -> None:
        self._is_stale = True
        self._look_if_seen()

    def _look_if_seen(self) -> None:
        if self._is_stale and self.isVisible():
            self._is_stale = False
            self.session.ask(self.look, self.tr("Reading the round"), self._on_looked)

    @Slot(object)
    def _on_looked(self, found: object) -> None:
        self.has_looked = True
        self._scroll.show()
        self.show_found(found)
        place, self._place = self._place, None
        if place is not None:
            self.go_to(place)
        if self._wants_focus:
            self._wants_focus = False
            self.place_focus()
        self.looked.emit()

    def show_place(self, place: object) -> None:
        if self.has_looked and not self._is_stale:
            self.go_to(place)
        else:
            self._place = place

    def take_focus(self) -> None:
        """Put the keyboard on what comes next, as soon as that is known."""
        if self.has_looked and not self._is_stale:
            self.place_focus()
        else:
            self._wants_focus = True

    def choose_after_looking(self, place: object) -> None:
        """Choose what was just made, once it is shown."""
        self._place = place

    def focus_after_looking(self) -> None:
        """Place the keyboard anew once what was just changed is shown."""
        self._wants_focus = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_if_seen()
