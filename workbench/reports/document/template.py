"""The template of the .docx: the shipped one is made here, an institute's own takes its place.

``python -c "from workbench.reports.document.template import ship; ship()"`` writes
``resources/templates/report.docx`` anew after a change here; a test compares the two.
"""

import io
import zipfile
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from workbench.errors import ExportError
from workbench.faults import log_fault
from workbench.home import home
from workbench.reports.document import template_parts as parts
from workbench.reports.document.blocks import Align, Cell, Paragraph, ReportDocument, Table, Voice
from workbench.reports.document.docx_filling import above, below, filled
from workbench.reports.document.docx_reading import compare
from workbench.reports.document.styles import NAMES

OWN_NAME: Final = "report-template.docx"
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_MOST_BYTES: Final = 20_000_000


def template_bytes() -> bytes:
    """Return the shipped template; the same bytes every time."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.parts():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), text.encode())
    return packed.getvalue()


def ship() -> None:
    """Write the shipped template into the resources of this checkout."""
    target = Path(__file__).parents[3] / "resources" / "templates" / "report.docx"
    target.write_bytes(template_bytes())


def own_template() -> Path:
    """Return where an institute's own template is looked for."""
    return home() / OWN_NAME


def open_template() -> Any:
    """Return the template as a document of python-docx, with every style it has to have.

    The body of an own template is dropped; its styles, page and what stands above and below its
    pages stay. A style that it lacks comes from the shipped one.

    Raises:
        ExportError: there is an own template and it cannot be used.
    """
    path = own_template()
    if not path.exists():
        return _opened(_shipped())
    try:
        image = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError("report_template_unreadable", file=str(path), reason=reason) from error
    try:
        _prove(image)
        return _completed(image)
    except Exception as fault:  # a strange file has as many faults as there are types of them
        log_fault(fault)
        raise ExportError("report_template_unfit", file=str(path)) from fault


def _shipped() -> bytes:
    return files("resources").joinpath("templates", "report.docx").read_bytes()


def _prove(image: bytes) -> None:
    """Fill the template with one paragraph and cell of each kind, and read that again."""
    with zipfile.ZipFile(io.BytesIO(image)) as archive:
        if sum(row.file_size for row in archive.infolist()) > _MOST_BYTES:
            raise ValueError("larger than any template")
    made = filled(_completed(image), TRIAL, datetime.fromtimestamp(0, UTC))
    compare(io.BytesIO(made), TRIAL, above(TRIAL), below(TRIAL), name=OWN_NAME)


def _opened(image: bytes) -> Any:
    from docx import Document  # a third of a second: only when a document is written

    return Document(io.BytesIO(image))


def _completed(image: bytes) -> Any:
    """Return the template in ``image`` with the styles that it lacks."""
    document, shipped = _opened(image), _opened(_shipped())
    known = {style.name for style in document.styles}
    ids = {style.style_id for style in document.styles}
    for name in NAMES:
        if name in known:
            continue
        style = shipped.styles[name].element
        if style.get(_STYLE_ID) in ids:
            style.set(_STYLE_ID, f"{style.get(_STYLE_ID)}Own")
        document.styles.element.append(style)
    return document


_STYLE_ID: Final = f"{{{parts.WORD}}}styleId"
TRIAL: Final = ReportDocument(
    "제목",
    "표시",
    "회차",
    "날",
    (
        *(Paragraph(voice, voice.value) for voice in Voice),
        Table(
            (1, 1, 1), ("가", "나", "다"), (tuple(Cell(("칸",), at, strong=True) for at in Align),)
        ),
    ),
)
"""A report that uses every style once."""
