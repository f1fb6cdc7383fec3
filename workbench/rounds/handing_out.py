"""One score book per evaluator, built from an empty file and holding nothing of anybody else."""

from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection

from models.definitions import Version, add_version, bodies, versions
from models.errors import StoreError
from models.imports import add_book
from models.journal import Revision, add_revisions, replace_heads
from models.schema import DocumentKind
from models.store import Store
from workbench.definition.parts import parts_for
from workbench.definition.terms import Evaluator, Uid
from workbench.journal.counting import counting
from workbench.journal.revisions import heads
from workbench.progress import Progress, silent
from workbench.results.findings import active_pairs
from workbench.results.marks import expected_marks
from workbench.rounds.creating import Draft, refuse_existing, write_facts
from workbench.rounds.history import record_event
from workbench.rounds.state import read_owner, read_state
from workbench.text import file_name


def hand_out(
    store: Store, folder: Path, *, progress: Progress = silent
) -> tuple[tuple[Evaluator, Path], ...]:
    """Write one score book per evaluator with at least one expected mark into ``folder``.

    The book uid is the same at every hand-out; the book starts with all counted revisions of
    its owner and no replica id.

    Raises:
        InputError: one of the files exists; nothing was written.
        StoreError: the disk refuses; nothing is left behind.
    """
    with store.read() as connection:
        state = read_state(connection)
        known = versions(connection)
        texts = bodies(connection)
    active = {uid for uid, _ in active_pairs(expected_marks(state.definition, state.heads))}
    receivers = [row for row in state.definition.evaluators if row.uid in active]
    targets = book_paths(receivers, folder)
    refuse_existing(targets.values())
    uids = {row.uid: state.books.get(row.uid) or uuid4().bytes for row in receivers}
    _make_folder(folder)
    written: list[Path] = []
    try:
        for done, owner in enumerate(receivers):
            progress(done, len(receivers), owner.name)
            with store.read() as connection:
                own = _own_revisions(connection, owner.uid, state.lead)
            with Draft(targets[owner.uid], DocumentKind.SCORE) as book:
                facts = {
                    "uid": uids[owner.uid].hex(),
                    "round": state.uid.hex(),
                    "owner": owner.uid.hex(),
                    "definition": state.version.hex(),
                }
                _fill(book, facts, known, texts, own)
            written.append(targets[owner.uid])
        with store.write() as connection:
            for owner in receivers:
                if owner.uid not in state.books:
                    add_book(connection, owner.uid, uids[owner.uid])
            record_event(connection, "handed_out", books=[row.code for row in receivers])
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return tuple((row, targets[row.uid]) for row in receivers)


def book_paths(receivers: list[Evaluator], folder: Path) -> dict[Uid, Path]:
    """Return where each receiver's book goes: ``{code}_{name}.score``, each path once."""
    paths: dict[Uid, Path] = {}
    taken: set[str] = set()
    for owner in receivers:
        name = file_name(f"{owner.code}_{owner.name}")
        while name.casefold() in taken:
            name += "_"
        taken.add(name.casefold())
        paths[owner.uid] = folder / f"{name}.score"
    return paths


def _own_revisions(connection: Connection, owner: Uid, lead: bytes) -> list[Revision]:
    journal = read_owner(connection, owner)
    awake = counting(journal.revisions, journal.imported.values(), lead)
    return [row for id_, row in journal.revisions.items() if id_ in awake and row.author == owner]


def _fill(
    book: Store,
    facts: Mapping[str, str],
    known: tuple[Version, ...],
    texts: Mapping[bytes, str],
    own: list[Revision],
) -> None:
    owner = bytes.fromhex(facts["owner"])
    with book.write() as connection:
        write_facts(connection, **facts)
        for version in known:
            parts = {hash_: texts[hash_] for hash_ in version.parts}
            add_version(connection, version, parts_for(parts, owner).items())
        numbers = add_revisions(connection, own)
        replace_heads(connection, (), [numbers[row.id] for row in heads(own)])


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("folder_unwritable", path=str(folder)) from error
