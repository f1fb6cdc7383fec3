"""The window program started only to paint a report: text in, one file out, no window.

Standard input brings the blocks, standard output takes one JSON object back: how many pages were
painted, or the number of what the disk refused. It works on the bare channels, as a program
without a console has no others.
"""

import json
import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from ui.printing.painting import painted
from ui.printing.report_pages import lay_out
from ui.theme.fonts import bring_fonts
from workbench.errors import ExportError
from workbench.reports.document.blocks import from_json

_INPUT, _OUTPUT = 0, 1


def print_report(target: Path) -> int:
    """Paint the report on standard input to ``target`` and return the exit code: 0 or 5."""
    with open(_INPUT, "rb", closefd=False) as channel:
        document = from_json(channel.read())
    app = QGuiApplication.instance() or QGuiApplication([])
    app.setApplicationName("Scoring Workbench")
    bring_fonts()
    pages = lay_out(document)
    try:
        with target.open("wb") as file:
            file.write(painted(pages, document.title))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        _answer({"errno": error.errno or 0})
        return ExportError.exit_code
    _answer({"pages": len(pages)})
    return 0


def _answer(told: dict[str, int]) -> None:
    with open(_OUTPUT, "wb", closefd=False) as channel:
        channel.write(json.dumps(told).encode())
