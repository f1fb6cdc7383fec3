"""Ctrl+C at every single step of making documents: what was begun is not there afterwards."""

from __future__ import annotations

import io
import os
import signal
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import contents, done
from tests.journeys.pressing import pressed
from tests.journeys.rounds import write_definition
from workbench.commands.main import main
from workbench.ledger.entries import history
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.rounds import Round

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="another way of interrupting"),
    # Python can be interrupted between opening a file and taking note of that it is open
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
]

INTERRUPTED = 130
MAKING = (
    "models/store.py",
    "models/images.py",
    "models/recovering.py",
    "models/holder.py",
    "rounds/creating.py",
    "rounds/handing_out.py",
)
STRIDE = 17
"""In a normal run so many steps lie between two interrupts, where one takes long."""


@pytest.fixture(autouse=True)
def _can_be_pressed() -> Iterator[None]:
    """Whoever runs the tests in the background may have them ignore Ctrl+C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def stride(pytestconfig: pytest.Config) -> int:
    return 1 if pytestconfig.getoption("--long") else STRIDE


def run(*words: object) -> int:
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as err:
        code = main([str(word) for word in words])
    assert "Traceback" not in err.getvalue()
    return code


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def entries(made: Round) -> tuple[object, ...]:
    with open_round(made.path, read_only=True) as desk:
        return history(desk).entries


def steps_of(folder: Path, words: tuple[object, ...]) -> int:
    code, steps = pressed(lambda: run(*words), 0, MAKING)
    assert code == 0
    assert tree(folder)
    return steps


def test_new_leaves_nothing_or_a_whole_round(small_round: Round, tmp_path: Path) -> None:
    source = write_definition(tmp_path / "정의", small_round.tables)
    folder = tmp_path / "여기"
    folder.mkdir()
    target = folder / "가.round"
    words = ("new", target, "--definition", source)
    steps = steps_of(folder, words)
    target.unlink()
    for at in range(1, steps + 1):
        code, _ = pressed(lambda: run(*words), at, MAKING)
        assert code == INTERRUPTED, at
        left = tree(folder)
        assert left in ([], [target.name]), at
        if left:
            assert done("check", target)["ok"]
            target.unlink()


@pytest.mark.parametrize("more", [(), ("--zip", "--list")], ids=["plain", "zipped with a list"])
def test_a_hand_out_leaves_nothing_or_every_book_and_a_note_of_it(
    small_round: Round, tmp_path: Path, stride: int, more: tuple[str, ...]
) -> None:
    image, outside = small_round.path.read_bytes(), contents(small_round.folder)
    folder = tmp_path / "여기"
    listing = folder / "목록" / "목록.xlsx"
    words = ("hand-out", small_round.path, "--to", folder / "더" / "책", *more)
    words += (listing,) if more else ()
    folder.mkdir()
    steps = steps_of(folder, words)
    whole = tree(folder)
    count = len(entries(small_round))
    for at in range(1, steps + 1, stride):
        for path in sorted(folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        small_round.path.write_bytes(image)
        code, _ = pressed(lambda: run(*words), at, MAKING)
        assert code == INTERRUPTED, at
        noted = len(entries(small_round)) == count
        assert tree(folder) == (whole if noted else []), at
        assert contents(small_round.folder).keys() == outside.keys(), at
    assert done("check", small_round.path)["ok"]


def test_a_document_that_is_only_opened_keeps_nothing_beside_it(
    small_round: Round, stride: int
) -> None:
    words = ("merge", small_round.path, small_round.books["E1"], "--dry-run")
    modules = ("models/store.py", "models/holder.py", "models/sqlite.py", "rounds/desk.py")
    before = contents(small_round.folder)
    _, steps = pressed(lambda: run(*words), 0, modules)
    for at in range(1, steps + 1, stride):
        code, _ = pressed(lambda: run(*words), at, modules)
        assert code == INTERRUPTED, at
        assert contents(small_round.folder) == before, at


DEMO = ("models/store.py", "models/sqlite.py", "rounds/creating.py", "sample/demo.py")


@pytest.mark.parametrize("share", range(1, 12))
def test_a_demo_can_be_played_again_at_once(tmp_path: Path, share: int) -> None:
    """A step of each eleventh of the way; where it is depends on no clock."""
    folder = tmp_path / "여기"
    folder.mkdir()
    words = ("demo", folder / "연습")
    code, _ = pressed(lambda: run(*words), demo_steps() * share // 12, DEMO)
    assert code == INTERRUPTED
    assert tree(folder) == []


@cache
def demo_steps() -> int:
    with TemporaryDirectory() as folder:
        _, steps = pressed(lambda: run("demo", Path(folder) / "연습"), 0, DEMO)
    return steps
