"""A workbook from outside is untrusted: what it would unpack to is judged before it is parsed.

A parser alone stops entity tricks but neither zip bombs nor giant sheets; these limits do.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from workbench.tables.unfit import BookUnfit, Unfit

MAX_PARTS: Final = 500
MAX_UNPACKED_BYTES: Final = 100 * 1024 * 1024
MAX_PARSED_BYTES: Final = 32 * 1024 * 1024
"""Of one part that is parsed."""
MAX_RATIO: Final = 200
MAX_TAGS: Final = 2_000_000
"""Elements in all parts together: as many as 10,000 × 60 cells need, no time for more."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SMALL_PART: Final = 100_000
"""Below this size a high ratio does no harm: short repetitive parts pack extremely well."""
_ENCRYPTED: Final = 0x1
_PACKINGS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCAL_HEADER: Final = struct.Struct("<26xHH")
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))
_MANIFEST: Final = "[Content_Types].xml"
_DECLARED: Final = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{0,40})""")
_ENCODINGS: Final = (b"utf-8", b"utf-16", b"us-ascii")
"""What a part may say it is written in; other tables of characters could hide a DOCTYPE."""


def judged_package(content: bytes) -> zipfile.ZipFile:
    """Return the package in ``content``, a workbook that is safe to parse.

    Raises:
        BookUnfit: not a workbook, protected, too large, or of an abnormal structure.
    """
    if content.startswith(_OLE):
        raise BookUnfit(Unfit.PROTECTED)
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
        is_safe = _is_safe(package, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise BookUnfit(Unfit.NOT_BOOK) from error
    except (ValueError, RuntimeError) as error:  # names and sizes that no workbook has
        raise BookUnfit(Unfit.UNSAFE) from error
    if not is_safe:
        raise BookUnfit(Unfit.UNSAFE)
    if _MANIFEST not in package.namelist():  # an .ods, or just any archive
        raise BookUnfit(Unfit.NOT_BOOK)
    return package


def is_parsed(name: str) -> bool:
    """Say whether the part ``name`` was judged as XML; no other part is ever parsed."""
    return name.casefold().endswith((".xml", ".rels"))


def _is_safe(package: zipfile.ZipFile, content: bytes) -> bool:
    parts = package.infolist()
    names = {part.filename.casefold() for part in parts}
    unpacked = sum(part.file_size for part in parts)
    return (
        len(parts) <= MAX_PARTS
        and len(names) == len(parts)
        and unpacked <= MAX_UNPACKED_BYTES
        and (unpacked <= _SMALL_PART or unpacked <= MAX_RATIO * len(content))
        and all(_is_ordinary(part) for part in parts)
        and _is_apart(parts, content)
        and _is_plain_inside(package, parts)
    )


def _is_ordinary(part: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(part.filename)
    kind = stat.S_IFMT(part.external_attr >> 16)
    return (
        not part.flag_bits & _ENCRYPTED
        and part.compress_type in _PACKINGS
        and kind in (0, stat.S_IFREG, stat.S_IFDIR)
        and not path.is_absolute()
        and ".." not in path.parts
        and "\\" not in part.filename
        and (part.file_size <= MAX_PARSED_BYTES or not is_parsed(part.filename))
        and (part.file_size <= _SMALL_PART or part.file_size <= MAX_RATIO * part.compress_size)
    )


def _is_apart(parts: Sequence[zipfile.ZipInfo], content: bytes) -> bool:
    """Say whether no two parts are made of the same bytes: the trick of the densest bombs."""
    end = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < end:
            return False
        try:
            name, extra = _LOCAL_HEADER.unpack_from(content, part.header_offset)
        except struct.error:
            return False
        end = part.header_offset + _LOCAL_HEADER.size + name + extra + part.compress_size
    return end <= len(content)


def _is_plain_inside(package: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo]) -> bool:
    tags = 0
    for part in parts:
        if not is_parsed(part.filename):
            continue
        inside = package.read(part)
        declared = _DECLARED.search(inside[:400].replace(b"\0", b""))
        if declared is not None and declared[1].lower() not in _ENCODINGS:
            return False
        if any(sign in inside for sign in _DOCTYPES):
            return False
        tags += inside.count(b"<") - inside.count(b"</")
        if tags > MAX_TAGS:
            return False
    return True
