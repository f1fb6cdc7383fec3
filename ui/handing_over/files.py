"""The two files that are handed over: a copy of the sealed book, and its score sheet as PDF."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ui.handing_over.score_sheet import Seal, score_sheet
from ui.handing_over.score_sheet_pdf import score_sheet_pdf
from workbench.definition.terms import Evaluator
from workbench.errors import StoreError, unwritten
from workbench.home import moment
from workbench.scoring.book import Book
from workbench.scoring.sealing import Sealed
from workbench.text import file_name


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Where the two files stand."""

    receipt: str
    book: Path
    sheet: Path
    pages: int


def write_files(book: Book, sealed: Sealed, folder: Path) -> HandedOver:
    """Write the copy and the score sheet of a book that was just sealed into ``folder``.

    Each file is written whole or not at all; an older one of the same name is replaced.

    Raises:
        StoreError: the folder is gone, or the disk refuses; the seal stays valid.
    """
    if not folder.is_dir():
        raise StoreError("folder_unwritable", path=str(folder))
    stem = stem_of(book.owner, sealed.receipt)
    copy, sheet = folder / f"{stem}.score", folder / f"{stem}_평가표.pdf"
    seal = Seal(sealed.receipt, moment(sealed.sealed_at), book.owner, book.pledged)
    image, pages = score_sheet_pdf(score_sheet(book.definition, seal, book.sheets()))
    if not _is_open_here(book, copy):
        book.copy_to(copy)
    _put(sheet, image)
    return HandedOver(sealed.receipt, copy, sheet, pages)


def stem_of(owner: Evaluator, receipt: str) -> str:
    """Return ``E03_이름_7K4F``: whose, and the first block of the receipt code."""
    return f"{file_name(f'{owner.code}_{owner.name}')}_{receipt.split('-', maxsplit=1)[0]}"


def _is_open_here(book: Book, target: Path) -> bool:
    """Say whether ``target`` is the open book itself, which must never be replaced below us."""
    return target.exists() and target.samefile(book.path)


def _put(target: Path, image: bytes) -> None:
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as stream:
            stream.write(image)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(draft, target)
    except OSError as error:
        raise unwritten(error, target.name) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
