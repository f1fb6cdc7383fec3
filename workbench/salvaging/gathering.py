"""From the bytes of a damaged file to all that is proven of it, with its backup at hand."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from models.carving import Carved, carve, part_of, revision_of
from models.errors import StoreError
from models.journal import Revision
from models.rearranging import arranged_as_ours
from models.schema import DocumentKind
from models.sqlite import header_of
from workbench.definition.parts import from_parts, part_hash
from workbench.definition.terms import Definition
from workbench.journal.revisions import revision_id
from workbench.salvaging.bringing import proven_bringings
from workbench.salvaging.identity import document_uid, fact_in
from workbench.salvaging.journal import Texts, proven_journal, proven_texts
from workbench.salvaging.known import NOTHING, Known
from workbench.salvaging.losses import Losses, losses_of

_OWN: Final = {
    DocumentKind.SCORE: ("uid", "round", "owner", "definition"),
    DocumentKind.ROUND: ("uid", "lead", "definition"),
}
_KEPT: Final = ("draft",)
"""Facts beside the identity that are taken over: edits of the definition not yet applied."""


@dataclass(frozen=True)
class Gathered:
    """All that is proven of a damaged file, and what is missing."""

    kind: DocumentKind
    known: Known
    losses: Losses
    from_backup: int
    """How many revisions only the backup still proves."""

    @property
    def definition(self) -> Definition:
        """The definition in force."""
        version = self.known.versions[bytes.fromhex(self.known.facts["definition"])]
        texts = self.known.texts
        return from_parts([texts[hash_] for hash_ in version.parts if hash_ in texts])


def gathered(image: bytes, name: str, suffix: str, backup_of: Callable[[bytes], Known]) -> Gathered:
    """Return what is proven of the document in ``image``; ``backup_of`` gives its backup by uid.

    Raises:
        StoreError: not ours, newer, or so damaged that not even its definition is known.
    """
    image = arranged_as_ours(image, name)
    kind = _kind(image, name, suffix)
    carved = carve(image, kind)
    proven = [row for row in _readable(carved) if revision_id(row) == row.id]
    uid = document_uid(carved, kind, proven)
    backup = NOTHING if uid is None else backup_of(uid)
    facts = _facts(kind, carved, proven, backup, uid)
    owner = bytes.fromhex(facts["owner"]) if "owner" in facts else None
    texts = proven_texts(carved, kind, owner, backup)
    journal = proven_journal(carved, texts.versions, backup)
    versions = list(texts.versions)
    if versions and facts.get("definition", "") not in {one.hex() for one in versions}:
        facts["definition"] = versions[-1].hex()  # the newest is the one in force
    if not versions or any(key not in facts for key in _OWN[kind]):
        key = "salvage_without_definition" if proven or texts.parts else "not_our_file"
        raise StoreError(key, name=name, count=len(proven))
    bringings = proven_bringings(carved, journal, backup, _people(texts))
    known = Known(
        facts=facts,
        versions=texts.versions,
        texts=texts.parts,
        revisions=journal.kept,
        numbers=journal.numbers,
        seals=bringings.seals,
        imports=bringings.imports,
        books=bringings.books,
        events=bringings.events,
    )
    losses = losses_of(image, carved, texts, journal, bringings, owner)
    return Gathered(kind, known, losses, journal.from_backup)


def _people(texts: Texts) -> dict[bytes, str]:
    """Return the evaluators of every version with their codes."""
    return {
        row.uid: row.code
        for version in texts.versions.values()
        for row in from_parts(
            [texts.parts[hash_] for hash_ in version.parts if hash_ in texts.parts]
        ).evaluators
    }


def has_entries(image: bytes, name: str, suffix: str) -> bool:
    """Say whether any revision or part of a definition in ``image`` proves itself.

    Raises:
        StoreError: newer, or not ours.
    """
    carved = carve(arranged_as_ours(image, name), _kind(image, name, suffix))
    parts = (part_of(record.payload) for record in carved.parts)
    return any(part is not None and part_hash(part[1]) == part[0] for part in parts) or any(
        revision_id(row) == row.id for row in _readable(carved)
    )


def uid_in(image: bytes, name: str, suffix: str) -> bytes | None:
    """Return by what the damaged document in ``image`` is known, None where nothing says so.

    Raises:
        StoreError: newer, or not ours.
    """
    image = arranged_as_ours(image, name)
    kind = _kind(image, name, suffix)
    carved = carve(image, kind)
    return document_uid(carved, kind, list(_readable(carved)))


def _kind(image: bytes, name: str, suffix: str) -> DocumentKind:
    """Return what the file is by its header, or by its ending where the header is damaged."""
    try:
        return header_of(image, name)[0]
    except StoreError as error:
        if error.key in ("newer_version", "file_empty"):
            raise
        kinds = {".round": DocumentKind.ROUND, ".score": DocumentKind.SCORE}
        if suffix.casefold() not in kinds:
            raise
        return kinds[suffix.casefold()]


def _readable(carved: Carved) -> Iterable[Revision]:
    for record in carved.revisions:
        row = revision_of(record.payload)
        if row is not None:
            yield row


def _facts(
    kind: DocumentKind,
    carved: Carved,
    proven: Iterable[Revision],
    backup: Known,
    uid: bytes | None,
) -> dict[str, str]:
    """Return the identity of the document; what never changes is told by the backup first."""
    found: dict[str, str] = {}
    for key in _OWN[kind]:
        said = fact_in(carved, key)
        sure = backup.facts.get(key)
        value = (said or sure) if key == "definition" else (sure or said)
        if value is not None:
            found[key] = value
    if uid is not None:
        found["uid"] = uid.hex()
    owners = Counter(row.owner for row in proven)
    if kind is DocumentKind.SCORE and owners:
        found["owner"] = owners.most_common(1)[0][0].hex()
    found |= {key: value for key, value in carved.facts if key in _KEPT and value}
    return found
