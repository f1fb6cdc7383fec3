"""What this computer says of the place of a file, and whether a working copy is better."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from models.errors import AppError
from workbench.placement.places import MARKS, Facts, Found, Place, found_at

_MOUNTS: Final = Path("/proc/mounts")


def place_of_file(path: Path) -> Found | None:
    """Return what speaks against writing the file at ``path`` where it lies, None for nothing."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError):  # a loop of links: opening it says so
        return None
    facts = facts_about(real)
    # marks are looked for last: on a slow drive every look takes its time
    return found_at(real, facts) or found_at(real, replace(facts, marked=dict(_marked(real))))


def note_about(path: Path) -> AppError | None:
    """Return the sentence about a document in a place where it is better not written."""
    found = place_of_file(path)
    return None if found is None else AppError("place_note", name=path.name, where=where(found))


def where(found: Found) -> AppError:
    """Return the words for a place."""
    if found.place is Place.SYNCED and found.service:
        return AppError("place_synced_by", service=found.service)
    return AppError(f"place_{found.place}")


def facts_about(path: Path) -> Facts:
    """Return what this computer says of the place of ``path``, marks in its folders apart."""
    return Facts(
        system=sys.platform,
        mounts=tuple(mounts_in(_mounts())),
        drive=_drive_type(path),
        environment=dict(os.environ),
        home=str(Path.home()),
        reparse_tags=frozenset(_reparse_tags([path, *path.parents])),
    )


def mounts_in(text: str) -> Iterator[tuple[str, str]]:
    r"""Yield mount point and type from the lines of /proc/mounts, blanks written as ``\040``."""
    for line in text.split("\n"):
        columns = line.split(" ")
        if len(columns) > 2:
            point = columns[1].encode("utf-8", "surrogateescape")
            for code, sign in ((b"\\040", b" "), (b"\\011", b"\t"), (b"\\012", b"\n")):
                point = point.replace(code, sign)
            plain = point.replace(b"\\134", b"\\")
            yield plain.decode("utf-8", "surrogateescape"), columns[2]


def _mounts() -> str:
    if sys.platform != "linux":
        return ""
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _drive_type(path: Path) -> int:
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\"))
    return 0


def _marked(path: Path) -> Iterator[tuple[str, str]]:
    for folder in path.parents:
        for mark, service in MARKS.items():
            with suppress(OSError):
                if (folder / mark).exists():
                    yield str(folder), service


def _reparse_tags(paths: Iterable[Path]) -> Iterator[int]:
    for path in paths:
        with suppress(OSError):
            tag = getattr(path.lstat(), "st_reparse_tag", 0)  # Windows only
            if tag and tag != getattr(stat, "IO_REPARSE_TAG_SYMLINK", 0):
                yield tag
