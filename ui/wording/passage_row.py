"""One line of the final wording: its text, where it comes from, and what is remarked on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.problems import sentence_of
from ui.texts.item_row import ItemRow
from ui.texts.text_box import INSET
from ui.theme.fonts import CAPTION, DENSE, HALF_BOLD
from ui.theme.parts import Words
from ui.theme.runs import Run, RunLine
from ui.theme.scheme import color
from ui.theme.tokens import CONTROL_HEIGHT
from ui.wording.drafts import Refused
from ui.wording.remark_line import RemarkLine
from ui.wording.words import from_whom
from workbench.definition.terms import Evaluator, Uid
from workbench.wording.remarks import Remark

_NUMBER: Final = 22
_TOOL: Final = 24
_FOOT: Final = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """What a row shows."""

    uid: Uid
    text: str = ""
    people: tuple[Evaluator, ...] = ()
    """Whose findings it comes from."""
    remarks: tuple[Remark, ...] = ()
    """On exactly this text."""
    refused: Refused | None = None
    is_line: bool = False
    """Not the empty one at the end."""


class PassageRow(ItemRow):
    """Says what was typed when it is left; what was handed over it takes as stored."""

    edited = Signal(object)
    """The row itself, each time another text is handed over."""
    given_up = Signal(object)
    entered = Signal(object)
    merged = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_made_tool, parent)
        self._join = _made_tool()
        self.shown = Shown(b"")
        self._stood = ""
        """The text that was handed over last."""
        self._number = RunLine()
        self._wrong = Words(CAPTION, HALF_BOLD, "danger")
        self.sources = RunLine()
        self._remarks: list[RemarkLine] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._number.setFixedSize(_NUMBER, CONTROL_HEIGHT)
        self._wrong.setContentsMargins(INSET, 0, 0, 2)
        foot = QHBoxLayout()
        foot.setContentsMargins(INSET, 0, 0, 0)
        foot.setSpacing(0)
        foot.addWidget(self.sources, 1)
        foot.addStrut(_FOOT)
        self._dress_tools(QSize(_TOOL, _FOOT))
        for tool, _ in self.tools():
            foot.addWidget(tool)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._foot = QWidget()
        foot_column = QVBoxLayout(self._foot)
        foot_column.setContentsMargins(0, 0, 0, 0)
        foot_column.addLayout(foot)
        for part in (self.box, self._wrong, self._foot):
            self._column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(0)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)

    def tools(self) -> tuple[tuple[QAbstractButton, str], ...]:
        """Return also the button that joins the line to the one above."""
        return (self._join, "merge"), *super().tools()

    def _connect(self) -> None:
        box = self.box
        box.left.connect(self.hand_over)
        self._connect_keys()
        box.given_up.connect(self._on_given_up)
        box.entered.connect(self._on_entered)
        box.textChanged.connect(self._on_typed)
        box.link_wanted.connect(self._on_join)
        self._join.clicked.connect(self._on_join)

    # --- what is shown ---------------------------------------------------------------------

    @property
    def is_touched(self) -> bool:
        """Whether something stands here that was not handed over yet."""
        return self.box.text() != self._stood

    def show_line(self, shown: Shown, number: int, *, is_closed: bool) -> None:
        """Show a line; what is being typed into the same one stays as it is."""
        stays = shown.uid == self.shown.uid and self.is_touched
        self.shown = shown
        self._stood = shown.refused.text if shown.refused else shown.text
        if not stays:
            self.box.show_text(self._stood)
        self.box.setReadOnly(is_closed)
        self.box.show_wrong(is_wrong=shown.refused is not None)
        self._number.say(Run(str(number) if shown.is_line else "", DENSE, role="text3"))
        self.retranslate()
        self._show_tools()

    def retranslate(self) -> None:
        refused = self.shown.refused
        said = sentence_of(refused.error) if refused else ""
        self._wrong.setText(said)
        self._wrong.setVisible(bool(said))
        whom = from_whom(self.shown.people) if self.shown.is_line else ""
        self.sources.say(Run(whom, CAPTION, role="text3"))
        self._foot.setVisible(self.shown.is_line)
        self._show_remarks()
        spoken = [said, *(row.text() for row in self._remarks if not row.isHidden())]
        self.box.setAccessibleDescription(" ".join(filter(None, (whom, *spoken))))
        self._name_tools(
            (
                (self._join, self.tr("Join with the line above"), "Ctrl+L"),
                (self._up, self.tr("Move up"), "Alt+↑"),
                (self._down, self.tr("Move down"), "Alt+↓"),
                (self._away, self.tr("Remove"), "Ctrl+Del"),
            )
        )

    def remarks(self) -> tuple[str, ...]:
        """Return the sentences below the text."""
        return tuple(row.text() for row in self._remarks if not row.isHidden())

    def _show_remarks(self) -> None:
        remarks = () if self.is_touched else self.shown.remarks
        sentences = list(dict.fromkeys(sentence_of(row.words) for row in remarks))
        while len(self._remarks) < len(sentences):
            made = RemarkLine()
            self._remarks.append(made)
            self._column.addWidget(made)
        for at, row in enumerate(self._remarks):
            row.setVisible(at < len(sentences))
            row.say(sentences[at] if at < len(sentences) else "")
        self.box.setExtraSelections(self._marked(remarks))

    def _marked(self, remarks: Sequence[Remark]) -> list[QTextEdit.ExtraSelection]:
        """Underline the places that remarks speak of."""
        found = []
        text = self.box.text()
        for row in remarks:
            if not row.length or row.start + row.length > len(text):
                continue
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(color("warning"))
            mark.format = look
            cursor = QTextCursor(self.box.document())
            cursor.setPosition(_units(text[: row.start]))
            end = _units(text[: row.start + row.length])
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            found.append(mark)
        return found

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.shown.remarks:
            self._show_remarks()

    @Slot()
    def _show_tools(self) -> None:
        near = self.is_near()
        for tool, _ in self.tools():
            tool.setVisible(near and self.shown.is_line and not self.box.isReadOnly())

    @Slot()
    def _on_typed(self) -> None:
        if self.shown.remarks and self.is_touched and self.box.extraSelections():
            self._show_remarks()

    # --- what is wanted --------------------------------------------------------------------

    @Slot()
    def hand_over(self) -> None:
        """Say what was typed, if it is something else than stood here."""
        self.box.finish_syllable()
        if self.is_touched and not self.box.isReadOnly():
            self._stood = self.box.text()
            self.edited.emit(self)

    def clear(self) -> None:
        """Take away what was typed and not handed over; Ctrl+Z brings it back."""
        self._stood = ""
        self.box.replace_text("")

    @Slot()
    def _on_given_up(self) -> None:
        """Esc: what was typed goes; pressed again the keyboard leaves."""
        is_kept = self.shown.refused is None and not self.is_touched
        if not is_kept:
            self.box.replace_text(self.shown.text)
            self._stood = self.shown.text
            self._show_remarks()
        if is_kept or self.shown.refused is not None:
            self.given_up.emit(self)

    @Slot()
    def _on_entered(self) -> None:
        self.entered.emit(self)

    @Slot()
    def _on_join(self) -> None:
        self.merged.emit(self)


def _made_tool() -> QToolButton:
    made = QToolButton()
    made.setAutoRaise(True)
    return made


def _units(text: str) -> int:
    """Return how many places Qt counts in ``text``."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
