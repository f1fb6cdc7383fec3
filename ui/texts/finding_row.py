"""One finding: its number, its text, what it is about, and the ways to move and remove it."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.scoring.cell import Cell
from ui.scoring.desk import Draft, ScoringDesk
from ui.texts.block import GUTTER
from ui.texts.item_row import ItemRow
from ui.texts.stored_text import StoredText
from ui.theme.fonts import DENSE
from ui.theme.icons import icon
from ui.theme.parts import button
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import CONTROL_HEIGHT

_TOOL_WIDTH: Final = 26
_ABOUT_WIDTH: Final = 68


@dataclass(frozen=True, slots=True)
class Finding:
    """What a row shows."""

    cell: Cell
    text: str = ""
    about: bytes | None = None
    draft: Draft | None = None
    is_stored: bool = False


class FindingRow(ItemRow):
    """What can be done to a finding shows while the row has the keyboard or the mouse."""

    link_wanted = Signal(object)

    def __init__(self, desk: ScoringDesk, parent: QWidget) -> None:
        super().__init__(partial(button, "tool"), parent)
        self._desk = desk
        self.finding = Finding(Cell(b"", b"", ""))
        self._number = 0
        self._mark = RunLine()
        self.text = StoredText(desk, self.box)
        self.about = button("about")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._mark.setFixedSize(GUTTER, CONTROL_HEIGHT)
        self.about.setFixedWidth(_ABOUT_WIDTH)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 2)
        line.setSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self._mark, 0, top)
        line.addWidget(self.text, 1)
        line.addSpacing(6)
        line.addWidget(self.about, 0, top)
        self._dress_tools(QSize(_TOOL_WIDTH, CONTROL_HEIGHT))
        for tool, _ in self.tools():
            line.addWidget(tool, 0, top)
        for part in (self.about, self._up, self._down, self._away):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)

    def _connect(self) -> None:
        self._connect_keys()
        self.box.link_wanted.connect(self._on_link_wanted)
        self.box.textChanged.connect(self._show_tools)
        self.about.clicked.connect(self._on_link_wanted)
        self.about.installEventFilter(self)

    # --- what is shown ---------------------------------------------------------------------

    def show_finding(self, finding: Finding, number: int, *, is_closed: bool) -> None:
        """Show a finding; what is being typed into the same one stays as it is."""
        self.finding = finding
        self._number = number
        self.text.show_cell(finding.cell, finding.text, finding.draft)
        self.box.setReadOnly(is_closed)
        self.retranslate()
        self._show_tools()

    def code(self) -> str:
        """Return the code of the indicator the finding is about, or nothing."""
        uid = self.finding.about
        known = self._desk.definition.indicator.get(uid) if uid else None
        return known.code if known else ""

    def retranslate(self) -> None:
        number = str(self._number) if self._is_something() else ""
        self._mark.say(Run(number, DENSE, role="text3"))
        code = self.code()
        self.about.setText(code or self.tr("Link"))
        self.about.setIcon(icon("link", "text2"))
        known = self._desk.definition.indicator.get(self.finding.about or b"")
        about = f"{known.code} {known.name}" if known else self.tr("no indicator yet")
        self.about.setAccessibleName(self.tr("About: {indicator}").format(indicator=about))
        self.about.setToolTip(f"{self.about.accessibleName()} (Ctrl+L)")
        self._name_tools(
            (
                (self._up, self.tr("Move up"), "Alt+↑"),
                (self._down, self.tr("Move down"), "Alt+↓"),
                (self._away, self.tr("Remove"), "Ctrl+Del"),
            )
        )

    def _is_something(self) -> bool:
        return self.finding.is_stored or self.finding.draft is not None

    @Slot()
    def _show_tools(self) -> None:
        written = self._is_something() or not self.box.document().isEmpty()
        usable = written and not self.box.isReadOnly()
        near = self.is_near() or self.about.hasFocus()
        self.about.setVisible(bool(self.code()) or (usable and near))
        self.about.setEnabled(usable)
        for tool, _ in self.tools():
            tool.setVisible(usable and near)

    # --- Qt --------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_tools()
        return False

    # --- what is wanted --------------------------------------------------------------------

    @Slot()
    def _on_link_wanted(self) -> None:
        self.link_wanted.emit(self)
