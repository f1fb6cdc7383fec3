"""All that is said about one indicator beside its row: guidance, levels, formula."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.setup import row_edits
from ui.setup.draft import SetupDraft
from ui.setup.measure_form import MeasureForm
from ui.setup.sheet_model import SheetModel
from ui.setup.sheet_painter import ROW_HEIGHT
from ui.setup.sheet_table import SheetTable
from ui.texts.text_box import TextBox
from ui.theme.fonts import CAPTION, CARD_TITLE, DENSE, HALF_BOLD
from ui.theme.parts import Card, Words, button, say_chip
from workbench.definition.cells import NO, YES
from workbench.setup.sheets import SheetRow

_SHEET = "indicators"
_COMPUTED = ("measure", "survey")
_LEVELS_SHOWN = 6


class IndicatorPane(Speaking):
    """Follows the row that the table stands on."""

    def __init__(self, draft: SetupDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._at = -1
        self._title, self._empty = Words(CARD_TITLE, HALF_BOLD), Words(DENSE, role="text2")
        self._guidance_name, self._levels_name = _caption(), _caption()
        self._levels_hint, self._measure_name = Words(CAPTION, role="text3"), _caption()
        self.guidance = TextBox(least=3, most=8)
        self.levels = SheetTable(
            SheetModel(
                draft,
                "levels",
                "indicator",
                belongs=lambda row: row.text("indicator") == self._code(),
                begun=lambda: {"indicator": self._code()},
            )
        )
        self.measure = MeasureForm(draft)
        self.may_be_out = button("chip")
        self._inside = QWidget()
        self._lay_out()
        self.guidance.left.connect(self.store)
        self.may_be_out.clicked.connect(self._on_may_be_out)
        draft.store_requested.connect(self.store)
        draft.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        parts: tuple[QWidget, ...] = (
            self._guidance_name,
            self.guidance,
            self._levels_name,
            self.levels,
            self._levels_hint,
            self._measure_name,
            self.measure,
        )
        for part in parts:
            column.addWidget(part)
        column.addWidget(self.may_be_out, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._inside)
        for part in (scroll.viewport(), self._inside):
            part.setAutoFillBackground(False)
        card = Card()
        card.column.addWidget(self._title)
        card.column.addWidget(self._empty)
        card.column.addWidget(scroll, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    # --- what is shown ----------------------------------------

    def show_row(self, at: int) -> None:
        """Show the indicator at another place of its sheet."""
        if at != self._at:
            self.store()
            self._at = at
        self.retranslate()

    def _row(self) -> SheetRow | None:
        rows = self._draft.sheets.of(_SHEET)
        return rows[self._at] if 0 <= self._at < len(rows) else None

    def _code(self) -> str:
        row = self._row()
        return row.text("code") if row is not None else ""

    @Slot()
    def retranslate(self) -> None:
        row = self._row()
        self._inside.setVisible(row is not None)
        self._empty.setVisible(row is None)
        self._empty.setText(self.tr("Choose an indicator in the table to see all of it."))
        self._title.setText(f"{self._code()} {row.text('name')}" if row is not None else "")
        self._guidance_name.setText(self.tr("Guidance for the evaluator"))
        self.guidance.setAccessibleName(self._guidance_name.text())
        self._levels_name.setText(self.tr("Levels"))
        self._levels_hint.setText(
            self.tr("Grades for the scale Grade, else anchors that help to judge.")
        )
        self._measure_name.setText(self.tr("How figures become points"))
        say_chip(self.may_be_out, self.tr("May be “not applicable”"))
        self.levels.setAccessibleName(self.tr("Levels"))
        self.levels.sheet.retranslate()
        self._show_texts(row)

    def _show_texts(self, row: SheetRow | None) -> None:
        self.levels.sheet.look()
        if self.levels.current() is None:
            self.levels.go_to(0, 0)  # else Tab would come to a field that belongs to no cell
        shown = min(self.levels.sheet.rowCount(), _LEVELS_SHOWN)
        self.levels.setFixedHeight(self.levels.horizontalHeader().height() + shown * ROW_HEIGHT + 2)
        if row is None:
            return
        self.guidance.show_text(row.text("guidance"))
        self.guidance.setReadOnly(not self._draft.may_edit)
        is_computed = row.text("scale") in _COMPUTED
        self._measure_name.setVisible(is_computed)
        self.measure.setVisible(is_computed)
        self.measure.show_code(self._code())
        self.may_be_out.setChecked(row.text("allow_not_applicable") == YES)
        self.may_be_out.setEnabled(self._draft.may_edit)

    # --- edits ----------------------------------------

    @Slot()
    def store(self) -> None:
        """Make the guidance an edit."""
        row = self._row()
        self.guidance.finish_syllable()
        if row is not None and self.guidance.text() != row.text("guidance"):
            self._put(self.tr("Guidance"), "guidance", self.guidance.text())

    @Slot(bool)
    def _on_may_be_out(self, is_on: bool) -> None:
        self._put(self.may_be_out.text(), "allow_not_applicable", YES if is_on else NO)

    def _put(self, step: str, column: str, text: str) -> None:
        rows = row_edits.with_texts(self._draft.sheets.of(_SHEET), {self._at: {column: text}})
        self._draft.edit(step, self._draft.sheets.replaced(_SHEET, rows))


def _caption() -> Words:
    return Words(DENSE, HALF_BOLD)
