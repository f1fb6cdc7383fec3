"""A definition becomes a round."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection

from models.definitions import Version, add_version, set_fact
from models.errors import StoreError, folder_unwritten, unwritten
from models.recovering import journal_path
from models.schema import DocumentKind
from models.store import Store, create_store
from workbench.definition.parts import to_parts, version_hash
from workbench.definition.reading import read_definition
from workbench.definition.terms import Definition
from workbench.errors import InputError
from workbench.home import now_ms
from workbench.rounds.history import record_event
from workbench.text import clean_text


def new_round(source: Path, target: Path) -> Definition:
    """Make the round file ``target`` from a definition; return what was read.

    Raises:
        DefinitionUnfit: the definition has problems; all of them are named, nothing is made.
        InputError: ``target`` exists.
        StoreError: the disk refuses.
    """
    refuse_existing([target])
    definition = read_definition(source)
    create_round(definition, target, source.name)
    return definition


def create_round(definition: Definition, target: Path, source: str) -> None:
    """Make the round file ``target`` from ``definition``; ``source`` says where that came from.

    Raises:
        InputError: ``target`` exists.
        StoreError: the disk refuses.
    """
    refuse_existing([target])
    try:
        with Draft(target, DocumentKind.ROUND) as store, store.write() as connection:
            parts = to_parts(definition)
            version = Version(version_hash(parts), now_ms(), "", frozenset(parts))
            write_facts(
                connection,
                uid=uuid4().hex,
                lead=uuid4().hex,
                definition=version.hash.hex(),
            )
            add_version(connection, version, parts.items())
            record_event(connection, "created", source=clean_text(source))
    except BaseException as error:
        if not isinstance(error, InputError):  # then it appeared meanwhile and is somebody else's
            take_away([target])
        raise


def write_facts(connection: Connection, **values: str) -> None:
    """Store what a new document says of itself."""
    for key, value in values.items():
        set_fact(connection, key, value)


def refuse_existing(targets: Iterable[Path]) -> None:
    """Refuse to write over a file that is already there.

    Raises:
        InputError: a target exists.
        StoreError: no file can be there.
    """
    for target in targets:
        try:
            is_taken = target.exists() or target.is_symlink()
        except OSError as error:
            raise unwritten(error, target.name) from error
        if is_taken:
            raise InputError("target_exists", name=target.name, path=str(target))


def draft_of(target: Path) -> Path:
    """Return where this process writes what is to stand at ``target``."""
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def take_away(targets: Iterable[Path]) -> None:
    """Remove files of a work that did not come to its end, and what it made of their drafts."""
    for target in targets:
        draft = draft_of(target)
        remove([target, draft, journal_path(draft)])


def remove(files: Iterable[Path]) -> None:
    """Remove ``files``, where they are and the disk lets them go."""
    for path in files:
        with suppress(OSError):
            path.unlink(missing_ok=True)


class NewFolders:
    """Folders that a work makes, to be taken away again if it does not come to its end."""

    def __init__(self) -> None:
        """Nothing is made yet."""
        self._made: list[Path] = []

    def make(self, folder: Path) -> None:
        """Make ``folder``, and those above it, where they are missing.

        Raises:
            StoreError: the disk refuses.
        """
        try:
            missing = [path for path in (folder, *folder.parents) if not path.exists()]
            self._made = [*missing, *self._made]
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise folder_unwritten(error, folder) from error

    def remove(self) -> None:
        """Take away what was made; whoever put something of his own there keeps it."""
        for path in self._made:
            with suppress(OSError):
                path.rmdir()


class Draft:
    """A new document written beside its target and put there whole, or not at all."""

    def __init__(self, target: Path, kind: DocumentKind, version: int | None = None) -> None:
        """Name the target, which must not exist yet, and its schema where not the newest."""
        self.target = target
        self.path = draft_of(target)
        self._kind = kind
        self._version = version
        self._store: Store | None = None

    @contextmanager
    def passing(self) -> Iterator[Store]:
        """Give the empty document, which goes again in the end: the caller keeps its image.

        Raises:
            StoreError: the disk refuses; the sentence names the target.
        """
        try:
            with self._opened() as store:
                yield store
        except StoreError as error:
            self._name_target(error)
            raise
        finally:
            self._drop()

    def __enter__(self) -> Store:
        """Make the empty document and return it open for writing.

        Raises:
            StoreError: the disk refuses, or the folder is not there; the sentence names the target.
        """
        try:
            self._store = self._opened()
        except BaseException as error:
            self._drop()
            self._name_target(error)
            raise
        return self._store

    def __exit__(self, kind: object, error: object, *_: object) -> None:
        """Close the document; put it in place, or take it away if something was raised."""
        try:
            if self._store is not None:
                self._store.close()
            if kind is None:
                self._put_in_place()
        finally:
            self._drop()
        self._name_target(error)

    def _put_in_place(self) -> None:
        try:
            os.link(self.path, self.target)  # fails where the target appeared meanwhile
        except FileExistsError as error:
            raise InputError(
                "target_exists", name=self.target.name, path=str(self.target)
            ) from error
        except OSError:
            self._rename()

    def _opened(self) -> Store:
        folder = self.target.parent
        if not folder.is_dir():
            raise StoreError("folder_absent", name=self.target.name, folder=str(folder))
        self._drop()  # what a crash left behind under the same process number
        return create_store(self.path, self._kind, self._version)

    def _name_target(self, error: object) -> None:
        """Let ``error`` name the file that was asked for: nobody knows of the draft."""
        if isinstance(error, StoreError) and error.values.get("name") == self.path.name:
            error.values["name"] = self.target.name

    def _drop(self) -> None:
        """Take the draft away with what stands beside it while it is open."""
        remove([self.path, journal_path(self.path)])

    def _rename(self) -> None:
        try:
            os.rename(self.path, self.target)
        except OSError as error:
            raise unwritten(error, self.target.name) from error
