"""A satisfaction survey by command line: from the raw file to the results of the round."""

from __future__ import annotations

import copy
import json
import shutil
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.journeys.command_line import done, nothing_changes, refused, require_plain, scorebench
from tests.journeys.rounds import Round, new_round, tables_for, write_definition
from tests.journeys.test_locked import held, names_holder
from tests.workbench.surveys.raw_survey import PERSONAL, Raw, as_csv, as_xlsx, drawn
from tests.workbench.surveys.test_reading import wrong_files

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = """
    C1 ¦ common ¦ points ¦ 40
    I1 ¦ individual ¦ points ¦ 45
    S1 ¦ satisfaction ¦ survey ¦ 15
"""
SERVICES = (1, 2, 3)


@pytest.fixture(scope="module")
def _asked(tmp_path_factory: pytest.TempPathFactory) -> Round:
    """Three services; E1 scores everything and has typed all but the survey."""
    tables = tables_for(
        1,
        2,
        3,
        rubric=RUBRIC,
        measures="S1 ¦ survey_linear ¦ min=1;max=5 ¦ 점",
        min_respondents="30",
    )
    made = new_round(tmp_path_factory.mktemp("survey") / "회차", tables)
    rows = [(number, code, "score", 30) for number in SERVICES for code in ("C1", "I1")]
    made.enter({"E1": rows}, seal=False)
    return made


@pytest.fixture
def asked(_asked: Round, tmp_path: Path) -> Round:
    folder = tmp_path / "회차"
    shutil.copytree(_asked.folder, folder)
    books = {code: folder / path.relative_to(_asked.folder) for code, path in _asked.books.items()}
    return Round(folder, copy.deepcopy(_asked.tables), books)


@pytest.fixture(scope="module")
def sent() -> Raw:
    return drawn(SERVICES, 60, odd=5)


@pytest.fixture
def raw(tmp_path: Path, sent: Raw) -> Path:
    return as_xlsx(tmp_path / "만족도 원자료.xlsx", sent.table)


def survey(made: Round, raw: Path, *words: object) -> Any:
    return done("survey", made.books["E1"], raw, *words)


def test_from_the_raw_file_to_the_results(asked: Round, raw: Path) -> None:
    found = survey(asked, raw)
    assert (found["applied"], found["stored"], found["indicator"]) == (True, 15, "S1")
    assert [row["number"] for row in found["services"]] == list(SERVICES)
    done("seal", asked.books["E1"])
    asked.merge()
    results = {row["number"]: row for row in asked.results()["services"]}
    for row in found["services"]:
        assert results[row["number"]]["sections"]["satisfaction"] == row["points"]
        total = Decimal(60) + Decimal(row["points"])
        assert results[row["number"]]["total"] == f"{total:.2f}"
    assert done("check", asked.path, *asked.books.values())["ok"]


def test_a_dry_run_tells_the_same_and_stores_nothing(asked: Round, raw: Path) -> None:
    with nothing_changes(asked.folder):
        looked = survey(asked, raw, "--dry-run")
    taken = survey(asked, raw)
    assert (looked["applied"], looked["stored"]) == (False, 0)
    assert looked["services"] == taken["services"]
    assert looked["findings"] == taken["findings"]
    assert survey(asked, raw)["stored"] == 0  # the same file again


@pytest.mark.parametrize("language", ["ko", "en"])
def test_as_text_it_names_everything(asked: Round, raw: Path, sent: Raw, language: str) -> None:
    answer = scorebench(
        "survey", asked.books["E1"], raw, "--dry-run", "--lang", language, as_text=True
    )
    assert (answer.code, answer.err) == (0, "")
    for words in (*PERSONAL, *(f"{a}–{b}" for _, (a, b) in sent.blocks)):
        assert words in answer.out
    require_plain([line for line in answer.out.splitlines() if line.startswith("- ")])


def test_it_ends_the_seal(asked: Round, raw: Path) -> None:
    done("seal", asked.books["E1"])
    assert survey(asked, raw, "--dry-run")["sealed"]
    assert not survey(asked, raw)["sealed"]


def test_under_another_conversion_the_same_file_is_entered_again(asked: Round, raw: Path) -> None:
    book = asked.books["E1"]
    linear = survey(asked, raw)
    done("seal", book)
    asked.merge()
    asked.tables["measures"][0]["formula"] = "survey_proportional"
    asked.tables["measures"][0]["parameters"] = "max=5"
    source = write_definition(asked.folder / "다른 환산", asked.tables)
    done("update", asked.path, source, "--reason", "환산 방식 변경")
    updates = done("hand-out", asked.path, "--to", asked.folder / "갱신")["books"]
    done("update", book, updates[0]["file"])
    asked.merge()
    assert [row["verdict"] for row in asked.results()["services"]] == ["incomplete"] * 3
    looked = survey(asked, raw, "--dry-run")
    assert all("survey_mean" in row["changes"] for row in looked["services"])
    again = survey(asked, raw)
    assert again["stored"] == 15
    for before, now in zip(linear["services"], again["services"], strict=True):
        assert (before["mean"], before["n"]) == (now["mean"], now["n"])
        assert now["index"] == f"{Decimal(now['mean']) * 20:.2f}"
        assert Decimal(now["points"]) > Decimal(before["points"])
    done("seal", book)
    asked.merge()
    points = {row["number"]: row["sections"]["satisfaction"] for row in asked.results()["services"]}
    assert points == {row["number"]: row["points"] for row in again["services"]}


def test_a_mapping_is_written_edited_and_used(asked: Round, raw: Path, tmp_path: Path) -> None:
    file = tmp_path / "연결.json"
    first = survey(asked, raw, "--dry-run", "--write-mapping", file)
    mapping = json.loads(file.read_text(encoding="utf-8"))
    assert mapping == first["mapping"]
    file.write_text(json.dumps(mapping | {"factor_weight": "0"}), encoding="utf-8")
    overall = survey(asked, raw, "--mapping", file)
    assert overall["mapping"]["factor_weight"] == "0"
    assert overall["services"] != first["services"]
    assert survey(asked, raw, "--dry-run")["mapping"] == overall["mapping"]  # remembered
    with nothing_changes(tmp_path):
        refused(2, "survey", asked.books["E1"], raw, "--write-mapping", file)


def test_duplicates_can_be_kept(asked: Round, raw: Path) -> None:
    without = survey(asked, raw, "--dry-run")["services"]
    kept = survey(asked, raw, "--dry-run", "--keep-duplicates")["services"]
    assert [row["n"] for row in without] == [60, 48, 53]
    assert [row["n"] for row in kept] == [60, 60, 60]


def test_a_personal_column_is_read_only_when_it_is_allowed(
    asked: Round, raw: Path, tmp_path: Path, sent: Raw
) -> None:
    file = tmp_path / "연결.json"
    survey(asked, raw, "--dry-run", "--write-mapping", file)
    mapping = json.loads(file.read_text(encoding="utf-8")) | {"respondent": "휴대전화"}
    file.write_text(json.dumps(mapping), encoding="utf-8")
    with nothing_changes(asked.folder):
        _, why = refused(2, "survey", asked.books["E1"], raw, "--mapping", file)
    assert "휴대전화" in why
    found = survey(asked, raw, "--mapping", file, "--allow-personal", "휴대전화")
    assert any("허용에 따라 읽은 열: 휴대전화" in words for words in found["findings"])
    content = asked.books["E1"].read_bytes()
    assert "휴대전화".encode() in content
    at = sent.table[0].index("휴대전화")
    assert not [row for row in sent.rows if str(row[at]).encode() in content]


def test_ready_figures(asked: Round, tmp_path: Path) -> None:
    rows = [
        ["사무번호", "응답자수", "평균", "최소", "최대"],
        [1, 40, "4", 1, 5],
        [3, 12, "3.2", 1, 5],
    ]
    found = survey(asked, as_csv(tmp_path / "수치.csv", rows, "cp949"))
    assert [(row["number"], row["points"], row["few"]) for row in found["services"]] == [
        (1, "11.25", False),
        (3, "8.25", True),
    ]
    assert found["stored"] == 10


def test_two_copies_with_other_surveys_are_settled_by_the_name_of_the_file(
    asked: Round, raw: Path, tmp_path: Path
) -> None:
    other = shutil.copyfile(asked.books["E1"], tmp_path / "사본.score")
    survey(asked, raw)
    second = as_csv(tmp_path / "둘째.csv", drawn(SERVICES, 60, odd=5, seed=9).table)
    done("survey", other, second)
    assert scorebench("merge", asked.path, asked.books["E1"], other).code == 4
    told = scorebench("settle", asked.path, as_text=True).out
    assert "설문 산출 근거" in told
    assert "만족도 원자료.xlsx · n 60" in told
    assert "sha256" not in told


def test_what_cannot_be_a_survey_stores_nothing(asked: Round, tmp_path: Path) -> None:
    bad_row = [["사무번호", "n", "평균", "최소", "최대"], [1, 40, 9, 1, 5]]
    files = [*wrong_files(tmp_path).values(), as_csv(tmp_path / "밖.csv", bad_row)]
    for path in files:
        with nothing_changes(asked.folder):
            sentences = refused(2, "survey", asked.books["E1"], path)
        assert path.name in sentences[0]


def test_not_a_book_is_a_matter_of_files(asked: Round, raw: Path, tmp_path: Path) -> None:
    refused(3, "survey", asked.path, raw)
    refused(3, "survey", tmp_path / "없음.score", raw)
    refused(2, "survey", asked.books["E1"], raw, "--indicator", "C1")
    refused(2, "survey", asked.books["E1"], raw, "--mapping", tmp_path / "없음.json")
    refused(2, "survey", asked.books["E1"], raw, "--sheet", "없는 시트")


def test_a_book_that_somebody_writes_in_is_left_alone(asked: Round, raw: Path) -> None:
    with held(asked.books["E1"]):
        (sentence,) = refused(3, "survey", asked.books["E1"], raw)
        assert names_holder(sentence)
        assert survey(asked, raw, "--dry-run")["stored"] == 0
