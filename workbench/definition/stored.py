"""Definition versions and facts in a document, read back and proven before anybody uses them."""

from collections.abc import Mapping

from sqlalchemy import Connection

from models import definitions
from models.errors import StoreError
from workbench.definition.parts import from_parts, part_hash, version_hash
from workbench.definition.terms import Definition


def stored_versions(connection: Connection) -> Mapping[bytes, Definition]:
    """Return every definition version of the document by its hash, oldest first.

    Raises:
        StoreError: a part or version is not what its hash says.
    """
    bodies = definitions.bodies(connection)
    versions = definitions.versions(connection)
    if any(part_hash(body) != hash_ for hash_, body in bodies.items()) or any(
        version_hash(version.parts) != version.hash for version in versions
    ):
        raise StoreError("history_broken")
    return {
        version.hash: from_parts([bodies[part] for part in version.parts if part in bodies])
        for version in versions
    }


def stored_facts(connection: Connection, *keys: str) -> tuple[bytes, ...]:
    """Return what the document says of itself under ``keys``: uids and hashes.

    Raises:
        StoreError: one of them is not there or not one of those.
    """
    known = definitions.facts(connection)
    try:
        return tuple(bytes.fromhex(known[key]) for key in keys)
    except (KeyError, ValueError) as error:
        raise StoreError("store_damaged") from error


def in_force(versions: Mapping[bytes, Definition], version: bytes) -> Definition:
    """Return the definition that the document says is in force.

    Raises:
        StoreError: the document does not hold it.
    """
    if version not in versions:
        raise StoreError("store_damaged")
    return versions[version]
