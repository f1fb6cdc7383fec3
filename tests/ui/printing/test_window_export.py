"""The window exports documents in the same way as the command line, beside its own work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF-")])
def test_the_window_writes_documents(
    open_in_window: Callable[[Path], object],
    round_folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    form: str,
    begins: bytes,
) -> None:
    page = open_in_window(round_folder / "a.round")
    target = tmp_path / f"결과 보고.{form}"
    with qtbot.waitSignal(page.session.exported, timeout=60_000) as told:
        page.session.export(target, is_public=False, is_draft=True)
    assert told.args == [target]
    assert target.read_bytes().startswith(begins)


def test_another_ending_is_told_in_a_sentence(
    open_in_window: Callable[[Path], object], round_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_in_window(round_folder / "a.round")
    with qtbot.waitSignal(page.session.failed) as told:
        page.session.export(tmp_path / "보고.hwp", is_public=False, is_draft=True)
    assert told.args[0].key == "report_form_unknown"
    assert not list(tmp_path.glob("보고*"))
