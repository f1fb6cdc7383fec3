"""From a path to its page; imports what a document needs only when one is opened."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ui.document_page import DocumentPage
from ui.tasks import Runner
from workbench.errors import StoreBusy, StoreError
from workbench.progress import Progress

if TYPE_CHECKING:
    from ui.start.new_round import Template
    from workbench.documents import Kind

_DAMAGED: Final = frozenset(
    {
        "store_damaged",
        "foreign_structure",
        "history_broken",
        "not_our_file",
    }
)
"""What is said of a document of ours when it is damaged; the header may say anything then."""


def kind_to_open(path: Path) -> "Kind | None":
    """Return which document ``path`` is, None where it is ours and damaged from its first byte on.

    Found before anything is left for it.

    Raises:
        StoreError: absent, unreadable, not ours, or newer.
    """
    from workbench.documents import kind_of

    try:
        return kind_of(path)
    except StoreError as error:
        if error.key not in _DAMAGED or not is_ours(path):
            raise
        return None


def open_page(
    path: Path, kind: "Kind | None", place: dict[str, Any], runner: Runner
) -> DocumentPage:
    """Open ``path``, which is of ``kind``, and return its page, set back to where it was left.

    A file that another program is writing is shown as it is now, for reading only. In place of
    a damaged one stands what helps. Over a document in a place where it is better not written,
    or that a crash interrupted, a notice says so.

    Raises:
        StoreError: absent, unreadable, or nothing of ours in it.
    """
    from workbench.salvaging.interrupted import was_interrupted

    if kind is None:
        return _rescue(path)
    is_interrupted = was_interrupted(path)
    try:
        if kind == "score":
            page, is_writer = _book_page(path, place)
        else:
            page, is_writer = _round_page(path, place, runner)
    except StoreError as error:
        if error.key not in _DAMAGED or not is_ours(path):
            raise
        return _rescue(path)
    return _noticed(page, path, place, is_interrupted=is_interrupted) if is_writer else page


def _rescue(path: Path) -> DocumentPage:
    from ui.backups.rescue_page import RescuePage

    return RescuePage(path)


def is_ours(path: Path) -> bool:
    """Say whether anything in a damaged file is an entry of a document of ours."""
    from workbench.salvaging.salvaging import holds_anything

    try:
        return holds_anything(path)
    except StoreError:  # held, gone, unreadable: the first sentence stands
        return False


def _noticed(
    page: DocumentPage, path: Path, place: dict[str, Any], *, is_interrupted: bool
) -> DocumentPage:
    """Return ``page`` under what is to be said of its file, or as it is where nothing is."""
    from workbench.errors import AppError
    from workbench.placement.asking import place_of_file, where
    from workbench.placement.working_copy import is_offered, is_working_copy

    found = place_of_file(path) if not place.get("stays") else None
    is_offer = found is not None and is_offered()
    is_copy = is_working_copy(path) and not place.get("copy_told")
    if not (is_interrupted or is_offer or is_copy):
        return page
    from ui.placing.noticed_page import COPY, NoticedPage
    from ui.placing.notices import CopyNotice, Notice, PlaceNotice, RecoveredNotice

    notices: list[Notice] = []
    if is_interrupted:
        notices.append(RecoveredNotice(path))
    if found is not None and is_offer:
        said = AppError("place_offer", name=path.name, where=where(found))
        made = Path(place[COPY]) if isinstance(place.get(COPY), str) else None
        notices.append(PlaceNotice(path, said, made if made and made.exists() else None))
    elif is_copy:
        notices.append(CopyNotice(path))
    return NoticedPage(page, notices)


def _round_page(path: Path, place: dict[str, Any], runner: Runner) -> tuple[DocumentPage, bool]:
    """Return the page of a round and whether it may write."""
    from ui.round.page import RoundPage
    from workbench.rounds.desk import open_round

    try:
        return RoundPage(open_round(path), place, runner), True
    except StoreBusy:
        desk = open_round(path, read_only=True)
        return RoundPage(desk, place, runner, read_at=datetime.now(UTC)), False


def _book_page(path: Path, place: dict[str, Any]) -> tuple[DocumentPage, bool]:
    """Return the page of a score book and whether it may write."""
    from ui.scoring.page import ScoreBookPage
    from workbench.scoring.book import open_book

    try:
        return ScoreBookPage(open_book(path), place), True
    except StoreBusy:
        book = open_book(path, read_only=True)
        return ScoreBookPage(book, place, read_at=datetime.now(UTC)), False


def make_round(definition: Path, target: Path) -> None:
    """Make a round from a definition.

    Raises:
        DefinitionUnfit: with every problem of the definition.
        InputError: the target exists.
        StoreError: the disk refuses.
    """
    from workbench.rounds.creating import new_round

    new_round(definition, target)


def make_round_like(template: "Template", source: Path | None, target: Path) -> None:
    """Make a round from one of the four beginnings; ``source`` is the file of two of them.

    Raises:
        DefinitionUnfit: with every problem of the definition.
        InputError: the target exists.
        StoreError: the earlier round cannot be read, or the disk refuses.
    """
    from ui.start.new_round import Template
    from workbench.setup.templates import (
        empty_sheets,
        new_round_from,
        sample_sheets,
        sheets_from,
    )

    if template is Template.FILE and source is not None:
        make_round(source, target)
    elif source is not None:
        new_round_from(sheets_from(source), target)
    else:
        sheets = sample_sheets() if template is Template.SAMPLE else empty_sheets()
        new_round_from(sheets, target)


def play_sample(folder: Path, progress: Progress) -> Path:
    """Play the sample round in ``folder`` and return its round file.

    Raises:
        InputError: the folder exists already.
        StoreError: the disk refuses.
    """
    from workbench.sample.demo import play

    return play(folder, progress=progress).round
