"""A scores table goes in whole or not at all; each line that cannot stand has its own sentence."""

from __future__ import annotations

from typing import Any

import pytest

from tests.journeys.command_line import done, nothing_changes, refused
from tests.journeys.rounds import Round, write_scores
from tests.journeys.test_every_refusal import pattern

UNFIT = {
    "above the maximum": ("E1", (3, "C1", "score", "33")),
    "a hair above the maximum": ("E1", (3, "C1", "score", "32.500001")),
    "a rating above 100": ("E1", (3, "C2", "score", "101")),
    "too many decimals": ("E1", (3, "C1", "score", "7.0000001")),
    "more decimals than the step": ("E1", (3, "C1", "score", "7.25")),
    "off the step": ("E1", (3, "C1", "score", "7.3")),
    "off the step of a rating": ("E1", (3, "C2", "score", "80.5")),
    "text": ("E1", (3, "C1", "score", "일곱")),
    "not a number": ("E1", (3, "C1", "score", "NaN")),
    "infinity": ("E1", (3, "C1", "score", "inf")),
    "an exponent": ("E1", (3, "C1", "score", "1e5")),
    "a thousands comma": ("E1", (3, "C1", "score", "1,000")),
    "a decimal comma": ("E1", (3, "C1", "score", "7,5")),
    "a minus": ("E1", (3, "C1", "score", "-1")),
    "a plus": ("E1", (3, "C1", "score", "+1")),
    "a unit": ("E1", (3, "C1", "score", "7점")),
    "a fraction": ("E1", (3, "C1", "score", "15/2")),
    "digits of another script": ("E1", (3, "C1", "score", "\u0667")),
    "a raised digit": ("E1", (3, "C1", "score", "1\u00b2")),
    "a raised nought": ("E1", (3, "C1", "score", "1\u2070")),
    "circled digits": ("E1", (3, "C1", "score", "\u2460\u2461")),
    "a circled service": ("E1", ("\u2462", "C1", "score", "7")),
    "a formula": ("E1", (3, "C1", "score", "=1+1")),
    "thirteen digits": ("E1", (3, "C1", "score", "0000000000007")),
    "no such grade": ("E2", (3, "I2", "score", "탁월")),
    "a grade by its percent": ("E2", (3, "I2", "score", "80")),
    "not applicable said otherwise": ("E1", (3, "C2", "not_applicable", "예")),
    "not applicable where it is closed": ("E1", (3, "C1", "not_applicable", "yes")),
    "a score for a measure": ("Q1", (3, "I1", "score", "7")),
    "figures for points": ("E1", (3, "C1", "target", "7")),
    "half a respondent": ("Q1", (3, "S1", "survey_n", "30.5")),
    "a comma in a figure": ("Q1", (3, "I1", "actual", "1,234")),
    "an unknown field": ("E1", (3, "C1", "points", "7")),
    "a field in capitals": ("E1", (3, "C1", "Score", "7")),
    "no field": ("E1", (3, "C1", "", "7")),
    "no indicator": ("E1", (3, "", "score", "7")),
    "an unknown indicator": ("E1", (3, "C9", "score", "7")),
    "an indicator of somebody else": ("E1", (3, "I2", "score", "우수")),
    "an indicator of somebody else there": ("E1", (3, "I2", "comment", "글")),
    "a service not assigned": ("E2", (9999, "C2", "score", "80")),
    "an unknown service": ("E1", (4, "C1", "score", "7")),
    "a service that is no number": ("E1", ("셋", "C1", "score", "7")),
    "no service": ("E1", ("", "C1", "score", "7")),
    "a text on a service not assigned": ("E2", (9999, "", "achievement", "글")),
    "a text with an indicator": ("E1", (3, "C1", "opinion", "글")),
    "a text of more than 100,000 letters": ("E1", (3, "", "opinion", "가" * 100_001)),
    "a finding of more than 100,000 letters": ("E1", (3, "", "achievement", "가" * 100_001)),
}


def entered(made: Round, code: str, rows: list[tuple[Any, ...]]) -> list[str]:
    """Enter a table that must be refused; return its sentences, the first about all of it."""
    table = write_scores(made.folder / "점수.csv", rows)
    with nothing_changes(made.folder):
        sentences = refused(2, "enter", made.books[code], table)
    assert table.name in sentences[0]
    return sentences


@pytest.mark.parametrize("unfit", UNFIT)
def test_an_unfit_line_is_refused_in_one_sentence_that_names_it(
    small_round: Round, unfit: str
) -> None:
    code, row = UNFIT[unfit]
    sentences = entered(small_round, code, [(8, "", "opinion", "이것은 들어가지 않음"), row])
    (sentence,) = sentences[1:]
    assert "3행" in sentence


def test_every_unfit_line_is_named_and_no_fit_one_stored(small_round: Round) -> None:
    rows = [
        (3, "C1", "score", "30.5"),
        (8, "C1", "score", "40"),
        (11, "C1", "score", "-1"),
        (40, "C1", "score", "30.5"),
        (41, "C1", "score", "30.5"),
    ]
    sentences = entered(small_round, "E1", rows)
    assert [sentence.split("행")[0].lstrip("- ") for sentence in sentences[1:]] == ["3", "4", "6"]
    assert "3건" in sentences[0]
    assert done("seal", small_round.books["E1"])["missing"] == 11


def test_sentences_speak_english_when_asked(small_round: Round) -> None:
    table = write_scores(small_round.folder / "점수.csv", [(3, "C1", "score", "33")])
    sentences = refused(2, "enter", small_round.books["E1"], table, "--lang", "en")
    assert "32.5" in sentences[1]
    assert not [sign for sign in sentences[1] if "가" <= sign <= "힣"]


@pytest.mark.parametrize(
    "second",
    [(3, "C1", "score", "30.5"), (3, "C1", "score", "31"), ("3", "C1", "score", "")],
    ids=["equal", "different", "blank"],
)
def test_one_cell_twice_is_refused_even_with_equal_values(
    small_round: Round, second: tuple[Any, ...]
) -> None:
    first = (3, "C1", "score", "30.5")
    (_, sentence) = entered(small_round, "E1", [first, (8, "C1", "score", "30"), second])
    assert "2행" in sentence
    assert "4행" in sentence


def test_an_opinion_twice_is_refused_and_a_finding_twice_is_a_list(small_round: Round) -> None:
    entered(small_round, "E1", [(3, "", "opinion", "하나"), (3, "", "opinion", "둘")])
    rows = [(3, "", "achievement", "하나"), (3, "", "achievement", "하나")]
    table = write_scores(small_round.folder / "점수.csv", rows)
    assert done("enter", small_round.books["E1"], table)["stored"] == 4


@pytest.mark.parametrize("line", ["3,C1,score", "3,C1,score,30,", "3,C1,score,30,5", "3"], ids=len)
def test_a_ragged_line_is_refused(small_round: Round, line: str) -> None:
    table = small_round.folder / "점수.csv"
    table.write_text(f"service,indicator,field,value\n8,C1,score,30\n{line}\n", encoding="utf-8")
    with nothing_changes(small_round.folder):
        sentences = refused(2, "enter", small_round.books["E1"], table)
    assert len(sentences) == 2
    assert "3행" in sentences[1]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "service,indicator,field\n3,C1,score\n",
        "service,indicator,field,value,note\n3,C1,score,30,x\n",
        "service,indicator,field,value,value\n3,C1,score,30,30\n",
        "service;indicator;field;value\n3;C1;score;30\n",
        'service,indicator,field,value\n3,C1,comment,"글\n',
        "3,C1,score,30\n",
    ],
    ids=["empty", "column missing", "unknown column", "twice", "semicolons", "quote", "no header"],
)
def test_a_table_of_another_form_is_refused(small_round: Round, content: str) -> None:
    table = small_round.folder / "점수.csv"
    table.write_text(content, encoding="utf-8")
    with nothing_changes(small_round.folder):
        refused(2, "enter", small_round.books["E1"], table)


def test_a_table_that_is_not_there_or_not_a_file_is_refused(small_round: Round) -> None:
    with nothing_changes(small_round.folder):
        absent = refused(2, "enter", small_round.books["E1"], small_round.folder / "없음.csv")
        folder = refused(2, "enter", small_round.books["E1"], small_round.folder)
    assert pattern("definition_file_missing", "ko").search(absent[-1])
    assert pattern("definition_file_unreadable", "ko").search(folder[-1])


@pytest.mark.parametrize("encoding", ["cp949", "utf-16"])
def test_a_table_in_another_encoding_is_refused(small_round: Round, encoding: str) -> None:
    table = small_round.folder / "점수.csv"
    table.write_bytes("service,indicator,field,value\n3,C1,comment,글\n".encode(encoding))
    with nothing_changes(small_round.folder):
        refused(2, "enter", small_round.books["E1"], table)


@pytest.mark.parametrize(
    "value", ["7.5", " 7.5 ", "\uff17\uff0e\uff15", "07.50", "7.500000", "0", "32.5"]
)
def test_a_number_typed_in_other_plain_forms_is_taken(small_round: Round, value: str) -> None:
    table = write_scores(small_round.folder / "점수.csv", [(3, "C1", "score", value)])
    assert done("enter", small_round.books["E1"], table)["stored"] == 1


def test_a_byte_order_mark_and_windows_line_ends_are_taken(small_round: Round) -> None:
    table = small_round.folder / "점수.csv"
    table.write_bytes("\ufeffservice,indicator,field,value\r\n3,C1,score,30\r\n".encode())
    assert done("enter", small_round.books["E1"], table)["stored"] == 1


def test_blank_clears_and_a_cleared_mark_is_missing(small_round: Round) -> None:
    book, table = small_round.books["E1"], small_round.folder / "점수.csv"
    done("enter", book, write_scores(table, [(3, "C1", "score", "0"), (8, "C1", "score", "0")]))
    assert done("seal", book)["missing"] == 9
    done("enter", book, write_scores(table, [(3, "C1", "score", " ")]))
    assert done("seal", book)["missing"] == 10
