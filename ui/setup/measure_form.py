"""The formula of one indicator code: which, with which parameters, in which unit."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.composing import Composition
from ui.language import Speaking
from ui.setup import row_edits
from ui.setup.choices import formula_words
from ui.setup.draft import SetupDraft
from ui.setup.menu_choice import MenuChoice
from ui.setup.wording import bare_sentence
from ui.theme.fonts import CAPTION, DENSE, HALF_BOLD
from ui.theme.parts import Words
from workbench.setup.sheets import SheetRow

_SHEET = "measures"
_WITH_PREVIOUS = ("achievement", "achievement_lower", "steps", "multi_year")


class MeasureForm(Speaking):
    """Each field is an edit when it is left."""

    def __init__(self, draft: SetupDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._code = ""
        self.formula = MenuChoice()
        self.parameters, self.unit = QLineEdit(), QLineEdit()
        self._compositions = [Composition(field) for field in (self.parameters, self.unit)]
        self._names = [Words(CAPTION, role="text3") for _ in range(3)]
        self._hint = Words(CAPTION, role="text3")
        self._wrong = Words(DENSE, HALF_BOLD, "danger")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        parts = (self.formula, self.parameters, self.unit)
        for row, (name, part) in enumerate(zip(self._names, parts, strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(part, row, 1)
        grid.addWidget(self._hint, 3, 0, 1, 2)
        grid.addWidget(self._wrong, 4, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.formula.chosen.connect(self._on_formula)
        for field in (self.parameters, self.unit):
            field.editingFinished.connect(self.store)
        draft.store_requested.connect(self.store)
        draft.looked.connect(self._judge)
        self.retranslate()

    def show_code(self, code: str) -> None:
        """Show the formula of another indicator code."""
        self._code = code
        self.retranslate()

    def retranslate(self) -> None:
        found = self._row()
        texts = (self.tr("Formula"), self.tr("Parameters"), self.tr("Unit"))
        for name, text, part in zip(
            self._names, texts, (self.formula, self.parameters, self.unit), strict=True
        ):
            name.setText(text)
            part.setAccessibleName(text)
            part.setEnabled(self._draft.may_edit)
        formula = found.text("formula") if found else ""
        none = {"": self.tr("The usual one of the scale")}
        self.formula.offer(none | formula_words(), formula)
        for field, column in ((self.parameters, "parameters"), (self.unit, "unit")):
            text = found.text(column) if found else ""
            if field.text() != text:
                field.setText(text)
        self._hint.setText(self._hint_of(formula))
        self._hint.setVisible(bool(self._hint.text()))
        self._judge()

    def _hint_of(self, formula: str) -> str:
        own = {
            "steps": self.tr(
                "steps=90:100|80:90: from 90 % of the target 100 % of the points, from 80 % 90 %"
            ),
            "deviation": self.tr("low=…;high=… are the values for 20 % and 100 %"),
            "multi_year": self.tr("rates=95|97 are the rates of the earlier years in percent"),
            "survey_linear": self.tr("min=1;max=5 are the ends of the survey's scale"),
            "survey_proportional": self.tr("max=5 is the upper end of the survey's scale"),
        }.get(formula, "")
        previous = self.tr(
            "previous=120 is last year's actual, previous=1:120|2:95 by service; an easier"
            " target is flagged"
        )
        return "\n".join(filter(None, (own, previous if formula in _WITH_PREVIOUS else "")))

    @Slot()
    def _judge(self) -> None:
        at = self._place()
        said = []
        for column in ("indicator", "formula", "parameters"):
            problem = self._draft.problem(_SHEET, at, column) if at is not None else None
            if problem is not None:
                said.append(bare_sentence(problem))
        self._wrong.setText(" ".join(said))
        self._wrong.setVisible(bool(said))

    def _place(self) -> int | None:
        for at, row in enumerate(self._draft.sheets.of(_SHEET)):
            if row.text("indicator") == self._code:
                return at
        return None

    def _row(self) -> SheetRow | None:
        at = self._place()
        return None if at is None else self._draft.sheets.of(_SHEET)[at]

    @Slot(str)
    def _on_formula(self, formula: str) -> None:
        at, rows = self._place(), self._draft.sheets.of(_SHEET)
        if not formula and at is not None:
            rows = row_edits.without(rows, [at])
            self._draft.edit(self.tr("Formula"), self._draft.sheets.replaced(_SHEET, rows))
        elif formula:
            self._put({"formula": formula})

    @Slot()
    def store(self) -> None:
        """Make what stands in the fields an edit, where there is a formula to hold it."""
        found = self._row()
        typed = {"parameters": self.parameters.text(), "unit": self.unit.text()}
        if found is not None and any(found.text(name) != text for name, text in typed.items()):
            self._put(typed)

    def _put(self, texts: dict[str, str]) -> None:
        at, rows = self._place(), self._draft.sheets.of(_SHEET)
        if at is None:
            at = len(rows)
            rows = (*rows, row_edits.blank(_SHEET, {"indicator": self._code}))
        rows = row_edits.with_texts(rows, {at: texts})
        self._draft.edit(self.tr("Formula"), self._draft.sheets.replaced(_SHEET, rows))
