"""A workbook from outside is untrusted: what it would unpack to is judged before it is parsed.

A parser alone stops entity tricks but neither zip bombs nor giant sheets; these limits do.
"""

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Final

from workbench.definition.layout import MAX_FILE_BYTES
from workbench.definition.problems import DefinitionProblem

MAX_PARTS: Final = 500
MAX_UNPACKED_BYTES: Final = 100 * 1024 * 1024
MAX_PARSED_BYTES: Final = 32 * 1024 * 1024
"""Of one part that is parsed: its text stands in memory several times over."""
MAX_RATIO: Final = 200
MAX_TAGS: Final = 2_000_000
"""Elements in all parts together: as many as 10,000 × 60 cells need, no memory for more."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SMALL_PART: Final = 100_000
"""Below this size a high ratio does no harm: short repetitive parts pack extremely well."""
_ENCRYPTED: Final = 0x1
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))


def judge_workbook(content: bytes, name: str) -> None:
    """Pass only a workbook that is safe to parse.

    Raises:
        DefinitionProblem: not a workbook, protected, too large, or of an abnormal structure.
    """
    if len(content) > MAX_FILE_BYTES:
        raise DefinitionProblem(
            "definition_book_large", None, name=name, limit=MAX_FILE_BYTES >> 20
        )
    if content.startswith(_OLE):
        raise DefinitionProblem("definition_book_protected", None, name=name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            is_safe = _is_safe(package, len(content))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise DefinitionProblem("definition_not_book", None, name=name) from error
    except (ValueError, RuntimeError) as error:  # names and sizes that no workbook has
        raise DefinitionProblem("definition_book_unsafe", None, name=name) from error
    if not is_safe:
        raise DefinitionProblem("definition_book_unsafe", None, name=name)


def _is_safe(package: zipfile.ZipFile, size: int) -> bool:
    parts = package.infolist()
    names = {part.filename.casefold() for part in parts}
    unpacked = sum(part.file_size for part in parts)
    return (
        len(parts) <= MAX_PARTS
        and len(names) == len(parts)
        and unpacked <= MAX_UNPACKED_BYTES
        and (unpacked <= _SMALL_PART or unpacked <= MAX_RATIO * size)
        and all(_is_ordinary(part) for part in parts)
        and _is_plain_inside(package, parts)
    )


def _is_ordinary(part: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(part.filename)
    return (
        not part.flag_bits & _ENCRYPTED
        and not path.is_absolute()
        and ".." not in path.parts
        and "\\" not in part.filename
        and (part.file_size <= MAX_PARSED_BYTES or not _is_parsed(part))
        and (part.file_size <= _SMALL_PART or part.file_size <= MAX_RATIO * part.compress_size)
    )


def _is_parsed(part: zipfile.ZipInfo) -> bool:
    return part.filename.casefold().endswith((".xml", ".rels"))


def _is_plain_inside(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> bool:
    tags = 0
    for part in parts:
        inside = package.read(part)
        if any(sign in inside for sign in _DOCTYPES):
            return False
        if _is_parsed(part):
            tags += inside.count(b"<") - inside.count(b"</")
        if tags > MAX_TAGS:
            return False
    return True
