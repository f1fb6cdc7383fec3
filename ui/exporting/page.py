"""The export: what goes in and what does not is seen before anything is written."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.exporting.choices_card import ChoicesCard
from ui.exporting.done_card import DoneCard
from ui.exporting.naming import target_to_write
from ui.exporting.preview_list import PreviewList
from ui.exporting.rows import rows_of
from ui.round.reading_page import ReadingPage
from ui.round.session import RoundSession
from ui.theme.fonts import CARD_TITLE, HALF_BOLD
from ui.theme.key_row import KeyRow
from ui.theme.parts import Card, button
from ui.theme.runs import Run, RunLine
from ui.theme.tab_stop import order_tabs
from ui.theme.tokens import CARD_GAP
from workbench.progress import Progress
from workbench.reports.edition import Audience
from workbench.reports.form import form_of
from workbench.reports.preview import Exportable, Jump, Preview, preview
from workbench.rounds.desk import Reading, RoundDesk
from workbench.text import file_name

_LEFT: Final = 340
_KEYS: Final = ("↑ ↓", "→", "Enter")


class ExportPage(ReadingPage):
    """Choices at the left; at the right what they lead to, each thing with the way to it."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        self.export = button("primary")
        super().__init__(session, self.export, parent=parent)
        self._found: Exportable | None = None
        self.choices, self.done = ChoicesCard(), DoneCard()
        self.list = PreviewList()
        self._title = RunLine()
        self._keys = KeyRow(_KEYS)
        self._lay_out()
        self.choices.changed.connect(self._show_preview)
        self.list.jump_requested.connect(self._jump)
        self.export.clicked.connect(self._choose)
        session.exported.connect(self._on_exported)
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        card.column.addWidget(self._title)
        card.column.addWidget(self.list, 1)
        card.column.addLayout(self._keys)
        right = QVBoxLayout()
        right.setSpacing(CARD_GAP)
        right.addWidget(self.done)
        right.addWidget(card, 1)
        self.hold_beside(self.choices, _LEFT, right)
        done = self.done
        order_tabs(*self.choices.stops, self.list, self.export, done.open, done.folder)

    # --- what is shown ---------------------------------------------------------------------

    def look(self, desk: RoundDesk, progress: Progress) -> object:
        # reports only when asked for: they bring the libraries that write them
        from workbench.reports.exportable import read_exportable

        reading = self.session.reading
        return read_exportable(desk, reading if reading is not None else desk.reading())

    def show_reading(self, reading: Reading) -> None:
        self.choices.open_final(is_open=not reading.closed)
        self.retranslate()
        super().show_reading(reading)

    def show_found(self, found: Exportable) -> None:
        self._found = found
        self._show_preview()

    def retranslate(self) -> None:
        self.head.say(self.tr("Report"), self._state())
        self.export.setText(self.tr("Export the report…"))
        self._title.say(Run(self.tr("Preview"), CARD_TITLE, HALF_BOLD))
        self.list.setAccessibleName(self.tr("What goes into the export and what does not"))
        self._keys.say((self.tr("Choose"), self.tr("Names"), self.tr("Go there")))
        self._show_preview()

    def _state(self) -> str:
        reading = self.session.reading
        if reading is None:
            return ""
        if reading.closed:
            return self.tr("A final export is still closed")
        return self.tr("A final export is open")

    def shown(self) -> Preview | None:
        """Return the preview of what is chosen, None before the round was read."""
        if self._found is None:
            return None
        chosen = self.choices
        return preview(self._found, chosen.audience, chosen.form, draft=chosen.is_draft)

    @Slot()
    def _show_preview(self) -> None:
        shown = self.shown()
        if shown is not None:
            self.list.show_rows(rows_of(shown))

    # --- what is done ----------------------------------------------------------------------

    @Slot()
    def _choose(self) -> None:
        name = file_name(self.session.definition.rules.title)
        if self.choices.is_draft:
            name += self.tr(" (draft)")
        if self.choices.audience is Audience.PUBLIC:
            name += self.tr(" (public)")
        form = self.choices.form
        target = target_to_write(self, self.session.path.with_name(f"{name}.{form.value}"), form)
        if target is not None:
            self.choices.choose_form(form_of(target))
            self.export_to(target)

    def export_to(self, target: Path) -> None:
        """Write the chosen edition to ``target``, in the form that its ending names."""
        chosen = self.choices
        is_public = chosen.audience is Audience.PUBLIC
        self.done.hide()  # what it tells would stand below why the next one failed
        self.session.export(target, is_public=is_public, is_draft=chosen.is_draft)

    @Slot(object)
    def _on_exported(self, target: Path) -> None:
        self.done.show_written(target)

    @Slot(object)
    def _jump(self, jump: Jump) -> None:
        self.page_requested.emit(jump.page, jump.place)

    def place_focus(self) -> None:
        self.export.setFocus(Qt.FocusReason.OtherFocusReason)
