""".csv tables of strangers at every door: refused by one sentence, or read with their content."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.hostile.doors import Door, Met, key_of, met, said
from tests.hostile.table_kinds import KINDS, Fate, Kind, utf8
from workbench.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tallying import Tally

WHAT = "hostile .csv tables"
MOST_MEMORY_KIB = 300 * 1024
"""Of this process while it reads the worst of them: its own modules, the table, its rows."""


def knocked(door: Door, content: bytes, folder: Path) -> Met:
    """Knock with one table; at the door of definitions it lies in a folder with the others."""
    folder.mkdir(exist_ok=True)
    if door.name != "definition":
        return met(door, folder / "받은 표 #1%.csv", content)
    for sheet, rows in door.sheets.items():
        (folder / f"{sheet}.csv").write_bytes(utf8(rows))
    return met(door, folder / f"{door.read}.csv", content, folder)


@pytest.fixture(scope="module")
def taken(doors: dict[str, Door], tmp_path_factory) -> dict[str, object]:
    """What each door brings of a sound table; it stands in the documents from now on."""
    folder = tmp_path_factory.mktemp("sound")
    return {
        name: knocked(door, utf8(door.table()), folder / name).found for name, door in doors.items()
    }


def wrong_with(kind: Kind, door: Door, how: Met, sound: object) -> list[str]:
    """What went wrong at one door; nothing where the kind was met as it should be."""
    is_read = how.error is None
    fate = kind.fate
    if fate is Fate.FOREIGN:
        fate = Fate.READ if door.name == "survey" else Fate.REFUSED
    wrong = list(how.wrong)
    if fate is not Fate.EITHER and is_read != (fate is Fate.READ):
        wrong.append("was read" if how.error is None else f"was refused: {key_of(how.error)}")
    if fate is Fate.READ and is_read and how.found != sound:
        wrong.append("was read as something else")
    return wrong


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_door_refuses_a_kind_by_one_sentence_or_reads_its_content(
    kind: Kind,
    doors: dict[str, Door],
    taken: dict[str, object],
    tmp_path: Path,
    tally: Tally,
) -> None:
    wrong = []
    for name, door in doors.items():
        how = knocked(door, kind.make(door.table()), tmp_path / name)
        found = wrong_with(kind, door, how, taken[name])
        tally(WHAT, 1, bool(found))
        wrong += [f"{name}: {words}" for words in found]
    assert wrong == []


def test_a_table_of_a_korean_excel_is_named_as_such_where_it_is_not_taken(
    doors: dict[str, Door], tmp_path: Path
) -> None:
    (korean,) = [kind for kind in KINDS if kind.name == "korean_excel"]
    for name in ("definition", "setup", "scores"):
        how = knocked(doors[name], korean.make(doors[name].table()), tmp_path / name)
        assert how.error is not None
        assert key_of(how.error) == "definition_cp949"


def test_a_table_larger_than_any_is_not_read(doors: dict[str, Door], tmp_path: Path) -> None:
    path = tmp_path / "services.csv"
    with path.open("wb") as file:
        file.truncate(40 << 30)  # of nothing, and without a place on the disk
    keys = set()
    for door in doors.values():
        target = path
        if door.name == "definition":
            target = tmp_path
            for sheet in door.sheets.keys() - {"services"}:
                (tmp_path / f"{sheet}.csv").write_bytes(utf8(door.sheets[sheet]))
        with pytest.raises(InputError) as refusal:
            door.enter(target)
        assert said(refusal.value, path.name) == []
        keys.add(key_of(refusal.value))
    assert keys == {"definition_file_large", "survey_file_large"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_what_never_ends_is_no_table(doors: dict[str, Door], tmp_path: Path) -> None:
    for path in (tmp_path / "관.csv", tmp_path / "장치.csv"):
        if path.stem == "관":
            os.mkfifo(path)
        else:
            path.symlink_to("/dev/zero")
        for name in ("setup", "scores", "survey"):
            with pytest.raises(InputError) as refusal:
                doors[name].enter(path)
            assert said(refusal.value, path.name) == []


MEASURED = """
import re, sys
from pathlib import Path
from workbench.definition.csv_folder import table_in_file
from workbench.definition.layout import LAYOUT_OF
from workbench.errors import InputError
from workbench.surveys.table_reading import read_survey
for path in map(Path, sys.argv[1:]):
    table_in_file(LAYOUT_OF["services"], path, [])
    try:
        read_survey(path, [])
    except InputError:
        pass
print(re.search(r"VmHWM:\\s+([0-9]+) kB", Path("/proc/self/status").read_text())[1])
"""
HEAVY = {
    "quote_without_end_and_lines",
    "header_of_a_million_fields",
    "row_of_a_million_quoted_lines",
    "million_rows",
    "thousands_of_distinct_rows",
    "two_million_fields",
}


def test_the_worst_of_them_need_bounded_memory(
    doors: dict[str, Door], tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    heavy = []
    for kind in KINDS:
        if kind.name in HEAVY:
            heavy.append(tmp_path / f"{kind.name}.csv")
            heavy[-1].write_bytes(kind.make(doors["setup"].table()))
    assert len(heavy) == len(HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *map(str, heavy)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    most = int(done.stdout)
    record_property("measured", f"{most >> 10} MiB at most for {len(heavy)} tables")
    assert most < MOST_MEMORY_KIB
