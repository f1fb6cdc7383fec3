"""What an import would bring, before it is taken: rows counted, problems named by row."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.setup.columns import sheet_word
from ui.setup.line_list import Line, LineList, heading, plain_line
from ui.setup.wording import bare_sentence, place_words
from ui.theme.fonts import BODY, CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine
from workbench.errors import AppError
from workbench.setup.files import ImportPreview, SheetChange


class ImportView(Speaking):
    """Shown in place of the page's tables until it is taken or left."""

    taken = Signal(object)
    """The ImportPreview."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: ImportPreview | None = None
        self._title, self._words = RunLine(), Words(BODY, role="text2")
        self.list = LineList()
        self.back, self.take = button(), button("primary")
        self.back.clicked.connect(self.left)
        self.take.clicked.connect(self._take)
        card = Card()
        card.column.addWidget(self._title)
        card.column.addWidget(self._words)
        card.column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.take)
        card.column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_preview(self, preview: ImportPreview) -> None:
        """Say what ``preview`` would bring and take the keyboard."""
        self._preview = preview
        self.retranslate()
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        preview = self._preview
        if preview is None:
            return
        title = self.tr("Import from {name}").format(name=preview.name)
        self._title.say(Run(title, CARD_TITLE, HALF_BOLD))
        words = self.tr("Nothing was taken yet, and taking it changes nothing that is in force.")
        if preview.problems:
            words += " " + self.tr(
                "Rows with problems can be mended in the file now, or here after they were taken."
            )
        self._words.setText(words)
        self.back.setText(self.tr("Leave it"))
        self.take.setText(self.tr("Take these rows"))
        self.list.setAccessibleName(title)
        self.list.show_lines(tuple(self._lines(preview)))

    def _lines(self, preview: ImportPreview) -> Iterator[Line]:
        if preview.problems:
            yield heading(self.tr("Problems"), str(len(preview.problems)))
        for problem in preview.problems:
            where = Run(place_words(problem), DENSE, HALF_BOLD)
            said = Run(bare_sentence(problem), DENSE, role="text2", before=10)
            yield Line((where, said), glyph=Glyph.ERROR)
        for change in preview.changes:
            yield heading(sheet_word(change.sheet), self._counts(change))
            for row in change.named:
                named = AppError(row.key, **{**row.values, "sheet": sheet_word(change.sheet)})
                yield plain_line(sentence_of(named))

    def _counts(self, change: SheetChange) -> str:
        return self.tr("new {added} · changed {changed} · removed {removed} · same {same}").format(
            added=change.added, changed=change.changed, removed=change.removed, same=change.same
        )

    @Slot()
    def _take(self) -> None:
        if self._preview is not None:
            self.taken.emit(self._preview)
