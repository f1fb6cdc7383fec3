"""Another evaluator takes over: who goes, who comes, why; recusal, assignment and book in one."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ui import choosing
from ui.composing import Composition
from ui.round.session import RoundSession
from ui.setup.asked import Asked
from ui.setup.choices import standing_words
from ui.setup.menu_choice import MenuChoice
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Words, button
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Standing, Uid
from workbench.rounds.replacing import Arriving, ReplacementReport, replace_evaluator

_FIELDS = ("code", "name", "affiliation", "reason")


class ReplacingForm(Asked):
    """A tray on the roster page while it is asked for; afterwards it says what was done."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._leaving, self._stands = "", Standing.RECUSED.value
        self._done: ReplacementReport | None = None
        self._title, self._words = RunLine(), Words(BODY, role="text2")
        self.who, self.standing = MenuChoice(), MenuChoice()
        self.fields = {name: QLineEdit() for name in _FIELDS}
        self._compositions = [Composition(field) for field in self.fields.values()]
        self._names = {name: Words(CAPTION, role="text2") for name in ("who", "how", *_FIELDS)}
        self.replace, self._leave = button(), button("link")
        self._wrong = Words(CAPTION, HALF_BOLD, "danger")
        self._parts: dict[str, QWidget] = {
            "who": self.who,
            "how": self.standing,
            **self.fields,
        }
        self._asked = QWidget()
        self._lay_out()
        self.who.chosen.connect(self._on_who)
        self.standing.chosen.connect(self._on_standing)
        self.replace.clicked.connect(self._choose_folder)
        self._leave.clicked.connect(self.leave)

    def _lay_out(self) -> None:
        self.column.addWidget(self._title)
        self.column.addWidget(self._words)
        grid = QGridLayout(self._asked)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for at, (name, part) in enumerate(self._parts.items()):
            row, column = 2 * (at // 3), at % 3
            grid.addWidget(self._names[name], row, column)
            grid.addWidget(part, row + 1, column)
            grid.setColumnStretch(column, 1)
        self.column.addWidget(self._asked)
        foot = QHBoxLayout()
        foot.addWidget(self._wrong, 1)
        foot.addWidget(self._leave)
        foot.addWidget(self.replace)
        self.column.addLayout(foot)

    def retranslate(self) -> None:
        self._title.say(Run(self.tr("Replace an evaluator"), CARD_TITLE, HALF_BOLD))
        self._words.setText(self._explained())
        people = {row.code: f"{row.code} {row.name}" for row in self._session.definition.evaluators}
        self.who.offer(people, self._leaving)
        self.standing.offer(standing_words(), self._stands)
        for name, words in {
            "who": self.tr("Who leaves"),
            "how": self.tr("How this is recorded"),
            "code": self.tr("Code of who takes over"),
            "name": self.tr("Name, where he is new"),
            "affiliation": self.tr("Affiliation, where he is new"),
            "reason": self.tr("Reason"),
        }.items():
            self._names[name].setText(words)
            self._parts[name].setAccessibleName(words)
        self.replace.setText(self.tr("Replace and write the book…"))
        self._leave.setText(self.tr("Close") if self._done else self.tr("Leave"))
        self._asked.setVisible(self._done is None)
        self.replace.setVisible(self._done is None)

    def _explained(self) -> str:
        if self._done is None:
            return self.tr(
                "All services of who leaves go to who takes over, and his new score book is "
                "written. Marks that are there are kept but no longer counted."
            )
        words = self.tr(
            "{arriving} has taken over {count} services from {leaving}. The book was written: "
            "{file}"
        )
        return words.format(
            arriving=self._done.arriving.name,
            leaving=self._done.leaving.name,
            count=len(self._done.numbers),
            file=self._done.book.name,
        )

    def open_for(self, leaving: Uid | None) -> None:
        """Ask who takes over, from an evaluator that is known already or from the first."""
        people = self._session.definition.evaluators
        known = [row.code for row in people if leaving in (row.uid, None)]
        self._leaving, self._done = (known or [""])[0], None
        for field in self.fields.values():
            field.clear()
        self._wrong.clear()
        self.retranslate()
        self.show()
        first: QWidget = self.who if leaving is None else self.fields["code"]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_who(self, code: str) -> None:
        self._leaving = code
        self.retranslate()

    @Slot(str)
    def _on_standing(self, standing: str) -> None:
        self._stands = standing
        self.retranslate()

    @Slot()
    def _choose_folder(self) -> None:
        if not self._is_filled():
            return
        folder = choosing.folder_to_fill(self, self.tr("Folder for the new score book"))
        if folder is not None:
            self.replace_into(folder)

    def _is_filled(self) -> bool:
        for composition in self._compositions:
            composition.finish()
        for name, words in (
            ("code", self.tr("Say who takes over.")),
            ("reason", self.tr("Give a reason first; it stands in the history.")),
        ):
            if not self.fields[name].text().strip():
                self._wrong.setText(words)
                self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        self._wrong.clear()
        return True

    def replace_into(self, folder: Path) -> None:
        """Do all of it in one step; the book comes to stand in ``folder``."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        arriving = Arriving(typed["code"], typed["name"], typed["affiliation"])
        leaving, standing = self._leaving, Standing(self._stands)
        self._session.change(
            lambda desk, _: replace_evaluator(
                desk,
                leaving,
                arriving,
                numbers=None,
                standing=standing,
                reason=typed["reason"],
                folder=folder,
            ),
            self.tr("Replacing the evaluator"),
            self._on_replaced,
        )

    @Slot(object)
    def _on_replaced(self, report: ReplacementReport) -> None:
        self._done = report
        self.retranslate()
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)
