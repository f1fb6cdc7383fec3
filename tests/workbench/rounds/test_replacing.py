"""Another evaluator takes over in one step: recusal, assignment, version and book, or nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from models.definitions import set_fact
from models.imports import events
from tests.workbench.rounds.redefinitions import changed, lowered, present
from tests.workbench.rounds.small_round import WHOLE, Bench, made, merged, revisions_in, typed
from workbench.checking import check_file
from workbench.definition.terms import Standing
from workbench.errors import DefinitionUnfit, InputError, MergeError, StoreError
from workbench.rounds.desk import RoundDesk, open_round
from workbench.rounds.finality import FACT as FINAL
from workbench.rounds.replacing import Arriving, replace_evaluator
from workbench.scoring.book import open_book
from workbench.setup.assigning import recuse
from workbench.setup.draft import keep_draft

if TYPE_CHECKING:
    from pathlib import Path

NEW = Arriving("E4", "박가상", "가상협회")


def replaced(
    desk: RoundDesk, folder: Path, leaving: str = "E2", arriving: Arriving = NEW, **asked: Any
) -> Any:
    wanted = {"numbers": None, "standing": Standing.RECUSED, "reason": "질병"} | asked
    return replace_evaluator(desk, leaving, arriving, folder=folder, **wanted)


def test_marks_of_who_leaves_are_kept_and_do_not_count(whole_bench: Bench) -> None:
    before = revisions_in(whole_bench.round)
    with open_round(whole_bench.round) as desk:
        report = replaced(desk, whole_bench.path("새 파일"), numbers=(1, 2))
        outcome = desk.outcome()
        assert report.plan.after == outcome
    assert (report.leaving.code, report.arriving.code, report.numbers) == ("E2", "E4", (1, 2))
    assert {row.service for row in outcome.strays} == {whole_bench.service(n) for n in (1, 2)}
    assert {row.evaluator for row in outcome.strays} == {whole_bench.owner("E2")}
    assert revisions_in(whole_bench.round) == before
    (first, second) = outcome.recusals
    assert (first.standing, first.reason, second.reason) == (Standing.RECUSED, "질병", "질병")
    assert check_file(whole_bench.round) == ()


def test_the_new_book_holds_only_its_part(whole_bench: Bench) -> None:
    with open_round(whole_bench.round) as desk:
        report = replaced(desk, whole_bench.path("새 파일"), numbers=(5,))
    assert report.book == whole_bench.path("새 파일") / "E4_박가상.score"
    with open_book(report.book) as book:
        assert [row.number for row in book.definition.services] == [5]
        assert [row.code for row in book.definition.evaluators] == ["E4"]
        assert not any(sheet.given for sheet in book.sheets())
    image = report.book.read_bytes()
    assert not any(word.encode() in image for word in ("이가상", "김가상", "질병", "E2의 의견"))


def test_the_new_book_is_scored_and_merged_and_the_old_one_still_taken(
    whole_bench: Bench,
) -> None:
    with open_round(whole_bench.round) as desk:
        report = replaced(desk, whole_bench.path("새 파일"))
    typed(report.book, *WHOLE)
    typed(whole_bench.books["E2"], (1, "C1", "score", "12"))
    taken = merged(whole_bench.round, report.book, whole_bench.books["E2"])
    assert [row.status for row in taken.files] == ["merged", "merged"]
    assert taken.files[1].stray > 0
    with open_round(whole_bench.round) as desk:
        outcome = desk.outcome()
    assert outcome.counted == 3
    assert any(row.value == "12" for row in outcome.strays)


def test_somebody_in_the_roster_takes_over_with_his_own_book(tmp_path: Path) -> None:
    bench = made(
        tmp_path / "회차",
        assignments="""
            evaluator¦services¦sections¦status¦reason
            E1¦1;2¦all¦¦
            E2¦5¦all¦¦
        """,
    )
    typed(bench.books["E1"], (1, "C1", "score", "30"))
    merged(bench.round, bench.books["E1"])
    with open_round(bench.round) as desk:
        report = replaced(desk, bench.path("새 파일"), arriving=Arriving("e1"))
        assert [row.code for row in desk.definition.evaluators] == ["E1", "E2"]
    with open_book(report.book) as book, open_book(bench.books["E1"]) as old:
        assert book.uid == old.uid
        assert [sheet.service.number for sheet in book.sheets()] == [1, 2, 5]
        assert book.sheets()[0].given == 1


def test_the_history_says_who_went_and_came(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        replaced(desk, bench.path("새 파일"), standing=Standing.DISQUALIFIED, reason="친족 관계")
        with desk.store.read() as connection:
            last = events(connection)[-1]
    detail = json.loads(last.detail)
    assert last.kind == "evaluator_replaced"
    assert (detail["leaving"], detail["arriving"], detail["services"]) == ("E2", "E4", [1, 2, 5])
    assert (detail["standing"], detail["reason"]) == ("제척", "친족 관계")
    assert detail["effects"] == {"hole": 9}


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ({"leaving": "E9"}, "change_nobody"),
        ({"arriving": Arriving("E9")}, "change_name_missing"),
        ({"arriving": Arriving("e2")}, "change_same_person"),
        ({"arriving": Arriving("E1", "다른 이름")}, "change_other_name"),
        ({"numbers": (1, 77)}, "change_not_his"),
        ({"numbers": ()}, "change_not_his"),
        ({"reason": "  "}, "change_reason_missing"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_done(
    asked: dict[str, Any], key: str, bench: Bench
) -> None:
    before = bench.round.read_bytes()
    with open_round(bench.round) as desk, pytest.raises(InputError, match=key):
        replaced(desk, bench.path("새 파일"), **asked)
    assert bench.round.read_bytes() == before
    assert not bench.path("새 파일").exists()


def test_somebody_without_a_code_makes_no_fit_definition(bench: Bench) -> None:
    with open_round(bench.round) as desk, pytest.raises(DefinitionUnfit):
        replaced(desk, bench.path("새 파일"), arriving=Arriving(" ", "박가상"))


def test_who_is_recused_there_cannot_take_over(bench: Bench) -> None:
    changed(bench, lambda sheets: recuse(sheets, "E1", [1], Standing.CHALLENGED, "신청"))
    with open_round(bench.round) as desk, pytest.raises(InputError, match="change_recused_there"):
        replaced(desk, bench.path("새 파일"), arriving=Arriving("E1"))


def test_edits_that_wait_must_be_applied_first(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        keep_draft(desk, lowered(present(desk)))
        with pytest.raises(InputError, match="change_draft_waiting"):
            replaced(desk, bench.path("새 파일"))


def test_an_existing_book_is_not_written_over_and_nothing_happens(bench: Bench) -> None:
    folder = bench.path("새 파일")
    folder.mkdir()
    (folder / "E4_박가상.score").write_text("있던 것", encoding="utf-8")
    before = bench.round.read_bytes()
    with open_round(bench.round) as desk, pytest.raises(InputError, match="target_exists"):
        replaced(desk, folder)
    assert bench.round.read_bytes() == before
    assert (folder / "E4_박가상.score").read_text(encoding="utf-8") == "있던 것"


def test_a_folder_that_cannot_be_made_leaves_the_round_as_it_was(bench: Bench) -> None:
    bench.path("막힘").touch()
    before = bench.round.read_bytes()
    with open_round(bench.round) as desk, pytest.raises(StoreError):
        replaced(desk, bench.path("막힘") / "새 파일")
    assert bench.round.read_bytes() == before


def test_a_final_round_is_left_alone(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        with desk.store.write() as connection:
            set_fact(connection, FINAL, "00")
        with pytest.raises(MergeError, match="round_final"):
            replaced(desk, bench.path("새 파일"))
    assert not bench.path("새 파일").exists()
