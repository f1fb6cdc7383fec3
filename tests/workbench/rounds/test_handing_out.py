"""Books are built from an empty file and hold nothing of anybody else."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from models.definitions import facts, set_fact
from models.imports import books as books_in_round
from models.picture import read_store
from models.schema import DocumentKind
from tests.workbench.rounds.small_round import (
    WHOLE,
    heads_in,
    made,
    merged,
    results_of,
    revisions_in,
    typed,
)
from workbench.checking import check_file
from workbench.errors import Cancelled, InputError, MergeError, StoreError
from workbench.rounds.creating import Draft, new_round
from workbench.rounds.desk import open_round
from workbench.rounds.finality import FACT as FINAL
from workbench.rounds.zipped import zip_of
from workbench.scoring.book import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench

SECRETS = """
    evaluator¦services¦sections¦status¦reason
    코드-갑¦1;2¦all¦¦사유-갑-가
    코드-을¦5¦all¦¦사유-을-나
    코드-을¦1¦common¦제척¦사유-을-다
"""
PEOPLE = """
    code¦name¦affiliation¦role
    코드-갑¦김비밀¦소속-갑¦evaluator
    코드-을¦이비밀¦소속-을¦lead_secretary
"""
SERVICES = """
    number¦name¦type¦department¦operators¦term_end¦status¦reason
    1¦사무-하나¦¦부서-하나¦수탁-하나¦¦¦
    2¦사무-둘¦¦부서-둘¦수탁-둘¦¦¦
    5¦사무-다섯¦¦부서-다섯¦수탁-다섯¦¦¦
    9¦사무-제외¦¦¦수탁-제외¦¦exempt¦제외-사유
"""


@pytest.fixture
def secret(tmp_path: Path) -> Bench:
    """A round in which every text says whose it is."""
    return made(tmp_path / "secret", assignments=SECRETS, evaluators=PEOPLE, services=SERVICES)


def facts_of(path: Path) -> dict[str, str]:
    with read_store(path, DocumentKind.SCORE) as store, store.read() as connection:
        return facts(connection)


def handed_out(bench: Bench, name: str) -> dict[str, Path]:
    with open_round(bench.round) as desk:
        return {owner.code: path for owner, path in desk.hand_out(bench.path(name))}


def texts_in(path: Path, *words: str) -> set[str]:
    image = path.read_bytes()
    encodings = ("utf-8", "utf-16-le", "utf-16-be", "cp949")
    return {word for word in words if any(word.encode(one) in image for one in encodings)}


def test_a_book_holds_its_owner_his_services_and_the_rules(secret: Bench) -> None:
    words = ("코드-갑", "김비밀", "소속-갑", "사무-하나", "사무-둘", "부서-하나", "사유-갑-가")
    assert texts_in(secret.books["코드-갑"], *words) == set(words)
    with open_book(secret.books["코드-갑"]) as book:
        assert [row.number for row in book.definition.services] == [1, 2]
        assert [row.code for row in book.definition.evaluators] == ["코드-갑"]


def test_a_book_holds_nothing_of_anybody_else(secret: Bench) -> None:
    typed(
        secret.books["코드-을"], (5, "C1", "comment", "을의 평가 의견"), (5, "C1", "score", "37.5")
    )
    typed(secret.books["코드-갑"], (1, "C1", "comment", "갑의 평가 의견"))
    merged(secret.round, *secret.books.values())
    again = handed_out(secret, "다시")
    of_other = (
        "코드-을",
        "이비밀",
        "소속-을",
        "사유-을-나",
        "사유-을-다",
        "사무-다섯",
        "부서-다섯",
        "수탁-다섯",
        "사무-제외",
        "제외-사유",
        "을의 평가 의견",
        "37.5",
        "제척",
    )
    assert texts_in(again["코드-갑"], *of_other) == set()
    assert texts_in(again["코드-갑"], "갑의 평가 의견") == {"갑의 평가 의견"}
    other = secret.owner("코드-을")
    assert other not in again["코드-갑"].read_bytes()
    assert other.hex().encode() not in again["코드-갑"].read_bytes()
    assert texts_in(again["코드-을"], "김비밀", "갑의 평가 의견", "사무-하나") == set()


def test_no_book_holds_the_lead_or_a_result(secret: Bench) -> None:
    with read_store(secret.round, DocumentKind.ROUND) as store, store.read() as connection:
        lead = bytes.fromhex(facts(connection)["lead"])
    for path in secret.books.values():
        image = path.read_bytes()
        assert lead not in image
        assert lead.hex().encode() not in image
        assert b"import_revision" not in image  # no table of the round


def test_each_file_starts_with_all_counted_revisions_and_no_replica_id(bench: Bench) -> None:
    typed(bench.books["E1"], *WHOLE, (1, "C1", "score", "31"))
    typed(bench.books["E2"], (1, "C1", "score", "20"))
    merged(bench.round, *bench.books.values())
    again = handed_out(bench, "다시")
    for code, path in again.items():
        assert revisions_in(path) == revisions_in(bench.books[code])
        assert heads_in(path) == heads_in(bench.books[code])
        assert "replica" not in facts_of(path)
        assert check_file(path) == ()


def test_one_book_uid_per_evaluator_and_round_at_every_hand_out(bench: Bench) -> None:
    again = handed_out(bench, "다시")
    for code, path in again.items():
        assert facts_of(path)["uid"] == facts_of(bench.books[code])["uid"]
    uids = {facts_of(path)["uid"] for path in again.values()}
    assert len(uids) == 2
    with read_store(bench.round, DocumentKind.ROUND) as store, store.read() as connection:
        assert {uid.hex() for uid in books_in_round(connection).values()} == uids


def test_if_one_file_exists_none_is_written(bench: Bench) -> None:
    folder = bench.path("있음")
    folder.mkdir()
    (folder / "E2_이가상.score").write_text("여기 있던 것", encoding="utf-8")
    (folder / "other.txt").write_text("x")
    before = bench.round.read_bytes()
    with pytest.raises(InputError) as refused:
        handed_out(bench, "있음")
    assert (refused.value.key, refused.value.exit_code) == ("target_exists", 2)
    assert sorted(path.name for path in folder.iterdir()) == ["E2_이가상.score", "other.txt"]
    assert (folder / "E2_이가상.score").read_text(encoding="utf-8") == "여기 있던 것"
    assert bench.round.read_bytes() == before


def test_the_folder_is_made_and_may_hold_other_files(bench: Bench) -> None:
    folder = bench.path("가/나/다")
    folder.mkdir(parents=True)
    (folder / "other.txt").write_text("x")
    handed_out(bench, "가/나/다")
    assert {path.name for path in folder.iterdir()} == {
        "E1_김가상.score",
        "E2_이가상.score",
        "other.txt",
    }


def test_stopping_leaves_no_file_behind(bench: Bench) -> None:
    before = bench.round.read_bytes()

    def stop(done: int, total: int, doing: str) -> None:
        if done:
            raise Cancelled

    with open_round(bench.round) as desk, pytest.raises(Cancelled):
        desk.hand_out(bench.path("다시"), progress=stop)
    assert not bench.path("다시").exists()
    assert bench.round.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_refused(bench: Bench) -> None:
    bench.path("file").write_text("")
    with pytest.raises(StoreError) as refused:
        handed_out(bench, "file/within")
    assert refused.value.key == "folder_unwritable"


def test_only_those_of_whom_a_mark_is_expected_get_a_book(tmp_path: Path) -> None:
    bench = made(
        tmp_path,
        evaluators="""
            code¦name¦affiliation¦role
            E1¦김가상¦¦evaluator
            E2¦이가상¦¦evaluator
            E3¦박가상¦¦lead_secretary
            """,
        assignments="""
            evaluator¦services¦sections¦status¦reason
            E1¦all¦all¦¦
            E2¦all¦all¦¦
            E2¦all¦all¦회피¦자문 이력
            """,
    )
    assert list(bench.books) == ["E1"]


def test_after_an_own_recusal_from_everything_no_book_is_handed_out_again(bench: Bench) -> None:
    typed(bench.books["E1"], *[(number, "", "recusal", "사유") for number in (1, 2, 5)])
    merged(bench.round, bench.books["E1"])
    assert list(handed_out(bench, "다시")) == ["E2"]


def test_names_that_no_system_takes_still_make_files(tmp_path: Path) -> None:
    bench = made(
        tmp_path,
        evaluators=f"""
            code¦name¦affiliation¦role
            E1¦{"긴이름" * 60}¦¦evaluator
            E2¦김/가:상*?"<>|%#.¦¦evaluator
            """,
    )
    names = [path.name for path in bench.books.values()]
    assert all(len(name.encode()) < 230 for name in names)
    assert names[1] == "E2_김_가_상________.score".replace("________", "_" * 8)
    assert [row.status for row in merged(bench.round, *bench.books.values()).files] == [
        "merged"
    ] * 2


def test_a_new_round_is_never_written_over_anything(bench: Bench, tmp_path: Path) -> None:
    before = bench.round.read_bytes()
    with pytest.raises(InputError) as refused:
        new_round(tmp_path, bench.round)
    assert refused.value.key == "target_exists"
    assert bench.round.read_bytes() == before


def test_a_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        new_round(tmp_path, tmp_path / ("긴" * 200 + ".round"))
    assert refused.value.key == "store_unwritable"
    assert list(tmp_path.iterdir()) == []


def test_a_draft_that_failed_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), Draft(tmp_path / "a.round", DocumentKind.ROUND):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_draft_left_by_a_crash_is_no_obstacle(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "a.round", DocumentKind.ROUND)
    draft.path.write_bytes(b"half of a file")
    with draft as store:
        assert store.problem() is None
    assert [path.name for path in tmp_path.iterdir()] == ["a.round"]


def test_a_draft_does_not_replace_what_appeared_meanwhile(tmp_path: Path) -> None:
    target = tmp_path / "a.round"
    draft = Draft(target, DocumentKind.ROUND)
    draft.__enter__()
    target.write_text("schneller", encoding="utf-8")
    with pytest.raises(InputError):
        draft.__exit__(None, None, None)
    assert target.read_text(encoding="utf-8") == "schneller"
    assert list(tmp_path.iterdir()) == [target]


def test_results_of_a_round_just_made_are_all_incomplete(bench: Bench) -> None:
    found = results_of(bench.round)
    assert {row["verdict"] for row in found["services"]} == {"incomplete"}
    assert (found["average"], found["counted"], found["below"]["share"]) == (None, 0, None)


def test_books_in_a_zip_hold_the_same_and_nothing_else(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        zips = {owner.code: path for owner, path in desk.hand_out(bench.path("압축"), zipped=True)}
    assert sorted(path.name for path in bench.path("압축").iterdir()) == [
        "E1_김가상.zip",
        "E2_이가상.zip",
    ]
    for code, path in zips.items():
        with zipfile.ZipFile(path) as archive:
            assert archive.namelist() == [f"{path.stem}.score"]
            archive.extractall(bench.path("풀기"))
        extracted = bench.path("풀기") / f"{path.stem}.score"
        assert check_file(extracted) == ()
        with open_book(extracted) as book, open_book(bench.books[code]) as handed:
            assert (book.uid, book.definition) == (handed.uid, handed.definition)


def test_the_same_book_gives_the_same_zip() -> None:
    image = b"score book"
    assert zip_of("E1.score", image) == zip_of("E1.score", image)


def test_an_existing_zip_or_list_keeps_everything_away(bench: Bench) -> None:
    folder = bench.path("압축")
    folder.mkdir()
    (folder / "E2_이가상.zip").touch()
    with open_round(bench.round) as desk:
        with pytest.raises(InputError, match="target_exists"):
            desk.hand_out(folder, zipped=True)
        with pytest.raises(InputError, match="target_exists"):
            desk.hand_out(bench.path("다른 곳"), listing=folder / "E2_이가상.zip")
    assert [path.name for path in folder.iterdir()] == ["E2_이가상.zip"]
    assert not bench.path("다른 곳").exists()


def test_the_list_says_who_scores_what_in_which_file(secret: Bench) -> None:
    listing = secret.path("목록") / "배포 목록.xlsx"
    with open_round(secret.round) as desk:
        desk.hand_out(secret.path("둘째"), listing=listing)
    (sheet,) = openpyxl.load_workbook(listing).worksheets
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    head = next(at for at, row in enumerate(rows) if row and row[0] == "코드")
    assert rows[head][1:] == [
        "평가위원",
        "소속",
        "담당 사무·부문",
        "지표 수(채점 칸)",
        "파일",
        "배포일",
    ]
    code, name, affiliation, what, marks, file, day = rows[head + 1]
    assert (code, name, affiliation, marks) == ("코드-갑", "김비밀", "소속-갑", 6)
    assert file == "코드-갑_김비밀.score"
    assert what.splitlines()[0] == "공통분야: 사무 1, 2 (2개)"
    assert day.endswith(".")
    assert len(rows) == head + 3


def test_a_list_that_cannot_be_written_leaves_no_books(bench: Bench) -> None:
    bench.path("막힘").touch()
    with open_round(bench.round) as desk, pytest.raises(StoreError):
        desk.hand_out(bench.path("셋째"), listing=bench.path("막힘") / "목록.xlsx")
    assert not bench.path("셋째").exists()


def test_a_final_round_hands_nothing_out(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        with desk.store.write() as connection:
            set_fact(connection, FINAL, "00")
        with pytest.raises(MergeError, match="round_final"):
            desk.hand_out(bench.path("넷째"))
    assert not bench.path("넷째").exists()
