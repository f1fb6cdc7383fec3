"""The ends of the scale and the weight of the factor questions, typed as whole numbers."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD
from ui.theme.parts import Words, restyle
from ui.theme.runs import Run, RunLine
from workbench.errors import InputError
from workbench.exact import parse_whole, plain
from workbench.surveys.mapping import AnyMapping, FiguresMapping, SurveyMapping

_WIDTH: Final = 56
_DIGITS: Final = 5


class ScaleFields(Speaking):
    """What is no whole number stays in its field in red, with the sentence below."""

    changed = Signal(int, int, int)
    """The lowest and the highest value, and the percent of the factor questions."""
    spoiled = Signal()
    """Something was typed that is no whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.low, self.high, self.weight = QLineEdit(), QLineEdit(), QLineEdit()
        self._scale, self._to = RunLine(), RunLine()
        self._weigh, self._rest = RunLine(), RunLine()
        self._wrong = Words(CAPTION, HALF_BOLD, "danger")
        self._mapping: AnyMapping | None = None
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self._scale, self.low, self._to, self.high):
            row.addWidget(part)
        row.addSpacing(16)
        for part in (self._weigh, self.weight):
            row.addWidget(part)
        row.addWidget(self._rest, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._wrong)
        self._wrong.hide()
        for field in self._fields():
            field.setFixedWidth(_WIDTH)
            field.setMaxLength(_DIGITS)
            field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            field.textEdited.connect(self._read)
        self.show_mapping(SurveyMapping("", ()))

    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.low, self.high, self.weight

    def show_mapping(self, mapping: AnyMapping) -> None:
        """Begin with the numbers of ``mapping``."""
        self.low.setText(str(mapping.scale_min))
        self.high.setText(str(mapping.scale_max))
        if isinstance(mapping, SurveyMapping):
            self.weight.setText(plain(mapping.factor_weight))
        self._judge()
        self.show_parts(mapping)

    def show_parts(self, mapping: AnyMapping) -> None:
        """Let be typed only what counts with the columns of ``mapping``."""
        self._mapping = mapping
        is_ready = isinstance(mapping, FiguresMapping)
        for part in (self._weigh, self.weight, self._rest):
            part.setHidden(is_ready)
        if isinstance(mapping, FiguresMapping):
            self.low.setEnabled(not mapping.low)
            self.high.setEnabled(not mapping.high)
        else:
            self.low.setEnabled(True)
            self.high.setEnabled(True)
            self.weight.setEnabled(bool(mapping.factors and mapping.overall))
        self.retranslate()

    def is_sound(self) -> bool:
        """Say whether every field holds a whole number."""
        return not self._wrong.text()

    def retranslate(self) -> None:
        self._scale.say(Run(self.tr("Scale"), BODY, role="text2"))
        self._to.say(Run("–", BODY, role="text2"))
        self._weigh.say(Run(self.tr("Factors weigh"), BODY, role="text2"))
        self._rest.say(Run(self._rest_words(), BODY, role="text2"))
        self.low.setAccessibleName(self.tr("Lowest answer of the scale"))
        self.high.setAccessibleName(self.tr("Highest answer of the scale"))
        self.weight.setAccessibleName(self.tr("Percent that the factor questions weigh"))
        self._judge()

    def _rest_words(self) -> str:
        mapping = self._mapping
        if not isinstance(mapping, SurveyMapping):
            return ""
        if not (mapping.factors and mapping.overall):
            return self.tr("% (no effect: one part only)")
        rest = plain(100 - mapping.factor_weight)
        return self.tr("%, overall {rest} %").format(rest=rest)

    def _judge(self) -> list[int]:
        """Return the numbers, none of them where one is no number; say which one is none."""
        numbers, said = [], ""
        for field in self._fields():
            wrong = ""
            try:
                numbers.append(parse_whole(field.text()))
            except InputError as error:
                wrong = sentence_of(error)
            restyle(field, "error", value=bool(wrong))
            field.setAccessibleDescription(wrong)
            said = said or wrong
        self._wrong.setText(said)
        self._wrong.setVisible(bool(said))
        return [] if said else numbers

    @Slot()
    def _read(self) -> None:
        numbers = self._judge()
        if numbers:
            self.changed.emit(*numbers)
        else:
            self.spoiled.emit()
