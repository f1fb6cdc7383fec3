"""The preview tells what the export then holds, and of every reason where it is dealt with."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.redefinitions import changed, put
from tests.workbench.rounds.small_round import WHOLE, made, merged, sealed, typed
from workbench.calibration.calibrating import calibrate
from workbench.definition.problems import Place
from workbench.ledger.objections import log_objection
from workbench.ledger.versions import issue_version
from workbench.reports.document.blocks import Paragraph, Voice
from workbench.reports.document.content import report_document
from workbench.reports.edition import Audience, Edition
from workbench.reports.exportable import read_exportable
from workbench.reports.form import Form
from workbench.reports.grounds import Grounds
from workbench.reports.issued_sheets import NOTHING_ISSUED, Issued
from workbench.reports.preview import Jump, Line, Preview, Tally, Topic, preview
from workbench.reports.preview_parts import counts_of, parts_of
from workbench.reports.summary_sheet import summary
from workbench.reports.workbook import sheets_of
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book
from workbench.sentences import sentence_of
from workbench.settling.moderating import moderate

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench

FORMS = [(audience, form) for audience in Audience for form in Form]
SERVICES = """
    number¦name¦type¦department¦operators¦term_end¦status¦reason
    1¦가상 센터¦¦¦¦¦¦
    2¦가상 공원¦¦¦¦¦¦
    5¦가상 주택¦¦¦¦¦¦
    7¦가상 극장¦¦¦¦¦¦
    9¦가상 시장¦¦¦¦¦exempt¦운영 1년 미만
    """


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """A round in which everything is open that can be; nobody writes into it."""
    bench = made(tmp_path_factory.mktemp("open"), services=SERVICES)
    one, two = bench.books["E1"], bench.books["E2"]
    for book in (one, two):
        typed(book, *WHOLE)
    with open_book(one) as book:
        book.record_list(bench.service(1), "achievement", ["목표를 넘김", "둘째 성과"])
    sealed(one)
    merged(bench.round, one, two)
    with open_round(bench.round) as desk:
        issue_version(desk, "이의신청 전")
        log_objection(desk, 2, "2024-07-01", "가나재단", "실적이 빠졌습니다.")
        pair = bench.service(5), bench.indicator("C1")
        moderate(desk, pair, "35", "협의 결과", ["김가상", "이가상"])
    other = shutil.copyfile(one, bench.path("사본.score"))
    typed(one, (1, "C1", "score", "31"))
    typed(other, (1, "C1", "score", "33"), (2, "S1", "comment", "다시 봄"))
    typed(two, (2, "C1", "not_applicable", "yes"), (5, "C1", "score", "21"))
    merged(bench.round, one, other, two)
    return bench


def shown_of(
    bench: Bench,
    audience: Audience = Audience.INTERNAL,
    form: Form = Form.WORKBOOK,
    *,
    draft: bool = True,
) -> Preview:
    with open_round(bench.round, read_only=True) as desk:
        reading = desk.reading()
        shown = preview(read_exportable(desk, reading), audience, form, draft=draft)
    assert shown.reasons == len(reading.closed)
    return shown


def line(shown: Preview, topic: Topic) -> Line:
    return next(row for row in (*shown.closing, *shown.left_out) if row.topic is topic)


def told(found: Line) -> list[tuple[str, list[str]]]:
    return [(_words(item.name), [_words(note) for note in item.notes]) for item in found.items]


def _words(words: object) -> str:
    return words if isinstance(words, str) else sentence_of(words, "ko")


def test_every_reason_stands_in_one_line_with_its_place(everything: Bench) -> None:
    shown = shown_of(everything)
    e1, e2 = everything.owner("E1"), everything.owner("E2")
    c1 = everything.indicator("C1")
    conflict = everything.cell("E1", 1, "C1", "score")
    places = {row.topic: [item.jump for item in row.items] for row in shown.closing}
    assert places == {
        Topic.INCOMPLETE: [Jump("results", everything.service(7))],
        Topic.CONFLICT: [Jump("conflicts", conflict)],
        Topic.MIXTURE: [Jump("moderation", (everything.service(2), c1))],
        Topic.STALE: [Jump("moderation", (everything.service(5), c1))],
        Topic.FUTURES: [Jump("conflicts", conflict)],
        Topic.UNSEALED: [Jump("progress", e1), Jump("progress", e2)],
        Topic.OBJECTION: [Jump("objections", 1)],
    }
    assert all(row.jump == row.items[0].jump for row in shown.closing)


def test_each_thing_is_named_with_what_it_waits_for(everything: Bench) -> None:
    shown = shown_of(everything)
    assert told(line(shown, Topic.INCOMPLETE)) == [
        ("7 가상 극장", ["평점 6칸 빠짐(김가상 3, 이가상 3)"])
    ]
    assert told(line(shown, Topic.CONFLICT)) == [("1 가상 센터 C1 점수", ["E1 김가상"])]
    assert told(line(shown, Topic.FUTURES)) == [("E1 김가상", ["서로 다른 칸 2개"])]
    unsealed = dict(told(line(shown, Topic.UNSEALED)))
    assert unsealed["E2 이가상"] == ["평점 3칸 빠짐"]
    assert any(note.startswith("봉인한 뒤 바뀐 칸") for note in unsealed["E1 김가상"])
    assert told(line(shown, Topic.OBJECTION)) == [("2 가상 공원", ["이의신청 1번"])]


def test_what_stays_out_but_closes_nothing_is_named_with_its_reason(everything: Bench) -> None:
    shown = shown_of(everything)
    exempt = line(shown, Topic.EXEMPT)
    assert told(exempt) == [("9 가상 시장", ["운영 1년 미만"])]
    assert exempt.jump == Jump("roster", Place("services", "services", 6, "status"))
    untold = line(shown, Topic.UNTOLD)
    assert [name for name, _ in told(untold)] == ["2 가상 공원", "5 가상 주택", "7 가상 극장"]
    assert untold.jump == Jump("wording", everything.service(2))


def test_values_to_enter_again_lead_to_who_has_to_enter_them(bench: Bench) -> None:
    typed(bench.books["E1"], *WHOLE)
    merged(bench.round, bench.books["E1"])
    changed(bench, lambda sheets: put(sheets, "indicators", "C1", scale="rating", step="1"))
    again = line(shown_of(bench), Topic.ENTER_AGAIN)
    assert [name for name, _ in told(again)] == [
        "1 가상 센터 C1 점수",
        "2 가상 공원 C1 점수",
        "5 가상 주택 C1 점수",
    ]
    assert {item.jump for item in again.items} == {Jump("progress", bench.owner("E1"))}


def test_a_service_without_anybody_to_score_it_leads_to_the_assignments(bench: Bench) -> None:
    typed(bench.books["E1"], *WHOLE)
    merged(bench.round, bench.books["E1"])
    with open_book(bench.books["E2"]) as book:
        book.record(bench.service(1), None, "recusal", "자문을 맡았음")
    with open_book(bench.books["E1"]) as book:
        book.record(bench.service(1), None, "recusal", "자문을 맡았음")
    merged(bench.round, *bench.books.values())
    shown = shown_of(bench)
    first = line(shown, Topic.INCOMPLETE).items[0]
    assert [_words(note) for note in first.notes] == ["배정 없는 지표 3개"]
    assert first.jump == Jump("roster", Place("assignments", "assignments"))
    stray = line(shown, Topic.STRAY)
    assert stray.count == 5
    assert told(stray) == [("E1 김가상", ["반영되지 않는 값 5개"])]


def test_an_indicator_without_an_agreed_mark_leads_to_the_moderation(bench: Bench) -> None:
    for book in bench.books.values():
        typed(book, *WHOLE)
        sealed(book)
    merged(bench.round, *bench.books.values())
    changed(bench, lambda sheets: put(sheets, "indicators", "C1", aggregation="consensus"))
    first = line(shown_of(bench), Topic.INCOMPLETE).items[0]
    assert [_words(note) for note in first.notes] == ["합의 평점이 없는 지표 1개"]
    assert first.jump == Jump("moderation", (bench.service(1), bench.indicator("C1")))


def test_a_complete_round_has_nothing_that_keeps_it_closed(bench: Bench) -> None:
    for book in bench.books.values():
        typed(book, *WHOLE)
        sealed(book)
    merged(bench.round, *bench.books.values())
    shown = shown_of(bench, draft=False)
    assert shown.closing == ()
    assert [row.topic for row in shown.left_out] == [Topic.UNTOLD]
    assert shown.marks == ()


@pytest.mark.parametrize("form", Form)
def test_a_public_edition_says_what_it_holds_back(everything: Bench, form: Form) -> None:
    shown = shown_of(everything, Audience.PUBLIC, form)
    counts = {row.topic: row.count for row in shown.left_out}
    assert counts[Topic.EVALUATORS] == 2
    assert Topic.SHEETS not in counts
    whole = shown_of(everything, Audience.INTERNAL, form)
    held_back = {Topic.SCORES, Topic.BELOW, Topic.EVALUATORS}
    assert not held_back & {row.topic for row in whole.left_out}


def test_marks_are_those_of_the_edition(everything: Bench) -> None:
    assert shown_of(everything).marks == ("결과 제1판 이후", "잠정")
    assert shown_of(everything, Audience.PUBLIC).marks == ("잠정",)
    assert shown_of(everything, draft=False).marks == ("결과 제1판 이후",)


def test_a_document_names_the_sheets_that_only_the_workbook_has(everything: Bench) -> None:
    sheets = [name for name, _ in told(line(shown_of(everything, form=Form.PDF), Topic.SHEETS))]
    assert {"평가위원별 원점수", "조정 내역", "차이표", "이의신청", "검증"} <= set(sheets)
    assert not {"종합점수표", "요약", "사무별 주요성과 및 과제"} & set(sheets)


def test_the_parts_are_those_of_the_written_report(everything: Bench, made_at: datetime) -> None:
    with open_round(everything.round, read_only=True) as desk:
        reading = desk.reading()
        found = read_exportable(desk, reading)
        for audience, form in FORMS:
            edition = Edition(audience, True, False, made_at)
            parts = [part.name for part in found.parts[audience, form]]
            if form is Form.WORKBOOK:
                target = everything.path(f"{audience.value}.xlsx")
                desk.export(target, public=audience is Audience.PUBLIC, draft=True)
                assert parts == sheet_names(target)
            else:
                blocks = report_document(reading.outcome, reading.seals, edition).blocks
                headings = [
                    row.text.removeprefix("□ ")
                    for row in blocks
                    if isinstance(row, Paragraph) and row.voice is Voice.HEADING
                ]
                assert parts == headings
            assert all(part.counts or part.name == "검증" for part in found.parts[audience, form])


def sheet_names(workbook: Path) -> list[str]:
    from openpyxl import load_workbook

    return load_workbook(workbook, read_only=True).sheetnames


@pytest.mark.parametrize("seed", range(12))
def test_the_sheets_of_a_random_round_are_foretold(seed: int, random_round, made_at) -> None:
    from tests.workbench.reports.conftest import seals_of

    outcome = random_round(seed)
    seals = seals_of(outcome.definition)
    calibration = calibrate(outcome, ())
    parts = parts_of(outcome, seals, NOTHING_ISSUED, made_at)
    for audience in Audience:
        edition = Edition(audience, True, outcome.definition.rules.rehearsal, made_at)
        grounds = Grounds({}, {})
        front = summary(outcome, seals, edition)
        sheets = sheets_of(outcome, front, edition, calibration=calibration, grounds=grounds)
        assert [part.name for part in parts[audience, Form.WORKBOOK]] == [
            sheet.name for sheet in sheets
        ]


def test_counts_are_those_of_the_result(sample, seals) -> None:
    counts = counts_of(sample, seals, Issued((), ()))
    assert counts[Tally.SERVICES] == len(sample.services) == 29
    assert counts[Tally.COUNTED] == sample.counted
    assert counts[Tally.BELOW] == len(sample.below)
    assert counts[Tally.EVALUATORS] == len(seals)
    assert counts[Tally.FINAL_TEXTS] == 0
    assert counts[Tally.TEXTS] == sum(row.kind != "opinion" for row in sample.findings)
