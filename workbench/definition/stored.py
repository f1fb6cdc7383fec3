"""Definition versions and facts in a document, read back and proven before anybody uses them."""

from collections.abc import Mapping
from typing import Final
from weakref import WeakValueDictionary

from sqlalchemy import Connection

from models import definitions
from models.errors import StoreError
from workbench.definition.parts import from_parts, part_hash, version_hash
from workbench.definition.terms import Definition

_READ: Final[WeakValueDictionary[frozenset[bytes], Definition]] = WeakValueDictionary()
"""Definitions in use, by the proven hashes of the parts they were read from: these never change,
and a large one takes seconds to read."""


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
    return {version.hash: _read(version.parts, bodies) for version in versions}


def _read(parts: frozenset[bytes], bodies: Mapping[bytes, str]) -> Definition:
    held = parts.intersection(bodies)
    known = _READ.get(held)
    if known is None:
        known = _READ[held] = from_parts([bodies[part] for part in held])
    return known


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
