"""Each command is found by its name, and none pays at its start for the others."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from workbench.commands.building import Family
from workbench.commands.family import COMMANDS
from workbench.commands.speaking import speaker_for

IMPORTED = """
import sys
from workbench.commands.main import main
assert main([{name!r}, "--help"]) == 0
print(*(name for name in sys.modules if name.startswith("workbench.commands.")), file=sys.stderr)
"""


def family() -> Family:
    return Family(speaker_for(["--lang", "en"]), COMMANDS, version="1")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_bears_the_name_by_which_it_is_found(name: str) -> None:
    found = family().get_command(click.Context(family()), name)
    assert found is not None
    assert found.name == name


def test_what_no_command_is_called_is_not_found() -> None:
    assert family().get_command(click.Context(family()), "nonsense") is None


def test_only_the_command_that_is_asked_for_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED.format(name="check")],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    imported = {name.rpartition(".")[2] for name in done.stderr.split()}
    assert {name for name in imported if "_command" in name} == {"check_command"}
