"""What a merge did, or would do, as frozen values."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from models.errors import AppError

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
    futures: int = 0
    """Cells in which this evaluator's standing files are two futures of one file."""
    differing: tuple[AppError, ...] = ()
    """Where those cells stand, every one."""
    sealed: bool = False
    receipt: str | None = None
    error: AppError | None = None


@dataclass(frozen=True, slots=True)
class MergeReport:
    """The whole merge; ``conflicts`` are all that are open in the round after it."""

    applied: bool
    conflicts: int
    files: tuple[FileReport, ...]

    @property
    def exit_code(self) -> int:
        """Return the highest code of what happened (DESIGN: command line)."""
        codes = [row.error.exit_code for row in self.files if row.error is not None]
        return max([0, CONFLICTS_OPEN if self.conflicts else 0, *codes])
