"""A book of 300 services × 40 indicators in every scale, most of them scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.marks import drawn
from tests.journeys.rounds import indicators, lines, rules, sections, services, write_definition
from workbench.rounds.creating import new_round
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book
from workbench.scoring.table import TableRow, enter_rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.rounds import Tables

SERVICES, INDICATORS = 300, 40
EACH = "2.5"
_SCALES = {
    "common": ("points",) * 12 + ("rating",) * 2 + ("grade",) * 2,
    "individual": ("points",) * 14 + ("measure",) * 4,
    "satisfaction": ("points",) * 5 + ("survey",),
}
_LETTERS = {"common": "C", "individual": "I", "satisfaction": "S"}
LEFT_OPEN = 7
"""Every so many services one mark is missing."""


def big_tables() -> Tables:
    rows = [
        (f"{_LETTERS[section]}{number}", section, scale)
        for section, scales in _SCALES.items()
        for number, scale in enumerate(scales, start=1)
    ]
    of_scale = {
        scale: [code for code, _, own in rows if own == scale] for scale in ("grade", "survey")
    }
    grades = ("우수 ¦ 100", "보통 ¦ 80", "미흡 ¦ 60")
    return {
        "round": rules(comment_below="60", comment_at_max="yes"),
        "sections": sections(),
        "indicators": indicators(
            "\n".join(
                f"{code} ¦ {section} ¦ {scale} ¦ {EACH} ¦ {'0.1' if scale == 'points' else ''}"
                for code, section, scale in rows
            )
        ),
        "services": services(range(1, SERVICES + 1)),
        "evaluators": lines("evaluators", "E1 ¦ 김가상"),
        "assignments": lines("assignments", "E1 ¦ all ¦ all"),
        "levels": lines(
            "levels", "\n".join(f"{code} ¦ {one}" for code in of_scale["grade"] for one in grades)
        ),
        "measures": lines(
            "measures",
            "\n".join(f"{code} ¦ survey_linear ¦ min=1;max=5 ¦ 점" for code in of_scale["survey"]),
        ),
    }


def big_book(folder: Path) -> Path:
    """Make the round in ``folder`` and return the one book of it, scored and pledged."""
    tables = big_tables()
    new_round(write_definition(folder / "definition", tables), folder / "big.round")
    with open_round(folder / "big.round") as desk:
        ((_, path),) = desk.hand_out(folder / "books")
    rows = [
        TableRow(line, str(number), code, field, value)
        for line, (number, code, field, value) in enumerate(drawn(tables, 300)["E1"], start=2)
        if number % LEFT_OPEN or code != "C3"
    ]
    with open_book(path) as book:
        book.pledge("2024-07-01")
        enter_rows(book, rows)
    return path
