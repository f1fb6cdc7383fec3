"""The command that pictures the window, on a few of its pages."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ("start", "score-book-by-service")


def test_every_page_is_pictured_in_both_looks_languages_and_sizes(tmp_path: Path) -> None:
    only = [word for page in PAGES for word in ("--only", page)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.pictures", *only, "--to", str(tmp_path / "new")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = sorted((tmp_path / "new").iterdir())
    assert len(found) == len(PAGES) * 2 * 2 * 2
    assert len({path.read_bytes() for path in found}) == len(found)
    for path in found:
        size = path.stem.rpartition("-")[2]
        image = QImage(str(path))
        assert f"{image.width()}x{image.height()}" == size
