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
_BATCH: Final = 25
_READERS: Final = {".xlsx": "localc", ".docx": "lowriter"}
"""Which part of LibreOffice opens a file."""
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
    profile = tmp_path_factory.mktemp("office")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_COMPUTES, encoding="utf-8")
    start = ["soffice", "--headless", "--norestore", "--nolockcheck"]
    start += [f"-env:UserInstallation={profile.as_uri()}", "--convert-to"]

    def written(files: Sequence[Path], form: str) -> list[Path]:
        for part in {_READERS[file.suffix] for file in files}:
            if shutil.which(part) is None:
                pytest.skip(f"{part} of LibreOffice is not installed")
        folder = tmp_path_factory.mktemp("written")
        for at in range(0, len(files), _BATCH):
            subprocess.run(
                [*start, form, "--outdir", folder, *files[at : at + _BATCH]],
                check=True,
                capture_output=True,
                timeout=_PATIENCE_S,
            )
        ending = form.partition(":")[0]
        made = [folder / file.with_suffix(f".{ending}").name for file in files]
        # a file that it cannot open is left out, and it ends as if all were well
        assert [file.name for file in made if not file.exists()] == []
        return made

    return written
