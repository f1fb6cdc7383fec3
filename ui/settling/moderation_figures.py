"""What the marks make, what is agreed, the difference, and what the service gets of it."""

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.results.wording import verdict_word
from ui.scoring.numbers import points_text, signed_text
from ui.scoring.wording import not_applicable_word
from ui.theme.fonts import CAPTION, CHOICE, HALF_BOLD
from ui.theme.parts import Tag
from ui.theme.runs import Run, RunLine
from workbench.results.outcome import ServiceOutcome, Verdict

_ROLES = {
    Verdict.PASS: "success",
    Verdict.BELOW: "danger",
    Verdict.CONFLICT: "danger",
    Verdict.INCOMPLETE: "warning",
    Verdict.EXEMPT: "text3",
}


class Figure(QWidget):
    """A caption over one large number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption, self._number = RunLine(), RunLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._caption)
        column.addWidget(self._number)

    def say(self, caption: str, number: str, beside: str = "", role: str = "text") -> None:
        """Show another number under its caption."""
        self._caption.say(Run(caption, CAPTION, role="text2"))
        self._number.say(
            Run(number, CHOICE, HALF_BOLD, role), Run(beside, CAPTION, role="text3", before=6)
        )

    def text(self) -> str:
        """Return caption and number as they are read out."""
        return f"{self._caption.text()} {self._number.text()}"


class FigureRow(Speaking):
    """Four figures side by side; each tells only what is so now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._original, self._agreed = Figure(), Figure()
        self._difference, self._total = Figure(), Figure()
        self._verdicts = {verdict: Tag(role) for verdict, role in _ROLES.items()}
        self._said: tuple[Decimal | None, str, Decimal | None, bool, ServiceOutcome | None] = (
            None,
            "",
            None,
            False,
            None,
        )
        self._places = 2
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(28)
        for one in (self._original, self._agreed, self._difference, self._total):
            row.addWidget(one)
        tags = QVBoxLayout()
        tags.setContentsMargins(0, 18, 0, 0)
        for tag in self._verdicts.values():
            tags.addWidget(tag)
            tag.hide()
        row.addLayout(tags)
        row.addStretch(1)

    def show_figures(
        self,
        original: Decimal | None,
        way: str,
        agreed: Decimal | None,
        service: ServiceOutcome | None,
        *,
        is_out: bool,
        places: int,
    ) -> None:
        """Show what the marks make in their ``way``, what is agreed, and ``service`` with it."""
        self._said = original, way, agreed, is_out, service
        self._places = places
        self.retranslate()

    def text(self) -> str:
        """Return all of it as it is read out."""
        service = self._said[4]
        parts = [
            one.text() for one in (self._original, self._agreed, self._difference, self._total)
        ]
        return ", ".join([*parts, verdict_word(service.verdict) if service is not None else ""])

    def retranslate(self) -> None:
        original, way, agreed, is_out, service = self._said
        places = self._places
        self._original.say(self.tr("By the marks"), points_text(original, places), way)
        mark = not_applicable_word() if is_out else points_text(agreed, places)
        self._agreed.say(self.tr("Agreed"), mark, role="accent" if agreed or is_out else "text3")
        change = None if original is None or agreed is None else agreed - original
        self._difference.say(
            self.tr("Difference"), "–" if change is None else _signed(change, places)
        )
        total = None if service is None else service.total
        self._total.say(self.tr("Total of the service"), points_text(total, places))
        for verdict, tag in self._verdicts.items():
            tag.say(verdict_word(verdict))
            tag.setVisible(service is not None and service.verdict is verdict)


def _signed(number: Decimal, places: int) -> str:
    said = signed_text(number, places)
    return f"+{said}" if number > 0 else said
