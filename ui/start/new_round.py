"""What a new round starts from: the sample rubric, an earlier round, a file, or almost nothing."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import choosing
from ui.document_page import DocumentPage
from ui.language import Speaking
from ui.start.page import StartPage
from ui.theme.fonts import BODY, START_TITLE
from ui.theme.options import OptionCard
from ui.theme.parts import Words, button

_COLUMN = 620


class Template(StrEnum):
    """The four beginnings."""

    SAMPLE = "sample"
    EARLIER = "earlier"
    FILE = "file"
    EMPTY = "empty"


class NewRoundPage(Speaking):
    """Four cards, one of them chosen; then the system's own windows ask for the files."""

    make_requested = Signal(object, object, object)
    """The Template, the path it is read from (or None), and where the round shall stand."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._words = Words(START_TITLE, 700), Words(BODY, role="text2")
        self.cards = {template: OptionCard() for template in Template}
        self._group = QButtonGroup(self)
        self.go_on, self._leave = button("primary"), button()
        self._lay_out()
        self.cards[Template.SAMPLE].setChecked(True)
        self.go_on.clicked.connect(self._ask)
        self._leave.clicked.connect(self.left)
        self.retranslate()

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setFixedWidth(_COLUMN)
        column = QVBoxLayout(middle)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(6)
        for card in self.cards.values():
            self._group.addButton(card)
            column.addWidget(card)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self.go_on)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)

    def retranslate(self) -> None:
        self._title.setText(self.tr("A new round"))
        self._words.setText(
            self.tr("Choose what it starts from. Everything can be changed afterwards.")
        )
        for template, (title, detail) in {
            Template.SAMPLE: (
                self.tr("The sample rubric"),
                self.tr("29 invented services with their rubric, as a rehearsal"),
            ),
            Template.EARLIER: (
                self.tr("An earlier round…"),
                self.tr("Its rubric, services, evaluators and assignments, without any mark"),
            ),
            Template.FILE: (
                self.tr("A definition file…"),
                self.tr("A workbook (.xlsx) or a folder of tables (.csv)"),
            ),
            Template.EMPTY: (
                self.tr("Almost nothing"),
                self.tr("One service, one evaluator and three indicators to begin with"),
            ),
        }.items():
            self.cards[template].say(title, detail)
        self.go_on.setText(self.tr("Go on…"))
        self._leave.setText(self.tr("Leave"))

    def chosen(self) -> Template:
        """Return what is chosen."""
        return next(template for template, card in self.cards.items() if card.isChecked())

    @Slot()
    def _ask(self) -> None:
        template = self.chosen()
        source: Path | None = None
        if template is Template.EARLIER:
            source = choosing.earlier_round(self)
        elif template is Template.FILE:
            source = choosing.definition_to_read(self)
        is_read = template in (Template.EARLIER, Template.FILE)
        if is_read and source is None:
            return
        near = source or Path.home() / self.tr("New round")
        target = choosing.round_to_make(self, near)
        if target is not None:
            self.make_requested.emit(template, source, target)

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen."""
        self.cards[self.chosen()].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        else:
            super().keyPressEvent(event)


class NewRound(QObject):
    """Shows the beginnings over whatever stands in the window, and gives it back."""

    make_requested = Signal(object, object, object)
    """The Template, the path it is read from (or None), and where the round shall stand."""

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack = stack
        self._page: NewRoundPage | None = None
        self._before: StartPage | DocumentPage | None = None

    @Slot()
    def show(self) -> None:
        """Ask what a new round shall start from; what is open stays open meanwhile."""
        if self._page is None:
            self._page = NewRoundPage()
            self._page.left.connect(self._leave)
            self._page.make_requested.connect(self.make_requested)
            self._stack.addWidget(self._page)
        shown = self._stack.currentWidget()
        if isinstance(shown, StartPage | DocumentPage):
            self._before = shown
            self._stack.setCurrentWidget(self._page)
        self._page.take_focus()

    @Slot()
    def _leave(self) -> None:
        if self._before is not None:
            self._stack.setCurrentWidget(self._before)
            self._before.take_focus()
