"""Last year's actual as a parameter: where it is taken, how it is kept, what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.measures.conftest import ASSIGNMENTS, EVALUATORS
from tests.workbench.rounds.small_round import made, write_definition
from workbench.definition.reading import read_definition
from workbench.errors import DefinitionUnfit
from workbench.results.formulas import parameters, previous_of
from workbench.scoring.book import open_book
from workbench.sentences import sentence_of

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.definition.terms import Indicator


def measures(line: str) -> str:
    return f"""
        indicator¦formula¦parameters¦unit
        {line}
        S1¦survey_linear¦min=1;max=5¦점
        """


def read(folder: Path, line: str) -> Indicator:
    definition = read_definition(write_definition(folder, measures=measures(line)))
    return next(row for row in definition.indicators if row.code == "I1")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("I1¦achievement¦previous=120¦명", "120"),
        ("I1¦achievement¦previous=120.50¦명", "120.5"),
        ("I1¦achievement¦previous=0¦명", "0"),
        ("I1¦achievement_lower¦previous=\uff11\uff12\uff10¦명", "120"),
        ("I1¦steps¦previous=7;steps=90:100¦명", "7"),
        ("I1¦multi_year¦rates=98|95;previous=7¦명", "7"),
        ("I1¦achievement¦previous= 1 : 120 | 5:95.0 ¦명", "1:120|5:95"),
        ("I1¦achievement¦previous=1:0¦명", "1:0"),
    ],
)
def test_one_number_or_one_for_each_service(tmp_path: Path, line: str, kept: str) -> None:
    row = read(tmp_path / "정의", line)
    assert dict(row.measure.parameters)["previous"] == kept
    assert "previous" not in parameters(row)


@pytest.mark.parametrize(
    ("line", "key", "named"),
    [
        ("I1¦completion¦previous=3¦건", "definition_parameter_unknown", "previous"),
        ("I1¦deviation¦low=1;high=2;previous=3¦건", "definition_parameter_unknown", "previous"),
        ("I1¦achievement¦previous=백¦명", "definition_parameter_number", "백"),
        ("I1¦achievement¦previous=-3¦명", "definition_parameter_number", "-3"),
        ("I1¦achievement¦previous=1,200¦명", "definition_parameter_number", "1,200"),
        ("I1¦achievement¦previous=1:¦명", "definition_previous_unfit", "1:"),
        ("I1¦achievement¦previous=1:백¦명", "definition_previous_unfit", "1:백"),
        ("I1¦achievement¦previous=1:10|120¦명", "definition_previous_unfit", "120"),
        ("I1¦achievement¦previous=1:10|1:12¦명", "definition_previous_unfit", "1:12"),
        ("I1¦achievement¦previous=1.5:10¦명", "definition_previous_unfit", "1.5:10"),
        ("I1¦achievement¦previous=1:10|3:12|4:9¦명", "definition_previous_service", "3, 4"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    tmp_path: Path, line: str, key: str, named: str
) -> None:
    with pytest.raises(DefinitionUnfit) as refusal:
        read(tmp_path / "정의", line)
    (problem,) = refusal.value.problems
    assert problem.key == key
    for language in ("ko", "en"):
        assert named in sentence_of(problem, language)


def test_it_is_hashed_travels_with_the_book_and_comes_back_from_the_file(tmp_path: Path) -> None:
    people = {"evaluators": EVALUATORS, "assignments": ASSIGNMENTS}
    line = "I1¦achievement¦previous=1:120|5:95¦명"
    bench = made(tmp_path / "가", measures=measures(line), **people)
    row = next(row for row in bench.definition.indicators if row.code == "I1")
    assert row.measure.parameters == (("previous", "1:120|5:95"),)
    assert [previous_of(row, number) for number in (1, 2, 5)] == [120, None, 95]
    with open_book(bench.books["E2"]) as book:
        own = book.definition.indicator[row.uid]
    assert own == row
