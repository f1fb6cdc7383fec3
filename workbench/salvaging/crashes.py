"""After a crash: how many stored marks prove themselves."""

from pathlib import Path

from workbench.backups.contents import values_in
from workbench.checking import check_file
from workbench.journal.fields import FIGURES, Field
from workbench.opening import image_of


def proven_marks(path: Path) -> int:
    """Return how many marks the document holds, after its whole history was checked.

    Raises:
        AppError: it does not prove itself whole.
    """
    for problem in check_file(path):
        raise problem
    values = values_in(image_of(path), path)
    return sum(field in FIGURES | {Field.NOT_APPLICABLE} for *_, field in values)
