"""The card of all services: legend, order, captions with the cut, and the bars."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ui.charts.bars import Captions, caption_marks, legend_marks
from ui.charts.lettering import OnScreen
from ui.charts.marks import Mark, labels, paint
from ui.language import Speaking
from ui.results.bars_card import BarsList, BarsModel
from ui.results.figures import BY_TOTAL, in_order, orders
from ui.results.wording import order_word
from ui.theme.fonts import CARD_TITLE, HALF_BOLD
from ui.theme.icons import icon
from ui.theme.parts import Card, button
from ui.theme.runs import Run, RunLine
from ui.theme.scheme import tokens
from workbench.definition.terms import Uid
from workbench.results.figures import most_points
from workbench.results.outcome import Outcome

_HEIGHT = 20


class CaptionRow(Speaking):
    """Captions over the columns; the cut's number stands over its line."""

    def __init__(self, model: BarsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._bar_width = 0
        self._frames = ("", "")
        self._type = OnScreen()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def leave_for_bar(self, width: int) -> None:
        """Keep clear what the scroll bar takes beside the rows below."""
        if width != self._bar_width:
            self._bar_width = width
            self.update()

    def captions(self) -> Captions:
        """Return the words over the columns."""
        return Captions(self.tr("Rank"), self.tr("Service"), self.tr("Adjusted"), self.tr("Total"))

    def adjustments(self) -> tuple[str, str]:
        """Return the names of bonus and penalty, each empty where no total has any.

        They stand over the bars, where nothing else does.
        """
        rows = (self._model.row(at) for at in range(self._model.rowCount()))
        counted = [row.adjusted for row in rows if row.total is not None]
        added = self.tr("Bonus") if any(points > 0 for points in counted) else ""
        taken = self.tr("Penalty") if any(points < 0 for points in counted) else ""
        return added, taken

    def retranslate(self) -> None:
        self._frames = self.adjustments()
        self.setAccessibleName(", ".join(filter(None, self._frames)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self._model.columns(self.width() - self._bar_width)
        words, middle = self.captions(), _HEIGHT / 2
        marks = caption_marks(self._type, place, middle, self._model.cut, words)
        added, taken = self._frames
        frames, end = legend_marks(self._type, (), place.bar, middle, added=added, taken=taken)
        if end < place.x_of(self._model.cut) - 24:
            marks += frames
        paint(painter, marks, self._type, tokens())
        painter.end()


class Legend(Speaking):
    """A square and a name for each section."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._type = OnScreen()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_outcome(self, outcome: Outcome) -> None:
        """Name other sections."""
        self._outcome = outcome
        self.retranslate()

    def retranslate(self) -> None:
        marks, _ = self._marks()
        said = ", ".join(label.text for label in labels(marks))
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def _marks(self) -> tuple[list[Mark], float]:
        if self._outcome is None:
            return [], 0.0
        return legend_marks(self._type, self._outcome.definition.sections, 0, _HEIGHT / 2)

    def sizeHint(self) -> QSize:
        return QSize(int(self._marks()[1]) + 2, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, self._marks()[0], self._type, tokens())
        painter.end()


class RankingCard(Speaking):
    """All services with their bars, in the chosen order."""

    opened = Signal(object)
    """The uid of a service whose marks are asked for."""
    sorted_anew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._order = BY_TOTAL
        self._title = RunLine()
        self._sort = button("link")
        self._sort.setIcon(icon("chevron", "accent"))
        self._sort.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self)
        self._choices = QActionGroup(self)
        self._choices.triggered.connect(self._on_order)
        self._sort.setMenu(self._menu)
        self._model = BarsModel(self)
        self.legend, self.captions = Legend(), CaptionRow(self._model)
        self.list = BarsList()
        self.list.setModel(self._model)
        self.list.opened.connect(self.opened)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        card.column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addSpacing(16)
        head.addWidget(self.legend)
        head.addStretch(1)
        head.addWidget(self._sort)
        card.column.addLayout(head)
        card.column.addWidget(self.captions)
        card.column.addWidget(self.list, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.setMinimumHeight(260)

    @property
    def order(self) -> str:
        """By what the services are sorted."""
        return self._order

    def sort_by(self, order: str) -> None:
        """Sort otherwise; an order that this round does not have is that by total."""
        self._order = order
        if self._outcome is not None:
            self.show_outcome(self._outcome)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show another result; the chosen service stays chosen."""
        chosen = self.list.chosen()
        self._outcome = outcome
        known = orders(outcome.definition)
        if self._order not in known:
            self._order = BY_TOTAL
        self._offer(known)
        rules = outcome.definition.rules
        rows, most = in_order(outcome, self._order), most_points(outcome.definition)
        self._model.show_services(rows, rules.cut, most, rules.score_places)
        self.list.choose(chosen)
        self.captions.retranslate()
        self.legend.show_outcome(outcome)
        self.list.fit_rows()
        self.retranslate()

    def _offer(self, known: tuple[str, ...]) -> None:
        if [action.data() for action in self._choices.actions()] == list(known):
            return
        for old in self._choices.actions():
            self._choices.removeAction(old)
            old.deleteLater()
        for order in known:
            action = QAction(self)
            action.setData(order)
            action.setCheckable(True)
            self._choices.addAction(action)
        self._menu.addActions(self._choices.actions())

    def choose(self, service: Uid | None) -> None:
        """Choose the row of a service and put the keyboard there."""
        self.list.choose(service)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        title = self.tr("Totals")
        self._title.say(Run(title, CARD_TITLE, HALF_BOLD))
        self.setAccessibleName(title)
        self.list.setAccessibleName(title)
        if self._outcome is None:
            return
        definition = self._outcome.definition
        for action in self._choices.actions():
            action.setText(order_word(definition, action.data()))
            action.setChecked(action.data() == self._order)
        self._sort.setText(order_word(definition, self._order))

    @Slot(QAction)
    def _on_order(self, action: QAction) -> None:
        self.sort_by(str(action.data()))
        self.sorted_anew.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        bar = self.list.verticalScrollBar()
        self.captions.leave_for_bar(bar.width() if bar.isVisible() else 0)
        super().paintEvent(event)
