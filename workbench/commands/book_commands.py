"""``enter`` and ``seal``: marks from a table into a score book, and its receipt code."""

from pathlib import Path

import click

from workbench.commands.building import argument, command
from workbench.commands.speaking import Speaker
from workbench.scoring.book import open_book
from workbench.scoring.table import enter_table


def enter_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench enter``."""
    return command(speaker, "enter", _enter, [argument("BOOK.score"), argument("SCORES.csv")])


def _enter(speaker: Speaker, book: Path, scores: Path) -> int:
    with open_book(book) as opened:
        rows, made = enter_table(opened, scores)
        ended = made > 0 and opened.receipt() is None
    speaker.line("entered", name=book.name, rows=rows, made=made)
    speaker.answer(
        {"file": str(book.absolute()), "rows": rows, "stored": made, "sealed": not ended}
    )
    return 0


def seal_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench seal``."""
    return command(speaker, "seal", _seal, [argument("BOOK.score")])


def _seal(speaker: Speaker, book: Path) -> int:
    with open_book(book) as opened:
        sealed = opened.seal()
    speaker.line("sealed_with", name=book.name, receipt=sealed.receipt)
    speaker.line("sealed_missing" if sealed.missing else "sealed_whole", missing=sealed.missing)
    speaker.answer(
        {"file": str(book.absolute()), "receipt": sealed.receipt, "missing": sealed.missing}
    )
    return 0
