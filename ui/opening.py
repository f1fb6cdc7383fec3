"""From a path to its page; imports what a document needs only when one is opened."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ui.document_page import DocumentPage
from ui.start.new_round import Template
from ui.tasks import Runner
from workbench.errors import StoreBusy
from workbench.progress import Progress


def open_page(path: Path, place: dict[str, Any], runner: Runner) -> DocumentPage:
    """Open ``path`` and return its page, set back to where it was left.

    A file that another program is writing is shown as it is now, for reading only.

    Raises:
        StoreError: absent, not ours, damaged, newer, or just being written.
    """
    from workbench.documents import kind_of

    if kind_of(path) == "score":
        return _book_page(path, place)
    from ui.round.page import RoundPage
    from workbench.rounds.desk import open_round

    try:
        return RoundPage(open_round(path), place, runner)
    except StoreBusy:
        desk = open_round(path, read_only=True)
        return RoundPage(desk, place, runner, read_at=datetime.now(UTC))


def _book_page(path: Path, place: dict[str, Any]) -> DocumentPage:
    from ui.scoring.page import ScoreBookPage
    from workbench.scoring.book import open_book

    try:
        return ScoreBookPage(open_book(path), place)
    except StoreBusy:
        book = open_book(path, read_only=True)
        return ScoreBookPage(book, place, read_at=datetime.now(UTC))


def make_round(definition: Path, target: Path) -> None:
    """Make a round from a definition.

    Raises:
        DefinitionUnfit: with every problem of the definition.
        InputError: the target exists.
        StoreError: the disk refuses.
    """
    from workbench.rounds.creating import new_round

    new_round(definition, target)


def make_round_like(template: Template, source: Path | None, target: Path) -> None:
    """Make a round from one of the four beginnings; ``source`` is the file of two of them.

    Raises:
        DefinitionUnfit: with every problem of the definition.
        InputError: the target exists.
        StoreError: the earlier round cannot be read, or the disk refuses.
    """
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
