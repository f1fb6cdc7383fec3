"""Opening for a command; what is read beside its writer is said to be so, in one way for all."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from workbench.commands.speaking import Speaker
from workbench.rounds.desk import RoundDesk, open_round
from workbench.scoring.book import Book, open_book


@contextmanager
def opened_round(speaker: Speaker, path: Path, *, read_only: bool = True) -> Iterator[RoundDesk]:
    """Give the round at ``path``, and say as of when it reads beside its writer.

    Raises:
        StoreBusy: another program has it open for writing.
        StoreError: absent, not a round, damaged or newer.
    """
    with open_round(path, read_only=read_only) as desk:
        tell_taken(speaker, desk.taken_at)
        yield desk


@contextmanager
def opened_book(speaker: Speaker, path: Path, *, read_only: bool = True) -> Iterator[Book]:
    """Give the score book at ``path``, and say as of when it reads beside its writer.

    Raises:
        StoreBusy: another program has it open for writing.
        StoreError: absent, not a score book, damaged or newer.
    """
    with open_book(path, read_only=read_only) as book:
        tell_taken(speaker, book.taken_at)
        yield book


def tell_taken(speaker: Speaker, taken_at: datetime | None) -> None:
    """Say as of when something reads that another program is writing; nothing for None."""
    if taken_at is not None:
        speaker.line("read_beside", time=f"{taken_at.astimezone():%H:%M}")
