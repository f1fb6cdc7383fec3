"""Making the round final, or why not; the hash of a final round; reopening it with a reason."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.ledger.chain_line import in_groups
from ui.ledger.reason_line import ReasonLine
from ui.ledger.unconfirmed_figures import UnconfirmedFigures
from ui.problems import sentence_of
from ui.round.rooms import ROOMS
from ui.setup.line_list import LINE_HEIGHT, Line, LineList
from ui.theme.fonts import BODY, CARD_TITLE, CHOICE, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph
from ui.theme.icons import icon
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine
from workbench.errors import AppError
from workbench.measures.confirmations import FiguresRow

_HALF: Final = 32
_PAGES: Final = {
    "closed_incomplete": ("progress", Glyph.PART),
    "closed_enter_again": ("progress", Glyph.PART),
    "closed_unsealed": ("progress", Glyph.INTERIM),
    "closed_changed": ("progress", Glyph.INTERIM),
    "closed_conflict": ("conflicts", Glyph.CONFLICT),
    "closed_futures": ("conflicts", Glyph.CONFLICT),
    "closed_mixture": ("moderation", Glyph.CONFLICT),
    "closed_stale": ("moderation", Glyph.CONFLICT),
    "closed_objection": ("objections", Glyph.EMPTY),
}
"""By what keeps the round open: on which page that is ended, and its shape."""


class FinalityView(Speaking):
    """Shown in place of the history until it is done or left."""

    finalised = Signal()
    reopened = Signal(str)
    """The reason."""
    page_requested = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._final = ""
        self._reasons: tuple[AppError, ...] = ()
        self._why_not = ""
        self._title, self._words = RunLine(), Words(BODY, role="text2")
        self._hashes = (RunLine(), RunLine())
        self.copy = button()
        self.copy.setIcon(icon("copy"))
        self.list = LineList()
        self.unconfirmed = UnconfirmedFigures()
        self.back, self.finalise = button(), button("primary")
        self.reason = ReasonLine("plain")
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.list.chosen.connect(self._jump)
        self.unconfirmed.page_requested.connect(self.page_requested)
        self.back.clicked.connect(self.left)
        self.finalise.clicked.connect(self.finalised)
        self.reason.left.connect(self.left)
        self.reason.given.connect(self.reopened)

    def _lay_out(self) -> None:
        card = Card()
        column = card.column
        column.addWidget(self._title)
        column.addWidget(self._words)
        for line in self._hashes:
            column.addWidget(line)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        column.addWidget(self.unconfirmed, 1)
        column.addWidget(self.reason)
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.finalise)
        column.addWidget(self._foot)
        column.addStretch(0)  # lists no higher than their lines leave room below
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_state(
        self,
        final: str,
        reasons: Sequence[AppError],
        why_not: str,
        unconfirmed: Sequence[FiguresRow] = (),
    ) -> None:
        """Show the hash of a final round, or what keeps an open one from being final.

        ``unconfirmed`` are figures that no second person stands for: told, never in the way.
        """
        self._final, self._reasons, self._why_not = final, tuple(reasons), why_not
        self.unconfirmed.show_rows(() if final else unconfirmed)
        self.retranslate()

    def retranslate(self) -> None:
        is_final, is_closed = bool(self._final), bool(self._reasons)
        self._say_title()
        for line, half in zip(
            self._hashes, (self._final[:_HALF], self._final[_HALF:]), strict=True
        ):
            line.say(Run(in_groups(half), CHOICE, 700))
            line.setVisible(is_final)
        self.copy.setText(self.tr("Copy the hash"))
        self.copy.setVisible(is_final)
        self.list.show_lines([_reason(one) for one in self._reasons])
        self.list.setAccessibleName(self.tr("What keeps the round open"))
        self.list.setVisible(is_closed and not is_final)
        self.list.setMaximumHeight(LINE_HEIGHT * len(self._reasons))
        self.back.setText(self.tr("Back"))
        self.finalise.setText(self.tr("Make final now"))
        self.finalise.setEnabled(not is_closed and not self._why_not)
        self.finalise.setToolTip(self._why_not)
        self._foot.setVisible(not is_final)
        self.reason.say(
            self.tr("Reason for reopening"), self.tr("Reopen the round"), self.tr("Back")
        )
        self.reason.act.setEnabled(not self._why_not)
        self.reason.act.setToolTip(self._why_not)
        self.reason.setVisible(is_final)

    def _say_title(self) -> None:
        if self._final:
            title = self.tr("The round is final")
            words = self.tr(
                "Two rounds with this hash print the same numbers. Write it into the minutes. "
                "Nothing can be changed until the round is reopened with a reason."
            )
        elif self._reasons:
            title = self.tr("What keeps the round open: {count}")
            title = title.format(count=len(self._reasons))
            words = self.tr("Enter or a click leads to the page where it is ended.")
        else:
            title = self.tr("Nothing keeps the round open")
            words = self.tr(
                "Making it final locks the round in its present state, after a backup, and shows "
                "the hash of that state."
            )
        self._title.say(Run(title, CARD_TITLE, HALF_BOLD))
        self._words.setText(words)

    def place_focus(self) -> None:
        """Put the keyboard on what comes next."""
        target: QWidget = self.back
        if self._final:
            target = self.copy
        elif self._reasons:
            target = self.list
        elif self.finalise.isEnabled():
            target = self.finalise
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._final)
        self.copy.setText(self.tr("Copied"))

    @Slot(object)
    def _jump(self, place: object) -> None:
        if isinstance(place, tuple):
            self.page_requested.emit(*place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _reason(error: AppError) -> Line:
    page, glyph = _PAGES.get(error.key, ("results", Glyph.FLAG))
    place = error.values.get("number") if page == "objections" else None
    key = (page, place) if page in ROOMS else None
    return Line((Run(sentence_of(error), DENSE),), key, glyph)
