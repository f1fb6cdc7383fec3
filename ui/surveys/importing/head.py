"""The head of the import: the file, its sheet, the indicator, and the button that takes it in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from ui.setup.menu_choice import MenuChoice
from ui.theme.page_head import PageHead
from ui.theme.parts import button
from workbench.surveys.preview import SurveyPreview


class ImportHead(PageHead):
    """What cannot be chosen is not there; the one filled button says how much it takes."""

    take_wanted = Signal()

    def __init__(self) -> None:
        self.sheet, self.indicator = MenuChoice(), MenuChoice()
        self.other, self.take = button(), button("primary")
        super().__init__(self.sheet, self.indicator, self.other, self.take, is_rehearsal=False)
        self.take.setToolTip("Ctrl+Enter")
        self.take_key = QAction(self)
        self.take_key.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self.take_key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.take_key.triggered.connect(self.take_wanted)
        self.take.clicked.connect(self.take_wanted)

    def name(self, file: str) -> None:
        """Say which file it is about, in the language of the window."""
        self.say(self.tr("Take in a survey"), file)
        self.other.setText(self.tr("Other file…"))
        self.sheet.setAccessibleName(self.tr("Sheet of the workbook"))
        self.indicator.setAccessibleName(self.tr("Indicator that gets the figures"))

    def offer_sheets(self, titles: Sequence[str], title: str, *, is_free: bool) -> None:
        """Offer the sheets of the workbook, where there are several and nothing is being read."""
        self.sheet.offer({one: one for one in titles}, title)
        self.sheet.setVisible(len(titles) > 1 and is_free)

    def offer_indicators(self, codes: Sequence[str], code: str, *, is_read: bool) -> None:
        """Offer the indicators that can get the figures, where there are several."""
        self.indicator.offer({one: one for one in codes}, code)
        self.indicator.setVisible(len(codes) > 1 and is_read)
        self.other.setVisible(is_read)
        self.take.setVisible(is_read)

    def offer_taking(self, preview: SurveyPreview | None) -> None:
        """Let be taken what ``preview`` changes; None while nothing is known of that."""
        if preview is None:
            self.take.setText(self.tr("Take in"))
            self.take.setEnabled(False)
            return
        count = sum(bool(row.changes) for row in preview.services)
        words = self.tr("Take in services: {count}") if count else self.tr("Nothing to take in")
        self.take.setText(words.format(count=count))
        self.take.setEnabled(bool(count))
