"""A table of a definition that cannot be read: only that is said, and no correct cell is named."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import nothing_changes, refused
from tests.journeys.conftest import small
from tests.journeys.rounds import COLUMNS, write_definition

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "definition"


def saved_by_an_older_excel(table: Path) -> None:
    text = table.read_text("utf-8-sig") + "가"
    table.write_bytes(text.encode("cp949", errors="ignore"))


def emptied(table: Path) -> None:
    table.write_bytes(b"")


def left_with_its_header(table: Path) -> None:
    table.write_text(table.read_text("utf-8-sig").splitlines()[0] + "\n", encoding="utf-8")


def without_its_key_column(table: Path) -> None:
    rows = rows_of(table)
    write(table, [row[1:] for row in rows])


UNREAD: dict[str, Callable[[Path], None]] = {
    "absent": Path.unlink,
    "CP949": saved_by_an_older_excel,
    "empty": emptied,
    "header only": left_with_its_header,
    "no key column": without_its_key_column,
}

WRONG = [
    (sheet, how)
    for sheet in COLUMNS
    for how in UNREAD
    if sheet not in ("levels", "measures") or how not in ("absent", "header only")
]
"""Levels and measures may be absent."""


def rows_of(table: Path) -> list[list[str]]:
    with table.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def write(table: Path, rows: list[list[str]]) -> None:
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


@pytest.fixture(params=["sample", "small"])
def definition(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "small":
        return write_definition(tmp_path / "정의", small())
    return Path(shutil.copytree(SAMPLE, tmp_path / "정의"))


def problems(definition: Path) -> list[str]:
    """The sentences after the first, which only counts them."""
    with nothing_changes(definition.parent):
        given = ("--definition", definition)
        sentences = refused(2, "new", definition.parent / "새.round", *given)
    return [sentence.removeprefix("- ") for sentence in sentences[1:]]


@pytest.mark.parametrize(("sheet", "how"), WRONG)
def test_a_table_that_cannot_be_read_is_the_only_one_named(
    definition: Path, sheet: str, how: str
) -> None:
    UNREAD[how](definition / f"{sheet}.csv")
    found = problems(definition)
    assert [sentence for sentence in found if not sentence.startswith(f"{sheet}.csv")] == []
    assert len(found) == 1


@pytest.mark.parametrize("sheet", ["sections", "indicators", "services", "evaluators"])
def test_a_row_whose_key_cannot_be_read_is_the_only_one_named(definition: Path, sheet: str) -> None:
    """What names that row elsewhere may be right: nobody can know."""
    table = definition / f"{sheet}.csv"
    rows = rows_of(table)
    for at in range(1, len(rows)):
        write(table, [["", *row[1:]] if at == number else row for number, row in enumerate(rows)])
        (sentence,) = problems(definition)
        assert sentence.startswith(f"{sheet}.csv {at + 1}행"), sentence
