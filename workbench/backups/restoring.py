"""Restoring: a backup becomes a new document beside the original, never in its place."""

import re
from contextlib import suppress
from pathlib import Path

from models.errors import StoreError, unwritten
from models.images import image_without, put_image
from models.picture import image_store
from models.schema import DocumentKind
from models.sqlite import header_of
from workbench.backups.shelf import Backup, image_of, unfit
from workbench.checking import round_problems
from workbench.merging.reading import judged_book


def restore(backup: Backup, document: bytes, beside: Path, word: str) -> Path:
    """Write a backup as a new document into the folder of ``beside`` and return where it is.

    Its name is that of ``beside`` with ``word`` and the time of the backup; a name that is taken
    is never written over. What the backup holds is proven first, its whole history included. The
    new document is a copy of its own: what is written in it never takes up the running numbers
    of the original.

    Raises:
        StoreError: the backup is damaged or unreadable, or the disk refuses; nothing is left.
    """
    image = image_of(backup, document)
    try:
        prove(image, backup.path)
        fresh = image_without(image, "replica", backup.path)
    except StoreError as error:
        raise unfit(backup, error) from error
    target = _reserved(backup, beside, word)
    try:
        put_image(fresh, target)
    except BaseException:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        raise
    return target


def prove(image: bytes, path: Path) -> None:
    """Refuse the bytes of a document whose history does not prove itself; ``path`` names it.

    Raises:
        StoreError: damaged, altered or newer.
    """
    kind, _ = header_of(image, path.name)
    if kind is DocumentKind.SCORE:
        judged_book(path, image)
        return
    with image_store(image, path, kind) as store, store.read() as connection:
        for key in round_problems(connection):
            raise StoreError(key, name=path.name)


def _reserved(backup: Backup, beside: Path, word: str) -> Path:
    """Return a new empty file: from then on its name is nobody else's."""
    stem = re.sub(rf" \({re.escape(word)} [\d\- ]+\)$", "", beside.stem, flags=re.ASCII)
    moment = f"{word} {backup.at.astimezone():%Y-%m-%d %H%M}"
    number = 1
    while True:
        counted = moment if number == 1 else f"{moment} {number}"
        target = beside.with_name(f"{stem} ({counted}){backup.path.suffix}")
        try:
            target.touch(exist_ok=False)
        except FileExistsError:
            number += 1
        except OSError as error:
            raise unwritten(error, target.name) from error
        else:
            return target
