"""What a merge did, or would do, as frozen values."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from models.errors import AppError
from workbench.definition.terms import Evaluator
from workbench.merging.naming import CellNote

CONFLICTS_OPEN: Final = 4
"""Exit code while any conflict is open after the merge, whoever brought it."""

Status = Literal["merged", "nothing new", "refused"]


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file: whose it is and what it brought, counted in cells; or why it was refused."""

    file: Path
    status: Status
    evaluator: str | None = None
    """The evaluator's code, None for a refused file."""
    new: int = 0
    unchanged: int = 0
    conflicts: int = 0
    stray: int = 0
    changed: int = 0
    """Those of the new cells in which another value counted before."""
    parallel: int = 0
    """Cells in which copies agree: several revisions, one value."""
    enter_again: int = 0
    """Cells of this evaluator's marks that no longer read or fit under the present rules."""
    futures: int = 0
    """Cells in which this evaluator's standing files are two futures of one file."""
    differing: tuple[AppError, ...] = ()
    """Where those cells stand, every one."""
    notes: tuple[CellNote, ...] = ()
    """Every cell that does not simply count, with what becomes of it."""
    given: int = 0
    expected: int = 0
    """Marks of this evaluator that are in after the merge, and that are expected."""
    digest: bytes | None = None
    """What the file holds, known by its revisions and seals; None for a refused one."""
    received_at: int | None = None
    """When the file came to stand where it is; None for one that is not there."""
    made_at: int | None = None
    """When the newest entry in it was made; both in milliseconds since 1970, UTC, only shown."""
    sealed: bool = False
    receipt: str | None = None
    error: AppError | None = None


@dataclass(frozen=True, slots=True)
class MergeReport:
    """The whole merge; ``conflicts`` are all that are open in the round after it."""

    applied: bool
    conflicts: int
    files: tuple[FileReport, ...]
    missing: tuple[Evaluator, ...] = ()
    """Evaluators with expected marks of whom no file stands after the merge."""
    incomplete: tuple[Evaluator, ...] = ()
    """Those of whom one stands while some of their marks are missing."""
    stale: int = 0
    """Moderated marks that this merge leaves to be confirmed; among ``conflicts``."""

    def is_of_same_files(self, other: "MergeReport") -> bool:
        """Say whether both tell of the same files with the same content."""
        return self._files() == other._files()

    def refused_beyond(self, seen: "MergeReport | None") -> list[tuple[Path, AppError]]:
        """Return the refused files, and why, of which ``seen`` does not tell the same."""
        told = set() if seen is None else {(path, error.key) for path, error in seen.refused()}
        return [(path, error) for path, error in self.refused() if (path, error.key) not in told]

    def refused(self) -> list[tuple[Path, AppError]]:
        """Return every refused file, and why."""
        return [(row.file, row.error) for row in self.files if row.error is not None]

    def _files(self) -> list[tuple[Path, Status, bytes | None]]:
        return [(row.file, row.status, row.digest) for row in self.files]

    @property
    def exit_code(self) -> int:
        """Return the highest code of what happened (DESIGN: command line)."""
        codes = [row.error.exit_code for row in self.files if row.error is not None]
        return max([0, CONFLICTS_OPEN if self.conflicts else 0, *codes])
