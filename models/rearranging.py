"""A sound document to which another program gave pages of its own size, in pages of ours."""

import sqlite3
from contextlib import closing

from models import sqlite
from models.errors import StoreError


def arranged_as_ours(image: bytes, name: str) -> bytes:
    """Return the document in ``image`` in pages of our size, every table where it began once.

    Only a sound one of our schema is arranged anew, and only if its pages are of another size;
    any other is returned as it is. ``name`` is that of its file.
    """
    if sqlite.has_our_pages(image):
        return image
    try:
        kind, version = sqlite.header_of(image, name)
        with (
            closing(sqlite.connect_to_image(image)) as raw,
            closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh,
        ):
            if not sqlite.schema_matches(raw, kind, version) or sqlite.integrity_problem(raw):
                return image
            sqlite.create_schema(fresh, kind, version)
            for (table,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
                rows = raw.execute(f'SELECT * FROM "{table}"')
                places = ", ".join("?" for _ in rows.description)
                fresh.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)
            return fresh.serialize()
    except (StoreError, sqlite3.Error):
        return image
