"""How figures become points, as a part of any page: inputs, every step, points, what to look at."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.explaining.amount_rows import AmountRows
from ui.explaining.words import (
    converted_words,
    documentation,
    formula_words,
    input_lines,
    is_begun,
    note_words,
    points_words,
    step_lines,
    table_words,
    warning_words,
)
from ui.language import Speaking, language
from ui.theme.fonts import CAPTION, DENSE, HALF_BOLD
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.parts import Words
from workbench.measures.catalogue import Flag, why_words
from workbench.measures.explaining import Explained

_TOGETHER: Final = re.compile(r"\([^()]*\)|→ [^ ]+")
"""Parentheses, and the points behind an arrow, are not torn apart at the end of a line."""


class Explanation(Speaking):
    """Shows one ``Explained``; before anything is typed, what there is to know of the formula."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: Explained | None = None
        self._places = 2
        self._flags: tuple[Flag, ...] = ()
        self._also: tuple[str, ...] = ()
        self._is_typing = False
        self.formula = Words(CAPTION, role="text2")
        self.inputs, self.steps = AmountRows(), AmountRows()
        self.table = Words(CAPTION, role="text3")
        self.points = Words(DENSE, HALF_BOLD)
        self.warning, self._warned = Words(DENSE, HALF_BOLD, "warning"), QWidget()
        self.notes = Words(CAPTION, role="text2")
        self.other = Words(CAPTION, role="text2")
        self.known = tuple(Words(CAPTION, role="text3") for _ in range(4))
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self._warned)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(GlyphMark(Glyph.FLAG), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.warning, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        said = (self.formula, self.inputs, self.steps, self.points)
        for part in (*said, self._warned, self.notes, self.other, self.table, *self.known):
            column.addWidget(part)

    # --- what is shown ---------------------------------------------------------------------

    def explain(
        self,
        made: Explained,
        places: int,
        *,
        flags: Sequence[Flag] | None = None,
        also: Sequence[str] = (),
        is_typing: bool = False,
    ) -> None:
        """Show how ``made`` comes about; points have ``places`` decimals.

        ``flags`` are shown instead of its own, ``also`` are further warnings. ``is_typing`` says
        that this is not stored yet.
        """
        noticed = tuple(made.flags if flags is None else flags), tuple(also)
        shown = made, places, *noticed, is_typing
        if shown != (self._made, self._places, self._flags, self._also, self._is_typing):
            self._made, self._places, self._is_typing = made, places, is_typing
            self._flags, self._also = noticed
            self.retranslate()

    def retranslate(self) -> None:
        made = self._made
        if made is None:
            return
        role = "accent" if self._is_typing else "text"
        self.inputs.show_lines(input_lines(made))
        self.steps.show_lines(step_lines(made), role)
        warnings = (*warning_words(self._flags), *self._also)
        said = {
            self.formula: _unbroken(formula_words(made.formula)),
            self.points: self._result(made),
            self.warning: "\n".join(warnings),
            self.notes: "\n".join(note_words(self._flags)),
            self.other: "" if made.other is None else converted_words(made.other, self._places),
            self.table: table_words(made),
        }
        told = () if is_begun(made) else tuple(documentation(made.formula))
        for at, part in enumerate(self.known):
            said[part] = told[at] if told else ""
        for part, text in said.items():
            _say(part, text)
        self._warned.setVisible(bool(warnings))
        self.points.speak_as(self._voice(made, role))
        layout = self.layout()
        if layout is not None:
            layout.activate()  # or what is around it keeps the height of the figures before

    def _result(self, made: Explained) -> str:
        """Return the points, or why there are none; nothing where nothing was typed."""
        if made.why is None:
            return _unbroken(points_words(made, self._places))
        if not is_begun(made):
            return ""
        why = why_words(made.why, language())
        return f"{why[:1].upper()}{why[1:]}"

    @staticmethod
    def _voice(made: Explained, role: str) -> str:
        """Say in which voice: a wrong figure asks for a look, a missing one does not."""
        if made.why is None:
            return role
        return "warning" if made.why else "text3"


def _unbroken(text: str) -> str:
    return _TOGETHER.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def _say(part: Words, text: str) -> None:
    part.setText(text)
    part.setVisible(bool(text))
