"""Handing over: what is missing, sealing, and the receipt code with what to do next."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.scoring.desk import ScoringDesk
from ui.theme.fonts import BODY, CARD_TITLE, DENSE, HALF_BOLD, PAGE_TITLE, RECEIPT, font
from ui.theme.glyphs import Glyph, GlyphMark
from ui.theme.icons import IconMark, icon
from ui.theme.parts import Card, Words, button, restyle
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import CARD_GAP, PAGE_COLUMN
from workbench.scoring.sheet import SheetState

NAMED_MOST = 5


class StepLine(QWidget):
    """A glyph, a line and its explanation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = GlyphMark()
        self._line = Words(BODY, HALF_BOLD)
        self._detail = Words(DENSE, role="text2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._line)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        glyph = QVBoxLayout()
        glyph.addSpacing(2)
        glyph.addWidget(self._glyph)
        glyph.addStretch(1)
        row.addLayout(glyph)
        row.addLayout(words, 1)

    def say(self, glyph: Glyph, line: str, detail: str) -> None:
        """Show a step or a finding."""
        self._glyph.show_glyph(glyph)
        self._line.setText(line)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))


class HandOverPage(Speaking):
    """One column: before sealing what is missing, after it the code."""

    seal_requested = Signal()
    service_requested = Signal(object)

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sealed: str | None = None
        self._title = Words(PAGE_TITLE + 3, 700)
        self._subtitle = Words(BODY, role="text2")
        self._code = Words(RECEIPT, 700)
        self._seal = button("primary")
        self._seal.clicked.connect(self.seal_requested)
        self._copy, self._folder = button(), button()
        self._copy.setIcon(icon("copy"))
        self._folder.setIcon(icon("folder"))
        self._copy.clicked.connect(self._copy_code)
        self._folder.clicked.connect(self._open_folder)
        self._caption = RunLine(Qt.AlignmentFlag.AlignHCenter)
        self._receipt = Card()
        self._steps = [StepLine(), StepLine()]
        self._findings = [StepLine(), StepLine(), StepLine()]
        self._steps_title = Words(CARD_TITLE, HALF_BOLD)
        self._check_title = Words(CARD_TITLE, HALF_BOLD)
        self._steps_card, self._check_card = Card(), Card()
        self._note = Words(BODY, role="text2")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 32, 0, 32)
        column.setSpacing(CARD_GAP)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addWidget(self._receipt)
        self._fill_receipt()
        for title, card, lines in (
            (self._steps_title, self._steps_card, self._steps),
            (self._check_title, self._check_card, self._findings),
        ):
            card.column.addWidget(title)
            for line in lines:
                card.column.addWidget(line)
            card.column.addStretch(1)
        cards = QHBoxLayout()
        cards.setSpacing(CARD_GAP)
        cards.addWidget(self._steps_card, 1)
        cards.addWidget(self._check_card, 1)
        column.addLayout(cards)
        column.addWidget(self._seal, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._note_tray())
        column.addStretch(1)
        inside.setMaximumWidth(PAGE_COLUMN)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(_centred(inside))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _fill_receipt(self) -> None:
        voice = font(RECEIPT, 700)
        self._code.setFont(voice)
        self._code.setStyleSheet("letter-spacing: 2px")
        self._code.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._folder)
        buttons.addStretch(1)
        self._receipt.column.setContentsMargins(20, 20, 20, 20)
        self._receipt.column.addWidget(self._caption)
        self._receipt.column.addWidget(self._code)
        self._receipt.column.addLayout(buttons)

    def _note_tray(self) -> Card:
        tray = Card(kind="tray")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconMark("info", "text2", 16))
        row.addWidget(self._note, 1)
        tray.column.addLayout(row)
        return tray

    # --- what is shown ---------------------------------------------------------------------

    def refresh(self) -> None:
        """Look again at what is missing and whether the book is sealed."""
        self._sealed = self._desk.book.receipt()
        self.retranslate()

    def retranslate(self) -> None:
        code = self._sealed
        self._receipt.setVisible(code is not None)
        self._steps_card.setVisible(code is not None)
        self._seal.setVisible(code is None)
        self._check_title.setText(self.tr("Before handing over"))
        self._show_findings()
        self._caption.say(Run(self.tr("Receipt code"), BODY, HALF_BOLD, "success"))
        self._copy.setText(self.tr("Copy the code"))
        self._folder.setText(self.tr("Open the folder of the file"))
        if code is None:
            self._say_open()
            return
        self._code.setText(code)
        self._code.setAccessibleName(code)
        self._say_sealed()

    def _say_open(self) -> None:
        self._title.setText(self.tr("Hand over"))
        self._subtitle.setText(
            self.tr("Sealing closes the present state under a receipt code. You can go on later.")
        )
        progress = self._desk.overview.progress()
        is_whole = progress.given == progress.expected and not self._desk.draft_count()
        self._seal.setText(self.tr("Seal") if is_whole else self.tr("Seal although incomplete"))
        restyle(self._seal, "kind", "primary" if is_whole else "plain")
        self._note.setText(
            self.tr("Nothing leaves this computer. You hand the file over yourself.")
        )

    def _say_sealed(self) -> None:
        self._title.setText(self.tr("Sealed"))
        self._subtitle.setText(
            self.tr("Keep this code. The project lead must see the same one when merging.")
        )
        self._steps_title.setText(self.tr("What to do now"))
        name = self._desk.path.replace("\\", "/").rsplit("/", 1)[-1]
        self._steps[0].say(Glyph.COMPLETE, self.tr("1. The file is saved"), name)
        contact = self._desk.definition.rules.contact
        self._steps[1].say(
            Glyph.EMPTY,
            self.tr("2. Give this file to the project lead"),
            self.tr("Contact: {contact}").format(contact=contact) if contact else "",
        )
        self._note.setText(
            self.tr(
                "If you change even one score, this code no longer holds. "
                "Then hand over again and get a new code."
            )
        )

    def _show_findings(self) -> None:
        progress = self._desk.overview.progress()
        refused = self._desk.draft_count()
        missing = progress.expected - progress.given
        marks, drafts, recused = self._findings
        if missing:
            open_services = self._names(SheetState.EMPTY, SheetState.PART, SheetState.CONFLICT)
            marks.say(
                Glyph.PART, self.tr("Missing marks: {count}").format(count=missing), open_services
            )
        else:
            given = self.tr("All {count} indicators have a mark").format(count=progress.given)
            marks.say(Glyph.COMPLETE, self.tr("No mark is missing"), given)
        drafts.setVisible(refused > 0)
        drafts.say(
            Glyph.ERROR,
            self.tr("Entries not stored: {count}").format(count=refused),
            self.tr("They are not part of what is sealed. Correct them first."),
        )
        recused.setVisible(progress.recused > 0)
        recused.say(
            Glyph.RECUSED,
            self.tr("Recused services: {count}").format(count=progress.recused),
            self._names(SheetState.RECUSED),
        )

    def _names(self, *states: SheetState) -> str:
        sheets = [self._desk.sheet(uid) for uid in self._desk.services()]
        named = [
            f"{sheet.service.number} {sheet.service.name}"
            for sheet in sheets
            if sheet.state in states
        ]
        rest = len(named) - NAMED_MOST
        text = ", ".join(named[:NAMED_MOST])
        return text + self.tr(" and {count} more").format(count=rest) if rest > 0 else text

    # --- what people do --------------------------------------------------------------------

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        target = self._copy if self._seal.isHidden() else self._seal
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _copy_code(self) -> None:
        QGuiApplication.clipboard().setText(self._code.text())

    @Slot()
    def _open_folder(self) -> None:
        folder = self._desk.path.replace("\\", "/").rsplit("/", 1)[0]
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


def _centred(inside: QWidget) -> QWidget:
    outside = QWidget()
    row = QHBoxLayout(outside)
    row.setContentsMargins(24, 0, 24, 0)
    row.addStretch(1)
    row.addWidget(inside, 1000)
    row.addStretch(1)
    return outside
