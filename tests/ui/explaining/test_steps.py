"""The explanation as a widget: what stands on it, in which voice, and that nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPalette

from tests.ui.explaining.test_words import STEPS, measured, surveyed
from ui.explaining.amount_rows import AmountRows
from ui.explaining.steps import Explanation
from ui.theme.parts import Words
from ui.theme.scheme import color
from workbench.measures.catalogue import Flag

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def shown(alone) -> Explanation:
    made = Explanation()
    alone(made)
    made.resize(240, 500)
    made.show()
    return made


def parts(shown: Explanation) -> list[Words | AmountRows]:
    """What can be seen, from the top."""
    every = [*shown.findChildren(Words), *shown.findChildren(AmountRows)]
    seen = (part for part in every if part.isVisible())
    return sorted(seen, key=lambda part: part.mapTo(shown, part.rect().topLeft()).y())


def texts(shown: Explanation) -> list[str]:
    return [
        (part.text() if isinstance(part, Words) else part.accessibleName()).replace("\u00a0", " ")
        for part in parts(shown)
    ]


def test_before_anything_is_typed_it_says_what_there_is_to_know(shown: Explanation) -> None:
    shown.explain(measured("achievement", "previous=12", "- -"), 2)
    assert texts(shown) == [
        "목표달성도: 배점 × min(실적 ÷ 목표, 1)",
        "전년 실적 12",
        "단위: 목표와 실적은 같은 단위, 달성률은 %",
        "범위: 0점 이상 배점 이하, 목표를 넘은 실적은 100%로 봄",
        "0일 때: 목표 0은 점수를 내지 않음(미완료), 실적 0은 0점",
        "비었을 때: 목표나 실적이 비면 미입력(0점이 아님), 음수는 입력할 때 거부",
    ]


def test_half_of_the_figures_says_what_is_missing(shown: Explanation) -> None:
    shown.explain(measured("achievement", "", "10 -"), 2)
    assert texts(shown)[1:] == ["목표 10, 실적 미입력", "입력이 덜 되어 점수를 낼 수 없음"]
    assert voice(shown.points) == "text3"


def test_every_value_on_the_way_and_what_to_look_at(shown: Explanation) -> None:
    shown.explain(measured("achievement", "previous=12", "10 12.5"), 2)
    assert texts(shown)[1:] == [
        "목표 10, 실적 12.5, 전년 실적 12",
        "달성률 125%, 배점 반영률 100%",
        "20 × 100% = 20.00점",
        "목표가 전년 실적보다 낮음",
        "배점까지만 반영",
    ]
    assert voice(shown.warning) == "warning"


def test_a_figure_that_makes_no_points_asks_for_a_look(shown: Explanation) -> None:
    shown.explain(measured("achievement", "", "0 5"), 2)
    assert texts(shown)[1:] == ["목표 0, 실적 5", "목표가 0이라 점수를 낼 수 없음"]
    assert voice(shown.points) == "warning"


def test_a_survey_says_what_the_other_conversion_would_give(shown: Explanation) -> None:
    shown.explain(surveyed("survey_linear", "min=1;max=5", "214 4"), 2)
    assert texts(shown)[1:] == [
        "응답자 수 214, 평균 4, 척도 최소 1, 척도 최대 5",
        "환산값 75, 만족도 지수 75",
        "20 × (4 − 1) ÷ (5 − 1) = 15.00점",
        "비례 환산: 지수 80.00, 16.00점",
    ]


def test_the_step_table_stays_in_sight(shown: Explanation) -> None:
    shown.explain(measured("steps", STEPS, "100 92"), 2)
    assert texts(shown)[-1] == "구간(배점 반영률): ≥95%: 100% · ≥90%: 90% · ≥0%: 60%"


def test_flags_of_the_page_take_the_place_of_its_own(shown: Explanation) -> None:
    made = measured("achievement", "previous=12", "10 5")
    shown.explain(made, 2, flags=(), also=("응답자가 적음",), is_typing=True)
    assert shown.warning.text() == "응답자가 적음"
    assert voice(shown.points) == "accent"
    shown.explain(made, 2, flags=(Flag.CAPPED,))
    assert not shown.warning.isVisible()
    assert shown.notes.text() == "배점까지만 반영"
    assert voice(shown.points) == "text"


def test_it_speaks_the_language_of_the_window(shown: Explanation, speak, qtbot: QtBot) -> None:
    shown.explain(measured("achievement", "previous=12", "10 5"), 2)
    speak("en")
    wanted = [
        "Target achievement: maximum × min(actual ÷ target, 1)",
        "Target 10, Actual 5, Last year's actual 12",
        "Rate 50%, Share of the maximum 50%",
        "20 × 50% = 10.00 points",
        "Target below last year's actual",
    ]
    qtbot.waitUntil(lambda: texts(shown) == wanted)


LONGEST = "999999999999.999999 0.000001"


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("formula", ["achievement", "achievement_lower", "completion", "steps"])
def test_the_longest_numbers_have_room(
    shown: Explanation, speak, qtbot: QtBot, formula: str, language: str
) -> None:
    speak(language)
    shown.explain(measured(formula, STEPS if formula == "steps" else "", LONGEST), 2)
    shown.adjustSize()
    shown.resize(240, shown.heightForWidth(240))

    def has_room() -> bool:
        seen = parts(shown)
        low = [part for part in seen if part.height() < part.heightForWidth(part.width())]
        assert (low, shown.width()) == ([], 240)
        return len(seen) >= 4

    qtbot.waitUntil(has_room)
    assert all(rows.cut_lines() == () for rows in shown.findChildren(AmountRows))


def voice(words: Words) -> str:
    now = words.palette().color(QPalette.ColorRole.WindowText)
    return next(
        role for role in ("accent", "warning", "text3", "text2", "text") if color(role) == now
    )
