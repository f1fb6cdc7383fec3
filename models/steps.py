"""The ladder from older schemas to the present one: numbered SQL steps, all or none.

A released step is never edited and holds SQL only. A step that rebuilds a table ends with the
literal text of its version, so a file that climbed is the same as a fresh one.
"""

import sqlite3
from collections.abc import Mapping
from typing import Final

from models.schema import VERSION, DocumentKind

Steps = Mapping[DocumentKind, Mapping[int, tuple[str, ...]]]

STEPS: Final[Steps] = {DocumentKind.SCORE: {}, DocumentKind.ROUND: {}}
"""By kind and version n, the statements that bring version n-1 to n. Version 1 is the first."""


def climb(
    raw: sqlite3.Connection,
    kind: DocumentKind,
    version: int,
    *,
    steps: Steps = STEPS,
    target: int = VERSION,
) -> None:
    """Bring an open database from ``version`` to ``target`` in one transaction.

    Raises:
        sqlite3.Error: a step failed; the file is as before.
    """
    if version == target:
        return
    raw.execute("PRAGMA foreign_keys=OFF")  # a rebuilt parent would delete its children
    raw.execute("BEGIN IMMEDIATE")
    try:
        for number in range(version + 1, target + 1):
            for statement in steps[kind][number]:
                raw.execute(statement)
        if raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise sqlite3.IntegrityError("a step left a reference without its row")
        raw.execute(f"PRAGMA user_version={target}")
    except BaseException:
        raw.execute("ROLLBACK")
        raise
    raw.execute("COMMIT")
    raw.execute("PRAGMA foreign_keys=ON")
