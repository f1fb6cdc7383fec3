"""What columns mean: guessed, written, read again, remembered by the header row."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.workbench.surveys.raw_survey import (
    DIMENSIONS,
    FACTORS,
    OVERALL,
    QUESTIONS,
    as_csv,
    drawn,
)
from workbench.errors import InputError
from workbench.home import home
from workbench.surveys.mapping import (
    Dimension,
    FiguresMapping,
    SurveyMapping,
    as_object,
    as_text,
    mapping_of,
    read_mapping,
    write_mapping,
)
from workbench.surveys.remembering import mapping_for, remember, remembered
from workbench.surveys.suggesting import suggested
from workbench.surveys.table_reading import SurveyTable, read_survey

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench

RAW = SurveyMapping(
    "사무번호",
    (Dimension("과정", ("과정-1",)), Dimension("환경", ("환경-1", "환경-2"))),
    ("전반",),
    0,
    10,
    Decimal(60),
    "연번",
    ("나이",),
)
READY = FiguresMapping("사무", "n", "평균", "최소", "", 1, 7)


def table(folder: Path, bench: Bench, rows: list[list[object]]) -> SurveyTable:
    return read_survey(as_csv(folder / "표.csv", rows), bench.definition.services)


def test_a_raw_survey_is_guessed_whole(bench: Bench, tmp_path: Path) -> None:
    found = suggested(table(tmp_path, bench, drawn([1, 2, 5], 60).table))
    assert found == SurveyMapping(
        "사무번호",
        tuple(Dimension(name, FACTORS[4 * at : 4 * at + 4]) for at, name in enumerate(DIMENSIONS)),
        QUESTIONS[16:],
        left_out=("연령대",),
    )
    assert OVERALL[0] in found.overall


@pytest.mark.parametrize(
    ("answers", "scale"),
    [((1, 3, 5), (1, 5)), ((1, 4, 7), (1, 7)), ((0, 6, 10), (0, 10)), ((0, 55, 100), (0, 100))],
)
def test_the_narrowest_scale_is_guessed(
    bench: Bench, tmp_path: Path, answers: tuple[int, ...], scale: tuple[int, int]
) -> None:
    rows = [["사무번호", "A1", "A2", "B1 친절"], *([1, a, a, a] for a in answers * 20)]
    found = suggested(table(tmp_path, bench, rows))
    assert (found.scale_min, found.scale_max) == scale
    assert found.dimensions == (Dimension("A", ("A1", "A2")), Dimension("B", ("B1 친절",)))


def test_ready_figures_are_guessed(bench: Bench, tmp_path: Path) -> None:
    rows = [["사무명", "응답자 수", "평균"], ["가상 센터", 40, "4.1"], ["가상 공원", 35, "3.9"]]
    assert suggested(table(tmp_path, bench, rows)) == FiguresMapping("사무명", "응답자 수", "평균")


def test_what_cannot_be_guessed_stays_empty(bench: Bench, tmp_path: Path) -> None:
    found = suggested(table(tmp_path, bench, [["가", "나"], ["x", "y"], ["z", "w"]]))
    assert found == SurveyMapping("", ())


@pytest.mark.parametrize("mapping", [RAW, READY])
def test_a_mapping_is_written_and_read_again(
    tmp_path: Path, mapping: SurveyMapping | FiguresMapping
) -> None:
    path = tmp_path / "연결.json"
    write_mapping(mapping, path)
    assert read_mapping(path) == mapping
    assert mapping_of(json.loads(as_text(mapping))) == mapping


def test_weights_in_force() -> None:
    assert RAW.weight == Decimal("0.6")
    assert replace(RAW, overall=()).weight == 1
    assert replace(RAW, dimensions=()).weight == 0


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"service": 3}, "service"),
        ({"servise": "x"}, "servise"),
        ({"dimensions": {}}, "dimensions"),
        ({"dimensions": ["x"]}, "dimensions"),
        ({"dimensions": [{"name": "x", "questions": [1]}]}, "dimensions.questions"),
        ({"overall": "전반"}, "overall"),
        ({"scale": {"min": 1}}, "scale.max"),
        ({"scale": {"min": "1", "max": 5}}, "scale.min"),
        ({"scale": {"min": True, "max": 5}}, "scale.min"),
        ({"scale": {"min": 1, "max": 5000}}, "scale.max"),
        ({"factor_weight": "101"}, "factor_weight"),
        ({"factor_weight": "많이"}, "factor_weight"),
        ({"factor_weight": 0.5}, "factor_weight"),
        ({"figures": {"n": "n"}}, "dimensions"),
    ],
)
def test_a_mapping_that_is_none_is_refused_by_key(
    tmp_path: Path, change: dict[str, object], key: str
) -> None:
    path = tmp_path / "연결.json"
    path.write_text(json.dumps(as_object(RAW) | change), encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read_mapping(path)
    assert (refusal.value.key, refusal.value.values["key"]) == ("survey_mapping_unfit", key)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "연결.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match="survey_mapping_json"):
        read_mapping(path)


def test_a_mapping_is_remembered_by_its_header_row(bench: Bench, tmp_path: Path) -> None:
    first = table(tmp_path, bench, [["사무번호", "A1"], [1, 4]])
    assert remembered(first) is None
    remember(first, RAW)
    same = table(tmp_path, bench, [["사무번호", "A1"], [2, 5], [5, 3]])
    other = table(tmp_path, bench, [["사무번호", "A2"], [1, 4]])
    assert remembered(same) == mapping_for(same) == RAW
    assert remembered(other) is None
    remember(other, READY)
    remember(first, READY)
    assert (remembered(same), remembered(other)) == (READY, READY)


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[]", b'{"mappings": 3}', b'{"mappings": [3, {"signature": []}]}']
)
def test_a_spoilt_memory_is_no_memory(bench: Bench, tmp_path: Path, content: bytes) -> None:
    found = table(tmp_path, bench, [["사무번호", "A1"], [1, 4]])
    home().mkdir(parents=True, exist_ok=True)
    (home() / "surveys.json").write_bytes(content)
    assert remembered(found) is None
    remember(found, RAW)
    assert remembered(found) == RAW
