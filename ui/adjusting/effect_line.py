"""What would be if the points in the form were stored: the total and the verdict, at once."""

from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.adjusting.wording import VERDICT_ROLES, held_words, open_words, total_words
from ui.language import Speaking
from ui.results.wording import GLYPHS, verdict_word
from ui.theme.fonts import BODY, CAPTION, HALF_BOLD
from ui.theme.glyphs import GlyphMark
from ui.theme.parts import Words
from ui.theme.runs import Run, RunLine
from workbench.adjusting.effects import Effect
from workbench.adjusting.points import signed
from workbench.definition.terms import Definition


class If(StrEnum):
    """On what the effect depends."""

    NOW = "now"
    STORED = "stored"
    TAKEN_BACK = "taken_back"


class VerdictMark(QWidget):
    """A verdict as its shape and its word; in colour only where it is new."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph, self._word = GlyphMark(), RunLine()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._glyph)
        row.addWidget(self._word)

    def show_verdict(self, effect: Effect, *, is_new: bool) -> None:
        """Show the verdict of ``effect``."""
        self._glyph.show_glyph(GLYPHS[effect.verdict])
        role = VERDICT_ROLES[effect.verdict] if is_new else "text2"
        self._word.say(Run(verdict_word(effect.verdict), BODY, HALF_BOLD, role))

    def text(self) -> str:
        """Return the word."""
        return self._word.text()


class EffectLine(Speaking):
    """One line from what is to what would be; below it what cuts the points, if anything does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._definition: Definition | None = None
        self._now: Effect | None = None
        self._then: Effect | None = None
        self._if = If.NOW
        self._caption, self._arrow = RunLine(), RunLine()
        self._points, self._total = RunLine(), RunLine()
        self._before, self._after = VerdictMark(), VerdictMark()
        self._note = Words(CAPTION, role="warning")
        row = QHBoxLayout()
        row.setSpacing(14)
        for part in (self._caption, self._points, self._total, self._before, self._arrow):
            row.addWidget(part)
        row.addWidget(self._after)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._note)

    def show_effect(self, definition: Definition, now: Effect, then: Effect, if_: If) -> None:
        """Show what is ``now``, and ``then`` beside it where it is another."""
        self._definition, self._now, self._then, self._if = definition, now, then, if_
        self.retranslate()

    def text(self) -> str:
        """Return all of it as it is read out."""
        shown = [self._caption.text(), self._points.text(), self._total.text()]
        shown += [part.text() for part in (self._before, self._after) if not part.isHidden()]
        return " ".join([*shown, self._note.text()])

    def retranslate(self) -> None:
        now, then, definition = self._now, self._then, self._definition
        if now is None or then is None or definition is None:
            return
        places = definition.rules.score_places
        is_other = then.verdict is not now.verdict
        captions = {
            If.NOW: self.tr("Now"),
            If.STORED: self.tr("If stored"),
            If.TAKEN_BACK: self.tr("If taken back"),
        }
        self._caption.say(Run(captions[self._if], BODY, HALF_BOLD))
        self._say("points", signed(now.applied, places), signed(then.applied, places))
        self._say("total", total_words(now, places), total_words(then, places))
        self._before.setVisible(is_other)
        self._arrow.setVisible(is_other)
        self._before.show_verdict(now, is_new=False)
        self._arrow.say(Run("→", BODY, role="text3"))
        self._after.show_verdict(then, is_new=is_other)
        said = held_words(definition, then) if self._if is not If.NOW else ""
        self._note.setText(" ".join(filter(None, (said, open_words(then)))))
        self._note.setVisible(bool(self._note.text()))

    def _say(self, what: str, before: str, after: str) -> None:
        """Say one number, or how it would change."""
        caption = self.tr("Bonus and penalty") if what == "points" else self.tr("Total")
        line = self._points if what == "points" else self._total
        is_same = before == after
        line.say(
            Run(caption, CAPTION, role="text2"),
            Run(before, BODY, HALF_BOLD if is_same else 400, "text2", 6),
            Run("" if is_same else "→", BODY, role="text3", before=6),
            Run("" if is_same else after, BODY, HALF_BOLD, "accent", 6),
        )
