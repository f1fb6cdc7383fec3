"""Tables of surveys from files: what is read, what is named, and what is refused."""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from tests.workbench.surveys.raw_survey import as_csv, as_xlsx
from workbench.errors import InputError
from workbench.sentences import LANGUAGES, sentence_of
from workbench.surveys.columns import Kind, letters
from workbench.surveys.table_reading import (
    MOST_COLUMNS,
    MOST_ROWS,
    SurveyTable,
    read_survey,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench

TABLE = [
    ["사무번호", "과정-1", "성명", "전반 만족도"],
    [1, 4, "김가나", 5],
    [None, None, None, None],
    [2, None, "이다라", "4"],
    ["가상 주택", "4.0", "박마바", 3],
]


def read(path: Path, bench: Bench, **how: object) -> SurveyTable:
    return read_survey(path, bench.definition.services, **how)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_csv_in_four_encodings_reads_like_the_workbook(
    bench: Bench, tmp_path: Path, encoding: str
) -> None:
    book = read(as_xlsx(tmp_path / "원자료.xlsx", TABLE), bench)
    text = read(as_csv(tmp_path / "원자료.csv", TABLE, encoding), bench)
    assert text.texts == book.texts
    assert text.columns == book.columns
    assert text.lines == book.lines == (2, 4, 5)
    assert text.signature == book.signature
    assert text.texts["과정-1"] == ("4", "", "4.0")
    assert [column.kind for column in text.columns] == [
        Kind.SERVICE,
        Kind.ANSWERS,
        Kind.NAME,
        Kind.ANSWERS,
    ]


def test_a_file_is_known_by_its_name_and_its_bytes(bench: Bench, tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "원자료.xlsx", TABLE)
    source = read(path, bench).source
    assert (source.name, source.sheet) == ("원자료.xlsx", "원자료")
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_nothing_is_kept_of_a_refused_column(bench: Bench, tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "원자료.xlsx", TABLE)
    table = read(path, bench)
    assert [column.name for column in table.refused] == ["성명"]
    assert "성명" not in table.texts
    assert "김가나" not in repr(vars(table))
    allowed = read(path, bench, allowed=["성명"])
    assert allowed.refused == ()
    assert allowed.column["성명"].is_allowed
    assert allowed.texts["성명"][0] == "김가나"


def test_one_sheet_of_several(bench: Bench, tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "안내"
    book.active.append(["이 파일은"])
    book.active.append(["설문입니다"])
    sheet = book.create_sheet("응답")
    for row in TABLE:
        sheet.append(row)
    book.save(tmp_path / "둘.xlsx")
    table = read(tmp_path / "둘.xlsx", bench, sheet="응답")
    assert table.source.sheets == ("안내", "응답")
    assert len(table.lines) == 3
    with pytest.raises(InputError, match="survey_no_sheet"):
        read(tmp_path / "둘.xlsx", bench, sheet="다른")


def test_a_formula_never_computed_is_no_empty_answer(bench: Bench, tmp_path: Path) -> None:
    rows = [*TABLE, [1, "=1+3", "최사아", 4]]
    table = read(as_xlsx(tmp_path / "식.xlsx", rows), bench)
    assert table.texts["과정-1"] == ("4", "", "4.0", "=1+3")


def test_headers_that_are_alike_or_missing_are_told_apart(bench: Bench, tmp_path: Path) -> None:
    rows = [["사무", "문항", "문항", None, None], [1, 3, 4, 5, None], [2, 3, 4, 5, None]]
    table = read(as_xlsx(tmp_path / "같은.xlsx", rows), bench)
    assert [column.name for column in table.columns] == ["사무", "문항", "문항 (2)", "(D)"]
    assert table.texts["(D)"] == ("5", "5")


def test_what_spreadsheets_leave_in_cells_is_no_answer_of_anybody(
    bench: Bench, tmp_path: Path
) -> None:
    """NUL as a workbook escapes it, a merged column, the header pasted again further down."""
    book = Workbook()
    for row in (
        ["사무번호", "과정-1_x0000_", "과정-2"],
        [1, "4_x0000_", 3],
        [None, 5, "_x0000_"],
        ["사무번호", "과정-1", "과정-2"],
        [2, 2, 4],
    ):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.save(tmp_path / "남은 것.xlsx")
    table = read(tmp_path / "남은 것.xlsx", bench)
    assert [column.name for column in table.columns] == ["사무번호", "과정-1", "과정-2"]
    assert table.texts["사무번호"] == ("1", "", "사무번호", "2")
    assert table.texts["과정-1"] == ("4", "5", "과정-1", "2")
    assert table.texts["과정-2"] == ("3", "", "과정-2", "4")
    assert table.lines == (2, 3, 4, 5)


def test_more_rows_than_a_survey_has_are_refused_before_they_are_held(
    bench: Bench, tmp_path: Path
) -> None:
    path = tmp_path / "끝없음.csv"
    path.write_text("사무번호,과정-1\n" + "1,4\n" * (MOST_ROWS + 1), encoding="utf-8")
    with pytest.raises(InputError, match="survey_too_long"):
        read(path, bench)


def test_letters_of_columns() -> None:
    assert [letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def wrong_files(folder: Path) -> dict[str, Path]:
    """By the key of its sentence one file that cannot be a survey."""
    header = [["사무번호", "과정-1"]]
    text = "사무번호,과정-1\n"
    made = {
        "survey_nothing": as_csv(folder / "빈.csv", []),
        "survey_no_rows": as_csv(folder / "머리만.csv", header),
        "survey_header": as_csv(folder / "숫자.csv", [[1, 4], [2, 5]]),
        "survey_too_wide": as_csv(folder / "넓음.csv", [["a"] * (MOST_COLUMNS + 1)]),
        "definition_absent": folder / "없음.xlsx",
    }
    for key, name, content in (
        ("survey_separator", "나눔.csv", b"a;b\n1;4\n"),
        ("survey_quotes", "따옴표.csv", f'{text}1,"4\n'.encode()),
        ("survey_ragged", "밀림.csv", f"{text}1,4\n2,3,5\n".encode()),
        ("survey_encoding", "부호.csv", b"\xff\xfea\x00,\x00b\x00\n"),
        ("survey_not_book", "글.xlsx", text.encode()),
        ("definition_book_protected", "옛.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 99),
    ):
        made[key] = folder / name
        made[key].write_bytes(content)
    good = as_xlsx(folder / "좋음.xlsx", [*header, [1, 4]])
    made["definition_book_damaged"] = folder / "깨짐.xlsx"
    with (
        zipfile.ZipFile(good) as source,
        zipfile.ZipFile(made["definition_book_damaged"], "w") as target,
    ):
        for part in source.namelist():
            content = source.read(part)
            target.writestr(part, content[:60] if "sheet1" in part else content)
    made["survey_unsafe"] = folder / "폭탄.xlsx"
    with zipfile.ZipFile(made["survey_unsafe"], "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("xl/worksheets/sheet1.xml", b"<a>" * 3_000_000)
    return made


def test_wrong_files_are_refused_with_one_sentence_each(bench: Bench, tmp_path: Path) -> None:
    for key, path in wrong_files(tmp_path).items():
        with pytest.raises(InputError) as refusal:
            read(path, bench)
        assert refusal.value.key == key, path.name
        assert refusal.value.exit_code == 2
        for language in LANGUAGES:
            sentence = sentence_of(refusal.value, language)
            assert path.name in sentence
            assert "\n" not in sentence


def test_a_column_that_is_not_there_cannot_be_allowed(bench: Bench, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="survey_no_column"):
        read(as_xlsx(tmp_path / "a.xlsx", TABLE), bench, allowed=["전화"])


def test_reading_can_be_stopped(bench: Bench, tmp_path: Path) -> None:
    path = as_xlsx(tmp_path / "긴.xlsx", [["사무번호", "과정-1"], *([1, 4] for _ in range(600))])

    class Stopped(Exception):
        pass

    def pulse() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read(path, bench, pulse=pulse)
