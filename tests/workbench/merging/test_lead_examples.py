"""What happens in the field, one case after the other, on real files."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.workbench.merging.forging import replace_history, revisions_of
from tests.workbench.rounds.small_round import (
    WHOLE,
    derived_state,
    heads_in,
    merged,
    results_of,
    revisions_in,
    sealed,
    typed,
)
from workbench.checking import check_file
from workbench.ledger.withdrawing import imports, withdraw
from workbench.rounds.desk import open_round
from workbench.rounds.redefining import plan_change, redefine
from workbench.settling.inbox import Why, read_inbox
from workbench.settling.settling import settle
from workbench.setup.sheets import SheetRow, Sheets, sheets_of

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench


@pytest.fixture
def scored(bench: Bench) -> Bench:
    """Both evaluators are complete and sealed; E2 is merged."""
    for code in ("E1", "E2"):
        typed(bench.books[code], *WHOLE)
        sealed(bench.books[code])
    merged(bench.round, bench.books["E2"])
    return bench


def closed(bench: Bench) -> list[str]:
    with open_round(bench.round, read_only=True) as desk:
        return [why.key for why in desk.reading().closed]


def score_of(bench: Bench, number: int = 1) -> set[str | None]:
    cell = bench.cell("E1", number, "C1", "score")
    return {row.value for row in heads_in(bench.round).values() if row.cell == cell}


def settled(bench: Bench, value: str) -> None:
    with open_round(bench.round) as desk:
        cells = [(one.cell, value) for one in read_inbox(desk).cells]
        settle(desk, cells, "전화로 확인")


def test_a_backup_restored_and_sealed_after_a_later_state_was_merged(scored: Bench) -> None:
    book = scored.books["E1"]
    backup = shutil.copyfile(book, scored.path("백업.score"))
    typed(book, (1, "C1", "score", "31"), (2, "C1", "score", "29"))
    sealed(book)
    merged(scored.round, book)
    typed(backup, (2, "C1", "score", "25"))  # he goes on in the restored backup and seals it
    sealed(backup)
    report = merged(scored.round, backup)
    assert report.exit_code == 4
    with open_round(scored.round, read_only=True) as desk:
        found = {one.cell[1]: one for one in read_inbox(desk).cells}
    assert found[scored.service(1)].why is Why.FUTURE  # 31 stands; the backup still says 30
    assert found[scored.service(2)].why is Why.CONFLICT
    assert {row.value for row in found[scored.service(1)].sources} == {"30", "31"}
    assert {row.value for row in found[scored.service(2)].sources} == {"25", "29"}
    assert "closed_futures" in closed(scored)
    settled(scored, "29")
    assert "closed_futures" not in closed(scored)
    assert check_file(scored.round) == ()


@pytest.fixture
def torn(scored: Bench) -> tuple[Path, Path]:
    """Two copies of E1's book that conflict in one cell; both merged."""
    book = scored.books["E1"]
    copy = shutil.copyfile(book, scored.path("사본.score"))
    typed(book, (1, "C1", "score", "31"))
    typed(copy, (1, "C1", "score", "33"))
    for path in (book, copy):
        sealed(path)
    merged(scored.round, book, copy)
    return book, copy


def test_a_withdrawn_import_under_a_settlement_lets_it_sleep(scored: Bench, torn) -> None:
    settled(scored, "32")
    assert score_of(scored) == {"32"}
    state, everything = derived_state(scored.round), revisions_in(scored.round)
    with open_round(scored.round) as desk:
        number = next(row.number for row in imports(desk) if row.file == "사본.score")
        plan = withdraw(desk, number, "사본은 버림")
    assert plan.sleeping == 1
    assert score_of(scored) == {"31"}
    assert revisions_in(scored.round) == everything
    merged(scored.round, torn[1])
    assert derived_state(scored.round) == state


def test_a_settlement_survives_each_parent_merged_again(scored: Bench, torn) -> None:
    settled(scored, "32")
    state = derived_state(scored.round)
    for book in (*torn, *reversed(torn)):
        assert merged(scored.round, book).files[0].status == "nothing new"
        assert derived_state(scored.round) == state


def test_a_new_mark_after_a_settlement_is_a_new_conflict_beside_it(scored: Bench, torn) -> None:
    settled(scored, "32")
    assert closed(scored) == []
    typed(torn[0], (1, "C1", "score", "35"))
    sealed(torn[0])
    report = merged(scored.round, torn[0])
    assert report.conflicts == 1
    assert score_of(scored) == {"32", "35"}
    with open_round(scored.round, read_only=True) as desk:
        (one,) = (row for row in read_inbox(desk).cells if row.why is Why.CONFLICT)
    assert [row.is_lead for row in one.sources] == [True, False]
    settled(scored, "35")
    assert score_of(scored) == {"35"}
    assert closed(scored) == []


def test_a_scale_changed_after_hand_out_lets_no_mark_count_that_meant_something_else(
    scored: Bench,
) -> None:
    merged(scored.round, scored.books["E1"])
    before = results_of(scored.round)["counted"]
    with open_round(scored.round) as desk:
        sheets = sheets_of(desk.definition)
        rows = tuple(
            SheetRow(row.uid, dict(row.texts) | {"scale": "rating", "step": "1"})
            if row.texts["code"] == "C1"
            else row
            for row in sheets.rows["indicators"]
        )
        redefine(desk, plan_change(desk, Sheets({**sheets.rows, "indicators": rows})), "척도 변경")
    assert (before, results_of(scored.round)["counted"]) == (3, 0)
    assert set(closed(scored)) == {"closed_incomplete", "closed_enter_again"}
    assert merged(scored.round, scored.books["E1"]).files[0].status == "nothing new"
    assert check_file(scored.round) == ()


def test_a_book_that_carries_another_persons_cells_is_refused_whole(scored: Bench) -> None:
    """Forged so that every id is right: E2's cells under E2's name in E1's book."""
    forged = Path(shutil.copyfile(scored.books["E1"], scored.path("위조.score")))
    rows = [*revisions_of(scored.books["E1"]), *revisions_of(scored.books["E2"])]
    replace_history(forged, rows)
    before = scored.round.read_bytes()
    (row,) = merged(scored.round, forged).files
    assert row.status == "refused"
    assert row.error is not None
    assert row.error.key == "foreign_cells"
    assert scored.round.read_bytes() == before
