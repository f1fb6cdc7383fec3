"""Edits that are not applied yet outlive a crash, and change nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.definitions import set_fact
from workbench.checking import check_file
from workbench.errors import MergeError, StoreError
from workbench.rounds.desk import open_round
from workbench.rounds.finality import FACT as FINAL
from workbench.setup.draft import FACT, keep_draft, stored_draft
from workbench.setup.reading import read_sheets
from workbench.setup.sheets import Sheets, sheets_of, with_round_text

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench


def test_a_draft_comes_back_with_everybody_in_it(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        assert stored_draft(desk) is None
        edited = with_round_text(sheets_of(desk.definition), "cut", "칠십")
        keep_draft(desk, edited)
    with open_round(bench.round) as desk:
        again = stored_draft(desk)
        assert again is not None
        assert read_sheets(with_round_text(again, "cut", "75")) == desk.definition
        assert again.rows.keys() == edited.rows.keys()
        keep_draft(desk, None)
        assert stored_draft(desk) is None
    assert check_file(bench.round) == ()


def test_an_unfit_and_empty_draft_is_kept_as_it_is(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        keep_draft(desk, Sheets({}))
        draft = stored_draft(desk)
        assert draft is not None
        assert draft.of("services") == ()


def test_a_final_round_keeps_no_draft(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        with desk.store.write() as connection:
            set_fact(connection, FINAL, "00")
        with pytest.raises(MergeError, match="round_final"):
            keep_draft(desk, None)


def test_a_draft_that_is_none_of_ours_is_said(bench: Bench) -> None:
    with open_round(bench.round) as desk:
        for text in ("[", "{}", '{"round": [["zz", "a", "b"]]}'):
            with desk.store.write() as connection:
                set_fact(connection, FACT, text)
            with pytest.raises(StoreError, match="store_damaged"):
                stored_draft(desk)
