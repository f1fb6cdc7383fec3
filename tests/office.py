"""A real spreadsheet and text program: LibreOffice without a window, one profile for all."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Office = Callable[[Sequence[Path], str], list[Path]]

WORKBOOK: Final = "xlsx:Calc MS Excel 2007 XML"
PAGES: Final = "pdf"
BATCH: Final = 25
_PATIENCE_S: Final = 300
_ALWAYS_COMPUTES: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load">'
    '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>'
)
"""Nothing cached in a workbook is believed: every formula is computed anew."""


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Let LibreOffice write files in another form, many in one call."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("office")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_COMPUTES, encoding="utf-8")
    start = ["soffice", "--headless", "--norestore", "--nolockcheck"]
    start += [f"-env:UserInstallation={profile.as_uri()}", "--convert-to"]

    def written(files: Sequence[Path], form: str) -> list[Path]:
        folder = tmp_path_factory.mktemp("written")
        for at in range(0, len(files), BATCH):
            done = subprocess.run(
                [*start, form, "--outdir", folder, *files[at : at + BATCH]],
                check=False,
                capture_output=True,
                text=True,
                timeout=_PATIENCE_S,
            )
            if "could not be loaded" in done.stdout + done.stderr:
                pytest.skip("a part of LibreOffice is not installed")
            assert done.returncode == 0, done.stderr
        ending = form.partition(":")[0]
        return [folder / file.with_suffix(f".{ending}").name for file in files]

    return written
