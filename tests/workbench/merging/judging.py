"""What must hold of every file from outside, whatever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import AppError
from models.untrusted import read_bytes
from tests.workbench.outside.by_function import raw_here
from workbench.checking import check_file
from workbench.merging.reading import OutsideBook, judged
from workbench.sentences import LANGUAGES, sentence_of

if TYPE_CHECKING:
    from pathlib import Path


PROVEN = frozenset({"genuine", "other_round", "version_unknown"})
"""What is said of a book that proves itself; a round takes the genuine one only."""


def content(book: OutsideBook) -> dict[str, object]:
    """All that a merge could take from a book."""
    return {
        "uid": book.uid,
        "round": book.round,
        "owner": book.owner,
        "version": book.version,
        "definitions": dict(book.definitions),
        "revisions": dict(book.revisions),
        "seals": set(book.seals),
        "digest": book.digest,
    }


def verdict_on(path: Path, genuine: OutsideBook) -> str:
    """``genuine`` for exactly the genuine content, else the key of the refusal.

    A book that proves itself and that no round of ours takes gets the key of that refusal. Nothing
    else may come out, and neither the file nor its folder may change. It is read in this
    process here, and by a child when it is checked: both say the same.
    """
    before = bytes_around(path)
    verdict = read_here(path, genuine)
    if path in before:
        checked = [problem.key for problem in check_file(path)]
        assert (checked == []) == (verdict in PROVEN), checked
    assert bytes_around(path) == before
    return verdict


def read_here(path: Path, genuine: OutsideBook) -> str:
    """The verdict of the reader's function, without a child and without what is around it."""
    try:
        book = judged(path, raw_here(read_bytes(path), path.name))
    except AppError as refused:
        error = refused
    else:
        found, wanted = content(book), content(genuine)
        differing = {name: found[name] for name in found if found[name] != wanted[name]}
        if set(differing) == {"round"}:
            return "other_round"
        if "version" in differing:
            return "version_unknown"
        assert not differing, str(differing)[:2000]
        return "genuine"
    assert error.exit_code == 3
    assert all(len(sentence_of(error, language)) < 2000 for language in LANGUAGES)
    return error.key


def bytes_around(path: Path) -> dict[Path, bytes]:
    """Every real file of the folder that ``path`` stands in."""
    return {
        one: one.read_bytes()
        for one in path.parent.iterdir()
        if one.is_file() and not one.is_symlink()
    }
