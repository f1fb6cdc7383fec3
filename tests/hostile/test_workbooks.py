"""Workbooks of strangers at every door: refused by one sentence, or read with their content."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.hostile.doors import Door, Met, key_of, met, said
from tests.hostile.workbook_kinds import KINDS, Kind
from tests.hostile.workbook_parts import EXTRA
from workbench.errors import InputError
from workbench.tables.foreign import ForeignBook
from workbench.tables.terms import LAST_COLUMN, LAST_ROW, Limits, ReadBook, Wanted
from workbench.tables.unfit import Unfit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tallying import Tally

WHAT = "hostile workbooks"
ALL = Limits(last_row=LAST_ROW, most_rows=200_000, most_columns=LAST_COLUMN)
MOST_MEMORY_KIB = 200 * 1024
"""Of the process that reads the worst of them (RELIABILITY H4)."""

KEYS = {
    Unfit.NOT_BOOK: {"definition_not_book", "survey_not_book", "table_not_book"},
    Unfit.UNSAFE: {"definition_book_unsafe", "survey_unsafe"},
    Unfit.DAMAGED: {"definition_book_damaged"},
    Unfit.PROTECTED: {"definition_book_protected"},
}


@pytest.fixture(scope="module")
def taken(doors: dict[str, Door], one_child: None, tmp_path_factory) -> dict[str, object]:
    """What each door brings of a sound workbook; it stands in the documents from now on."""
    folder = tmp_path_factory.mktemp("sound")
    found = {}
    for name, door in doors.items():
        (folder / f"{name}.xlsx").write_bytes(door.parts().packed())
        found[name] = door.enter(folder / f"{name}.xlsx")
    return found


def wrong_with(kind: Kind, how: Met, sound: object) -> list[str]:
    """What went wrong at one door; nothing where the kind was met as it should be."""
    wrong = list(how.wrong)
    if how.error is None:
        if kind.unfit is not None:
            wrong.append("was read")
        elif how.found != sound and not kind.is_larger:
            wrong.append("was read as something else")
        return wrong
    key = key_of(how.error)
    if kind.unfit is None and not kind.is_larger:
        wrong.append(f"was refused: {key}")
    if kind.unfit is not None and key not in KEYS[kind.unfit]:
        wrong.append(f"was refused as {key}")
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
        how = met(door, tmp_path / f"받은 {name} #1%.xlsx", kind.make(door.parts()))
        found = wrong_with(kind, how, taken[name])
        tally(WHAT, 1, bool(found))
        wrong += [f"{name}: {words}" for words in found]
    assert wrong == []


def test_a_million_merged_ranges_over_the_rows_are_one_sentence(
    doors: dict[str, Door], taken: dict[str, object], one_child: None, tmp_path: Path
) -> None:
    for name, door in doors.items():
        merged = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 1_001)) * 1_000
        made = door.parts().sheet_changed(
            "</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>"
        )
        how = met(door, tmp_path / f"받은 {name} #1%.xlsx", made.packed())
        assert not how.wrong
        if name == "survey":  # of whose cells an empty one is no answer
            assert how.found == taken[name]
        else:
            assert how.error is not None
            assert key_of(how.error) == "table_merged"


def read(content: bytes, *titles: str) -> ReadBook:
    book = ForeignBook(content, "받은 책.xlsx")
    return book.read(Wanted(titles, or_first=False, limits=ALL))


READ = [kind for kind in KINDS if kind.unfit is None]


@pytest.mark.parametrize("kind", READ, ids=lambda kind: kind.name)
def test_what_is_read_is_what_a_spreadsheet_would_show(
    kind: Kind, doors: dict[str, Door], one_child: None
) -> None:
    door = doors["survey"]
    book = read(kind.make(door.parts()), door.read, EXTRA)
    rows, extra = (book.sheets[book.titles.index(title)] for title in (door.read, EXTRA))
    sound = [list(row) for row in door.table()]
    found = [[*row, *[""] * (3 - len(row))] for number, row in rows.rows if number <= len(sound)]
    assert found == sound
    assert (len(rows.rows) > len(sound)) == kind.is_larger
    assert rows.stopped is extra.stopped is None
    assert extra.rows == ([(1, [kind.extra])] if kind.extra else [])


def test_a_file_larger_than_any_table_is_not_read(doors: dict[str, Door], tmp_path: Path) -> None:
    path = tmp_path / "큰 파일.xlsx"
    with path.open("wb") as file:
        file.truncate(40 << 30)  # of nothing, and without a place on the disk
    keys = set()
    for door in doors.values():
        with pytest.raises(InputError) as refusal:
            door.enter(path)
        assert said(refusal.value, path.name) == []
        keys.add(key_of(refusal.value))
    assert keys == {"definition_book_large", "table_book_large", "survey_file_large"}


@pytest.mark.parametrize("name", ["없음.xlsx", "폴더.xlsx", "장치.xlsx"])
def test_what_is_no_file_is_not_read(name: str, doors: dict[str, Door], tmp_path: Path) -> None:
    path = tmp_path / name
    if name.startswith("폴더"):
        path.mkdir()
    elif name.startswith("장치"):
        path.symlink_to("/dev/zero")
    for door in doors.values():
        if (door.name, path.is_dir()) in {("definition", True), ("setup", True)}:
            continue  # a folder of .csv files may be called so
        with pytest.raises(InputError) as refusal:
            door.enter(path)
        assert said(refusal.value, path.name) == []


def test_the_document_itself_is_no_table_and_keeps_its_lock(doors: dict[str, Door]) -> None:
    """Named as a table by mistake: reading it must not give the writer's lock away."""
    door = doors["scores"]
    held = _locks(door.document)
    with pytest.raises(InputError):
        door.enter(door.document)
    assert _locks(door.document) == held != []


def _locks(path: Path) -> list[str]:
    """Who holds locks on a file, as the system lists them."""
    number = f":{path.stat().st_ino} "
    with open("/proc/locks", encoding="ascii") as listed:
        return [line.split(":", 1)[1] for line in listed if number in line]


def test_a_kind_reaches_a_child_of_its_own_too(doors: dict[str, Door], tmp_path: Path) -> None:
    """Without the child that this module lends: as the program does it."""
    door, path = doors["survey"], tmp_path / "받은 책.xlsx"
    for kind in KINDS:
        if kind.name in {"billion_laughs", "values_of_formulas"}:
            path.write_bytes(kind.make(door.parts()))
            if kind.unfit is None:
                door.enter(path)
            else:
                with pytest.raises(InputError, match="survey_unsafe"):
                    door.enter(path)


HEAVY = {
    "giant_cell",
    "many_rules_beside_the_rows",
    "million_merged_ranges",
    "more_elements_than_any_table",
    "one_text_in_thousands_of_cells",
    "bomb_of_one_part",
    "very_many_entries",
}
MEASURED = """
import re, sys
from pathlib import Path
from workbench.errors import AppError
from workbench.tables.task import workbook_rows
wanted = {"titles": [sys.argv[1]], "or_first": True, "with_merged": True, "with_tops": True}
wanted |= {"last_row": 1048576, "most_rows": 100001, "most_columns": 300}
for path in sys.argv[2:]:
    try:
        workbook_rows(Path(path).read_bytes(), wanted)
    except AppError:
        pass
print(re.search(r"VmHWM:\\s+([0-9]+) kB", Path("/proc/self/status").read_text())[1])
"""


def test_the_worst_of_them_need_little_memory(
    doors: dict[str, Door], tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    door = doors["survey"]
    heavy = []
    for kind in KINDS:
        if kind.name in HEAVY:
            heavy.append(tmp_path / f"{kind.name}.xlsx")
            heavy[-1].write_bytes(kind.make(door.parts()))
    assert len(heavy) == len(HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, door.read, *map(str, heavy)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    most = int(done.stdout)
    record_property("measured", f"{most >> 10} MiB at most for {len(heavy)} workbooks")
    assert most < MOST_MEMORY_KIB
