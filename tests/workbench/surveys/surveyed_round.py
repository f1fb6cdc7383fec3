"""A round whose satisfaction came in by every way: imported, changed, typed, not at all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from tests.workbench.rounds.small_round import Bench, made, merged, sealed, typed, typed_into
from tests.workbench.surveys.raw_survey import as_xlsx, drawn
from workbench.scoring.book import open_book
from workbench.surveys.previewing import preview_table
from workbench.surveys.remembering import mapping_for
from workbench.surveys.table_reading import read_survey
from workbench.surveys.taking import take_survey

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.surveys.preview import SurveyPreview

TURNED, CHANGED, FEW, TYPED, MISSING, PLAIN = 1, 2, 3, 4, 5, 6
"""The other conversion turns it; changed after the import; too few; by hand; nothing; as it is."""
LEAST: Final = 30
SHEETS: Final = {
    "round": f"""
        key¦value
        title¦2024년 제1차 종합성과평가 (시험)
        year¦2024
        sequence¦1
        cut¦75
        aggregation¦mean
        min_respondents¦{LEAST}
        """,
    "services": """
        number¦name¦type¦department¦operators¦term_end¦status¦reason
        1¦가상 센터¦¦¦¦¦¦
        2¦가상 공원¦¦¦¦¦¦
        3¦가상 도서관¦¦¦¦¦¦
        4¦가상 수련관¦¦¦¦¦¦
        5¦가상 주택¦¦¦¦¦¦
        6¦가상 박물관¦¦¦¦¦¦
        """,
    "assignments": """
        evaluator¦services¦sections¦status¦reason
        E1¦all¦all¦¦
        E2¦all¦common¦¦
        E2¦all¦individual¦¦
        """,
}


def surveyed(folder: Path) -> tuple[Bench, SurveyPreview]:
    """Make the round, let E1 take the survey of services 1, 2, 3 and 6, and merge both books."""
    bench = made(folder, **SHEETS)
    table = drawn([TURNED, CHANGED, FEW, PLAIN], 50, odd=5).table
    del table[1 + 2 * 50 + 12 : 1 + 3 * 50]  # of the third service twelve are left
    raw = as_xlsx(folder / "만족도 원자료.xlsx", table)
    with open_book(bench.books["E1"]) as book:
        found = read_survey(raw, book.definition.services)
        preview = preview_table(book, found, mapping_for(found))
        take_survey(book, preview)
        typed_into(book, [(CHANGED, "S1", "survey_mean", "4.5")])
        typed_into(book, [(TYPED, "S1", "survey_n", "99"), (TYPED, "S1", "survey_mean", "4")])
    turning = next(row for row in preview.services if row.service.number == TURNED)
    for code in ("E1", "E2"):
        typed(bench.books[code], *_judged(_turning(turning.basis.mean)))
        sealed(bench.books[code])
        merged(bench.round, bench.books[code])
    return bench, preview


def _turning(mean: Decimal) -> Decimal:
    """The least plan with which the proportional way just passes: it is below by the linear."""
    missing = 75 - 36 - 15 * mean / 5
    halves = (2 * missing).to_integral_value("ROUND_CEILING")
    return Decimal(halves) / 2


def _judged(turning: Decimal) -> list[tuple[int, str, str, str]]:
    return [
        row
        for number in range(1, 7)
        for row in (
            (number, "C1", "score", f"{turning.normalize():f}" if number == TURNED else "36"),
            (number, "I1", "target", "10"),
            (number, "I1", "actual", "8"),
        )
    ]
