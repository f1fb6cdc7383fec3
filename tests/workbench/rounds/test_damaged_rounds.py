"""The lead's own file, damaged or edited: an error or a finding of ``check``, never a bug."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from models.errors import AppError, StoreError
from tests.workbench.merging.forging import PAGE, database, execute
from tests.workbench.rounds.small_round import derived_state
from workbench.checking import check_file
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench


def state_of(path: Path) -> tuple | None:
    """The derived state, None where opening or reading is refused."""
    try:
        return derived_state(path)
    except AppError:
        return None


def test_a_whole_round_is_in_order(round_copy: Path, merged_bench: Bench) -> None:
    before = round_copy.read_bytes()
    assert check_file(round_copy) == ()
    assert derived_state(round_copy)[3] == []  # a final export is open
    assert round_copy.read_bytes() == before


def test_a_flipped_bit_is_an_error_or_found_by_check_or_changes_nothing(
    round_copy: Path, request: pytest.FixtureRequest
) -> None:
    image = round_copy.read_bytes()
    genuine = state_of(round_copy)
    rng = random.Random(len(image))
    for _ in range(3000 if request.config.getoption("--long") else 200):
        at, bit = rng.randrange(len(image)), 1 << rng.randrange(8)
        round_copy.write_bytes(image[:at] + bytes([image[at] ^ bit]) + image[at + 1 :])
        state = state_of(round_copy)
        assert state == genuine or check_file(round_copy) != (), (at, bit)
        assert state is None or state[:2] == genuine[:2], (at, bit)


def test_pages_lost_or_swapped_are_found(round_copy: Path) -> None:
    image = round_copy.read_bytes()
    genuine = state_of(round_copy)
    pages = [image[at : at + PAGE] for at in range(0, len(image), PAGE)]
    for at in range(len(pages)):
        for other in (bytes(PAGE), pages[at - 1]):
            round_copy.write_bytes(b"".join([*pages[:at], other, *pages[at + 1 :]]))
            assert state_of(round_copy) == genuine or check_file(round_copy) != ()


MARK = (
    "(SELECT h.revision FROM head h JOIN revision r ON r.number = h.revision"
    " WHERE r.field = 'score' LIMIT 1)"
)
EDITS = {
    "a mark": (f"UPDATE revision SET value = '40' WHERE number = {MARK}", "history_broken"),
    "an old mark": (
        "UPDATE revision SET value = '29' WHERE number NOT IN (SELECT revision FROM head)",
        "history_broken",
    ),
    "a text": ("UPDATE revision SET value = '다른 글' WHERE field = 'opinion'", "history_broken"),
    "who gave a mark": (
        f"UPDATE revision SET author = zeroblob(16) WHERE number = {MARK}",
        "history_broken",
    ),
    "when it was given": ("UPDATE revision SET made_at = 0", "history_broken"),
    "a head less": (f"DELETE FROM head WHERE revision = {MARK}", "derived_state_wrong"),
    "an old mark as a head": (
        "INSERT INTO head SELECT number FROM revision WHERE number NOT IN"
        " (SELECT revision FROM head) LIMIT 1",
        "derived_state_wrong",
    ),
    "an import withdrawn": (
        'UPDATE "import" SET withdrawn = 1 WHERE number = 3',
        "derived_state_wrong",
    ),
    "an import that brought less": (
        'DELETE FROM import_revision WHERE "import" = 3',
        "history_broken",
    ),
    "another import": (
        'UPDATE "import" SET digest = zeroblob(32) WHERE number = 1',
        "history_broken",
    ),
    "a seal less": ("DELETE FROM import_seal", "history_broken"),
    "a seal over something else": (
        "UPDATE seal_head SET revision = revision + 1 WHERE revision = (SELECT max(revision)"
        " FROM seal_head WHERE seal = 1) AND seal = 1",
        "history_broken",
    ),
    "when it was sealed": ("UPDATE seal SET sealed_at = sealed_at - 1", "history_broken"),
    "a part of the definition": (
        'UPDATE part SET body = replace(body, \'"cut":"75"\', \'"cut":"70"\')',
        "history_broken",
    ),
    "a part less": (
        "DELETE FROM part WHERE hash = (SELECT min(hash) FROM part)",
        "history_broken",
    ),
    "another version": ("UPDATE definition SET hash = zeroblob(32)", "history_broken"),
    "what happened": ("UPDATE event SET detail = '{}' WHERE number = 2", "history_broken"),
    "when it happened": ("UPDATE event SET at = at + 1 WHERE number = 1", "history_broken"),
    "the last that happened": (
        "DELETE FROM event WHERE number = 2",
        "history_broken",
    ),
    "a book of another": ("UPDATE book SET uid = owner", "history_broken"),
    "the lead": (
        "UPDATE document SET value = 'nobody' WHERE key = 'lead'",
        "store_damaged",
    ),
    "no version in force": (
        "DELETE FROM document WHERE key = 'definition'",
        "store_damaged",
    ),
    "another version in force": (
        "UPDATE document SET value = hex(zeroblob(32)) WHERE key = 'definition'",
        "store_damaged",
    ),
    "a reference to nothing": ("INSERT INTO head VALUES (4711)", "store_damaged"),
    "a trigger": (
        "CREATE TRIGGER t AFTER INSERT ON head BEGIN DELETE FROM event; END",
        "foreign_structure",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_with_any_sqlite_tool_is_found(round_copy: Path, name: str) -> None:
    statement, key = EDITS[name]
    genuine = round_copy.read_bytes()
    execute(round_copy, statement)
    assert round_copy.read_bytes() != genuine
    assert key in {problem.key for problem in check_file(round_copy)}


def test_a_mark_changed_behind_our_back_never_becomes_a_result(round_copy: Path) -> None:
    execute(round_copy, EDITS["a mark"][0])
    assert state_of(round_copy) is None


def test_a_round_without_its_hidden_rows_is_not_in_order(round_copy: Path) -> None:
    with database(round_copy) as raw:
        raw.execute(
            "UPDATE revision SET owner = zeroblob(16) WHERE number NOT IN"
            " (SELECT revision FROM head)"
        )
    assert check_file(round_copy) != ()


def test_no_export_rests_on_an_edited_head_table(round_copy: Path, tmp_path: Path) -> None:
    execute(round_copy, "DELETE FROM head WHERE revision = (SELECT max(revision) FROM head)")
    for is_draft in (False, True):
        with pytest.raises(StoreError) as refused, open_round(round_copy, read_only=True) as desk:
            desk.export(tmp_path / "report.xlsx", draft=is_draft)
        assert refused.value.key == "derived_state_wrong"
    assert not (tmp_path / "report.xlsx").exists()
