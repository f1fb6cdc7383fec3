"""What a mark rests on: a link or a page, written beside it; the document stays where it is."""

import re

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.composing import Composition
from ui.judging.section_head import SectionHead
from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.cell import EVIDENCE, Cell
from ui.scoring.desk import ScoringDesk
from ui.scoring.wording import figure_caption
from ui.theme.fonts import CAPTION, HALF_BOLD
from ui.theme.icons import icon
from ui.theme.parts import KeyHint, Words, button, restyle
from workbench.scoring.sheet import MarkRow

_LINK = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_TAIL = ".,;:)]}”’"
_LINES_LEAST = 2
_LINES_MOST = 5
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def link_in(text: str) -> QUrl | None:
    """Return the first web address in ``text``, None where there is none that can be opened."""
    found = _LINK.search(text)
    if found is None:
        return None
    url = QUrl(found[0].rstrip(_TAIL), QUrl.ParsingMode.StrictMode)
    return url if url.isValid() and url.host() else None


class EvidenceBox(QPlainTextEdit):
    """A short text that wraps; Enter and leaving store it, Esc gives it up."""

    stored = Signal()
    given_up = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composition = Composition(self)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Grow with the text, within bounds; asking for a block lays it out at this width."""
        line = self.fontMetrics().lineSpacing()
        block, height = self.document().begin(), 0.0
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        height = min(max(height, line * _LINES_LEAST), line * _LINES_MOST)
        self.setFixedHeight(int(height) + 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def finish_syllable(self) -> None:
        """Commit what the input method still holds."""
        self._composition.finish()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish_syllable()
            self.stored.emit()
        elif key is Qt.Key.Key_Escape:
            self.finish_syllable()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()


class EvidencePart(Speaking):
    """The evidence of one indicator of one service; a refused text stays red, with its sentence."""

    left = Signal()
    """The keyboard is free again."""

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cell: Cell | None = None
        self._begun_with = ""
        self._head = SectionHead()
        self._key = KeyHint("Ctrl+E")
        self._head.add(self._key)
        self.box = EvidenceBox()
        self.box.setReadOnly(desk.read_at is not None)
        self.box.stored.connect(self._on_enter)
        self.box.given_up.connect(self._on_escape)
        self.box.left.connect(self.store)
        self.box.textChanged.connect(self._show_link)
        self.open_link = button("link")
        self.open_link.setIcon(icon("arrow", "accent"))
        self.open_link.clicked.connect(self._on_open)
        self._wrong = Words(CAPTION, HALF_BOLD, "danger")
        self._caption = Words(CAPTION, role="text3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._head, self.box, self._wrong):
            column.addWidget(part)
        column.addWidget(self.open_link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._caption)
        self._say_wrong("")
        self._show_link()

    # --- what is shown ---------------------------------------------------------------------

    def show_row(self, service: bytes, row: MarkRow) -> None:
        """Show what stands beside another mark; what was being written is stored first."""
        cell = Cell(service, row.indicator.uid, EVIDENCE)
        is_other = cell != self._cell
        if is_other:
            self.store()
            self._cell = cell
        draft = self._desk.drafts(service).get(cell)
        wanted = draft.text if draft else row.evidence
        is_being_written = self.box.hasFocus() and self.box.toPlainText() != self._begun_with
        if is_other or not is_being_written:
            self._begun_with = wanted
            if self.box.toPlainText() != wanted:
                self.box.setPlainText(wanted)
        self._say_wrong(sentence_of(draft.error) if draft else "")
        self.box.setReadOnly(self._desk.is_closed(service))
        self.retranslate()

    def retranslate(self) -> None:
        row = self._desk.row(self._cell) if self._cell is not None else None
        if row is None:
            return
        title = figure_caption(row.indicator, EVIDENCE)
        self._head.say(title)
        self.box.setAccessibleName(f"{title}, {row.indicator.code} {row.indicator.name}")
        self.box.setPlaceholderText(self.tr("A link, or document and page"))
        self._caption.setText(
            self.tr("This note goes with the file; the document itself does not.")
        )
        self.open_link.setText(self.tr("Open the link"))

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.box.setAccessibleDescription(sentence)
        restyle(self.box, "error", "true" if sentence else "false")

    @Slot()
    def _show_link(self) -> None:
        url = link_in(self.box.toPlainText())
        self.open_link.setVisible(url is not None)
        self.open_link.setToolTip(url.toDisplayString() if url is not None else "")

    @Slot()
    def _on_open(self) -> None:
        url = link_in(self.box.toPlainText())
        if url is not None:
            QDesktopServices.openUrl(url)

    # --- writing ---------------------------------------------------------------------------

    def edit(self) -> None:
        """Bring the keyboard here."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    @Slot()
    def store(self) -> bool:
        """Store what was written since it was shown; return whether the file holds it."""
        cell = self._cell
        if cell is None or self.box.isReadOnly():
            return True
        self.box.finish_syllable()
        text = self.box.toPlainText()
        if text == self._begun_with:
            return cell not in self._desk.drafts(cell.service)
        self._begun_with = text
        return self._desk.enter(cell, text)

    @Slot()
    def _on_enter(self) -> None:
        if self.store():
            self.left.emit()

    @Slot()
    def _on_escape(self) -> None:
        cell = self._cell
        row = self._desk.row(cell) if cell is not None else None
        if cell is None or row is None:
            return
        self._begun_with = row.evidence
        self.box.setPlainText(row.evidence)
        self._desk.give_up(cell)
        self.left.emit()
