"""The printed score sheet: all that was stored is readable on it, on any machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.handing_over.conftest import squeezed
from ui.scoring.numbers import points_text
from workbench.results.outcome import MarkState
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.scoring.book import Book
    from workbench.scoring.sheet import ServiceSheet

LONG = 5_000


def page_of(pages: list[str], sheet: ServiceSheet) -> str:
    """The pages of one service, from its head to the head of the next."""
    name = squeezed(sheet.service.name)
    own = [page for page in pages[1:] if name in squeezed(page)[:300]]
    return "\n".join(own)


@pytest.mark.parametrize("code", ["E1", "E2", "Q1"])
def test_every_mark_and_every_text_of_a_sealed_book_is_printed(
    code: str, whole_book_of: Callable[[str], Path], printed, pages_of, comments_of
) -> None:
    with open_book(whole_book_of(code)) as book:
        files = printed(book)
        sheets, places = book.sheets(), book.definition.rules.score_places
        receipt, owner = book.receipt(), book.owner
    pages = pages_of(files.sheet)
    assert len(pages) == files.pages == 1 + len(sheets) == 30
    for number, page in enumerate(pages, start=1):
        assert receipt in page
        assert f"{owner.code} {owner.name}" in page
        assert f"{number} / {len(pages)}쪽" in page
        assert "연습(가상 점수)" in page
    front = pages[0].splitlines()
    for sheet in sheets:
        (entry,) = [line for line in front if f"  {sheet.service.name}  " in line]
        assert points_text(sheet.subtotal, places) in entry.split()
        own = page_of(pages, sheet)
        lines = [line.split() for line in own.splitlines()]
        for row in sheet.rows():
            (line,) = [line for line in lines if line[:1] == [row.indicator.code]]
            assert points_text(row.points, places) in line
        for section in sheet.sections:
            (line,) = [line for line in lines if line[:1] == section.section.name.split()[:1]]
            assert points_text(section.subtotal, places) in line
        for text in (*sheet.achievements, *sheet.improvements, sheet.opinion):
            assert squeezed(text) in squeezed(own)
    comments = map(squeezed, comments_of(files.sheet)[1:])
    for sheet, column in zip(sheets, comments, strict=True):
        assert [row.comment for row in sheet.rows() if squeezed(row.comment) not in column] == []
    assert "(서명)" in pages[0]
    assert "(서명)" in pages[-1]


def test_all_type_is_embedded_even_what_the_shipped_face_lacks(
    opened: Book, printed, poppler
) -> None:
    service = opened.sheets()[0].service.uid
    opened.record(service, None, "opinion", "漢字와 그리스 문자 Ωμέγα, 기호 ①②③")
    rows = poppler("pdffonts", printed(opened).sheet).splitlines()[2:]
    assert any("Pretendard" in row for row in rows)
    # name, type (two words), encoding, emb, sub, uni, object, generation
    assert {row.split()[-5] for row in rows} == {"yes"}


def test_long_texts_go_on_over_pages_and_nothing_is_lost(
    opened: Book, printed, pages_of, comments_of
) -> None:
    sheet = opened.sheets()[2]
    uid, mark = sheet.service.uid, next(sheet.rows()).indicator.uid
    sentence = "의견은 이어집니다 {number}. 12:30–14:00 (2024-03-04) 104.5%→ "
    opinion = "".join(sentence.format(number=n) for n in range(LONG // 40))
    comment = "\n".join(f"{n}번째 줄 https://example.org/{'a' * 90}/{n}" for n in range(60))
    findings = [f"성과 {n} 목표 대비 {n}.5% 달성" for n in range(70)]
    assert len(opinion) >= LONG
    opened.record(uid, None, "opinion", opinion)
    opened.record(uid, mark, "comment", comment)
    opened.record_list(uid, "achievement", findings)
    files = printed(opened)
    pages = pages_of(files.sheet)
    assert len(pages) == files.pages > 34
    own = [page for page in pages[1:] if squeezed(sheet.service.name) in squeezed(page)[:300]]
    assert len(own) > 5
    assert all("(계속)" in page for page in own[1:])
    words = squeezed("".join(line for page in own for line in body(page)))
    assert [text for text in (opinion, *findings) if squeezed(text) not in words] == []
    column = "".join(map(squeezed, comments_of(files.sheet)))
    assert squeezed(comment) in column.replace("평가의견", "")


def body(page: str) -> list[str]:
    """The lines of a page without what stands on every page, and without its head."""
    lines = [line for line in page.splitlines() if line.strip()]
    return [line for line in lines[1:-1] if "(계속)" not in line]


def test_a_hole_is_printed_as_a_word_and_never_as_zero(book_of, printed, pages_of) -> None:
    with open_book(book_of("E1")) as book:
        files = printed(book)
        sheets = book.sheets()
    pages = pages_of(files.sheet)
    part, empty = sheets[12], sheets[13]
    assert (part.given, empty.given) == (2, 0)
    for sheet in (part, empty):
        own = page_of(pages, sheet)
        missing = [row for row in sheet.rows() if row.mark.state is MarkState.EMPTY]
        assert own.count("미평가") == len(missing)
        assert "0.00" not in own
        assert "미완료" in own
        (entry,) = [line for line in pages[0].splitlines() if f"  {sheet.service.name}  " in line]
        assert "미완료" in entry
    missing = sum(sheet.expected - sheet.given for sheet in sheets)
    assert f"미평가 {missing}개" in pages[0]


def test_a_recused_service_has_its_reason_and_no_marks(opened: Book, printed, pages_of) -> None:
    sheet = opened.sheets()[4]
    opened.record(sheet.service.uid, None, "recusal", "2023년 자문위원으로 참여함")
    pages = pages_of(printed(opened).sheet)
    own = page_of(pages, sheet)
    assert squeezed("2023년 자문위원으로 참여함") in squeezed(own)
    assert "이 사무의 점수는 세지 않습니다." in own
    assert points_text(sheet.subtotal, 2) not in own
    (entry,) = [line for line in pages[0].splitlines() if f"  {sheet.service.name}  " in line]
    assert "회피" in entry
    assert points_text(sheet.subtotal, 2) not in entry
    assert "29개 사무 (회피 1개 포함)" in pages[0]


def test_evidence_not_applicable_and_the_pledge_are_printed(
    opened: Book, printed, pages_of
) -> None:
    sheet = opened.sheets()[1]
    rows = list(sheet.rows())
    out = next(row for row in rows if row.indicator.allow_not_applicable)
    opened.record(sheet.service.uid, rows[0].indicator.uid, "evidence", "제출자료 3-2, 14쪽")
    opened.record(sheet.service.uid, out.indicator.uid, "not_applicable", "yes")
    pages = pages_of(printed(opened).sheet)
    own = page_of(pages, sheet)
    assert "근거: 제출자료 3-2, 14쪽" in own
    (line,) = [line for line in own.splitlines() if line.split()[:1] == [out.indicator.code]]
    assert "해당 없음" in line
    assert "취합할 때 환산합니다" in own
    assert "2024-03-04 확인" in pages[0]


def test_the_sheet_is_korean_in_every_language(opened: Book, printed, pages_of, speak) -> None:
    speak("en")
    (front, *_) = pages_of(printed(opened).sheet)
    assert "평가표" in front
    assert "청렴서약" in front
    assert not [word for word in ("Score", "sheet", "Receipt") if word in front]
