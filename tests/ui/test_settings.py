from __future__ import annotations

from typing import TYPE_CHECKING

from ui.settings import MOST_RECENT, Recent, Settings

if TYPE_CHECKING:
    from pathlib import Path


def recent(number: int) -> Recent:
    return Recent(path=f"/a/{number}.score", kind="score", title="회차", owner="이가온", given=3)


def test_what_was_remembered_is_read_again(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "home" / "window.json")
    settings.language = "en"
    settings.remember(recent(1))
    settings.place("/a/1.score")["panes"] = [1, 2, 3]
    settings.save()
    again = Settings.load(settings.file)
    assert (again.language, again.scheme) == ("en", settings.scheme)
    assert (again.recent, again.places) == (settings.recent, settings.places)
    assert list(settings.file.parent.iterdir()) == [settings.file]


def test_the_newest_file_stands_first_and_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.json")
    for number in (1, 2, 1):
        settings.remember(recent(number))
    assert [item.path for item in settings.recent] == ["/a/1.score", "/a/2.score"]


def test_places_leave_with_their_files(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.json")
    for number in range(MOST_RECENT + 2):
        settings.remember(recent(number))
        settings.place(f"/a/{number}.score")
    settings.remember(recent(99))
    assert set(settings.places) <= {item.path for item in settings.recent}
    settings.forget("/a/99.score")
    assert "/a/99.score" not in {item.path for item in settings.recent}


def test_a_spoiled_file_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    for text in ("{", "[]", '{"recent": [3, {"path": 1, "what": 2}], "places": 7}', '"x"'):
        file.write_text(text, encoding="utf-8")
        settings = Settings.load(file)
        assert settings.recent == []
        assert settings.places == {}


def test_settings_that_cannot_be_written_are_in_nobodys_way(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    Settings(blocked / "window.json").save()
    assert blocked.read_text(encoding="utf-8") == "x"
