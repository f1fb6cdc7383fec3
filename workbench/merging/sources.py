"""Where score books come from: single files, a folder of them, or a .zip as mail brings it."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from models.errors import AppError, StoreError
from models.untrusted import MAX_BYTES, read_bytes

BOOK: Final = ".score"
ZIP: Final = ".zip"
MOST_MEMBERS: Final = 300
_ENCRYPTED: Final = 0x1
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Source:
    """One book to read; or, with ``error``, a file or folder that holds none that can be read."""

    path: Path
    """The file as it is reported: a .zip of several books is taken for a folder of them."""
    archive: Path | None = None
    member: str = ""
    error: AppError | None = None

    def image(self) -> bytes:
        """Return the bytes of the book, read once.

        Raises:
            StoreError: it cannot be read, or is larger than any score book.
        """
        if self.archive is None:
            return read_bytes(self.path)
        return member_image(read_bytes(self.archive), self.archive.name, self.member)


def sources_of(files: Sequence[Path]) -> list[Source]:
    """Return every book behind ``files`` in their order.

    A folder gives its score books and .zip files, not those of folders in it.
    """
    return [source for file in files for source in _behind(file)]


def books_in(image: bytes, name: str) -> tuple[str, ...]:
    """Return the names of the score books in the .zip whose bytes are ``image``.

    Raises:
        StoreError: it is damaged, has too many parts, or holds no score book.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(image)) as archive:
            entries = archive.infolist()
    except _DAMAGE as error:
        raise StoreError("zip_damaged", name=name) from error
    if len(entries) > MOST_MEMBERS:
        raise StoreError("zip_too_many", name=name, count=len(entries), most=MOST_MEMBERS)
    names = tuple(entry.filename for entry in entries if _is_book(PurePosixPath(entry.filename)))
    if not names:
        raise StoreError("zip_no_book", name=name)
    return names


def member_image(image: bytes, name: str, member: str) -> bytes:
    """Return the bytes of one book in a .zip; what its header says of its size is not believed.

    Raises:
        StoreError: it is encrypted, packed in another way, damaged, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(image)) as archive:
            entry = archive.getinfo(member)
            if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _PACKINGS:
                raise StoreError("zip_closed", name=name)
            with archive.open(entry) as part:
                content = part.read(MAX_BYTES + 1)
    except KeyError as error:
        raise StoreError("zip_damaged", name=name) from error
    except _DAMAGE as error:
        raise StoreError("zip_damaged", name=name) from error
    if len(content) > MAX_BYTES:
        raise StoreError("file_too_big", name=name, most=MAX_BYTES // 1024**2)
    return content


def _behind(file: Path) -> Iterator[Source]:
    try:
        if file.is_dir():
            inside = [path for path in sorted(file.iterdir()) if _is_wanted(path)]
            if not inside:
                yield Source(file, error=StoreError("folder_no_book", name=file.name))
            for path in inside:
                yield from _behind(path)
            return
    except OSError:
        yield Source(file, error=StoreError("file_unreadable", name=file.name))
        return
    if file.suffix.casefold() != ZIP:
        yield Source(file)
        return
    try:
        names = books_in(read_bytes(file), file.name)
    except AppError as error:
        yield Source(file, error=error)
        return
    for name in names:
        path = file if len(names) == 1 else file / PurePosixPath(name).name
        yield Source(path, file, name)


def _is_wanted(path: Path) -> bool:
    is_ours = path.suffix.casefold() in (BOOK, ZIP) and not path.name.startswith((".", "~$"))
    return is_ours and path.is_file()


def _is_book(path: PurePosixPath) -> bool:
    hidden = path.name.startswith((".", "~$")) or "__MACOSX" in path.parts
    return path.suffix.casefold() == BOOK and not hidden
