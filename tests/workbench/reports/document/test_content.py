"""What the report says: the form of the published one, and what an audience may not read."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.reports.conftest import uid
from tests.workbench.reports.document.conftest import reported, rows_of, table_under, texts
from workbench.reports.document.blocks import (
    Align,
    Cell,
    Paragraph,
    ReportDocument,
    Table,
    Voice,
    as_json,
    from_json,
)
from workbench.reports.document.content import service_heading
from workbench.reports.edition import Audience
from workbench.reports.wording import circled
from workbench.results.outcome import Adjustment, Passage, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.results.outcome import Outcome

SCORE = re.compile(r"\d+\.\d\d")


def said_as(document: ReportDocument, voice: Voice) -> list[str]:
    return [
        block.text
        for block in document.blocks
        if isinstance(block, Paragraph) and block.voice is voice
    ]


@pytest.fixture(scope="module")
def messy(random_round: Callable[[int], Outcome]) -> Outcome:
    """A round with exempt and unfinished services."""
    rounds = (random_round(seed) for seed in count())
    return next(
        found
        for found in rounds
        if {row.verdict for row in found.services} > {Verdict.EXEMPT, Verdict.INCOMPLETE}
    )


def test_the_four_parts_stand_in_the_order_of_the_published_report(sample: Outcome) -> None:
    said = texts(reported(sample, audience=Audience.PUBLIC))
    assert said[0] == "2024년 제1차 민간위탁 종합성과평가 결과 보고"
    assert said[1].endswith("보고드립니다")
    assert [words for words in said if words.startswith("□")] == [
        "□ 평가개요",
        "□ 평가결과",
        "□ 사무별 주요성과 및 과제",
    ]


def test_the_overview_and_the_fixed_sentences_are_lines_of_their_own(sample: Outcome) -> None:
    said = texts(reported(sample))
    for words in (
        "- 추진근거 : 「서울특별시 행정사무의 민간위탁에 관한 조례」 제18조",
        "- 평가기간 : '24년 4월 ~ 6월",
        "- 평가대상 : '24년 47개 사무 중 29개",
        "- 평가내용 : 공통분야, 개별분야, 사용자 만족도 평가 (총100점)",
        "- 평가점수 : 평균 75.67점",
        "- 재계약배제(75점 미만) : 29개 사무 중 6개 사무(20.7%)",
        "- 결과활용 : 재계약 적정성 심의반영 및 위탁사업 개선",
        "· 75점 미만 : 재계약 배제 및 공개모집(관리지침)",
    ):
        assert words in said


def test_the_article_is_named_of_the_one_ordinance_that_is_known(sample: Outcome) -> None:
    rules = replace(sample.definition.rules, legal_basis="「가상시 민간위탁 조례」 제3조")
    other = replace(sample, definition=replace(sample.definition, rules=rules))
    assert any("제12조" in words for words in texts(reported(sample)))
    assert not any("제12조" in words for words in texts(reported(other)))


def test_every_service_has_its_heading_and_its_two_rows(sample: Outcome) -> None:
    document = reported(sample, audience=Audience.PUBLIC)
    headings = said_as(document, Voice.SERVICE)
    assert headings == [
        f"{circled(row.service.number)} {row.service.name}" for row in sample.services
    ]
    for heading in headings:
        table = table_under(document, heading)
        assert table.head == ("구 분", "주 요 내 용")
        assert [row[0].lines for row in table.rows] == [("주요 성과",), ("개선 과제",)]
        assert all(line.startswith("- ") for row in table.rows for line in row[1].lines)


def test_every_finding_stands_under_its_service(sample: Outcome) -> None:
    document = reported(sample)
    names = {row.uid: row.name for row in sample.definition.services}
    for finding in sample.findings:
        if finding.kind == "opinion":
            continue
        table = table_under(document, f" {names[finding.service]}")
        row = table.rows[0 if finding.kind == "achievement" else 1]
        assert f"- {finding.text}" in row[1].lines


def test_the_leads_wording_stands_in_the_place_of_the_findings(sample: Outcome) -> None:
    first = sample.services[0].service
    passage = Passage(uid("p"), first.uid, "achievement", "다듬은 성과", (), b"r" * 32)
    document = reported(replace(sample, passages=(passage,)))
    table = table_under(document, f"① {first.name}")
    assert table.rows[0][1].lines == ("- 다듬은 성과",)
    assert table.rows[1] == table_under(reported(sample), f"① {first.name}").rows[1]


def test_a_service_without_texts_has_a_dash(sample: Outcome) -> None:
    document = reported(replace(sample, findings=()))
    table = table_under(document, "①")
    assert [row[1].lines for row in table.rows] == [("–",), ("–",)]


def test_exempt_services_have_no_texts(messy: Outcome) -> None:
    exempt = [row.service for row in messy.services if row.verdict is Verdict.EXEMPT]
    public = " ".join(texts(reported(messy, audience=Audience.PUBLIC, draft=True)))
    assert exempt
    assert not any(f" {service.name}" in public for service in exempt)


@pytest.mark.parametrize("draft", [True, False])
def test_what_is_public_holds_no_score_rank_evaluator_or_code(
    sample: Outcome, messy: Outcome, *, draft: bool
) -> None:
    for outcome in (sample, messy):
        document = reported(outcome, audience=Audience.PUBLIC, draft=draft)
        said = texts(document)
        found = {score for words in said for score in SCORE.findall(words)}
        written = {score for row in outcome.findings for score in SCORE.findall(row.text)}
        assert found - written <= {f"{outcome.average}"}
        whole = "\n".join((*said, document.marks))
        hidden = [row.name for row in outcome.definition.evaluators]
        # a name below the cut stands where every name does, and nowhere else
        below = [row.service for row in outcome.services if row.verdict is Verdict.BELOW]
        listed = [said.count(service_heading(service)) for service in below]
        assert listed == [1] * len(below) == [whole.count(row.name) for row in below]
        assert not any(word in whole for word in (*hidden, "7K4F", "순위 :", "붙임", "제2판"))


def test_the_totals_are_those_of_the_outcome(sample: Outcome) -> None:
    table = table_under(reported(sample), "종합점수표")
    assert table.head[-3:] == ("총점\n(100)", "순위", "판정")
    rows = rows_of(table)
    for row, service in zip(rows, sample.services, strict=False):
        assert service.sections is not None
        assert row[:2] == [str(service.service.number), service.service.name]
        assert row[2:5] == [f"{points:.2f}" for points in service.sections.values()]
        assert row[5:7] == [f"{service.total:.2f}", str(service.rank)]
    assert rows[-1] == ["", "평균 (29개 사무)", "", "", "", "75.67", "", ""]


def test_the_list_below_the_cut_ascends_with_its_gap(sample: Outcome) -> None:
    rows = rows_of(table_under(reported(sample), "재계약배제(75점 미만) 사무"))
    assert sorted(int(row[0]) for row in rows) == list(sample.below)
    totals = [Decimal(row[3]) for row in rows]
    assert totals == sorted(totals)
    assert [Decimal(row[4].replace("−", "-")) for row in rows] == [row - 75 for row in totals]


def test_a_total_of_nothing_is_as_far_below_as_the_cut_is_high(sample: Outcome) -> None:
    number = sample.below[0]
    services = tuple(
        replace(row, total=Decimal(0)) if row.service.number == number else row
        for row in sample.services
    )
    rows = rows_of(table_under(reported(replace(sample, services=services)), "(75점 미만) 사무"))
    assert [rows[0][0], *rows[0][3:]] == [str(number), "0.00", "−75.00"]


def test_adjustments_have_a_column_and_their_reasons(sample: Outcome) -> None:
    plain = reported(sample)
    assert "가감점" not in texts(plain)
    made = Adjustment(uid("a"), Decimal("-1.50"), "지적 35건", "감사보고서 3쪽", 0, b"r" * 32)
    first = replace(sample.services[0], adjustments=(made,), adjusted=Decimal("-1.50"))
    document = reported(replace(sample, services=(first, *sample.services[1:])))
    totals = table_under(document, "종합점수표")
    assert totals.head[5] == "가감점"
    assert [row[5] for row in rows_of(totals)][:2] == ["−1.50", "–"]
    (row,) = rows_of(table_under(document, "가점·감점"))
    assert row[2:] == ["−1.50", "지적 35건", "감사보고서 3쪽"]


def test_what_is_not_counted_is_listed_with_why(messy: Outcome) -> None:
    document = reported(messy, draft=True)
    listed = {row[0]: row[2:] for row in rows_of(table_under(document, "집계에 들지 않은 사무"))}
    assert list(listed) == [str(row.service.number) for row in messy.services if row.total is None]
    assert listed["13"] == ["평가제외", "운영 1년 미만"]
    for row in messy.services:
        if row.verdict is Verdict.INCOMPLETE:
            open_codes = [
                made.indicator.code
                for made in row.indicators
                if made.state not in ("counted", "out")
            ]
            said = listed[str(row.service.number)][1]
            assert all(code in said for code in open_codes)
            assert open_codes or "환산할 수 없음" in said


def test_receipts_stand_with_their_evaluators(sample: Outcome) -> None:
    rows = rows_of(table_under(reported(sample), "접수코드"))
    assert [row[0] for row in rows] == [
        f"{row.code} {row.name}" for row in sample.definition.evaluators
    ]
    assert [row[2] for row in rows] == ["중간본"] + ["7K4F-2Q9M-XD3T"] * (len(rows) - 1)


def test_marks_name_version_draft_and_rehearsal(sample: Outcome) -> None:
    document = reported(sample, version="결과 제2판", draft=True, rehearsal=True)
    assert document.marks == "결과 제2판 · 잠정 · 연습(가상 점수)"
    assert reported(sample).marks == ""
    (warned,) = said_as(document, Voice.WARNING)
    assert [line.partition(" :")[0] for line in warned.splitlines()] == ["연습(가상 점수)", "잠정"]
    assert said_as(reported(sample), Voice.WARNING) == []


def test_a_round_of_which_nothing_is_counted_says_so(sample: Outcome) -> None:
    empty = replace(
        sample,
        services=tuple(
            replace(row, total=None, sections=None, rank=None, verdict=Verdict.INCOMPLETE)
            for row in sample.services
        ),
        counted=0,
        average=None,
        share=None,
        below=(),
    )
    document = reported(empty, draft=True)
    said = texts(document)
    assert "- 평가점수 : 집계된 사무가 없어 평균을 내지 않음" in said
    assert "- 재계약배제(75점 미만) : 집계된 사무가 없어 판정하지 않음" in said
    assert not any("재계약배제" in words for words in said_as(document, Voice.HEADING))
    assert rows_of(table_under(document, "종합점수표"))[-1][5] == "–"


TEXT = st.text(max_size=30)
CELLS = st.builds(
    Cell, st.lists(TEXT, min_size=1, max_size=3).map(tuple), st.sampled_from(Align), st.booleans()
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    row = st.lists(CELLS, min_size=width, max_size=width).map(tuple)
    return Table(
        tuple(draw(st.lists(st.integers(1, 50), min_size=width, max_size=width))),
        tuple(draw(st.lists(TEXT, min_size=width, max_size=width))),
        tuple(draw(st.lists(row, max_size=4))),
        draw(st.booleans()),
    )


PARAGRAPHS = st.builds(Paragraph, st.sampled_from(Voice), TEXT, st.booleans())
DOCUMENTS = st.builds(
    ReportDocument,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    st.lists(st.one_of(PARAGRAPHS, tables()), max_size=5).map(tuple),
)


@given(document=DOCUMENTS)
def test_blocks_come_back_from_their_text(document: ReportDocument) -> None:
    assert from_json(as_json(document).encode()) == document
