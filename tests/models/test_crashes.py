"""What a real process that was killed leaves behind, and that nothing acknowledged is lost."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from models.definitions import bodies, facts
from models.picture import read_store
from models.recovering import journal_path
from models.schema import DocumentKind
from models.store import open_store
from tests.models.second_process import SecondProcess

if TYPE_CHECKING:
    from pathlib import Path

KILLED_INSIDE = """
store = open_store(path, DocumentKind.ROUND)
with store.write() as connection:
    connection.execute(insert(part), big_parts(0, 50))
say("committed")
with store.write() as connection:
    connection.exec_driver_sql("PRAGMA cache_size=4")
    connection.exec_driver_sql("UPDATE part SET body = 'changed' || body")
    connection.execute(insert(part), big_parts(50, 300))
    say("inside")
    heard()
"""

ACKNOWLEDGING = """
store = open_store(path, DocumentKind.ROUND)
say("open")
while True:
    word = heard()
    with store.write() as connection:
        set_fact(connection, word, word)
        connection.execute(insert(part), big_parts(int(word) * 3, 3))
    say(word)
"""


@pytest.fixture
def crashed(round_file: Path) -> Path:
    """A round whose writer was killed when half of a transaction was in the file."""
    with SecondProcess(KILLED_INSIDE, round_file) as other:
        assert other.said() == "committed"
        committed = round_file.stat().st_size
        assert other.said() == "inside"
        other.kill()
    assert journal_path(round_file).stat().st_size > 0
    assert round_file.stat().st_size > committed  # so the journal is needed
    return round_file


def texts_of(store) -> dict[bytes, str]:
    with store.read() as connection:
        return bodies(connection)


COMMITTED = {number.to_bytes(32): "x" * 5000 for number in range(50)}


def test_opening_rolls_a_killed_writers_half_transaction_back(crashed: Path) -> None:
    with open_store(crashed, DocumentKind.ROUND) as store:
        assert store.problem() is None
        assert texts_of(store) == COMMITTED
    assert not journal_path(crashed).exists()


def test_reading_beside_whoever_rolled_it_back_need_not_wait(crashed: Path) -> None:
    with open_store(crashed, DocumentKind.ROUND):
        assert journal_path(crashed).stat().st_size == 0
        with read_store(crashed, DocumentKind.ROUND) as picture:
            assert texts_of(picture) == COMMITTED


def test_a_picture_never_shows_a_half_transaction(crashed: Path) -> None:
    with read_store(crashed, DocumentKind.ROUND) as picture:
        assert picture.problem() is None
        assert texts_of(picture) == COMMITTED


def test_the_rest_of_a_crash_is_rolled_back_once_and_for_all(crashed: Path, tmp_path: Path) -> None:
    open_store(crashed, DocumentKind.ROUND).close()
    mended = crashed.read_bytes()
    open_store(crashed, DocumentKind.ROUND).close()
    assert crashed.read_bytes() == mended
    elsewhere = shutil.copyfile(crashed, tmp_path / "copy.round")
    with read_store(elsewhere, DocumentKind.ROUND) as picture:
        assert texts_of(picture) == COMMITTED


def test_everything_acknowledged_survives_kills_at_any_moment(
    round_file: Path, request: pytest.FixtureRequest
) -> None:
    kills = 200 if request.config.getoption("--long") else 6
    rng = random.Random(20240701)
    acknowledged: list[str] = []
    word = 0
    for _ in range(kills):
        with SecondProcess(ACKNOWLEDGING, round_file) as other:
            assert other.said() == "open"
            for _ in range(rng.randrange(1, 6)):
                word += 1
                acknowledged.append(other.ask(str(word)))
            word += 1
            other.tell(str(word))  # the kill hits this one anywhere, or before or after it
            other.kill()
        with open_store(round_file, DocumentKind.ROUND) as store, store.read() as connection:
            kept = facts(connection)
            texts = bodies(connection)
        assert set(acknowledged) <= kept.keys()
        written = {int(found) * 3 + more for found in kept for more in range(3)}
        assert texts.keys() == {number.to_bytes(32) for number in written}  # whole or not at all
        if str(word) in kept:
            acknowledged.append(str(word))
    with open_store(round_file, DocumentKind.ROUND) as store:
        assert store.problem() is None
