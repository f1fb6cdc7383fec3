"""The card at the left: what every column is for, the scale, the weight, the conversion."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import Speaking
from ui.setup.choice_popup import ChoicePopup
from ui.setup.menu_choice import MenuChoice
from ui.surveys.importing.column_table import ColumnTable
from ui.surveys.importing.draft import MappingDraft
from ui.surveys.importing.name_field import NameField
from ui.surveys.importing.roles import Part, Role, roles_in
from ui.surveys.importing.scale_fields import ScaleFields
from ui.surveys.importing.words import (
    conversion_words,
    new_group_word,
    not_read_word,
    read_anyway_word,
    role_word,
    why_not_read,
)
from ui.theme.fonts import CAPTION, CARD_TITLE, HALF_BOLD
from ui.theme.parts import Card, KeyHint, Words
from ui.theme.runs import Run, RunLine
from workbench.definition.terms import Indicator
from workbench.surveys.columns import REFUSED, Column
from workbench.surveys.headers import MOST_HEADERS

_NEW: Final = "new"
_READ: Final = "read"
_REFUSE: Final = "refuse"
_ANSWERS: Final = "answers"
_FIGURES: Final = "figures"


class ColumnsCard(Speaking):
    """Tells when a role, the form or the scale is another; the draft holds it already then."""

    changed = Signal()
    spoiled = Signal()
    """A number that is none was typed: nothing can be computed until it is mended."""
    allow_wanted = Signal(str, bool)
    """The name of a column of persons' data, and whether it shall be read."""
    headers_wanted = Signal(int)
    """The file shall be read with so many header rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: MappingDraft | None = None
        self._indicators: Mapping[int, Indicator] = {}
        self._renamed = ""
        self._title, self.headers, self.form = RunLine(), MenuChoice(), MenuChoice()
        self.table = ColumnTable()
        self.name = NameField(self.table.viewport())
        self.fields = ScaleFields()
        self.conversion = Words(CAPTION, role="text2")
        self.why = RunLine()
        self._hints = {name: KeyHint(cap) for name, cap in _CAPS}
        self.popup: ChoicePopup | None = None
        self._lay_out()
        self.headers.chosen.connect(self._count_headers)
        self.form.chosen.connect(self._turn)
        self.table.moved.connect(self._say_hints)
        self.table.choice_wanted.connect(self.choose_role)
        self.table.name_wanted.connect(self._begin_renaming)
        self.name.given.connect(self._on_named)
        self.name.left.connect(self._take_back)
        self.fields.changed.connect(self._measure)
        self.fields.spoiled.connect(self.spoiled)

    def _lay_out(self) -> None:
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.headers)
        head.addWidget(self.form)
        hints = QHBoxLayout()
        hints.setSpacing(14)
        for hint in self._hints.values():
            hints.addWidget(hint)
        hints.addWidget(self.why, 1)
        card.column.addLayout(head)
        card.column.addWidget(self.table, 1)
        card.column.addLayout(hints)
        card.column.addWidget(self.fields)
        card.column.addWidget(self.conversion)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    # --- what is shown ---------------------------------------------------------------------

    def show_draft(self, draft: MappingDraft, indicators: Mapping[int, Indicator]) -> None:
        """Show another table or target; ``indicators`` are the target's by service number."""
        self._draft, self._indicators = draft, indicators
        self.fields.show_mapping(draft.mapping)
        self.retranslate()

    def is_sound(self) -> bool:
        """Say whether the numbers that were typed are numbers."""
        return self.fields.is_sound()

    def retranslate(self) -> None:
        draft = self._draft
        for name, word in (
            ("role", self.tr("what it is for")),
            ("several", self.tr("several")),
            ("name", self.tr("name the group")),
        ):
            self._hints[name].say(word)
        self.table.setAccessibleName(self.tr("Columns of the file"))
        self.name.setAccessibleName(self.tr("Name of the group"))
        self.name.setPlaceholderText(self.tr("Name of the group"))
        self.form.setAccessibleName(self.tr("What the rows hold"))
        self.headers.setAccessibleName(self.tr("Number of header rows"))
        if draft is None:
            return
        forms = {_ANSWERS: self.tr("Answers of respondents"), _FIGURES: self.tr("Ready figures")}
        self.form.offer(forms, _FIGURES if draft.is_ready else _ANSWERS)
        rows = self.tr("Header rows: {count}")
        counts = range(1, MOST_HEADERS + 1)
        self.headers.offer(
            {str(count): rows.format(count=count) for count in counts},
            str(draft.table.heading.rows),
        )
        count = str(len(draft.table.columns))
        self._title.say(
            Run(self.tr("Columns"), CARD_TITLE, HALF_BOLD),
            Run(count, CARD_TITLE, HALF_BOLD, "text3", 8),
        )
        self._show_columns()

    def _show_columns(self) -> None:
        draft = self._draft
        if draft is None:
            return
        heads = ("", self.tr("Header"), self.tr("Found"), self.tr("For"))
        self.table.show_columns(draft, heads)
        self.fields.show_parts(draft.mapping)
        low, high = draft.mapping.scale_min, draft.mapping.scale_max
        self.conversion.setText(conversion_words(self._indicators, low, high))
        self._say_hints()

    @Slot()
    def _say_hints(self) -> None:
        """Say what keys do, or of a column about persons why it is not read."""
        draft = self._draft
        column = draft.table.column.get(self.table.current()) if draft is not None else None
        is_personal = column is not None and column.kind in REFUSED
        why = why_not_read(column) if column is not None and is_personal else ""
        self.why.say(Run(why, CAPTION, role="text2"))
        self._hints["several"].setVisible(not is_personal)
        is_named = draft is not None and not draft.is_ready
        self._hints["name"].setVisible(is_named and not is_personal)

    # --- what people do --------------------------------------------------------------------

    @Slot()
    def choose_role(self) -> None:
        """Open the list of what the chosen columns can be for."""
        draft = self._draft
        if draft is None or not self.table.current():
            return
        if self.popup is None:
            self.popup = ChoicePopup(self.window())
            self.popup.chosen.connect(self._on_chosen)
            self.popup.left.connect(self._take_back)
            self.destroyed.connect(self.popup.deleteLater)
        column = draft.table.column[self.table.current()]
        box = self.table.choice_box()
        spot = self.table.viewport().mapTo(self.window(), box.bottomLeft())
        self.popup.open_at(spot, self._choices(draft, column), _key(draft.role(column.name)))

    def _choices(self, draft: MappingDraft, column: Column) -> dict[str, str]:
        if column.is_refused:
            return {_REFUSE: not_read_word(), _READ: read_anyway_word()}
        roles = roles_in(draft.mapping)
        choices = {_key(role): role_word(role) for role in roles}
        if not draft.is_ready:
            at = next(at for at, role in enumerate(roles) if role.part is Part.OVERALL)
            pairs = list(choices.items())
            choices = dict([*pairs[:at], (_NEW, new_group_word()), *pairs[at:]])
        return choices | ({_REFUSE: not_read_word()} if column.is_allowed else {})

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        name = self.table.current()
        if key in (_READ, _REFUSE):
            self.allow_wanted.emit(name, key == _READ)
        elif key == _NEW:
            self._renamed = ""
            self.name.open_over(self.table.choice_box(), "")
        else:
            part, _, dimension = key.partition(":")
            self._give(Role(Part(part), dimension))

    def _give(self, role: Role) -> None:
        draft = self._draft
        if draft is None:
            return
        columns = (draft.table.column[name] for name in self.table.chosen())
        draft.give([column.name for column in columns if not column.is_refused], role)
        self._show_columns()
        self.changed.emit()

    @Slot()
    def _begin_renaming(self) -> None:
        draft = self._draft
        role = draft.role(self.table.current()) if draft is not None else None
        if role is not None and role.part is Part.FACTOR:
            self._renamed = role.dimension
            self.name.open_over(self.table.choice_box(), role.dimension)

    @Slot(str)
    def _on_named(self, name: str) -> None:
        if self._draft is None:
            return
        if not self._renamed:
            self._give(Role(Part.FACTOR, name))
        elif name != self._renamed:
            self._draft.rename(self._renamed, name)
            self._show_columns()
            self.changed.emit()

    @Slot(str)
    def _count_headers(self, count: str) -> None:
        self.headers_wanted.emit(int(count))

    @Slot(str)
    def _turn(self, form: str) -> None:
        if self._draft is not None:
            self._draft.turn(is_ready=form == _FIGURES)
            self.fields.show_mapping(self._draft.mapping)
            self.retranslate()
            self.changed.emit()

    @Slot(int, int, int)
    def _measure(self, low: int, high: int, weight: int) -> None:
        if self._draft is not None:
            self._draft.measure(low, high, weight)
            self._show_columns()
            self.changed.emit()

    @Slot()
    def _take_back(self) -> None:
        if not self.name.isVisible():
            self.table.setFocus(Qt.FocusReason.PopupFocusReason)


_CAPS: Final = (("role", "Enter"), ("several", "Shift+↓"), ("name", "F2"))


def _key(role: Role) -> str:
    return f"{role.part}:{role.dimension}"
