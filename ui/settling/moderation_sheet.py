"""The chosen cell: every mark, what they make, what the service gets, and what was agreed."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.numbers import grade_typed
from ui.settling.agreed_form import AgreedLine
from ui.settling.cut_line import CutLine
from ui.settling.moderation_entries import Entry
from ui.settling.moderation_figures import FigureRow
from ui.settling.moderation_form import Draft, ModerationForm
from ui.settling.moderation_marks import MarkRow, MarksList
from ui.settling.moderation_words import (
    aggregation_word,
    agreed_text,
    glyph_of,
    mark_text,
    note_words,
    typed_text,
    unit_text,
)
from ui.theme.fonts import BODY, CARD_TITLE, HALF_BOLD, SERVICE_NAME
from ui.theme.parts import Hairline, Words
from ui.theme.runs import Run, RunLine
from workbench.definition.cells import entries
from workbench.definition.places import named
from workbench.definition.terms import Definition, Scale, Uid
from workbench.errors import InputError
from workbench.exact import half_up, plain
from workbench.results.moderated import moderated_points
from workbench.results.outcome import ServiceOutcome
from workbench.results.scoring import with_points
from workbench.settling.moderating import agreed_mark

Comments = Mapping[tuple[Uid, Uid, Uid], str]


class ModerationSheet(Speaking):
    """Shows one entry; the form in it says what the person wants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._definition: Definition | None = None
        self._comments: Comments = {}
        self._service, self._indicator = RunLine(), RunLine()
        self._marks = MarksList()
        self.figures = FigureRow()
        self.form = ModerationForm()
        self.form.typed.connect(self._follow)
        self._stake, self._cut = RunLine(), CutLine()
        self._nothing = Words(BODY, role="text2")
        self._inside = QWidget()
        self._lay_out()
        self.show_entry(None, None, {}, None)

    def _lay_out(self) -> None:
        tray = QFrame()
        tray.setProperty("kind", "tray")
        padded = QVBoxLayout(tray)
        padded.setContentsMargins(16, 12, 16, 12)
        padded.addWidget(self.form)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self._service)
        inside.addWidget(self._indicator)
        inside.addSpacing(4)
        for part in (Hairline(), self._marks, Hairline(), self.figures, tray):
            inside.addWidget(part)
        inside.addSpacing(6)
        inside.addWidget(self._stake)
        inside.addWidget(self._cut)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addWidget(self._inside, 1)

    # --- what is shown ---------------------------------------------------------------------

    def show_entry(
        self,
        entry: Entry | None,
        definition: Definition | None,
        comments: Comments,
        draft: Draft | None,
    ) -> None:
        """Show another cell; None where none can be chosen.

        ``draft`` is what shall stand in the form; None leaves what is being typed alone.
        """
        self._entry, self._definition, self._comments = entry, definition, comments
        self._inside.setVisible(entry is not None)
        self._nothing.setVisible(entry is None)
        if entry is not None and draft is not None:
            indicator = entry.made.indicator
            self.form.show_draft(
                draft,
                unit_text(indicator),
                may_be_out=indicator.allow_not_applicable,
                is_grade=indicator.scale is Scale.GRADE,
            )
        self.retranslate()

    def entry(self) -> Entry | None:
        """Return the cell that is shown."""
        return self._entry

    def retranslate(self) -> None:
        self._nothing.setText(self.tr("Choose a cell at the left."))
        self._marks.setAccessibleName(self.tr("Marks of the evaluators"))
        self._stake.say(Run(self.tr("What hangs on this mark"), CARD_TITLE, HALF_BOLD))
        entry, definition = self._entry, self._definition
        if entry is None or definition is None:
            return
        service, indicator = entry.service.service, entry.made.indicator
        self._service.say(
            Run(str(service.number), SERVICE_NAME, HALF_BOLD, "text3"),
            Run(service.name, SERVICE_NAME, HALF_BOLD, before=10),
        )
        most = self.tr("maximum {most}").format(most=plain(indicator.max_points))
        way = aggregation_word(entry.made.aggregation)
        self._indicator.say(
            Run(indicator.code, BODY, HALF_BOLD, "accent"),
            Run(indicator.name, BODY, before=8),
            Run(f"{most} · {way}", BODY, role="text2", before=10),
        )
        places = definition.rules.score_places
        self._marks.show_rows(
            [
                MarkRow(
                    named(definition, mark.evaluator),
                    "" if indicator.scale is Scale.POINTS else typed_text(mark),
                    mark_text(mark, places),
                    self._comments.get((mark.evaluator, *entry.pair), ""),
                    glyph_of(mark),
                )
                for mark in entry.made.marks
            ]
        )
        agreed = entry.agreed
        can_confirm = agreed is not None and agreed.can_be_confirmed
        self.form.show_ways(
            confirmable=agreed_text(agreed.agreed) if agreed is not None and can_confirm else "",
            is_agreed=agreed is not None,
            note=note_words(definition, entry.made),
        )
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Show what the typing would make, without a rank and without storing."""
        entry, definition = self._entry, self._definition
        if entry is None or definition is None:
            return
        made, places = entry.made, definition.rules.score_places
        is_out, points = self.form.out.isChecked(), self._points(entry)
        original = made.original if made.moderated is not None else made.exact
        with_it = self._service_with(entry, definition, points, is_out=is_out)
        self._show_stake(entry, definition, with_it)
        self.figures.show_figures(
            None if original is None else half_up(original, places),
            aggregation_word(made.aggregation),
            None if points is None else half_up(points, places),
            with_it,
            is_out=is_out,
            places=places,
        )

    def _show_stake(self, entry: Entry, definition: Definition, with_it: ServiceOutcome) -> None:
        meeting = entry.meeting
        ends = (None, None) if meeting is None else (meeting.low, meeting.high)
        names = (self.tr("lowest"), self.tr("highest"))
        totals = [
            (name, end.total)
            for name, end in zip(names, ends, strict=True)
            if end is not None and end.total is not None
        ]
        if len({total for _, total in totals}) == 1:
            totals = [(self.tr("by any mark"), totals[0][1])]
        chosen = ""
        if totals and with_it.total is not None:
            chosen = self.tr("now")
            totals.append((chosen, with_it.total))
        for part in (self._stake, self._cut):
            part.setVisible(bool(totals))
        rules = definition.rules
        self._cut.show_totals(totals, chosen, rules.cut, rules.score_places)

    def _points(self, entry: Entry) -> Fraction | None:
        indicator, text = entry.made.indicator, self.form.mark.text()
        if self.form.out.isChecked() or not text.strip():
            return None
        try:
            mark = agreed_mark(indicator, meant(entry, text))
        except InputError:
            return None
        return moderated_points(indicator, mark)

    def _service_with(
        self, entry: Entry, definition: Definition, points: Fraction | None, *, is_out: bool
    ) -> ServiceOutcome:
        if not entry.made.is_whole or (points is None and not is_out):
            return entry.service
        return with_points(definition, entry.service, entry.made.indicator.uid, points)

    def refusal(self, entry: Entry, draft: Draft) -> tuple[Callable[[], str], AgreedLine] | None:
        """Return why ``draft`` cannot be stored and the field to put right, None where it can."""
        form = self.form
        if not draft.is_out and not draft.mark.strip():
            return self._mark_missing, form.mark
        try:
            agreed_mark(entry.made.indicator, "" if draft.is_out else meant(entry, draft.mark))
        except InputError as error:
            return partial(sentence_of, error), form.mark
        if not draft.reason.strip():
            return self.reason_missing, form.reason
        if not any(entries(draft.people)):
            return self._people_missing, form.people
        return None

    def _mark_missing(self) -> str:
        return self.tr("Nothing is stored: type the agreed mark first.")

    def _people_missing(self) -> str:
        return self.tr("Nothing is stored: name who was present.")

    def reason_missing(self) -> str:
        """Return what is said where a reason is missing."""
        return self.tr("Nothing is stored: give a reason in one line.")


def meant(entry: Entry, text: str) -> str:
    """Return the mark meant by what is typed: a grade may be its number or its beginning."""
    indicator = entry.made.indicator
    return grade_typed(indicator, text) if indicator.scale is Scale.GRADE else text
