"""A working copy: the same document in a folder of this computer that nobody synchronises."""

from pathlib import Path

from models.errors import folder_unwritten
from models.images import image_without, put_image
from models.picture import image_store
from models.schema import DocumentKind
from models.sqlite import header_of
from workbench.home import home
from workbench.opening import image_of
from workbench.placement.asking import place_of_file
from workbench.text import file_name


def folder_of_copies() -> Path:
    """Return where working copies stand on this computer."""
    return home() / "working-copies"


def is_offered() -> bool:
    """Say whether the folder of working copies is itself a place to write in."""
    return place_of_file(folder_of_copies()) is None


def is_working_copy(path: Path) -> bool:
    """Say whether ``path`` stands among the working copies of this computer."""
    return path.absolute().parent == folder_of_copies().absolute()


def copy_document(path: Path) -> Path:
    """Write the document at ``path`` as a working copy, also while this program writes it.

    Raises:
        StoreBusy: its writer never paused long enough.
        StoreError: it is damaged, or the disk refuses; nothing is left.
    """
    return make_working_copy(image_of(path), path)


def make_working_copy(image: bytes, path: Path) -> Path:
    """Write the document in ``image``, which stands at ``path``, as a working copy; say where.

    Its structure is proven first. It is a copy of its own: what is written in it never takes up
    the running numbers of the original, which stays as it is.

    Raises:
        StoreError: the image is damaged, or the disk refuses; nothing is left.
    """
    kind, _ = header_of(image, path.name)
    with image_store(image, path, kind):
        fresh = image_without(image, "replica", path)
    target = _reserved(path, ".round" if kind is DocumentKind.ROUND else ".score")
    try:
        put_image(fresh, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return target


def _reserved(path: Path, suffix: str) -> Path:
    """Return a new empty file: from then on its name is nobody else's."""
    folder, stem, number = folder_of_copies(), file_name(path.stem), 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        while True:
            counted = stem if number == 1 else f"{stem} ({number})"
            target = folder / f"{counted}{suffix}"
            try:
                target.touch(exist_ok=False)
            except FileExistsError:
                number += 1
            else:
                return target
    except OSError as error:
        raise folder_unwritten(error, folder) from error
