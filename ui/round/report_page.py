"""The report: for whom, final or draft, and why a final one is still closed."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ui import choosing
from ui.problems import sentence_of
from ui.round.column_page import ColumnPage
from ui.round.session import RoundSession
from ui.theme.fonts import BODY, CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.options import OptionCard
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine
from workbench.rounds.desk import Reading
from workbench.text import file_name

NAMED_MOST = 12


class ReportPage(ColumnPage):
    """Two choices and one button; the reasons stand where the final export is closed."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        self._export = button("primary")
        super().__init__(session, self._export, parent=parent)
        self._session = session
        self._written: Path | None = None
        self._internal, self._public = OptionCard(), OptionCard()
        self._final, self._draft = OptionCard(), OptionCard()
        self._audience_title, self._edition_title = RunLine(), RunLine()
        self._reasons_title = Words(BODY, HALF_BOLD, "danger")
        self._reasons = QWidget()
        self._reasons_card = Card()
        self._done_card = Card()
        self._done = Words(BODY)
        self._open, self._folder = button(), button()
        self._lay_out()
        self._internal.setChecked(True)
        self._final.setChecked(True)
        self._export.clicked.connect(self._choose)
        self._open.clicked.connect(self._open_file)
        self._folder.clicked.connect(self._open_folder)
        session.exported.connect(self._on_exported)
        self.retranslate()

    def _lay_out(self) -> None:
        for title, options in (
            (self._audience_title, (self._internal, self._public)),
            (self._edition_title, (self._final, self._draft)),
        ):
            card = Card()
            card.column.addWidget(title)
            row = QHBoxLayout()
            row.setSpacing(12)
            group = QButtonGroup(self)
            for option in options:
                group.addButton(option)
                row.addWidget(option, 1)
            card.column.addLayout(row)
            self.column.addWidget(card)
        self._reasons_card.column.addWidget(self._reasons_title)
        self._reasons_card.column.addWidget(self._reasons)
        self.column.addWidget(self._reasons_card)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(GlyphMark(Glyph.COMPLETE))
        line.addWidget(self._done, 1)
        line.addWidget(self._open)
        line.addWidget(self._folder)
        self._done_card.column.addLayout(line)
        self.column.addWidget(self._done_card)
        self.column.addStretch(1)

    def retranslate(self) -> None:
        self.head.say(self.tr("Report"), self._state())
        self._export.setText(self.tr("Export the report…"))
        self._audience_title.say(Run(self.tr("For whom"), CARD_TITLE, HALF_BOLD))
        self._edition_title.say(Run(self.tr("Edition"), CARD_TITLE, HALF_BOLD))
        self._internal.say(self.tr("Internal"), self.tr("All sheets, with every typed score"))
        self._public.say(self.tr("Public"), self.tr("Summary and findings, nobody's scores"))
        self._final.say(self.tr("Final"), self.tr("Only when everything is complete and sealed"))
        self._draft.say(self.tr("Draft"), self.tr("Possible at any time, marked as a draft"))
        self._open.setText(self.tr("Open the report"))
        self._folder.setText(self.tr("Open the folder"))
        self._done_card.setVisible(self._written is not None)
        if self._written is not None:
            self._done.setText(self.tr("Written: {file}").format(file=self._written.name))
            self._done.setToolTip(str(self._written))
        self._show_reasons()

    def _state(self) -> str:
        reading = self._session.reading
        if reading is None:
            return ""
        if reading.closed:
            return self.tr("A final export is still closed")
        return self.tr("A final export is open")

    def _show_reasons(self) -> None:
        reading = self._session.reading
        reasons = [sentence_of(reason) for reason in reading.closed] if reading else []
        self._reasons_card.setVisible(bool(reasons))
        title = self.tr("What keeps the final export closed: {count}")
        self._reasons_title.setText(title.format(count=len(reasons)))
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for reason in reasons[:NAMED_MOST]:
            line = Words(DENSE)
            line.setText(f"· {reason}")
            column.addWidget(line)
        if len(reasons) > NAMED_MOST:
            rest = Words(DENSE, role="text2")
            rest.setText(self.tr("and {count} more").format(count=len(reasons) - NAMED_MOST))
            column.addWidget(rest)
        self._reasons_card.column.replaceWidget(self._reasons, rows)
        self._reasons.deleteLater()
        self._reasons = rows

    def show_reading(self, reading: Reading) -> None:
        self._final.setEnabled(not reading.closed)
        (self._draft if reading.closed else self._final).setChecked(True)
        self.retranslate()

    @Slot()
    def _choose(self) -> None:
        title, kinds = self.tr("Export the report as"), self.tr("Workbooks (*.xlsx)")
        name = file_name(self._session.definition.rules.title)
        if self._draft.isChecked():
            name += self.tr(" (draft)")
        near = self._session.path.with_name(f"{name}.xlsx")
        target = choosing.file_to_write(self, title, near, kinds)
        if target is not None:
            self.export_to(target.with_suffix(".xlsx"))

    def export_to(self, target: Path) -> None:
        """Write the chosen edition to ``target``."""
        self._session.export(
            target, is_public=self._public.isChecked(), is_draft=self._draft.isChecked()
        )

    @Slot(object)
    def _on_exported(self, target: Path) -> None:
        self._written = target
        self.retranslate()
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    @Slot()
    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        self._export.setFocus(Qt.FocusReason.OtherFocusReason)
