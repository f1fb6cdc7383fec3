"""What was repaired or salvaged stands in the history of the round, in both languages."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING

from workbench.ledger.entries import history
from workbench.rounds.desk import open_round
from workbench.salvaging.repairing import repair
from workbench.salvaging.salvaging import salvage
from workbench.sentences import LANGUAGES, sentence_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench


def newest(path: Path) -> list[str]:
    with open_round(path, read_only=True) as desk:
        found = history(desk)
    assert found.broken_at is None
    return [sentence_of(found.entries[-1].words, language) for language in LANGUAGES]


def test_a_repair_is_told_with_its_backup(lived: Bench) -> None:
    with closing(sqlite3.connect(lived.round)) as raw:
        raw.execute("DELETE FROM head")
        raw.commit()
    done = repair(lived.round, lived.path("새.round"))
    assert done.backup is not None
    for words in newest(lived.round):
        assert str(done.rebuilt) in words
        assert done.backup.name in words


def test_a_salvaged_round_names_the_file_it_comes_from(lived: Bench) -> None:
    digest = sha256(lived.round.read_bytes()).hexdigest()
    done = salvage(lived.round, lived.path("새.round"))
    for words in newest(done.path):
        assert digest in words
        assert lived.round.name in words
