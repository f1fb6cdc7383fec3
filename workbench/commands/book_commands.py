"""``enter`` and ``seal``: marks from a table into a score book, and its receipt code."""

from pathlib import Path

import click

from workbench.commands.building import FILE, argument, command, option
from workbench.commands.place_note import note_place
from workbench.commands.speaking import Speaker
from workbench.rounds.creating import refuse_existing
from workbench.rounds.zipped import zip_book
from workbench.scoring.book import open_book
from workbench.scoring.table import enter_table


def enter_command(speaker: Speaker) -> click.Command:
    """Return ``scorebench enter``."""
    return command(speaker, "enter", _enter, [argument("BOOK.score"), argument("SCORES.csv")])


def _enter(speaker: Speaker, book: Path, scores: Path) -> int:
    note_place(speaker, book)
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
    zipped = option(speaker, "--zip", key="option_seal_zip", type=FILE)
    return command(speaker, "seal", _seal, [argument("BOOK.score"), zipped])


def _seal(speaker: Speaker, book: Path, zip: Path | None) -> int:
    if zip is not None:
        refuse_existing([zip])
    with open_book(book) as opened:
        sealed = opened.seal()
        if zip is not None:
            zip_book(opened, zip)
    speaker.line("sealed_with", name=book.name, receipt=sealed.receipt)
    speaker.line("sealed_missing" if sealed.missing else "sealed_whole", missing=sealed.missing)
    answer = {"file": str(book.absolute()), "receipt": sealed.receipt, "missing": sealed.missing}
    if zip is not None:
        speaker.line("sealed_zip", path=zip)
        answer |= {"zip": str(zip.absolute())}
    speaker.answer(answer)
    return 0
