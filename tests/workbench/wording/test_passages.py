"""The lead's final wording on real files: what is written, what is not, and who hears of it."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest

from models.imports import events
from tests.workbench.rounds.small_round import (
    WHOLE,
    Bench,
    merged,
    results_of,
    revisions_in,
    sealed,
)
from workbench.checking import check_file
from workbench.errors import InputError, MergeError
from workbench.ledger.entries import history
from workbench.ledger.finalising import finalise
from workbench.results.wording import printed_texts
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book
from workbench.scoring.findings import about
from workbench.sentences import sentence_of
from workbench.text import MAX_CHARACTERS
from workbench.wording.passages import Line, word_passages
from workbench.wording.taking import taken_over
from workbench.wording.texts import read_texts

GOOD, TASK = "achievement", "improvement"


@pytest.fixture
def written(bench: Bench) -> Bench:
    """Both evaluators are complete and wrote lists for service 1."""
    lists = {
        "E1": {
            GOOD: ["지역 협의체 운영을 통한 홍보 우수", "점검 노력 적절"],
            TASK: ["목표 보완 필요"],
        },
        "E2": {
            GOOD: ["지역 협의체의 운영을 통한 홍보 우수"],
            TASK: ["안내 보완 필요", "점검 강화 필요"],
        },
    }
    for code, path in bench.books.items():
        with open_book(path) as book:
            for number, field_code, field, text in WHOLE:
                indicator = bench.indicator(field_code)
                book.record(bench.service(number), indicator, field, text)
            for kind, texts in lists[code].items():
                book.write(book.list_change(bench.service(1), kind, texts))
        sealed(path)
    merged(bench.round, *bench.books.values())
    return bench


def line(text: str, *sources: tuple[bytes, bytes]) -> Line:
    return Line(uuid4().bytes, text, sources)


def word(bench: Bench, *lines: Line, kind: str = GOOD, number: int = 1) -> None:
    with open_round(bench.round) as desk:
        word_passages(desk, bench.service(number), kind, lines)


def printed(bench: Bench, kind: str = GOOD, number: int = 1) -> list[str]:
    with open_round(bench.round, read_only=True) as desk:
        rows = printed_texts(desk.outcome())
    return [row.text for row in rows.get((bench.service(number), kind), ())]


def uids(bench: Bench) -> list[bytes]:
    with open_round(bench.round, read_only=True) as desk:
        return [row.uid for row in desk.outcome().passages]


def told(bench: Bench) -> list[dict[str, object]]:
    with open_round(bench.round, read_only=True) as desk, desk.store.read() as connection:
        rows = events(connection)
    return [json.loads(row.detail) for row in rows if row.kind == "worded"]


def test_a_worded_list_stands_in_the_report_in_place_of_the_evaluators(written: Bench) -> None:
    before = results_of(written.round)
    assert len(printed(written)) == 3
    word(written, line("첫째 노력 적절"), line("둘째 노력 우수"))
    assert printed(written) == ["첫째 노력 적절", "둘째 노력 우수"]
    assert len(printed(written, TASK)) == 3
    assert results_of(written.round) == before
    assert check_file(written.round) == ()


def test_what_stands_already_is_not_written_again(written: Bench) -> None:
    first, second = line("첫째 노력 적절"), line("둘째 노력 우수")
    word(written, first, second)
    before = revisions_in(written.round)
    word(written, first, second)
    assert revisions_in(written.round) == before
    assert len(told(written)) == 1


def test_only_what_changed_is_written_and_uids_stay(written: Bench) -> None:
    first, second = line("첫째 노력 적절"), line("둘째 노력 우수")
    word(written, first, second)
    before = revisions_in(written.round)
    word(written, first, Line(second.uid, "둘째 노력 적절"), line("셋째 노력 우수"))
    made = revisions_in(written.round).keys() - before.keys()
    assert len(made) == 2
    assert uids(written)[:2] == [first.uid, second.uid]
    assert printed(written) == ["첫째 노력 적절", "둘째 노력 적절", "셋째 노력 우수"]


def test_a_removed_line_is_cleared_and_the_others_keep_their_place(written: Bench) -> None:
    lines = [line(f"{name} 노력 적절") for name in ("첫째", "둘째", "셋째")]
    word(written, *lines)
    before = revisions_in(written.round)
    word(written, lines[0], lines[2])
    (made,) = revisions_in(written.round).keys() - before.keys()
    assert revisions_in(written.round)[made].value is None
    assert printed(written) == ["첫째 노력 적절", "셋째 노력 적절"]
    word(written)
    assert len(printed(written)) == 3  # the evaluators' own again


def test_another_order_is_kept(written: Bench) -> None:
    first, second, third = (line(f"{name} 노력 적절") for name in ("첫째", "둘째", "셋째"))
    word(written, first, second)
    word(written, second, third, first)
    assert printed(written) == ["둘째 노력 적절", "셋째 노력 적절", "첫째 노력 적절"]
    assert uids(written) == [second.uid, third.uid, first.uid]


def test_a_line_may_go_over_to_the_other_kind(written: Bench) -> None:
    one, other = line("점검 강화 필요"), line("홍보 우수")
    word(written, one, other)
    word(written, one, kind=TASK)
    assert printed(written) == ["홍보 우수"]
    assert printed(written, TASK) == ["점검 강화 필요"]


def test_text_comes_through_the_one_door_and_blank_lines_are_none(written: Bench) -> None:
    word(written, line("  앞뒤\t빈칸\x00 \r\n둘째 줄 "), line("   "))
    assert printed(written) == ["앞뒤 빈칸 \n둘째 줄"]


def test_a_text_too_long_is_refused_whole(written: Bench) -> None:
    before = revisions_in(written.round)
    with pytest.raises(InputError, match="text_too_long"):
        word(written, line("짧음"), line("가" * (MAX_CHARACTERS + 1)))
    assert revisions_in(written.round) == before
    assert told(written) == []


def test_a_final_round_takes_no_wording(written: Bench) -> None:
    with open_round(written.round) as desk:
        finalise(desk)
    before = revisions_in(written.round)
    with pytest.raises(MergeError, match="round_final"):
        word(written, line("첫째"))
    with pytest.raises(MergeError, match="round_final"):
        word(written)  # although nothing would change
    assert revisions_in(written.round) == before


def test_a_service_that_is_not_there_is_refused(written: Bench) -> None:
    with open_round(written.round) as desk, pytest.raises(InputError, match="wording_no_service"):
        word_passages(desk, b"x" * 16, GOOD, [line("첫째")])


def test_the_history_tells_service_kind_and_how_many_lines(written: Bench) -> None:
    word(written, line("첫째 노력 적절"), line("둘째 노력 우수"))
    word(written, line("셋째 보완 필요"), kind=TASK)
    first, second = told(written)
    assert (first["number"], first["of"], first["count"]) == (1, GOOD, 2)
    made = revisions_in(written.round)
    assert {made[bytes.fromhex(one)].field for one in first["revisions"]} == {"wording"}
    assert (second["of"], second["count"]) == (TASK, 1)
    with open_round(written.round, read_only=True) as desk:
        (*_, entry) = history(desk).entries
    assert sentence_of(entry.words, "ko").endswith("1 가상 센터 개선 과제, 지금 1줄")
    assert sentence_of(entry.words, "en").endswith("lines now: 1")


def test_taking_over_joins_two_that_say_nearly_the_same(written: Bench) -> None:
    with open_round(written.round) as desk:
        findings = [row for row in desk.outcome().findings if row.kind == GOOD]
        lines = taken_over((), findings)
        word_passages(desk, written.service(1), GOOD, lines)
        (first, second) = desk.outcome().passages
    owners = written.owner("E1"), written.owner("E2")
    assert first.text == "지역 협의체 운영을 통한 홍보 우수"
    assert [owner for owner, _ in first.sources] == list(owners)
    assert [owner for owner, _ in second.sources] == [owners[0]]


def test_what_the_lead_sees_of_a_service(written: Bench) -> None:
    with open_book(written.books["E1"]) as book:
        service = written.service(1)
        item = book.sheet(service).items(TASK)[0]
        place = (written.owner("E1"), service, TASK)
        book.write(about(place, item.uid, written.indicator("C1")))
    sealed(written.books["E1"])
    merged(written.round, written.books["E1"])
    word(written, line("첫째 노력 적절"))
    with open_round(written.round, read_only=True) as desk:
        first, second, _ = read_texts(desk, desk.outcome())
    assert [row.finding.text for row in first.originals if row.finding.kind == TASK] == [
        "목표 보완 필요",
        "안내 보완 필요",
        "점검 강화 필요",
    ]
    linked = [row.about.code for row in first.originals if row.about is not None]
    assert linked == ["C1"]
    assert [one.text for one in first.lines(GOOD)] == ["첫째 노력 적절"]
    assert first.lines(TASK) == ()
    assert first.worded == {GOOD}
    assert second.originals == ()
    assert second.remark_count == 2  # neither kind has a line
