"""Header rows: two where the file plainly shows two, as many as somebody says, never silently."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.surveys.raw_survey import as_csv, as_xlsx, drawn
from tests.workbench.surveys.worded_survey import GROUPS, JOINED, QUESTIONS, answers, merged_book
from workbench.errors import InputError
from workbench.scoring.book import open_book
from workbench.sentences import LANGUAGES, sentence_of
from workbench.surveys.columns import Kind
from workbench.surveys.headers import LONGEST_NAME, names_of, shown_headers
from workbench.surveys.mapping import Dimension, SurveyMapping, as_text, read_mapping
from workbench.surveys.previewing import preview_table
from workbench.surveys.remembering import mapping_for, open_survey, remember
from workbench.surveys.table_reading import SurveyTable, read_survey
from workbench.surveys.taking import take_survey
from workbench.surveys.telling import told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench

ROWS = answers(Random(3), (1, 2, 5), 20, 5)


def read(path: Path, bench: Bench, **how: object) -> SurveyTable:
    return read_survey(path, bench.definition.services, **how)


def sentences(bench: Bench, table: SurveyTable, language: str = "ko") -> str:
    with open_book(bench.books["E1"], read_only=True) as book:
        preview = preview_table(book, table, mapping_for(table))
    return "\n".join(sentence_of(words, language) for words in told(preview))


@pytest.mark.parametrize("is_merged", [True, False])
def test_groups_above_questions_are_joined_and_become_dimensions(
    bench: Bench, tmp_path: Path, is_merged: bool
) -> None:
    table = read(merged_book(tmp_path / "두 행.xlsx", ROWS, is_merged=is_merged), bench)
    assert [column.name for column in table.columns] == ["사무번호", *JOINED]
    assert table.heading.lines == (1, 2)
    assert table.lines[0] == 3
    assert mapping_for(table) == SurveyMapping(
        "사무번호",
        (Dimension("이용환경", JOINED[:3]), Dimension("직원", JOINED[3:5])),
        JOINED[5:],
        header_rows=2,
    )
    for language, words in (("ko", "머리글 2행"), ("en", "2 header rows")):
        said = sentences(bench, table, language)
        assert words in said
        assert JOINED[0] in said


def test_a_csv_with_empty_cells_for_the_merged_ones_reads_alike(
    bench: Bench, tmp_path: Path
) -> None:
    book = read(merged_book(tmp_path / "두 행.xlsx", ROWS), bench)
    top = ["사무번호"]
    for group, questions in GROUPS.items():
        top += [group, *[""] * (len(questions) - 1)]
    text = read(as_csv(tmp_path / "두 행.csv", [top, ["", *QUESTIONS], *ROWS]), bench)
    assert (text.columns, text.texts, text.heading) == (book.columns, book.texts, book.heading)


def test_codes_above_whole_questions_are_two_header_rows_too(bench: Bench, tmp_path: Path) -> None:
    rows = [["no", "Q1", "Q2"], ["사무", "시설이 편리하다", "직원이 친절하다"], *ROWS]
    table = read(as_xlsx(tmp_path / "a.xlsx", [row[:3] for row in rows]), bench)
    names = ["no · 사무", "Q1 · 시설이 편리하다", "Q2 · 직원이 친절하다"]
    assert [column.name for column in table.columns] == names


def test_a_title_above_names_no_column_and_is_named(bench: Bench, tmp_path: Path) -> None:
    path = as_xlsx(
        tmp_path / "a.xlsx",
        [["2026년 만족도 조사"], ["사무", "과정-1", "과정-2"], *[row[:3] for row in ROWS]],
    )
    table = read(path, bench)
    assert [column.name for column in table.columns] == ["사무", "과정-1", "과정-2"]
    assert "2026년 만족도 조사" in sentences(bench, table)
    assert table.heading.title == "2026년 만족도 조사"


def test_three_rows_are_read_where_somebody_says_so(bench: Bench, tmp_path: Path) -> None:
    path = merged_book(tmp_path / "세 행.xlsx", ROWS, title="2026년 만족도 조사")
    table = read(path, bench, header_rows=3)
    assert [column.name for column in table.columns] == ["사무번호", *JOINED]
    assert table.heading.title == "2026년 만족도 조사"
    assert table.heading.lines == (1, 2, 3)


@pytest.mark.parametrize(
    "rows",
    [
        drawn([1, 2, 5], 40, odd=4).table,
        [["사무", "Q1", "Q2"], [1, "매우 만족", "보통"], [2, "보통", "만족"], [5, "만족", "만족"]],
        [["사무", "Q1", "Q2"], ["가상 센터", "", ""], [2, 4, 5], [5, 3, 4]],
        [["사무", "Q1", "Q2"], ["없는 사무", "모름", ""], [2, 4, 5], [5, 3, 4]],
        [
            ["사무", "Q1", "Q2"],
            ["없는 사무", "모름", "모름"],
            ["없는 사무", "모름", "모름"],
            [2, 4, 5],
        ],
        [["사무", "Q1", "Q2"], ["응답", "1번", "2번"]],
        [["사무", "의견", "희망"], ["가", "나", "다"], ["라", "마", "바"], ["사", "아", "자"]],
    ],
)
def test_one_header_row_stays_one(bench: Bench, tmp_path: Path, rows: list[list[object]]) -> None:
    table = read(
        as_csv(tmp_path / "a.csv", [["" if c is None else c for c in r] for r in rows]), bench
    )
    assert table.heading.rows == 1
    assert table.heading.shown == 1


def test_what_is_said_of_the_header_holds_is_named_and_is_remembered(
    bench: Bench, tmp_path: Path
) -> None:
    """As codes above units: two rows shown, of which the person wants but the first."""
    rows = [["사무", "과정-1", "과정-2"], ["번호", "점", "점수"], *[row[:3] for row in ROWS]]
    path = as_xlsx(tmp_path / "단위.xlsx", rows)
    services = bench.definition.services
    assert open_survey(path, services).heading.rows == 2
    table = open_survey(path, services, header_rows=1)
    assert [column.name for column in table.columns] == ["사무", "과정-1", "과정-2"]
    assert "정한 대로" in sentences(bench, table)
    with open_book(bench.books["E1"]) as book:
        take_survey(book, preview_table(book, table, mapping_for(table)))
    again = open_survey(path, services)
    assert again.heading.lines == (1,)
    assert mapping_for(again) == mapping_for(table)
    assert mapping_for(open_survey(path, services, header_rows=2)).header_rows == 2


def test_a_mapping_file_says_how_many_header_rows_its_names_are_of(
    bench: Bench, tmp_path: Path
) -> None:
    table = read(merged_book(tmp_path / "두 행.xlsx", ROWS), bench)
    mapping = mapping_for(table)
    path = tmp_path / "연결.json"
    path.write_text(as_text(mapping), encoding="utf-8")
    assert read_mapping(path) == mapping
    path.write_text(as_text(mapping).replace('"header_rows": 2', '"header_rows": 9'), "utf-8")
    with pytest.raises(InputError, match="header_rows"):
        read_mapping(path)
    older = replace(mapping, header_rows=0)
    remember(table, older)
    assert mapping_for(table) == mapping


def test_more_header_rows_than_there_are_is_refused_with_a_sentence(
    bench: Bench, tmp_path: Path
) -> None:
    path = as_xlsx(tmp_path / "a.xlsx", [["사무", "Q1"], [1, 4], [2, 5]])
    for rows, key in ((2, "survey_header_rows"), (9, "survey_header_count")):
        with pytest.raises(InputError) as refusal:
            read(path, bench, header_rows=rows)
        assert refusal.value.key == key
        assert all(sentence_of(refusal.value, language) for language in LANGUAGES)


def test_columns_about_persons_are_refused_below_any_group(bench: Bench, tmp_path: Path) -> None:
    top = ["응답자 정보", "", "", "연락처", "", "만족도", ""]
    own = ["사무번호", "이름", "주소", "자택", "직장", "시설", "직원"]
    rows = [[1, "가", "나", "다", "라", 4, 5], [2, "마", "바", "사", "아", 3, 4]]
    table = read(as_csv(tmp_path / "a.csv", [top, own, *rows]), bench)
    assert table.heading.rows == 2
    kinds = [column.kind for column in table.columns]
    assert kinds == [
        Kind.SERVICE,
        Kind.NAME,
        Kind.ADDRESS,
        Kind.PHONE,
        Kind.PHONE,
        Kind.ANSWERS,
        Kind.ANSWERS,
    ]
    assert "가" not in repr(table.texts)


CELLS = st.one_of(st.just(""), st.sampled_from("가나다"), st.text(max_size=130))


@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=3))
def test_names_are_unlike_each_other_short_and_on_one_line(headers: list[list[str]]) -> None:
    names, _ = names_of(headers, 5)
    texts = [name.text for name in names]
    assert len(set(texts)) == 5
    assert all(
        text and len(text) <= LONGEST_NAME + 8 and text.split("\n") == [text] for text in texts
    )
    assert all(len(name.group) <= LONGEST_NAME for name in names)


@given(st.lists(st.lists(CELLS, max_size=5), min_size=1, max_size=8))
def test_whatever_stands_in_a_file_one_or_two_rows_are_shown(rows: list[list[str]]) -> None:
    assert shown_headers(list(enumerate(rows, start=1)), {"1", "가"}) in (1, 2)
