"""The report as a .docx: the template's styles, our words, read back before it takes its place."""

import os
from datetime import datetime
from pathlib import Path
from typing import Final

from workbench.progress import Progress, silent
from workbench.reports.document.blocks import ReportDocument
from workbench.reports.document.docx_filling import above, below, filled
from workbench.reports.document.docx_reading import compare
from workbench.reports.document.template import open_template
from workbench.reports.placing import placed

_STEPS: Final = 3


def write_docx(
    document: ReportDocument, target: Path, *, made_at: datetime, progress: Progress = silent
) -> Path:
    """Write ``document`` to ``target`` and return it; nothing is left where it fails.

    Raises:
        ExportError: the template is unfit, the file cannot be written or reads back differently.
        Cancelled: out of ``progress``.
    """
    progress(0, _STEPS, target.name)
    template = open_template()
    with placed(target) as draft:
        progress(1, _STEPS, target.name)
        image = filled(template, document, made_at)
        with draft.open("wb") as file:
            file.write(image)
            file.flush()
            os.fsync(file.fileno())
        progress(2, _STEPS, "다시 읽어 비교")
        compare(draft, document, above(document), below(document), name=target.name)
        progress(_STEPS, _STEPS, target.name)
    return target
