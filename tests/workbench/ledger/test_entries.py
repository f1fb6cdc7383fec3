"""The history in words: every kind in both languages, and what happens when somebody alters it."""

from __future__ import annotations

import ast
import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from models.imports import events
from tests.workbench.ledger.conftest import complete
from tests.workbench.rounds.redefinitions import changed, put
from tests.workbench.rounds.small_round import derived_state, merged, sealed, typed
from workbench.adjusting.adjusting import adjust, take_back
from workbench.checking import check_file
from workbench.definition.terms import Standing
from workbench.errors import ExportError
from workbench.ledger.entries import KINDS, History, history
from workbench.ledger.exporting import export_history
from workbench.ledger.finalising import finalise, reopen
from workbench.ledger.objections import decide_objection, log_objection
from workbench.ledger.versions import issue_version
from workbench.ledger.withdrawing import withdraw
from workbench.measures.confirming import confirm_figures, drop_confirmation
from workbench.rounds.desk import open_round
from workbench.rounds.history import broken_link, record_event
from workbench.rounds.replacing import Arriving, replace_evaluator
from workbench.sentences import LANGUAGES, catalog, sentence_of
from workbench.settling.moderating import confirm, drop, moderate
from workbench.settling.settling import settle
from workbench.wording.passages import Line, word_passages

if TYPE_CHECKING:
    from models.imports import Event
    from tests.workbench.rounds.small_round import Bench

ROOT = Path(__file__).parents[3]
REASON = "=위원회, “확인”\n둘째 줄"


def read(bench: Bench) -> History:
    with open_round(bench.round, read_only=True) as desk:
        return history(desk)


def told(bench: Bench, kind: str, language: str = "ko") -> str:
    """Return the newest entry of ``kind`` as people read it."""
    (*_, row) = (row for row in read(bench).entries if row.kind == kind)
    return sentence_of(row.words, language)


@pytest.fixture(scope="module")
def eventful(fresh_bench: Bench, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """A round to which everything happened that can happen to one."""
    bench = fresh_bench.copied_to(tmp_path_factory.mktemp("eventful"))
    complete(bench)
    pair = bench.service(1), bench.indicator("C1")
    with open_round(bench.round) as desk:
        withdraw(desk, 2, REASON)
    merged(bench.round, bench.books["E2"])
    with open_round(bench.round) as desk:
        settle(desk, [(bench.cell("E2", 1, "C1", "score"), "21")], REASON)
        issue_version(desk, "이의신청 전")
        log_objection(desk, 1, "2024-07-01", "가나재단", "실적 누락")
        moderate(desk, pair, "30", REASON, ["김가상"])
        take_back(desk, adjust(desk, 1, "-0.5", REASON), REASON)
        word_passages(desk, bench.service(1), "achievement", [Line(b"l" * 16, "점검 노력 적절")])
    typed(bench.books["E1"], (1, "C1", "score", "31"))
    sealed(bench.books["E1"])
    merged(bench.round, bench.books["E1"])
    with open_round(bench.round) as desk:
        confirm(desk, [pair], REASON)
        drop(desk, pair, REASON)
        decide_objection(desk, 1, "rejected", REASON)
        issue_version(desk, "이의신청 뒤")
        desk.export(bench.path("보고서.xlsx"))
        finalise(desk)
        reopen(desk, REASON)
    changed(bench, lambda sheets: put(sheets, "evaluators", "E2", affiliation="가상학회"))
    with open_round(bench.round) as desk:
        replace_evaluator(
            desk,
            "E2",
            Arriving("E3", "박가상"),
            numbers=(5,),
            standing=Standing.RECUSED,
            reason=REASON,
            folder=bench.path("새 파일"),
        )
        arrived = next(row.uid for row in desk.definition.evaluators if row.code == "E3")
        figures = bench.service(1), bench.indicator("I1")
        confirm_figures(desk, [figures], arrived)
        drop_confirmation(desk, [figures], REASON)
    return bench


def test_everything_that_can_happen_is_told_in_both_languages(eventful: Bench) -> None:
    found = read(eventful)
    assert found.broken_at is None
    of_damage = {"repaired", "salvaged"}  # told by tests/workbench/salvaging
    assert {row.kind for row in found.entries} == set(KINDS) - of_damage
    for row in found.entries:
        for language in LANGUAGES:
            assert "{" not in sentence_of(row.words, language)
    notes = {"이의신청 전", "이의신청 뒤"}
    assert {row.reason for row in found.entries} == {"", REASON, "까닭"} | notes


def test_every_kind_that_the_program_records_is_one_it_can_tell() -> None:
    recorded = set()
    for path in (ROOT / "workbench").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record_event":
                recorded |= {one.value for one in node.args if isinstance(one, ast.Constant)}
    assert recorded
    assert recorded <= set(KINDS)
    for language in LANGUAGES:
        assert {f"event_{kind}" for kind in KINDS} <= catalog(language).keys()


def test_what_was_decided_is_named_with_its_place_and_value(eventful: Bench) -> None:
    assert told(eventful, "settled").endswith("E2 이가상 1 가상 센터 C1 점수 → 21")
    assert told(eventful, "moderated").endswith("1 가상 센터 C1 조정 평점 → 30")
    assert told(eventful, "objection_decided", "en").endswith("1 가상 센터, rejected")
    assert told(eventful, "exported").endswith("보고서.xlsx (내부용, 최종, 결과 제2판)")
    assert "recused" in told(eventful, "evaluator_replaced", "en")


def test_many_cells_are_named_in_part_and_counted_whole(bench: Bench) -> None:
    complete(bench)
    cells = [
        bench.cell("E1", number, "I1", field)
        for number in (1, 2, 5)
        for field in ("target", "actual")
    ]
    with open_round(bench.round) as desk:
        settle(desk, [(cell, "9") for cell in [*cells, bench.cell("E1", 1, "C1", "score")]], "까닭")
    words = told(bench, "settled")
    assert words.startswith("충돌 칸 7개를")
    assert words.count("→ 9") == 6
    assert words.endswith("그 밖에 1개")


def test_a_kind_of_a_later_program_is_told_by_its_name(bench: Bench) -> None:
    with open_round(bench.round) as desk, desk.store.write() as connection:
        record_event(connection, "projected", screen=2)
    assert "projected" in told(bench, "projected")


def altered(bench: Bench, number: int, **columns: object) -> None:
    """Change an entry as somebody would with a database program."""
    with closing(sqlite3.connect(bench.round)) as raw, raw:
        for name, value in columns.items():
            raw.execute(f"UPDATE event SET {name} = ? WHERE number = ?", (value, number))


@pytest.mark.parametrize(
    "columns",
    [
        {"at": 0},
        {"kind": "created"},
        {"kind": "issued"},
        {"detail": "{}"},
        {"detail": "[]"},
        {"detail": "보고서"},
        {"detail": '{"files": [{"evaluator": "E9", "file": "x", "new": 1, "receipt": null}]}'},
    ],
)
def test_an_altered_entry_is_named_and_the_rest_stays_readable(
    whole: Bench, columns: dict[str, object]
) -> None:
    before = derived_state(whole.round)
    with open_round(whole.round) as desk:
        issue_version(desk, "")
    altered(whole, 3, **columns)
    found = read(whole)
    assert found.broken_at == 3
    assert len(found.entries) == 4
    for row in found.entries:
        assert all(sentence_of(row.words, language) for language in LANGUAGES)
    assert [problem.key for problem in check_file(whole.round)] == ["history_broken"]
    assert derived_state(whole.round) == before  # the result rests on the journal, not on this


@given(st.data())
def test_whatever_byte_of_an_entry_is_changed_the_chain_breaks_there(
    eventful: Bench, data: st.DataObject
) -> None:
    found = entries_of(eventful)
    place = data.draw(st.integers(0, len(found) - 1))
    row = found[place]
    column = data.draw(st.sampled_from(["at", "kind", "detail", "hash"]))
    value = getattr(row, column)
    if isinstance(value, int):
        value ^= 1 << data.draw(st.integers(0, 40))
    elif isinstance(value, bytes):
        value = flipped(value, data)
    else:
        value = flipped(value.encode(), data).decode("utf-8", "backslashreplace")
    found[place] = row._replace(**{column: value})
    assert broken_link(found) == place + 1


def flipped(text: bytes, data: st.DataObject) -> bytes:
    at = data.draw(st.integers(0, len(text) - 1))
    return text[:at] + bytes([text[at] ^ (1 << data.draw(st.integers(0, 7)))]) + text[at + 1 :]


def entries_of(bench: Bench) -> list[Event]:
    with open_round(bench.round, read_only=True) as desk, desk.store.read() as connection:
        return events(connection)


@pytest.mark.parametrize("name", ["이력.csv", "이력.xlsx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_history_goes_out_whole_as_a_table(
    eventful: Bench, tmp_path: Path, name: str, language: str
) -> None:
    target = tmp_path / name
    target.write_bytes(b"an older table")
    with open_round(eventful.round, read_only=True) as desk:
        found = history(desk)
        assert export_history(desk, target, language) == target
    rows = table(target)
    assert len(rows) == len(found.entries) + 1
    for row, entry, event in zip(rows[1:], found.entries, entries_of(eventful), strict=True):
        number, at, kind, words, reason, hash_ = row
        assert (number, kind) == (str(entry.number), entry.kind)
        assert words == sentence_of(entry.words, language)
        assert reason.removeprefix("'") == entry.reason
        assert hash_ == event.hash.hex()
        assert at.startswith("20")
    assert rows[-1][5] == found.chain
    assert [path.name for path in tmp_path.iterdir()] == [name]


def table(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert not [cell for row in rows for cell in row if cell[:1] == "="]
        return rows
    (sheet,) = load_workbook(path)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    return [
        ["" if cell is None else str(cell) for cell in row]
        for row in sheet.iter_rows(min_row=4, values_only=True)
    ]


def test_a_table_never_replaces_a_round_or_a_book(bench: Bench) -> None:
    for path in (bench.round, bench.books["E1"]):
        before = path.read_bytes()
        with (
            open_round(bench.round, read_only=True) as desk,
            pytest.raises(ExportError, match="report_over_document"),
        ):
            export_history(desk, path, "ko")
        assert path.read_bytes() == before


def test_a_table_that_cannot_be_written_says_so(bench: Bench) -> None:
    for target in (bench.path("없는 폴더") / "이력.csv", bench.folder):
        with (
            open_round(bench.round, read_only=True) as desk,
            pytest.raises(ExportError) as refused,
        ):
            export_history(desk, target, "ko")
        assert refused.value.key == "history_unwritable"


def test_the_details_of_what_was_settled_name_revisions(eventful: Bench) -> None:
    (row,) = (row for row in read(eventful).entries if row.kind == "settled")
    (cell,) = row.detail["cells"]
    assert len(bytes.fromhex(cell["revision"])) == 32
    assert json.dumps(row.detail)  # plain values, as they stand in the file


def test_a_change_of_the_definition_is_told_in_the_readers_language(whole: Bench) -> None:
    from workbench.rounds.redefining import plan_change, redefine
    from workbench.setup.sheets import SheetRow, Sheets, sheets_of

    with open_round(whole.round) as desk:
        sheets = sheets_of(desk.definition)
        rows = [
            SheetRow(row.uid, dict(row.texts) | {"name": "새 이름"})
            if row.texts["number"] == "1"
            else row
            for row in sheets.rows["services"]
        ]
        changed = Sheets({**sheets.rows, "services": tuple(rows)})
        redefine(desk, plan_change(desk, changed), "이름이 바뀜")
        words = history(desk).entries[-1].words
    assert "새 이름" in sentence_of(words, "ko")
    english = sentence_of(words, "en")
    assert english.startswith("definition changed:")
    assert "이름" not in english.replace("새 이름", "")
