"""A book that leaves the house holds its owner's things and nothing of anybody else's."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import done, nothing_changes, refused, scorebench
from tests.journeys.conftest import small
from tests.journeys.rounds import (
    Round,
    Tables,
    handed_out,
    indicators,
    lines,
    new_round,
    rules,
    sections,
    services,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

OWN = {
    "EVAL-AHN": ("안가상", "가상하나대학교", "31.07", "안 위원이 적은 가상의 글"),
    "EVAL-BAE": ("배연습", "가상두리연구소", "29.13", "배 위원이 적은 가상의 글"),
    "EVAL-CHO": ("초예시", "가상세찌협회", "14.83", "초 위원이 적은 가상의 글"),
}
"""By evaluator: name, affiliation, a mark that nobody else gives, a text."""
LEAD = ("LEAD-HAN", "한총괄", "가상총괄연구원")
ONLY = {"EVAL-AHN": 17, "EVAL-BAE": 4711, "EVAL-CHO": 9999}
"""A service that this evaluator alone scores; 5 is scored by all."""
OWN_INDICATOR = {"EVAL-AHN": "COM-1", "EVAL-BAE": "IND-1", "EVAL-CHO": "SAT-1"}


def private_tables() -> Tables:
    """Three evaluators with a service of their own each, and one that they share."""
    by_service = "\n".join(f"{code} ¦ {number} ¦ all" for code, number in ONLY.items())
    by_section = zip(OWN, ("common", "individual", "satisfaction"), strict=True)
    shared = "\n".join(f"{code} ¦ 5 ¦ {section}" for code, section in by_section)
    return {
        "round": rules(rehearsal="no", contact="가상 사무국"),
        "sections": sections(),
        "indicators": indicators(
            """
            COM-1 ¦ common ¦ points ¦ 40 ¦ 0.01 ¦ mean
            IND-1 ¦ individual ¦ points ¦ 45 ¦ 0.01 ¦ mean
            SAT-1 ¦ satisfaction ¦ points ¦ 15 ¦ 0.01 ¦ mean
            """
        ),
        "services": services((5, *ONLY.values())),
        "evaluators": lines(
            "evaluators",
            "\n".join(f"{code} ¦ {name} ¦ {of}" for code, (name, of, _, _) in OWN.items())
            + f"\n{' ¦ '.join(LEAD)} ¦ lead_secretary",
        ),
        "assignments": lines("assignments", f"{by_service}\n{shared}"),
    }


@pytest.fixture
def handed(tmp_path: Path) -> Round:
    return new_round(tmp_path / "회차", private_tables())


def score_all(made: Round) -> None:
    """Everybody gives a mark of their own wherever one is expected, with a text."""
    for code, (_, _, mark, text) in OWN.items():
        own = ONLY[code]
        low = "0.5"
        rows = [(own, indicator, "score", low) for indicator in OWN_INDICATOR.values()]
        rows += [(5, OWN_INDICATOR[code], "score", mark), (5, "", "achievement", text)]
        rows += [(own, "", "opinion", f"{text} 둘")]
        made.enter({code: rows})


def spellings(text: str) -> Iterable[bytes]:
    yield from (text.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
    if not text.isascii():
        yield json.dumps(text)[1:-1].encode()


def secrets_of_others(code: str) -> dict[str, str]:
    """What must not stand in the book of ``code``, by what it is."""
    found = {f"the lead's {at}": text for at, text in enumerate(LEAD)}
    for other, (name, affiliation, mark, text) in OWN.items():
        if other != code:
            number = ONLY[other]
            found |= {
                f"the code of {other}": other,
                f"the name of {other}": name,
                f"the affiliation of {other}": affiliation,
                f"a mark of {other}": mark,
                f"a text of {other}": text,
                f"a service of {other}": f"가상 사무 {number}호",
                f"the department of a service of {other}": f"가상{number}과",
                f"an operator of a service of {other}": f"가상{number}재단",
            }
    return found


def leaks(book: Path, code: str) -> list[str]:
    image = book.read_bytes()
    return [
        what
        for what, text in secrets_of_others(code).items()
        if any(spelling in image for spelling in spellings(text))
    ]


def facts(book: Path) -> dict[str, str]:
    with closing(sqlite3.connect(f"{book.as_uri()}?mode=ro", uri=True)) as opened:
        return dict(opened.execute("SELECT key, value FROM document").fetchall())


def test_a_fresh_book_holds_nothing_of_anybody_else(handed: Round) -> None:
    assert {code: leaks(book, code) for code, book in handed.books.items()} == {
        code: [] for code in OWN
    }


def test_the_search_finds_what_is_the_owners_own(handed: Round) -> None:
    score_all(handed)
    for code, (name, affiliation, mark, text) in OWN.items():
        image = handed.books[code].read_bytes()
        for own in (code, name, affiliation, mark, text, f"가상 사무 {ONLY[code]}호"):
            assert own.encode() in image


def test_a_book_handed_out_after_merging_everybody_holds_its_owners_marks_alone(
    handed: Round,
) -> None:
    score_all(handed)
    handed.merge()
    results = handed.results()
    assert results["counted"] == 4
    handed_out(handed, "다시")
    for code, book in handed.books.items():
        assert leaks(book, code) == []
        image = book.read_bytes()
        assert OWN[code][2].encode() in image
        assert OWN[code][3].encode() in image
        for row in results["services"]:
            assert row["total"].encode() not in image
    assert done("check", *handed.books.values())["ok"]


def test_a_book_handed_out_again_brings_nothing_new_and_loses_nothing(handed: Round) -> None:
    score_all(handed)
    handed.merge()
    results = handed.results()
    handed_out(handed, "다시")
    for book in handed.books.values():
        (row,) = done("merge", handed.path, book)["files"]
        assert (row["new"], row["conflicts"], row["futures"]) == (0, 0, 0)
    assert handed.results() == results
    missing = {code: done("seal", book)["missing"] for code, book in handed.books.items()}
    assert missing == dict.fromkeys(OWN, 0)


def test_the_book_is_the_same_document_at_every_hand_out(handed: Round) -> None:
    before = {code: facts(book) for code, book in handed.books.items()}
    score_all(handed)
    handed.merge()
    handed_out(handed, "다시")
    after = {code: facts(book) for code, book in handed.books.items()}
    assert {code: found["uid"] for code, found in after.items()} == {
        code: found["uid"] for code, found in before.items()
    }
    assert len({found["uid"] for found in after.values()}) == len(OWN)
    assert not any("replica" in found for found in after.values())


def test_work_goes_on_in_a_book_handed_out_again(handed: Round) -> None:
    score_all(handed)
    handed.merge()
    handed_out(handed, "다시")
    handed.enter({"EVAL-AHN": [(5, "COM-1", "score", "40")]})
    (row,) = handed.merge("EVAL-AHN")["files"]
    assert (row["new"], row["conflicts"], row["sealed"]) == (1, 0, True)


def test_handing_out_again_into_the_same_folder_overwrites_nothing(handed: Round) -> None:
    score_all(handed)
    with nothing_changes(handed.folder):
        (sentence,) = refused(2, "hand-out", handed.path, "--to", handed.books["EVAL-AHN"].parent)
    assert handed.books["EVAL-AHN"].name in sentence


def test_one_existing_book_keeps_all_others_from_being_written(handed: Round) -> None:
    target = handed.folder / "다시"
    target.mkdir()
    shutil.copy2(handed.books["EVAL-CHO"], target)
    with nothing_changes(handed.folder):
        refused(2, "hand-out", handed.path, "--to", target)


def test_the_folder_is_made_and_may_hold_other_files(handed: Round) -> None:
    target = handed.folder / "새" / "더 깊이"
    assert len(done("hand-out", handed.path, "--to", target)["books"]) == 3
    other = handed.folder / "다른"
    other.mkdir()
    (other / "읽어 주세요.txt").write_text("mine", encoding="utf-8")
    done("hand-out", handed.path, "--to", other)
    assert (other / "읽어 주세요.txt").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_way_of_the_folder_is_a_disk_trouble(handed: Round) -> None:
    (handed.folder / "파일").write_text("mine", encoding="utf-8")
    with nothing_changes(handed.folder):
        refused(3, "hand-out", handed.path, "--to", handed.folder / "파일")


def test_only_those_with_an_expected_mark_get_a_book(tmp_path: Path) -> None:
    tables = small()
    tables["evaluators"] += lines("evaluators", "E3 ¦ 모두기피\nE4 ¦ 배정없음")
    tables["assignments"] += lines("assignments", "E3 ¦ all ¦ C2\nE3 ¦ all ¦ all ¦ 기피 ¦ 사유")
    made = new_round(tmp_path / "회차", tables)
    assert list(made.books) == ["E1", "E2", "Q1"]


def test_characters_unfit_for_a_file_name_become_underlines(tmp_path: Path) -> None:
    tables = small()
    tables["evaluators"][0]["name"] = '김/가\\상:*?"<>|%#'
    tables["evaluators"][1]["name"] = "../이 예시."
    made = new_round(tmp_path / "회차", tables)
    names = {path.name for path in made.books["E1"].parent.iterdir()}
    assert names == {f"E1_김_가_상{'_' * 9}.score", "E2_.._이 예시.score", "Q1_박연습.score"}
    assert {path.parent for path in made.books.values()} == {made.folder / "배포 (원본)"}
    made.enter({"E1": [(3, "C1", "score", "1")]})
    assert scorebench("merge", made.path, *made.books.values()).code == 0
