"""The .docx as another program shows it: LibreOffice makes pages of it, and they are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.workbench.reports.conftest import HOSTILE, MADE_AT
from tests.workbench.reports.document.conftest import reported, texts
from workbench.reports.document.docx_file import write_docx
from workbench.reports.edition import Audience

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.reports.document.blocks import ReportDocument
    from workbench.results.outcome import Outcome


def bare(text: str) -> str:
    """``text`` without white space, which a page sets as it needs."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def shown(
    sample: Outcome,
    hostile_round: Callable[[list[str]], Outcome],
    as_pdf: Callable[[list[Path]], list[Path]],
    pages_of: Callable[[Path], list[str]],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, tuple[ReportDocument, list[str]]]:
    """Documents and the pages that LibreOffice makes of them, all in one call."""
    folder = tmp_path_factory.mktemp("documents")
    documents = {
        "public": reported(sample, audience=Audience.PUBLIC),
        "internal": reported(sample, version="결과 제2판"),
        "draft": reported(sample, draft=True, rehearsal=True),
        "hostile": reported(hostile_round(list(HOSTILE)), draft=True),
    }
    paths = [
        write_docx(document, folder / f"{name}.docx", made_at=MADE_AT)
        for name, document in documents.items()
    ]
    pages = map(pages_of, as_pdf(paths))
    return {
        name: (document, read)
        for (name, document), read in zip(documents.items(), pages, strict=True)
    }


@pytest.mark.parametrize("name", ["public", "internal", "draft"])
def test_every_word_is_on_a_page(
    shown: dict[str, tuple[ReportDocument, list[str]]], name: str
) -> None:
    document, pages = shown[name]
    whole = bare("".join(pages))
    # a cell that is broken over lines stands beside the lines of its neighbours
    lines = [words for words in texts(document) if len(words) < 40 and "\n" not in words]
    assert len(lines) > 150
    assert [words for words in lines if bare(words) not in whole and not _narrow(words)] == []


def _narrow(words: str) -> bool:
    """Names in the totals table may stand on two lines."""
    return len(words) > 14 and not words.startswith(("-", "□", "※", "·", "①"))


@pytest.mark.parametrize("name", ["public", "internal", "draft", "hostile"])
def test_no_page_is_empty_and_each_has_its_number(
    shown: dict[str, tuple[ReportDocument, list[str]]], name: str
) -> None:
    document, pages = shown[name]
    for number, page in enumerate(pages, start=1):
        lines = [line for line in page.splitlines() if line.strip()]
        assert len(lines) >= 3, number
        assert re.search(rf"\b{number} ?/ ?{len(pages)}\b", lines[-1])
        assert lines[-1].rstrip().endswith(document.day)
        assert bare(document.marks) in bare(lines[0])


def test_a_page_that_goes_on_with_a_table_begins_with_its_head(
    shown: dict[str, tuple[ReportDocument, list[str]]],
) -> None:
    _, pages = shown["hostile"]
    going_on = [page.splitlines() for page in pages if "□" not in page and "①" not in page][1:20]
    assert len(going_on) > 10
    for lines in going_on:
        assert "주요내용" in bare("".join(lines[:5]))


def test_a_service_is_never_parted_from_its_table(
    shown: dict[str, tuple[ReportDocument, list[str]]],
) -> None:
    for name in ("public", "internal"):
        document, pages = shown[name]
        headings = [words for words in texts(document) if words.startswith(tuple("①②③⑮⑳㉑㉙"))]
        assert len(headings) >= 7
        for heading in headings:
            (page,) = [page for page in pages if bare(heading) in bare(page)]
            after = bare(page).split(bare(heading))[1]
            assert "개선과제" in after
