"""What is said of cells that do not simply count, of odd archives, and of who is missing."""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.journeys.command_line import scorebench
from tests.workbench.rounds.redefinitions import added, changed, lowered, put, without
from tests.workbench.rounds.small_round import WHOLE, merged, typed
from workbench.merging.naming import Kind
from workbench.rounds.desk import open_round
from workbench.sentences import LANGUAGES, sentence_of
from workbench.settling.moderating import moderate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench
    from workbench.merging.report import FileReport, MergeReport
    from workbench.setup.sheets import Sheets


@pytest.fixture
def book(bench: Bench) -> Path:
    typed(bench.books["E1"], *WHOLE)
    return bench.books["E1"]


def one(report: MergeReport) -> FileReport:
    (row,) = report.files
    return row


def said(row: FileReport, kind: Kind) -> list[str]:
    return [
        f"{sentence_of(note.place, 'ko')}: {sentence_of(note.why, 'ko')}"
        for note in row.notes
        if note.kind is kind
    ]


def test_a_mark_above_a_lowered_maximum_says_so_with_its_value(bench: Bench, book: Path) -> None:
    changed(bench, lowered)
    row = one(merged(bench.round, book))
    assert row.enter_again == 3
    first, *_ = said(row, Kind.ENTER_AGAIN)
    assert first.startswith("1 가상 센터 C1 점수: 30은 지금의 배점이나 단위에 맞지 않아")


@pytest.mark.parametrize("scale", ["rating", "measure"])
def test_a_mark_under_another_scale_says_so_with_its_value(
    bench: Bench, book: Path, scale: str
) -> None:
    step = "1" if scale == "rating" else "0.01"
    changed(bench, lambda sheets: put(sheets, "indicators", "C1", scale=scale, step=step))
    row = one(merged(bench.round, book))
    assert row.enter_again == 3
    first, *_ = said(row, Kind.ENTER_AGAIN)
    assert first.startswith("1 가상 센터 C1 점수: 척도나 계산식이 바뀌어 30을")


def test_every_figure_under_another_formula_is_named(bench: Bench, book: Path) -> None:
    def wider(sheets: Sheets) -> Sheets:
        texts = {"formula": "survey_linear", "parameters": "min=0;max=5", "unit": "점"}
        return added(without(sheets, "measures", "S1"), "measures", indicator="S1", **texts)

    changed(bench, wider)
    row = one(merged(bench.round, book))
    places = [line.split(":")[0] for line in said(row, Kind.ENTER_AGAIN)]
    assert row.enter_again == len(places) == 6
    assert places[:2] == ["1 가상 센터 S1 설문 평균", "1 가상 센터 S1 응답자 수"]


def test_a_stray_mark_says_whether_it_is_unassigned_recused_exempt_or_unknown(
    bench: Bench, book: Path
) -> None:
    typed(book, (1, "", "recusal", "자문 이력"))
    changed(
        bench,
        lambda sheets: put(sheets, "services", "2", status="exempt", reason="폐지"),
        lambda sheets: without(sheets, "services", "5"),
        lambda sheets: put(sheets, "assignments", "E1", services="1-2"),
        lambda sheets: put(sheets, "assignments", "E2", services="1-2"),
    )
    row = one(merged(bench.round, book))
    why = {line.split()[0]: line.split(": ")[1] for line in said(row, Kind.STRAY)}
    assert why == {
        "1": "회피 사무라 반영하지 않습니다.",
        "2": "평가에서 제외된 사무라 반영하지 않습니다.",
        "5": "지금 평가표나 사무 목록에 없어 반영하지 않습니다.",
    }
    assert row.stray == len(said(row, Kind.STRAY)) == 15
    assert any("5 가상 주택 C1 점수" in line for line in said(row, Kind.STRAY))


def test_who_is_missing_and_who_is_incomplete_are_two_lists(bench: Bench, book: Path) -> None:
    report = merged(bench.round, book)
    assert [row.code for row in report.missing] == ["E2"]
    assert report.incomplete == ()
    typed(bench.books["E2"], (1, "C1", "score", "20"))
    report = merged(bench.round, bench.books["E2"])
    assert report.missing == ()
    assert [row.code for row in report.incomplete] == ["E2"]
    assert (one(report).given, one(report).expected) == (1, 9)


def test_a_moderation_is_counted_as_stale_by_the_merge_that_makes_it_so(
    bench: Bench, book: Path
) -> None:
    typed(bench.books["E2"], *WHOLE)
    assert merged(bench.round, *bench.books.values()).stale == 0
    with open_round(bench.round) as desk:
        place = bench.service(1), bench.indicator("C1")
        moderate(desk, place, "29", "협의", ("김가상", "이가상"))
    typed(book, (1, "C1", "score", "10"))
    report = merged(bench.round, book, dry_run=True)
    assert (report.stale, report.conflicts, report.exit_code) == (1, 1, 4)
    merged(bench.round, book)
    typed(bench.books["E2"], (2, "C1", "score", "10"))
    report = merged(bench.round, bench.books["E2"])
    assert (report.stale, report.conflicts, report.exit_code) == (0, 1, 4)


def test_a_change_there_and_back_is_no_change(bench: Bench, book: Path) -> None:
    merged(bench.round, book)
    typed(book, (1, "C1", "score", "31"), (2, "C1", "score", ""), (5, "C1", "score", "31"))
    typed(book, (1, "C1", "score", "30"))
    row = one(merged(bench.round, book))
    assert (row.new, row.changed) == (3, 2)


def test_times_of_a_file_are_told_and_decide_nothing(bench: Bench, book: Path) -> None:
    row = one(merged(bench.round, book))
    assert row.received_at == book.stat().st_mtime_ns // 1_000_000
    assert row.made_at is not None
    absent = one(merged(bench.round, bench.path("없음.score")))
    assert (absent.received_at, absent.made_at) == (None, None)


@pytest.mark.parametrize("coding", ["cp949", "utf-8"])
def test_korean_names_in_an_archive_are_shown_as_they_were_packed(
    bench: Bench, book: Path, coding: str
) -> None:
    target = bench.path("둘.zip")
    with zipfile.ZipFile(target, "w") as archive:
        for at, name in enumerate(("메일/김가상.score", "메일/이가상.score")):
            archive.write(book, f"{at:0{len(name.encode(coding))}}")
    content = target.read_bytes()
    for at, name in enumerate(("메일/김가상.score", "메일/이가상.score")):
        packed = name.encode(coding)
        content = content.replace(f"{at:0{len(packed)}}".encode(), packed)
    target.write_bytes(content)
    report = merged(bench.round, target)
    assert [row.file for row in report.files] == [target / "김가상.score", target / "이가상.score"]
    assert [row.status for row in report.files] == ["merged", "nothing new"]


def test_two_parts_of_one_name_refuse_the_archive(bench: Bench, book: Path) -> None:
    target = bench.path("쌍.zip")
    with zipfile.ZipFile(target, "w") as archive:
        archive.write(book, "a.score")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.write(book, "a.score")
    row = one(merged(bench.round, target))
    assert row.error is not None
    assert row.error.key == "zip_damaged"


def test_an_archive_with_a_directory_beyond_reason_is_refused_unread(bench: Bench) -> None:
    target = bench.path("많음.zip")
    with zipfile.ZipFile(target, "w") as archive:
        for at in range(10_001):
            archive.writestr(str(at), b"")
    row = one(merged(bench.round, target))
    assert row.error is not None
    assert row.error.key == "zip_too_many"


def test_a_path_out_of_an_archive_is_shown_by_its_name_alone(bench: Bench, book: Path) -> None:
    target = bench.path("밖.zip")
    with zipfile.ZipFile(target, "w") as archive:
        archive.write(book, "/etc/../../나쁜.score")
        archive.write(book, "a\\b\\나쁜 둘.score")
    report = merged(bench.round, target)
    assert [row.file for row in report.files] == [target / "나쁜.score", target / "나쁜 둘.score"]
    assert not bench.path("나쁜.score").exists()


def test_the_command_names_every_skipped_cell(bench: Bench, book: Path) -> None:
    changed(bench, lowered)
    copy = shutil.copyfile(book, bench.path("사본.score"))
    typed(book, (2, "I1", "actual", "9"))
    typed(copy, (2, "I1", "actual", "7"))
    answer = scorebench("merge", bench.round, book, copy, "--dry-run")
    (first, _) = answer.found["files"]
    assert answer.code == 4
    assert answer.found["missing"] == ["E2"]
    assert answer.found["incomplete"] == ["E1"]
    assert [note["kind"] for note in first["notes"]] == [
        "conflict",
        "future",
        "enter_again",
        "enter_again",
        "enter_again",
    ]
    for language in LANGUAGES:
        text = scorebench("merge", bench.round, book, copy, "--dry-run", "--lang", language)
        assert "가상 공원 I1" in text.found["files"][0]["notes"][0]["place"]
    told = scorebench("merge", bench.round, book, copy, "--dry-run", "--lang", "ko", as_text=True)
    assert "- 2 가상 공원 I1 실적: 충돌이라 정해야 합니다." in told.out
    assert "- 1 가상 센터 C1 점수: 30은 지금의 배점이나" in told.out
    assert "아직 오지 않은 평가위원: E2" in told.out


def test_the_command_takes_folders_and_archives(bench: Bench, book: Path) -> None:
    folder = bench.path("받은 메일")
    folder.mkdir()
    packed = folder / "둘.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for code, path in bench.books.items():
            archive.write(path, f"{code}.score")
    shutil.copyfile(book, folder / "또.score")
    answer = scorebench("merge", bench.round, folder, bench.path("없음"))
    assert answer.code == 3
    assert [(row["file"], row["status"]) for row in answer.found["files"]] == [
        (str(packed / "E1.score"), "merged"),
        (str(packed / "E2.score"), "merged"),
        (str(folder / "또.score"), "nothing new"),
        (str(bench.path("없음")), "refused"),
    ]


def test_a_plan_that_was_looked_at_is_not_applied_to_other_content(
    bench: Bench, book: Path
) -> None:
    seen = merged(bench.round, book, dry_run=True)
    before = bench.round.read_bytes()
    typed(book, (1, "C1", "score", "1"))
    assert not merged(bench.round, book, seen=seen).applied
    assert bench.round.read_bytes() == before
    seen = merged(bench.round, book, dry_run=True)
    assert merged(bench.round, book, seen=seen).applied
