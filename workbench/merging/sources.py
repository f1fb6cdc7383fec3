"""Where score books come from: single files, a folder of them, or a .zip as mail brings it.

A .zip is read once and its parts are unpacked one by one by the child that reads them, up to what
a score book may hold; names in it are shown and never followed.
"""

import io
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from types import MappingProxyType
from typing import Final, Self

from models.errors import AppError, StoreError
from models.untrusted import read_bytes
from workbench.merging.brought import Brought, brought, sha256_of
from workbench.merging.folders import BOOK, ZIP, books_below
from workbench.merging.reading import OutsideBook, judged
from workbench.outside.asking import Readers, Reading
from workbench.outside.packing import PACKINGS
from workbench.outside.raw_book import raw_book
from workbench.outside.score_book import Parcel, begin_book
from workbench.progress import Pulse
from workbench.text import clean_text

MOST_MEMBERS: Final = 300
_ENTRY: Final = b"PK\x01\x02"
_MOST_ENTRIES: Final = 10_000
"""So often may the mark of an entry stand in a .zip before its directory is read at all."""
_ENCRYPTED: Final = 0x1
_HEAD_BYTES: Final = 30
_NAME_SIZES: Final = (26, 28)
"""Where the head of a part says how long its name is, and what stands between it and the bytes."""
_AHEAD: Final = 2
"""So many books are read in advance while one is judged."""
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


_Begun = tuple[Reading, str] | Brought | AppError
"""A book that is being read with the SHA-256 of its file, one that is known, or why it is not."""


class SourceReader:
    """Reads sources in their order, the next ones while a book is judged; a .zip only once."""

    def __init__(
        self, sources: Sequence[Source], known: Mapping[str, Brought] = MappingProxyType({})
    ) -> None:
        """Read nothing yet; books ``known`` by the SHA-256 of their files are not read at all."""
        self._sources = sources
        self._known = known
        self._readers = Readers(len(sources))
        self._begun: deque[_Begun] = deque()
        self._next = 0
        self._archive: Path | None = None
        self._image = b""

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End whoever still reads."""
        self._readers.close()

    def next_book(self, pulse: Pulse) -> tuple[Brought, OutsideBook | None]:
        """Return the book of the next source, unless it is known; called once for each of them.

        ``pulse`` is called again and again; what it raises ends the reading.

        Raises:
            StoreError: it cannot be read or does not prove itself.
        """
        while len(self._begun) <= _AHEAD and self._next < len(self._sources):
            self._begun.append(self._begin(self._sources[self._next]))
            self._next += 1
        source = self._sources[self._next - len(self._begun)]
        begun = self._begun.popleft()
        if isinstance(begun, AppError):
            raise begun
        if isinstance(begun, Brought):
            return begun, None
        reading, sha256 = begun
        book = judged(source.path, reading.answer(raw_book, pulse=pulse), pulse=pulse)
        return brought(book, sha256), book

    def _begin(self, source: Source) -> _Begun:
        try:
            content = self._content(source)
            sha256 = sha256_of(content)
            known = self._known.get(sha256)
            if known is not None:
                return known
            return begin_book(self._readers, content, source.path.name), sha256
        except AppError as error:
            return error

    def _content(self, source: Source) -> bytes | Parcel:
        if source.error is not None:
            raise source.error
        if source.archive is None:
            return read_bytes(source.path)
        if source.archive != self._archive:
            self._archive, self._image = None, read_bytes(source.archive)
            self._archive = source.archive
        return packed_member(self._image, source.archive.name, source.member)


def sources_of(files: Sequence[Path]) -> list[Source]:
    """Return every book behind ``files`` in their order.

    A folder gives its score books and .zip files and those of the folders in it.
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


def packed_member(image: bytes, name: str, member: str) -> Parcel:
    """Return one book in a .zip as it is packed there; who reads it unpacks it.

    Raises:
        StoreError: it is encrypted, packed in another way, or damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(image)) as archive:
            entry = archive.getinfo(member)
            if entry.flag_bits & _ENCRYPTED or entry.compress_type not in PACKINGS:
                raise StoreError("zip_closed", name=name)
            archive.open(entry).close()  # the part itself names the same as the directory
    except (KeyError, *_DAMAGE) as error:
        raise StoreError("zip_damaged", name=name) from error
    head = image[entry.header_offset : entry.header_offset + _HEAD_BYTES]
    before = sum(int.from_bytes(head[at : at + 2], "little") for at in _NAME_SIZES)
    start = entry.header_offset + _HEAD_BYTES + before
    content = image[start : start + entry.compress_size]
    if len(content) < entry.compress_size:
        raise StoreError("zip_damaged", name=name)
    return Parcel(content, entry.compress_type, entry.CRC)


def _behind(file: Path) -> Iterator[Source]:
    try:
        is_folder = file.is_dir()
    except OSError:  # a folder on the way may not be entered
        yield Source(file, error=StoreError("file_unreadable", name=file.name))
        return
    if is_folder:
        yield from _in_folder(file)
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


def _in_folder(folder: Path) -> Iterator[Source]:
    try:
        found = books_below(folder)
    except OSError:
        yield Source(folder, error=StoreError("folder_unreadable", name=folder.name))
        return
    if not found.books and not found.unseen:
        yield Source(folder, error=StoreError("folder_no_book", name=folder.name))
    for book in found.books:
        yield from _behind(Path(book.path))
    for path, error in found.unseen:
        yield Source(path, error=error)


def _is_book(entry: zipfile.ZipInfo) -> bool:
    path = PureWindowsPath(entry.filename)  # takes both kinds of slashes
    hidden = path.name.startswith((".", "~$")) or "__MACOSX" in path.parts
    return path.suffix.casefold() == BOOK and not hidden and not entry.is_dir()


def _shown(member: str) -> str:
    """Return the name of a part of a .zip as it is shown; it is never followed."""
    name = PureWindowsPath(member).name
    for coding in ("utf-8", "cp949"):  # what macOS and Explorer pack without saying so
        with suppress(UnicodeError):
            return clean_text(name.encode("cp437").decode(coding))
    return clean_text(name)
