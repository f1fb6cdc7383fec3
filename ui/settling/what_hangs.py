"""What hangs on a choice: below the cut and average by source, and the totals across the cut."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Speaking
from ui.settling.cut_line import CutLine
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD
from ui.theme.runs import Run, RunLine
from workbench.exact import printed
from workbench.settling.effects import Effect
from workbench.settling.inbox import Inbox
from workbench.settling.open_cells import OpenCell, Why

_TYPED = "→"


class WhatHangs(Speaking):
    """Hidden where the cell makes no points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inbox: Inbox | None = None
        self._one: OpenCell | None = None
        self._words, self._cut = RunLine(), CutLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addWidget(self._cut)

    def show_choices(self, inbox: Inbox, one: OpenCell, chosen: int, typed: Effect | None) -> None:
        """Show every source of ``one``; ``chosen`` is 0 where ``typed`` is no source's value."""
        self._inbox, self._one = inbox, one
        effects = [row.effect for row in one.sources]
        self.setVisible(any(effect is not None for effect in effects))
        places = inbox.definition.rules.score_places
        totals = [
            (str(number), effect.total)
            for number, effect in enumerate(effects, start=1)
            if effect is not None and effect.total is not None
        ]
        name = str(chosen) if chosen > 0 else _TYPED
        if chosen <= 0 and typed is not None and typed.total is not None:
            totals.append((name, typed.total))
        self._cut.show_totals(totals, name, inbox.definition.rules.cut, places)
        self.retranslate()

    def retranslate(self) -> None:
        if self._inbox is None or self._one is None:
            return
        places = self._inbox.definition.rules.score_places
        effects = [row.effect for row in self._one.sources if row.effect is not None]
        below = dict.fromkeys(str(row.below) for row in effects)
        means = dict.fromkeys(
            "–" if row.average is None else printed(row.average, places) for row in effects
        )
        or_ = self.tr(" or ")
        note = ""
        if self._one.why is Why.CONFLICT:
            note = self.tr("until it is settled, the service counts in no average")
        if any(row.assumed for row in effects):
            note = self.tr("other open cells of the service are taken at their newest value")
        self._words.say(
            Run(self.tr("This decides"), BODY, HALF_BOLD),
            Run(note, CAPTION, role="text2", before=8),
            Run(self.tr("below the cut"), CAPTION, role="text2", before=24),
            Run(or_.join(below), BODY, HALF_BOLD, before=6),
            Run(self.tr("average"), CAPTION, role="text2", before=16),
            Run(or_.join(means), BODY, HALF_BOLD, before=6),
        )
