"""What goes wrong with files and their encoding is told by name, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.definition.problems import runs
from workbench.definition.reading import read_definition
from workbench.errors import DefinitionUnfit
from workbench.sentences import LANGUAGES, sentence_of


def only_problem(source: Path):
    with pytest.raises(DefinitionUnfit) as caught:
        read_definition(source)
    (problem,) = caught.value.problems
    for language in LANGUAGES:
        assert sentence_of(problem, language)
        assert source.name in sentence_of(caught.value, language)
    return problem


def rewritten(folder: Path, sheet: str, content: bytes) -> Path:
    (folder / f"{sheet}.csv").write_bytes(content)
    return folder


def content(folder: Path, sheet: str) -> bytes:
    return (folder / f"{sheet}.csv").read_bytes()


def test_an_absent_definition_is_named(tmp_path) -> None:
    problem = only_problem(tmp_path / "없는 정의")
    assert (problem.key, problem.place) == ("definition_absent", None)
    assert "없는 정의" in sentence_of(problem, "ko")


def test_a_definition_behind_a_closed_door_is_named(tmp_path) -> None:
    problem = only_problem(tmp_path / ("가" * 200))  # no file may have so long a name
    assert problem.key == "definition_unreadable"


def test_an_absent_file_of_the_folder_is_named(tables, write_csv) -> None:
    folder = write_csv(tables)
    (folder / "assignments.csv").unlink()
    problem = only_problem(folder)
    assert problem.key == "definition_file_missing"
    assert all("assignments.csv" in sentence_of(problem, language) for language in LANGUAGES)


def test_a_file_saved_by_a_korean_excel_is_told_as_such(tables, write_csv) -> None:
    folder = write_csv(tables)
    text = content(folder, "services").decode()
    problem = only_problem(rewritten(folder, "services", text.encode("cp949")))
    assert problem.key == "definition_cp949"
    for language in LANGUAGES:
        assert "services.csv" in sentence_of(problem, language)
        assert "CSV UTF-8" in sentence_of(problem, language)


@pytest.mark.parametrize("made", [b"\xff\xfe\x00\xd8", b"\x80\x81\xff"])
def test_other_bytes_that_are_not_utf8_are_told(tables, write_csv, made) -> None:
    folder = write_csv(tables)
    problem = only_problem(rewritten(folder, "levels", made))
    assert (problem.key, problem.place.name) == ("definition_not_utf8", "levels.csv")


@pytest.mark.parametrize(
    ("line", "row"),
    [('E4,"김,연구원,evaluator', 6), ('E4,"김"하나,연구원,evaluator', 6)],
)
def test_quotes_that_do_not_match_are_told_with_their_row(tables, write_csv, line, row) -> None:
    folder = write_csv(tables)
    made = content(folder, "evaluators") + b"\r\n" + line.encode()
    problem = only_problem(rewritten(folder, "evaluators", made))
    assert (problem.key, problem.place.row) == ("definition_quotes", row)


@pytest.mark.parametrize(
    ("line", "found"), [("13,가,나,다,라,,,,", "9"), ("13,가", "2"), ("13", "1")]
)
def test_a_row_with_more_or_fewer_values_is_told(tables, write_csv, line, found) -> None:
    folder = write_csv(tables)
    made = content(folder, "services") + line.encode() + b"\r\n"
    problem = only_problem(rewritten(folder, "services", made))
    assert (problem.key, problem.place.row) == ("definition_field_count", 6)
    for language in LANGUAGES:
        assert found in sentence_of(problem, language)
        assert "8" in sentence_of(problem, language)


def test_rows_are_counted_as_a_spreadsheet_shows_them(tables, write_csv, put) -> None:
    put("services", 2, "reason", "두\n줄")
    tables["services"].insert(3, [])
    put("services", 6, "term_end", "언젠가")
    problem = only_problem(write_csv(tables))
    assert (problem.key, problem.place.row) == ("definition_date_unfit", 6)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_another_separator_is_told_instead_of_every_column(tables, write_csv, separator) -> None:
    folder = write_csv(tables)
    made = content(folder, "sections").replace(b",", separator.encode())
    problem = only_problem(rewritten(folder, "sections", made))
    assert (problem.key, problem.place.sheet) == ("definition_separator", "sections")


def test_trailing_commas_of_a_spreadsheet_do_no_harm(tables, write_csv) -> None:
    folder = write_csv(tables)
    lines = content(folder, "sections").splitlines()
    read_definition(rewritten(folder, "sections", b"\n".join(line + b",," for line in lines)))


def test_an_empty_file_has_no_header(tables, write_csv) -> None:
    problem = only_problem(rewritten(write_csv(tables), "measures", b"\xef\xbb\xbf"))
    assert problem.key == "definition_header_missing"
    assert "formula" in sentence_of(problem, "en")


@pytest.mark.parametrize("length", [100_001, 300_000])
def test_a_text_that_is_too_long_is_told_and_never_cut(tables, write_csv, put, length) -> None:
    put("indicators", 2, "guidance", "가" * length)
    problem = only_problem(write_csv(tables))
    assert (problem.key, problem.place.row) == ("definition_text_long", 2)
    for language in LANGUAGES:
        assert str(length) in sentence_of(problem, language)
    put("indicators", 2, "guidance", "가" * 100_000)
    assert len(read_definition(write_csv(tables)).indicators[0].guidance) == 100_000


def test_as_many_rows_as_a_spreadsheet_shows_are_read_and_no_more(tables, write_csv) -> None:
    folder = write_csv(tables)
    made = content(folder, "levels") + b"\n" * 1_048_577
    problem = only_problem(rewritten(folder, "levels", made))
    assert (problem.key, problem.place.row) == ("definition_too_long", 1_048_577)
    rows = "".join(f"C1,{number},50,\r\n" for number in range(12_000))
    made = b"indicator,label,percent,description\r\nI2,A,100,\r\n" + rows.encode()
    assert len(read_definition(rewritten(folder, "levels", made)).indicators[0].levels) == 12_000


def test_a_file_that_may_not_be_read_is_told(tables, write_csv, monkeypatch) -> None:
    folder = write_csv(tables)

    def refuse(path: Path, *_: object) -> bytes:
        raise PermissionError(13, "denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DefinitionUnfit) as caught:
        read_definition(folder)
    assert {problem.key for problem in caught.value.problems} == {"definition_file_unreadable"}
    assert len(caught.value.problems) == 8


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([3], "3"), ([1, 2], "1, 2"), ([3, 2, 1], "1-3"), ([9, 1, 2, 3, 7, 8], "1-3, 7-9"), ([], "")],
)
def test_service_numbers_are_drawn_together(numbers, text) -> None:
    assert runs(numbers) == text
