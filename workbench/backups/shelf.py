"""The folder in which the backups of one document stand, and how one more gets there."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.beside import read_bytes
from models.errors import StoreError
from models.images import put_image
from models.picture import image_store
from models.schema import DocumentKind
from models.sqlite import header_of
from workbench.definition.stored import stored_facts
from workbench.home import home

if TYPE_CHECKING:
    from models.store import Store


class Why(StrEnum):
    """What a backup was made for."""

    OPEN = "open"
    """The document was opened in a state that no backup held."""
    TIME = "time"
    """Something had changed for some minutes."""
    ASKED = "asked"
    CLOSE = "close"
    """The document was closed with changes that no backup held."""
    MERGE = "merge"
    """Before a merge that brings something."""
    WITHDRAW = "withdraw"
    """Before an import is withdrawn."""
    FINAL = "final"
    """Before the round is made final."""
    CHANGE = "change"
    """Before another definition comes into force."""
    REPAIR = "repair"
    """Before the derived state is rebuilt."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup by its name alone; whether it is sound shows only when it is read."""

    path: Path
    at: datetime
    """When it was made, UTC."""
    why: str
    """One of ``Why``, or what another version of the program made it for."""
    size: int


_SUFFIXES: Final = {DocumentKind.SCORE: ".score", DocumentKind.ROUND: ".round"}
_STAMP: Final = "%Y%m%dT%H%M%S%fZ"
_NAME: Final = re.compile(r"(\d{8}T\d{12}Z)-([a-z]+)\.(?:score|round)", re.ASCII)


def folder_of(document: bytes) -> Path:
    """Return where the backups of a document stand on this computer."""
    return home() / "backups" / document.hex()


def backups_of(document: bytes) -> tuple[Backup, ...]:
    """Return the backups of a document, newest first; whatever else stands there is left out.

    Raises:
        StoreError: the folder cannot be read.
    """
    folder = folder_of(document)
    try:
        found = [_backup_at(path) for path in folder.iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise StoreError("backups_unreadable", folder=str(folder)) from error
    known = [backup for backup in found if backup is not None]
    return tuple(sorted(known, key=lambda backup: backup.path.name, reverse=True))


def moment_in(name: str) -> tuple[datetime, str] | None:
    """Return when and why the backup of this file name was made, None where it is not ours."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        return datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC), match[2]
    except ValueError:  # digits that are no time
        return None


def _backup_at(path: Path) -> Backup | None:
    named = moment_in(path.name)
    if named is None or path.is_symlink() or not path.is_file():
        return None
    return Backup(path, *named, path.stat().st_size)


def image_of(backup: Backup, document: bytes) -> bytes:
    """Return the bytes of a backup once its structure is proven to be that of the document.

    Raises:
        StoreError: it cannot be read, is damaged, newer, or of another document.
    """
    try:
        image = read_bytes(backup.path)
    except OSError as error:
        raise StoreError("backup_unreadable", name=backup.path.name) from error
    try:
        _require_own(image, backup.path, document)
    except StoreError as error:
        raise unfit(backup, error) from error
    return image


def unfit(backup: Backup, error: StoreError) -> StoreError:
    """Return what to say of a backup that is not what it should be."""
    if error.key == "newer_version":
        return error
    return StoreError("backup_damaged", name=backup.path.name)


def _require_own(image: bytes, path: Path, document: bytes) -> None:
    kind, _ = header_of(image, path.name)
    with image_store(image, path, kind) as store, store.read() as connection:
        (uid,) = stored_facts(connection, "uid")
    if uid != document:
        raise StoreError("store_damaged", name=path.name)


def keep_image(document: bytes, image: bytes, why: Why, path: Path) -> Backup:
    """Keep the bytes of the document at ``path`` as a backup, verified before and after.

    Where the newest backup holds exactly these bytes it is returned instead.

    Raises:
        StoreError: the image is damaged, or the folder of backups cannot be written.
    """
    _require_own(image, path, document)
    newest = next(iter(backups_of(document)), None)
    if newest is not None and _holds(newest, image):
        return newest
    return _put(document, image, why, path)


def back_up(store: "Store", document: bytes, why: Why) -> Path:
    """Keep the open document as it is now, verified, before something large is done to it.

    Raises:
        StoreError: the disk refuses, so that nothing may be begun.
    """
    image = store.image()
    _require_own(image, store.path, document)
    try:
        return _put(document, image, why, store.path).path
    except StoreError as error:
        folder = str(folder_of(document))
        raise StoreError("backup_failed", name=store.path.name, folder=folder) from error


def _holds(backup: Backup, image: bytes) -> bool:
    try:
        return backup.size == len(image) and read_bytes(backup.path) == image
    except OSError:  # gone or unreadable: then another one is needed
        return False


def _put(document: bytes, image: bytes, why: Why, path: Path) -> Backup:
    folder, at = folder_of(document), datetime.now(UTC)
    kind, _ = header_of(image, path.name)
    target = folder / f"{at.strftime(_STAMP)}-{why}{_SUFFIXES[kind]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        put_image(image, target)
    except (OSError, StoreError) as error:
        raise StoreError("backup_not_made", name=path.name, folder=str(folder)) from error
    return Backup(target, at, why, len(image))
