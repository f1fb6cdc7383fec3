"""The hostile corpus of score books: every kind by name, with the sentence that refuses it.

A kind takes a sound book and makes it hostile. ``genuine`` is the verdict on what reads exactly
as the sound book does, because the planted part is never believed or means nothing. A new find
becomes a kind before it is mended.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.hostile import (
    score_contents,
    score_definitions,
    score_files,
    score_histories,
    score_structures,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PROVES_ITSELF = "version_unknown"
"""The key of books whose every hash is right: the reader takes them, the round does not."""

FILES = {
    "header: magic": "not_our_file",
    "header: nobody's file": "not_our_file",
    "only 1 bytes": "not_our_file",
    "only 15 bytes": "not_our_file",
    "only 99 bytes": "not_our_file",
    "a text": "not_our_file",
    "a workbook": "not_our_file",
    "a picture": "not_our_file",
    "a file of zeros": "not_our_file",
    "header: a newer version": "newer_version",
    "header: a version below zero": "newer_version",
    "header: a round": "book_wanted",
    "header: a WAL file": "book_rearranged",
    "header: another counter of changes": "genuine",
    "header: bytes kept for later": "genuine",
    "a journal planted beside": "genuine",
    "a log planted beside": "genuine",
    "only 0 bytes": "file_empty",
}
STRUCTURES = {
    "a table of a thousand columns": "store_damaged",
    "schema with no id only once": "store_damaged",
    "schema with a mark generated": "store_damaged",
    "schema with no SQL": "store_damaged",
    "schema with words": "store_damaged",
    "schema with a text of a million characters": "store_damaged",
    "schema with a deep expression": "store_damaged",
    "schema entry: no text of a table": "store_damaged",
    "schema entry: bytes for the text of a table": "store_damaged",
    "schema entry: a text that is not UTF-8": "store_damaged",
    "schema entry: a number for a name": "store_damaged",
    "schema entry: no name": "store_damaged",
    "schema entry: a table of another": "store_damaged",
    "schema entry: an unknown type": "store_damaged",
    "schema entry: a table that is called a view": "store_damaged",
    "schema entry: a root that is not there": "store_damaged",
    "schema entry: a root below zero": "store_damaged",
    "schema entry: the root of the schema": "store_damaged",
    "schema entry: two tables with one root": "store_damaged",
    "schema entry: two entries of one table": "store_damaged",
    "schema entry: an index without its table": "store_damaged",
    "schema entry: an index that counts without end": "store_damaged",
    "schema page of another kind": "store_damaged",
    "schema page with a cell outside": "store_damaged",
    "schema page of zeros": "store_damaged",
}
CONTENTS = {
    "an id that is too short": "store_damaged",
    "an owner that is too short": "store_damaged",
    "a number below one": "store_damaged",
    "parents of odd length": "store_damaged",
    "the newest mark cut off": "store_damaged",
    "a head that does not exist": "store_damaged",
    "a seal over nothing there": "store_damaged",
    "no version": "store_damaged",
    "no parts": "store_damaged",
    "no facts": "store_damaged",
    "no owner": "store_damaged",
    "an owner that is no uid": "store_damaged",
    "another owner": "store_damaged",
    "another version in force": "store_damaged",
    "a text too large": "store_damaged",
    "a text of 50 MB": "store_damaged",
    "a part of 50 MB": "store_damaged",
    "bytes of 50 MB": "store_damaged",
    "more facts than any book has": "store_damaged",
    "an owner of half the length": "store_damaged",
    "an owner in full-width digits": "store_damaged",
    "a fact that is no text of ours": "store_damaged",
    "no revisions": "store_damaged",
    "text in an integer column": "store_damaged",
    "a number with a fraction": "store_damaged",
    "infinity": "store_damaged",
    "bytes in a text column": "store_damaged",
    "text in a column of bytes": "store_damaged",
    "nothing where something must be": "store_damaged",
    "no name of a field": "store_damaged",
    "no text of a part": "store_damaged",
    "a number for a fact": "store_damaged",
    "a seal without a book": "store_damaged",
    "the largest number there is": "store_damaged",
    "a number for a hash": "store_damaged",
    "a text for a head": "store_damaged",
    "no parents at all": "store_damaged",
    "a fact that is nothing": "store_damaged",
    "bytes for a fact": "store_damaged",
    "a time that is not a number": "store_damaged",
    "a text that is no text": "store_damaged",
    "half a character in a part": "store_damaged",
    "an id twice by its case": "genuine",
    "an owner in capitals": "genuine",
    "a uid with spaces": "genuine",
}
DEFINITIONS = {
    "definition with a larger maximum": "version_unknown",
    "definition with a number for a text": "version_unknown",
    "definition with a title without end": "version_unknown",
    "definition with places that cannot be sorted": "version_unknown",
}


@dataclass(frozen=True)
class ScoreKind:
    """One way to make a book hostile."""

    forge: Callable[[Path], None]
    key: str
    """Of the sentence that refuses it, or ``genuine``."""


def _kinds(
    forged: Mapping[str, Callable[[Path], None]], usual: str, others: Mapping[str, str]
) -> dict[str, ScoreKind]:
    assert forged.keys() >= others.keys()
    return {name: ScoreKind(forge, others.get(name, usual)) for name, forge in forged.items()}


KINDS: dict[str, ScoreKind] = {
    **_kinds(score_files.FORGED, "store_damaged", FILES),
    **_kinds(score_structures.FORGED, "foreign_structure", STRUCTURES),
    **_kinds(score_contents.FORGED, "history_broken", CONTENTS),
    **{
        name: ScoreKind(score_histories.FORGED[name], key)
        for name, (_, key) in score_histories.REWRITTEN.items()
    },
    **_kinds(score_definitions.FORGED, "store_damaged", DEFINITIONS),
}
"""Every kind by its name."""
