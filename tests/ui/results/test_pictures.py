"""Pictures are saved from the page: through the same painter, with what the page says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ui.charts.sheet import Shown
from ui.problem_strip import ProblemStrip
from ui.results.picture_words import sheet_words

if TYPE_CHECKING:
    from pathlib import Path

    from ui.results.page import ResultsPage
    from ui.round.page import RoundPage


def saved(results: ResultsPage, target: Path, qtbot, shown: Shown = Shown.BOTH) -> str:
    results.save(shown, target)
    qtbot.waitUntil(target.exists)
    text = target.read_text(encoding="utf-8")
    return " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", text))


def test_a_picture_says_what_the_page_says(
    results: ResultsPage, round_page: RoundPage, tmp_path: Path, qtbot
) -> None:
    results.overview.ranking.sort_by("number")
    words = saved(results, tmp_path / "a.svg", qtbot)
    outcome = round_page.session.reading.outcome
    for wanted in (round_page.session.definition.rules.title, "75.58", "72.25", "확정 전"):
        assert wanted in words
    names = [row.service.name for row in outcome.services]
    assert sorted(names, key=words.index) == names  # in the order of the page


@pytest.mark.parametrize("shown", list(Shown))
def test_every_kind_is_offered_and_saved(
    results: ResultsPage, tmp_path: Path, qtbot, shown: Shown
) -> None:
    words = saved(results, tmp_path / f"{shown}.svg", qtbot, shown)
    assert ("총점 분포" in words) is (shown is not Shown.TOTALS)
    assert ("사무별 총점" in words) is (shown is not Shown.DISTRIBUTION)


def test_what_cannot_be_saved_is_said_in_a_sentence(
    results: ResultsPage, window, tmp_path: Path, round_page: RoundPage, qtbot
) -> None:
    with qtbot.waitSignal(round_page.session.failed):
        results.save(Shown.BOTH, tmp_path / "없는 폴더" / "a.png")
    assert "없는 폴더" in window.findChild(ProblemStrip).text()
    with qtbot.waitSignal(round_page.session.failed):
        results.save(Shown.BOTH, tmp_path / "a.gif")
    assert "a.gif" in window.findChild(ProblemStrip).text()
    assert list(tmp_path.glob("*.gif")) == []


def test_a_rehearsal_says_so_on_its_picture(open_in_window, round_folder: Path) -> None:
    page = open_in_window(round_folder / "a.round")
    outcome = page.session.reading.outcome
    assert sheet_words(outcome, is_final=False).rehearsal == "연습(가상 점수)"
    assert sheet_words(outcome, is_final=True).state.startswith("확정 · ")


def test_a_real_round_has_no_such_mark(results: ResultsPage, round_page: RoundPage) -> None:
    assert sheet_words(round_page.session.reading.outcome, is_final=False).rehearsal == ""
