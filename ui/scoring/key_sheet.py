"""All keys at a glance, over the page; any of F1, Esc and Enter puts it away."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.scoring.book_actions import BookActions
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD, PAGE_TITLE
from ui.theme.parts import Card, KeyHint, Words, button

_CLOSING = (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeySheet(Speaking):
    """Covers the page it explains and takes the keyboard until it goes."""

    def __init__(self, actions: BookActions, page: QWidget) -> None:
        super().__init__(page)
        self._actions = actions
        self._page = page
        self._before: QWidget | None = None
        self._title = Words(PAGE_TITLE, 700)
        self._close = button()
        self._close.clicked.connect(self.close_sheet)
        self._columns = QHBoxLayout()
        self._shown: list[QWidget] = []
        self._lay_out()
        page.installEventFilter(self)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        card = Card()
        card.column.setContentsMargins(28, 20, 28, 24)
        card.column.setSpacing(16)
        card.column.addLayout(head)
        self._columns.setSpacing(32)
        card.column.addLayout(self._columns)
        card.setMaximumWidth(1120)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(24, 24, 24, 24)
        middle.addStretch(1)
        middle.addWidget(card, 20, Qt.AlignmentFlag.AlignTop)
        middle.addStretch(1)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Keys"))
        self._close.setText(self.tr("Close"))
        self.setAccessibleName(self.tr("Keys"))
        if not self.isHidden():
            self._show_keys()

    def _show_keys(self) -> None:
        for old in self._shown:
            self._columns.removeWidget(old)
            old.hide()  # it goes only when the keys that wait have been taken
            old.deleteLater()
        self._shown = []
        groups = self._actions.groups()
        for some in (groups[:2], groups[2:5], groups[5:]):
            column = _column_of(some)
            self._columns.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
            self._shown.append(column)

    # --- coming and going ------------------------------------------------------------------

    def open_sheet(self) -> None:
        """Cover the page and take the keyboard."""
        if not self.isHidden():
            self.close_sheet()
            return
        self._before = self.window().focusWidget()
        self._show_keys()  # few ever ask for them
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Go away and give the keyboard back to where it was."""
        before, self._before = self._before, None
        if before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()  # now: a hidden part would hand the keyboard to whatever comes next

    def _fit(self) -> None:
        self.setGeometry(self._page.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and not self.isHidden():
            event.accept()  # the keys of the page mean nothing under the sheet
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _CLOSING:
            self.close_sheet()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_sheet()


def _column_of(groups: list[tuple[str, list[tuple[str, str]]]]) -> QFrame:
    frame = QFrame()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for title, keys in groups:
        block = QGridLayout()
        block.setHorizontalSpacing(14)
        block.setVerticalSpacing(4)
        block.setColumnMinimumWidth(0, 96)
        block.setColumnStretch(1, 1)
        caption = Words(CARD_TITLE, HALF_BOLD)
        caption.setText(title)
        block.addWidget(caption, 0, 0, 1, 2)
        for row, (key, meaning) in enumerate(keys, start=1):
            block.addWidget(KeyHint(key), row, 0)
            words = Words(BODY, role="text2")
            words.setText(meaning)
            block.addWidget(words, row, 1)
        column.addLayout(block)
    return frame
