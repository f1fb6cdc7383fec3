"""Whether every service reaches its points: the services that do not, by name."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.setup.choices import section_words
from ui.setup.draft import SetupDraft
from ui.setup.line_list import Line, LineList
from ui.theme.fonts import BODY, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.runs import Run, RunLine
from workbench.exact import plain
from workbench.setup.reading import ServiceSum

_SHOWN = 4


class SumStrip(Speaking):
    """One calm line while all is whole, else a line for each service that is not."""

    def __init__(self, draft: SetupDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._whole, self._open = GlyphMark(Glyph.COMPLETE), GlyphMark(Glyph.ERROR)
        self.words = RunLine()
        self.list = LineList(most=_SHOWN)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._whole)
        row.addWidget(self._open)
        row.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.list)
        draft.looked.connect(self.retranslate)
        self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        sums = self._draft.sums
        lacking = [row for row in sums if not row.is_whole]
        self._whole.setVisible(not lacking)
        self._open.setVisible(bool(lacking))
        if lacking:
            words = self.tr("Services that do not make 100 points: {count} of {all}")
            said = Run(
                words.format(count=len(lacking), all=len(sums)), BODY, HALF_BOLD, role="danger"
            )
        else:
            words = self.tr("All {all} services make 100 points.")
            said = Run(words.format(all=len(sums)), BODY)
        self.words.say(said)
        self.list.show_lines([self._line(row) for row in lacking])
        self.list.setAccessibleName(self.words.text())
        self.list.setVisible(bool(lacking))

    def _line(self, row: ServiceSum) -> Line:
        words = section_words()
        wanted = {
            entry.text("code"): entry.text("max_points")
            for entry in self._draft.sheets.of("sections")
        }
        parts = [
            f"{words.get(code, code)} {plain(points)} / {wanted.get(code, '–')}"
            for code, points in row.sections.items()
            if plain(points) != wanted.get(code)
        ]
        return Line(
            (
                Run(f"{row.number} {row.name}", DENSE, HALF_BOLD),
                Run(f"{plain(row.total)} / 100", DENSE, HALF_BOLD, "danger", 10),
                Run(" · ".join(parts), DENSE, role="text2", before=10),
            )
        )
