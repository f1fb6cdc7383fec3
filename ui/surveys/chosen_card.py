"""One service in full: its index, how the points come about, its source, and its answers."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.robustness.quiet_table import QuietTable
from ui.scoring.numbers import most_text, points_text
from ui.surveys.painter import SurveyPainter
from ui.surveys.rows import answers_columns, answers_rows
from ui.surveys.words import (
    allowed_words,
    changed_words,
    composite_words,
    difference_text,
    doubled_words,
    fate_words,
    few_words,
    flags_words,
    index_text,
    other_words,
    points_words,
    told_source,
)
from ui.theme.fonts import BODY, CHOICE, DENSE, HALF_BOLD, SERVICE_NAME
from ui.theme.parts import Card, Words, button, say_chip
from ui.theme.runs import Run, RunLine
from ui.theme.tab_stop import stop_at_checked
from workbench.definition.terms import Definition
from workbench.surveys.answers import answers_lines
from workbench.surveys.standing import SurveyEntry, SurveyRow

_ROW: Final = 40
_ROWS_LEAST: Final = 5


class ChosenSurvey(Speaking):
    """Shows one entry at a time; says when the result of the service is wanted."""

    result_wanted = Signal()

    def __init__(self, definition: Definition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._definition = definition
        self._row: SurveyRow | None = None
        self._at = 0
        self.name, self.index, self.beside = RunLine(), RunLine(), RunLine()
        self.go = button("link")
        self.people: list[QPushButton] = []
        self._group = QButtonGroup(self)
        self._chips = QHBoxLayout()
        self.points, self.composite = Words(BODY, HALF_BOLD), Words(DENSE, role="text2")
        self.other = Words(DENSE, role="text2")
        self.warning = Words(DENSE, HALF_BOLD, role="warning")
        self.source = Words(DENSE, role="text2")
        self.answers = QuietTable(_ROW)
        self.answers.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.answers.setItemDelegate(SurveyPainter(self.answers, _ROW))
        self.go.clicked.connect(self.result_wanted)
        self._group.idClicked.connect(self._on_person)
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.go)
        self._chips.setSpacing(6)
        self._chips.addStretch(1)
        column = card.column
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._chips)
        column.addWidget(self.index)
        column.addWidget(self.beside)
        for words in (self.warning, self.points, self.composite, self.other, self.source):
            column.addWidget(words)
        column.addWidget(self.answers, 1)
        column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    # --- what is shown ---------------------------------------------------------------------

    def show_row(self, definition: Definition, row: SurveyRow | None) -> None:
        """Show another service; None leaves nothing to show."""
        is_other = row is None or self._row is None or row.key != self._row.key
        self._definition, self._row = definition, row
        entries = row.entries if row is not None else ()
        if is_other or self._at >= len(entries):
            self._at = _first_given(row) if row is not None else 0
        self.setVisible(row is not None)
        self._offer(entries)
        self.retranslate()

    def entry(self) -> SurveyEntry | None:
        """Return what is shown: the figures of one evaluator."""
        return self._row.entries[self._at] if self._row is not None and self._row.entries else None

    def _offer(self, entries: tuple[SurveyEntry, ...]) -> None:
        """Let one choose among several evaluators; one alone is no choice."""
        wanted = len(entries) if len(entries) > 1 else 0
        while len(self.people) < wanted:
            chip = button("chip")
            self._group.addButton(chip, len(self.people))
            self._chips.insertWidget(len(self.people), chip)
            self.people.append(chip)
        for at, chip in enumerate(self.people):
            chip.setVisible(at < wanted)
            if at < wanted:
                who = entries[at].evaluator
                say_chip(chip, f"{who.code} {who.name}")
                chip.setChecked(at == self._at)
        stop_at_checked(self.people[:wanted])

    def retranslate(self) -> None:
        row, entry = self._row, self.entry()
        self.go.setText(self.tr("See it in the result"))
        self.answers.setAccessibleName(self.tr("Answers by question"))
        if row is None or entry is None:
            return
        rules = self._definition.rules
        self.name.say(Run(f"{row.service.number}  {row.service.name}", SERVICE_NAME, 700))
        self._say_index(row, entry)
        basis = entry.basis
        made = basis is not None and entry.is_of_basis
        warnings = (
            fate_words(row),
            few_words(rules, entry),
            flags_words(entry.explained),
            changed_words(entry),
        )
        said = (
            (self.warning, "\n".join(filter(None, warnings))),
            (self.points, points_words(entry, rules.score_places)),
            (self.composite, composite_words(basis) if basis is not None and made else ""),
            (self.other, other_words(row, entry, rules.score_places)),
            (self.source, _source(entry)),
        )
        for words, text in said:
            words.setText(text)
            words.setVisible(bool(text))
        self.other.speak_as("danger" if row.otherwise.made.flips else "text2")
        self._show_answers(entry)

    def _say_index(self, row: SurveyRow, entry: SurveyEntry) -> None:
        made = entry.explained
        if made is None or made.index is None:
            self.index.say(Run(self.tr("No index"), BODY, HALF_BOLD, "text3"))
            self.beside.hide()
            return
        shown = points_text(made.points, self._definition.rules.score_places)
        words = self.tr("{points} of {most} points")
        self.index.say(
            Run(self.tr("Index"), BODY, role="text2"),
            Run(index_text(made.index), CHOICE, 700, before=8),
            Run(
                words.format(points=shown, most=most_text(made.maximum)), BODY, HALF_BOLD, before=14
            ),
        )
        beside = tuple(self._beside(row, entry, made.index))
        self.beside.say(*beside)
        self.beside.setVisible(bool(beside))

    def _beside(self, row: SurveyRow, entry: SurveyEntry, index: Decimal) -> Iterator[Run]:
        """Yield what stands beside the index: its error, and where it stands in the round."""
        if entry.error is not None and entry.basis is not None:
            words = self.tr("± {error} standard error of {n}")
            error, n = index_text(entry.error), f"{entry.basis.standard_error_n:,}"
            yield Run(words.format(error=error, n=n), DENSE, role="text2")
        if row.difference is not None and row.index == index:
            words = self.tr("{difference} from the average")
            said = words.format(difference=difference_text(row.difference))
            yield Run(said, DENSE, role="text2", before=14 if entry.error is not None else 0)

    def _show_answers(self, entry: SurveyEntry) -> None:
        lines = answers_lines(entry.basis) if entry.basis is not None else ()
        self.answers.setVisible(bool(lines))
        self.answers.show_rows(answers_columns(), answers_rows(lines))
        self.answers.hug(least=min(_ROWS_LEAST, len(lines)))

    @Slot(int)
    def _on_person(self, at: int) -> None:
        self._at = at
        stop_at_checked(one for one in self.people if one.isVisible())
        self.retranslate()


def _first_given(row: SurveyRow) -> int:
    """Return the entry to show first: the one that speaks for the service, if any does."""
    return row.entries.index(row.sole) if row.sole is not None else 0


def _source(entry: SurveyEntry) -> str:
    said = [told_source(entry)]
    if entry.basis is not None:
        said += [doubled_words(entry.basis), allowed_words(entry.basis)]
    return "\n".join(filter(None, said))
