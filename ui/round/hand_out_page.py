"""Handing out: one score book for each evaluator, and update books after the definition changed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import choosing
from ui.round.book_table import BookRow, BookTable
from ui.round.column_page import ColumnPage
from ui.round.handed import Handed, handed_out
from ui.round.session import RoundSession
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.glyphs import Glyph
from ui.theme.parts import Card, Words, button, say_chip
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Evaluator
from workbench.rounds.desk import Reading, RoundDesk
from workbench.text import file_name

_AGAIN_MS = 100
"""So long after a job was found running the history is asked for again."""


class HandOutPage(ColumnPage):
    """Who gets a book, who has which one, and where the books were written."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        self._write = button("primary")
        super().__init__(session, self._write, parent=parent)
        self._session = session
        self._books: dict[str, Path] = {}
        self._handed = Handed()
        self._title, self._outdated = RunLine(), Words(BODY, HALF_BOLD, "warning")
        self._words, self._closed = Words(BODY, role="text2"), Words(BODY, role="text2")
        self.table = BookTable()
        self.zipped, self.listed = button("chip"), button("chip")
        self.listed.setChecked(True)
        self._folder = button()
        self._folder.clicked.connect(self._open_folder)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._look)
        self._lay_out()
        self._write.clicked.connect(self._choose)
        session.handed_out.connect(self._on_handed_out)
        self._look()

    def _lay_out(self) -> None:
        card = Card()
        for part in (self._title, self._words, self._closed, self._outdated, self.table):
            card.column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.zipped)
        foot.addWidget(self.listed)
        foot.addStretch(1)
        foot.addWidget(self._folder)
        card.column.addLayout(foot)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def retranslate(self) -> None:
        is_update = bool(self._handed.outdated)
        self.head.say(self.tr("Hand out"), "")
        write, update = self.tr("Write score books…"), self.tr("Write update books…")
        self._write.setText(update if is_update else write)
        why_not = self._session.why_not()
        self._write.setEnabled(not why_not)
        self._write.setToolTip(why_not)
        self._closed.setText(why_not)
        self._closed.setVisible(bool(why_not))
        self._folder.setText(self.tr("Open the folder"))
        self._folder.setVisible(bool(self._books))
        say_chip(self.zipped, self.tr("Each in a .zip"))
        self.zipped.setToolTip(self.tr("For mail that drops unknown endings"))
        say_chip(self.listed, self.tr("With a list to send along"))
        owners = self._owners()
        heading = self.tr("Score books: {count}").format(count=len(owners))
        self._title.say(Run(heading, CARD_TITLE, HALF_BOLD))
        self._words.setText(
            self.tr(
                "Each evaluator gets a file with his own services only. Give every file to its "
                "evaluator yourself. An existing file is never written over."
            )
        )
        self._outdated.setText(self._outdated_words(owners))
        self._outdated.setVisible(is_update)
        self.table.setAccessibleName(heading)
        self.table.show_rows([self._row(*owner) for owner in owners])

    def _outdated_words(self, owners: list[tuple[Evaluator, int, int]]) -> str:
        codes = [row.code for row, _, _ in owners if row.code in self._handed.outdated]
        words = self.tr(
            "The definition changed after these were handed out: {codes}. Write update books: "
            "their evaluators take them in without losing a mark."
        )
        return words.format(codes=", ".join(codes))

    def _owners(self) -> list[tuple[Evaluator, int, int]]:
        """Return of whom marks are expected, with how many services and marks."""
        definition = self._session.definition
        marks: dict[bytes, list[bytes]] = {}
        for (service, _), uids in definition.expected.items():
            for uid in uids:
                marks.setdefault(uid, []).append(service)
        return [
            (row, len(set(marks[row.uid])), len(marks[row.uid]))
            for row in definition.evaluators
            if row.uid in marks
        ]

    def _row(self, owner: Evaluator, services: int, marks: int) -> BookRow:
        book, when = self._books.get(owner.code), self._handed.when.get(owner.code)
        since, glyph = self.tr("not yet"), Glyph.EMPTY
        if when is not None:
            since, glyph = f"{when.astimezone():%Y-%m-%d %H:%M}", Glyph.COMPLETE
        if owner.code in self._handed.outdated:
            glyph = Glyph.PART
        file = book.name if book is not None else "–"
        return BookRow(glyph, f"{owner.code} {owner.name}", services, marks, file, since)

    def show_reading(self, reading: Reading) -> None:
        self._look()

    @Slot()
    def _look(self) -> None:
        if not self._session.at_once(self._read):
            self._again.start()
        self.retranslate()

    def _read(self, desk: RoundDesk) -> None:
        self._handed = handed_out(desk)

    @Slot()
    def _choose(self) -> None:
        folder = choosing.folder_to_fill(self, self.tr("Folder for the score books"))
        if folder is not None:
            self.write_to(folder)

    def write_to(self, folder: Path) -> None:
        """Write the books, as chosen below the list."""
        listing = folder / f"{file_name(self.tr('Hand-out list'))}.xlsx"
        self._session.hand_out(
            folder,
            zipped=self.zipped.isChecked(),
            listing=listing if self.listed.isChecked() else None,
        )

    @Slot(object)
    def _on_handed_out(self, books: Sequence[tuple[Evaluator, Path]]) -> None:
        self._books = {owner.code: path for owner, path in books}
        self._look()

    @Slot()
    def _open_folder(self) -> None:
        folder = next(iter(self._books.values())).parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        target = self._write if self._write.isEnabled() else self.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)
