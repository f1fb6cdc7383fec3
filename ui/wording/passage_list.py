"""The final wording of one kind of a service as a list that is typed in."""

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Speaking
from ui.problems import sentence_of
from ui.theme.fonts import CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Hairline
from ui.theme.runs import Run, RunLine
from ui.wording.passage_row import PassageRow, Shown
from ui.wording.remark_line import RemarkLine
from ui.wording.words import add_word, kind_word
from workbench.definition.terms import Uid
from workbench.wording.remarks import Remark


class PassageList(Speaking):
    """A row for each line and an empty one below, where the next is written.

    Rows are known by the uid of their line: whatever changes around it, the one that is being
    typed in keeps its text, its caret and the keyboard.
    """

    edited = Signal(str, object, str)
    """Kind, uid and the text that was typed."""
    moved = Signal(str, object, int)
    merged = Signal(str, object, object)
    """Kind, the line that stays and the one that goes into it."""
    items_pasted = Signal(str, object, object)
    """Kind, the uid of the line they were pasted into, and the texts."""
    given_up = Signal(str, object)
    left = Signal()
    """Esc where nothing was typed: the keyboard goes elsewhere."""
    passed = Signal(str)
    """Enter in the empty row: there is nothing more to say here."""
    entered = Signal(str, object)
    """Kind and uid of the line that has the keyboard."""
    rows_changed = Signal()

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._service: Uid = b""
        self._fresh: Uid = uuid4().bytes
        self._is_closed = False
        self._on_list: tuple[Remark, ...] = ()
        self._rows: list[PassageRow] = []
        self._title, self._remark = RunLine(), RemarkLine()
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.setSpacing(0)
        self._title.setFixedHeight(26)
        whole.addWidget(self._title)
        whole.addWidget(Hairline())
        whole.addSpacing(4)
        whole.addWidget(self._remark)
        whole.addLayout(self._body)
        self._remark.hide()

    # --- what is shown ---------------------------------------------------------------------

    def rows(self) -> tuple[PassageRow, ...]:
        """Return the rows from top to bottom."""
        return tuple(self._rows)

    def show_lines(
        self,
        service: Uid,
        lines: Sequence[Shown],
        on_list: tuple[Remark, ...],
        *,
        is_closed: bool,
    ) -> None:
        """Show the lines of a service, or what changed in them."""
        is_other = service != self._service
        self._service, self._is_closed, self._on_list = service, is_closed, on_list
        if is_other or any(line.uid == self._fresh for line in lines):
            self._fresh = uuid4().bytes
        wanted = [*lines, *(() if is_closed else (Shown(self._fresh),))]
        before = list(self._rows)
        in_work = next((at for at, row in enumerate(before) if row.box.hasFocus()), None)
        known = {} if is_other else {row.shown.uid: row for row in before}
        spare = before if is_other else []
        self._rows = [
            known.get(one.uid) or (spare.pop(0) if spare else self._made()) for one in wanted
        ]
        self._place_rows()
        for number, (row, one) in enumerate(zip(self._rows, wanted, strict=True), start=1):
            row.show_line(one, number, is_closed=is_closed)
        gone = [row for row in (spare if is_other else before) if row not in self._rows]
        self._drop(gone, in_work)
        self.retranslate()
        if self._rows != before or gone:
            self.rows_changed.emit()

    def _made(self) -> PassageRow:
        row = PassageRow(self)
        row.edited.connect(self._on_edited)
        row.given_up.connect(self._on_given_up)
        row.entered.connect(self._on_entered)
        row.moved.connect(self._on_moved)
        row.stepped.connect(self._on_stepped)
        row.removed.connect(self._on_removed)
        row.merged.connect(self._on_merged)
        row.items_pasted.connect(self._on_items_pasted)
        return row

    def _place_rows(self) -> None:
        for place, row in enumerate(self._rows):
            if self._body.indexOf(row) != place:
                self._body.removeWidget(row)
                self._body.insertWidget(place, row)
                row.show()

    def _drop(self, gone: Sequence[PassageRow], in_work: int | None) -> None:
        if in_work is not None and self._rows and not any(it.box.hasFocus() for it in self._rows):
            self.begin(min(in_work, len(self._rows) - 1))
        for row in gone:
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()

    def retranslate(self) -> None:
        title = kind_word(self.kind)
        count = sum(row.shown.is_line for row in self._rows)
        words = self.tr("lines {count}").format(count=count) if count else ""
        if not count:
            words = self.tr("the evaluators' lines are printed")
        self._title.say(
            Run(title, CARD_TITLE, HALF_BOLD), Run(words, CAPTION, role="text3", before=10)
        )
        said = " ".join(sentence_of(row.words) for row in self._on_list)
        self._remark.say(said)
        self._remark.setVisible(bool(said))
        for number, row in enumerate(self._rows, start=1):
            row.box.setPlaceholderText("" if row.shown.is_line else add_word(self.kind))
            row.box.setAccessibleName(f"{title} {number}")

    def remark(self) -> str:
        """Return what is said of the list itself."""
        return "" if self._remark.isHidden() else self._remark.text()

    # --- what people do --------------------------------------------------------------------

    def hand_over(self) -> None:
        """Say everything that was typed."""
        for row in self.rows():
            row.hand_over()

    def begin(self, place: int = 0) -> None:
        """Bring the keyboard to a row."""
        self._rows[min(place, len(self._rows) - 1)].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, uid: Uid) -> bool:
        """Bring the keyboard to a line; say whether it stands here."""
        for row in self._rows:
            if row.shown.uid == uid:
                row.box.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    @Slot(object)
    def _on_edited(self, row: PassageRow) -> None:
        self.edited.emit(self.kind, row.shown.uid, row.box.text())

    @Slot(object)
    def _on_given_up(self, row: PassageRow) -> None:
        if row.shown.refused is not None:
            self.given_up.emit(self.kind, row.shown.uid)
        else:
            self.left.emit()

    @Slot(object)
    def _on_entered(self, row: PassageRow) -> None:
        self.entered.emit(self.kind, row.shown.uid)

    @Slot(object, int)
    def _on_stepped(self, row: PassageRow, steps: int) -> None:
        if steps > 0 and not row.shown.is_line and not row.box.text().strip():
            self.passed.emit(self.kind)
            return
        place = self._rows.index(row) + steps
        row.hand_over()
        if row not in self._rows and steps > 0:
            place -= 1  # handed over blank, it is gone, and the next one stands in its place
        if 0 <= place < len(self._rows):
            self.begin(place)

    @Slot(object, int)
    def _on_moved(self, row: PassageRow, steps: int) -> None:
        row.hand_over()
        if row in self._rows and row.shown.is_line and row.shown.refused is None:
            self.moved.emit(self.kind, row.shown.uid, steps)

    @Slot(object)
    def _on_removed(self, row: PassageRow) -> None:
        if row.shown.is_line:
            row.box.replace_text("")
            row.hand_over()
        else:
            row.clear()

    @Slot(object)
    def _on_merged(self, row: PassageRow) -> None:
        row.hand_over()
        place = self._rows.index(row) if row in self._rows else 0
        if place and row.shown.is_line and row.shown.refused is None:
            self.merged.emit(self.kind, self._rows[place - 1].shown.uid, row.shown.uid)

    @Slot(object, object)
    def _on_items_pasted(self, row: PassageRow, items: tuple[str, ...]) -> None:
        self.items_pasted.emit(self.kind, row.shown.uid, items)
