"""What the rubric says of the indicator in work, and why its mark asks for a comment."""

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.judging.levels import LevelTable
from ui.judging.live import LiveMark
from ui.judging.own_picture import OwnPicture
from ui.language import Speaking
from ui.scoring.numbers import most_text
from ui.scoring.wording import asked_words, kind_word, scale_word
from ui.theme.fonts import BODY, CAPTION, DENSE, HALF_BOLD, SERVICE_NAME
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.parts import KeyHint, Words
from ui.theme.runs import Run, RunLine
from workbench.definition.measures import COMPUTED
from workbench.definition.terms import Indicator, Rules, Scale
from workbench.exact import half_up
from workbench.scoring.patterns import Asked


class Guide(Speaking):
    """Kind, name, guidance, the reason asked for, and the levels of one indicator."""

    level_chosen = Signal(str)

    def __init__(self, rules: Rules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._live: LiveMark | None = None
        self._asked: Asked | None = None
        self._own: OwnPicture | None = None
        self._is_open = True
        self._kind = RunLine()
        self._name = Words(SERVICE_NAME - 2.5, HALF_BOLD)
        self._guidance = Words(DENSE, role="text2")
        self._asking = QWidget()
        self._asked_words = Words(DENSE, HALF_BOLD, "warning")
        self._asked_rule = Words(CAPTION, role="text2")
        self._levels = LevelTable()
        self._levels.level_chosen.connect(self.level_chosen)
        self._typing = Words(CAPTION, role="text3")
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(GlyphMark(Glyph.FLAG))
        line.addWidget(self._asked_words, 1)
        line.addWidget(KeyHint("F2"))
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 2, 0, 2)
        asking.setSpacing(2)
        asking.addLayout(line)
        asking.addWidget(self._asked_rule)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._kind, self._name, self._guidance, self._asking):
            column.addWidget(part)
        column.addSpacing(2)
        column.addWidget(self._levels)
        column.addWidget(self._typing)

    def show_mark(
        self, live: LiveMark, asked: Asked | None, own: OwnPicture, *, is_open: bool
    ) -> None:
        """Show another indicator, or the same one after it was stored."""
        self._live, self._asked, self._own, self._is_open = live, asked, own, is_open
        self.retranslate()

    def follow(self, live: LiveMark) -> None:
        """Tint the level that the present typing reaches."""
        self._live = live
        self._levels.show_points(live.points)

    def retranslate(self) -> None:
        if self._live is None:
            return
        indicator = self._live.row.indicator
        most = self.tr("max {points}").format(points=most_text(indicator.max_points))
        words = f"{kind_word(indicator.kind)} · {scale_word(indicator.scale)} · {most}"
        self._kind.say(
            Run(indicator.code, BODY, HALF_BOLD, "accent"),
            Run(words, CAPTION, role="text3", before=8),
        )
        self._name.setText(indicator.name)
        self._guidance.setText(indicator.guidance)
        self._guidance.setVisible(bool(indicator.guidance))
        self._asking.setVisible(self._asked is not None)
        if self._asked is not None:
            self._asked_words.setText(asked_words(self._asked))
            self._asked_rule.setText(self._rule(self._asked, indicator))
        self._levels.show_levels(indicator, self._live.points, is_open=self._is_open)
        self._levels.setVisible(bool(indicator.levels))
        typing = self._typing_words(indicator)
        self._typing.setText(typing)
        self._typing.setVisible(bool(typing))
        layout = self.layout()
        if layout is not None:
            layout.activate()  # or the pane around it keeps the height of the indicator before

    def _rule(self, asked: Asked, indicator: Indicator) -> str:
        """Return the rule behind a question; it never keeps a mark from being stored."""
        if asked is Asked.NOT_APPLICABLE:
            return self.tr("The comment says why it does not apply.")
        if asked is Asked.AT_MAX:
            return self.tr("The rubric asks for a comment on full marks.")
        if asked is Asked.BELOW:
            percent = self._rules.comment_below or Decimal(0)
            points = half_up(Fraction(indicator.max_points) * Fraction(percent) / 100, 2)
            words = self.tr("The rubric asks for a comment below {percent}% ({points} pt).")
            return words.format(percent=most_text(percent), points=most_text(points))
        fence = self._own.fence if self._own is not None else None
        if self._own is None or fence is None:
            return ""
        words = self.tr("Your marks here usually lie between {low} and {high}.")
        return words.format(low=self._own.text(fence.low), high=self._own.text(fence.high))

    def _typing_words(self, indicator: Indicator) -> str:
        if not self._is_open or indicator.scale in COMPUTED:
            return ""  # how figures become points stands below
        if indicator.scale is Scale.GRADE:
            return self.tr("Type the number of a level, or click it.")
        step = most_text(indicator.step)
        if indicator.scale is Scale.RATING:
            return self.tr("Rating from 0 to 100 in steps of {step}.").format(step=step)
        return self.tr("From 0 to {most} in steps of {step}.").format(
            most=most_text(indicator.max_points), step=step
        )
