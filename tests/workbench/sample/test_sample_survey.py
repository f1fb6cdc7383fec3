"""The survey of the rehearsal round makes the sample's figures, computed here a second time."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.definition.reading import read_definition
from workbench.errors import StoreError
from workbench.rounds.creating import new_round
from workbench.rounds.desk import open_round
from workbench.sample.answering import draw_answers
from workbench.sample.marks import sample_tables
from workbench.sample.material import read_questionnaire, sample_definition
from workbench.sample.survey import SURVEY_NAME, survey_mapping, write_survey
from workbench.scoring.book import open_book
from workbench.surveys.mapping import SurveyMapping
from workbench.surveys.previewing import preview_table
from workbench.surveys.remembering import mapping_for, remembered
from workbench.surveys.suggesting import suggested
from workbench.surveys.table_reading import read_survey
from workbench.surveys.taking import take_survey

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.definition.terms import Definition

Lines = list[dict[str, str]]

PARTS = {"과정": "과정품질", "결과": "결과품질", "환경": "환경품질", "사회": "사회적품질"}
OVERALL = "종합 만족도"
LOW = (
    "과정-1 이용 안내가 알기 쉽다",
    "과정-3 기다리는 시간이 알맞다",
    "환경-1 시설이 깨끗하고 편리하다",
)
"""Guidance, waiting and the building: what comments of the sample complain of."""


@pytest.fixture(scope="module")
def definition() -> Definition:
    return read_definition(sample_definition())


@pytest.fixture(scope="module")
def file(definition: Definition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("survey") / SURVEY_NAME
    write_survey(path, definition, sample_tables(definition))
    return path


def lines_of(path: Path) -> Lines:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def by_service(lines: Lines) -> dict[int, Lines]:
    found: dict[int, Lines] = defaultdict(list)
    for line in lines:
        found[int(line["사무번호"])].append(line)
    return found


def questions(lines: Lines) -> list[str]:
    return [name for name in lines[0] if name.split("-")[0] in PARTS or name == OVERALL]


def mean(lines: Lines, question: str) -> Fraction:
    given = [int(line[question]) for line in lines if line[question]]
    return Fraction(sum(given), len(given))


def composite(lines: Lines) -> Fraction:
    """Three quarters the mean of the four dimensions, one quarter the overall question."""
    dimensions = [
        [mean(lines, name) for name in questions(lines) if name.startswith(f"{part}-")]
        for part in PARTS
    ]
    factor = sum(Fraction(sum(row), len(row)) for row in dimensions) / len(dimensions)
    return factor * 3 / 4 + mean(lines, OVERALL) / 4


def six_decimals(value: Fraction) -> Decimal:
    return Decimal(int(value * 10**6 + Fraction(1, 2))).scaleb(-6)


def figures(definition: Definition, seed: int) -> dict[int, tuple[int, Decimal]]:
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for rows in sample_tables(definition, seed).values():
        for number, code, field, value in rows:
            if code == "S1":
                found[number][field] = value
    return {
        number: (int(row["survey_n"]), Decimal(row["survey_mean"])) for number, row in found.items()
    }


@pytest.mark.parametrize("seed", [2024, 0, 1, 7])
def test_the_answers_of_every_service_come_to_what_the_sample_says(
    definition: Definition, tmp_path: Path, seed: int
) -> None:
    write_survey(tmp_path / "a.csv", definition, sample_tables(definition, seed), seed)
    found = {
        number: (len(lines), six_decimals(composite(lines)))
        for number, lines in by_service(lines_of(tmp_path / "a.csv")).items()
    }
    assert found == figures(definition, seed)
    assert len(found) == 29


def test_the_same_seed_writes_the_same_file(
    definition: Definition, file: Path, tmp_path: Path
) -> None:
    write_survey(tmp_path / "a.csv", definition, sample_tables(definition))
    assert (tmp_path / "a.csv").read_bytes() == file.read_bytes()
    write_survey(tmp_path / "b.csv", definition, sample_tables(definition), 7)
    assert (tmp_path / "b.csv").read_bytes() != file.read_bytes()


def test_a_service_that_is_drawn_otherwise_moves_no_other(
    definition: Definition, file: Path, tmp_path: Path
) -> None:
    tables = {
        who: [
            (number, code, field, "300" if (number, field) == (3, "survey_n") else value)
            for number, code, field, value in rows
        ]
        for who, rows in sample_tables(definition).items()
    }
    write_survey(tmp_path / "a.csv", definition, tables)
    before, after = (by_service(lines_of(path)) for path in (file, tmp_path / "a.csv"))
    assert len(after[3]) == 300
    for number in before.keys() - {3}:
        assert [{**row, "연번": ""} for row in before[number]] == [
            {**row, "연번": ""} for row in after[number]
        ]


def test_it_looks_like_answers_of_people(file: Path) -> None:
    lines = lines_of(file)
    asked = questions(lines)
    assert len(asked) == 13
    assert [sum(name.startswith(f"{part}-") for name in asked) for part in PARTS] == [3] * 4
    assert {line[name] for line in lines for name in asked} == {"", "1", "2", "3", "4", "5"}
    assert all(line[OVERALL] for line in lines)
    missing = sum(not line[name] for line in lines for name in asked)
    assert Fraction(1, 100) < Fraction(missing, len(lines) * len(asked)) < Fraction(4, 100)
    for name in asked:
        assert len({line[name] for line in lines} - {""}) == 5
        if name != OVERALL:
            assert any(not line[name] for line in lines)
    assert len({line["연번"] for line in lines}) == len(lines)
    # whoever likes one thing tends to like the rest: otherwise the standard error would be made up
    pleased = [line for line in lines if line["결과-1 필요한 도움을 제때 받았다"] == "5"]
    assert mean(pleased, OVERALL) > mean(lines, OVERALL)


def test_what_comments_complain_of_is_what_respondents_like_least(
    definition: Definition, file: Path
) -> None:
    lines = lines_of(file)
    means = {name: mean(lines, name) for name in questions(lines) if name != OVERALL}
    assert set(sorted(means, key=lambda name: means[name])[: len(LOW)]) == set(LOW)
    sign = dict(zip(("안내 항목", "대기 시간", "시설 항목"), LOW, strict=True))
    services = by_service(lines)
    seen = 0
    for number, code, field, text in sample_tables(definition)["Q1"]:
        name = next((name for said, name in sign.items() if said in text), None)
        if (code, field) == ("S1", "comment") and name is not None:
            seen += 1
            assert mean(services[number], name) < mean(services[number], OVERALL)
    assert seen > 3


def test_remarks_say_that_they_are_invented_and_few_write_any(file: Path) -> None:
    lines = lines_of(file)
    remarks = [line["기타 의견"] for line in lines if line["기타 의견"]]
    assert 0 < len(remarks) * 20 < len(lines)
    assert all(text.startswith("(가상)") for text in remarks)


def test_leans_cancel_out() -> None:
    form = read_questionnaire()
    assert sum(question.lean for row in form.dimensions for question in row.questions) == 0
    assert sum(form.respondents.groups.values()) == 100


@pytest.fixture
def book_of_figures(tmp_path: Path) -> Path:
    new_round(sample_definition(), tmp_path / "a.round")
    with open_round(tmp_path / "a.round") as desk:
        return next(path for owner, path in desk.hand_out(tmp_path / "books") if owner.code == "Q1")


def test_nothing_in_the_file_is_odd_and_its_columns_explain_themselves(
    definition: Definition, file: Path, book_of_figures: Path
) -> None:
    with open_book(book_of_figures) as book:
        table = read_survey(file, book.definition.services)
        assert remembered(table) is None
        assert mapping_for(table) == suggested(table) == survey_mapping()
        preview = preview_table(book, table, survey_mapping())
        assert [column.name for column in preview.refused] == ["기타 의견"]
        assert preview.unused == ("연번", "사무명", "연령대")
        odd = (
            *preview.without_service,
            *preview.unknown,
            *preview.without_answers,
            *preview.blocks,
            *preview.respondents,
            *preview.empty,
            *preview.no_figures,
            *preview.uneven,
            *preview.rounded,
            *preview.few,
        )
        assert odd == ()
        assert not any(
            (*row.out_of_range, *row.not_numbers, *row.silent) for row in preview.questions
        )
        assert {row.service.number: (row.basis.n, row.basis.mean) for row in preview.services} == (
            figures(definition, 2024)
        )
        assert take_survey(book, preview) == 29 * 5
        assert remembered(table) == survey_mapping()
    content = book_of_figures.read_bytes()
    assert "환경-1 시설이".encode() in content
    remarks = {line["기타 의견"] for line in lines_of(file)} - {""}
    assert not [text for text in remarks if text.encode() in content]


def test_the_mapping_weighs_as_the_sample_says() -> None:
    mapping = survey_mapping()
    assert isinstance(mapping, SurveyMapping)
    assert (mapping.weight, mapping.scale_min, mapping.scale_max) == (Fraction(3, 4), 1, 5)
    assert [row.name for row in mapping.dimensions] == list(PARTS.values())
    assert mapping.overall == (OVERALL,)


def as_lines(columns: list[list[Any]]) -> Lines:
    form = read_questionnaire()
    names = [question.text for row in form.dimensions for question in row.questions]
    return [
        {
            name: "" if answer is None else str(answer)
            for name, answer in zip([*names, OVERALL], row, strict=True)
        }
        for row in zip(*columns, strict=True)
    ]


@settings(max_examples=25)
@given(
    seed=st.integers(0, 10**6),
    respondents=st.integers(60, 480),
    thousandths=st.integers(2500, 4500),
)
def test_any_mean_that_a_service_may_have_can_be_drawn(
    seed: int, respondents: int, thousandths: int
) -> None:
    wanted = Decimal(thousandths).scaleb(-3)
    columns = draw_answers(Random(seed), read_questionnaire(), respondents, wanted)
    assert {len(column) for column in columns} == {respondents}
    assert all(answer in (None, 1, 2, 3, 4, 5) for column in columns for answer in column)
    assert None not in columns[-1]
    assert six_decimals(composite(as_lines(columns))) == wanted


@pytest.mark.parametrize("wanted", ["0.5", "5.2"])
def test_a_mean_beyond_the_scale_is_no_answers(wanted: str) -> None:
    with pytest.raises(ValueError, match="no answers"):
        draw_answers(Random(1), read_questionnaire(), 100, Decimal(wanted))


def test_a_disk_that_refuses_leaves_nothing(definition: Definition, tmp_path: Path) -> None:
    (tmp_path / "파일").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError):
        write_survey(tmp_path / "파일" / "a.csv", definition, sample_tables(definition))
    assert [path.name for path in tmp_path.iterdir()] == ["파일"]
