"""An export of a round: what may leave it is decided once, for all forms alike."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import FinalExportClosed
from workbench.ledger.objections import objections_in
from workbench.ledger.versions import versions
from workbench.progress import Progress
from workbench.reports.edition import Audience, Edition
from workbench.reports.form import Form, form_of
from workbench.reports.issued_sheets import Issued
from workbench.uncollected import uncollected

if TYPE_CHECKING:
    from workbench.calibration.given import WrittenText
    from workbench.reports.grounds import Grounds
    from workbench.rounds.desk import Reading, RoundDesk


@dataclass(frozen=True, slots=True)
class Written:
    """A report that stands, and what the history tells of it."""

    path: Path
    form: Form
    audience: Audience
    draft: bool
    version: int
    """The number of the issued version that it is; 0 where it is none."""


def export_report(
    desk: "RoundDesk", target: Path, *, public: bool, draft: bool, progress: Progress
) -> Written:
    """Write the result of ``desk`` to ``target``, in the form that its ending says.

    Raises:
        InputError: no report ends like this.
        StoreError: not a draft and the round does not follow from its own history.
        FinalExportClosed: not a draft and something is open; each thing is named.
        ExportError: the report cannot be written; an older one is untouched.
        Cancelled: out of ``progress``; an older report is untouched.
    """
    form = form_of(target)
    with uncollected():
        return _exported(desk, target, form, public=public, draft=draft, progress=progress)


@dataclass(frozen=True, slots=True)
class _Material:
    """All that is read from a round for a report; the heads that it follows from are let go of."""

    reading: "Reading"
    issued: Issued
    grounds: "Grounds | None" = None
    texts: "tuple[WrittenText, ...]" = ()
    """What the evaluators wrote. As the grounds, only for a workbook that stays within."""


def _exported(
    desk: "RoundDesk", target: Path, form: Form, *, public: bool, draft: bool, progress: Progress
) -> Written:
    if not draft:
        desk.prove()
    material = _read(desk, is_inner_workbook=form is Form.WORKBOOK and not public)
    reading, issued = material.reading, material.issued
    if reading.closed and not draft:
        raise FinalExportClosed(reading.closed)
    audience = Audience.PUBLIC if public else Audience.INTERNAL
    edition = Edition(
        audience,
        draft,
        reading.outcome.definition.rules.rehearsal,
        datetime.now(UTC).astimezone(),
        "" if public else issued.name(reading.outcome),
    )
    if form is Form.WORKBOOK:
        _write_workbook(material, target, edition, progress)
    else:
        _write_document(reading, target, edition, form, progress)
    return Written(target, form, audience, draft, issued.number_of(reading.outcome))


def _read(desk: "RoundDesk", *, is_inner_workbook: bool) -> _Material:
    stand = desk.stand()
    reading, heads = stand.reading, stand.state.heads
    known = versions(desk)
    issued = Issued(known, objections_in(stand.state, reading.outcome, known))
    if not is_inner_workbook:
        return _Material(reading, issued)
    from workbench.calibration.given import written_texts
    from workbench.reports.grounds import grounds_in

    grounds, texts = grounds_in(reading.outcome, heads), written_texts(reading.outcome, heads)
    return _Material(reading, issued, grounds, texts)


def _write_workbook(
    material: _Material, target: Path, edition: Edition, progress: Progress
) -> None:
    from workbench.calibration.calibrating import calibrate
    from workbench.reports.calibration_sheet import CALIBRATION
    from workbench.reports.workbook import write_workbook

    reading, calibration = material.reading, None
    if not edition.is_public:
        pulse = partial(progress, 0, 1, CALIBRATION)
        calibration = calibrate(reading.outcome, material.texts, pulse=pulse)
    write_workbook(
        reading.outcome,
        reading.seals,
        target,
        edition,
        issued=material.issued,
        is_final=bool(reading.final),
        calibration=calibration,
        grounds=material.grounds,
        progress=progress,
    )


def _write_document(
    reading: "Reading", target: Path, edition: Edition, form: Form, progress: Progress
) -> None:
    from workbench.reports.document.content import report_document
    from workbench.reports.document.docx_file import write_docx
    from workbench.reports.document.pdf_file import write_pdf

    document = report_document(reading.outcome, reading.seals, edition)
    if form is Form.PDF:
        write_pdf(document, target, progress=progress)
    else:
        write_docx(document, target, made_at=edition.made_at, progress=progress)
