"""Before sealing: what is missing or odd, service by service, and the button that seals."""

from collections import Counter
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.handing_over.notice import Notice
from ui.handing_over.remark_list import RemarkList
from ui.handing_over.remark_words import count_words, marks_words
from ui.handing_over.step_line import StepLine
from ui.language import Speaking
from ui.scoring.desk import ScoringDesk
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, HALF_BOLD, PAGE_TITLE
from ui.theme.glyphs import Glyph
from ui.theme.parts import Card, Hairline, Words, button, restyle
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import CARD_GAP, PAGE_MARGIN
from workbench.scoring.check import Checked, Weight

_CHIPS: Final = (None, Weight.OPEN, Weight.LOOK, Weight.NOTE)


class CheckView(Speaking):
    """Nothing on it keeps anybody from sealing; with holes the button does not shout."""

    seal_requested = Signal()
    jump_requested = Signal(object)
    pledge_requested = Signal()

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._remarks: tuple[Checked, ...] = ()
        self._title = Words(PAGE_TITLE + 3, 700)
        self._subtitle = Words(BODY, role="text2")
        self._ended = Notice(glyph=Glyph.FLAG)
        self._trouble = Notice(glyph=Glyph.ERROR)
        self._card = Card()
        self._card_title = RunLine()
        self._keys = RunLine(Qt.AlignmentFlag.AlignRight)
        self._summary = StepLine()
        self._chips = QWidget()
        self._chip_group = QButtonGroup(self)
        self.list = RemarkList(desk)
        self._seal = button("primary")
        self._note = Notice()
        self._line = Hairline()
        self._lay_out()
        self._chip_group.idClicked.connect(self._filter)
        self.list.jump_requested.connect(self.jump_requested)
        self.list.pledge_requested.connect(self.pledge_requested)
        self._seal.clicked.connect(self.seal_requested)
        self.refuse("")
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PAGE_MARGIN, 0, PAGE_MARGIN)
        column.setSpacing(CARD_GAP)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._subtitle)
        column.addLayout(head)
        column.addWidget(self._ended)
        column.addWidget(self._trouble)
        self._fill_card()
        column.addWidget(self._card)
        foot = QHBoxLayout()
        foot.setSpacing(CARD_GAP)
        foot.addWidget(self._seal)
        foot.addWidget(self._note, 1)
        column.addLayout(foot)
        column.addStretch(1)

    def _fill_card(self) -> None:
        titles = QHBoxLayout()
        titles.addWidget(self._card_title)
        titles.addStretch(1)
        titles.addWidget(self._keys)
        chips = QHBoxLayout(self._chips)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.setSpacing(8)
        for number in range(len(_CHIPS)):
            chip = button("chip")
            self._chip_group.addButton(chip, number)
            chips.addWidget(chip)
        chips.addStretch(1)
        for part in (self._summary, self._chips, self._line):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._card.column.addLayout(titles)
        self._card.column.addWidget(self._summary)
        self._card.column.addWidget(self._chips)
        self._card.column.addWidget(self._line)
        self._card.column.addWidget(self.list, 1)

    # --- what is shown ---------------------------------------------------------------------

    def show_remarks(self, remarks: tuple[Checked, ...]) -> None:
        """Show what the check found."""
        self._remarks = remarks
        self._chip_group.button(0).setChecked(True)
        self._filter(0)
        self.retranslate()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was sealed; without a sentence nothing is wrong."""
        self._trouble.say(sentence)

    @Slot(int)
    def _filter(self, chip: int) -> None:
        weight = _CHIPS[chip]
        self.list.remarks.show_remarks(
            [each for each in self._remarks if weight in (None, each.weight)]
        )

    def retranslate(self) -> None:
        self._title.setText(self.tr("Hand over"))
        self._subtitle.setText(
            self.tr("Sealing closes the present state under a receipt code. You can go on later.")
        )
        self._card_title.say(Run(self.tr("Before handing over"), CARD_TITLE, HALF_BOLD))
        keys = self.tr("↑ ↓ choose, Enter goes to the field")
        self._keys.say(Run(keys, CAPTION, role="text3"))
        self.list.setAccessibleName(self.tr("What is missing or odd"))
        note = self.tr("Nothing leaves this computer. You hand the file over yourself.")
        if self._desk.read_at is not None:
            note = self.tr("This book is only being read here, so it cannot be sealed.")
        self._note.say(note)
        self._say_ended()
        self._say_counts()

    def _say_ended(self) -> None:
        standing = self._desk.book.standing
        if standing.seal is None or standing.receipt is not None:
            self._ended.say("")
            return
        sentence = self.tr("The code of the last hand-over no longer holds: the rubric changed.")
        if standing.changed:
            sentence = self.tr(
                "The code of the last hand-over no longer holds. Changes since: {count}"
            ).format(count=len(standing.changed))
        self._ended.say(sentence)

    def _say_counts(self) -> None:
        counts = Counter(each.weight for each in self._remarks)
        is_whole = not counts[Weight.OPEN]
        seal = self.tr("Seal and save the files…")
        self._seal.setText(seal if is_whole else self.tr("Seal although incomplete…"))
        restyle(self._seal, "kind", "primary" if is_whole else "plain")
        self._seal.setEnabled(self._desk.read_at is None)
        self._chip_group.button(0).setText(self.tr("All {count}").format(count=len(self._remarks)))
        for number, weight in enumerate(_CHIPS):
            chip = self._chip_group.button(number)
            if weight is not None:
                chip.setText(count_words(weight, counts[weight]))
                chip.setVisible(bool(counts[weight]))
        has_remarks = bool(self._remarks)
        for part in (self._chips, self._line, self.list, self._keys):
            part.setVisible(has_remarks)
        self._summary.say(*marks_words(self._desk, self._remarks))

    def take_focus(self) -> None:
        """Put the keyboard on what is missing, on the button where nothing is."""
        is_open = any(each.weight is Weight.OPEN for each in self._remarks)
        target: QWidget = self.list if is_open else self._seal
        target.setFocus(Qt.FocusReason.OtherFocusReason)
