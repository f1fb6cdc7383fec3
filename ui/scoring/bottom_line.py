"""The bottom line: saved and since when, the last copy, whether the code holds; and the keys."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.backups.keeper import BackupKeeper
from ui.language import Speaking
from ui.problems import sentence_of
from ui.scoring.desk import ScoringDesk
from ui.scoring.wording import clock
from ui.theme.fonts import CAPTION, HALF_BOLD
from ui.theme.icons import IconMark
from ui.theme.parts import KeyHint, button, on_surface
from ui.theme.runs import Run, RunLine
from ui.theme.tokens import BOTTOM_LINE_HEIGHT
from workbench.errors import AppError

_KEYS_NEED_WIDTH = 1000


class BottomLine(Speaking):
    """What keeps the work safe, in one line; what fails says so until it has succeeded."""

    retry_requested = Signal()
    backups_requested = Signal()

    def __init__(self, desk: ScoringDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._failure: AppError | None = None
        self._news = ""
        self._keeper: BackupKeeper | None = None
        self._mark = IconMark("check", "success", 14)
        self._warning = IconMark("alert", "danger", 14)
        self._saved = RunLine()
        self._retry = button("link")
        self._retry.clicked.connect(self.retry_requested)
        self._backup = button("link")
        self._backup.clicked.connect(self.backups_requested)
        self._backup.setVisible(desk.read_at is None)
        self._code = RunLine()
        self._are_keys_wanted = True
        self._is_out_allowed = False
        self._keys = {
            name: KeyHint(cap)
            for name, cap in (
                ("next", "Enter"),
                ("comment", "F2"),
                ("out", "F4"),
                ("incomplete", "F6"),
                ("keys", "F1"),
            )
        }
        self._lay_out()
        desk.stored.connect(self._on_stored)
        desk.store_failed.connect(self._on_failed)
        self.retranslate()

    def _lay_out(self) -> None:
        on_surface(self)
        self.setFixedHeight(BOTTOM_LINE_HEIGHT)
        hints = QHBoxLayout()
        hints.setSpacing(14)
        for hint in self._keys.values():
            hints.addWidget(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._warning)
        row.addWidget(self._saved, 1)
        row.addWidget(self._retry)
        row.addWidget(self._backup)
        row.addSpacing(8)
        row.addWidget(self._code)
        row.addSpacing(14)
        row.addLayout(hints)

    # --- what it is told -------------------------------------------------------------------

    def allow_not_applicable(self, *, is_allowed: bool) -> None:
        """Show the key for not applicable only where it does something."""
        self._is_out_allowed = is_allowed
        self._show_hints()

    def show_keys(self, *, are_shown: bool) -> None:
        """Show the keys of the sheet, or none of them."""
        self._are_keys_wanted = are_shown
        self._show_hints()

    def tell(self, news: str) -> None:
        """Say what was just done, until something else is stored."""
        self._news = news
        self._refresh()

    def follow(self, keeper: BackupKeeper) -> None:
        """Say from now on when the last backup was made, or why the newest one was not."""
        self._keeper = keeper
        keeper.made.connect(self._say_backup)
        keeper.failed.connect(self._say_backup)
        self._say_backup()

    @Slot()
    def show_standing(self) -> None:
        """Look again at whether the receipt code holds."""
        self._refresh()

    def text(self) -> str:
        """Return what the line says of saving."""
        return self._saved.text()

    # --- what it says ----------------------------------------------------------------------

    def retranslate(self) -> None:
        for name, word in (
            ("next", self.tr("next")),
            ("comment", self.tr("comment")),
            ("out", self.tr("not applicable")),
            ("incomplete", self.tr("next incomplete")),
            ("keys", self.tr("all keys")),
        ):
            self._keys[name].say(word)
        self._retry.setText(self.tr("Try again"))
        self._news = ""  # it was said in the language of its moment
        self._refresh()

    def _show_hints(self) -> None:
        are_shown = self._are_keys_wanted and self.width() >= _KEYS_NEED_WIDTH
        for name, hint in self._keys.items():
            hint.setVisible(are_shown and (name != "out" or self._is_out_allowed))

    def _refresh(self) -> None:
        failed = self._failure is not None
        saved_at = self._desk.saved_at
        self._mark.setVisible(not failed and saved_at is not None)
        self._warning.setVisible(failed)
        self._retry.setVisible(failed)
        if self._failure is not None:
            not_saved = Run(self.tr("Not saved"), CAPTION, HALF_BOLD, "danger")
            reason = sentence_of(self._failure).replace("\n", " ")
            self._saved.say(not_saved, Run(reason, CAPTION, role="danger", before=10))
        elif saved_at is not None:
            words = self.tr("Saved {time}").format(time=clock(saved_at))
            news = Run(self._news, CAPTION, role="text2", before=12)
            self._saved.say(Run(words, CAPTION, HALF_BOLD, "success"), news)
        else:
            words = self.tr("Every field is saved as you leave it.")
            self._saved.say(Run(words, CAPTION, role="text3"))
        self._say_backup()
        self._say_code()

    @Slot()
    def _say_backup(self) -> None:
        keeper = self._keeper
        if keeper is not None and keeper.failure is not None:
            self._backup.setText(self.tr("Backup failed"))
            self._backup.setToolTip(sentence_of(keeper.failure))
            return
        self._backup.setToolTip(self.tr("Show the backups of this file"))
        if keeper is None or keeper.last_at is None:
            self._backup.setText(self.tr("No backup yet"))
            return
        time = f"{keeper.last_at.astimezone():%H:%M}"
        self._backup.setText(self.tr("Backup {time}").format(time=time))

    def _say_code(self) -> None:
        standing = self._desk.book.standing
        sealed_at = standing.sealed_at
        if sealed_at is None:
            self._code.say(Run(self.tr("Not handed over yet"), CAPTION, role="text3"))
            return
        day = f"{sealed_at.astimezone():%m-%d %H:%M}"
        if standing.receipt is not None:
            words = self.tr("Handed over {time}, code {code}")
            words = words.format(time=day, code=standing.receipt)
            self._code.say(Run(words, CAPTION, HALF_BOLD, "success"))
            return
        words = self.tr("{count} changes since the hand-over {time}: the code no longer holds")
        if not standing.changed:
            words = self.tr("The rubric changed since the hand-over {time}: hand over again")
        words = words.format(count=len(standing.changed), time=day)
        self._code.say(Run(words, CAPTION, HALF_BOLD, "warning"))

    @Slot()
    def _on_stored(self) -> None:
        if not self._desk.has_unsaved():
            self._failure = None
        self._news = ""
        self._refresh()

    @Slot(object)
    def _on_failed(self, error: AppError) -> None:
        self._failure = error
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hints()
