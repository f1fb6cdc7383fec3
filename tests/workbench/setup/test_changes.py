"""What differs between two definitions is said, whatever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from tests.workbench.setup.definitions import definitions
from workbench.sentences import LANGUAGES, sentence_of
from workbench.setup.changes import changed_parts
from workbench.setup.reading import read_sheets
from workbench.setup.sheets import SheetRow, Sheets, sheets_of
from workbench.setup.templates import sample_sheets

if TYPE_CHECKING:
    from workbench.definition.terms import Definition


def said(before: Definition, after: Definition) -> list[str]:
    return [sentence_of(part, "ko") for part in changed_parts(before, after)]


def put(sheets: Sheets, sheet: str, at: int, **texts: str) -> Sheets:
    rows = list(sheets.of(sheet))
    rows[at] = SheetRow(rows[at].uid, {**rows[at].texts, **texts})
    return sheets.replaced(sheet, tuple(rows))


@given(definitions(), definitions())
@settings(max_examples=30)
def test_something_is_said_exactly_where_something_differs(
    one: Definition, other: Definition
) -> None:
    assert changed_parts(one, one) == ()
    for before, after in ((one, other), (other, one)):
        parts = changed_parts(before, after)
        assert bool(parts) is (before != after)
        for language in LANGUAGES:
            assert all(sentence_of(part, language).strip() for part in parts)


def test_cells_are_named_with_what_they_held() -> None:
    sheets = sheets_of(read_sheets(sample_sheets()))
    before = read_sheets(sheets)
    changed = put(
        put(sheets, "services", 2, name="새 이름", department=""), "levels", 0, percent="99"
    )
    words = said(before, read_sheets(changed))
    old = before.services[2]
    assert words[:2] == [
        f"사무 3 {old.name}: 이름 {old.name} → 새 이름",
        f"사무 3 {old.name}: 소관 부서 {old.department} → –",
    ]
    assert len(words) == 3
    assert words[2].startswith(f"지표 {before.indicators[0].code}의 등급: ")


def test_a_new_number_is_said_once_and_the_service_is_the_same() -> None:
    sheets = sheets_of(read_sheets(sample_sheets()))
    before = read_sheets(sheets)
    one = put(sheets, "services", 0, number="99")
    words = said(before, _with_service(one, "1", "99"))
    assert f"사무 1 {before.services[0].name}: 번호 1 → 99" in words


def _with_service(sheets: Sheets, old: str, new: str) -> Definition:
    """Follow a new number in the rows that name the service."""
    for sheet, column in (("indicators", "applies_to"), ("assignments", "services")):
        rows = tuple(
            SheetRow(row.uid, {**row.texts, column: _renumbered(row.text(column), old, new)})
            for row in sheets.of(sheet)
        )
        sheets = sheets.replaced(sheet, rows)
    return read_sheets(sheets)


def _renumbered(text: str, old: str, new: str) -> str:
    if text.startswith("service:"):
        parts = text.removeprefix("service:").split(";")
        return "service:" + ";".join(new if part == old else part for part in parts)
    return text.replace("1-29", f"2-29;{new}")
