"""SQLAlchemy over a connection that is open already; what all documents share is made once."""

import sqlite3
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Engine, NullPool, StaticPool, create_engine, event

_COMPILED: Final[dict[Any, Any]] = {}
"""Every statement of the program as SQL, once for all documents: they are few and fixed."""


def engine_over(raw: sqlite3.Connection, begin: str) -> Engine:
    """Return an engine whose one connection is ``raw``; each transaction opens with ``begin``.

    A dialect per document, as ``create_engine`` makes it, would compile every statement
    for every document anew: a quarter of the time of merging small books.
    """
    common = _common()

    def opened() -> Any:  # the one that is there
        return raw

    engine = Engine(
        StaticPool(opened, dialect=common.dialect),
        common.dialect,
        common.url,
        execution_options={"compiled_cache": _COMPILED},
    )

    @event.listens_for(engine, "begin")
    def _begin(_: Connection) -> None:
        raw.execute(begin)

    return engine


@cache
def _common() -> Engine:
    """Return an engine over nothing, whose dialect has met SQLite."""
    engine = create_engine("sqlite://", poolclass=NullPool)
    engine.connect().close()
    return engine
