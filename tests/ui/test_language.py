from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from ui.start.page import StartPage
from ui.theme.parts import Words

ROOT = Path(__file__).parents[2]
TS = ROOT / "resources" / "translations" / "ko.ts"
TOOLS = Path(sys.executable).parent


def messages(file: Path) -> list[tuple[str, str, str, str]]:
    """Context, source, Korean and kind of every message."""
    found = []
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            korean = message.find("translation")
            assert korean is not None
            kind = korean.get("type", "finished")
            source = message.findtext("source", "")
            found.append((context.findtext("name", ""), source, korean.text or "", kind))
    return found


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translation file as it would be after reading the sources once more."""
    fresh = tmp_path_factory.mktemp("translations") / "ko.ts"
    fresh.write_bytes(TS.read_bytes())
    sources = sorted(str(path) for path in (ROOT / "ui").rglob("*.py"))
    command = [TOOLS / "pyside6-lupdate", "-locations", "none", *sources, "-ts", fresh]
    subprocess.run(command, check=True, capture_output=True)
    return fresh


def test_every_source_text_has_finished_korean(extracted: Path) -> None:
    unfinished = [row[:2] for row in messages(extracted) if row[3] != "finished" or not row[2]]
    assert unfinished == []


def test_the_file_holds_nothing_that_is_no_longer_said(extracted: Path) -> None:
    assert {row[:2] for row in messages(TS)} == {row[:2] for row in messages(extracted)}


def test_korean_has_the_places_of_the_source() -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"\{\w+\}", text))

    wrong = [row[1] for row in messages(TS) if places(row[1]) != places(row[2])]
    assert wrong == []


def test_korean_is_korean() -> None:
    same = [row[1] for row in messages(TS) if not re.search("[가-힣]", row[2])]
    assert same == []


def test_the_compiled_file_is_that_of_the_text_file(tmp_path: Path) -> None:
    compiled = tmp_path / "ko.qm"
    subprocess.run(
        [TOOLS / "pyside6-lrelease", "-silent", TS, "-qm", compiled],
        check=True,
        capture_output=True,
    )
    kept = files("resources").joinpath("translations/ko.qm").read_bytes()
    old, new = QTranslator(), QTranslator()
    assert old.load(kept)
    fresh = compiled.read_bytes()
    assert new.load(fresh)
    for context, source, korean, _ in messages(TS):
        assert old.translate(context, source) == new.translate(context, source) == korean


def test_the_language_changes_without_a_restart(alone, speak, qtbot) -> None:
    page = StartPage([])
    alone(page)
    page.show()
    title = page.findChild(Words)
    for language, words in (("en", "Scoring Workbench"), ("ko", "채점 워크벤치")) * 2:
        speak(language)
        qtbot.waitUntil(lambda words=words: title.text() == words)


def test_qt_speaks_korean_too(dressed, speak) -> None:
    speak("ko")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소"
