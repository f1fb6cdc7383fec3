"""Salvaging: what a damaged file still proves becomes a new document beside it, never over it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from models.picture import image_store
from models.sqlite import header_of
from workbench.backups.newest import Sound, newest_sound
from workbench.opening import image_to_repair
from workbench.rounds.creating import refuse_existing
from workbench.salvaging.gathering import Gathered, gathered, has_entries, uid_in
from workbench.salvaging.known import NOTHING, Known, known_in
from workbench.salvaging.losses import Losses
from workbench.salvaging.writing import write_salvaged
from workbench.text import clean_text


@dataclass(frozen=True)
class Salvaged:
    """The new document, what it holds, and what it lacks of the damaged one."""

    path: Path
    sha256: str
    """Of the damaged file, in hexadecimal."""
    found: Gathered
    backup: Sound | None
    """The newest sound backup of the document."""

    @property
    def losses(self) -> Losses:
        """What is missing."""
        return self.found.losses

    @cached_property
    def kept(self) -> int:
        """How many revisions the new document holds."""
        return len(self.found.known.revisions)


def salvage(path: Path, target: Path) -> Salvaged:
    """Write everything that the damaged file at ``path`` still proves as ``target``.

    ``path`` is only read. A revision whose parents are missing is left out and named, so that
    the new document passes the check.

    Raises:
        InputError: ``target`` exists.
        StoreError: not ours, newer, held by another program, too damaged, or the disk refuses.
    """
    refuse_existing([target])
    image = image_to_repair(path)
    sound: list[Sound] = []

    def backup_of(uid: bytes) -> Known:
        found = newest_sound(uid)
        if found is None:
            return NOTHING
        sound.append(found)
        return _known(found)

    found = gathered(image, path.name, path.suffix, backup_of)
    digest = sha256(image).hexdigest()
    is_final = write_salvaged(
        found,
        target,
        {
            "file": clean_text(path.name),
            "sha256": digest,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "kept": len(found.known.revisions),
            "missing": found.losses.count,
        },
    )
    if not is_final:
        found = replace(found, losses=replace(found.losses, was_final=True))
    return Salvaged(target, digest, found, sound[0] if sound else None)


def holds_anything(path: Path) -> bool:
    """Say whether the file at ``path`` holds any entry of ours that proves itself.

    Raises:
        StoreError: absent, unreadable, newer, not ours, or held by another program.
    """
    return has_entries(image_to_repair(path), path.name, path.suffix)


def free_name(path: Path, word: str) -> Path:
    """Return where the salvaged document goes: beside ``path``, over nothing."""
    stamp = f"{word} {datetime.now().astimezone():%Y-%m-%d %H%M}"
    number, target = 1, path.with_name(f"{path.stem} ({stamp}){path.suffix}")
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem} ({stamp} {number}){path.suffix}")
    return target


def backup_of_damaged(path: Path) -> Sound | None:
    """Return the newest sound backup of the damaged document at ``path``, None where none is known.

    Raises:
        StoreError: the file or the folder of backups cannot be read.
    """
    image = image_to_repair(path)
    uid = uid_in(image, path.name, path.suffix)
    return None if uid is None else newest_sound(uid)


def _known(sound: Sound) -> Known:
    path = sound.backup.path
    kind, _ = header_of(sound.image, path.name)
    with image_store(sound.image, path, kind) as store:
        return known_in(store)
