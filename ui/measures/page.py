"""The page of confirming figures (계량 확인): the figures at the left, the chosen ones in full."""

from typing import Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.lists.list_or_nothing import ListOrNothing
from ui.measures.chosen_card import ChosenFigures
from ui.measures.drafts import Drafts, uid_of
from ui.measures.figures_list import FiguresList
from ui.measures.second_look import SecondLook
from ui.measures.underway import Underway
from ui.measures.words import counts_words
from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession
from workbench.definition.terms import Uid
from workbench.errors import AppError
from workbench.measures.confirmations import UNCONFIRMED, FiguresRow
from workbench.measures.confirming import Confirmed, drop_confirmation, read_figures
from workbench.measures.standing import confirm_seen, figures_beside
from workbench.progress import Progress
from workbench.results.moderated import Pair
from workbench.rounds.desk import RoundDesk

_LEFT: Final = 520
_SHARES: Final = (3, 2)
_PAGES: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MeasuresPage(ReadingPage):
    """Stores one confirmation after the other; a note typed elsewhere waits as a draft."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self._found: Confirmed | None = None
        self._by: Uid | None = None
        self._pair: Pair | None = None
        """What the form is about."""
        self._drafts, self._underway = Drafts(), Underway()
        self.list, self.chosen = FiguresList(), ChosenFigures()
        self.sheet, self.form = self.chosen.sheet, self.chosen.form
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.list.setMinimumWidth(_LEFT)
        self._body = ListOrNothing(self.list, self.chosen, _SHARES)
        self._body.way_on.hide()
        self.hold(self._body)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.entered.connect(self._begin)
        self.list.ask_all.wanted.connect(self._confirm_all)
        self.list.ask_all.left.connect(self.list.take_focus)
        form = self.form
        form.by_chosen.connect(self._on_person)
        form.confirm_wanted.connect(self._confirm)
        form.given_up.connect(self._give_up)
        form.stepped.connect(self._step)
        form.dropped.connect(self._drop)
        form.drop_left.connect(self.list.take_focus)
        self.sheet.result_wanted.connect(self._ask_for_result)
        self.session.failed.connect(self._on_failed)

    # --- reading ---------------------------------------------------------------------------

    def look(self, desk: RoundDesk, progress: Progress) -> Confirmed:
        reading = self.session.reading
        return read_figures(desk) if reading is None else figures_beside(desk, reading.outcome)

    def show_found(self, found: Confirmed) -> None:
        focused = self.window().focusWidget()
        has_keys = focused is not None and self.isAncestorOf(focused)
        self._found = found
        self._underway.settle()
        self.list.show_figures(found.outcome, found.rows)
        self.retranslate()
        if has_keys and found.rows and self.list.current() is None:
            self.list.take_focus()  # what had the keyboard is gone with the last of the figures

    def retranslate(self) -> None:
        found = self._found
        rows = found.rows if found is not None else ()
        self.head.say(self.tr("Confirm figures"), counts_words(rows) if rows else "")
        self._body.words.setText(
            self.tr("In this round no points are computed from figures that somebody enters.")
        )
        self._body.show_list(is_known=found is not None, has_rows=bool(rows))
        self._on_chosen()

    # --- choosing --------------------------------------------------------------------------

    def go_to(self, place: object) -> None:
        """Choose the figures of ``place``: a pair of service and indicator."""
        if isinstance(place, tuple):
            self.list.choose(place)

    @Slot()
    def _on_chosen(self) -> None:
        row = self.list.current()
        if row is None or row.pair != self._pair:
            self._keep_draft()
            self._pair = None if row is None else row.pair
            self.form.stop_dropping()
            self.form.note.setText("" if row is None else self._drafts.note(row.pair))
            self.form.going.open_with("" if row is None else self._drafts.reason(row.pair))
        self._offer()
        self._offer_all()

    def _keep_draft(self) -> None:
        if self._pair is not None:
            self.form.going.finish()
            self._drafts.keep(self._pair, self.form.noted(), self.form.going.field.text())

    @Slot()
    def _begin(self) -> None:
        """Put the keyboard where confirming goes on."""
        if self.list.current() is not None and not self.form.begin():
            self.list.take_focus()

    @Slot()
    def _give_up(self) -> None:
        """Leave the note as it was typed: coming back, it stands there again."""
        self.list.take_focus()

    @Slot(int)
    def _step(self, by: int) -> None:
        self.list.step(by)
        self._begin()

    @Slot(object)
    def _on_person(self, uid: Uid) -> None:
        self._by = uid
        self._offer()
        self._offer_all()
        self._begin()

    # --- what can be done ------------------------------------------------------------------

    def _second_look(self) -> SecondLook | None:
        """Return who confirms; somebody who left the roster no longer does."""
        if self._found is None:
            return None
        outcome = self._found.outcome
        return SecondLook(outcome, self._by if self._by in outcome.definition.evaluator else None)

    def _offer(self) -> None:
        """Show the chosen figures and what can be done with them."""
        self.chosen.show_row(self._second_look(), self.list.current(), self.session.why_not())

    def _offer_all(self) -> None:
        """Say how many the chosen person could confirm in one go."""
        look, closed = self._second_look(), self.session.why_not()
        waiting = [row for row in self.list.fitting() if self._waits(row)]
        may = [] if look is None else look.among(waiting)
        name, why = "" if look is None else look.name, ""
        if not name:
            why = self.tr("Choose at the right who confirms.")
        elif not may:
            why = self.tr("{who} may confirm none of them.").format(who=name)
        self.list.ask_all.offer(name, len(may), len(waiting) - len(may), closed or why)
        self.list.ask_all.setVisible(not closed and len(waiting) > 1)

    # --- writing ---------------------------------------------------------------------------

    @Slot()
    def _confirm(self) -> None:
        row, look = self.list.current(), self._second_look()
        if row is None or look is None or row.pair in self._underway or self.session.why_not():
            return
        by, pair, note = look.by, row.pair, self.form.noted()
        if by is None or look.refusal(row):
            self.form.insist()
            return
        self._underway.send(pair, note)
        self.form.note.clear()
        going_on = self.list.after(
            pair, lambda row: self._waits(row) and look.may(row), self._waits
        )
        self.session.change(
            lambda desk, _: confirm_seen(desk, [row], by, note),
            self.tr("Storing"),
            lambda _: self._underway.store(pair),
            about=("confirm", pair),
        )
        if going_on is None:
            self.focus_after_looking()
        else:
            self.list.choose(going_on)
            self._begin()

    def _waits(self, row: FiguresRow) -> bool:
        return row.stand in UNCONFIRMED and row.pair not in self._underway

    @Slot(str)
    def _confirm_all(self, note: str) -> None:
        look = self._second_look()
        if look is None or look.by is None or self.session.why_not():
            return
        by, rows = look.by, look.among(self.list.fitting())
        self.session.change(
            lambda desk, _: confirm_seen(desk, rows, by, note),
            self.tr("Storing"),
            lambda _: self._on_all_confirmed(),
            about="confirm all",
        )

    def _on_all_confirmed(self) -> None:
        self.list.ask_all.finish()
        self.focus_after_looking()

    @Slot(str)
    def _drop(self, reason: str) -> None:
        row = self.list.current()
        if row is None or self.session.why_not():
            return
        pair = row.pair
        self.session.change(
            lambda desk, _: drop_confirmation(desk, [pair], reason),
            self.tr("Taking back"),
            lambda _: self._on_dropped(pair),
            about=("drop", pair),
        )

    def _on_dropped(self, pair: Pair) -> None:
        self._drafts.keep(pair, self._drafts.note(pair), "")
        if self._pair == pair:
            self.form.going.open_with()
            self.form.stop_dropping()
        self.focus_after_looking()

    @Slot(object)
    def _on_failed(self, _error: AppError) -> None:
        """Bring back what was on its way when the round refused it."""
        refused = self._underway.refused()
        if refused is None:
            return
        pair, note = refused
        self._keep_draft()
        self._drafts.keep(pair, note, self._drafts.reason(pair))
        self._pair = None  # the note of this one is shown anew
        self.list.choose(pair)
        self._on_chosen()
        self._begin()

    # --- the rest --------------------------------------------------------------------------

    @Slot()
    def _ask_for_result(self) -> None:
        row = self.list.current()
        if row is not None:
            self.page_requested.emit("results", row.service.uid)

    def place(self) -> dict[str, object]:
        """Return what is kept per file: filter and order, who confirms, notes not stored yet."""
        self._keep_draft()
        by = {} if self._by is None else {"by": self._by.hex()}
        return self.list.filters() | by | {"notes": self._drafts.stored()}

    def take_place(self, kept: dict[str, Any]) -> None:
        """Take up what was kept."""
        self.list.take_filters(
            kept.get("order"), kept.get("indicator"), only_waiting=kept.get("waiting")
        )
        by = kept.get("by")
        self._by = uid_of(by) if isinstance(by, str) else None
        self._drafts.take(kept.get("notes"))

    def place_focus(self) -> None:
        """Put the keyboard on the figures, or on the way to them."""
        if self._found is not None and self._found.rows:
            self.list.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = _PAGES.get(Qt.Key(event.key()))
        if pages is not None:
            self.sheet.turn(pages)
        else:
            super().keyPressEvent(event)
