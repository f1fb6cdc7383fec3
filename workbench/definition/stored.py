"""Definition versions in a document, read back as definitions."""

from collections.abc import Mapping

from sqlalchemy import Connection

from models import definitions
from workbench.definition.parts import from_parts
from workbench.definition.terms import Definition


def stored_versions(connection: Connection) -> Mapping[bytes, Definition]:
    """Return every definition version of the document by its hash, oldest first."""
    bodies = definitions.bodies(connection)
    return {
        version.hash: from_parts([bodies[part] for part in version.parts if part in bodies])
        for version in definitions.versions(connection)
    }
