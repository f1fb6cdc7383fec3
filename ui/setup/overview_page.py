"""The round itself: what it is called and by which rules it is computed; its sections."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.round.session import RoundSession
from ui.setup.draft import SetupDraft
from ui.setup.round_form import RoundForm
from ui.setup.setup_page import SetupPage
from ui.setup.sheet_model import SheetModel
from ui.setup.sheet_painter import ROW_HEIGHT
from ui.setup.sheet_table import SheetTable
from ui.setup.wording import bare_sentence
from ui.setup.wrong_line import WrongLine
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card, Words
from ui.theme.runs import Run, RunLine
from workbench.definition.problems import Place
from workbench.exact import NumberUnfit, parse_number, plain


class SectionsCard(Card):
    """The sections with their points, and what these sum to."""

    def __init__(self, draft: SetupDraft) -> None:
        super().__init__()
        self._draft = draft
        self._title = RunLine()
        self._sum = RunLine()
        self._wrong = Words(CAPTION, HALF_BOLD, "danger")
        self.table = SheetTable(SheetModel(draft, "sections"))
        for part in (self._title, self.table, WrongLine(self.table), self._sum, self._wrong):
            self.column.addWidget(part)
        draft.changed.connect(self.look)
        draft.looked.connect(self.look)
        self.look()

    @Slot()
    def look(self) -> None:
        """Say what the sections sum to."""
        self._title.say(Run(self.tr("Sections"), CARD_TITLE, HALF_BOLD))
        self.table.setAccessibleName(self.tr("Sections"))
        rows = self.table.sheet.rowCount()
        self.table.setFixedHeight(self.table.horizontalHeader().height() + rows * ROW_HEIGHT + 2)
        total = self._total()
        role = "text" if total == "100" else "danger"
        words = self.tr("Together {total} of 100 points").format(total=total)
        self._sum.say(Run(words, BODY, HALF_BOLD, role))
        of_sheet = [
            bare_sentence(problem)
            for problem in self._draft.problems
            if problem.place is not None
            and problem.place.sheet == "sections"
            and problem.place.row is None
        ]
        self._wrong.setText(" ".join(of_sheet))
        self._wrong.setVisible(bool(of_sheet))

    def _total(self) -> str:
        try:
            typed = [row.text("max_points") for row in self._draft.sheets.of("sections")]
            return plain(sum(map(parse_number, filter(None, typed)), start=parse_number("0")))
        except NumberUnfit:
            return "–"


class OverviewPage(SetupPage):
    """One column of cards that scrolls."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.form = RoundForm(self.draft)
        self.sections = SectionsCard(self.draft)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)  # apart from the scroll bar
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addWidget(self.sections)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        self.hold(self._scroll, is_column=True)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.sections.table.sheet.retranslate()
        self.sections.look()

    def title(self) -> str:
        return self.tr("Overview")

    def show_place(self, place: object) -> None:
        """Go to the field or the section of a problem."""
        if not isinstance(place, Place):
            return
        if place.sheet == "round":
            self.form.show_key(place.key)
        else:
            row = (place.row or 2) - 2
            self.sections.table.go_to(row, self.sections.table.sheet.column_named("max_points"))
            self.sections.table.take_focus()
        focused = self.focusWidget()
        if focused is not None:
            self._scroll.ensureWidgetVisible(focused)

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        self.form.show_key("title")
