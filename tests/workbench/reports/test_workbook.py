"""The workbook as a file: what stands in it, for whom, and that a bad moment leaves nothing."""

from __future__ import annotations

import errno
import gc
import os
import re
import zipfile
from contextlib import nullcontext
from dataclasses import replace
from decimal import Decimal
from html import unescape
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from workbench.errors import Cancelled, ExportError
from workbench.reports import placing, workbook
from workbench.reports.edition import Audience
from workbench.reports.marks import REPLACED
from workbench.results.outcome import Adjustment, Passage, PointState, Verdict
from workbench.sentences import LANGUAGES, sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook

    from workbench.results.outcome import Mark, Outcome, SealState

    Write = Callable[..., Path]

INTERNAL = [
    "요약",
    "종합점수표",
    "도표",
    "재계약배제(75점 미만)",
    "견고성",
    "지표별 점수",
    "평가위원별 원점수",
    "사무별 주요성과 및 과제",
    "미완료·제외",
    "검증",
]
PUBLIC = ["요약", "사무별 주요성과 및 과제"]
RANGE = re.compile(r"'평가위원별 원점수'!I(\d+)(?::I(\d+))?")


@pytest.fixture(scope="module")
def internal(sample: Outcome, write: Write, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return load_workbook(write(sample, tmp_path_factory.mktemp("internal") / "결과.xlsx"))


@pytest.fixture(scope="module")
def messy(random_round: Callable[[int], Outcome]) -> Outcome:
    """A round with every state in it: exempt, incomplete, not applicable, strays."""
    rounds = (random_round(seed) for seed in count())
    return next(
        outcome
        for outcome in rounds
        if {row.verdict for row in outcome.services} > {Verdict.EXEMPT, Verdict.INCOMPLETE}
        and outcome.strays
        and any(row.scaled for row in outcome.services)
    )


def all_marks(outcome: Outcome) -> list[Mark]:
    return [mark for row in outcome.services for made in row.indicators for mark in made.marks]


def column_of(book: Workbook, sheet: str, first_row: int, column: str) -> list[Any]:
    return [cell.value or "" for cell in book[sheet][column][first_row - 1 :]]


def texts(book: Workbook, sheet: str) -> list[str]:
    return [
        cell.value for row in book[sheet].iter_rows() for cell in row if isinstance(cell.value, str)
    ]


def test_the_sheets_stand_in_their_order(internal: Workbook) -> None:
    assert internal.sheetnames == INTERNAL
    assert {sheet.sheet_state for sheet in internal.worksheets} == {"visible"}


def test_the_fixed_sentences_stand_alone_in_their_cells(internal: Workbook) -> None:
    said = texts(internal, "요약")
    assert "평가점수 : 평균 75.67점" in said
    assert "재계약배제(75점 미만) : 29개 사무 중 6개 사무(20.7%)" in said


def test_the_summary_names_rules_receipts_and_remarks(internal: Workbook) -> None:
    said = " / ".join(texts(internal, "요약"))
    for words in (
        "인쇄된 총점이 75점 미만(75점 이상은 통과)",
        "지표별 점수를 소수점 둘째 자리까지 반올림",
        "7K4F-2Q9M-XD3T",
        "중간본",
        "합계가 100%가 아닐 수 있음",
        "□ 평가개요",
    ):
        assert words in said


def test_scores_are_numbers_as_the_outcome_has_them(internal: Workbook, sample: Outcome) -> None:
    sheet = internal["종합점수표"]
    for row, service in enumerate(sample.services, start=5):
        assert service.sections is not None
        shown = [sheet.cell(row, column).value for column in (1, 5, 6, 7, 9, 10)]
        meant = [service.service.number, *service.sections.values(), service.total, service.rank]
        assert shown == [pytest.approx(float(number or 0), abs=1e-12) for number in meant]
        assert sheet.cell(row, 8).value == "–"  # no adjustments
        assert sheet.cell(row, 9).number_format == "0.00"


def test_the_below_list_ascends_with_its_gap(internal: Workbook, sample: Outcome) -> None:
    rows = list(internal["재계약배제(75점 미만)"].iter_rows(min_row=5, values_only=True))
    assert sorted(row[0] for row in rows) == list(sample.below)
    totals = [row[8] for row in rows]
    assert totals == sorted(totals)
    assert [round(row[10], 2) for row in rows] == [round(total - 75, 2) for total in totals]


def test_a_gap_keeps_the_decimals_of_the_cut(write: Write, sample: Outcome, tmp_path: Path) -> None:
    rules = replace(sample.definition.rules, cut=Decimal("75.125"))
    outcome = replace(sample, definition=replace(sample.definition, rules=rules))
    sheet = load_workbook(write(outcome, tmp_path / "a.xlsx"))["재계약배제(75.125점 미만)"]
    assert [sheet.cell(10, column).value for column in (9, 11)] == [74.62, -0.505]
    assert sheet.cell(10, 11).number_format == '+0.000;"−"0.000;0.000'


def test_points_of_each_indicator_stand_in_their_column(
    write: Write, messy: Outcome, tmp_path: Path
) -> None:
    sheet = load_workbook(write(messy, tmp_path / "a.xlsx", draft=True))["지표별 점수"]
    heads = [str(cell.value).split("\n")[0] for cell in sheet[5]]
    for row, service in enumerate(messy.services, start=6):
        made = {one.indicator.code: one for one in service.indicators}
        for column, code in enumerate(heads[2:], start=3):
            shown = sheet.cell(row, column).value
            if code in made and made[code].state is PointState.COUNTED:
                assert Decimal(repr(shown)) == made[code].points
            else:
                assert shown in ("–", "해당 없음", "미완료", "충돌", "배정 없음")


def test_every_number_of_the_typed_values_is_an_input_of_the_proof(
    write: Write, messy: Outcome, sample: Outcome, tmp_path: Path
) -> None:
    for outcome in (messy, sample):
        book = load_workbook(write(outcome, tmp_path / "a.xlsx", draft=True))
        numbers = {
            (cell.column_letter, cell.row)
            for row in book["평가위원별 원점수"].iter_rows(min_row=5, min_col=2)
            for cell in row
            if cell.data_type == "n" and cell.value is not None
        }
        formulas = (
            cell.value for row in book["검증"].iter_rows() for cell in row if cell.data_type == "f"
        )
        read = {
            ("I", row)
            for formula in formulas
            for first, last in RANGE.findall(formula)
            for row in range(int(first), int(last or first) + 1)
        }
        assert numbers
        assert numbers <= read
        # what is read and no number is a grade's label or a value that does not count
        others = {book["평가위원별 원점수"].cell(row, 9).data_type for _, row in read - numbers}
        assert others <= {"s", "inlineStr"}


def test_typed_values_are_sorted_and_say_their_fate(
    write: Write, messy: Outcome, tmp_path: Path
) -> None:
    book = load_workbook(write(messy, tmp_path / "a.xlsx", draft=True))
    rows = list(book["평가위원별 원점수"].iter_rows(min_row=5, values_only=True))
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    numbers = [int(row[1]) for row in rows]
    assert numbers == sorted(numbers)
    fates = {row[9] for row in rows}
    assert {"반영", "참고(점수에 쓰이지 않음)", "반영(배점에서 제외)"} <= fates
    assert any(fate.startswith("미반영(배정 밖") for fate in fates)
    for row in rows:
        assert row[9] in ("반영", "반영(조정)", REPLACED) or isinstance(row[8], str)


def test_formulas_stand_on_the_proof_only(internal: Workbook) -> None:
    for sheet in internal.worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert ("f" in kinds) == (sheet.title == "검증")


def test_a_verdict_stands_alone_only_as_a_formula(internal: Workbook) -> None:
    for sheet in internal.worksheets:
        assert not {"일치", "불일치"} & set(texts(internal, sheet.title))


def test_the_proof_rounds_in_one_way_only(internal: Workbook, messy: Outcome) -> None:
    for row in internal["검증"].iter_rows(min_row=7):
        for cell in row:
            if cell.data_type != "f":
                continue
            bare = re.sub(r"ROUND\(ROUND\([^()]+,9\),\d\)", "", cell.value)
            # the rate of a step table is freed of noise before it is looked up, not rounded
            assert "ROUND" not in re.sub(r"LOOKUP\(ROUND\([^()]+,9\)", "", bare)


def test_pages_are_set_up_for_a4(internal: Workbook) -> None:
    for sheet in internal.worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (9, 1)
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P / &N" in sheet.oddFooter.center.text
    for name in ("종합점수표", "지표별 점수", "평가위원별 원점수", "검증"):
        assert internal[name].freeze_panes
        assert internal[name].print_title_rows
        assert internal[name].page_setup.orientation == "landscape"


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize(("draft", "rehearsal"), [(True, True), (True, False), (False, True)])
def test_marks_stand_on_every_sheet(
    write: Write,
    messy: Outcome,
    tmp_path: Path,
    audience: Audience,
    draft: bool,
    rehearsal: bool,
) -> None:
    definition = messy.definition
    rules = replace(definition.rules, rehearsal=rehearsal)
    outcome = replace(messy, definition=replace(definition, rules=rules))
    book = load_workbook(write(outcome, tmp_path / "a.xlsx", draft=draft, audience=audience))
    for sheet in book.worksheets:
        for mark, is_on in (("잠정", draft), ("연습(가상 점수)", rehearsal)):
            assert (f"[{mark}]" in sheet["A1"].value) == is_on
            assert (mark in (sheet.oddFooter.left.text or "")) == is_on


def test_a_final_report_of_a_real_round_has_no_mark(
    write: Write, messy: Outcome, tmp_path: Path
) -> None:
    rules = replace(messy.definition.rules, rehearsal=False)
    outcome = replace(messy, definition=replace(messy.definition, rules=rules))
    book = load_workbook(write(outcome, tmp_path / "a.xlsx", draft=False))
    assert not any("[" in sheet["A1"].value for sheet in book.worksheets)


def test_the_cells_of_an_interim_book_are_named(
    write: Write, sample: Outcome, seals: tuple[SealState, ...], tmp_path: Path
) -> None:
    service, team = sample.services[3], sample.definition.evaluators
    indicator = service.indicators[2].indicator
    changed = (
        (team[0].uid, service.service.uid, indicator.uid, "score"),
        (team[0].uid, service.service.uid, service.service.uid, "opinion"),
    )
    interim = (replace(seals[0], differing=changed), *seals[1:])
    book = load_workbook(write(sample, tmp_path / "a.xlsx", seals=interim, draft=True))
    assert "E1 김가상 : 봉인 뒤 바뀐 칸 2개(4번 C3 점수, 4번 종합 의견)" in texts(book, "요약")


def test_who_waits_for_what_is_listed(write: Write, messy: Outcome, tmp_path: Path) -> None:
    book = load_workbook(write(messy, tmp_path / "a.xlsx", draft=True))
    rows = list(book["미완료·제외"].iter_rows(min_row=5, values_only=True))
    recused = [row for row in rows if row[2] in ("제척", "기피", "회피")]
    waiting = {row.service.number for row in messy.services if row.total is None}
    assert {row[0] for row in rows if row not in recused} == waiting
    assert len(recused) == len(messy.recusals) > 0
    assert (13, "평가제외", "운영 1년 미만") in {(row[0], row[2], row[5]) for row in rows}


def test_nothing_counted_is_a_report_too(write: Write, messy: Outcome, tmp_path: Path) -> None:
    services = tuple(
        replace(row, verdict=Verdict.INCOMPLETE, sections=None, total=None, rank=None)
        for row in messy.services
    )
    empty = replace(
        messy, services=services, counted=0, average=None, share=None, below=(), findings=()
    )
    book = load_workbook(write(empty, tmp_path / "a.xlsx", draft=True))
    assert "평가점수 : 집계된 사무가 없어 평균을 내지 않음" in texts(book, "요약")
    nothing = replace(empty, services=(), strays=())
    assert load_workbook(write(nothing, tmp_path / "b.xlsx", draft=True)).sheetnames[-1] == "검증"


def test_the_public_edition_holds_what_the_city_publishes_and_no_more(
    write: Write, sample: Outcome, seals: tuple[SealState, ...], tmp_path: Path
) -> None:
    path = write(sample, tmp_path / "a.xlsx", audience=Audience.PUBLIC)
    assert load_workbook(path).sheetnames == PUBLIC
    with zipfile.ZipFile(path) as archive:
        parts = (archive.read(name).decode() for name in archive.namelist())
        everything = "\n".join(map(unescape, parts))  # a writer may spell Hangul as &#…;
        others = ("comment", "drawing", "chart")
        assert not [name for name in archive.namelist() if any(one in name for one in others)]
    assert "평가점수 : 평균 75.67점" in everything
    secrets = [f"{row.total}" for row in sample.services]
    secrets += [f"{points}" for row in sample.services for points in (row.sections or {}).values()]
    secrets += [seal.evaluator.name for seal in seals]
    secrets += [f">{seal.evaluator.code}" for seal in seals]
    secrets += [row.text for row in sample.findings if row.kind == "opinion"]
    secrets += ["7K4F", "순위 :", "평가위원별", 'state="hidden"', "기준과의", "판정"]
    secrets += ['hidden="1"', "<hyperlink", "conditionalFormatting", "접수코드", "도표"]
    uids = {seal.evaluator.uid for seal in seals} | {row.uid for row in sample.findings}
    said = {head[0] for row in all_marks(sample) for heads in row.origins for head in heads}
    assert len(said) > 100
    secrets += [one.hex() for one in uids | said]
    assert [secret for secret in secrets if secret in everything] == []


def test_findings_stand_under_their_service(internal: Workbook, sample: Outcome) -> None:
    column = column_of(internal, "사무별 주요성과 및 과제", 1, "B")
    listed = [value[2:] for value in column if isinstance(value, str) and value.startswith("- ")]
    assert listed == [row.text for row in sample.findings if row.kind != "opinion"]
    heads = column_of(internal, "사무별 주요성과 및 과제", 1, "A")
    assert f"② {sample.services[1].service.name}" in heads


@pytest.mark.parametrize("audience", list(Audience))
def test_hostile_texts_stay_texts(
    write: Write,
    hostile_round: Callable[[list[str]], Outcome],
    hostile: list[str],
    tmp_path: Path,
    audience: Audience,
) -> None:
    outcome = hostile_round(hostile)
    path = write(outcome, tmp_path / "a.xlsx", draft=True, audience=audience)
    book = load_workbook(path)
    for sheet in book.worksheets:
        if sheet.title != "검증":
            kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
            assert kinds <= {"s", "n", "inlineStr"}
    said = texts(book, "사무별 주요성과 및 과제")
    if audience is Audience.INTERNAL:
        assert "=cmd|' /C calc'!A0" in said
        written = "".join(column_of(book, "사무별 주요성과 및 과제", 4, "B"))
        assert "".join(written.split()).count("가나다") == 3 * 10_000
    cells = [c for row in book["사무별 주요성과 및 과제"].iter_rows() for c in row if c.value]
    assert all(cell.quotePrefix for cell in cells)


def test_what_the_lead_writes_stays_text_too(
    write: Write, sample: Outcome, hostile: list[str], tmp_path: Path
) -> None:
    first, *others = sample.services
    assert first.total is not None
    given = tuple(
        Adjustment(bytes([at]) * 16, Decimal("0.5"), text, text, 0, bytes([at]) * 32)
        for at, text in enumerate(hostile, start=1)
    )
    whole = Decimal("0.5") * len(given)
    richer = replace(
        first, adjustments=given, adjusted=whole, total=min(first.total + whole, Decimal(100))
    )
    passages = tuple(
        Passage(bytes([at]) * 16, first.service.uid, "achievement", text, (), b"p" * 32)
        for at, text in enumerate(hostile, start=1)
    )
    rules = replace(sample.definition.rules, title="&L&P =1+1 R&D 평가")
    outcome = replace(
        sample,
        definition=replace(sample.definition, rules=rules),
        services=(richer, *others),
        passages=passages,
    )
    book = load_workbook(write(outcome, tmp_path / "a.xlsx", draft=True))
    for sheet in book.worksheets:
        if sheet.title != "검증":
            kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
            assert kinds <= {"s", "n", "inlineStr"}
        assert sheet.oddHeader.left.text.endswith("&&L&&P =1+1 R&&D 평가")
    for name in ("가감점", "사무별 주요성과 및 과제"):
        said = "\n".join(texts(book, name))
        for text in (hostile[0], "+1", "@x", "탭\t앞", "널\ufffd\ufffd\ufffd끝", "이름[]:*?/\\"):
            assert text in said or text.replace("\t", " ") in said


def refused(write: Write, outcome: Outcome, target: Path) -> str:
    before = {path: path.read_bytes() for path in target.parent.glob("*") if path.is_file()}
    with pytest.raises(ExportError) as caught:
        write(outcome, target)
    assert caught.value.exit_code == 5
    after = {path: path.read_bytes() for path in target.parent.glob("*") if path.is_file()}
    assert after == before
    for language in LANGUAGES:
        assert target.name in sentence_of(caught.value, language)
    return caught.value.key


def test_a_target_that_cannot_be_written_is_refused(
    write: Write, messy: Outcome, tmp_path: Path
) -> None:
    assert refused(write, messy, tmp_path / "없음" / "a.xlsx") == "report_no_folder"
    (tmp_path / "folder.xlsx").mkdir()
    assert refused(write, messy, tmp_path / "folder.xlsx") == "report_not_a_file"
    file = tmp_path / "file"
    file.write_text("x")
    assert refused(write, messy, file / "a.xlsx") == "report_no_folder"
    link = tmp_path / "link.xlsx"
    link.symlink_to(tmp_path / "없는 폴더" / "b.xlsx")
    with pytest.raises(ExportError) as caught:
        write(messy, link)
    assert caught.value.values["folder"] == str(tmp_path / "없는 폴더")
    kept = tmp_path / "kept.xlsx"
    kept.write_text("old")
    kept.chmod(0o444)
    assert refused(write, messy, kept) == "report_read_only"


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (PermissionError(errno.EACCES, "in use"), "report_locked"),
        (OSError(errno.ENOSPC, "full"), "report_disk_full"),
        (OSError(errno.EIO, "broken"), "report_unwritable"),
    ],
)
def test_a_failure_at_the_last_moment_keeps_the_old_file(
    write: Write,
    messy: Outcome,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    key: str,
) -> None:
    def fails(*_: object) -> None:
        raise error

    target = tmp_path / "a.xlsx"
    target.write_text("old")
    monkeypatch.setattr(os, "replace", fails)
    assert refused(write, messy, target) == key
    assert target.read_text() == "old"


def test_a_full_disk_leaves_no_trace(
    write: Write, messy: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    assert refused(write, messy, tmp_path / "a.xlsx") == "report_disk_full"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_a_disk_that_fills_up_within_the_archive_is_told(
    write: Write, messy: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "_draft_beside", lambda _: nullcontext(Path("/dev/full")))
    assert refused(write, messy, tmp_path / "a.xlsx") == "report_disk_full"
    gc.collect()  # whatever was left open would complain here


def test_rows_made_again_for_the_read_back_are_written_as_those_that_are_held(
    write: Write, messy: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = write(messy, tmp_path / "a.xlsx")
    monkeypatch.setattr(workbook, "_HELD", 0)
    again = write(messy, tmp_path / "b.xlsx")
    with zipfile.ZipFile(held) as one, zipfile.ZipFile(again) as other:
        assert one.namelist() == other.namelist()
        parts = [name for name in one.namelist() if name != "docProps/core.xml"]
        assert [one.read(name) for name in parts] == [other.read(name) for name in parts]


def test_writing_again_replaces_the_old_report(
    write: Write, messy: Outcome, tmp_path: Path
) -> None:
    target = tmp_path / "a.xlsx"
    target.write_text("old")
    assert write(messy, target) == target
    assert load_workbook(target).sheetnames[-1] == "검증"
    assert list(tmp_path.iterdir()) == [target]


class Stop:
    """Asks to stop at a report of its choice."""

    def __init__(self, moment: int) -> None:
        self.left = moment

    def __call__(self, done: int, total: int, doing: str) -> None:
        self.left -= 1
        if not self.left:
            raise Cancelled


def test_stopping_at_any_moment_leaves_nothing(
    write: Write, messy: Outcome, tmp_path: Path, spared: Path
) -> None:
    reports: list[tuple[int, int, str]] = []
    write(messy, tmp_path / "whole.xlsx", progress=lambda *report: reports.append(report))
    (tmp_path / "whole.xlsx").unlink()
    done = [report[0] for report in reports]
    assert done == sorted(done)
    assert reports[-1][0] == reports[-1][1]
    for moment in (1, 2, len(reports) // 2, len(reports) - 1, len(reports)):
        stop = Stop(moment)
        with pytest.raises(Cancelled):
            write(messy, tmp_path / "a.xlsx", progress=stop)
        assert list(tmp_path.iterdir()) == []
    assert list(spared.iterdir()) == []
