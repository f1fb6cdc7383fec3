"""The expected failures of the use cases, each with its exit code (DESIGN: command line)."""

from models.errors import NO_ROOM, AppError, StoreBusy, StoreError, unwritten

__all__ = [
    "NO_ROOM",
    "AppError",
    "Cancelled",
    "DefinitionUnfit",
    "EntryUnfit",
    "ExportError",
    "FinalExportClosed",
    "InputError",
    "MergeError",
    "StoreBusy",
    "StoreError",
    "unwritten",
]


class Cancelled(Exception):
    """The person asked to stop: nothing is shown and nothing is kept."""


class InputError(AppError):
    """The person gave something unfit."""

    exit_code = 2


class Unfit(InputError):
    """A table with problems; each problem is an ``InputError`` naming its place."""

    def __init__(self, key: str, problems: tuple[InputError, ...], /, **values: object) -> None:
        """Keep every problem, so that all of them can be shown at once."""
        super().__init__(key, count=len(problems), **values)
        self.problems = problems


class DefinitionUnfit(Unfit):
    """A definition that cannot become a round."""


class EntryUnfit(Unfit):
    """A scores table that cannot be entered."""


class MergeError(AppError):
    """The round cannot take what was given, or something in it is open."""

    exit_code = 4


class FinalExportClosed(MergeError):
    """A final export while something is open; ``reasons`` names each."""

    def __init__(self, reasons: tuple[AppError, ...]) -> None:
        """Keep every reason, so that all of them can be shown at once."""
        super().__init__("export_closed", count=len(reasons))
        self.reasons = reasons


class ExportError(AppError):
    """The report cannot be written."""

    exit_code = 5
