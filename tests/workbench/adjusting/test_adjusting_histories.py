"""Random sequences of giving, changing, taking back, merging and withdrawing, on real files."""

from __future__ import annotations

import shutil
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.rounds.small_round import (
    IN_MEMORY,
    derived_state,
    merged,
    results_of,
    sealed,
    typed,
)
from workbench.adjusting.adjusting import adjust, adjustments_of, take_back
from workbench.checking import check_file
from workbench.ledger.withdrawing import imports, withdraw
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench

NUMBERS = (1, 2, 5)
CAP = Decimal(3)
POINTS = st.integers(-300, 300).filter(bool).map(lambda units: Decimal(units) / 100)
WHICH = st.integers(0, 8)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("give"), st.sampled_from(NUMBERS), POINTS),
        st.tuples(st.just("change"), WHICH, POINTS),
        st.tuples(st.just("take_back"), WHICH, st.none()),
        st.tuples(st.just("mark"), st.sampled_from(NUMBERS), st.integers(40, 80)),
        st.tuples(st.just("withdraw"), st.none(), st.none()),
        st.tuples(st.just("again"), st.none(), st.none()),
    ),
    min_size=1,
    max_size=10,
)


class Lead:
    """The round, and what its adjustments must be, kept by a plain dictionary."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.held: dict[bytes, tuple[int, Decimal]] = {}
        self.marks = dict.fromkeys(NUMBERS, Decimal(20)) | {2: Decimal(30), 5: Decimal(30)}
        self.stands = True

    def give(self, number: int, points: Decimal) -> None:
        with open_round(self.bench.round) as desk:
            uid = adjust(desk, number, f"{points:+f}", "까닭")
        self.held[uid] = number, points

    def change(self, which: int, points: Decimal) -> None:
        if self.held:
            uid = list(self.held)[which % len(self.held)]
            number = self.held[uid][0]
            with open_round(self.bench.round) as desk:
                assert adjust(desk, number, f"{points:+f}", "다시", "", uid) == uid
            self.held[uid] = number, points

    def take_back(self, which: int, _: None) -> None:
        if self.held:
            uid = list(self.held)[which % len(self.held)]
            with open_round(self.bench.round) as desk:
                take_back(desk, uid, "거둠")
            del self.held[uid]

    def mark(self, number: int, halves: int) -> None:
        """E2 types another mark, seals and sends: a later merge."""
        self.marks[number] = Decimal(halves) / 2
        typed(self.bench.books["E2"], (number, "C1", "score", f"{self.marks[number]:f}"))
        sealed(self.bench.books["E2"])
        self.again(None, None)

    def withdraw(self, _: None, __: None) -> None:
        """Every book of E2 is withdrawn: nothing is counted any more."""
        with open_round(self.bench.round) as desk:
            for row in imports(desk):
                if not row.withdrawn and row.evaluator and row.evaluator.code == "E2":
                    withdraw(desk, row.number, "다시 받음")
        self.stands = False

    def again(self, _: None, __: None) -> None:
        merged(self.bench.round, self.bench.books["E2"])
        self.stands = True

    def require_right(self) -> None:
        with open_round(self.bench.round, read_only=True) as desk:
            rows = {row.service.number: row for row in adjustments_of(desk)}
        printed = {row["number"]: row for row in results_of(self.bench.round)["services"]}
        for number, row in rows.items():
            mine = {uid: points for uid, (where, points) in self.held.items() if where == number}
            assert {one.uid: one.points for one in row.adjustments} == mine
            assert row.now.given == sum(mine.values(), Decimal(0))
            assert row.now.applied == max(-CAP, min(CAP, row.now.given))
            if not self.stands:
                assert printed[number]["total"] is None
                continue
            sections = (30 + self.marks[number]) / 2 + 36 + Decimal("11.25")
            total = max(Decimal(0), min(Decimal(100), sections + row.now.applied))
            assert printed[number]["total"] == f"{total:.2f}"
            assert printed[number]["verdict"] == ("below" if total < 75 else "pass")
        assert check_file(self.bench.round) == ()


@settings(max_examples=settings().max_examples // 2)
@given(STEPS)
def test_whatever_happens_the_total_is_the_clipped_sum(
    capped_template: Bench, steps: list[tuple]
) -> None:
    with (
        tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("SCORING_WORKBENCH_HOME", str(Path(folder) / "home"))
        lead = Lead(capped_template.copied_to(Path(folder) / "round"))
        for step, which, what in steps:
            getattr(lead, step)(which, what)
            lead.require_right()
        before = derived_state(lead.bench.round)
        copy = Path(shutil.copyfile(lead.bench.round, Path(folder) / "copy.round"))
        merged(copy, *lead.bench.books.values())
        merged(copy, *lead.bench.books.values())
        if lead.stands:  # everything was there already: not a byte of the result is another
            assert derived_state(copy) == before
