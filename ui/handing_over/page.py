"""Handing a score book over: the check, then the seal, its code and the two files."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui import choosing
from ui.handing_over.centred import centred
from ui.handing_over.check_view import CheckView
from ui.handing_over.files import HandedOver, write_files
from ui.handing_over.receipt_view import ReceiptView
from ui.problems import sentence_of
from ui.scoring.desk import ScoringDesk
from workbench.errors import AppError
from workbench.scoring.check import Checked, check_book
from workbench.scoring.sealing import Sealed


class HandOverPage(QWidget):
    """Seals only after the evaluator chose a folder; what fails is said here, on the page.

    ``choose_folder`` returns where the files shall stand, None where nobody chose.
    """

    jump_requested = Signal(object)
    """The Cell that a remark leads to."""
    pledge_requested = Signal()
    """The remark on the integrity pledge was followed."""
    left = Signal()
    sealed = Signal()
    """The book was sealed; its files may still be refused by the disk."""

    def __init__(
        self,
        desk: ScoringDesk,
        choose_folder: Callable[[], Path | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.choose_folder = choose_folder or self._ask
        self._files: HandedOver | None = None
        self.check = CheckView(desk)
        self._views = QStackedWidget()
        self._check_page = centred(self.check)
        self._views.addWidget(self._check_page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)
        self.check.seal_requested.connect(self._seal)
        self.check.jump_requested.connect(self.jump_requested)
        self.check.pledge_requested.connect(self.pledge_requested)
        desk.stored.connect(self._on_stored)

    @cached_property
    def receipt(self) -> ReceiptView:
        """What a sealed book shows; made for the first seal, which is not in every sitting."""
        made = ReceiptView(self._desk)
        made.files_requested.connect(self._seal)
        made.check_requested.connect(self._show_check)
        self._views.addWidget(made)
        return made

    def refresh(self) -> None:
        """Look again: the receipt while the book is sealed and unchanged, else the check."""
        self.check.refuse("")
        if self._desk.book.receipt() is not None:
            self.receipt.refuse("")
            self._show_receipt()
        else:
            self._show_check()

    def take_focus(self) -> None:
        """Put the keyboard on what comes next."""
        if self._views.currentWidget() is self._check_page:
            self.check.take_focus()
        else:
            self.receipt.card.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape lead back, as from every page beside the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- what is shown ---------------------------------------------------------------------

    @Slot()
    def _show_check(self) -> None:
        self.check.show_remarks(self._remarks())
        self._views.setCurrentWidget(self._check_page)
        self.check.take_focus()

    def _show_receipt(self) -> None:
        code = self._desk.book.receipt()
        if self._files is not None and self._files.receipt != code:
            self._files = None
        self.receipt.show_receipt(self._remarks(), self._files)
        self._views.setCurrentWidget(self.receipt)

    def _remarks(self) -> tuple[Checked, ...]:
        desk = self._desk
        return check_book(
            (desk.sheet(uid) for uid in desk.services()),
            desk.overview.own,
            pledged=desk.book.pledged,
            unstored={
                uid: [(cell.subject, cell.field) for cell in desk.drafts(uid)]
                for uid in desk.services()
            },
        )

    @Slot()
    def _on_stored(self) -> None:
        """Show at once what a change does to the check, or to the code."""
        if not self.isVisible():
            return
        if self._views.currentWidget() is self._check_page:
            self.check.show_remarks(self._remarks())
        else:
            self.receipt.show_receipt(self._remarks(), self._files)
            self.take_focus()

    # --- sealing ---------------------------------------------------------------------------

    def _ask(self) -> Path | None:
        return choosing.folder_to_hand_over_in(self, Path(self._desk.path).parent)

    @Slot()
    def _seal(self) -> None:
        folder = self.choose_folder()
        if folder is None:
            return
        try:
            made = self._desk.book.seal()
        except AppError as error:
            self.check.refuse(sentence_of(error))
            return
        self.check.refuse("")
        self._write(made, folder)
        self._show_receipt()
        self.sealed.emit()
        self.take_focus()

    def _write(self, made: Sealed, folder: Path) -> None:
        try:
            self._files = write_files(self._desk.book, made, folder)
        except AppError as error:
            self.receipt.refuse(sentence_of(error))
        else:
            self.receipt.refuse("")
