"""What the inbox says of every choice is what the round says once exactly that is settled."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workbench.rounds.small_round import IN_MEMORY, WHOLE, merged, typed
from workbench.journal.fields import MAKE_POINTS
from workbench.rounds.desk import open_round
from workbench.settling.inbox import Inbox, read_inbox
from workbench.settling.open_cells import OpenCell, Why
from workbench.settling.settling import Choice, settle

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench, Typed

TYPINGS: list[Typed] = [
    *((number, "C1", "score", mark) for number in (1, 2) for mark in ("20", "30", "40", "")),
    (1, "C1", "not_applicable", "yes"),
    (1, "C1", "comment", "까닭"),
    (1, "I1", "actual", "6"),
    (1, "I1", "actual", ""),
    (1, "I1", "target", "0"),
    (2, "S1", "survey_mean", "5"),
    (2, "S1", "survey_n", "7"),
    (2, "", "recusal", "yes"),
    (5, "", "opinion", "의견"),
]
EDITS = st.lists(st.sampled_from(TYPINGS), max_size=6)


def newest(one: OpenCell) -> str | None:
    return one.sources[-1].value


def told(inbox: Inbox, one: OpenCell, value: str | None) -> tuple[object, ...] | None:
    effect = inbox.effect(one.cell, value)
    return effect and (effect.total, effect.verdict, effect.below, effect.average)


def said_by_the_round(round_: Path, choices: list[Choice], service: bytes) -> tuple[object, ...]:
    copy = shutil.copyfile(round_, round_.with_name("정함.round"))
    with open_round(copy) as desk:
        settle(desk, choices, "까닭")
        outcome = desk.outcome()
    row = next(row for row in outcome.services if row.service.uid == service)
    return row.total, row.verdict, len(outcome.below), outcome.average


@given(EDITS, EDITS, st.booleans())
@settings(max_examples=max(1, settings().max_examples // 4))
def test_every_effect_is_what_settling_does(fresh_bench: Bench, here, there, whole) -> None:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        bench = fresh_bench.copied_to(Path(folder) / "bench")
        for code in ("E1", "E2"):
            typed(bench.books[code], *(WHOLE if whole else WHOLE[:7]))
        copy = shutil.copyfile(bench.books["E1"], bench.path("사본.score"))
        typed(bench.books["E1"], *here)
        typed(copy, *there)
        merged(bench.round, *bench.books.values(), copy)
        with open_round(bench.round, read_only=True) as desk:
            inbox = read_inbox(desk)
        for one in inbox.cells:
            rest = [
                (other.cell, newest(other))
                for other in inbox.cells
                if other.why is Why.CONFLICT
                and other.field in MAKE_POINTS
                and other.cell[1] == one.cell[1]
                and other is not one
            ]
            for row in one.sources:
                assert (row.effect is None) == (one.field not in MAKE_POINTS)
                if row.effect is None:
                    continue
                choices = [*rest, (one.cell, row.value)]
                said = said_by_the_round(bench.round, choices, one.cell[1])
                assert told(inbox, one, row.value) == said
                assert row.effect == inbox.effect(one.cell, row.value)
                assert row.effect.assumed == len(rest)
