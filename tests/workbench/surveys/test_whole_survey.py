"""29 services × 400 respondents × 20 questions: everything odd is named, every figure is right.

The figures are computed a second time by pandas, which knows nothing of the program.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
import pytest

from tests.workbench.rounds.small_round import made
from tests.workbench.surveys.raw_survey import (
    DIMENSIONS,
    FACTORS,
    HEADER,
    PERSONAL,
    QUESTIONS,
    Raw,
    as_xlsx,
    drawn,
)
from workbench.scoring.book import open_book
from workbench.sentences import sentence_of
from workbench.surveys.previewing import preview_table
from workbench.surveys.remembering import mapping_for
from workbench.surveys.table_reading import read_survey
from workbench.surveys.taking import take_survey
from workbench.surveys.telling import told

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.surveys.preview import SurveyPreview

SERVICES = range(1, 30)
SIXTH = 5.1e-7
HUNDREDTH = 5.1e-3


class Imported(NamedTuple):
    raw: Raw
    path: Path
    preview: SurveyPreview
    stored: int
    seconds: float


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("whole")
    rows = "\n".join(f"{number}¦가상 사무 {number}호 관리운영¦¦¦¦¦¦" for number in SERVICES)
    header = "number¦name¦type¦department¦operators¦term_end¦status¦reason"
    bench = made(folder / "회차", services=f"{header}\n{rows}")
    raw = drawn(SERVICES, 400)
    path = as_xlsx(folder / "2026 만족도 원자료.xlsx", raw.table)
    with open_book(bench.books["E1"]) as book:
        begin = perf_counter()
        table = read_survey(path, book.definition.services)
        preview = preview_table(book, table, mapping_for(table))
        stored = take_survey(book, preview)
        return Imported(raw, path, preview, stored, perf_counter() - begin)


@pytest.fixture(scope="module")
def counted(imported: Imported) -> pd.DataFrame:
    """Every row that is to be counted, answers outside 1–5 as missing."""
    frame = pd.read_excel(imported.path, engine="calamine")
    frame.index += 2  # as a spreadsheet shows lines
    doubled = [line for _, (a, b) in imported.raw.blocks for line in range(a, b + 1)]
    frame = frame.drop(index=doubled)
    answers = frame[list(QUESTIONS)]
    frame[list(QUESTIONS)] = answers.where(answers.isin([1, 2, 3, 4, 5]))
    return frame


def parts(means: pd.DataFrame) -> pd.Series:
    """The composite of each row: 75 % of the mean of the dimensions, 25 % overall."""
    dimensions = [means[list(FACTORS[4 * at : 4 * at + 4])].mean(axis=1) for at in range(4)]
    factor = pd.concat(dimensions, axis=1).mean(axis=1)
    return 0.75 * factor + 0.25 * means[list(QUESTIONS[16:])].mean(axis=1)


def test_it_is_imported_in_one_go(
    imported: Imported, record_property: pytest.RecordProperty
) -> None:
    record_property("measured", f"read, previewed and stored in {imported.seconds:.1f} s")
    assert imported.preview.rows == 29 * 400
    assert imported.stored == 29 * 5
    assert [row.service.number for row in imported.preview.services] == list(SERVICES)


def test_means_and_respondents_are_those_of_pandas(
    imported: Imported, counted: pd.DataFrame
) -> None:
    groups = counted.groupby("사무번호")[list(QUESTIONS)]
    means = groups.mean()
    composite = parts(means)
    respondents = counted.dropna(subset=list(QUESTIONS), how="all").groupby("사무번호").size()
    for row in imported.preview.services:
        number, basis = row.service.number, row.basis
        assert basis.n == respondents[number]
        assert abs(float(basis.mean) - composite[number]) < SIXTH
        for question in basis.questions:
            assert abs(float(question.mean) - means.loc[number, question.label]) < SIXTH
        for at, dimension in enumerate(basis.dimensions):
            expected = means.loc[number, list(FACTORS[4 * at : 4 * at + 4])].mean()
            assert dimension.name == DIMENSIONS[at]
            assert abs(float(dimension.mean) - expected) < SIXTH


def test_index_points_and_error_are_those_of_pandas(
    imported: Imported, counted: pd.DataFrame
) -> None:
    composite = parts(counted.groupby("사무번호")[list(QUESTIONS)].mean())
    own = parts(counted).groupby(counted["사무번호"])
    error = 25 * own.std() / own.count() ** 0.5
    for row in imported.preview.services:
        number, basis = row.service.number, row.basis
        assert abs(float(basis.index) - 25 * (composite[number] - 1)) < HUNDREDTH
        assert abs(float(row.points) - 15 * (composite[number] - 1) / 4) < HUNDREDTH
        assert basis.standard_error_n == own.count()[number]
        assert abs(float(basis.standard_error) - error[number]) < HUNDREDTH


def test_distributions_are_those_of_pandas(imported: Imported, counted: pd.DataFrame) -> None:
    for row in imported.preview.services:
        of_service = counted[counted["사무번호"] == row.service.number]
        for question in row.basis.questions:
            expected = of_service[question.label].value_counts().sort_index()
            assert list(question.answers) == [(int(a), int(n)) for a, n in expected.items()]
            assert question.n == expected.sum()
            odd = sum(count for _, count in question.out_of_range)
            assert question.n + question.missing + odd == len(of_service)
        assert row.basis.recomputed() == row.basis.mean


def test_missing_and_odd_answers_are_those_of_pandas(imported: Imported) -> None:
    frame = pd.read_excel(imported.path, engine="calamine")
    frame.index += 2
    doubled = {line for _, (a, b) in imported.raw.blocks for line in range(a, b + 1)}
    frame = frame.drop(index=list(doubled))
    odd = dict.fromkeys((0, 6), 0)
    for found in imported.preview.questions:
        column = frame[found.question]
        assert found.missing == column.isna().sum()
        assert found.not_numbers == ()
        lines = {one.answer: list(one.lines) for one in found.out_of_range}
        for value in odd:
            assert lines.get(value, []) == list(column.index[column == value])
            odd[value] += len(lines.get(value, []))
        assert set(lines) <= {0, 6}
    assert odd[6] == 40
    assert 38 <= odd[0] <= 40  # a six may have taken the place of a zero
    share = sum(row.missing for row in imported.preview.questions) / (len(frame) * 20)
    assert 0.028 < share < 0.032


def test_both_blocks_are_named_and_left_out(imported: Imported) -> None:
    found = imported.preview.blocks
    assert [(block.first, block.second) for block in found] == imported.raw.blocks
    assert [block.rows for block in found] == [12, 7]
    assert all(block.is_left_out and not block.crosses for block in found)
    kept = {row.service.number: row.rows for row in imported.preview.services}
    assert (kept[1], kept[2], kept[29]) == (400, 388, 393)


def test_personal_data_and_free_text_are_refused_and_named(imported: Imported) -> None:
    assert {column.name for column in imported.preview.refused} == set(PERSONAL)
    texts = "".join(text for row in imported.preview.services for _, text in row.figures)
    for row in imported.raw.rows[::50]:
        for name in PERSONAL:
            assert str(row[HEADER.index(name)]) not in texts


def test_the_preview_says_each_of_these(imported: Imported) -> None:
    said = [sentence_of(words, "ko") for words in told(imported.preview)]
    whole = "\n".join(said)
    for name in (*PERSONAL, *QUESTIONS):
        assert name in whole
    for block in imported.preview.blocks:
        assert f"{block.second[0]}–{block.second[1]}행({block.rows}행)" in whole
    for found in imported.preview.questions:
        for odd in found.out_of_range:
            assert any(found.question in one and f"{odd.lines[0]}" in one for one in said)
    assert all(f"{number}번" in whole for number in SERVICES)  # missing, by service
