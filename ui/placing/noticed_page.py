"""A document's page under notices; for the window it is the page of the document."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout

from ui.document_page import DocumentPage
from ui.placing.notices import CopyNotice, Notice, PlaceNotice, RecoveredNotice
from ui.settings import Recent

STAYS, COPY, TOLD = "stays", "working_copy", "copy_told"
"""What is remembered of a file: that its place was accepted, its working copy, that it is one."""


class NoticedPage(DocumentPage):
    """Passes on whatever the window asks of ``inner``, and what that tells."""

    def __init__(self, inner: DocumentPage, notices: Sequence[Notice]) -> None:
        super().__init__()
        self.inner = inner
        self.notices = tuple(notices)
        self._kept: dict[str, object] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for notice in notices:
            column.addWidget(notice)
            self._listen(notice)
        column.addWidget(inner, 1)
        for signal, own in (
            (inner.failed, self.failed),
            (inner.recovered, self.recovered),
            (inner.ready, self.ready),
            (inner.open_requested, self.open_requested),
            (inner.place_changed, self.place_changed),
        ):
            signal.connect(own)
        self.setFocusProxy(inner)

    def _listen(self, notice: Notice) -> None:
        notice.open_requested.connect(self.open_requested)
        notice.left.connect(self.take_focus)
        if isinstance(notice, PlaceNotice):
            notice.copied.connect(self._keep_copy)
            notice.failed.connect(self.failed)
            notice.left.connect(self._keep_staying)
        elif isinstance(notice, CopyNotice):
            notice.left.connect(self._keep_told)

    # --- what is remembered of the file -----------------------------------------------------

    @Slot(object)
    def _keep_copy(self, copy: Path) -> None:
        self._keep(COPY, str(copy))

    @Slot()
    def _keep_staying(self) -> None:
        self._keep(STAYS, is_so=True)

    @Slot()
    def _keep_told(self) -> None:
        self._keep(TOLD, is_so=True)

    def _keep(self, key: str, value: str = "", *, is_so: bool = False) -> None:
        self._kept[key] = value or is_so
        self.place_changed.emit()

    # --- document page ----------------------------------------------------------------------

    def title(self) -> str:
        return self.inner.title()

    def recent(self) -> Recent:
        return self.inner.recent()

    def begin(self) -> None:
        self.inner.begin()

    def take_focus(self) -> None:
        self.inner.take_focus()

    def place(self) -> dict[str, object]:
        return self.inner.place() | self._kept

    def menus(self) -> list[QMenu]:
        return self.inner.menus()

    def has_backups(self) -> bool:
        return self.inner.has_backups()

    def show_backups(self) -> None:
        self.inner.show_backups()

    def store(self) -> None:
        self.inner.store()

    def leave(self) -> None:
        for notice in self.notices:
            if isinstance(notice, PlaceNotice | RecoveredNotice):
                notice.give_up()
        self.inner.leave()
