"""Repairing a file: its derived state in place, after a backup; whatever else is salvaged anew."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.errors import AppError, StoreBusy, StoreError
from models.journal import head_numbers, replace_heads
from models.schema import DocumentKind
from models.sqlite import image_with_heads, read_header
from models.store import Store
from workbench.backups.restoring import prove
from workbench.backups.shelf import Why, back_up
from workbench.checking import check_file
from workbench.opening import open_document
from workbench.rounds.history import record_event
from workbench.salvaging.known import known_in
from workbench.salvaging.salvaging import Salvaged, salvage
from workbench.salvaging.writing import derived_heads

REPAIRED: Final = "repaired"
"""The kind of event that tells that the derived state was rebuilt."""

_BEYOND: Final = ("file_absent", "not_a_file", "file_empty", "file_unreadable", "newer_version")
"""What no repair can do anything about."""


@dataclass(frozen=True)
class Repair:
    """What was wrong with a file and what was done about it."""

    path: Path
    problems: tuple[AppError, ...]
    """What was wrong before; empty where nothing was."""
    rebuilt: int = 0
    """How many entries of the table of present values were wrong and are right now."""
    backup: Path | None = None
    """The file as it was before that."""
    salvaged: Salvaged | None = None

    @property
    def is_good(self) -> bool:
        """Say whether a whole document exists now: the file itself, or one that lacks nothing."""
        if self.salvaged is not None:
            return self.salvaged.losses.is_nothing
        return not self.problems or self.backup is not None


def repair(path: Path, target: Path) -> Repair:
    """Make the file at ``path`` good: rebuild what is derived, or salvage it as ``target``.

    Where only the table of present values is wrong it is rebuilt in the file itself, after a
    backup. A damaged file is never written; what it still proves becomes ``target``.

    Raises:
        InputError: ``target`` is needed and exists.
        StoreError: absent, not ours, newer, held by another program, or too damaged.
    """
    problems = check_file(path)
    if not problems:
        return Repair(path, ())
    for problem in problems:
        if isinstance(problem, StoreBusy) or problem.key in _BEYOND:
            raise problem
    rebuilt = rebuild_heads(path)
    if rebuilt is not None:
        return Repair(path, problems, *rebuilt)
    return Repair(path, problems, salvaged=salvage(path, target))


def rebuild_heads(path: Path) -> tuple[int, Path] | None:
    """Rebuild the table of present values if nothing else is wrong; None where that is not so.

    Return how many of its entries were wrong, and where the backup stands that was made before.

    Raises:
        StoreBusy: another program holds the file.
        StoreError: the backup cannot be made, or the disk refuses; the file is as before.
    """
    store = _opened(path)
    if store is None:
        return None
    with store:
        try:
            known, is_round = known_in(store), store.kind is DocumentKind.ROUND
            wanted = {known.numbers[id_] for id_ in derived_heads(known, is_round=is_round)}
            prove(image_with_heads(store.image(), wanted), path)
        except (AppError, LookupError, ValueError):  # then more is wrong than what is derived
            return None
        with store.read() as connection:
            present = head_numbers(connection)
        backup = back_up(store, bytes.fromhex(known.facts["uid"]), Why.REPAIR)
        wrong = len(present ^ wanted)
        with store.write() as connection:
            replace_heads(connection, present - wanted, wanted - present)
            if is_round:
                record_event(connection, REPAIRED, count=wrong, backup=backup.name)
    return wrong, backup


def _opened(path: Path) -> Store | None:
    try:
        return open_document(path, read_header(path)[0])
    except StoreBusy:
        raise
    except StoreError:  # so damaged that nothing can be rebuilt in it
        return None
