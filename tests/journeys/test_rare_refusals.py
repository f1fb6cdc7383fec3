"""Refusals that few people ever meet, each brought about for real.

Together with the other tests they reach every sentence that the program can say (``reaching``).
"""

from __future__ import annotations

import io
import json
import shutil
import signal
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from models.errors import StoreError
from tests.journeys.command_line import done, logged, nothing_changes, scorebench
from tests.journeys.rounds import (
    Round,
    new_round,
    tables_for,
    write_definition,
    write_scores,
    write_table,
)
from tests.journeys.test_every_refusal import pattern
from tests.workbench.merging.forging import database
from workbench.backups.shelf import backups_of, folder_of
from workbench.commands.main import main
from workbench.errors import InputError
from workbench.journal.fields import Field
from workbench.merging.sources import MOST_MEMBERS
from workbench.rounds.desk import open_round
from workbench.sentences import LANGUAGES, sentence_of
from workbench.settling.moderating import moderate
from workbench.settling.settling import settle
from workbench.tables.files import MAX_FILE_BYTES
from workbench.wording.passages import Line, word_passages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Words = tuple[object, ...]
TWO_SURVEYS = """
C1 ¦ common ¦ points ¦ 40
I1 ¦ individual ¦ points ¦ 20 ¦ ¦ ¦ service:1
I2 ¦ individual ¦ points ¦ 20 ¦ ¦ ¦ service:2
I3 ¦ individual ¦ points ¦ 25
S1 ¦ satisfaction ¦ survey ¦ 10
S2 ¦ satisfaction ¦ survey ¦ 5
"""
CONVERSIONS = "S1 ¦ survey_linear ¦ min=1;max=5 ¦ 점\nS2 ¦ survey_linear ¦ min=1;max=5 ¦ 점"


def larger(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    return path


def packed(path: Path, count: int = 1, flags: int = 0) -> Path:
    """A .zip of so many score books, marked as its makers mark what is encrypted."""
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.score", b"")
    image = bytearray(path.read_bytes())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = image.find(sign)
        image[place + at] |= flags
    path.write_bytes(image)
    return path


def large_definition(made: Round) -> Words:
    source = write_definition(made.folder / "큰 정의", made.tables)
    larger(source / "services.csv")
    return "new", made.folder / "새.round", "--definition", source


def two_in_a_zip(made: Round) -> Words:
    return "update", made.books["E1"], packed(made.folder / "갱신.zip", 2)


REFUSED: dict[str, tuple[Callable[[Round], Words], int]] = {
    "definition_file_large": (large_definition, 2),
    "table_book_large": (
        lambda made: ("enter", made.books["E1"], larger(made.folder / "점수.xlsx")),
        2,
    ),
    "survey_file_large": (
        lambda made: (
            *("survey", made.books["E1"], larger(made.folder / "원자료.csv")),
            *("--indicator", "S1"),
        ),
        2,
    ),
    "table_not_book": (
        lambda made: ("enter", made.books["E1"], shutil.copy(made.path, made.folder / "점수.xlsx")),
        2,
    ),
    "survey_which_indicator_asked": (
        lambda made: (
            "survey",
            made.books["E1"],
            write_scores(made.folder / "원자료.csv", [(1, 5, 5, 5), (2, 4, 4, 4)]),
        ),
        2,
    ),
    "zip_closed": (
        lambda made: ("merge", made.path, packed(made.folder / "모음.zip", flags=1)),
        3,
    ),
    "zip_too_many": (
        lambda made: ("merge", made.path, packed(made.folder / "모음.zip", MOST_MEMBERS + 1)),
        3,
    ),
    "update_zip_books": (two_in_a_zip, 3),
    "report_form_unknown": (
        lambda made: ("export", made.path, "--draft", "-o", made.folder / "보고.hwp"),
        2,
    ),
    "usage": (lambda made: ("--lang", "ko"), 2),
}
"""By key of the sentence: what is done and run, and the exit code."""


@pytest.fixture(scope="module")
def _plain(tmp_path_factory: pytest.TempPathFactory) -> Round:
    tables = tables_for(80, 80, rubric=TWO_SURVEYS, measures=CONVERSIONS)
    return new_round(tmp_path_factory.mktemp("rare") / "회차", tables)


@pytest.fixture
def made(_plain: Round, tmp_path: Path) -> Round:
    """A round of two services and two surveys, handed out and not scored."""
    folder = tmp_path / "회차"
    shutil.copytree(_plain.folder, folder)
    books = {code: folder / path.relative_to(_plain.folder) for code, path in _plain.books.items()}
    return Round(folder, _plain.tables, books)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", REFUSED)
def test_what_is_rarely_refused_is_told_too(made: Round, key: str, language: str) -> None:
    make, code = REFUSED[key]
    command = make(made)
    with nothing_changes(made.folder):
        answer = scorebench(*command, "--lang", language, as_text=True)
    assert answer.code == code, answer
    assert [line for line in answer.complaints if pattern(key, language).search(line)], answer


def test_a_definition_before_anything_was_handed_out_is_in_force(tmp_path: Path) -> None:
    tables = tables_for(80, rubric=TWO_SURVEYS.replace("service:1", "all"), measures=CONVERSIONS)
    tables["indicators"] = [row for row in tables["indicators"] if row["code"] != "I2"]
    path = tmp_path / "가.round"
    done("new", path, "--definition", write_definition(tmp_path / "정의", tables))
    tables["services"][0]["name"] = "다른 이름"
    answer = scorebench("update", path, write_definition(tmp_path / "새", tables), as_text=True)
    assert (answer.code, answer.err) == (0, "")
    assert pattern("update_in_force", "ko").search(answer.out)


def test_a_history_that_was_altered_is_told_with_the_place(made: Round) -> None:
    with database(made.path) as raw:
        raw.execute("UPDATE event SET detail = replace(detail, 'E1', 'E9') WHERE number = 2")
    answer = scorebench("history", made.path, as_text=True)
    assert [line for line in answer.complaints if pattern("history_broken_at", "ko").search(line)]


def test_a_backup_folder_that_goes_round_in_circles_is_told() -> None:
    document = bytes(16)
    folder = folder_of(document)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.symlink_to(folder)
    with pytest.raises(StoreError) as found:
        backups_of(document)
    assert found.value.key == "backups_unreadable"
    assert str(folder) in sentence_of(found.value, "ko")


class Interrupting(io.StringIO):
    """Somebody presses Ctrl+C while the first words are printed."""

    def write(self, text: str) -> int:
        signal.raise_signal(signal.SIGINT)
        return super().write(text)


def test_ctrl_c_ends_in_a_sentence(made: Round) -> None:
    err = io.StringIO()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background: ignored
    try:
        with redirect_stdout(Interrupting()), redirect_stderr(err):
            assert main(["progress", str(made.path)]) == 130
    finally:
        signal.signal(signal.SIGINT, before)
    assert pattern("interrupted", "ko").fullmatch(err.getvalue().strip())


def test_a_window_left_open_asks_for_what_is_no_longer_there(made: Round) -> None:
    """The page shows an indicator that the service lost since, and the order of a finding."""
    with nothing_changes(made.folder), open_round(made.path) as desk:
        by_code = {row.code: row.uid for row in desk.definition.indicators}
        second = desk.definition.services[1].uid
        with pytest.raises(InputError) as found:
            moderate(desk, (second, by_code["I1"]), "3", "까닭", ["가상"])
        assert found.value.key == "moderate_not_there"
        cell = (desk.definition.evaluators[0].uid, second, bytes(16), Field.ORDER)
        with pytest.raises(InputError) as found:
            settle(desk, [(cell, "첫째")], "까닭")
        assert found.value.key == "settle_value_unfit"


def words(made: Round, raw: Path) -> Words:
    return made.books["E1"], raw, "--indicator", "S1", "--dry-run"


def told_of(made: Round, raw: Path, *more: object) -> str:
    """What an import would say, in both languages; nothing is stored."""
    command = "survey", *words(made, raw), *more
    answers = [scorebench(*command, "--lang", one, as_text=True) for one in LANGUAGES]
    assert [(answer.code, answer.err) for answer in answers] == [(0, "")] * 2
    return answers[0].out


def test_a_second_sheet_of_a_survey_is_named(made: Round) -> None:
    book = Workbook()
    for row in [("사무", "Q1", "Q2"), (1, 5, 4), (2, 3, 3), (1, 4, 4)]:
        book.active.append(row)
    book.create_sheet("메모").append(("다른 것",))
    book.save(raw := made.folder / "원자료.xlsx")
    assert pattern("survey_told_sheets", "ko").search(told_of(made, raw))


def test_a_mean_with_more_decimals_than_are_kept_is_named(made: Round) -> None:
    columns = "사무번호", "응답자수", "평균", "최소", "최대"
    raw = write_table(made.folder / "수치.csv", columns, [(1, 40, "4.12345678", 1, 5)])
    assert pattern("survey_told_rounded", "ko").search(told_of(made, raw))


def test_header_rows_with_nothing_to_join_are_told_apart(made: Round) -> None:
    rows = [("", "Q1", ""), (1, 5, 4), (2, 3, 3), (1, 4, 4)]
    raw = write_table(made.folder / "원자료.csv", ("사무", "", "전반"), rows)
    told = told_of(made, raw, "--header-rows", 2)
    assert pattern("survey_told_headers_apart", "ko").search(told)


def test_who_answered_twice_and_is_kept_is_told(made: Round) -> None:
    columns = "사무", "Q1", "Q2", "번호표"
    rows = [(1, 5, 4, "a"), (2, 3, 3, "a"), (1, 4, 4, "a"), (1, 2, 2, "b")]
    raw = write_table(made.folder / "원자료.csv", columns, rows)
    mapping = made.folder / "연결.json"
    done("survey", *words(made, raw), "--write-mapping", mapping)
    content = json.loads(mapping.read_text(encoding="utf-8")) | {"respondent": "번호표"}
    mapping.write_text(json.dumps(content), encoding="utf-8")
    told = told_of(made, raw, "--mapping", mapping, "--keep-duplicates")
    assert pattern("survey_told_respondents_kept", "ko").search(told)


def test_a_bug_is_told_plainly_and_logged(made: Round, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("workbench.commands.ledger_commands.opened_round", wrong)
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        assert main(["progress", str(made.path)]) == 70
    assert pattern("fault", "ko").search(err.getvalue())
    assert "ZeroDivisionError" not in err.getvalue()
    assert "a bug" in logged()


def changed(made: Round, name: str, **tables: list[dict[str, str]]) -> list[dict[str, str]]:
    """Put a changed definition in force; return what is told to come of it."""
    source = write_definition(made.folder / name, made.tables | tables)
    return done("update", made.path, source, "--reason", "까닭")["effects"]


def test_cells_that_lose_their_evaluator_and_get_him_back_are_told(made: Round) -> None:
    rows = [(1, "C1", "score", 30), (1, "", "opinion", "의견")]
    done("enter", made.books["E1"], write_scores(made.folder / "점수.csv", rows))
    made.merge("E1")
    other = made.tables["evaluators"][0] | {"code": "E2", "name": "가상 둘"}
    people = [*made.tables["evaluators"], other]
    split = [
        made.tables["assignments"][0] | {"services": "2"},
        made.tables["assignments"][0] | {"evaluator": "E2", "services": "1"},
    ]
    changed(made, "나눔", evaluators=people, assignments=split)
    again = write_scores(made.folder / "다시.csv", [(1, "C1", "score", 31)])
    done("enter", made.books["E1"], again)
    answer = scorebench("merge", made.path, made.books["E1"], as_text=True)
    assert pattern("merging_unassigned", "ko").search(answer.out)
    told = [row["words"] for row in changed(made, "되돌림", evaluators=people)]
    assert [words for words in told if pattern("change_effect_text_back", "ko").search(words)]


def test_a_merge_says_how_many_agreed_marks_it_leaves_to_be_confirmed(made: Round) -> None:
    place = "--service", 1, "--indicator", "C1"
    for mark, code in (30, 0), (31, 4):
        table = write_scores(made.folder / f"{mark}.csv", [(1, "C1", "score", mark)])
        done("enter", made.books["E1"], table)
        answer = scorebench("merge", made.path, made.books["E1"], as_text=True)
        assert answer.code == code
        if mark == 30:
            agreed = "--score", 29, "--people", "가상", "--reason", "협의"
            done("moderate", made.path, *place, *agreed)
    assert pattern("merge_stale", "ko").search(answer.out)


def test_a_service_that_became_exempt_takes_no_wording(made: Round) -> None:
    exempt = made.tables["services"][1] | {"status": "exempt", "reason": "휴관"}
    changed(made, "제외", services=[made.tables["services"][0], exempt])
    with nothing_changes(made.folder), open_round(made.path) as desk:
        second = desk.definition.services[1].uid
        with pytest.raises(InputError) as found:
            word_passages(desk, second, Field.ACHIEVEMENT, [Line(bytes(16), "첫째", ())])
    assert found.value.key == "wording_exempt"
    assert "가상 사무 2호" in sentence_of(found.value, "en")
