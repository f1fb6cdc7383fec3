"""After sealing: the code, where the two files stand, what to do now, what the check had said."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.handing_over.centred import centred
from ui.handing_over.files import HandedOver
from ui.handing_over.notice import Notice
from ui.handing_over.receipt_card import ReceiptCard
from ui.handing_over.remark_words import count_words, indicator_of, marks_words
from ui.handing_over.step_line import StepLine
from ui.language import Speaking
from ui.scoring.desk import ScoringDesk
from ui.theme.fonts import BODY, CARD_TITLE, DENSE, HALF_BOLD, PAGE_TITLE
from ui.theme.glyphs import Glyph
from ui.theme.parts import Card, Words, button
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import CARD_GAP, PAGE_MARGIN
from workbench.journal.receipt import receipt_of
from workbench.results.outcome import MarkState
from workbench.scoring.check import Checked, Remark, Weight
from workbench.scoring.sheet import SheetState

_NAMED_MOST = 5


class ReceiptView(Speaking):
    """Looks at the book's standing each time it is asked, so that an ended code shows at once."""

    files_requested = Signal()
    check_requested = Signal()

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._remarks: tuple[Checked, ...] = ()
        self._files: HandedOver | None = None
        self._refused = ""
        self._title, self._subtitle = Words(PAGE_TITLE + 3, 700), Words(BODY, role="text2")
        self._elsewhere = button()
        self._trouble = Notice(self._elsewhere, glyph=Glyph.ERROR)
        self.card = ReceiptCard()
        self._steps_title, self._check_title = RunLine(), RunLine()
        self._counts = RunLine()
        self._steps = [StepLine() for _ in range(3)]
        self._findings = [StepLine() for _ in range(4)]
        self._look, self._also = button("link"), button("link")
        self._cards = QWidget()
        self._note = Notice()
        self._lay_out()
        self._elsewhere.clicked.connect(self.files_requested)
        self._also.clicked.connect(self.files_requested)
        self._look.clicked.connect(self.check_requested)
        self.card.copy_requested.connect(self._copy)
        self.card.files_requested.connect(self.files_requested)
        self.card.again_requested.connect(self.check_requested)
        self.card.sheet_requested.connect(self._open_sheet)
        self.card.folder_requested.connect(self._open_folder)
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, PAGE_MARGIN, 0, PAGE_MARGIN)
        column.setSpacing(CARD_GAP)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._subtitle)
        column.addLayout(head)
        column.addWidget(self._trouble)
        column.addWidget(self.card)
        cards = QHBoxLayout(self._cards)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(CARD_GAP)
        cards.addWidget(_card([self._steps_title], self._steps, self._also), 1)
        cards.addWidget(_card([self._check_title, self._counts], self._findings, self._look), 1)
        column.addWidget(self._cards)
        column.addWidget(self._note)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(centred(inside))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    # --- what is shown ---------------------------------------------------------------------

    def show_receipt(self, remarks: tuple[Checked, ...], files: HandedOver | None) -> None:
        """Show the newest seal with what the check says, and where its files stand."""
        self._remarks, self._files = remarks, files
        self.retranslate()

    def refuse(self, sentence: str) -> None:
        """Say why the files could not be written; the seal itself stays valid."""
        self._refused = sentence
        self.retranslate()

    def retranslate(self) -> None:
        self._elsewhere.setText(self.tr("Choose another folder…"))
        self._look.setText(self.tr("Show all remarks"))
        self._also.setText(self.tr("Save them to another folder too…"))
        standing = self._desk.book.standing
        seal = standing.seal
        if seal is None:
            return
        holds = standing.receipt is not None
        has_files = self._files is not None
        self.card.show_code(receipt_of(seal), self._facts(), holds=holds, has_files=has_files)
        self._cards.setVisible(holds)
        self._trouble.say(self._trouble_sentence())
        if holds:
            self._say_sealed()
            self._show_steps()
            self._show_findings()
            return
        self._title.setText(self.tr("Hand over again"))
        self._subtitle.setText(self._changes())
        self._note.say(
            self.tr("The files written under the struck-out code no longer fit this book.")
        )

    def _say_sealed(self) -> None:
        self._title.setText(self.tr("Sealed"))
        self._subtitle.setText(
            self.tr("Compare this code with the one on the score sheet, then sign the sheet.")
        )
        self._note.say(
            self.tr(
                "If you change even one score, this code no longer holds. "
                "Then hand over again and get a new code."
            )
        )

    def _trouble_sentence(self) -> str:
        if not self._refused:
            return ""
        stays = self.tr("The seal stays valid; only the files are missing.")
        return f"{self._refused} {stays}"

    def _changes(self) -> str:
        changed = len(self._desk.book.standing.changed)
        if not changed:
            return self.tr("The rubric changed since this code was given.")
        return self.tr("Changes since this code was given: {count}").format(count=changed)

    def _facts(self) -> str:
        sealed_at = self._desk.book.standing.sealed_at
        if sealed_at is None:
            return ""
        if self._desk.book.standing.receipt is None:
            words = self.tr("Given {time}")
            return words.format(time=f"{sealed_at.astimezone():%Y-%m-%d %H:%M:%S}")
        sheets = [self._desk.sheet(uid) for uid in self._desk.services()]
        counted = [sheet for sheet in sheets if sheet.state is not SheetState.RECUSED]
        rows = [row for sheet in counted for row in sheet.rows()]
        words = self.tr(
            "Sealed {time} · marks {marks}, not applicable {out}, comments {comments}, "
            "findings {findings}"
        )
        return words.format(
            time=f"{sealed_at.astimezone():%Y-%m-%d %H:%M:%S}",
            marks=sum(row.mark.state is MarkState.GIVEN for row in rows),
            out=sum(row.mark.state is MarkState.NOT_APPLICABLE for row in rows),
            comments=sum(bool(row.comment) for row in rows),
            findings=sum(len(sheet.findings) for sheet in counted),
        )

    def _show_steps(self) -> None:
        title = self.tr("What to do now")
        self._steps_title.say(Run(title, CARD_TITLE, HALF_BOLD))
        saved, printed, given = self._steps
        self._also.setVisible(self._files is not None)
        rules = self._desk.definition.rules
        if self._files is None:
            where = self.tr("Choose a folder. A copy of the book and the score sheet go there.")
            saved.say(Glyph.EMPTY, self.tr("1. Save the files"), where)
            printed.say(Glyph.EMPTY, self.tr("2. Print the score sheet and sign it"))
        else:
            folder = " \u203a ".join(self._files.book.parent.parts[-2:])
            where = f"{self._files.book.name} · {folder}"
            saved.say(Glyph.COMPLETE, self.tr("1. The files are saved"), where)
            saved.setToolTip(str(self._files.book))
            pages = self.tr("{name} · {pages} pages, each with the code")
            pages = pages.format(name=self._files.sheet.name, pages=self._files.pages)
            printed.say(Glyph.EMPTY, self.tr("2. Print the score sheet and sign it"), pages)
        contact = self.tr("Contact: {contact}").format(contact=rules.contact)
        due = self.tr("Until {day}").format(day=rules.deadline)
        to_whom = " · ".join(
            words for words, known in ((contact, rules.contact), (due, rules.deadline)) if known
        )
        step = self.tr("3. Give the file and the signed sheet to the project lead")
        given.say(Glyph.EMPTY, step, to_whom)

    def _show_findings(self) -> None:
        title = self.tr("Check before handing over")
        self._check_title.say(Run(title, CARD_TITLE, HALF_BOLD))
        counts = Counter(each.weight for each in self._remarks)
        shown = [weight for weight in (Weight.OPEN, Weight.LOOK) if counts[weight]]
        words = " · ".join(count_words(weight, counts[weight]) for weight in shown)
        self._counts.say(Run(words, DENSE, HALF_BOLD, "warning"))
        self._look.setVisible(bool(self._remarks))
        marks, reasons, pledge, recused = self._findings
        marks.say(*marks_words(self._desk, self._remarks))
        asked = self._of(Remark.REASON)
        reasons.setVisible(bool(asked))
        line = self.tr("Marks that ask for a comment: {count}").format(count=len(asked))
        reasons.say(Glyph.FLAG, line, self._named(asked))
        pledge.setVisible(bool(self._of(Remark.PLEDGE)))
        pledge.say(Glyph.FLAG, self.tr("The integrity pledge is not confirmed"))
        out = self._of(Remark.RECUSED)
        recused.setVisible(bool(out))
        line = self.tr("Recused services: {count}").format(count=len(out))
        recused.say(Glyph.RECUSED, line, self._named(out))

    def _of(self, remark: Remark) -> list[Checked]:
        return [each for each in self._remarks if each.remark is remark]

    def _named(self, remarks: list[Checked]) -> str:
        """Return the first places of some remarks by number and code, or by number and name."""
        places = []
        for each in remarks[:_NAMED_MOST]:
            service = self._desk.sheet(each.service or b"").service
            row = indicator_of(self._desk, each)
            places.append(f"{service.number} {row.code if row is not None else service.name}")
        rest = len(remarks) - _NAMED_MOST
        text = ", ".join(places)
        return text + self.tr(" and {count} more").format(count=rest) if rest > 0 else text

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._desk.book.receipt() or "")

    @Slot()
    def _open_sheet(self) -> None:
        if self._files is not None:
            _show(self._files.sheet)

    @Slot()
    def _open_folder(self) -> None:
        if self._files is not None:
            _show(self._files.book.parent)


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _card(titles: list[RunLine], lines: list[StepLine], link: QPushButton) -> Card:
    card = Card()
    head = QHBoxLayout()
    head.addWidget(titles[0])
    head.addStretch(1)
    for title in titles[1:]:
        head.addWidget(title)
    card.column.addLayout(head)
    for line in lines:
        card.column.addWidget(line)
    card.column.addStretch(1)
    card.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    return card
