"""A disk that fills up while somebody scores: nothing typed is lost, and the window says so."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ui.scoring.bottom_line import BottomLine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if shutil.which("mount") is None:
        pytest.skip("no disks can be mounted here")
    mount = ["mount", "-t", "tmpfs", "-o", "size=4096k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("mounting a small disk is not permitted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_told_until_it_takes_again(
    disk: Path, open_in_window, book_of, keys, window
) -> None:
    page = open_in_window(shutil.copy(book_of("E1"), disk / "E1.score"))
    page.work.go_to_incomplete()
    service = page.work.sheet.subject().service
    filler = disk / "filler.bin"
    filler.write_bytes(bytes(shutil.disk_usage(disk).free))
    keys.type("1")
    keys.press(Qt.Key.Key_Down)
    bottom = page.findChild(BottomLine)
    assert "저장되지 않음" in bottom.text()
    assert [draft.text for draft in page.desk.drafts(service).values()] == ["탁월"]
    given = page.desk.overview.progress().given
    filler.unlink()
    bottom.retry_requested.emit()
    assert "저장됨" in bottom.text()
    assert page.desk.overview.progress().given == given + 1
    assert page.desk.draft_count() == 0
    window.close_document()
