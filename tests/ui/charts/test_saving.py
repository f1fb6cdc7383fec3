"""Pictures as files: read back by other programs, put in place whole or not at all."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from tests.ui.charts.test_no_label_overlaps import WORDS, picture
from tests.workbench.results.test_figures import outcome
from ui.charts.saving import SUFFIXES, save_picture
from ui.charts.sheet import Shown
from workbench.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path

TOTALS = ("86.34", "74.62", "75.00", None, "58.12")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext here")


@pytest.fixture
def made(dressed):
    return picture(outcome(*TOTALS), Shown.BOTH)


def said_in(words: str) -> None:
    flat = " ".join(words.split())
    wanted = [WORDS.title, WORDS.rehearsal, WORDS.cut_name, "사무 1", "사무 5", "공통분야 39"]
    assert [one for one in (*wanted, *filter(None, TOTALS)) if one not in flat] == []


@needs_poppler
def test_names_and_numbers_are_read_back_from_paper(made, tmp_path: Path) -> None:
    path = save_picture(made, tmp_path / "결과.pdf")
    ran = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    )
    said_in(ran.stdout)
    fonts = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True, text=True)
    rows = fonts.stdout.splitlines()[2:]
    assert rows
    assert all("Pretendard" in row and re.search(r"\byes\b", row) for row in rows)


def test_names_and_numbers_are_read_back_from_vectors(made, tmp_path: Path) -> None:
    path = save_picture(made, tmp_path / "결과.svg")
    text = path.read_text(encoding="utf-8")
    said_in(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", text)))
    assert QSvgRenderer(QByteArray(text.encode())).isValid()
    assert f"<title>{made.title}</title>" in text


def test_vectors_look_like_dots(made, tmp_path: Path) -> None:
    """The letters are drawn as shapes: without any typeface they stand where the text says."""
    from PySide6.QtGui import QPainter

    dots = QImage(str(save_picture(made, tmp_path / "결과.png")))
    assert (dots.width(), dots.height()) == (2 * made.width, 2 * made.height)
    text = save_picture(made, tmp_path / "결과.svg").read_text(encoding="utf-8")
    shapes = re.sub(r"<text.*?</text>", "", text, flags=re.DOTALL)
    drawn = QImage(dots.size(), QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(shapes.encode())).render(painter)
    painter.end()
    small = [image.scaled(made.width // 4, made.height // 4) for image in (dots, drawn)]
    apart = 0
    for x in range(small[0].width()):
        for y in range(small[0].height()):
            one, other = (image.pixelColor(x, y).lightness() for image in small)
            apart += abs(one - other) > 90
    assert apart < 0.02 * small[0].width() * small[0].height()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_older_picture_is_replaced_and_nothing_lies_beside(
    made, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"결과{suffix}"
    target.write_text("alt", encoding="utf-8")
    assert save_picture(made, target) == target
    assert target.stat().st_size > 1000
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_another_suffix_is_refused_with_a_sentence(made, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        save_picture(made, tmp_path / "결과.jpg")
    assert caught.value.key == "picture_kind"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_an_error_of_ours(made, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        save_picture(made, tmp_path / "없음" / "결과.png")


def test_a_document_is_never_written_over(made, round_folder: Path) -> None:
    target = (round_folder / "a.round").rename(round_folder / "a.png")
    before = target.read_bytes()
    with pytest.raises(ExportError):
        save_picture(made, target)
    assert target.read_bytes() == before
