"""The window program as people and scripts start it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pathlib import Path


def window_program(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ui", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )


def shades(picture: Path) -> set[str]:
    image = QImage(str(picture))
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 16)
        for y in range(0, image.height(), 16)
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_of_a_round_is_taken_without_a_screen(
    round_folder: Path, tmp_path: Path, scheme: str
) -> None:
    picture = tmp_path / "window.png"
    asked = ["--picture", picture, "--scheme", scheme, "--size", "1280x720", "--lang", "en"]
    done = window_program(round_folder / "a.round", *asked)
    assert (done.returncode, done.stderr) == (0, "")
    assert QImage(str(picture)).size().toTuple() == (1280, 720)
    assert len(shades(picture)) > 5


def test_the_start_page_needs_no_file(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    assert window_program("--picture", picture).returncode == 0
    assert picture.exists()


def test_a_file_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    done = window_program(tmp_path / "none.round", "--picture", tmp_path / "window.png")
    assert done.returncode == 3
    assert "none.round" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "window.png").exists()


def test_a_picture_that_cannot_be_written_says_so(round_folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "no" / "folder" / "window.png"
    done = window_program(round_folder / "a.round", "--picture", target)
    assert done.returncode == 5
    assert str(target) in done.stderr


def test_help_and_wrong_words(tmp_path: Path) -> None:
    assert window_program("--help").returncode == 0
    assert window_program("--size", "big").returncode == 2
