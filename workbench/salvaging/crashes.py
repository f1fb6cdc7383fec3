"""After a crash: how many stored marks prove themselves."""

from pathlib import Path

from models.picture import still_image
from models.sqlite import read_header
from workbench.backups.contents import values_in
from workbench.checking import check_file
from workbench.journal.fields import FIGURES, Field


def proven_marks(path: Path) -> int:
    """Return how many marks the document holds, after its whole history was checked.

    Raises:
        AppError: it does not prove itself whole.
    """
    for problem in check_file(path):
        raise problem
    kind, _ = read_header(path)
    values = values_in(still_image(path, kind, recover=False), path)
    return sum(field in FIGURES | {Field.NOT_APPLICABLE} for *_, field in values)
