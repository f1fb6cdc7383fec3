"""``scorebench adjust``: what it takes, says and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import refused, scorebench
from tests.workbench.rounds.small_round import revisions_in
from workbench.ledger.finalising import finalise
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench

SERVICE = ("--service", "1")
WHY = ("--reason", "지도점검 지적 2건")


def given(bench: Bench, points: str, *words: str) -> str:
    answer = scorebench("adjust", bench.round, *SERVICE, f"--points={points}", *WHY, *words)
    assert (answer.code, answer.err) == (0, "")
    return answer.found["changed"]


def test_without_a_choice_it_lists_and_writes_nothing(whole: Bench) -> None:
    before = whole.round.read_bytes()
    for words in ((), ("--list",)):
        answer = scorebench("adjust", whole.round, *words)
        assert (answer.code, answer.found) == (0, {"changed": None, "services": []})
    assert whole.round.read_bytes() == before
    said = scorebench("adjust", whole.round, "--lang", "en", as_text=True).out
    assert said == "There are no adjustments.\n"


def test_a_bonus_is_given_and_told_with_what_it_does(whole: Bench) -> None:
    uid = given(whole, "+2.75", "--evidence", "공문 12쪽")
    answer = scorebench("adjust", whole.round)
    (service,) = answer.found["services"]
    (one,) = service.pop("adjustments")
    assert one.pop("made_at").endswith("+00:00")
    assert one == {
        "uid": uid,
        "points": "2.75",
        "reason": "지도점검 지적 2건",
        "evidence": "공문 12쪽",
    }
    assert service == {
        "number": 1,
        "name": "가상 센터",
        "given": "2.75",
        "adjusted": "2.75",
        "capped": False,
        "clipped": False,
        "sections": "72.25",
        "total": "75.00",
        "verdict_before": "below",
        "verdict": "pass",
        "rank": 3,
    }
    korean, english = (
        scorebench("adjust", whole.round, "--lang", language, as_text=True).out.splitlines()
        for language in ("ko", "en")
    )
    assert korean == [
        f"{uid[:8]}  1 가상 센터: +2.75점 · 지도점검 지적 2건 · 근거 공문 12쪽",
        "1 가상 센터: 분야 합계 72.25, 가감점 +2.75, 총점 75.00, 통과",
        "1 가상 센터: 가감점으로 판정이 바뀝니다. 재계약배제 → 통과",
    ]
    assert english[1] == "1 가상 센터: sections 72.25, adjustments +2.75, total 75.00, pass"


@pytest.mark.parametrize("words", [("--points=-0.5",), ("--points", "-0.5"), ("--points", "−0.5")])
def test_a_penalty_may_be_written_either_way(whole: Bench, words: tuple[str, ...]) -> None:
    answer = scorebench("adjust", whole.round, *SERVICE, *words, *WHY)
    assert answer.found["services"][0]["adjusted"] == "-0.50"
    assert answer.found["services"][0]["total"] == "71.75"


def test_one_is_changed_and_taken_back_by_the_beginning_of_its_mark(whole: Bench) -> None:
    uid, other = given(whole, "+1"), given(whole, "+2")
    assert given(whole, "-1", "--change", uid[:8]) == uid
    points = [
        (one["uid"], one["points"])
        for row in scorebench("adjust", whole.round).found["services"]
        for one in row["adjustments"]
    ]
    assert points == [(other, "2.00"), (uid, "-1.00")]  # the changed one is the newest
    words = ("--take-back", uid.upper(), "--reason", "잘못 매김")
    answer = scorebench("adjust", whole.round, *words)
    assert (answer.code, answer.found["changed"]) == (0, uid)
    assert [len(row["adjustments"]) for row in answer.found["services"]] == [1]


def test_a_sum_over_the_cap_is_said_to_be_cut(capped: Bench) -> None:
    given(capped, "+2")
    given(capped, "+2.5")
    answer = scorebench("adjust", capped.round)
    (row,) = answer.found["services"]
    assert (row["given"], row["adjusted"], row["capped"]) == ("4.50", "3.00", True)
    assert "+4.50 → 한도에 따라 +3.00" in scorebench("adjust", capped.round, as_text=True).out
    # the same in what the result says
    found = scorebench("results", capped.round).found["services"][0]
    assert (found["adjusted"], found["total"]) == ("3.00", "75.25")


@pytest.mark.parametrize(
    "words",
    [
        (*SERVICE, "--points=0.5", *WHY),
        (*SERVICE, "--points=", *WHY),
        (*SERVICE, "--points=-0", *WHY),
        (*SERVICE, "--points=-0.505", *WHY),
        (*SERVICE, "--points=+3.5", *WHY),
        (*SERVICE, "--points=-0.5"),
        (*SERVICE, "--points=-0.5", "--reason", " "),
        ("--service", "9", "--points=-0.5", *WHY),
        ("--service", "하나", "--points=-0.5", *WHY),
        ("--points=-0.5", *WHY),
        (*SERVICE, *WHY),
        WHY,
        ("--evidence", "공문"),
        ("--take-back", "0123456789abcdef"),
        ("--take-back", "0123456789abcdef", *WHY),
        ("--take-back", "", *WHY),
        ("--take-back", "01", *SERVICE, *WHY),
        (*SERVICE, "--points=-0.5", "--take-back", "01", *WHY),
        ("--list", *SERVICE, "--points=-0.5", *WHY),
        ("--list", *SERVICE),
        (*SERVICE, "--points=-0.5", "--change", "01", *WHY),
    ],
)
def test_what_is_unfit_is_two_and_changes_nothing(capped: Bench, words: tuple[str, ...]) -> None:
    before = capped.round.read_bytes()
    refused(2, "adjust", capped.round, *words)
    assert capped.round.read_bytes() == before


def test_a_mark_that_fits_several_is_asked_for_again(whole: Bench) -> None:
    for _ in range(17):  # of seventeen two begin alike
        given(whole, "+0.01")
    uids = [
        one["uid"] for one in scorebench("adjust", whole.round).found["services"][0]["adjustments"]
    ]
    first = next(uid[0] for uid in uids if sum(one[0] == uid[0] for one in uids) > 1)
    before = revisions_in(whole.round)
    (sentence,) = refused(2, "adjust", whole.round, "--take-back", first, *WHY)
    assert f"\u2018{first}\u2019" in sentence
    assert revisions_in(whole.round) == before


def test_a_final_round_is_four_and_no_round_is_three(whole: Bench) -> None:
    with open_round(whole.round) as desk:
        finalise(desk)
    refused(4, "adjust", whole.round, *SERVICE, "--points=-0.5", *WHY)
    refused(3, "adjust", whole.books["E1"])
    refused(3, "adjust", whole.path("nothing.round"))
