"""What a preview finds and names; nothing is stored by looking."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import SHEETS, Bench, made, typed_into
from tests.workbench.surveys.raw_survey import as_csv
from workbench.errors import EntryUnfit, InputError
from workbench.scoring.book import Book, open_book
from workbench.sentences import LANGUAGES, sentence_of
from workbench.surveys.judging import survey_codes
from workbench.surveys.mapping import Dimension, FiguresMapping, SurveyMapping
from workbench.surveys.preview import (
    DuplicateBlock,
    OutOfRange,
    RepeatedRespondent,
    SurveyPreview,
    UnknownService,
    UnknownWord,
)
from workbench.surveys.previewing import preview_survey
from workbench.surveys.taking import take_survey
from workbench.surveys.telling import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER = ["사무", "Q1", "Q2", "전반", "번호표"]
MAPPING = SurveyMapping("사무", (Dimension("과정", ("Q1", "Q2")),), ("전반",))
READY = FiguresMapping("사무", "n", "평균", "최소", "최대")
READY_HEADER = ["사무", "n", "평균", "최소", "최대"]


@pytest.fixture
def book(bench: Bench) -> Iterator[Book]:
    with open_book(bench.books["E1"]) as opened:
        yield opened


def previewed(
    book: Book,
    folder: Path,
    rows: list[list[object]],
    mapping: SurveyMapping | FiguresMapping = MAPPING,
    header: list[str] = HEADER,
    **how: object,
) -> SurveyPreview:
    width = len(header)
    table = [header, *([*row, *[""] * (width - len(row))] for row in rows)]
    return preview_survey(book, as_csv(folder / "원자료.csv", table), mapping, **how)


def sentences(preview: SurveyPreview, language: str = "ko") -> str:
    return "\n".join(sentence_of(words, language) for words in told(preview))


def figures(preview: SurveyPreview) -> dict[int, tuple[int, str, str]]:
    return {
        row.service.number: (row.basis.n, str(row.basis.mean), str(row.points))
        for row in preview.services
    }


def test_a_small_table_by_hand(book: Book, tmp_path: Path) -> None:
    # service 1: Q1 (4 + 2) / 2 = 3, Q2 5: 4; overall 4: 0.75 × 4 + 0.25 × 4 = 4, of 15 11.25
    # service 2: one respondent: 0.75 × 1.5 + 0.25 × 3 = 1.875, of 15 3.28125
    found = previewed(
        book, tmp_path, [[1, 4, "", 4], ["가상 공원", 1, 2, 3], [1, 2, 5, ""], ["", 1, 1, 1]]
    )
    assert figures(found) == {1: (2, "4.000000", "11.25"), 2: (1, "1.875000", "3.28")}
    assert str(found.services[0].basis.index) == "75.00"
    assert found.services[1].basis.standard_error is None
    assert found.without_service == (5,)
    assert [row.number for row in found.empty] == [5]
    assert found.unused == ("번호표",)


def test_points_follow_the_rubric(tmp_path: Path) -> None:
    proportional = "indicator¦formula¦parameters¦unit\nS1¦survey_proportional¦max=5¦점"
    bench = made(tmp_path / "회차", measures=proportional)
    with open_book(bench.books["E1"]) as book:
        found = previewed(book, tmp_path, [[1, 4, 4, 4], [2, 5, 5, 5], [5, 1, 1, 1]])
    assert [str(row.points) for row in found.services] == ["12.00", "15.00", "3.00"]
    assert [str(row.basis.index) for row in found.services] == ["80.00", "100.00", "20.00"]


def test_answers_that_are_none_are_counted_and_named(book: Book, tmp_path: Path) -> None:
    found = previewed(
        book,
        tmp_path,
        [
            [1, 4, 0, 4],
            [1, 6, "", 4],
            [1, 6, "매우 만족", 4],
            [1, 4.5, 88812345, 4],
            [1, 6, 5, -9],
            [2, "", "", ""],
        ],
    )
    q1, q2, overall = found.questions
    assert q1.out_of_range == (OutOfRange(6, (3, 4, 6)),)
    assert q1.not_numbers == (5,)
    assert q2.out_of_range == (OutOfRange(0, (2,)), OutOfRange(None, (5,)))
    assert (q2.missing, q2.not_numbers) == (2, ())
    assert q2.unknown == (UnknownWord("매우 만족", (4,)),)
    assert found.services[0].basis.questions[1].not_numbers == 1
    assert overall.out_of_range == (OutOfRange(-9, (6,)),)
    assert found.without_answers == (7,)
    assert [row.number for row in found.no_figures] == [2]
    assert q1.silent == (2,)
    assert figures(found) == {1: (5, "4.375000", "12.66")}  # Q1 4, Q2 5; 0.75 × 4.5 + 0.25 × 4
    assert found.services[0].missing == 1
    said = sentences(found)
    assert "Q1: 척도 밖의 응답" in said
    assert "3건을 뺐습니다: 3, 4, 6행." in said
    assert "88812345" not in said + found.services[0].figures[-1][1]  # never a number of people


def test_unknown_services_are_named_and_never_guessed(book: Book, tmp_path: Path) -> None:
    rows = [[1, 4, 4, 4], [3, 4, 4, 4], ["가상센터", 4, 4, 4], ["1번", 4, 4, 4], [3, 4, 4, 4]]
    found = previewed(book, tmp_path, rows)
    assert found.unknown == (
        UnknownService("3", (3, 6)),
        UnknownService("가상센터", (4,)),
        UnknownService("1번", (5,)),
    )
    assert figures(found) == {1: (1, "4.000000", "11.25")}
    assert "가상센터" in sentences(found)


def wide(rng: Random, count: int) -> list[list[object]]:
    return [[rng.randrange(1, 6) for _ in range(12)] for _ in range(count)]


WIDE = ["사무", *(f"과정-{at}" for at in range(12)), "표"]
WIDE_MAPPING = SurveyMapping("사무", (Dimension("과정", tuple(WIDE[1:13])),))


@pytest.mark.parametrize("is_kept", [False, True])
def test_a_pasted_block_is_left_out_unless_it_is_kept(
    book: Book, tmp_path: Path, is_kept: bool
) -> None:
    rows = [[1, *row] for row in wide(Random(1), 30)]
    found = previewed(
        book,
        tmp_path,
        [*rows, *rows[3:9]],
        WIDE_MAPPING,
        WIDE,
        keep_duplicates=is_kept,
    )
    assert found.blocks == (DuplicateBlock((5, 10), (32, 37), 6, not is_kept, crosses=False),)
    assert found.services[0].basis.n == (36 if is_kept else 30)
    duplicates = found.services[0].basis.duplicates
    assert (duplicates.blocks, duplicates.block_rows, duplicates.is_kept) == (1, 6, is_kept)
    assert "32–37행(6행)이 5–10행과" in sentences(found)


def test_a_block_under_another_service_is_named_and_kept(book: Book, tmp_path: Path) -> None:
    rows = [[1, *row] for row in wide(Random(2), 30)]
    copied = [[2, *row[1:]] for row in rows[:10]]
    found = previewed(book, tmp_path, [*rows, *copied], WIDE_MAPPING, WIDE)
    assert found.blocks == (DuplicateBlock((2, 11), (32, 41), 10, False, crosses=True),)
    assert [row.basis.n for row in found.services] == [30, 10]
    assert found.services[1].basis.duplicates.is_kept
    assert "다른 사무" in sentences(found)


@pytest.mark.parametrize("is_kept", [False, True])
def test_who_answers_twice_for_one_service(book: Book, tmp_path: Path, is_kept: bool) -> None:
    rows = [
        [1, 5, 5, 5, "a"],
        [2, 4, 4, 4, "a"],
        [1, 1, 1, 1, "a"],
        [1, 3, 3, 3, ""],
        [1, 1, 1, 1, ""],
    ]
    found = previewed(
        book,
        tmp_path,
        rows,
        replace(MAPPING, respondent="번호표"),
        keep_duplicates=is_kept,
    )
    assert found.respondents == (RepeatedRespondent(2, 4, not is_kept),)
    assert found.services[0].basis.n == (4 if is_kept else 3)
    assert found.services[0].basis.duplicates.respondent_rows == 1


def test_too_few_respondents_warn(tmp_path: Path) -> None:
    rules = (
        "key¦value\ntitle¦시험\nyear¦2024\nsequence¦1\ncut¦75\naggregation¦mean\nmin_respondents¦3"
    )
    bench = made(tmp_path / "회차", round=rules)
    with open_book(bench.books["E1"]) as book:
        found = previewed(book, tmp_path, [[1, 4, 4, 4]] * 2 + [[2, 4, 4, 4]] * 3)
    assert [row.service.number for row in found.few] == [1]
    assert "최소 응답자 수 3명보다 적은 사무: 1 (n 2)" in sentences(found)


def test_figures_that_stand_are_named_before_they_change(
    book: Book, bench: Bench, tmp_path: Path
) -> None:
    typed_into(
        book,
        [(1, "S1", "survey_n", "20"), (1, "S1", "survey_mean", "4"), (2, "S1", "survey_n", "1")],
    )
    found = previewed(book, tmp_path, [[1, 5, 5, 5], [2, 5, 5, 5]])
    assert [row.service.number for row in found.replacing] == [1]
    assert [(one.field, one.before, one.after) for one in found.replacing[0].replaced] == [
        ("survey_n", "20", "1"),
        ("survey_mean", "4", "5"),
    ]
    assert "1 가상 센터: 설문 평균 4 → 5." in sentences(found)


def test_another_scale_than_the_rubric_says_is_named(book: Book, tmp_path: Path) -> None:
    found = previewed(book, tmp_path, [[1, 0, 10, 7]], replace(MAPPING, scale_min=0, scale_max=10))
    assert [(row.number, row.low, row.high) for row in found.uneven] == [(1, 1, 5)]
    assert str(found.services[0].basis.index) == "55.00"  # on the survey's own scale


def test_a_service_marked_as_not_applicable_is_named(tmp_path: Path) -> None:
    open_rubric = SHEETS["indicators"].replace("15¦¦all¦¦¦", "15¦¦all¦¦¦yes")
    bench = made(tmp_path / "회차", indicators=open_rubric)
    with open_book(bench.books["E1"]) as book:
        typed_into(book, [(1, "S1", "not_applicable", "yes")])
        found = previewed(book, tmp_path, [[1, 4, 4, 4]])
    assert found.services[0].is_out
    assert "해당 없음으로 표시되어" in sentences(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_recused_service_gets_no_figures_and_is_told(
    book: Book, tmp_path: Path, language: str
) -> None:
    (second,) = (row.uid for row in book.definition.services if row.number == 2)
    book.record(second, None, "recusal", "이해관계")
    rows = [[1, 4, "", 4], [2, 9, "나쁨", 1], ["가상 공원", 1, 2, 3], [1, 2, 5, ""]]
    found = previewed(book, tmp_path, rows)
    assert figures(found) == {1: (2, "4.000000", "11.25")}
    assert [row.number for row in found.recused] == [2]
    assert found.unknown == ()
    assert [row.number for row in found.empty] == [5]
    assert all((row.out_of_range, row.not_numbers) == ((), ()) for row in found.questions)
    said = sentences(found, language).splitlines()
    assert sum("회피" in line or "recused" in line for line in said) == 1
    take_survey(book, found)
    assert book.sheet(second).given == 0
    assert not any(row.mark.values for row in book.sheet(second).rows())


def test_unfit_ready_figures_of_a_recused_service_refuse_nothing(
    book: Book, tmp_path: Path
) -> None:
    (second,) = (row.uid for row in book.definition.services if row.number == 2)
    book.record(second, None, "recusal", "이해관계")
    rows = [[2, 0, 9, 1, 5], [1, 30, "4", 1, 5], [2, 0, 9, 1, 5]]
    found = previewed(book, tmp_path, rows, READY, READY_HEADER)
    assert figures(found) == {1: (30, "4", "11.25")}
    assert [row.number for row in found.recused] == [2]
    with pytest.raises(InputError) as refusal:
        previewed(book, tmp_path, rows[:1], READY, READY_HEADER)
    assert (refusal.value.key, refusal.value.values["numbers"]) == ("survey_only_recused", "2")


def test_a_recusal_after_the_preview_stores_nothing(book: Book, tmp_path: Path) -> None:
    found = previewed(book, tmp_path, [[1, 4, 4, 4], [2, 4, 4, 4]])
    book.record(found.services[1].service.uid, None, "recusal", "이해관계")
    with pytest.raises(InputError) as refusal:
        take_survey(book, found)
    assert (refusal.value.key, refusal.value.values["numbers"]) == ("survey_recused_since", "2")
    assert not any(row.mark.values for sheet in book.sheets() for row in sheet.rows())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_a_finished_sentence(book: Book, tmp_path: Path, language: str) -> None:
    header = [*HEADER, "성명", "휴대폰"]
    rows = [
        [1, 4, 0, 4, "x", "김가나", "010-1111-2222"],
        [3, 4, 4, 4, "y", "이다라", "010-1111-3333"],
        ["", 4, 4, 4, "y", "박마바", "010-1111-4444"],
        [2, "", "", "", "z", "최사아", "010-1111-5555"],
        [1, "", "만족", 5, "x", "정자차", "010-1111-6666"],
    ]
    mapping = replace(MAPPING, respondent="번호표")
    found = previewed(book, tmp_path, rows, mapping, header, allowed=["성명"])
    for sentence in sentences(found, language).splitlines():
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "김가나" not in sentence
    assert [column.name for column in found.allowed] == ["성명"]
    assert found.services[0].basis.overrides == ("성명",)
    assert found.services[0].basis.refused == ("휴대폰",)
    assert "김가나" not in found.services[0].figures[-1][1]


@pytest.mark.parametrize(
    ("mapping", "keys"),
    [
        (SurveyMapping("", ()), ["survey_no_questions", "survey_no_service_column"]),
        (replace(MAPPING, service="없는"), ["survey_column_absent"]),
        (replace(MAPPING, overall=("Q1",)), ["survey_column_twice"]),
        (replace(MAPPING, overall=("성명",)), ["survey_column_refused"]),
        (replace(MAPPING, respondent="성명"), ["survey_column_refused"]),
        (replace(MAPPING, scale_min=5), ["survey_scale_unfit"]),
        (replace(MAPPING, factor_weight=Decimal("75.5")), ["survey_weight_unfit"]),
        (replace(MAPPING, dimensions=(Dimension("", ("Q1",)),)), ["survey_dimension_unfit"]),
        (
            replace(MAPPING, dimensions=(Dimension("a", ("Q1",)), Dimension("a", ()))),
            ["survey_dimension_unfit"] * 2 + ["survey_dimension_empty"],
        ),
        (FiguresMapping("사무", "", ""), ["survey_no_figures_column"] * 2),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_with_every_problem(
    book: Book, tmp_path: Path, mapping: SurveyMapping | FiguresMapping, keys: list[str]
) -> None:
    header = [*HEADER, "성명"]
    with pytest.raises(EntryUnfit) as refusal:
        previewed(book, tmp_path, [[1, 4, 4, 4, "", "김가나"]], mapping, header)
    assert [problem.key for problem in refusal.value.problems] == keys
    for language in LANGUAGES:
        assert len(sentence_of(refusal.value, language).splitlines()) == len(keys) + 1


def test_a_column_without_any_service_is_refused(book: Book, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="survey_no_service"):
        previewed(book, tmp_path, [["가", 4, 4, 4]])


def test_a_file_without_any_answer_on_the_scale_is_refused(book: Book, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="survey_no_answers"):
        previewed(book, tmp_path, [[1, 9, 9, 9]])


def test_the_indicator_must_be_named_where_there_are_several(tmp_path: Path) -> None:
    two = SHEETS["indicators"].replace(
        "S1¦satisfaction¦¦만족도¦survey¦survey¦15¦¦all¦¦¦",
        "S1¦satisfaction¦¦만족도¦survey¦survey¦10¦¦all¦¦¦\n"
        "S2¦satisfaction¦¦종사자 만족도¦survey¦survey¦5¦¦all¦¦¦",
    )
    bench = made(tmp_path / "회차", indicators=two)
    with open_book(bench.books["E1"]) as book:
        assert survey_codes(book) == ("S1", "S2")
        with pytest.raises(InputError, match="survey_which_indicator"):
            previewed(book, tmp_path, [[1, 4, 4, 4]])
        with pytest.raises(InputError, match="survey_unknown_indicator"):
            previewed(book, tmp_path, [[1, 4, 4, 4]], code="C1")
        found = previewed(book, tmp_path, [[1, 4, 4, 4]], code="S2")
    assert (found.code, str(found.services[0].points)) == ("S2", "3.75")


def test_a_book_without_a_survey_takes_none(tmp_path: Path) -> None:
    assignments = (
        "evaluator¦services¦sections¦status¦reason\nE1¦all¦common;individual¦¦\nE2¦all¦all¦¦"
    )
    bench = made(tmp_path / "회차", assignments=assignments)
    with open_book(bench.books["E1"]) as book, pytest.raises(InputError, match="survey_no_ind"):
        previewed(book, tmp_path, [[1, 4, 4, 4]])


def test_ready_figures_by_hand(book: Book, tmp_path: Path) -> None:
    rows = [[5, 10, "3.4285714285714284", 1, 5], ["가상 센터", 30, "4", 1, 5]]
    found = previewed(book, tmp_path, rows, READY, READY_HEADER)
    assert figures(found) == {1: (30, "4", "11.25"), 5: (10, "3.428571", "9.11")}
    assert found.rounded == (2,)
    assert [row.number for row in found.empty] == [2]
    assert found.services[0].basis.recomputed() is None


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ([1, "", 4, 1, 5], "number_unfit"),
        ([1, "10.5", 4, 1, 5], "whole_number_unfit"),
        ([1, 0, 4, 1, 5], "survey_nobody"),
        ([1, 10, "", 1, 5], "number_unfit"),
        ([1, 10, "-1", 1, 5], "number_unfit"),
        ([1, "1\u00b2", 4, 1, 5], "number_unfit"),
        ([1, 10, "3.4285714\u00b2", 1, 5], "number_unfit"),
        ([1, 10, 5.1, 1, 5], "survey_mean_outside"),
        ([1, 10, 0.9, 1, 5], "survey_mean_outside"),
        ([1, 10, 4, 5, 5], "survey_ends_unfit"),
        ([1, 10, 4, "", 5], "number_unfit"),
        ([2, 10, 4, 1, 5], "survey_service_twice"),
    ],
)
def test_ready_figures_that_cannot_be_are_refused_by_row(
    book: Book, tmp_path: Path, row: list[object], key: str
) -> None:
    with pytest.raises(EntryUnfit) as refusal:
        previewed(book, tmp_path, [[2, 10, 4, 1, 5], row], READY, READY_HEADER)
    (problem,) = refusal.value.problems
    assert (problem.values["line"], problem.values["why"].key) == (3, key)
