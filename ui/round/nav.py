"""The pages of a round at the left, in the order of the work."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.round.rooms import GROUPS, PAGES, ROOMS
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD, REGULAR, font
from ui.theme.icons import paint_icon
from ui.theme.parts import Words, on_surface, paint_tag, tag_width
from ui.theme.runs import Run, RunLine
from ui.theme.scheme import color
from ui.theme.tab_stop import stop_at_checked
from ui.theme.tokens import NAV_ROW_HEIGHT, NAV_ROW_LEAST, TAG_HEIGHT

WIDTH: Final = 184


class NavButton(QAbstractButton):
    """A page's icon and name; the chosen one is tinted."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self._count = 0
        self._is_locked = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def count(self, number: int) -> None:
        """Show how many things wait here."""
        self._count = number
        self.setAccessibleDescription(str(number) if number else "")
        self.update()

    def lock(self, words: str) -> None:
        """Show a lock, explained by ``words``; none where they are empty."""
        self._is_locked = bool(words)
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, NAV_ROW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDTH, NAV_ROW_LEAST)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        box = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("select" if chosen else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        role = "accent" if chosen else "text"
        paint_icon(painter, self._icon, QRectF(20, box.center().y() - 7.5, 15, 15), role)
        painter.setFont(font(BODY, HALF_BOLD if chosen else REGULAR))
        painter.setPen(color(role))
        painter.drawText(box.adjusted(38, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._is_locked:
            place = QRectF(box.right() - 23, box.center().y() - 7.5, 15, 15)
            paint_icon(painter, "lock", place, role)
        if self._count:
            words = str(self._count)
            width = tag_width(words)
            place = QRectF(
                box.right() - width - 8, box.center().y() - TAG_HEIGHT / 2, width, TAG_HEIGHT
            )
            paint_tag(painter, words, "danger", place)
        painter.end()


class Nav(Speaking):
    """Round title, pages in three groups, and where the file stands."""

    chosen = Signal(str)

    def __init__(self, title: str, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        on_surface(self)
        self._is_final = False
        self.setFixedWidth(WIDTH)
        self._buttons = {page: NavButton(ROOMS[page].icon) for page in PAGES}
        self._groups = {group: RunLine() for group in GROUPS}
        self._pages = QButtonGroup(self)
        for page, one in self._buttons.items():
            self._pages.addButton(one)
            one.setObjectName(page)
        self._pages.buttonClicked.connect(self._on_clicked)
        name = Words(BODY + 0.5, 700)
        name.setText(title)
        name.setContentsMargins(20, 0, 12, 4)
        file = RunLine()
        file.say(Run(file_name, CAPTION, role="text3"))
        file.setToolTip(file_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 10)
        column.setSpacing(2)
        column.addWidget(name)
        for group, rooms in GROUPS.items():
            column.addSpacing(10)
            column.addWidget(_indented(self._groups[group]))
            for page in rooms:
                column.addWidget(self._buttons[page])
        column.addStretch(1)
        column.addWidget(_indented(file))
        self.retranslate()

    def retranslate(self) -> None:
        names = {
            "overview": self.tr("Overview"),
            "rubric": self.tr("Rubric"),
            "roster": self.tr("Services and people"),
            "hand_out": self.tr("Hand out"),
            "progress": self.tr("Progress"),
            "merge": self.tr("Merge"),
            "conflicts": self.tr("Conflicts"),
            "moderation": self.tr("Moderation"),
            "adjustments": self.tr("Bonus and penalty"),
            "measures": self.tr("Confirm figures"),
            "results": self.tr("Result"),
            "robustness": self.tr("Robustness"),
            "survey": self.tr("Satisfaction"),
            "calibration": self.tr("Evaluators"),
            "objections": self.tr("Objections"),
            "wording": self.tr("Report texts"),
            "report": self.tr("Report"),
            "history": self.tr("History"),
        }
        for page, name in names.items():
            self._buttons[page].setText(name)
            self._buttons[page].setAccessibleName(name)
        self.lock(is_final=self._is_final)
        headings = {
            "prepare": self.tr("Prepare"),
            "collect": self.tr("Collect"),
            "result": self.tr("Result"),
        }
        for group, line in self._groups.items():
            line.say(Run(headings[group], CAPTION, HALF_BOLD, "text2"))

    def count(self, page: str, number: int) -> None:
        """Show how many things wait on a page, nothing where none does."""
        self._buttons[page].count(number)

    def lock(self, *, is_final: bool) -> None:
        """Show on the history whether the round is final."""
        self._is_final = is_final
        self._buttons["history"].lock(self.tr("The round is final") if is_final else "")

    def show_page(self, page: str) -> None:
        """Mark the page that is shown; Tab comes to it, arrows to the others."""
        self._buttons[page].setChecked(True)
        stop_at_checked(self._buttons.values())

    @Slot(QAbstractButton)
    def _on_clicked(self, one: QAbstractButton) -> None:
        self.chosen.emit(one.objectName())


def _indented(line: RunLine) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(20, 4, 8, 4)
    column.addWidget(line)
    return box
