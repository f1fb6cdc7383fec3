"""Answers in words: ladders are offered, own words are said, nothing is read silently."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journeys.command_line import scorebench
from tests.workbench.surveys.raw_survey import as_csv, as_xlsx
from tests.workbench.surveys.worded_survey import (
    FIVE,
    JOINED,
    SEVEN,
    answers,
    in_words,
    merged_book,
)
from workbench.errors import EntryUnfit
from workbench.scoring.book import Book, open_book
from workbench.sentences import LANGUAGES, sentence_of
from workbench.surveys.basis import basis_of, basis_text
from workbench.surveys.columns import Kind
from workbench.surveys.ladders import is_middle, is_step, step_number, steps_in, whole_ladders
from workbench.surveys.mapping import Dimension, SurveyMapping, as_text, read_mapping
from workbench.surveys.preview import OutOfRange, SurveyPreview, UnknownWord
from workbench.surveys.previewing import preview_survey, preview_table
from workbench.surveys.remembering import mapping_for
from workbench.surveys.table_reading import read_survey
from workbench.surveys.taking import take_survey
from workbench.surveys.telling import told
from workbench.surveys.typed_answers import ReadAs, found_words, is_nameable, with_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench

HEADER = ["사무", "Q1", "Q2", "전반"]
MAPPING = SurveyMapping("사무", (Dimension("과정", ("Q1", "Q2")),), ("전반",))


@pytest.fixture
def book(bench: Bench) -> Iterator[Book]:
    with open_book(bench.books["E1"]) as opened:
        yield opened


def figures(preview: SurveyPreview) -> list[object]:
    """All that is computed of every service, but where it is from."""
    return [
        (
            row.service.number,
            row.rows,
            row.points,
            replace(row.basis, sha256="", source="", words=()),
        )
        for row in preview.services
    ]


def sentences(preview: SurveyPreview, language: str = "ko") -> str:
    return "\n".join(sentence_of(words, language) for words in told(preview))


@pytest.mark.parametrize(("words", "steps"), [(FIVE, 5), (SEVEN, 7)])
def test_a_usual_ladder_is_offered_whole_and_named_with_its_numbers(
    bench: Bench, book: Book, tmp_path: Path, words: tuple[str, ...], steps: int
) -> None:
    rows = answers(Random(5), (1, 2, 5), 20, steps)
    table = read_survey(
        merged_book(tmp_path / "낱말.xlsx", in_words(rows, words)), bench.definition.services
    )
    assert {column.kind for column in table.columns[1:]} == {Kind.WORDS}
    mapping = mapping_for(table)
    assert mapping.words == tuple(zip(words, range(1, steps + 1), strict=True))
    assert (mapping.scale_min, mapping.scale_max, mapping.questions) == (1, steps, JOINED)
    preview = preview_table(book, table, mapping)
    counts = [sum(row[1:].count(number) for row in rows) for number in range(1, steps + 1)]
    assert preview.read_as == tuple(
        ReadAs(word, number, count)
        for number, (word, count) in enumerate(zip(words, counts, strict=True), start=1)
    )
    for language in LANGUAGES:
        said = sentences(preview, language)
        for word, number in mapping.words:
            assert f"{word}” → {number} (" in said or f"{word}\u2019 → {number} (" in said
    numbers = read_survey(merged_book(tmp_path / "수.xlsx", rows), bench.definition.services)
    assert figures(preview) == figures(preview_table(book, numbers, mapping_for(numbers)))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.text("좋싫꽤썩퍽늘덜", min_size=1, max_size=8).map(lambda text: " ".join(text.split())),
        min_size=5,
        max_size=5,
        unique_by=lambda text: "".join(text.split()),
    ).filter(all),
    rows=st.lists(
        st.tuples(st.sampled_from((1, 2, 5)), *(st.integers(0, 5) for _ in range(3))),
        min_size=1,
        max_size=30,
    ),
)
def test_words_and_the_numbers_they_stand_for_make_the_same_figures(
    book: Book, tmp_path: Path, words: list[str], rows: list[tuple[int, ...]]
) -> None:
    if not any(all(row) for row in rows):
        return
    number = [[row[0], *(answer or "" for answer in row[1:])] for row in rows]
    spelt = [[row[0], *(words[answer - 1] if answer else "" for answer in row[1:])] for row in rows]
    pairs = tuple(zip(words, range(1, 6), strict=True))
    made = [
        preview_survey(book, as_csv(tmp_path / name, [HEADER, *table]), mapping)
        for name, table, mapping in (
            ("수.csv", number, MAPPING),
            ("낱말.csv", spelt, replace(MAPPING, words=pairs)),
        )
    ]
    assert figures(made[0]) == figures(made[1])
    by_number, by_word = (preview.questions for preview in made)
    assert by_number == by_word
    typed = sum(sum(map(bool, row[1:])) for row in rows)
    assert sum(row.count for row in made[1].read_as) == typed - _left_out(made[1], rows)


def _left_out(preview: SurveyPreview, rows: list[tuple[int, ...]]) -> int:
    """Answers that stand on rows left out as pasted again."""
    lines = {
        line
        for block in preview.blocks
        if block.is_left_out
        for line in range(block.second[0], block.second[1] + 1)
    }
    return sum(sum(map(bool, rows[line - 2][1:])) for line in lines)


def test_spelling_of_one_word_does_not_matter(book: Book, tmp_path: Path) -> None:
    rows = [
        [1, "매우만족", "매우 만족", "매우 만족."],
        [2, "보통", "보 통", "보통"],
        [2, "", "", "보통이다"],
    ]
    found = preview_survey(
        book,
        as_csv(tmp_path / "a.csv", [HEADER, *rows]),
        replace(MAPPING, words=(("보통", 3), ("매우 만족", 5))),
    )
    assert [str(row.basis.mean) for row in found.services] == ["5.000000", "3.000000"]
    assert found.questions[2].unknown == (UnknownWord("보통이다", (4,)),)


def test_circled_digits_and_points_are_numbers_and_are_named(book: Book, tmp_path: Path) -> None:
    rows = [[1, "①", "5점", "⑦"], [1, "③", "5 점", 4], [2, "②", "4", "⑤"]]
    found = preview_survey(book, as_csv(tmp_path / "a.csv", [HEADER, *rows]), MAPPING)
    assert found.read_as == (
        ReadAs("①", 1, 1),
        ReadAs("②", 2, 1),
        ReadAs("③", 3, 1),
        ReadAs("5 점", 5, 1),
        ReadAs("5점", 5, 1),
        ReadAs("⑤", 5, 1),
        ReadAs("⑦", 7, 1),
    )
    assert found.questions[2].out_of_range == (OutOfRange(7, (2,)),)
    assert "\u20185점\u2019 → 5 (1건)" in sentences(found)
    assert found.services[0].basis.words == ()


def test_unknown_words_are_counted_and_named_and_what_may_be_personal_is_not(
    book: Book, tmp_path: Path
) -> None:
    rows = [
        [1, "좋아요", "아주 좋아요", 4],
        [1, "좋아요", "010-1234-56789", 5],
        [2, "싫어요", "직원이 매우 친절해서 늘 고맙게 이용하고 있습니다", 3],
        [2, 4, "4.5", 3],
    ]
    path = as_csv(tmp_path / "a.csv", [HEADER, *rows])
    found = preview_survey(book, path, replace(MAPPING, words=(("아주 좋아요", 5),)))
    assert found.questions[0].unknown == (
        UnknownWord("좋아요", (2, 3)),
        UnknownWord("싫어요", (4,)),
    )
    assert found.questions[1].unknown == ()
    assert found.questions[1].not_numbers == (3, 4, 5)
    said = sentences(found)
    assert "\u2018좋아요\u2019 2건을 뺐습니다: 2, 3행." in said
    assert "010" not in said
    assert "친절" not in said
    assert [row.not_numbers for row in found.services[0].basis.questions] == [2, 1, 0]
    assert found.services[0].basis.words == (("아주 좋아요", 5),)
    assert "좋아요" not in basis_text(replace(found.services[0].basis, words=()))


def test_words_of_a_column_read_by_override_are_never_named(book: Book, tmp_path: Path) -> None:
    header = ["사무", "기타 의견", "Q2", "전반"]
    mapping = replace(MAPPING, dimensions=(Dimension("과정", ("기타 의견", "Q2")),))
    path = as_csv(
        tmp_path / "a.csv", [header, [1, "김가나", 4, 4], [1, "좋음", 4, 4], [2, 5, 5, 5]]
    )
    found = preview_survey(
        book, path, replace(mapping, words=(("좋음", 4),)), allowed=["기타 의견"]
    )
    assert found.questions[0].unknown == ()
    assert found.questions[0].not_numbers == (2,)
    assert "김가나" not in sentences(found)
    assert [row.text for row in found_words(found.table, found.mapping)] == ["좋음"]


def test_a_ladder_without_its_middle_is_pointed_out(book: Book, tmp_path: Path) -> None:
    rows = [
        [1, "그렇다", "매우 그렇다", "그렇지 않다"],
        [2, "전혀 그렇지 않다", "그렇다", "그렇다"],
    ]
    path = as_csv(tmp_path / "a.csv", [HEADER, *rows])
    table = read_survey(path, book.definition.services)
    assert "가운데가 없는 척도" in sentences(preview_table(book, table, mapping_for(table)))


def test_the_words_stand_in_the_basis_and_come_back(book: Book, tmp_path: Path) -> None:
    rows = [[1, "만족", "보통", "만족"], [2, "매우 만족", "만족", "보통"]]
    table = read_survey(as_csv(tmp_path / "a.csv", [HEADER, *rows]), book.definition.services)
    preview = preview_table(book, table, mapping_for(table))
    basis = preview.services[0].basis
    assert basis.words == (("보통", 3), ("만족", 4), ("매우 만족", 5))
    text = basis_text(basis)
    assert basis_of(text) == basis
    for forged in ([["만족"]], [["만족", "4"]], [[4, 4]], "만족", [["x" * 400, 4]]):
        assert basis_of(json.dumps(json.loads(text) | {"words": forged})) is None
    take_survey(book, preview)
    again = read_survey(as_csv(tmp_path / "b.csv", [HEADER, *rows]), book.definition.services)
    assert mapping_for(again) == preview.mapping


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ((("매우 만족", 6),), ["survey_word_outside"]),
        ((("만족", 4), ("만 족", 3)), ["survey_word_unfit"] * 2),
        ((("5점", 5),), ["survey_word_unfit"]),
        (((" ", 5),), ["survey_word_unfit"]),
        ((("가" * 41, 5),), ["survey_word_unfit"]),
        ((("만족\u202e", 5),), ["survey_word_unfit"]),
    ],
)
def test_words_that_cannot_stand_are_refused_by_name(
    book: Book, tmp_path: Path, words: tuple[tuple[str, int], ...], keys: list[str]
) -> None:
    path = as_csv(tmp_path / "a.csv", [HEADER, [1, 4, 4, 4]])
    with pytest.raises(EntryUnfit) as refusal:
        preview_survey(book, path, replace(MAPPING, words=words))
    assert [problem.key for problem in refusal.value.problems] == keys
    assert all(sentence_of(refusal.value, language) for language in LANGUAGES)


def test_words_are_written_and_read_again(tmp_path: Path) -> None:
    mapping = replace(MAPPING, words=(("아니요", 1), ("예", 5)))
    path = tmp_path / "연결.json"
    path.write_text(as_text(mapping), encoding="utf-8")
    assert read_mapping(path) == mapping
    assert with_word(mapping.words, "예 ", None) == (("아니요", 1),)
    assert with_word(mapping.words, "글쎄요", 3) == (("아니요", 1), ("글쎄요", 3), ("예", 5))


def test_the_command_takes_own_words_and_header_rows(bench: Bench, tmp_path: Path) -> None:
    rows = [
        ["사무", "만족도", ""],
        ["", "Q1", "Q2"],
        [1, "좋아요", "싫어요"],
        [2, "싫어요", "좋아요"],
    ]
    raw = as_xlsx(tmp_path / "원자료.xlsx", rows)
    mapping = tmp_path / "연결.json"
    found = {
        "service": "사무",
        "dimensions": [{"name": "만족도", "questions": ["만족도 · Q1", "만족도 · Q2"]}],
        "words": {"싫어요": 2},
        "header_rows": 2,
    }
    mapping.write_text(json.dumps(found), encoding="utf-8")
    given = ("survey", bench.books["E1"], raw, "--dry-run", "--mapping", mapping)
    answer = scorebench(*given, "--word", "좋아요=4")
    assert answer.code == 0
    assert [row["mean"] for row in answer.found["services"]] == ["3", "3"]
    assert answer.found["mapping"]["words"] == {"싫어요": 2, "좋아요": 4}
    assert answer.found["mapping"]["header_rows"] == 2
    assert any("\u2018좋아요\u2019 → 4 (2건)" in words for words in answer.found["findings"])
    without = scorebench(*given)
    assert any("낱말 \u2018좋아요\u2019 1건" in words for words in without.found["findings"])
    for wrong in ("좋아요", "=4", "좋아요=네"):
        assert scorebench(*given, "--word", wrong).code == 2
    one = scorebench(*given, "--header-rows", "1")
    assert one.code == 2


def test_options_are_named_only_where_one_can_type_them(bench: Bench, tmp_path: Path) -> None:
    raw = as_csv(tmp_path / "a.csv", [["사무", "성명", "Q1"], [1, "김가나", 4], [2, "이다라", 5]])
    mapping = tmp_path / "연결.json"
    found = {"service": "사무", "overall": ["Q1"], "respondent": "성명"}
    mapping.write_text(json.dumps(found), encoding="utf-8")
    answer = scorebench("survey", bench.books["E1"], raw, "--mapping", mapping, as_text=True)
    assert answer.code == 2
    assert "--allow-personal" in answer.err
    with open_book(bench.books["E1"]) as book, pytest.raises(EntryUnfit) as refusal:
        preview_survey(book, raw, read_mapping(mapping))
    for language in LANGUAGES:
        assert "--" not in sentence_of(refusal.value, language)


@pytest.mark.parametrize(("ladder", "high"), [(FIVE, 5), (SEVEN, 7)])
def test_ladders_climb_from_the_lowest(ladder: tuple[str, ...], high: int) -> None:
    assert [step_number(word, 1, high) for word in ladder] == list(range(1, high + 1))
    assert [step_number(word, 0, high - 1) for word in ladder] == list(range(high))
    assert [is_middle(word) for word in ladder].index(True) == high // 2
    assert step_number(ladder[0], 1, 10) is None
    assert whole_ladders(ladder, 1, 10) == ()


def test_five_or_seven_steps_are_told_by_words_that_only_seven_tell_apart() -> None:
    assert steps_in([FIVE, FIVE]) == 5
    assert steps_in([FIVE, ("만족", "약간 만족")]) == 7
    assert steps_in([("약간 만족", "보통"), ("만족", "불만족")]) == 5  # two ladders of five
    assert steps_in([("좋아요",), ()]) == 0
    assert whole_ladders(["만족"], 1, 5) == tuple(zip(FIVE, range(1, 6), strict=True))


@pytest.mark.parametrize(
    "text", ["김가나 010", "4.5", "=1+3", "a@b.kr", "가" * 21, "가나 다라 마바 사아 자차 카타"]
)
def test_what_may_be_about_somebody_is_not_nameable(text: str) -> None:
    assert not is_nameable(text)
    assert not is_step(text)
