"""Reports as documents: made of the sample or of rounds by hand, and looked at as pages."""

from __future__ import annotations

import shutil
import subprocess
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from tests.office import PAGES
from tests.workbench.reports.conftest import MADE_AT, seals_of
from workbench.reports.document.blocks import Paragraph, Table
from workbench.reports.document.content import report_document
from workbench.reports.edition import Audience, Edition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.office import Office
    from workbench.reports.document.blocks import ReportDocument
    from workbench.results.outcome import Outcome


def edition(**given: Any) -> Edition:
    known = {
        "audience": Audience.INTERNAL,
        "draft": False,
        "rehearsal": False,
        "made_at": MADE_AT,
        "version": "",
    }
    return Edition(**{**known, **given})


def reported(outcome: Outcome, **given: Any) -> ReportDocument:
    """The report of ``outcome`` as blocks; ``given``: what its edition has different."""
    return report_document(outcome, seals_of(outcome.definition), edition(**given))


def texts(document: ReportDocument) -> list[str]:
    """Everything that stands in the report, in its order."""
    return list(_texts(document))


def _texts(document: ReportDocument) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from block.head
            yield from (line for row in block.rows for cell in row for line in cell.lines)


def table_under(document: ReportDocument, words: str) -> Table:
    """The first table below the paragraph that holds ``words``."""
    blocks = document.blocks
    at = next(
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and words in block.text
    )
    return next(block for block in blocks[at:] if isinstance(block, Table))


def rows_of(table: Table) -> list[list[str]]:
    return [[" / ".join(cell.lines) for cell in row] for row in table.rows]


@pytest.fixture(scope="session")
def pages_of() -> Callable[[Path], list[str]]:
    """What can be read on every page of a PDF."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")

    def read(path: Path) -> list[str]:
        done = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"],
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout.split("\f")[:-1]

    return read


@pytest.fixture(scope="session")
def as_pdf(office: Office) -> Callable[[list[Path]], list[Path]]:
    """Let a text program turn documents into PDFs, all in one call."""
    return partial(office, form=PAGES)
