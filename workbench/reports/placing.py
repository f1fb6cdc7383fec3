"""A report takes its place only when it is whole: written beside its target, then put there."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG

from models.kept import kept
from models.sqlite import is_database
from workbench.errors import NO_ROOM, ExportError


@contextmanager
def placed(target: Path) -> Iterator[Path]:
    """Yield the path of a draft beside ``target``; leaving the block puts it there.

    Raising leaves no draft behind, and whatever stood at ``target`` untouched.

    Raises:
        ExportError: no file can be put there, or the disk refuses.
    """
    try:
        place = _writable(target)
        with _draft_beside(place) as draft:
            yield draft
            os.replace(draft, place)
            kept.set()
    except OSError as error:
        raise _refusal(error, target) from error


def _writable(target: Path) -> Path:
    """Return the place that ``target`` names, behind links, if a file can be put there."""
    place = Path(os.path.realpath(target))
    if not place.parent.is_dir():
        raise ExportError("report_no_folder", name=target.name, folder=str(place.parent))
    if place.exists():
        mode = place.stat().st_mode
        if not S_ISREG(mode):
            raise ExportError("report_not_a_file", name=target.name)
        if not mode & 0o222:
            raise ExportError("report_read_only", name=target.name)
        if is_database(place):  # a slip of the name must not cost a round or a score book
            raise ExportError("report_over_document", name=target.name)
    return place


@contextmanager
def _draft_beside(place: Path) -> Iterator[Path]:
    draft = place.with_name(f"~{secrets.token_hex(6)}.tmp")
    try:
        draft.touch(exist_ok=False)  # a folder that takes no file says so before the work
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _refusal(error: OSError, target: Path) -> ExportError:
    if error.errno in NO_ROOM:
        return ExportError("report_disk_full", name=target.name)
    if isinstance(error, PermissionError):
        return ExportError("report_locked", name=target.name)
    return ExportError("report_unwritable", name=target.name, reason=error.strerror or str(error))
