"""The newest backup of a document that is sound, its whole history included."""

from contextlib import suppress
from typing import NamedTuple

from models.errors import StoreError
from workbench.backups.restoring import prove
from workbench.backups.shelf import Backup, backups_of, image_of


class Sound(NamedTuple):
    """A backup that was proven, with its bytes."""

    backup: Backup
    image: bytes


def newest_sound(document: bytes) -> Sound | None:
    """Return the newest backup of a document that proves itself, None where there is none.

    Raises:
        StoreError: the folder of backups cannot be read.
    """
    for backup in backups_of(document):
        with suppress(StoreError):
            image = image_of(backup, document)
            prove(image, backup.path)
            return Sound(backup, image)
    return None
