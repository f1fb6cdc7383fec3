"""Wrong arguments and unfit definitions: 2, one sentence for each thing, nothing made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import done, nothing_changes, refused, scorebench
from tests.journeys.rounds import Tables, lines, write_definition

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.journeys.rounds import Round

WRONG = {
    "no command by that name": ["merge-all"],
    "no option by that name": ["results", "a.round", "--fast"],
    "nothing to read": ["results"],
    "nothing to merge": ["merge", "a.round"],
    "too many": ["results", "a.round", "b.round"],
    "no definition": ["new", "a.round"],
    "no folder": ["hand-out", "a.round"],
    "no report": ["export", "a.round"],
    "an audience that is none": ["export", "a.round", "-o", "b.xlsx", "--audience", "press"],
    "a language that is none": ["results", "a.round", "--lang", "de"],
    "an option of another command": ["results", "a.round", "--draft"],
}


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("what", WRONG)
def test_wrong_arguments_are_2_with_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = WRONG[what]
    given = arguments if "--lang" in arguments else ["--lang", language, *arguments]
    with nothing_changes(tmp_path):
        (sentence,) = refused(2, *given)
    assert any("가" <= sign <= "힣" for sign in sentence) == ("de" in given or language == "ko")


def test_an_option_without_its_value_is_2_with_one_sentence() -> None:
    answer = scorebench("export", "a.round", "-o", as_text=True)
    assert (answer.code, len(answer.complaints)) == (2, 1)
    assert answer.out == ""


def test_no_command_at_all_shows_the_help_and_is_2() -> None:
    answer = scorebench(as_text=True)
    assert answer.code == 2
    assert "hand-out" in answer.out + answer.err


def test_a_round_is_never_written_over(small_round: Round, tmp_path: Path) -> None:
    target = tmp_path / "있음.round"
    target.write_text("mine", encoding="utf-8")
    definition = small_round.folder / "정의"
    with nothing_changes(tmp_path):
        (sentence,) = refused(2, "new", target, "--definition", definition)
        refused(2, "new", small_round.path, "--definition", definition)
        refused(2, "new", definition, "--definition", definition)
    assert "있음.round" in sentence


def test_an_absent_or_unreadable_definition_is_2(tmp_path: Path) -> None:
    (tmp_path / "글.xlsx").write_text("이것은 통합 문서가 아님", encoding="utf-8")
    (tmp_path / "빈 폴더").mkdir()
    for name in ("없음.xlsx", "글.xlsx", "빈 폴더"):
        with nothing_changes(tmp_path):
            refused(2, "new", tmp_path / "새.round", "--definition", tmp_path / name)


def change(sheet: str, row: int, **cells: str) -> Callable[[Tables], None]:
    return lambda tables: tables[sheet][row].update(cells)


def add(sheet: str, text: str) -> Callable[[Tables], None]:
    return lambda tables: tables[sheet].extend(lines(sheet, text))


def drop(sheet: str, *rows: int) -> Callable[[Tables], None]:
    def change(tables: Tables) -> None:
        tables[sheet] = [row for at, row in enumerate(tables[sheet]) if at not in rows]

    return change


UNFIT: dict[str, tuple[Callable[[Tables], None], str]] = {
    "two services of one number": (change("services", 1, number="3"), "services.csv 3행"),
    "a number beyond 9999": (change("services", 4, number="10000"), "services.csv 6행"),
    "a service without a name": (change("services", 0, name=""), "services.csv 2행"),
    "sections that are not 100": (change("sections", 0, max_points="39"), "sections.csv"),
    "maxima that are not the section's": (
        change("indicators", 0, max_points="32"),
        "indicators.csv",
    ),
    "a section without an indicator": (drop("indicators", 4), "satisfaction"),
    "an unknown scale": (change("indicators", 0, scale="stars"), "indicators.csv 2행"),
    "an unknown section": (change("indicators", 0, section="other"), "indicators.csv 2행"),
    "an unknown code": (add("assignments", "E1 ¦ all ¦ C9"), "assignments.csv 6행"),
    "an assignment to nobody": (add("assignments", " ¦ all ¦ all"), "assignments.csv 6행"),
    "an assignment to somebody unknown": (add("assignments", "E9 ¦ all ¦ C1"), "assignments.csv"),
    "a service that does not exist": (add("assignments", "E1 ¦ 4 ¦ C1"), "assignments.csv 6행"),
    "two for a single mark": (add("assignments", "E2 ¦ 3 ¦ C1"), "C1"),
    "an indicator given to nobody": (drop("assignments", 3), "assignments.csv"),
    "one code for two people": (add("evaluators", "E1 ¦ 둘째 김가상"), "evaluators.csv 6행"),
    "an unknown key": (lambda tables: tables["round"].append({"key": "colour"}), "round.csv"),
    "a cut with a comma": (change("round", 4, value="7,5"), "round.csv 6행"),
    "a grade without levels": (drop("levels", 0, 1, 2), "I2"),
    "a step of nothing": (change("indicators", 0, step="0"), "indicators.csv 2행"),
}


@pytest.mark.parametrize("what", UNFIT)
def test_an_unfit_definition_makes_nothing_and_names_the_place(
    small_tables: Tables, tmp_path: Path, what: str
) -> None:
    spoil, place = UNFIT[what]
    spoil(small_tables)
    definition = write_definition(tmp_path / "정의", small_tables)
    with nothing_changes(tmp_path):
        sentences = refused(2, "new", tmp_path / "새.round", "--definition", definition)
    assert any(place in sentence for sentence in sentences[1:])
    assert str(len(sentences) - 1) in sentences[0]


def test_every_problem_of_a_definition_is_named_at_once(
    small_tables: Tables, tmp_path: Path
) -> None:
    names = (
        "two services of one number",
        "an unknown code",
        "a cut with a comma",
        "an unknown key",
    )
    for name in names:
        UNFIT[name][0](small_tables)
    definition = write_definition(tmp_path / "정의", small_tables)
    sentences = refused(2, "new", tmp_path / "새.round", "--definition", definition)
    for name in names:
        assert sum(UNFIT[name][1] in sentence for sentence in sentences) >= 1
    assert len(sentences) == 1 + len(names)


def test_a_ragged_line_or_an_unknown_column_is_named(small_tables: Tables, tmp_path: Path) -> None:
    definition = write_definition(tmp_path / "정의", small_tables)
    with (definition / "services.csv").open("a", encoding="utf-8") as file:
        file.write("77,쉼표가 든, 이름\n")
    with (definition / "levels.csv").open("r+", encoding="utf-8") as file:
        file.write("indicator,label,percent,remark_____")
    sentences = refused(2, "new", tmp_path / "새.round", "--definition", definition)
    assert any("services.csv 7행" in sentence for sentence in sentences)
    assert any("levels.csv" in sentence for sentence in sentences)


def test_other_files_in_the_folder_are_ignored(small_tables: Tables, tmp_path: Path) -> None:
    definition = write_definition(tmp_path / "정의", small_tables)
    (definition / "읽어 주세요.txt").write_text("메모", encoding="utf-8")
    (definition / "scores.csv").write_text("?", encoding="utf-8")
    (definition / "지난 회차").mkdir()
    found = done("new", tmp_path / "새.round", "--definition", definition)
    assert (found["services"], found["evaluators"], found["indicators"]) == (5, 4, 5)


def test_paths_in_answers_are_absolute_however_they_were_given(
    small_tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_definition(tmp_path / "정의", small_tables)
    assert done("new", "새.round", "--definition", "정의")["file"] == str(tmp_path / "새.round")
    books = [row["file"] for row in done("hand-out", "새.round", "--to", "배포")["books"]]
    assert books[0] == str(tmp_path / "배포" / "E1_김가상.score")
    book = Path("배포") / Path(books[0]).name
    for found in (
        done("seal", book),
        *done("merge", "새.round", book)["files"],
        *done("check", book)["files"],
    ):
        assert found["file"] == books[0]
    report = done("export", "새.round", "-o", "보고.xlsx", "--draft")["file"]
    assert report == str(tmp_path / "보고.xlsx")


def test_check_has_an_object_for_whatever_it_is_shown(tmp_path: Path) -> None:
    (tmp_path / "글.txt").write_text("이것은 회차가 아님", encoding="utf-8")
    answer = scorebench("check", tmp_path / "글.txt", tmp_path / "없음.round", tmp_path)
    assert (answer.code, answer.found["ok"]) == (3, False)
    assert [row["ok"] for row in answer.found["files"]] == [False, False, False]
    assert len(answer.complaints) == 3
