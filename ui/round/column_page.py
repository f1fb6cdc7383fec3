"""A page of one column in the middle, never wider than 920, that scrolls instead of squeezing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.handing_over.centred import centred
from ui.round.lead_page import LeadPage
from ui.round.session import RoundSession
from ui.theme.page_head import PageHead
from ui.theme.tokens import CARD_GAP


class ColumnPage(LeadPage):
    """Head above, cards below each other."""

    def __init__(
        self, session: RoundSession, *buttons: QPushButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        is_rehearsal = session.definition.rules.rehearsal
        self.head = PageHead(*buttons, is_rehearsal=is_rehearsal, read_at=session.read_at)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 20)
        self.column.setSpacing(CARD_GAP)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(centred(inside))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 14, 0, 0)
        whole.setSpacing(14)
        whole.addWidget(centred(self.head))
        whole.addWidget(scroll, 1)
