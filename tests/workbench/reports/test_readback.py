"""Reading the written file again: whatever differs is named, and no file is left."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from workbench.errors import ExportError
from workbench.reports import totals_sheet
from workbench.reports.as_written import shown_number
from workbench.reports.cells import Cell, number, signed_format
from workbench.reports.edition import Audience, Edition
from workbench.reports.printed_figures import printed_figures
from workbench.reports.readback import compare
from workbench.reports.summary_sheet import summary
from workbench.reports.workbook import sheets_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.reports.readback import Figures
    from workbench.reports.sheet import Sheet
    from workbench.results.outcome import Outcome, SealState

    Write = Callable[..., Path]
    Meant = tuple[Path, tuple[Sheet, ...], Figures]


@pytest.fixture(scope="module")
def meant(
    write: Write,
    sample: Outcome,
    seals: tuple[SealState, ...],
    made_at: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Meant:
    """The sample's workbook, and what was meant by it."""
    edition = Edition(Audience.INTERNAL, draft=False, rehearsal=True, made_at=made_at)
    path = write(sample, tmp_path_factory.mktemp("meant") / "a.xlsx")
    front = summary(sample, seals, edition)
    sheets = sheets_of(sample, front, edition)
    figures = printed_figures(sample, front.addresses, is_public=False)
    compare(path, sheets, lambda: None, figures)
    return path, sheets, figures


def changed(source: Path, target: Path, part: str, old: str, new: str) -> Path:
    """A copy in which ``old`` is ``new`` once in the first part that holds it."""
    done = 0
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(target, "w") as copy:
        for name in book.namelist():
            content = book.read(name).decode()
            if re.fullmatch(part, name) and not done:
                content, done = re.subn(old, new, content, count=1)
            copy.writestr(name, content)
    assert done
    return target


BELOW = "재계약배제(75점 미만)"
SHEET = r"xl/worksheets/sheet\d+\.xml"


@pytest.mark.parametrize(
    ("part", "old", "new", "place"),
    [
        (SHEET, "<v>86.34</v>", "<v>86.35</v>", "종합점수표 I5"),
        (SHEET, r"<f>SUM\(", "<f>MAX(", "검증"),
        (SHEET, "통과", "x", ""),
        (SHEET, 't="inlineStr"', 't="n"', ""),
        (SHEET, 't="n"><v>86.34<', 't="str"><v>86.34<', "종합점수표 I5"),
        (SHEET, r'<row r="5"( [^>]*>)', r'<row r="6"\1', ""),
        (SHEET, r"<row r=\"6\".*?</row>", "", ""),
        (SHEET, r"</row></sheetData>", '</row><row r="1"/></sheetData>', ""),
        (SHEET, r'(<col [^>]*?)hidden="1"', r"\1", "도표 숨긴 열"),
        # what is not shown counts as much: who typed a value, by which revision, the chart's cut
        (SHEET, r"<t>[0-9a-f]{32}</t>", f"<t>{'0' * 32}</t>", "평가위원별 원점수 K5"),
        (SHEET, r"<t>[0-9a-f]{64}</t>", f"<t>{'f' * 64}</t>", "평가위원별 원점수 L5"),
        (SHEET, r'(<c r="J4"[^>]*><v>)75<', r"\g<1>76<", "도표 J4"),
        (SHEET, r"<hyperlink [^>]*/>", "", "지표별 점수 C6"),
        (SHEET, r'(<hyperlink ref="C6"[^>]*)!A5:J', r"\1!A6:J", "지표별 점수 C6"),
        (SHEET, r"<formula>75</formula>", "<formula>70</formula>", "종합점수표 조건부 서식"),
        (SHEET, r'operator="lessThan"', 'operator="greaterThan"', "종합점수표 조건부 서식"),
        (SHEET, r'<autoFilter ref="A4:', '<autoFilter ref="A5:', "종합점수표 필터"),
        ("xl/styles.xml", 'formatCode="0.000000"', 'formatCode="0.0000"', "검증"),
        ("xl/workbook.xml", r"\$A\$1:", "$A$2:", "요약 인쇄 영역"),
        ("xl/charts/chart1.xml", r"\$L\$4", "$L$5", "요약 도표"),
        ("xl/charts/chart2.xml", r"\$E\$5:", "$E$6:", "도표 도표"),
        ("xl/charts/chart1.xml", "총점 분포", "x", "요약 도표"),
    ],
)
def test_a_single_changed_thing_is_found_and_named(
    meant: Meant, tmp_path: Path, part: str, old: str, new: str, place: str
) -> None:
    path, sheets, figures = meant
    with pytest.raises(ExportError) as caught:
        compare(changed(path, tmp_path / "b.xlsx", part, old, new), sheets, lambda: None, figures)
    assert caught.value.key == "report_differs"
    assert str(caught.value.values["place"]).startswith(place)


def test_a_chart_that_is_missing_is_found(meant: Meant, tmp_path: Path) -> None:
    path, sheets, figures = meant
    part = r"xl/worksheets/_rels/sheet\d+\.xml\.rels"
    copy = changed(path, tmp_path / "b.xlsx", part, "drawing1", "drawing2")
    with pytest.raises(ExportError) as caught:
        compare(copy, sheets, lambda: None, figures)
    assert caught.value.values["place"] == "요약 도표"


def with_another(outcome: Outcome, at: int = 0, **changes: Any) -> Outcome:
    """The same result but for one thing of one service, the first if none is named."""
    services = list(outcome.services)
    services[at] = replace(services[at], **changes)
    return replace(outcome, services=tuple(services))


def total_of(outcome: Outcome, at: int) -> Decimal:
    total = outcome.services[at].total
    assert total is not None
    return total


def test_every_number_is_compared_with_the_outcome_itself(
    meant: Meant, sample: Outcome, seals: tuple[SealState, ...], made_at: Any
) -> None:
    path, sheets, _ = meant
    edition = Edition(Audience.INTERNAL, draft=False, rehearsal=True, made_at=made_at)
    addresses = summary(sample, seals, edition).addresses
    first = sample.services[0]
    assert first.sections is not None
    lowest = min(range(len(sample.services)), key=lambda at: total_of(sample, at))
    made = first.indicators[2]
    assert made.points is not None
    cent = Decimal("0.01")
    others = {
        "종합점수표 I5": with_another(sample, total=Decimal("86.35")),
        "종합점수표 E5": with_another(
            sample, sections={**first.sections, "common": first.sections["common"] + cent}
        ),
        "종합점수표 J5": with_another(sample, rank=2),
        "지표별 점수 E6": with_another(
            sample,
            indicators=tuple(
                replace(row, points=row.points + cent) if row is made and row.points else row
                for row in first.indicators
            ),
        ),
        "요약 C18": replace(sample, average=Decimal("75.66")),
        "요약 C21": replace(sample, share=Decimal("20.6")),
        "요약 C45": with_another(sample, total=Decimal("74.99")),  # in another band
        f"{BELOW} I5": with_another(sample, lowest, total=total_of(sample, lowest) - cent),
        "도표 ": with_another(sample, total=Decimal("74.99")),
    }
    for place, outcome in others.items():
        figures = {
            name: cells
            for name, cells in printed_figures(outcome, addresses, is_public=False).items()
            if place.startswith(name)
        }
        with pytest.raises(ExportError) as caught:
            compare(path, sheets, lambda: None, figures)
        assert str(caught.value.values["place"]).startswith(place)


@pytest.mark.parametrize(
    ("number_", "place"),
    [("74.62", "종합점수표 I21"), ("-0.38", "재계약배제(75점 미만) K10")],
)
def test_a_slip_of_the_writer_leaves_no_file(
    write: Write,
    sample: Outcome,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number_: str,
    place: str,
) -> None:
    """A sheet that is written exactly as it was wrongly meant still does not get past."""

    def slipping(value: Decimal, *given: Any, places: int) -> Cell:
        return number(value + (value == Decimal(number_)), *given, places=places)

    monkeypatch.setattr(totals_sheet, "number", slipping)
    with pytest.raises(ExportError) as caught:
        write(sample, tmp_path / "a.xlsx")
    assert caught.value.values["place"] == place
    assert list(tmp_path.iterdir()) == []


def test_a_total_of_nothing_is_a_total(write: Write, sample: Outcome, tmp_path: Path) -> None:
    lowest = min(range(len(sample.services)), key=lambda at: total_of(sample, at))
    zero = Decimal(0)
    none_left = dict.fromkeys(sample.services[lowest].sections or {}, zero)
    outcome = with_another(sample, lowest, total=zero, sections=none_left)
    book = load_workbook(write(outcome, tmp_path / "a.xlsx"))
    assert [book[BELOW][f"{letter}5"].value for letter in "IK"] == [0, -75]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("75", "0.00", "75.00"),
        ("0.5", "0", "1"),
        ("1234567.5", "#,##0", "1,234,568"),
        ("-0.505", signed_format(3), "\u22120.505"),
        ("2.5", signed_format(2), "+2.50"),
        ("0", signed_format(2), "0.00"),
        ("74.5", '0.00" ◆"', "74.50 ◆"),
        ("12.50", "General", "12.5"),
    ],
)
def test_a_number_is_shown_as_its_format_says(value: str, code: str, shown: str) -> None:
    assert shown_number(Decimal(value), code) == shown


@given(st.decimals(min_value=-999, max_value=999, places=4), st.integers(0, 4))
def test_a_format_shows_what_is_printed_elsewhere(value: Decimal, places: int) -> None:
    cell = number(round(value, places), places=places)
    shown = shown_number(Decimal(cell.content), cell.look.numbers)
    assert Decimal(shown) == round(value, places)
    assert len(shown.partition(".")[2]) == places


def test_a_format_that_no_report_has_is_refused() -> None:
    with pytest.raises(ValueError, match="h:mm"):
        shown_number(Decimal(1), "h:mm")
