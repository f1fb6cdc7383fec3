"""Reads the chosen table beside the window, and knows the one that was read before it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from ui.problems import require_expected
from ui.scoring.desk import ScoringDesk
from ui.surveys.importing.beside import NewestJob
from ui.surveys.importing.jobs import Refused, Wanted, read_table
from workbench.surveys.table_reading import SurveyTable


@dataclass(frozen=True, slots=True)
class Chosen:
    """A table that was asked for, and the sheets of its file as far as they are known."""

    wanted: Wanted
    sheets: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.wanted.path.name


class TableReader(QObject):
    """Of what is chosen while a file is read only the newest counts."""

    begun = Signal(str)
    """The name of the file that is being read."""
    read = Signal(object)
    """The SurveyTable."""
    refused = Signal(object)
    """The AppError that says why there is no table."""

    def __init__(self, desk: ScoringDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Final = desk
        self._job = NewestJob(self)
        self.chosen: Chosen | None = None
        """What was asked for last; None where nothing was, or all was given up."""
        self._shown: Chosen | None = None
        """What was read last."""

    def begin(self, path: Path) -> None:
        """Read the file at ``path``."""
        self._read(Chosen(Wanted(path)))

    def turn_to(self, sheet: str) -> None:
        """Read another sheet of the same file."""
        if self.chosen is not None:
            wanted = Wanted(self.chosen.wanted.path, sheet)
            self._read(Chosen(wanted, self.chosen.sheets))

    def allow(self, column: str, *, is_read: bool) -> None:
        """Read a column about persons all the same, or no longer."""
        if self.chosen is not None:
            wanted, one = self.chosen.wanted, frozenset([column])
            allowed = wanted.allowed | one if is_read else wanted.allowed - one
            self._read(Chosen(replace(wanted, allowed=allowed), self.chosen.sheets))

    def take_headers(self, count: int) -> None:
        """Read the same table with so many header rows.

        Its columns are called otherwise then, so none of them is allowed any more.
        """
        if self.chosen is not None:
            wanted = replace(self.chosen.wanted, allowed=frozenset(), header_rows=count)
            self._read(Chosen(wanted, self.chosen.sheets))

    def give_up(self) -> bool:
        """Read no further, or leave what was refused; say whether a table of before remains."""
        self._job.stop()
        self.chosen = self._shown
        return self.chosen is not None

    def forget(self) -> None:
        """Give up also what was read."""
        self._shown = None
        self.give_up()

    def close(self) -> None:
        """Wait until the thread is free; nobody hears of what it read."""
        self._job.close()

    def _read(self, chosen: Chosen) -> None:
        self.chosen = chosen
        services = self._desk.definition.services
        self.begun.emit(chosen.name)
        self._job.ask(
            lambda pulse: read_table(chosen.wanted, services, pulse),
            lambda found: self._on_read(chosen, found),
            lambda error: self._on_failed(chosen, error),
        )

    def _on_read(self, chosen: Chosen, found: SurveyTable | Refused) -> None:
        if isinstance(found, Refused):
            self.chosen = Chosen(chosen.wanted, found.sheets)
            self.refused.emit(found.error)
        else:
            self.chosen = self._shown = Chosen(chosen.wanted, found.source.sheets)
            self.read.emit(found)

    def _on_failed(self, chosen: Chosen, error: Exception) -> None:
        self.chosen = Chosen(chosen.wanted)
        self.refused.emit(require_expected(error))
