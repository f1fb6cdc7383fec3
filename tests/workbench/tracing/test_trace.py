"""From a number back to everybody who wrote it: on real rounds, through merges and settlements."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from models.schema import DocumentKind
from models.store import open_store
from tests.workbench.rounds.small_round import WHOLE, heads_in, merged, sealed, typed
from workbench.adjusting.adjusting import adjust, take_back
from workbench.errors import AppError
from workbench.ledger.withdrawing import withdraw
from workbench.rounds.desk import RoundDesk, open_round
from workbench.settling.moderating import moderate
from workbench.settling.settling import settle
from workbench.tracing.trace import Hand, Trace, trace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench


def traced(bench: Bench, number: int = 1, code: str = "C1") -> Trace:
    with open_round(bench.round, read_only=True) as desk:
        return trace(desk, bench.service(number), bench.indicator(code))


def values(found: Trace) -> list[str | None]:
    return [row.value for row in found.rows]


@pytest.fixture
def split(bench: Bench) -> Bench:
    """E1 typed 30, then 32 in his book and 35 in a copy of it; both are merged."""
    first, other = bench.books["E1"], bench.path("other.score")
    typed(first, *WHOLE)
    shutil.copyfile(first, other)
    typed(first, (1, "C1", "score", "32"))
    typed(other, (1, "C1", "score", "35"))
    sealed(other)
    merged(bench.round, first, other)
    return bench


def test_nothing_was_ever_stored(bench: Bench) -> None:
    assert traced(bench).rows == ()


def test_every_value_names_who_typed_it_and_the_file_that_brought_it(bench: Bench) -> None:
    book = bench.books["E1"]
    typed(book, (1, "C1", "score", "30"))
    merged(bench.round, book)
    typed(book, (1, "C1", "score", "28"))
    sealed(book)
    merged(bench.round, book)
    newest, oldest = traced(bench).rows
    assert (newest.value, newest.before) == ("28", ("30",))
    assert (oldest.value, oldest.before) == ("30", ())
    assert {row.owner for row in (newest, oldest)} == {bench.owner("E1")} == {newest.author}
    assert [file.number for file in newest.files] == [2]
    assert [file.number for file in oldest.files] == [1, 2]
    assert oldest.files[0].file == book.name
    assert (newest.is_present, oldest.is_present) == (True, False)
    assert (newest.is_sealed, oldest.is_sealed) == (True, False)
    assert newest.hand is oldest.hand is Hand.TYPED


def test_a_conflict_shows_every_value_and_its_end_with_the_reason(split: Bench) -> None:
    rows = traced(split).rows
    assert {row.value for row in rows if row.is_present} == {"32", "35"}
    assert [row.value for row in rows if row.is_sealed] == ["35"]
    cell = split.cell("E1", 1, "C1", "score")
    with open_round(split.round) as desk:
        settle(desk, [(cell, "35")], "본인에게 확인함")
    newest, *others = traced(split).rows
    assert (newest.value, newest.hand, newest.reason) == ("35", Hand.SETTLED, "본인에게 확인함")
    assert sorted(filter(None, newest.before)) == ["32", "35"]
    assert newest.is_present
    assert newest.files == ()
    assert not any(row.is_present for row in others)
    assert newest.owner == split.owner("E1") != newest.author


def test_what_a_withdrawn_import_brought_sleeps_and_with_it_the_settlement(split: Bench) -> None:
    cell = split.cell("E1", 1, "C1", "score")
    with open_round(split.round) as desk:
        settle(desk, [(cell, "35")], "확인")
        withdraw(desk, 2, "다른 사람의 파일")
    found = {row.value: row for row in traced(split).rows if row.hand is Hand.TYPED}
    assert (found["35"].counts, found["35"].is_present) == (False, False)
    assert found["35"].files[0].is_withdrawn
    assert found["32"].is_present
    assert found["30"].counts
    (settled,) = (row for row in traced(split).rows if row.hand is Hand.SETTLED)
    assert not settled.counts
    assert not found["35"].is_sealed  # the seal came with the import that was withdrawn


def test_an_agreed_mark_stands_beside_the_marks_below_it(bench: Bench) -> None:
    for code in ("E1", "E2"):
        typed(bench.books[code], *WHOLE)
        merged(bench.round, bench.books[code])
    pair = bench.service(1), bench.indicator("C1")
    with open_round(bench.round) as desk:
        moderate(desk, pair, "31", "회의에서 합의", ["김가상"])
    found = traced(bench)
    (agreed,) = found.lead
    assert (agreed.hand, agreed.reason, agreed.event) == (Hand.LEAD, "회의에서 합의", "moderated")
    assert agreed.is_present
    assert [row.value for row in found.of(bench.owner("E2"))] == ["30"]


def test_an_adjustment_has_its_history(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        uid = adjust(desk, 1, "+2", "시범 사업", "공문 3쪽")
        adjust(desk, 1, "+1.5", "시범 사업 일부", "공문 3쪽", uid)
        take_back(desk, uid, "중복")
        found = trace(desk, bench.service(1), uid)
    taken, changed, given = found.rows
    assert (taken.value, taken.reason, taken.is_present) == (None, "중복", True)
    assert (changed.event, given.event) == ("adjusted", "adjusted")
    assert [row.hand for row in found.rows] == [Hand.LEAD] * 3


def test_a_clock_that_goes_wrong_puts_nothing_before_what_it_replaced(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = bench.books["E1"]
    for at, value in ((9_000, "30"), (1_000, "31"), (5_000, "32")):
        monkeypatch.setattr("workbench.journal.pen.now_ms", lambda at=at: at)
        typed(book, (1, "C1", "score", value))
    merged(bench.round, book)
    assert values(traced(bench)) == ["32", "31", "30"]
    assert [row.made_at for row in traced(bench).rows] == [5_000, 1_000, 9_000]


@pytest.mark.parametrize("code", ["C1", "I1", "S1"])
def test_what_is_present_is_what_the_round_counts(split: Bench, code: str) -> None:
    heads = {
        row.id
        for row in heads_in(split.round).values()
        if (row.service, row.subject) == (split.service(1), split.indicator(code))
    }
    assert {row.revision for row in traced(split, 1, code).rows if row.is_present} == heads


def test_a_changed_byte_is_told_and_never_shown(split: Bench) -> None:
    with open_store(split.round, DocumentKind.ROUND) as store, store.write() as connection:
        connection.exec_driver_sql(
            "UPDATE revision SET value = '40' WHERE value = '32' AND field = 'score'"
        )
    with RoundDesk(open_store(split.round, DocumentKind.ROUND)) as desk:
        with pytest.raises(AppError) as caught:
            trace(desk, split.service(1), split.indicator("C1"))
        assert caught.value.key == "history_broken"


def test_an_event_that_was_changed_leaves_the_number_readable(split: Bench) -> None:
    cell = split.cell("E1", 1, "C1", "score")
    with open_round(split.round) as desk:
        settle(desk, [(cell, "35")], "확인")
    with open_store(split.round, DocumentKind.ROUND) as store, store.write() as connection:
        connection.exec_driver_sql(
            "UPDATE event SET detail = '[\"revision\"' WHERE kind = 'settled'"
        )
    newest, *_ = traced(split).rows
    assert (newest.value, newest.reason) == ("35", "")


def test_tracing_writes_nothing(split: Bench, tmp_path: Path) -> None:
    before = split.round.read_bytes()
    traced(split)
    assert split.round.read_bytes() == before
