"""What is edited and not in force yet: how much is wrong, and the ways out of it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.setup.draft import SetupDraft
from ui.setup.line_list import Line, LineList
from ui.setup.wording import bare_sentence, place_words
from ui.theme.fonts import BODY, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.parts import button
from ui.theme.runs import Run, RunLine
from workbench.definition.problems import DefinitionProblem

_PROBLEMS_SHOWN = 6
_HEIGHT = 44


class SetupBar(Speaking):
    """The same on every set-up page; the list of problems opens below it."""

    apply_requested = Signal()
    problem_chosen = Signal(object)
    """The DefinitionProblem to go to."""

    def __init__(self, draft: SetupDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._is_deciding = False
        self._changed_mark, self._fine_mark = GlyphMark(Glyph.PART), GlyphMark(Glyph.COMPLETE)
        self._state = RunLine()
        self.problems = button("link")
        self.discard, self.apply = button(), button("primary")
        self.list = LineList(most=_PROBLEMS_SHOWN)
        self.list.hide()
        self._lay_out()
        self.problems.clicked.connect(self.toggle_problems)
        self.discard.clicked.connect(draft.discard)
        self.apply.clicked.connect(self.apply_requested)
        self.list.chosen.connect(self.problem_chosen)
        draft.changed.connect(self.retranslate)
        draft.looked.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("kind", "tray")
        frame.setMinimumHeight(_HEIGHT)  # buttons come and go; what is below stays where it is
        row = QHBoxLayout()
        row.setSpacing(10)
        for mark in (self._changed_mark, self._fine_mark):
            row.addWidget(mark)
        row.addWidget(self._state)
        row.addWidget(self.problems)
        row.addStretch(1)
        row.addWidget(self.discard)
        row.addWidget(self.apply)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 7, 10, 7)
        inside.setSpacing(6)
        inside.addLayout(row)
        inside.addWidget(self.list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    @Slot()
    def retranslate(self) -> None:
        draft, count = self._draft, len(self._draft.problems)
        is_changed = draft.is_changed
        self._changed_mark.setVisible(is_changed)
        self._fine_mark.setVisible(not is_changed)
        words = self.tr("Everything on these pages is in force.")
        if is_changed:
            words = self.tr("Changes that are not applied yet; they are kept in the round.")
        said = f"{words} {draft.session.why_not()}".strip()
        self._state.say(Run(said, BODY, HALF_BOLD if is_changed else 400))
        self.problems.setText(self.tr("Problems: {count}").format(count=count))
        self.problems.setVisible(bool(count))
        self.discard.setText(self.tr("Discard"))
        self.apply.setText(self.tr("Apply…"))
        for one in (self.discard, self.apply):
            one.setVisible(is_changed and not self._is_deciding)
        self.discard.setEnabled(draft.may_edit)
        self.apply.setEnabled(draft.may_edit and not count)
        why = self.tr("Mend the problems first.") if count else ""
        self.apply.setToolTip(why)
        self.list.setAccessibleName(self.problems.text())
        self._show_problems()

    def leave_deciding(self, *, to_page: bool) -> None:
        """Keep the ways out away while the page shows what would happen: its buttons decide."""
        self._is_deciding = to_page
        self.retranslate()

    def _show_problems(self) -> None:
        found = self._draft.problems
        self.list.show_lines([_line(problem) for problem in found])
        if not found:
            self.list.hide()

    @Slot()
    def toggle_problems(self) -> None:
        """Open or close the list."""
        self.list.setVisible(self.list.isHidden() and bool(self._draft.problems))
        if not self.list.isHidden():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(problem: DefinitionProblem) -> Line:
    where = Run(place_words(problem), DENSE, HALF_BOLD)
    return Line((where, Run(bare_sentence(problem), DENSE, role="text2", before=10)), problem)
