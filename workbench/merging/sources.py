"""Where score books come from: single files, a folder of them, or a .zip as mail brings it.

A .zip is read once, its parts one by one up to what a score book may hold; names in it are shown
and never followed.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Final

from models.errors import AppError, StoreError
from models.untrusted import MAX_BYTES, read_bytes
from workbench.text import clean_text

BOOK: Final = ".score"
ZIP: Final = ".zip"
MOST_MEMBERS: Final = 300
_ENTRY: Final = b"PK\x01\x02"
_MOST_ENTRIES: Final = 10_000
"""So often may the mark of an entry stand in a .zip before its directory is read at all."""
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

    @property
    def received_at(self) -> int | None:
        """When the file came to stand where it is, in milliseconds since 1970, UTC."""
        try:
            return (self.archive or self.path).stat().st_mtime_ns // 1_000_000
        except OSError:
            return None


class SourceReader:
    """Reads sources one after the other; a .zip once for all its books."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._archive: Path | None = None
        self._image = b""

    def image(self, source: Source) -> bytes:
        """Return the bytes of one book.

        Raises:
            StoreError: it cannot be read, is packed in another way, or is too large.
        """
        if source.error is not None:
            raise source.error
        if source.archive is None:
            return read_bytes(source.path)
        if source.archive != self._archive:
            self._archive, self._image = None, read_bytes(source.archive)
            self._archive = source.archive
        return member_image(self._image, source.archive.name, source.member)


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
    marked = image.count(_ENTRY)
    if marked > _MOST_ENTRIES:
        raise StoreError("zip_too_many", name=name, count=marked, most=MOST_MEMBERS)
    try:
        with zipfile.ZipFile(io.BytesIO(image)) as archive:
            entries = archive.infolist()
    except _DAMAGE as error:
        raise StoreError("zip_damaged", name=name) from error
    if len(entries) > MOST_MEMBERS:
        raise StoreError("zip_too_many", name=name, count=len(entries), most=MOST_MEMBERS)
    names = [entry.filename for entry in entries if _is_book(entry)]
    if len(set(names)) < len(names):
        raise StoreError("zip_damaged", name=name)  # two parts of one name: which is meant?
    if not names:
        raise StoreError("zip_no_book", name=name)
    return tuple(names)


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
    except (KeyError, *_DAMAGE) as error:
        raise StoreError("zip_damaged", name=name) from error
    if len(content) > MAX_BYTES:
        raise StoreError("file_too_big", name=name, most=MAX_BYTES // 1024**2)
    return content


def _behind(file: Path) -> Iterator[Source]:
    try:
        if file.is_dir():
            inside = [
                path
                for path in sorted(file.iterdir())
                if is_wanted_name(path.name) and path.is_file()
            ]
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
        yield Source(file if len(names) == 1 else file / _shown(name), file, name)


def is_wanted_name(name: str) -> bool:
    """Say whether a file of this name in a folder of books is looked at."""
    hidden = name.startswith((".", "~$"))
    return not hidden and PureWindowsPath(name).suffix.casefold() in (BOOK, ZIP)


def _is_book(entry: zipfile.ZipInfo) -> bool:
    path = PureWindowsPath(entry.filename)  # takes both kinds of slashes
    hidden = path.name.startswith((".", "~$")) or "__MACOSX" in path.parts
    return path.suffix.casefold() == BOOK and not hidden


def _shown(member: str) -> str:
    """Return the name of a part of a .zip as it is shown; it is never followed."""
    name = PureWindowsPath(member).name
    for coding in ("utf-8", "cp949"):  # what macOS and Explorer pack without saying so
        with suppress(UnicodeError):
            return clean_text(name.encode("cp437").decode(coding))
    return clean_text(name)
