"""Assigning: the matrix, the list that assigns many cells at once, balance, recusals, loads."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.round.session import RoundSession
from ui.setup.draft import draft_of
from ui.setup.load_list import LoadList
from ui.setup.matrix_model import MatrixModel
from ui.setup.matrix_table import MatrixTable
from ui.setup.people_popup import PeoplePopup, Person
from ui.setup.recusal_form import RecusalForm
from ui.theme.fonts import CARD_TITLE, HALF_BOLD
from ui.theme.parts import KeyHint, button
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Standing
from workbench.setup.assigning import assign_each, balance, recuse
from workbench.setup.sheets import Sheets

_LOADS_WIDTH = 270
_Checked = Qt.CheckState.Checked
_Partly = Qt.CheckState.PartiallyChecked


class AssignmentsCard(Speaking):
    """Every change is one step of the draft, however many cells it is about."""

    def __init__(self, session: RoundSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._draft = draft = draft_of(session)
        self._is_balancing = False
        self.model = MatrixModel(draft)
        self.table = MatrixTable(self.model)
        self.loads = LoadList(draft)
        self._loads_title = RunLine()
        self.form = RecusalForm()
        self.assign, self.balance, self.recuse = button("link"), button("link"), button("link")
        self._keys = {key: KeyHint(key) for key in ("Enter", "Ctrl+D", "Del")}
        self.popup = PeoplePopup(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.form)
        left.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        for one in (self.assign, self.balance, self.recuse):
            foot.addWidget(one)
        foot.addStretch(1)
        for hint in self._keys.values():
            foot.addWidget(hint)
        left.addLayout(foot)
        right = QWidget()
        right.setFixedWidth(_LOADS_WIDTH)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._loads_title)
        column.addWidget(self.loads, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(right)

    def _connect(self) -> None:
        self.table.assign_requested.connect(self.open_list)
        self.table.clear_requested.connect(self._clear)
        self.table.fill_requested.connect(self._fill)
        self.assign.clicked.connect(self.open_list)
        self.balance.clicked.connect(self.open_balance)
        self.recuse.clicked.connect(self.open_recusal)
        self._draft.changed.connect(self._allow)
        self.popup.taken.connect(self._on_taken)
        self.popup.left.connect(self.table.take_focus)
        self.form.left.connect(self.table.take_focus)
        self.form.recorded.connect(self._on_recused)

    def retranslate(self) -> None:
        self.model.retranslate()
        self._loads_title.say(Run(self.tr("Load of each person"), CARD_TITLE, HALF_BOLD))
        self.loads.setAccessibleName(self.tr("Load of each person"))
        self.table.setAccessibleName(self.tr("Services and sections"))
        self.assign.setText(self.tr("Assign…"))
        self.balance.setText(self.tr("Balance…"))
        self.balance.setToolTip(self.tr("One of those ticked for each service, evenly"))
        self.recuse.setText(self.tr("Recusal…"))
        self._allow()
        for key, word in {
            "Enter": self.tr("assign"),
            "Ctrl+D": self.tr("fill down"),
            "Del": self.tr("clear"),
        }.items():
            self._keys[key].say(word)

    @Slot()
    def _allow(self) -> None:
        for one in (self.assign, self.balance, self.recuse):
            one.setEnabled(self._draft.may_edit)

    def take_focus(self) -> None:
        """Put the keyboard into the matrix."""
        self.table.take_focus()

    # --- assigning ----------------------------------------

    def _numbers(self, rows: range) -> list[int]:
        services = (self.model.service(row) for row in rows)
        return [service.number for service in services if not service.is_exempt]

    @Slot()
    def open_list(self) -> None:
        """Show everybody, ticked where he is assigned in the chosen cells."""
        rows, columns = self.table.chosen()
        if not rows or not self._draft.may_edit:
            return
        self._is_balancing = False
        cells = [(row, column) for row in rows for column in columns]
        held = [set(self.model.assigned(row, column)) for row, column in cells]
        people = []
        for load in self._draft.loads:
            count = sum(load.code in codes for codes in held)
            whole = _Checked if count == len(held) else _Partly
            state = whole if count else Qt.CheckState.Unchecked
            people.append(Person(load.code, self._words(load.code), state))
        title = self.tr("Who scores these cells: {count}").format(count=len(cells))
        self._open(title, people)

    @Slot()
    def open_balance(self) -> None:
        """Ask among whom the services of the current section shall be shared out."""
        _, columns = self.table.chosen()
        if not columns or not self._draft.may_edit:
            return
        self._is_balancing = True
        section = self.model.section_name(columns[0])
        title = self.tr("Share out “{section}” evenly among").format(section=section)
        unticked = Qt.CheckState.Unchecked
        people = [Person(row.code, self._words(row.code), unticked) for row in self._draft.loads]
        self._open(title, people)

    def _open(self, title: str, people: list[Person]) -> None:
        spot = self.table.viewport().mapTo(self, self.table.spot())
        self.popup.open_at(spot, title, people)

    def _words(self, code: str) -> str:
        load = next(row for row in self._draft.loads if row.code == code)
        words = self.tr("{code} {name} · {services} services")
        return words.format(code=code, name=load.name, services=load.services)

    @Slot(object)
    def _on_taken(self, states: Mapping[str, Qt.CheckState]) -> None:
        ticked = [code for code, state in states.items() if state == _Checked]
        rows, columns = self.table.chosen()
        if self._is_balancing:
            section = self.model.section(columns[0])
            if ticked:
                self._work(self.balance.text(), lambda sheets: balance(sheets, section, ticked))
            return
        partly = [code for code, state in states.items() if state == _Partly]
        wanted: dict[tuple[int, int], list[str]] = {}
        for row in rows:
            for column in columns:
                here = self.model.assigned(row, column)
                kept = [code for code in partly if code in here]
                wanted[row, column] = [code for code in states if code in (*ticked, *kept)]
        self._assign(wanted)

    @Slot()
    def _clear(self) -> None:
        rows, columns = self.table.chosen()
        self._assign({(row, column): [] for row in rows for column in columns})

    @Slot()
    def _fill(self) -> None:
        """Give every chosen row what the first of them has."""
        rows, columns = self.table.chosen()
        self._assign(
            {
                (row, column): list(self.model.assigned(rows[0], column))
                for row in rows[1:]
                for column in columns
            }
        )

    def _assign(self, wanted: Mapping[tuple[int, int], list[str]]) -> None:
        """Assign cell by cell, those that get the same people together."""
        together: dict[tuple[str, tuple[str, ...]], list[int]] = {}
        for (row, column), codes in wanted.items():
            if list(self.model.assigned(row, column)) != codes:
                key = (self.model.section(column), tuple(codes))
                together.setdefault(key, []).extend(self._numbers(range(row, row + 1)))
        self._work(self.assign.text(), lambda sheets: assign_each(sheets, together))

    def _work(self, step: str, change: Callable[[Sheets], Sheets]) -> None:
        """Have many cells changed beside the window, as one step."""
        before, step = self._draft.sheets, step.rstrip("…")

        def finish(sheets: Sheets) -> None:
            if self._draft.sheets is before:
                self._draft.edit(step, sheets, is_typed=False)
            else:  # something was typed meanwhile: this comes on top of it
                self._work(step, change)

        self._session.ask(lambda _desk, _progress: change(before), step, finish)

    # --- recusals ----------------------------------------

    @Slot()
    def open_recusal(self) -> None:
        """Ask who is recused from the chosen services."""
        rows, _ = self.table.chosen()
        if not rows:
            return
        names = {load.code: f"{load.code} {load.name}" for load in self._draft.loads}
        there = {
            holder.code: names[holder.code]
            for row in rows
            for column in range(self.model.columnCount())
            for holder in self.model.holders(row, column)
            if holder.code in names
        }
        services = [self.model.service(row) for row in rows]
        where = [f"{service.number} {service.name}" for service in services]
        self.form.open_for(there or names, where)

    @Slot(str, str, str)
    def _on_recused(self, code: str, standing: str, reason: str) -> None:
        rows, _ = self.table.chosen()
        numbers = self._numbers(rows)
        self._work(
            self.recuse.text(),
            lambda sheets: recuse(sheets, code, numbers, Standing(standing), reason),
        )
        self.table.take_focus()
