"""Ctrl+C in the first moments, while the program is still being imported, gets its sentence."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import nothing_changes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.rounds import Round

PRESSED = """
import os, runpy, signal, sys, threading

class Unheard:
    \"\"\"Presses Ctrl+C where Python answers to nobody: what is raised here is ignored.\"\"\"

    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)

class Presser:
    \"\"\"Presses Ctrl+C when a module is looked for, as often as it is named.\"\"\"

    def find_spec(self, name, *_):
        if name == {unheard!r}:
            Unheard()
            threading.Event().wait()  # until it is heard after all
        for _ in range({modules!r}.count(name)):
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, {handler})
sys.argv[0] = "scorebench"
sys.meta_path.insert(0, Presser())
{entry}
"""
ENTRIES = {
    "script": "from workbench.commands.main import main; sys.exit(main())",
    "module": "runpy.run_module('workbench', run_name='__main__')",
}
MODULES = ("click", "sqlalchemy", "workbench.sentences", "workbench.commands.family")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="another way of interrupting")


def pressed(
    entry: str,
    modules: tuple[str, ...],
    *words: object,
    handler: str = "default_int_handler",
    unheard: str = "",
) -> subprocess.CompletedProcess[str]:
    program = PRESSED.format(
        modules=modules, entry=ENTRIES[entry], handler=f"signal.{handler}", unheard=unheard
    )
    command = [sys.executable, "-c", program, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("entry", ENTRIES)
def test_an_interrupt_while_a_module_is_imported_ends_in_a_sentence(
    small_round: Round, entry: str, module: str
) -> None:
    with nothing_changes(small_round.folder):
        found = pressed(entry, (module,), "results", small_round.path, "--lang", "ko")
    assert found.stderr == "멈추었습니다. 반쯤 된 것은 남지 않았습니다.\n"
    assert (found.returncode, found.stdout) == (130, "")


def test_an_impatient_interrupt_gets_the_same_sentence(tmp_path: Path) -> None:
    found = pressed("script", (*MODULES, *MODULES), "demo", tmp_path / "연습", "--json")
    assert json.loads(found.stdout) == {"error": found.stderr.strip(), "code": 130}
    assert found.returncode == 130
    assert list(tmp_path.iterdir()) == []


def test_whom_ctrl_c_does_not_reach_it_does_not_stop(small_round: Round) -> None:
    found = pressed("script", MODULES, "results", small_round.path, handler="SIG_IGN")
    assert (found.returncode, found.stderr) == (0, "")


@pytest.mark.parametrize("late", ["workbench.commands.merge_command", "workbench.merging.applying"])
def test_a_command_that_is_known_is_interrupted_as_ever(small_round: Round, late: str) -> None:
    """The module is asked for only when the command is, or when its work has begun."""
    words = ("merge", small_round.path, *small_round.books.values(), "--lang", "en")
    with nothing_changes(small_round.folder):
        found = pressed("script", (late,), *words)
    assert (found.returncode, found.stderr.strip()) == (130, "Stopped. Nothing half done is left.")


def test_an_interrupt_that_nobody_heard_is_heard_after_all(small_round: Round) -> None:
    """While rubbish is cleared away Python only prints what is raised, and goes on."""
    words = ("merge", small_round.path, *small_round.books.values(), "--lang", "en")
    with nothing_changes(small_round.folder):
        found = pressed("script", (), *words, unheard="workbench.merging.applying")
    assert (found.returncode, found.stderr.strip()) == (130, "Stopped. Nothing half done is left.")


def test_calling_the_program_from_another_leaves_its_signals_alone(small_round: Round) -> None:
    from workbench.commands.main import main

    before = signal.getsignal(signal.SIGINT)
    assert main(["results", str(small_round.path), "--json"]) == 0
    assert signal.getsignal(signal.SIGINT) is before
