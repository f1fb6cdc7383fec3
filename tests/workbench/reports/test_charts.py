"""Native charts: they draw cells of the workbook, and those cells say what the result says."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from tests.office import PAGES
from tests.workbench.reports.conftest import (
    SECTIONS,
    definition_for_tests,
    indicator_for_tests,
    outcome_of,
    rules_for_tests,
    uid,
)
from workbench.definition.terms import Service
from workbench.reports.edition import Audience
from workbench.results.outcome import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from tests.office import Office
    from workbench.results.outcome import Outcome

    Write = Callable[..., Path]

RANGE = re.compile(r"'(.+)'!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)")


def drawn(book: Workbook, sheet: str) -> list[list[tuple[str, list[Any], list[Any]]]]:
    """For every chart of ``sheet`` its series: name, names of the columns, numbers."""
    return [
        [
            (one.tx.v, cells(book, one.cat.strRef.f), cells(book, one.val.numRef.f))
            for part in chart._charts
            for one in part.series
        ]
        for chart in book[sheet]._charts
    ]


def cells(book: Workbook, place: str) -> list[Any]:
    found = RANGE.fullmatch(place)
    assert found is not None
    sheet, *ends = found.groups()
    rows = book[sheet]["{}{}:{}{}".format(*ends)]
    return [cell.value for row in rows for cell in row]


def exact(values: list[Any]) -> list[Decimal]:
    return [Decimal(repr(one)) for one in values]


def many_services(count: int) -> Outcome:
    """As many services, each with one mark in every section."""
    indicators = [
        indicator_for_tests(code, section.code, str(section.max_points))
        for code, section in zip(("C1", "I1", "S1"), SECTIONS, strict=True)
    ]
    services = [Service(uid(f"s{at}"), at, f"가상 사무 {at}호") for at in range(1, count + 1)]
    codes = ["C1", "I1", "S1"]
    definition = definition_for_tests(rules_for_tests(), indicators, services, {"E1": codes})
    marks = {"C1": 31, "I1": 36, "S1": 9}
    return outcome_of(
        definition,
        [
            ("E1", service.number, code, "score", str(most - service.number % 7))
            for service in services
            for code, most in marks.items()
        ],
    )


@pytest.fixture(scope="module")
def book(sample: Outcome, write: Write, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return load_workbook(write(sample, tmp_path_factory.mktemp("charts") / "a.xlsx"))


def test_the_totals_are_counted_from_the_cut_on(book: Workbook, sample: Outcome) -> None:
    ((below, passed),) = drawn(book, "요약")
    assert (below[0], passed[0]) == ("75점 미만", "75점 이상")
    ends = [tuple(map(Decimal, name.split("–"))) for name in below[1]]
    assert below[1] == passed[1]
    assert all(lower < upper for lower, upper in ends)
    assert Decimal(75) in {lower for lower, _ in ends}
    totals = [row.total for row in sample.services if row.total is not None]
    for (lower, upper), under, over in zip(ends, below[2], passed[2], strict=True):
        inside = sum(lower <= total < upper for total in totals)
        assert ((under or 0), (over or 0)) == ((inside, 0) if upper <= 75 else (0, inside))
    assert sum(one or 0 for one in below[2]) == len(sample.below) == 6
    assert sum(one or 0 for one in passed[2]) == sample.counted - 6


def test_the_columns_are_the_sections_of_every_service_with_the_cut(
    book: Workbook, sample: Outcome
) -> None:
    ((*sections, cut),) = drawn(book, "도표")
    assert [name for name, _, _ in sections] == ["공통분야", "개별분야", "사용자 만족도"]
    for (_, names, values), code in zip(
        sections, ("common", "individual", "satisfaction"), strict=True
    ):
        assert exact(values) == [(row.sections or {})[code] for row in sample.services]
        assert [name.split(" ")[0] for name in names] == [
            str(row.service.number) for row in sample.services
        ]
    assert cut[0] == "기준 75점"
    assert cut[2] == [75] * 29


def test_a_service_without_a_total_has_no_column(
    write: Write, sample: Outcome, tmp_path: Path
) -> None:
    first, *others = sample.services
    waiting = replace(first, verdict=Verdict.INCOMPLETE, sections=None, total=None, rank=None)
    outcome = replace(sample, services=(waiting, *others), counted=28)
    made = load_workbook(write(outcome, tmp_path / "a.xlsx", draft=True))
    ((common, *_),) = drawn(made, "도표")
    assert common[2][0] == "–"
    assert len(common[2]) == 29
    ((below, passed),) = drawn(made, "요약")
    assert sum(one or 0 for one in below[2] + passed[2]) == 28


def test_nothing_counted_is_nothing_drawn(write: Write, sample: Outcome, tmp_path: Path) -> None:
    services = tuple(
        replace(row, verdict=Verdict.INCOMPLETE, sections=None, total=None, rank=None)
        for row in sample.services
    )
    outcome = replace(sample, services=services, counted=0, average=None, share=None, below=())
    made = load_workbook(write(outcome, tmp_path / "a.xlsx", draft=True))
    assert "도표" not in made.sheetnames
    assert not [sheet for sheet in made.worksheets if sheet._charts]


def test_many_services_are_drawn_on_several_pages(write: Write, tmp_path: Path) -> None:
    outcome = many_services(65)
    made = load_workbook(write(outcome, tmp_path / "a.xlsx"))
    charts = drawn(made, "도표")
    numbers = [[int(name.split(" ")[0]) for name in chart[0][1]] for chart in charts]
    assert [len(page) for page in numbers] == [22, 22, 21]
    assert [one for page in numbers for one in page] == list(range(1, 66))
    common = [one for chart in charts for one in exact(chart[0][2])]
    assert common == [(row.sections or {})["common"] for row in outcome.services]
    assert [row.id for row in made["도표"].row_breaks.brk] == [33, 63]


def test_adjusted_totals_are_dots_above_the_sections(
    write: Write, random_round: Callable[[int], Outcome], tmp_path: Path
) -> None:
    outcome = next(
        one
        for one in map(random_round, range(50))
        if any(row.adjustments and row.total is not None for row in one.services)
    )
    made = load_workbook(write(outcome, tmp_path / "a.xlsx", draft=True))
    (series,) = drawn(made, "도표")
    dots = next(values for name, _, values in series if name == "총점(가감점 반영)")
    assert [None if one == "–" else Decimal(repr(one)) for one in dots] == [
        row.total for row in outcome.services
    ]


def test_a_chart_takes_texts_that_people_write_as_they_are(
    write: Write, hostile_round: Callable[..., Outcome], hostile: list[str], tmp_path: Path
) -> None:
    made = load_workbook(write(hostile_round(hostile), tmp_path / "a.xlsx", draft=True))
    (series,) = drawn(made, "도표")
    names = series[0][1]
    assert names[0] == "1 =cmd|' /C calc'!A0"
    assert names[1:4] == ["2 +1", "3 @x", "4 -1"]
    assert all(len(name) < 25 for name in names)


def test_the_public_edition_draws_nothing(write: Write, sample: Outcome, tmp_path: Path) -> None:
    made = load_workbook(write(sample, tmp_path / "a.xlsx", audience=Audience.PUBLIC))
    assert not [sheet for sheet in made.worksheets if sheet._charts]


def test_a_spreadsheet_program_draws_them_with_their_korean_names(
    write: Write, sample: Outcome, office: Office, tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    (paper,) = office([write(sample, tmp_path / "a.xlsx")], PAGES)
    told = subprocess.run(
        ["pdftotext", "-layout", str(paper), "-"], check=True, capture_output=True
    ).stdout.decode()
    pages = ["".join(page.split()) for page in told.split("\f")]
    first = pages[0]
    for words in ("총점분포(2.5점간격,붉은막대는75점미만)", "사무수(개)", "72.5–75", "75–77.5"):
        assert words in first
    chart = next(page for page in pages if "사무별총점과분야점수" in page)
    for words in ("공통분야", "개별분야", "사용자만족도", "기준75점", "사무(번호순)", "점수(점)"):
        assert words in chart
    assert "###" not in told
    shortest = min(len(page) for page in pages if page)
    assert shortest > 120  # more than what every page is labelled with: none is empty
