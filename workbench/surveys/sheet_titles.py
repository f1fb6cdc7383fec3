"""Which sheets a workbook has, for whom its first one is not the survey."""

from pathlib import Path

from workbench.errors import InputError
from workbench.tables.files import FileTooLarge, foreign_bytes
from workbench.tables.foreign import ForeignBook


def sheet_titles(path: Path) -> tuple[str, ...]:
    """Return the titles of a workbook's sheets; none for whatever is no readable workbook."""
    if path.suffix.casefold() == ".csv":
        return ()
    try:
        return ForeignBook(foreign_bytes(path), path.name).titles()
    except (OSError, FileTooLarge, InputError):
        return ()
