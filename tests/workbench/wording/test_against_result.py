"""Scores, figures and names in a text, against one real result."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.reports.conftest import sample_outcome
from workbench.definition.terms import Scale
from workbench.journal.fields import Field
from workbench.results.outcome import Finding, Outcome, Passage, ServiceOutcome, Verdict
from workbench.sentences import LANGUAGES, sentence_of
from workbench.wording.checks import TextChecks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.wording.remarks import Remarked

OUTCOME = sample_outcome()
CHECKS = TextChecks(OUTCOME)
FIRST = OUTCOME.services[0]
BELOW = next(row for row in OUTCOME.services if row.verdict is Verdict.BELOW)
PASSING = next(row for row in OUTCOME.services[3:] if row.verdict is Verdict.PASS)


def figures(service: ServiceOutcome, code: str) -> tuple[Decimal, Decimal]:
    row = next(row for row in service.indicators if row.indicator.code == code)
    values = dict(row.marks[0].values)
    return Decimal(values[Field.TARGET]), Decimal(values[Field.ACTUAL])


TARGET, ACTUAL = figures(PASSING, "I1")
RATE = f"{ACTUAL * 100 / TARGET:.1f}"


def keys(text: str, service: ServiceOutcome = PASSING) -> list[str]:
    return [row.key for row in CHECKS.on_text(service, text)]


def test_the_measured_indicator_of_the_tests_is_a_measured_one() -> None:
    row = next(row for row in PASSING.indicators if row.indicator.code == "I1")
    assert row.indicator.scale is Scale.MEASURE
    assert TARGET != ACTUAL


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("총점 {total}점으로 우수", ["wording_secret_score"]),
        ("총점 {shorter}점으로 우수", ["wording_secret_score"]),
        ("총점 12.34점으로 우수", ["wording_secret_score", "wording_total_wrong"]),
        ("종합점수는 12.3점", ["wording_secret_score", "wording_total_wrong"]),
        ("전체 {rank}위", ["wording_secret_rank"]),
        ("29개 사무 중 99위", ["wording_rank_wrong", "wording_secret_rank"]),
        ("공통분야 {common}점", ["wording_secret_score"]),
        ("공통분야 점수 12.5점", ["wording_secret_score", "wording_section_wrong"]),
        ("사용자 만족도 {satisfaction}점", ["wording_secret_score"]),
        ("전체 평균 75.12점보다 높음", ["wording_average_wrong"]),
        ("평균 75.12점", ["wording_average_wrong"]),
    ],
)
def test_scores_of_the_service_are_compared_and_kept_from_the_public(
    text: str, wanted: list[str]
) -> None:
    sections = PASSING.sections or {}
    text = text.format(
        total=PASSING.total,
        shorter=f"{PASSING.total:.1f}",
        rank=PASSING.rank,
        common=sections["common"],
        satisfaction=sections["satisfaction"],
    )
    assert sorted(keys(text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "전체 평균 {average}점보다 높은 이용자 평가",
        "총점 100점 만점",
        "공통분야 39점 만점의 배점 조정 권고",
        "사용자 만족도 4.2점, 응답자 131명",
        "강의 평가 평균 92.15점 유지 노력 적절",
        "공모전 3위 입상 지원 우수",
        "만족도 점수 85점 이상 유지 필요",
        "75점 이상 수료자 비율 관리 필요",
    ],
)
def test_other_scores_are_left_alone(text: str) -> None:
    assert keys(text.format(average=OUTCOME.average)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I1 목표 {target}, 실적 {other}", "wording_actual_wrong"),
        ("목표 {target}, 실적 {other}의 관리 노력 적절", "wording_actual_wrong"),
        ("목표 {other} 대비 실적 {actual}", "wording_target_wrong"),
        ("목표 {target} 대비 12.3% 달성", "wording_rate_wrong_of"),
        ("I1 달성률 12.3%, 관리 노력 적절", "wording_rate_wrong_of"),
        ("목표 52,431 대비 실적 31,207, 달성률 99.9%", "wording_rate_wrong"),
    ],
)
def test_figures_of_an_indicator_are_compared_with_the_marks(text: str, wanted: str) -> None:
    text = text.format(target=f"{TARGET:,}", actual=f"{ACTUAL:,}", other=f"{ACTUAL + 7:,}")
    assert keys(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "I1 목표 {target}, 실적 {actual}, 달성률 {rate}%",
        "목표 {target} 대비 {rate}% 달성, 실적 관리 노력 적절",
        "실적 {actual}, 체계적인 관리 적절",
        "I1 달성률 {rate}%",
        "목표 52,431 대비 실적 31,207, 달성률 59.5%",
        "목표 52,431 대비 실적 31,207의 관리 필요",
        "목표 120% 초과 달성",
        "목표 5개 분야, 실적 12회 점검",
        "달성률 64.3%의 원인 분석 필요",
    ],
)
def test_right_figures_and_figures_of_something_else_are_left_alone(text: str) -> None:
    assert keys(text.format(target=f"{TARGET:,}", actual=f"{ACTUAL:,}", rate=RATE)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{name} 위원이 지적한 홍보 보완 필요", "wording_secret_name"),
        ("{name}의 의견 반영 필요", "wording_secret_name"),
        ("E1 의견 반영 필요", "wording_secret_code"),
        ("재계약 배제 사유의 해소 필요", "wording_secret_verdict"),
        ("75점 미만인 분야의 보완 필요", "wording_secret_verdict"),
        ("{below}와 함께 보완 필요", "wording_secret_below"),
    ],
)
def test_what_a_public_report_must_not_say_is_remarked(text: str, wanted: str) -> None:
    name = OUTCOME.definition.evaluators[0].name
    assert keys(text.format(name=name, below=BELOW.service.name)) == [wanted]


def test_a_service_may_name_itself_and_one_that_passes() -> None:
    assert keys(f"{BELOW.service.name} 이용 안내 보완 필요", BELOW) == []
    assert keys(f"{FIRST.service.name}과 협력 필요") == []
    longer = f"{OUTCOME.definition.evaluators[0].name}나라"
    assert keys(f"{longer} 축제 운영 우수") == []


def test_the_sample_is_quiet_but_for_lists_of_unusual_length() -> None:
    found = [row for service in OUTCOME.services for row in CHECKS.on_service(service)]
    assert {row.remark.key for row in found} == {"wording_unusual_count"}
    for row in found:
        assert dict(row.remark.values)["count"] not in (2, 3)


def on_first(change: Callable[[Outcome], Outcome]) -> tuple[Remarked, ...]:
    changed = change(OUTCOME)
    return TextChecks(changed).on_service(changed.services[0])


def passages(*rows: tuple[str, tuple[tuple[bytes, bytes], ...]]) -> Callable[[Outcome], Outcome]:
    made = tuple(
        Passage(bytes([at]) * 16, FIRST.service.uid, "achievement", text, sources, bytes([at]) * 32)
        for at, (text, sources) in enumerate(rows)
    )
    return lambda outcome: replace(outcome, passages=made)


def own(outcome: Outcome, kind: str) -> Iterable[Finding]:
    return (
        row for row in outcome.findings if row.service == FIRST.service.uid and row.kind == kind
    )


def test_final_wording_is_checked_in_place_of_what_it_replaces() -> None:
    found = on_first(passages(("홍보를 강화하였다.", ()), ("점검 노력 적절", ())))
    (row,) = (row for row in found if row.kind == "achievement")
    assert (row.subject, row.remark.key) == (bytes(16), "wording_sentence")


def test_two_lines_that_say_the_same_are_remarked_once() -> None:
    found = on_first(
        passages(
            ("지역 협의체 운영을 통한 홍보 우수", ()), ("지역 협의체를 운영을 통한 홍보 우수", ())
        )
    )
    (row,) = (row for row in found if row.remark.key == "wording_twin")
    assert row.subject == bytes([1]) * 16
    assert dict(row.remark.values)["number"] == 1


def test_a_source_that_is_gone_is_told_with_its_writer() -> None:
    finding = next(iter(own(OUTCOME, "achievement")))
    gone = (finding.evaluator, b"\xff" * 16)
    standing = (finding.evaluator, finding.uid)
    found = on_first(
        passages(("홍보 노력 적절", (standing, gone)), ("점검 노력 적절", (standing,)))
    )
    (row,) = (row for row in found if row.remark.key == "wording_source_gone")
    assert row.subject == bytes(16)
    writer = OUTCOME.definition.evaluator[finding.evaluator].name
    assert dict(row.remark.values)["name"] == writer


def test_a_list_without_a_line_is_remarked_by_its_kind() -> None:
    found = on_first(lambda outcome: replace(outcome, findings=()))
    assert [row.remark.key for row in found] == ["wording_no_achievement", "wording_no_improvement"]
    exempt = replace(FIRST, service=replace(FIRST.service, exempt=True))
    assert CHECKS.on_service(exempt) == ()


def test_a_service_that_is_not_counted_has_no_total_to_name() -> None:
    open_ = replace(PASSING, total=None, sections=None, rank=None, verdict=Verdict.INCOMPLETE)
    assert sorted(keys("총점 80.5점", open_)) == ["wording_no_total", "wording_secret_score"]
    assert keys("공통분야 30.5점", open_) == ["wording_secret_score"]


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "+1",
        "@x",
        "-1",
        "👍🏽 이모지",
        "가나다 " * 10_000,
        "이름[]:*?/\\",
        ".*)(",
    ],
)
def test_hostile_texts_are_checked_like_others(text: str) -> None:
    for row in CHECKS.on_text(FIRST, text):
        assert 0 <= row.start <= row.start + row.length <= len(text)
        for language in LANGUAGES:
            assert "{" not in sentence_of(row.words, language)


LETTERS = "0123456789.,%→ 개명건중(대비목표실적달성률총점평균위\n에서으로증가감소배만억e①⑤다!?-'년"


@given(st.text(alphabet=LETTERS, max_size=60) | st.text(max_size=60))
def test_whatever_is_written_every_remark_has_its_place(text: str) -> None:
    for row in CHECKS.on_text(PASSING, text):
        assert 0 <= row.start <= row.start + row.length <= len(text)
        assert "{" not in sentence_of(row.words, "ko").replace(text, "")


def test_hostile_names_of_a_round_break_no_check() -> None:
    people = tuple(
        replace(row, name=name, code=code)
        for row, name, code in zip(
            OUTCOME.definition.evaluators,
            (".*)(", "(?P<", "[", "|"),
            ("(", "*+", "E\\", "|1"),
            strict=False,
        )
    )
    definition = replace(OUTCOME.definition, evaluators=people)
    checks = TextChecks(replace(OUTCOME, definition=definition))
    assert [row.key for row in checks.on_text(FIRST, "홍보 노력 적절")] == []
