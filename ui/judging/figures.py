"""How the figures of the indicator in work become its points; follows what is typed."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.explaining.steps import Explanation
from ui.explaining.words import few_words
from ui.judging.live import LiveMark
from ui.judging.section_head import SectionHead
from ui.language import Speaking
from ui.scoring.wording import why_words
from ui.theme.fonts import CAPTION
from ui.theme.parts import Words
from workbench.definition.measures import COMPUTED
from workbench.definition.terms import Rules
from workbench.measures.catalogue import Flag, Part
from workbench.measures.explaining import Explained, explained
from workbench.results.outcome import MarkState

_OF_LAST_YEAR: Final = frozenset({Flag.TARGET_BELOW_PREVIOUS, Flag.TARGET_ABOVE_PREVIOUS})
"""Every target is below last year's actual after its first digit: these wait until it stands."""
_NOT_COUNTED: Final = frozenset(
    {MarkState.NOT_APPLICABLE, MarkState.CONFLICT, MarkState.ENTER_AGAIN}
)


class FiguresPart(Speaking):
    """Empty for what is judged; the file is never asked."""

    def __init__(self, rules: Rules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._service = 0
        self._live: LiveMark | None = None
        self._stored: Explained | None = None
        self._head = SectionHead()
        self._instead = Words(CAPTION, role="text2")
        self.explanation = Explanation()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._head, self._instead, self.explanation):
            column.addWidget(part)

    def show_mark(self, service: int, live: LiveMark) -> None:
        """Show the figures of service number ``service``; hides itself where there are none."""
        is_computed = live.row.indicator.scale in COMPUTED
        self._service, self._live = service, live if is_computed else None
        self.setVisible(is_computed)
        if is_computed:
            mark = live.row.mark
            figures = {} if mark.state in _NOT_COUNTED else dict(mark.values)
            self._stored = self._explained(live, figures)
            self.retranslate()

    def follow(self, live: LiveMark) -> None:
        """Show what the present typing would make; what cannot stand changes nothing."""
        stored = self._stored
        if self._live is None or stored is None:
            return
        self._live = live
        typed = self._explained(live, live.possible) if live.possible is not None else None
        made = typed or stored
        flags = [flag for flag in made.flags if flag not in _OF_LAST_YEAR]
        flags = [flag for flag in stored.flags if flag in _OF_LAST_YEAR] + flags
        self.explanation.explain(
            made,
            self._rules.score_places,
            flags=flags,
            also=self._also(stored),
            is_typing=typed is not None,
        )

    def retranslate(self) -> None:
        live, stored = self._live, self._stored
        if live is None or stored is None:
            return
        self._head.say(self.tr("How the points come about"))
        words = self._instead_words(live)
        self._instead.setText(words)
        self._instead.setVisible(bool(words))
        self.explanation.retranslate()
        self.follow(live)
        layout = self.layout()
        if layout is not None:
            layout.activate()  # or the pane around it keeps the height of the indicator before

    def _explained(self, live: LiveMark, figures: Mapping[str, str]) -> Explained:
        indicator, places = live.row.indicator, self._rules.score_places
        return explained(indicator, figures, service=self._service, places=places)

    def _also(self, stored: Explained) -> tuple[str, ...]:
        """Say that fewer answered than the round asks for."""
        least, n = self._rules.min_respondents, stored.input(Part.SURVEY_N)
        if least is None or n is None or n >= least:
            return ()
        return (few_words(int(n), least),)

    def _instead_words(self, live: LiveMark) -> str:
        """Say why the figures do not count, whatever stands in their fields."""
        mark = live.row.mark
        if mark.state is MarkState.NOT_APPLICABLE:
            return self.tr("Not applicable, so no points are computed.")
        if mark.state is MarkState.CONFLICT:
            return self.tr("The figures are in conflict; nothing counts until it is settled.")
        return why_words(mark.why) if mark.state is MarkState.ENTER_AGAIN else ""
