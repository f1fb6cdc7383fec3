"""Every refusal that was promised to be told, made for real by command line, in both languages.

Each row is a situation that people meet: files are spoiled, forged, held or put in the wrong
place, then one command is run. What it says must be exactly the sentences of the catalogue that
are named, every one of them finished, and no file may have changed. Situations that only a window
or a failing machine brings about are tried where those are (``docs/reliability.md`` says where).
"""

from __future__ import annotations

import re
import shutil
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.hostile.workbook_kinds import KINDS
from tests.hostile.workbook_parts import workbook
from tests.journeys.command_line import done, nothing_changes, require_plain, scorebench
from tests.journeys.conftest import small
from tests.journeys.marks import drawn
from tests.journeys.rounds import (
    Round,
    new_round,
    tables_for,
    write_definition,
    write_scores,
)
from tests.journeys.spoiled_books import MARK, SPOILED
from tests.journeys.test_locked import held
from tests.workbench.merging.forging import database, rewritten, with_value
from workbench.sentences import LANGUAGES, catalog

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

Words = tuple[object, ...]
ROOT = Path(__file__).parents[2]
FINISHED = re.compile(r"[.?!](?=\s|$)")
OVER_A_BOOK = 64 * 1024 * 1024 + 1
"""One byte more than any score book may have."""


@dataclass(frozen=True)
class Refusal:
    """What is done to a scored round, and the sentences that the command must then say."""

    make: Callable[[Round], Words]
    says: tuple[str, ...]
    code: int = 3
    beside: Callable[[Round], AbstractContextManager[object]] | None = None
    """What goes on while the command runs."""
    changes: bool = False
    """A merge that is told about, not refused: the round takes what it can."""


def spoiled(how: str) -> Callable[[Round], Words]:
    def make(made: Round) -> Words:
        SPOILED[how](made.books["E1"])
        return "merge", made.path, made.books["E1"]

    return make


def fresh(made: Round, name: str, *rows: Words, seal: bool = True) -> Path:
    """A copy of E1's book in a folder of its own, where somebody went on working."""
    copy = made.folder / name / made.books["E1"].name
    copy.parent.mkdir()
    shutil.copyfile(made.books["E1"], copy)
    done("enter", copy, write_scores(made.folder / f"{name}.csv", rows))
    if seal:
        done("seal", copy)
    return copy


def renamed_round(made: Round) -> Words:
    return "merge", made.path, shutil.copy(made.path, made.folder / "평가표.score")


def forged_value(made: Round) -> Words:
    rewritten(made.books["E1"], with_value("score", "40.5"))
    return "merge", made.path, made.books["E1"]


def forged_owner(made: Round) -> Words:
    rewritten(made.books["E1"], lambda rows: [row._replace(owner=bytes(16)) for row in rows[:1]])
    return "merge", made.path, made.books["E1"]


def entry_removed(made: Round) -> Words:
    """The last entry taken out with all that points to it, so that only the seal misses it."""
    with database(made.books["E1"]) as raw:
        for table, column in (
            ("seal_head", "revision"),
            ("head", "revision"),
            ("revision", "number"),
        ):
            raw.execute(f"DELETE FROM {table} WHERE {column} = (SELECT max(number) FROM revision)")
    return "merge", made.path, made.books["E1"]


def unsealed(made: Round) -> Words:
    other = new_round(made.folder / "봉인 전", tables_for("80.00"))
    marks = [(1, "C1", "score", 30), (1, "I1", "score", 40), (1, "S1", "score", 10)]
    other.enter({"E1": marks}, seal=False)
    other.merge()
    return "export", other.path, "-o", made.folder / "보고.xlsx"


def other_round(made: Round) -> Words:
    other = new_round(made.folder / "다른 회차", small())
    return "merge", made.path, other.books["E1"]


def other_rules(made: Round) -> Words:
    """The round is an older copy: it does not know the rules the book was given since."""
    older = shutil.copy(made.path, made.folder / "옛 사본.round")
    tables = made.tables | {"round": [*made.tables["round"], {"key": "cut", "value": "70"}]}
    tables["round"] = [row for row in tables["round"] if row != {"key": "cut", "value": "75"}]
    source = write_definition(made.folder / "새 정의", tables)
    done("update", made.path, source, "--reason", "위원회 의결")
    given = done("hand-out", made.path, "--to", made.folder / "갱신")["books"]
    (update,) = (row["file"] for row in given if row["evaluator"] == "E1")
    done("update", made.books["E1"], update)
    return "merge", older, made.books["E1"]


def off_the_roster(made: Round) -> Words:
    """Nobody whose book is under way can be taken off the roster, so no book comes from nowhere."""
    tables = made.tables | {
        "evaluators": [row for row in made.tables["evaluators"] if row["code"] != "E2"],
        "assignments": [
            row | {"evaluator": "E1", "sections": "individual"} if row["evaluator"] == "E2" else row
            for row in made.tables["assignments"]
        ],
    }
    source = write_definition(made.folder / "새 정의", tables)
    return "update", made.path, source, "--reason", "위촉 해제"


def assigned_to_another(made: Round) -> Words:
    words = "--leaving", "E2", "--arriving", "E9", "--name", "정대신", "--standing", "회피"
    done("replace", made.path, *words, "--reason", "질병", "--to", made.folder / "새 책")
    return "merge", made.path, made.books["E2"]


def older_again(made: Round) -> Words:
    """The newer book came first: the older one brings nothing, and its marks count nowhere."""
    done("merge", made.path, fresh(made, "오늘", (3, "C1", "score", "1.5")))
    older = done("merge", made.path, made.books["E1"])["files"]
    assert [(row["status"], row["new"]) for row in older] == [("merged", 0)]
    return "merge", made.path, made.books["E1"]


def again(made: Round) -> Words:
    made.merge("E1")
    return "merge", made.path, made.books["E1"]


def two_ways(made: Round) -> Words:
    one = fresh(made, "집", (3, "C1", "score", "1.5"))
    other = fresh(made, "사무실", (3, "C1", "score", "2.5"))
    return "merge", made.path, one, other, made.books["E2"], made.books["Q1"]


def two_ways_final(made: Round) -> Words:
    assert scorebench(*two_ways(made)).code == 4
    return "export", made.path, "-o", made.folder / "보고.xlsx"


def changed_since(made: Round) -> Words:
    made.merge("E1", "E2", "Q1")
    done("merge", made.path, fresh(made, "고침", (3, "C1", "score", "1.5"), seal=False))
    return "export", made.path, "-o", made.folder / "보고.xlsx"


def too_big(made: Round) -> Words:
    with made.books["E1"].open("r+b") as book:
        book.truncate(OVER_A_BOOK)
    return "merge", made.path, made.books["E1"]


def own_damaged(made: Round) -> Words:
    SPOILED["cut in the middle"](made.path)
    return "results", made.path


def own_heads_wrong(made: Round) -> Words:
    made.merge("E1")
    with database(made.path) as raw:
        raw.execute("DELETE FROM head WHERE revision = (SELECT max(revision) FROM head)")
    return "check", made.path


def foreign_log_beside(made: Round) -> Words:
    made.path.with_name(f"{made.path.name}-wal").write_bytes(b"\x37\x7f\x06\x82" * 100)
    return "results", made.path


def definition(kind: str) -> Callable[[Round], Words]:
    def make(made: Round) -> Words:
        source = made.folder / "정의.xlsx"
        sound = workbook({"round": [["key", "value"]]}, "round")
        source.write_bytes(next(row for row in KINDS if row.name == kind).make(sound))
        return "new", made.folder / "새.round", "--definition", source

    return make


def typed(value: str) -> Callable[[Round], Words]:
    def make(made: Round) -> Words:
        table = write_scores(made.folder / "점수.csv", [(3, "C1", "score", value)])
        return "enter", made.books["E1"], table

    return make


def report_onto(place: Callable[[Path], None]) -> Callable[[Round], Words]:
    def make(made: Round) -> Words:
        target = made.folder / "보고.xlsx"
        place(target)
        return "export", made.path, "--draft", "-o", target

    return make


def read_only(target: Path) -> None:
    target.write_bytes(b"older")
    target.chmod(0o444)


OPEN = ("export_closed",)
REFUSALS: dict[str, Refusal] = {
    "NOT_OUR_FILE": Refusal(spoiled("a text renamed"), ("not_our_file",)),
    "NOT_OUR_FILE, a round": Refusal(renamed_round, ("book_wanted",)),
    "EMPTY": Refusal(spoiled("empty"), ("file_empty",)),
    "DAMAGED": Refusal(spoiled("cut in the middle"), ("store_damaged",)),
    "NEWER_VERSION": Refusal(spoiled("a newer schema"), ("newer_version",)),
    "NOT_EXPORTED": Refusal(spoiled("write-ahead mode"), ("book_rearranged",)),
    "FOREIGN_STRUCTURE": Refusal(spoiled("a trigger"), ("foreign_structure",)),
    "BAD_CONTENT": Refusal(forged_value, ("bad_content",)),
    "BAD_CONTENT, of another": Refusal(forged_owner, ("foreign_cells",)),
    "LOG_BROKEN": Refusal(entry_removed, ("history_broken",)),
    "LOG_BROKEN, altered": Refusal(spoiled("a time changed"), ("history_broken",)),
    "NOT_SEALED": Refusal(unsealed, (*OPEN, "closed_unsealed"), 4),
    "CHANGED_AFTER_SEAL": Refusal(changed_since, (*OPEN, "closed_changed"), 4),
    "CHANGED_AFTER_SEAL, by a tool": Refusal(
        spoiled("a mark changed by a hex editor"), ("history_broken",)
    ),
    "OTHER_PROJECT": Refusal(other_round, ("other_round",), 4),
    "OTHER_PROJECT, other rules": Refusal(other_rules, ("version_unknown",), 4),
    "NOT_IN_ROSTER": Refusal(off_the_roster, ("change_book_owner",), 2),
    "NOT_IN_ROSTER, replaced": Refusal(assigned_to_another, ("merging_recused",), 0, changes=True),
    "OLD_REVISION": Refusal(older_again, ("merge_nothing_new",), 0),
    "ALREADY": Refusal(again, ("merge_nothing_new",), 0),
    "CONFLICT": Refusal(two_ways, ("merge_futures",), 4, changes=True),
    "CONFLICT, not settled": Refusal(two_ways_final, (*OPEN, "closed_futures"), 4),
    "TOO_BIG": Refusal(too_big, ("file_too_big",)),
    "NOT_A_FILE": Refusal(spoiled("a folder"), ("folder_no_book",)),
    "NOT_A_FILE, a link": Refusal(spoiled("a link"), ("not_a_file",)),
    "LOCKED": Refusal(
        lambda made: ("merge", made.path, made.books["E1"]),
        ("store_held",),
        beside=lambda made: held(made.path),
    ),
    "REPLACE_BLOCKED": Refusal(report_onto(read_only), ("report_read_only",), 5),
    "DOC_DAMAGED": Refusal(own_damaged, ("store_damaged",)),
    "DOC_DAMAGED, derived": Refusal(own_heads_wrong, ("derived_state_wrong",)),
    "DOC_DAMAGED, beside": Refusal(foreign_log_beside, ("store_beside",)),
    "XLSX_UNSAFE": Refusal(
        definition("entity_of_a_file"), ("definition_unfit", "definition_book_unsafe"), 2
    ),
    "XLSX_PROTECTED": Refusal(
        definition("password"), ("definition_unfit", "definition_book_protected"), 2
    ),
    "SCORE_INPUT": Refusal(typed("33"), ("entry_unfit", "score_too_high"), 2),
    "SCORE_INPUT, no number": Refusal(typed("일곱"), ("entry_unfit", "number_unfit"), 2),
    "SCORE_INPUT, off the step": Refusal(typed("7.25"), ("entry_unfit", "score_off_step"), 2),
}
"""By code of the table in docs/reliability.md."""

TRIED_ELSEWHERE: dict[str, tuple[str, ...]] = {
    "TIMEOUT / CRASH": (
        "tests/workbench/outside/test_failing_children.py::test_a_child_that_hangs_is_ended",
        "tests/workbench/outside/test_failing_children.py::test_a_lost_child_is_a_refusal",
    ),
    "DISK_FULL / IO": (
        "tests/journeys/test_full_disk.py::test_a_merge_is_whole_or_not_there",
        "tests/ui/scoring/test_full_disk.py::test_a_full_disk_is_told_until_it_takes_again",
        "tests/journeys/test_struck_typing.py"
        "::test_what_the_disk_refuses_stays_on_the_screen_and_is_told",
    ),
    "SYNC_FOLDER": (
        "tests/ui/placing/test_notices.py"
        "::test_a_working_copy_is_offered_made_and_opened_by_keyboard",
    ),
    "RECOVERED": (
        "tests/ui/placing/test_notices.py::test_after_a_crash_every_stored_mark_is_checked_and_told",
    ),
    "DOC_DAMAGED": (
        "tests/ui/backups/test_rescue_page.py"
        "::test_the_newest_sound_backup_is_offered_and_opens_as_a_new_file",
    ),
    "TEXT_CHANGED": ("tests/workbench/test_text.py::test_nothing_dangerous_gets_through_the_door",),
}
"""What only a window, a child process or a failing disk brings about, and where that is tried."""

DOES_NOT_APPLY = {
    "UNKNOWN_KEY": "books carry no keys: a seal is a hash whose code the evaluator says",
    "PROGRAM_TOO_OLD": "the engine comes with the program, which does not start on another",
}
CODES = frozenset(
    """
    NOT_OUR_FILE  EMPTY  DAMAGED  NEWER_VERSION  NOT_EXPORTED  FOREIGN_STRUCTURE  BAD_CONTENT
    LOG_BROKEN  NOT_SEALED  CHANGED_AFTER_SEAL  UNKNOWN_KEY  OTHER_PROJECT  NOT_IN_ROSTER
    OLD_REVISION  ALREADY  CONFLICT  TOO_BIG  TIMEOUT / CRASH  NOT_A_FILE  PROGRAM_TOO_OLD  LOCKED
    DISK_FULL / IO  REPLACE_BLOCKED  SYNC_FOLDER  RECOVERED  DOC_DAMAGED  XLSX_UNSAFE
    XLSX_PROTECTED  TEXT_CHANGED  SCORE_INPUT
    """.strip()
    .replace("\n", "  ")
    .split("  ")
) - {"", "    "}
OF_A_LIST = {"merging_recused"}
"""Says of one cell in a list why it does not count; the list says the rest."""
UNDER_A_HEAD = {"entry_unfit", "definition_unfit", "export_closed"}
"""Sentences with lines of their own below them, which need not all be of the row."""
SAID = sorted({key for row in REFUSALS.values() for key in row.says} - OF_A_LIST)


@pytest.fixture(scope="module")
def _scored(tmp_path_factory: pytest.TempPathFactory) -> Round:
    made = new_round(tmp_path_factory.mktemp("refused") / "회차", small())
    typed = drawn(made.tables, 11, texts=True)
    typed["E1"].append((3, "C1", "score", MARK))
    made.enter({code: _last_of_each(rows) for code, rows in typed.items()})
    return made


def _last_of_each(rows: list[Any]) -> list[Any]:
    """The rows without those that a later one says otherwise; a finding is a list of its own."""
    by_cell = {row[:3] if row[1] else (at, *row[:3]): row for at, row in enumerate(rows)}
    return list(by_cell.values())


@pytest.fixture
def scored(_scored: Round, tmp_path: Path) -> Round:
    """The small round with its three sealed books, nothing merged."""
    folder = tmp_path / "회차"
    shutil.copytree(_scored.folder, folder)
    books = {
        code: folder / path.relative_to(_scored.folder) for code, path in _scored.books.items()
    }
    return Round(folder, _scored.tables, books)


_PARTICLES = re.compile(r"([가-힣])\\\(([가-힣])\\\)")
_LINKS = re.compile(r"\\\((으|이)\\\)")
"""Both particles of a sentence, of which one is said."""


def pattern(key: str, language: str, place: str = ".+?") -> re.Pattern[str]:
    """The finished sentence of ``key``, whatever stands in its places (``place``)."""
    plain = re.split(r"\{\w+\}", catalog(language)[key])
    said = place.join(map(re.escape, plain))
    return re.compile(_PARTICLES.sub(r"(?:\1|\2|\1\(\2\))", _LINKS.sub(r"(?:\(\1\)|\1)?", said)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", REFUSALS)
def test_what_is_refused_is_told_and_nothing_changes(
    scored: Round, name: str, language: str
) -> None:
    row = REFUSALS[name]
    words = row.make(scored)
    watched = nullcontext() if row.changes else nothing_changes(scored.folder)
    with row.beside(scored) if row.beside else nullcontext(), watched:
        answer = scorebench(*words, "--lang", language, as_text=True)
    assert answer.code == row.code, answer
    told = answer.complaints if answer.err else answer.out.splitlines()
    for key in row.says:
        assert [line for line in told if pattern(key, language).search(line)], (key, told)
    if answer.err:
        require_plain(told)
        assert len(told) == len(row.says) or row.says[0] in UNDER_A_HEAD


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", SAID)
def test_a_refusal_says_what_happened_and_what_to_do(key: str, language: str) -> None:
    sentence = catalog(language)[key]
    assert len(FINISHED.findall(sentence)) >= 2, sentence


def test_every_code_of_the_table_is_tried_or_has_its_reason() -> None:
    made = {name.partition(",")[0] for name in REFUSALS}
    assert made | TRIED_ELSEWHERE.keys() | DOES_NOT_APPLY.keys() == CODES
    for place in (place for places in TRIED_ELSEWHERE.values() for place in places):
        path, _, name = place.partition("::")
        assert f"\ndef {name}(" in (ROOT / path).read_text(encoding="utf-8"), place
