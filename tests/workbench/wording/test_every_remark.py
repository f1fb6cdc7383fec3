"""Every remark on a text is spelt out in both languages, with nothing left open in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.workbench.wording.test_against_result import (
    ACTUAL,
    BELOW,
    CHECKS,
    OUTCOME,
    PASSING,
    TARGET,
    on_first,
    own,
    passages,
)
from workbench.results.outcome import Verdict
from workbench.sentences import LANGUAGES, catalog, sentence_of

if TYPE_CHECKING:
    from workbench.wording.remarks import Remark

NAME = OUTCOME.definition.evaluators[0].name
TEXTS = {
    "wording_actual_wrong": f"I1 목표 {TARGET:,}, 실적 {ACTUAL + 7:,}",
    "wording_average_wrong": "전체 평균 75.12점보다 높음",
    "wording_bullet": "- 홍보 노력 적절",
    "wording_circle_order": "㉔ 상담, ㉓ 교육 우수",
    "wording_double_space": "홍보  노력 적절",
    "wording_exclamation": "홍보 우수!",
    "wording_growth_from_zero": "신규 회원 0명 → 30명, 300% 증가",
    "wording_growth_ratio": "방문객 923 → 2,671명으로 289.38% 상승",
    "wording_growth_way": "민원 40건 → 10건, 75% 증가",
    "wording_growth_wrong": "방문객 923 → 2,671명, 150% 증가",
    "wording_lost_sign": "?? 주요 성과",
    "wording_other_circle": "❶ 사무 운영 우수",
    "wording_part_larger": "수료생 120명 중에서 150명(125.5%) 취업",
    "wording_past_fifty": "⑤① 사무 운영 우수",
    "wording_points_meant": "달성률 88% → 95%, 7% 상승",
    "wording_points_wrong": "달성률 88% → 95%, 8%p 상승",
    "wording_rank_wrong": "29개 사무 중 99위",
    "wording_rate_wrong": "목표 52,431 대비 실적 31,207, 달성률 99.9%",
    "wording_rate_wrong_of": "I1 달성률 12.3%, 관리 노력 적절",
    "wording_secret_below": f"{BELOW.service.name}와 함께 보완 필요",
    "wording_secret_code": "E1 의견 반영 필요",
    "wording_secret_name": f"{NAME} 위원이 지적한 홍보 보완 필요",
    "wording_secret_rank": "29개 사무 중 99위",
    "wording_secret_score": "총점 12.34점으로 우수",
    "wording_secret_verdict": "재계약 배제 사유의 해소 필요",
    "wording_section_wrong": "공통분야 점수 12.5점",
    "wording_sentence": "홍보를 강화하였다.",
    "wording_share_wrong": "47개 사무 중 29개(62.7%) 평가",
    "wording_spaced_unit": "이용자 120 명 참여",
    "wording_sum_wrong": "총 51명(남 30명, 여 20명) 참여",
    "wording_target_wrong": f"목표 {TARGET + 7:,} 대비 실적 {ACTUAL:,}",
    "wording_times_wrong": "방문객 923 → 2,671명, 4배 증가",
    "wording_too_long": "홍보 노력 적절 " * 20,
    "wording_total_wrong": "총점 12.34점으로 우수",
}
"""A line of the report by the key of what is remarked on it."""


def require_spelt(remark: Remark) -> None:
    for language in LANGUAGES:
        sentence = sentence_of(remark.words, language)
        assert sentence[0] != "{"
        assert "{" not in sentence
        assert len(sentence) >= len(catalog(language)[remark.key].split("{")[0])


@pytest.mark.parametrize("key", TEXTS)
def test_a_remark_on_a_line_is_a_finished_sentence(key: str) -> None:
    found = [row for row in CHECKS.on_text(PASSING, TEXTS[key]) if row.key == key]
    assert found
    for remark in found:
        require_spelt(remark)


def test_a_remark_on_a_list_is_a_finished_sentence() -> None:
    finding = next(iter(own(OUTCOME, "achievement")))
    gone = ((finding.evaluator, b"\xff" * 16),)
    said = "지역 협의체 운영을 통한 홍보 우수"
    found = [
        *on_first(passages((said, gone), (f"{said}함", ()))),
        *on_first(lambda outcome: replace(outcome, findings=())),
    ]
    wanted = {"source_gone", "twin", "no_achievement", "no_improvement"}
    assert {row.remark.key.removeprefix("wording_") for row in found} >= wanted
    for row in found:
        require_spelt(row.remark)


def test_a_total_of_a_service_that_is_not_counted_is_a_finished_sentence() -> None:
    open_ = replace(PASSING, total=None, sections=None, rank=None, verdict=Verdict.INCOMPLETE)
    found = [row for row in CHECKS.on_text(open_, "총점 80.5점") if row.key == "wording_no_total"]
    assert found
    for remark in found:
        require_spelt(remark)
