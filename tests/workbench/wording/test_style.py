"""How a line of the report is written, and the signs that do not belong in it."""

from __future__ import annotations

import pytest

from workbench.reports.wording import circled
from workbench.wording.style import MOST_UNITS, length_remarks, sign_remarks, style_remarks


def keys(text: str) -> list[str]:
    return [row.key for row in (*style_remarks(text), *sign_remarks(text))]


def marked(text: str) -> list[str]:
    found = (*style_remarks(text), *sign_remarks(text))
    return [text[row.start : row.start + row.length] for row in found]


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("홍보를 강화하였다.", "wording_sentence", "강화하였다"),
        ("홍보를 강화해야 합니다", "wording_sentence", "합니다"),
        ("홍보가 아주 좋아요", "wording_sentence", "좋아요"),
        ("목표를 높였다. 근거 제시 필요", "wording_sentence", "높였다"),
        ("홍보 우수!", "wording_exclamation", "!"),
        ("홍보 우수\uff01\uff01", "wording_exclamation", "\uff01\uff01"),
        ("홍보  노력 적절", "wording_double_space", "  "),
        ("이용자 120 명 참여", "wording_spaced_unit", "120 명"),
        ("달성률 95.3 % 적절", "wording_spaced_unit", "95.3 %"),
        ("상승폭 3.1% p 우수", "wording_spaced_unit", "% p"),
        ("예산 3 억원을 집행", "wording_spaced_unit", "3 억원"),
        ("?? 주요 성과", "wording_lost_sign", "??"),
        ("\U000f069a 주요 성과", "wording_lost_sign", "\U000f069a"),
        ("\uf0b7 주요 성과", "wording_lost_sign", "\uf0b7"),
        ("- 홍보 노력 적절", "wording_bullet", "- "),
        ("□ 홍보 노력 적절", "wording_bullet", "□ "),
        ("⑤① 사무 운영 우수", "wording_past_fifty", "⑤①"),
        ("⑥⓪ 사무 운영 우수", "wording_past_fifty", "⑥⓪"),
        ("○52 사무 운영 우수", "wording_past_fifty", "○52"),
        ("51\u20dd 사무 운영 우수", "wording_past_fifty", "51\u20dd"),
        ("❶ 사무 운영 우수", "wording_other_circle", "❶"),
        ("⑴ 사무 운영 우수", "wording_other_circle", "⑴"),
        ("㉔ 상담, ㉓ 교육 우수", "wording_circle_order", "㉓"),
    ],
)
def test_what_is_not_written_like_the_report_is_remarked_at_its_place(
    text: str, key: str, place: str
) -> None:
    assert key in keys(text)
    assert place in marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "홍보 노력 적절",
        "환경 분석 결과와 세부 과제의 연결 강화 필요",
        "이용자 수요",
        "사업 개요의 보완이 중요",
        "예산 소요",
        "전년보다 높은 목표를 해마다",
        "한강과 바다",
        "기존 10 개선 과제의 점검 권고",
        "3 회의 운영",
        "이용자 120명, 달성률 95.3%, 상승폭 3.1%p",
        "①상담 ②교육 ③홍보 운영 우수",
        "①②③ 사업의 연계 우수",
        "⑤⑥ 사업의 연계 우수",
        "① 상담 ② 교육, ① 상담의 보완 필요",
        "(51) 사무 운영 우수",
        "수요 조사(2회)와 점검 실시함",
        "'예약률' 목표 78% 달성을 위한 추진 방식 보완 권고",
    ],
)
def test_ordinary_lines_are_left_alone(text: str) -> None:
    assert keys(text) == []


def test_every_circled_number_that_the_report_prints_is_right() -> None:
    for number in range(1, 62):
        assert keys(f"{circled(number)} 사무 운영 우수") == []


def test_a_line_of_120_units_fits_and_the_rest_is_marked() -> None:
    assert list(length_remarks("가" * (MOST_UNITS // 2))) == []
    text = "가" * 59 + "ab" + "나머지"
    (found,) = length_remarks(text)
    assert text[found.start :] == "나머지"
    assert dict(found.values)["width"] == MOST_UNITS + 6


def test_lines_of_one_text_count_together() -> None:
    assert list(length_remarks("가" * 40 + "\n" + "나" * 40)) != []


def test_a_huge_text_is_only_remarked_for_its_length() -> None:
    (found,) = length_remarks("가나다 " * 25_000)
    assert found.length > 90_000
