from __future__ import annotations

import sys

import pytest

from ui.problem_strip import ProblemStrip
from ui.problems import CrashHandler, log_folder, require_expected, sentence_of
from workbench.errors import InputError, StoreError


@pytest.fixture
def strip(alone) -> ProblemStrip:
    made = ProblemStrip()
    alone(made)
    return made


def test_an_expected_error_is_a_sentence_in_both_languages(dressed, speak) -> None:
    error = InputError("mark_not_expected")
    korean = sentence_of(error)
    speak("en")
    assert korean != sentence_of(error)
    speak("ko")


def test_a_bug_is_not_dressed_up_as_a_sentence() -> None:
    error = InputError("mark_not_expected")
    assert require_expected(error) is error
    with pytest.raises(ZeroDivisionError):
        require_expected(ZeroDivisionError())


def test_the_strip_is_away_while_nothing_is_wrong(strip: ProblemStrip) -> None:
    assert strip.isHidden()
    strip.show_error(InputError("mark_not_expected"))
    assert strip.text() == sentence_of(InputError("mark_not_expected"))
    strip.clear()
    assert strip.text() == ""


def test_the_strip_speaks_the_language_that_is_chosen_later(
    strip: ProblemStrip, speak, qtbot
) -> None:
    strip.show_error(StoreError("not_our_file", name="a.score"))
    korean = strip.text()
    speak("en")
    qtbot.waitUntil(lambda: strip.text() != korean)
    speak("ko")
    qtbot.waitUntil(lambda: strip.text() == korean)


def test_a_bug_is_logged_whole_and_told_plainly(strip: ProblemStrip, qtbot) -> None:
    handler = CrashHandler()
    handler.crashed.connect(strip.show_crash)
    try:
        raise ZeroDivisionError("한글")
    except ZeroDivisionError as error:
        with qtbot.waitSignal(handler.crashed):
            handler.on_exception(type(error), error, error.__traceback__)
    log = next(log_folder().iterdir())
    assert "test_a_bug_is_logged_whole" in log.read_text(encoding="utf-8")
    assert log.name in strip.text()


def test_a_bug_without_a_log_is_told_all_the_same(strip: ProblemStrip) -> None:
    strip.show_crash("")
    assert "안전합니다" in strip.text()


def test_the_handler_takes_over_and_gives_back(monkeypatch: pytest.MonkeyPatch) -> None:
    handler = CrashHandler()
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    handler.install()
    assert sys.excepthook == handler.on_exception
    handler.remove()
    assert sys.excepthook is sys.__excepthook__
