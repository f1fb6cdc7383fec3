"""What must hold of every file from outside, whatever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import AppError
from workbench.checking import check_file
from workbench.merging.reading import OutsideBook, read_outside_book
from workbench.sentences import LANGUAGES, sentence_of

if TYPE_CHECKING:
    from pathlib import Path


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

    Nothing else may come out, and neither the file nor its folder may change.
    """
    before = bytes_around(path)
    verdict = _read(path, genuine)
    if path in before:
        checked = [problem.key for problem in check_file(path)]
        assert (checked == []) == (verdict in {"genuine", "other_round"}), checked
    assert bytes_around(path) == before
    return verdict


def _read(path: Path, genuine: OutsideBook) -> str:
    try:
        book = read_outside_book(path)
    except AppError as refused:
        error = refused
    else:
        found, wanted = content(book), content(genuine)
        differing = {name: found[name] for name in found if found[name] != wanted[name]}
        if set(differing) == {"round"}:
            return "other_round"  # proves itself, but no round takes it
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
