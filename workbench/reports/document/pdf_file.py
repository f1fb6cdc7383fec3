"""The report as a .pdf: painted by the window program in a process of its own.

So nothing here knows Qt, and the command line and the window get the same pages. The child gets
the blocks as text and gives a file; it may be ended at any moment and leaves nothing.
"""

import json
import os
import re
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from typing import IO, Any, Final

from workbench.errors import ExportError
from workbench.faults import log_fault
from workbench.progress import Progress, silent
from workbench.reports.document.blocks import ReportDocument, as_json
from workbench.reports.placing import placed
from workbench.window_program import PRINT_REPORT, program_folder, window_program

LONGEST_S: Final = 300
"""A report of 300 services takes a few seconds; a child that needs this long hangs."""
_PULSE_S: Final = 0.2
_NO_SCREEN: Final = {} if os.name == "nt" else {"QT_QPA_PLATFORM": "offscreen"}
"""The child opens no window. Windows always has a screen, and Qt without one finds no typeface of
the system there for letters that the shipped one lacks."""
_UNSEEN: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_STEPS: Final = 3
_PAINTING: Final = "PDF 쪽 그리기"
_PAGE: Final = re.compile(rb"/Type /Page\b")


def write_pdf(document: ReportDocument, target: Path, *, progress: Progress = silent) -> Path:
    """Have ``document`` painted to ``target`` and return it; nothing is left where it fails.

    Raises:
        ExportError: the window program is missing or fails, or the file cannot be written.
        Cancelled: out of ``progress``; the child is ended.
    """
    progress(0, _STEPS, _PAINTING)
    with placed(target) as draft:
        pages = _paint(document, draft, target.name, progress)
        progress(2, _STEPS, "다시 읽어 비교")
        _compare(draft, pages, target.name)
        progress(_STEPS, _STEPS, target.name)
    return target


def _paint(document: ReportDocument, draft: Path, name: str, progress: Progress) -> int:
    """Run the child and return how many pages it says it painted."""
    with TemporaryFile() as given:  # not a pipe: waiting in turns would leave it half fed
        given.write(as_json(document).encode())
        given.seek(0)
        child = _started(draft, name, given)
    try:
        said, complaint = _attended(child, name, progress)
    finally:
        if child.poll() is None:
            child.kill()
            child.communicate()
    return _pages(child.returncode, said, complaint, name)


def _started(draft: Path, name: str, given: IO[bytes]) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            [*window_program(), PRINT_REPORT, str(draft.absolute())],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=program_folder(),
            env={**os.environ, **_NO_SCREEN},
            creationflags=_UNSEEN,
        )
    except OSError as error:
        raise ExportError("report_no_painter", name=name) from error


def _attended(
    child: "subprocess.Popen[bytes]", name: str, progress: Progress
) -> tuple[bytes, bytes]:
    """Wait for the child, reporting again and again, so that a person can stop it."""
    began = monotonic()
    while True:
        try:
            return child.communicate(timeout=_PULSE_S)
        except subprocess.TimeoutExpired:
            progress(1, _STEPS, _PAINTING)
            if monotonic() - began > LONGEST_S:
                raise ExportError("report_painter_hangs", name=name, seconds=LONGEST_S) from None


def _pages(code: int, said: bytes, complaint: bytes, name: str) -> int:
    answer = _answer(said)
    if code == 0 and isinstance(answer.get("pages"), int):
        return int(answer["pages"])
    if isinstance(answer.get("errno"), int):
        raise OSError(answer["errno"], os.strerror(answer["errno"]))
    fault = ChildProcessError(f"{code}\n{complaint.decode(errors='replace')}")
    raise ExportError("report_not_painted", name=name, log=log_fault(fault)) from fault


def _answer(said: bytes) -> dict[str, Any]:
    with suppress(ValueError):
        found = json.loads(said)
        if isinstance(found, dict):
            return found
    return {}


def _compare(draft: Path, pages: int, name: str) -> None:
    """Refuse a file that is not a whole PDF of as many pages as were painted."""
    image = draft.read_bytes()
    is_whole = image.startswith(b"%PDF-") and image.rstrip().endswith(b"%%EOF")
    if not is_whole or not pages or len(_PAGE.findall(image)) != pages:
        raise ExportError("report_differs", name=name, place="PDF")
