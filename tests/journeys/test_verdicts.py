"""Verdicts, ranks, averages and shares on rounds small enough to do by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys import oracle
from tests.journeys.command_line import scorebench
from tests.journeys.rounds import Round, new_round, tables_for

if TYPE_CHECKING:
    from pathlib import Path


def marks(*totals: str | None) -> list[tuple[Any, ...]]:
    """One person's marks that come to ``totals``: 40 + 15 first, the rest as I1; None is blank."""
    rows = []
    for number, total in enumerate(totals, start=1):
        rest = "" if total is None else f"{(int(total.replace('.', '')) - 5500) / 100:.2f}"
        rows += [(number, "C1", "score", "40"), (number, "S1", "score", "15")]
        rows.append((number, "I1", "score", rest))
    return rows


def played(folder: Path, *totals: str | None, **changed: str) -> tuple[Round, dict[str, Any]]:
    made = new_round(folder / "회차", tables_for(*totals, **changed))
    found = made.played({"E1": marks(*totals)})
    assert found == oracle.results(made.tables, {"E1": marks(*totals)})
    return made, found


def spoken(made: Round) -> list[str]:
    return scorebench("results", made.path, as_text=True).out.splitlines()


def column(found: dict[str, Any], name: str) -> list[Any]:
    return [row[name] for row in found["services"]]


def test_75_00_passes_and_74_99_does_not(tmp_path: Path) -> None:
    made, found = played(tmp_path, "75.00", "74.99", "75.01", "90.00")
    assert column(found, "verdict") == ["pass", "below", "pass", "pass"]
    assert found["below"] == {"count": 1, "share": "25.0", "services": [2]}
    assert spoken(made)[1] == "재계약배제(75점 미만) : 4개 사무 중 1개 사무(25.0%)"


def test_equal_totals_share_a_rank_and_the_next_one_is_left_out(tmp_path: Path) -> None:
    _, found = played(tmp_path, "80.00", "90.00", "80.00", "70.00")
    assert column(found, "rank") == [2, 1, 2, 4]


def test_nothing_below_the_cut_has_its_own_sentence(tmp_path: Path) -> None:
    made, found = played(tmp_path, "75.00", "99.99")
    assert found["below"] == {"count": 0, "share": "0.0", "services": []}
    assert spoken(made)[1] == "재계약배제(75점 미만) : 2개 사무 중 해당 없음"


@pytest.mark.parametrize(("cut", "shown"), [("60.50", "60.5"), ("60.5", "60.5"), ("80.00", "80")])
def test_the_cut_is_named_without_trailing_zeros(tmp_path: Path, cut: str, shown: str) -> None:
    made, _ = played(tmp_path, "60.49", "60.50", "90.00", cut=cut)
    assert spoken(made)[1].startswith(f"재계약배제({shown}점 미만) : 3개 사무 중")


def test_the_average_is_of_printed_totals_and_rounded_half_up(tmp_path: Path) -> None:
    made, found = played(tmp_path, "75.00", "75.01")
    assert found["average"] == "75.01"
    assert spoken(made)[0] == "평가점수 : 평균 75.01점"


def test_shares_are_rounded_half_up_to_one_decimal(tmp_path: Path) -> None:
    _, found = played(tmp_path, "60.00", *["80.00"] * 15)
    assert found["below"]["share"] == "6.3"


def test_zero_is_a_mark_and_blank_is_not(tmp_path: Path) -> None:
    _, found = played(tmp_path, "55.00", None, "80.00")
    assert column(found, "verdict") == ["below", "incomplete", "pass"]
    assert column(found, "total") == ["55.00", None, "80.00"]
    assert (found["counted"], found["average"]) == (2, "67.50")
    assert found["services"][1]["sections"] is None
    assert found["services"][1]["rank"] is None


def test_incomplete_and_exempt_services_stand_apart_from_the_count(tmp_path: Path) -> None:
    tables = tables_for(1, 2, 3)
    tables["services"][2] |= {"status": "exempt", "reason": "운영 1년 미만"}
    made = new_round(tmp_path / "회차", tables)
    found = made.played({"E1": marks("80.00", None)})
    assert column(found, "verdict") == ["pass", "incomplete", "exempt"]
    assert (found["counted"], found["average"]) == (1, "80.00")


def test_a_round_without_a_counted_service_has_no_average_and_no_share(tmp_path: Path) -> None:
    made, found = played(tmp_path, None, None)
    assert (found["counted"], found["average"]) == (0, None)
    assert found["below"] == {"count": 0, "share": None, "services": []}
    assert not [line for line in spoken(made)[:2] if "None" in line or "0.0" in line]


def test_a_book_that_never_came_is_holes(tmp_path: Path) -> None:
    made = new_round(tmp_path / "회차", tables_for(1, people=3))
    made.enter({"E1": marks("80.00"), "E2": marks("80.00")})
    made.merge("E1", "E2")
    assert column(made.results(), "verdict") == ["incomplete"]
