"""The report's blocks on paper: every word in its order, inside the edges, heads repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from ui.handing_over.paper import BOTTOM, HEIGHT, LEFT, RIGHT, WIDTH, Fill, Ink, Rule
from ui.printing.painting import painted
from ui.printing.paragraphs import number_of
from ui.printing.report_pages import lay_out
from workbench.reports.document.blocks import (
    Align,
    Cell,
    Paragraph,
    ReportDocument,
    Table,
    Voice,
)
from workbench.reports.wording import circled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.handing_over.paper import Mark

SLACK = 0.6


def document(*blocks: Paragraph | Table, title: str = "결과 보고") -> ReportDocument:
    return ReportDocument(title, "잠정", "2024년 제1차", "2024. 7. 1.", blocks)


def table(*rows: Sequence[str], head: Sequence[str] = ("구 분", "주 요 내 용")) -> Table:
    cells = tuple(tuple(Cell((text,)) for text in row) for row in rows)
    shares = (20, *(80 // (len(head) - 1) for _ in head[1:]))
    return Table(shares, tuple(head), cells)


def inks(page: Sequence[Mark]) -> list[str]:
    return [mark.text for mark in page if isinstance(mark, Ink)]


def box_of(mark: Mark) -> QRectF:
    if isinstance(mark, Fill):
        return mark.box
    if isinstance(mark, Rule):
        return QRectF(mark.left, mark.y, mark.right - mark.left, 0)
    return QRectF(mark.x, mark.y - mark.voice.points, mark.voice.width(mark.text), 1)


def test_title_marks_round_page_and_day_stand_around_every_page() -> None:
    pages = lay_out(document(*(Paragraph(Voice.LINE, f"- 줄 {at}") for at in range(90))))
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        around = inks(page)[-5:]
        assert around == ["결과 보고", "잠정", "2024년 제1차", f"{number} / 3", "2024. 7. 1."]


def test_a_long_title_does_not_reach_the_marks() -> None:
    (page,) = lay_out(document(Paragraph(Voice.LINE, "- 줄"), title="아주 긴 이름 " * 30))
    title, mark = (ink for ink in page if isinstance(ink, Ink) and ink.y == 30)
    assert title.text.endswith("…")
    assert title.x + title.voice.width(title.text) < mark.x


def test_a_paragraph_on_a_new_page_leaves_none_empty() -> None:
    pages = lay_out(
        document(
            Paragraph(Voice.HEADING, "□ 앞", new_page=True),
            Paragraph(Voice.HEADING, "□ 붙임", new_page=True),
            table(("가", "나")),
        )
    )
    assert [inks(page)[0] for page in pages] == ["□ 앞", "□ 붙임"]


def test_a_table_that_goes_on_has_its_head_again() -> None:
    pages = lay_out(document(table(*((str(at), "글") for at in range(100)))))
    assert len(pages) > 2
    assert all(inks(page)[:2] == ["구 분", "주 요 내 용"] for page in pages)


def test_the_last_row_is_not_alone_on_a_page() -> None:
    for count in range(30, 80):
        pages = lay_out(document(table(*((str(at), "글") for at in range(count)))))
        assert len(inks(pages[-1])) >= 2 + 4 + 5


def test_a_name_stands_beside_its_drawn_number() -> None:
    for number in (1, 21, 36, 50):
        heading = Paragraph(Voice.SERVICE, f"{circled(number)} 가상 사무")
        (page,) = lay_out(document(heading, table(("가", "나"))))
        assert inks(page)[:2] == [str(number), "가상 사무"]
    (page,) = lay_out(document(Paragraph(Voice.SERVICE, f"{circled(51)} 가상 사무")))
    assert inks(page)[0] == "(51) 가상 사무"


@pytest.mark.parametrize("number", range(1, 51))
def test_circled_numbers_are_read_back(number: int) -> None:
    assert number_of(circled(number)) == number


def test_what_is_no_circled_number_is_none() -> None:
    assert [number_of(mark) for mark in ("(51)", "A", "", "□")] == [None] * 4


def test_the_points_of_a_column_of_numbers_stand_below_each_other() -> None:
    texts = ("9.98", "100.00", "−1.11", "77.11")
    cells = tuple((Cell(("이름",)), Cell((text,), Align.RIGHT)) for text in texts)
    (page,) = lay_out(document(Table((50, 50), ("이름", "점수"), cells)))
    numbers = [ink for ink in page if isinstance(ink, Ink) and ink.text in texts]
    points = {round(ink.x + ink.voice.width(ink.text.partition(".")[0]), 2) for ink in numbers}
    assert (len(numbers), len(points)) == (4, 1)


TEXT = st.text(st.sampled_from("가나다 12.-□①\n"), min_size=1, max_size=400)
BLOCKS = st.one_of(
    st.builds(Paragraph, st.sampled_from(Voice), TEXT, st.booleans()),
    st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=8).map(lambda rows: table(*rows)),
)


def letters(texts: Sequence[str]) -> str:
    return "".join("".join(texts).split())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(blocks=st.lists(BLOCKS, min_size=1, max_size=6))
def test_every_mark_stands_inside_the_page_and_every_letter_is_there(
    blocks: list[Paragraph | Table],
) -> None:
    pages = lay_out(document(*blocks))
    written = sorted(letters([words for page in pages for words in inks(page)[:-5]]))
    meant = sorted(letters(_least(blocks)))
    for letter in set(meant) - set("①12"):  # drawn numbers are figures; heads may come again
        assert written.count(letter) >= meant.count(letter), letter
    for page in pages:
        assert len(page) > 6
        for mark in page:
            box = box_of(mark)
            assert box.left() >= LEFT - SLACK
            assert box.right() <= RIGHT + SLACK
        for mark in page[:-6]:
            assert box_of(mark).bottom() <= BOTTOM + SLACK


def _least(blocks: Sequence[Paragraph | Table]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        else:
            found += [*block.head, *(words for row in block.rows for c in row for words in c.lines)]
    return found


def test_the_paper_is_a4() -> None:
    image = painted(lay_out(document(Paragraph(Voice.LINE, "- 줄"))), "결과")
    assert image.startswith(b"%PDF-")
    assert (WIDTH, HEIGHT) == (595, 842)
    assert b"/MediaBox [0 0 595" in image
