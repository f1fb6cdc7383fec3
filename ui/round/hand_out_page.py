"""Handing out: one score book for each evaluator, into a folder of the lead's choice."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui import choosing
from ui.round.column_page import ColumnPage
from ui.round.session import RoundSession
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Evaluator, Standing


class HandOutPage(ColumnPage):
    """Who gets a book, and where the books were written."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        self._write = button("primary")
        super().__init__(session, self._write, parent=parent)
        self._session = session
        self._books: dict[str, Path] = {}
        self._title = RunLine()
        self._words = Words(BODY, role="text2")
        self._rows = QWidget()
        self._folder = button()
        self._folder.clicked.connect(self._open_folder)
        self._card = Card()
        for part in (self._title, self._words, self._rows):
            self._card.column.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self._folder)
        foot.addStretch(1)
        self._card.column.addLayout(foot)
        self.column.addWidget(self._card)
        self.column.addStretch(1)
        self._write.clicked.connect(self._choose)
        session.handed_out.connect(self._on_handed_out)
        self.retranslate()

    def retranslate(self) -> None:
        self.head.say(self.tr("Hand out"), "")
        self._write.setText(self.tr("Write score books…"))
        self._write.setEnabled(self._session.read_at is None)
        self._folder.setText(self.tr("Open the folder"))
        self._folder.setVisible(bool(self._books))
        owners = self._owners()
        heading = self.tr("Score books: {count}").format(count=len(owners))
        self._title.say(Run(heading, CARD_TITLE, HALF_BOLD))
        self._words.setText(
            self.tr(
                "Each evaluator gets a file with his own services only. Give every file to its "
                "evaluator yourself. An existing file is never written over."
            )
        )
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        for number, owner in enumerate(owners):
            self._add(grid, number, owner)
        grid.setColumnStretch(3, 1)
        self._card.column.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows

    def _owners(self) -> list[Evaluator]:
        expected = {uid for uids in self._session.definition.expected.values() for uid in uids}
        return [row for row in self._session.definition.evaluators if row.uid in expected]

    def _add(self, grid: QGridLayout, number: int, owner: Evaluator) -> None:
        book = self._books.get(owner.code)
        mark = GlyphMark(Glyph.COMPLETE if book else Glyph.EMPTY)
        mark.setToolTip(self.tr("Written") if book else self.tr("Not written here"))
        who, load, file = RunLine(), RunLine(), RunLine()
        who.say(Run(f"{owner.code} {owner.name}", BODY, HALF_BOLD))
        given = [row for row in owner.charges if row.standing is Standing.ASSIGNED]
        words = self.tr("{services} services · {marks} marks").format(
            services=len({row.service for row in given}), marks=len(given)
        )
        load.say(Run(words, BODY, role="text2"))
        file.say(Run(book.name if book else "", BODY, role="text2"))
        for column, part in enumerate((mark, who, load, file)):
            grid.addWidget(part, number, column)

    @Slot()
    def _choose(self) -> None:
        folder = choosing.folder_to_fill(self, self.tr("Folder for the score books"))
        if folder is not None:
            self._session.hand_out(folder)

    @Slot(object)
    def _on_handed_out(self, books: Sequence[tuple[Evaluator, Path]]) -> None:
        self._books = {owner.code: path for owner, path in books}
        self.retranslate()

    @Slot()
    def _open_folder(self) -> None:
        folder = next(iter(self._books.values())).parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        self._write.setFocus(Qt.FocusReason.OtherFocusReason)
