"""The left card: which services are listed, and the list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Speaking
from ui.theme.fonts import BODY
from ui.theme.parts import Card, Words, button, say_chip
from ui.theme.tab_stop import stop_at_checked
from ui.wording.service_rows import ServiceList, ServiceModel, Wanted, is_wanted
from workbench.definition.terms import Uid
from workbench.wording.texts import ServiceTexts


class ServicesCard(Speaking):
    """Says which service was chosen."""

    chosen = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[ServiceTexts, ...] = ()
        self.chips = {wanted: button("chip") for wanted in Wanted}
        self._group = QButtonGroup(self)
        self._none, self._clear = Words(BODY, role="text2"), button("link")
        self._model = ServiceModel(self)
        self.list = ServiceList(self._model)
        self._lay_out()
        self.chips[Wanted.ALL].setChecked(True)
        stop_at_checked(self.chips.values())
        self._group.buttonClicked.connect(self._narrow)
        self._clear.clicked.connect(self._show_all)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        card.column.setContentsMargins(12, 12, 12, 12)
        chips = QHBoxLayout()
        chips.setSpacing(4)
        for chip in self.chips.values():
            self._group.addButton(chip)
            chips.addWidget(chip)
        chips.addStretch(1)
        card.column.addLayout(chips)
        card.column.addWidget(self._none)
        card.column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(self.list, 1)
        card.column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_texts(self, texts: Sequence[ServiceTexts], service: Uid) -> None:
        """Show the services as they are now, with ``service`` chosen where it is listed."""
        self._texts = tuple(texts)
        self._fill(service)

    def current(self) -> ServiceTexts | None:
        """Return the chosen service."""
        return self.list.current()

    def choose(self, service: Uid) -> None:
        """Choose a service, with all services listed where it is not among them."""
        if self._model.row_of(service) < 0 and any(
            row.service.uid == service for row in self._texts
        ):
            self.chips[Wanted.ALL].setChecked(True)
            self._fill(service)
        else:
            self.list.choose(service)

    def wanted(self) -> Wanted:
        """Return which services are listed."""
        return next(wanted for wanted, chip in self.chips.items() if chip.isChecked())

    def _fill(self, service: Uid) -> None:
        stop_at_checked(self.chips.values())
        wanted = self.wanted()
        # the one in work stays listed, although what is typed may just have ended its being open
        rows = [row for row in self._texts if is_wanted(row, wanted) or row.service.uid == service]
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._clear.setVisible(not rows and wanted is not Wanted.ALL)
        self.list.show_rows(rows, service)
        self.retranslate()

    @Slot()
    def _narrow(self) -> None:
        texts = self.current()
        stays = texts is not None and is_wanted(texts, self.wanted())
        self._fill(texts.service.uid if texts is not None and stays else b"")

    @Slot()
    def _show_all(self) -> None:
        self.chips[Wanted.ALL].setChecked(True)
        self._fill(b"")
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        words = {
            Wanted.ALL: self.tr("All {count}"),
            Wanted.OPEN: self.tr("Open {count}"),
            Wanted.REMARKED: self.tr("Flags {count}"),
        }
        names = {
            Wanted.ALL: self.tr("All services"),
            Wanted.OPEN: self.tr("Services without a final wording"),
            Wanted.REMARKED: self.tr("Services with remarks"),
        }
        for wanted, chip in self.chips.items():
            count = sum(is_wanted(row, wanted) for row in self._texts)
            say_chip(chip, words[wanted].format(count=count))
            chip.setToolTip(names[wanted])
            chip.setAccessibleName(f"{names[wanted]} {count}")
        if self._texts:
            self._none.setText(self.tr("No service fits this choice."))
        else:
            self._none.setText(self.tr("This round has no service to evaluate."))
        self._clear.setText(self.tr("Show all"))
        self.list.setAccessibleName(self.tr("Services"))
