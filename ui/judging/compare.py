"""A pinned service beside the one in work, for the same indicator."""

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.judging.live import LiveMark, stored_mark
from ui.judging.mark_side import MarkSide
from ui.judging.section_head import SectionHead
from ui.language import Speaking
from ui.scoring.desk import ScoringDesk
from ui.scoring.numbers import NOTHING, signed_text
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD
from ui.theme.icons import IconMark, icon
from ui.theme.parts import Hairline, KeyHint, Words, button
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Uid
from workbench.exact import half_up

_SIDE_BY_SIDE = 460


class CompareTray(Speaking):
    """Keeps the pinned service; the other side follows what is typed."""

    pin_changed = Signal()

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pinned: Uid | None = None
        self._service: Uid | None = None
        self._live: LiveMark | None = None
        self._head = SectionHead()
        self._hint = KeyHint("F8")
        self._head.add(self._hint)
        self._empty = Words(CAPTION, role="text3")
        self._tray = QFrame()
        self._name = RunLine()
        self._unpin = button("link")
        self._unpin.setIcon(icon("close", "text2"))
        self._unpin.clicked.connect(self._on_unpin)
        self._theirs, self._ours = MarkSide("text"), MarkSide("accent")
        self._between = Hairline()
        self._difference = QWidget()
        self._difference_name = RunLine()
        self._difference_worth = RunLine(Qt.AlignmentFlag.AlignRight)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()

    def _lay_out(self) -> None:
        self._tray.setProperty("kind", "tray")
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(IconMark("pin"))
        line.addWidget(self._name, 1)
        line.addWidget(self._unpin)
        self._sides.setSpacing(8)
        self._sides.addWidget(self._theirs, 1)
        self._sides.addWidget(self._between)
        self._sides.addWidget(self._ours, 1)
        inside = QVBoxLayout(self._tray)
        inside.setContentsMargins(12, 6, 12, 10)
        inside.setSpacing(8)
        inside.addLayout(line)
        inside.addLayout(self._sides)
        inside.addWidget(self._difference)
        last = QHBoxLayout(self._difference)
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(self._difference_name)
        last.addWidget(self._difference_worth, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self._empty, self._tray):
            column.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        is_wide = event.size().width() >= _SIDE_BY_SIDE
        self._sides.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._between.setVisible(not is_wide and not self._ours.isHidden())

    # --- the pin ---------------------------------------------------------------------------

    def pinned(self) -> Uid | None:
        """Return the pinned service."""
        return self._pinned

    def pin(self, service: Uid | None) -> None:
        """Pin a service of the book, or none."""
        known = service if service in self._desk.services() else None
        if known != self._pinned:
            self._pinned = known
            self.retranslate()
            self.pin_changed.emit()

    def toggle(self, service: Uid | None) -> None:
        """Pin ``service``; where it is the pinned one, let it go."""
        self.pin(None if service == self._pinned else service)

    @Slot()
    def _on_unpin(self) -> None:
        self.pin(None)

    # --- what is shown ---------------------------------------------------------------------

    def show_mark(self, service: Uid, live: LiveMark) -> None:
        """Show another mark in work."""
        self._service, self._live = service, live
        self.retranslate()

    def follow(self, live: LiveMark) -> None:
        """Follow what is typed into the mark in work."""
        self._live = live
        if self._pinned not in (None, self._service):
            self._show_sides()

    def retranslate(self) -> None:
        pinned, is_here = self._pinned, self._pinned == self._service
        self._head.say(self.tr("Compare"))
        self._hint.say(self.tr("unpin") if is_here and pinned else self.tr("pin"))
        self._tray.setVisible(pinned is not None)
        self._empty.setVisible(pinned is None)
        self._unpin.setAccessibleName(self.tr("unpin"))
        self._empty.setText(self.tr("Pin this service to keep it in sight beside other services."))
        if pinned is None:
            return
        service = self._desk.sheet(pinned).service
        named = f"{service.number} {service.name}"
        self._name.say(
            Run(str(service.number), CAPTION, HALF_BOLD),
            Run(service.name, CAPTION, HALF_BOLD, before=6),
        )
        self._name.setAccessibleName(self.tr("pinned: {service}").format(service=named))
        words = self.tr("Unpin {service}").format(service=named)
        self._unpin.setAccessibleName(words)
        self._unpin.setToolTip(words)
        self._show_sides()

    def _show_sides(self) -> None:
        live, pinned = self._live, self._pinned
        if live is None or pinned is None or self._service is None:
            return
        code = live.row.indicator.code
        row = self._desk.overview.row(pinned, code)
        is_here = pinned == self._service
        has_both = row is not None and not is_here
        for part in (self._ours, self._difference):
            part.setVisible(has_both)
        self._between.setVisible(
            has_both and self._sides.direction() is QBoxLayout.Direction.TopToBottom
        )
        if row is None:
            self._theirs.tell(self.tr("This service has no indicator {code}.").format(code=code))
            return
        if is_here:
            self._theirs.tell(self.tr("Pinned. Go to another service to see both here."))
            return
        theirs, places = stored_mark(row), self._desk.places
        number = self._desk.sheet(self._service).service.number
        self._theirs.show_mark(code, theirs, places)
        here = self.tr("No. {number}, here").format(number=number)
        self._ours.show_mark(here, live, places)
        self._say_difference(theirs, live)

    def _say_difference(self, theirs: LiveMark, ours: LiveMark) -> None:
        role = "accent" if ours.is_typing else "text"
        words = self._difference_words(theirs, ours)
        self._difference_name.say(Run(self.tr("Difference"), CAPTION, role="text2"))
        self._difference_worth.say(Run(words, BODY, HALF_BOLD, role))

    def _difference_words(self, theirs: LiveMark, ours: LiveMark) -> str:
        if theirs.points is None or ours.points is None:
            return NOTHING
        their_most = theirs.row.indicator.max_points
        our_most = ours.row.indicator.max_points
        if their_most == our_most:
            return self.tr("{points} pt").format(
                points=_signed(ours.points - theirs.points, self._desk.places)
            )
        share = Fraction(ours.points) / Fraction(our_most)
        share -= Fraction(theirs.points) / Fraction(their_most)
        words = self.tr("{percent}%p of the maximum")
        return words.format(percent=_signed(half_up(share * 100, 1), 1))


def _signed(number: Decimal, places: int) -> str:
    return f"{'+' if number > 0 else ''}{signed_text(number, places)}"
