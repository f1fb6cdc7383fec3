"""One score book per evaluator, built from an empty file and holding nothing of anybody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import Connection

from models.definitions import Version, add_version, bodies, versions
from models.images import put_image
from models.imports import add_book
from models.journal import Revision, add_revisions, replace_heads
from models.schema import DocumentKind
from models.store import Store, schema_version
from workbench.definition.parts import parts_for
from workbench.definition.terms import Evaluator, Uid
from workbench.errors import InputError
from workbench.journal.counting import counting
from workbench.journal.revisions import heads
from workbench.progress import Progress, silent
from workbench.results.findings import active_pairs
from workbench.results.marks import expected_marks
from workbench.rounds.creating import (
    Draft,
    NewFolders,
    refuse_existing,
    take_away,
    write_facts,
)
from workbench.rounds.finality import require_open
from workbench.rounds.history import is_entered, next_entry, record_event
from workbench.rounds.state import RoundState, read_owner, read_state
from workbench.rounds.zipped import ENDING as ZIP
from workbench.rounds.zipped import zip_of
from workbench.text import file_name

SCORE: Final = ".score"


@dataclass(frozen=True)
class Material:
    """What the books of a round are made of, as of one moment."""

    state: RoundState
    known: tuple[Version, ...]
    texts: Mapping[bytes, str]
    schema: int
    """Schema version of the round: whoever reads it shall be able to read its books."""


def hand_out(
    store: Store,
    folder: Path,
    *,
    zipped: bool = False,
    listing: Path | None = None,
    progress: Progress = silent,
) -> tuple[tuple[Evaluator, Path], ...]:
    """Write one score book per evaluator with at least one expected mark into ``folder``.

    The book uid is the same at every hand-out; the book starts with all counted revisions of
    its owner and no replica id. With ``zipped`` each book stands in a .zip of its own, for mail
    gates that drop unknown endings; ``listing`` is where a workbook says who gets what.

    Raises:
        InputError: one of the files exists; nothing was written.
        MergeError: the round is final; nothing was written.
        StoreError: the disk refuses; nothing is left behind.
    """
    with store.read() as connection:
        require_open(connection)
        material, entry = read_material(connection), next_entry(connection)
    state = material.state
    active = {uid for uid, _ in active_pairs(expected_marks(state.definition, state.heads))}
    receivers = [row for row in state.definition.evaluators if row.uid in active]
    targets = book_paths(receivers, folder, ZIP if zipped else SCORE)
    refuse_existing([*targets.values(), *([] if listing is None else [listing])])
    uids = {row.uid: state.books.get(row.uid) or uuid4().bytes for row in receivers}
    folders, written = NewFolders(), list[Path]()
    try:
        folders.make(folder)
        for done, owner in enumerate(receivers):
            progress(done, len(receivers), owner.name)
            written.append(targets[owner.uid])
            with store.read() as connection:
                write_book(connection, targets[owner.uid], owner.uid, uids[owner.uid], material)
        if listing is not None:
            folders.make(listing.parent)
            written.append(listing)
            _write_list(material, targets, listing)
        _record(store, state, receivers, uids)
    except BaseException as error:
        if isinstance(error, InputError):  # it appeared meanwhile and is somebody else's
            written.pop()
        if not is_entered(store.path, entry):
            take_away(written)
            folders.remove()
        raise
    return tuple((row, targets[row.uid]) for row in receivers)


def _record(
    store: Store, state: RoundState, receivers: list[Evaluator], uids: Mapping[Uid, bytes]
) -> None:
    with store.write() as connection:
        for owner in receivers:
            if owner.uid not in state.books:
                add_book(connection, owner.uid, uids[owner.uid])
        record_event(connection, "handed_out", books=[row.code for row in receivers])


def read_material(connection: Connection) -> Material:
    """Return what the books of the round behind ``connection`` are made of.

    Raises:
        StoreError: a byte of it was changed.
    """
    return Material(
        read_state(connection),
        versions(connection),
        bodies(connection),
        schema_version(connection),
    )


def book_paths(receivers: list[Evaluator], folder: Path, ending: str = SCORE) -> dict[Uid, Path]:
    """Return where each receiver's book goes: ``{code}_{name}.score``, each path once."""
    paths: dict[Uid, Path] = {}
    taken: set[str] = set()
    for owner in receivers:
        name = file_name(f"{owner.code}_{owner.name}")
        while name.casefold() in taken:
            name += "_"
        taken.add(name.casefold())
        paths[owner.uid] = folder / f"{name}{ending}"
    return paths


def write_book(
    connection: Connection, target: Path, owner: Uid, uid: bytes, material: Material
) -> None:
    """Make the score book ``uid`` of ``owner`` at ``target``, in a .zip where that ends so.

    It holds his part of every version and his counted revisions, read from ``connection``.

    Raises:
        InputError: ``target`` exists.
        StoreError: the disk refuses; nothing is left behind.
    """
    own = _own_revisions(connection, owner, material.state.lead)
    facts = {
        "uid": uid.hex(),
        "round": material.state.uid.hex(),
        "owner": owner.hex(),
        "definition": material.state.version.hex(),
    }
    if target.suffix != ZIP:
        with Draft(target, DocumentKind.SCORE, material.schema) as book:
            _fill(book, facts, material, own)
        return
    with Draft(target, DocumentKind.SCORE, material.schema).passing() as book:
        _fill(book, facts, material, own)
        image = book.image()
    put_image(zip_of(target.with_suffix(SCORE).name, image), target)


def _own_revisions(connection: Connection, owner: Uid, lead: bytes) -> list[Revision]:
    journal = read_owner(connection, owner)
    awake = counting(journal.revisions, journal.imported.values(), lead)
    return [row for id_, row in journal.revisions.items() if id_ in awake and row.author == owner]


def _fill(book: Store, facts: Mapping[str, str], material: Material, own: list[Revision]) -> None:
    owner = bytes.fromhex(facts["owner"])
    with book.write() as connection:
        write_facts(connection, **facts)
        for version in material.known:
            parts = {hash_: material.texts[hash_] for hash_ in version.parts}
            untold = version._replace(reason="")  # it may speak of somebody else
            add_version(connection, untold, parts_for(parts, owner).items())
        numbers = add_revisions(connection, own)
        replace_heads(connection, (), [numbers[row.id] for row in heads(own)])


def _write_list(material: Material, targets: Mapping[Uid, Path], listing: Path) -> None:
    from workbench.rounds.hand_out_list import list_image  # openpyxl only when asked for

    put_image(list_image(material.state, targets), listing)
