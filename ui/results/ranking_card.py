"""The card of all services: legend, order, captions with the cut, and the bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.results.bars_card import BarsList, BarsModel, bar_columns
from ui.results.charts import SECTION_ROLES
from ui.results.figures import Order, in_order
from ui.theme.fonts import CAPTION, CARD_TITLE, HALF_BOLD, font
from ui.theme.icons import icon
from ui.theme.parts import Card, button
from ui.theme.runs import Run, RunLine, paint_runs
from ui.theme.scheme import color
from workbench.definition.terms import Section
from workbench.exact import plain
from workbench.results.outcome import Outcome


class Captions(Speaking):
    """Captions over the columns; the cut's number stands over its line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._bar_width = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_outcome(self, outcome: Outcome) -> None:
        """Take the cut of another result."""
        self._outcome = outcome
        self.update()

    def leave_for_bar(self, width: int) -> None:
        """Keep clear what the scroll bar takes beside the rows below."""
        self._bar_width = width
        self.update()

    def retranslate(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._outcome is None:
            return
        painter = QPainter(self)
        width = self.width() - self._bar_width
        columns = bar_columns(width)
        baseline = 14
        caption = Run(self.tr("Rank"), CAPTION, role="text3")
        paint_runs(painter, (caption,), 0, baseline, columns.name)
        name = Run(self.tr("Service"), CAPTION, role="text3")
        paint_runs(painter, (name,), columns.name, baseline, 80)
        cut = self._outcome.definition.rules.cut
        painter.setFont(font(CAPTION, HALF_BOLD, digits=True))
        painter.setPen(color("danger"))
        place = QRectF(columns.x_of(cut) - 24, 0, 48, 20)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, plain(cut))
        painter.setFont(font(CAPTION))
        painter.setPen(color("text3"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, columns.total_right, 20), right, self.tr("Total"))
        painter.end()


class Legend(QWidget):
    """A square and a name for each section."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Name other sections."""
        self._sections = tuple(sections)
        self.setAccessibleName(", ".join(run.text for run in map(_legend_run, sections)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        runs = sum(_legend_run(section).width() + 28 for section in self._sections)
        return QSize(int(runs), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = 0.0
        for section in self._sections:
            painter.fillRect(QRectF(x, 5, 9, 9), color(SECTION_ROLES[section.code]))
            run = _legend_run(section)
            x = paint_runs(painter, (run,), x + 14, 14, self.width() - x) + 14
        painter.end()


def _legend_run(section: Section) -> Run:
    return Run(f"{section.name} {plain(section.max_points)}", CAPTION, role="text2")


class RankingCard(Speaking):
    """All services with their bars, by total or by number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._order = Order.TOTAL
        self._title = RunLine()
        self._sort = button("link")
        self._sort.setIcon(icon("chevron", "accent"))
        self._sort.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self)
        self._choices = QActionGroup(self)
        for order in Order:
            action = QAction(self)
            action.setData(str(order))
            action.setCheckable(True)
            self._choices.addAction(action)
        self._menu.addActions(self._choices.actions())
        self._choices.triggered.connect(self._on_order)
        self._sort.setMenu(self._menu)
        self._legend, self._captions = Legend(), Captions()
        self._model = BarsModel(self)
        self._list = BarsList()
        self._list.setModel(self._model)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        card.column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addSpacing(16)
        head.addWidget(self._legend)
        head.addStretch(1)
        head.addWidget(self._sort)
        card.column.addLayout(head)
        card.column.addWidget(self._captions)
        card.column.addWidget(self._list, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.setMinimumHeight(260)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show another result."""
        self._outcome = outcome
        rules = outcome.definition.rules
        self._model.show_rows(in_order(outcome, self._order), rules.cut, rules.score_places)
        self._captions.show_outcome(outcome)
        self._legend.show_sections(outcome.definition.sections)
        self._list.fit_rows()
        self.retranslate()

    def retranslate(self) -> None:
        words = {
            Order.TOTAL: self.tr("Order: highest total first"),
            Order.NUMBER: self.tr("Order: by number"),
        }
        for action in self._choices.actions():
            order = Order(action.data())
            action.setText(words[order])
            action.setChecked(order is self._order)
        self._title.say(Run(self.tr("Totals"), CARD_TITLE, HALF_BOLD))
        self._sort.setText(words[self._order])
        self._list.setAccessibleName(self.tr("Totals"))

    @Slot(QAction)
    def _on_order(self, action: QAction) -> None:
        self._order = Order(action.data())
        if self._outcome is not None:
            self.show_outcome(self._outcome)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._captions.leave_for_bar(self._list.width() - self._list.viewport().width())
        super().paintEvent(event)
