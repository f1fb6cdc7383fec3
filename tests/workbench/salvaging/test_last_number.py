"""How many revisions a damaged file held: what is believed of all that names a number."""

from __future__ import annotations

from models.carving import Carved
from workbench.salvaging.journal import last_number


def carved(*torn: str) -> Carved:
    """Two revisions in the index, and a damaged row of an import that names a third."""
    return Carved(numbers={b"a": 1, b"b": 2}, pairs={"import_revision": {(1, 3)}}, torn=set(torn))


def test_a_damaged_number_beside_whole_revisions_is_no_revision() -> None:
    assert last_number(carved("import_revision"), (1, 2)) == 2


def test_what_names_a_revision_is_believed_where_the_index_is_torn() -> None:
    assert last_number(carved("sqlite_autoindex_revision_1"), (1, 2)) == 3
