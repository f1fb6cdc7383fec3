"""What happened, what is withdrawn, what is final: by keyboard, on real rounds."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tests.workbench.rounds.small_round import merged
from ui.ledger.history_rows import _GROUPS, Group
from ui.round.nav import NavButton
from workbench.ledger.entries import history
from workbench.ledger.finalising import is_final
from workbench.ledger.telling import KINDS
from workbench.ledger.versions import issue_version
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench
    from ui.ledger.history_page import HistoryPage
    from ui.round.page import RoundPage

K = Qt.Key


@pytest.fixture
def page(open_in_window, whole: Bench) -> RoundPage:
    return open_in_window(whole.round)


@pytest.fixture
def shown(page: RoundPage, show) -> HistoryPage:
    return show(page, "history")


def rows(shown: HistoryPage) -> list[str]:
    model = shown.happened.table.rows
    return [model.index(row, 3).data() for row in range(model.rowCount())]


def lines(view) -> str:
    model = view.list.lines
    return "\n".join(model.index(row).data() for row in range(model.rowCount()))


def lock(page: RoundPage) -> str:
    (one,) = [one for one in page.findChildren(NavButton) if one.objectName() == "history"]
    return one.accessibleDescription()


@pytest.fixture
def ask_to_withdraw(keys, qtbot, take_keyboard) -> Callable[[HistoryPage], None]:
    """Ask by key to withdraw the newest import, and wait until the plan is shown."""

    def ask(shown: HistoryPage) -> None:
        shown.imports.table.setFocus()
        keys.press(K.Key_Return)
        qtbot.waitUntil(shown.withdrawal.isVisible)
        take_keyboard(shown)

    return ask


def test_everything_that_happened_stands_newest_first(shown: HistoryPage, whole: Bench) -> None:
    assert len(rows(shown)) == 4  # made, handed out, merged twice
    assert "E2" in rows(shown)[0]
    assert shown.window().focusWidget() is shown.happened.table
    assert shown.happened.table.key() == 4
    assert shown.happened.chain.copy.isVisible()


def test_chips_and_search_narrow_the_history(shown: HistoryPage, keys) -> None:
    shown.happened.chips[Group.IMPORTS].click()
    assert len(rows(shown)) == 2
    shown.happened.search.setFocus()
    keys.type("E1")
    assert len(rows(shown)) == 1
    assert "E1" in rows(shown)[0]
    keys.type("xyz")
    assert rows(shown) == []
    shown.happened._clear.click()
    assert len(rows(shown)) == 4


def test_a_search_finds_reasons_by_the_keys_typed(open_in_window, whole: Bench, show, keys) -> None:
    with open_round(whole.round) as desk:
        issue_version(desk, "이의신청 전")
    shown = show(open_in_window(whole.round), "history")
    shown.happened.search.setFocus()
    keys.commit("이의")
    assert len(rows(shown)) == 1
    assert "이의신청 전" in shown.happened._reason.text()


def test_withdrawing_is_seen_first_and_then_done(
    shown: HistoryPage, page: RoundPage, whole: Bench, keys, looked, ask_to_withdraw
) -> None:
    before = whole.round.read_bytes()
    ask_to_withdraw(shown)
    assert whole.round.read_bytes() == before
    said = lines(shown.withdrawal)
    assert "3 → 0" in said
    assert "72.25" in said
    assert said.index("1 가상 센터") < said.index("2 가상 공원")  # who crosses the cut stands first
    keys.press(K.Key_Return)
    assert shown.withdrawal.isVisible()  # no reason, nothing done
    assert whole.round.read_bytes() == before
    keys.commit("잘못 받은 파일")
    with looked(shown):
        keys.press(K.Key_Return)
    assert page.session.reading.outcome.counted == 0
    assert shown.imports.current().withdrawn
    assert not shown.imports.withdraw.isEnabled()
    assert (
        "잘못 받은 파일"
        in shown.happened.table.rows.cell(shown.happened.table.rows.index(0, 3)).below
    )
    assert shown.window().focusWidget() is shown.imports.table


def test_a_withdrawal_can_be_left(shown: HistoryPage, whole: Bench, keys, ask_to_withdraw) -> None:
    before = whole.round.read_bytes()
    ask_to_withdraw(shown)
    keys.press(K.Key_Escape)
    assert not shown.withdrawal.isVisible()
    assert whole.round.read_bytes() == before


def test_what_keeps_a_round_open_is_named_and_leads_there(
    open_in_window, part: Bench, show, keys, looked
) -> None:
    page = open_in_window(part.round)
    shown = show(page, "history")
    shown.finality_button.click()
    assert not shown.finality.finalise.isEnabled()
    count = shown.finality.list.lines.rowCount()
    assert count == len(page.session.reading.closed) > 0
    assert shown.window().focusWidget() is shown.finality.list
    with looked(page.page("progress")):
        keys.press(K.Key_Return)
    assert page.page("progress").isVisible()
    with open_round_free(page) as desk:
        assert is_final(desk) == ""


def open_round_free(page: RoundPage):
    """The round again, after the window has given it back."""
    path, window = page.session.path, page.window()
    window.close_document()
    return open_round(path)


def test_a_round_is_made_final_by_keyboard_and_reopened_with_a_reason(
    shown: HistoryPage, page: RoundPage, keys, looked
) -> None:
    shown.finality_button.click()
    assert shown.window().focusWidget() is shown.finality.finalise
    with looked(shown):
        keys.press(K.Key_Return)
    made = shown.session.final
    assert len(made) == 64
    spelt = "".join(line.text() for line in shown.finality._hashes).replace(" ", "")
    assert spelt.casefold() == made
    assert lock(page)
    assert not shown.imports.withdraw.isEnabled()
    keys.press(K.Key_Space)  # the hash is copied
    assert QGuiApplication.clipboard().text() == made
    shown.finality.reason.field.setFocus()
    keys.press(K.Key_Return)
    assert shown.session.final  # no reason, still final
    keys.commit("이의신청 인용")
    with looked(shown):
        keys.press(K.Key_Return)
    assert shown.session.final == ""
    assert lock(page) == ""
    assert shown.window().focusWidget() is shown.happened.table  # away from making it final
    with open_round_free(page) as desk:
        newest = history(desk).entries[-1]
    assert (newest.kind, newest.reason) == ("reopened", "이의신청 인용")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_menu_asks_for_a_table_or_a_workbook(
    shown: HistoryPage, tmp_path: Path, qtbot, monkeypatch, ending: str
) -> None:
    asked = []

    def answer(_parent, _title, near, kinds, *_) -> tuple[str, str]:
        asked.append((near.endswith(ending), ending in kinds))
        return str(tmp_path / "이력"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    shown.exports[ending].trigger()
    qtbot.waitUntil((tmp_path / f"이력{ending}").exists)
    assert asked == [(True, True)]


def test_tab_reaches_only_what_can_be_used(shown: HistoryPage, keys) -> None:
    shown.finality_button.setFocus()
    keys.press(K.Key_Tab)
    assert shown.window().focusWidget() is shown.happened.search


def test_the_history_is_exported_as_a_table(shown: HistoryPage, tmp_path: Path, qtbot) -> None:
    target = tmp_path / "이력.csv"
    shown.export_to(target)
    qtbot.waitUntil(lambda: "이력.csv" in shown.head._state.text())
    with target.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 5


def test_an_empty_round_has_no_imports_to_withdraw(open_in_window, small: Bench, show) -> None:
    shown = show(open_in_window(small.round), "history")
    assert not shown.imports.withdraw.isVisible()
    assert len(rows(shown)) == 2


def test_a_changed_entry_is_named(open_in_window, whole: Bench, show) -> None:
    import sqlite3

    with sqlite3.connect(whole.round) as connection:
        connection.execute("UPDATE event SET at = at + 1 WHERE number = 2")
    connection.close()
    shown = show(open_in_window(whole.round), "history")
    assert "2" in shown.happened.chain._words.text()
    assert not shown.happened.chain.copy.isVisible()
    model = shown.happened.table.rows
    assert [model.row(at).tint for at in range(4)] == ["danger_tint"] * 3 + [""]


def test_tables_keep_qts_rules(shown: HistoryPage, qtmodeltester) -> None:
    qtmodeltester.check(shown.happened.table.rows)
    qtmodeltester.check(shown.imports.table.rows)


def test_reading_only_withdraws_nothing(window, open_in_window, whole: Bench, show) -> None:
    with open_round(whole.round):
        shown = show(open_in_window(whole.round), "history")
        assert not shown.imports.withdraw.isEnabled()
        assert shown.imports.withdraw.toolTip()
        shown.finality_button.click()
        assert not shown.finality.finalise.isEnabled()
        window.close_document()


def test_merging_again_lets_a_withdrawn_import_stand(
    shown: HistoryPage, page: RoundPage, whole: Bench, keys, looked, ask_to_withdraw
) -> None:
    ask_to_withdraw(shown)
    keys.commit("확인")
    with looked(shown):
        keys.press(K.Key_Return)
    page.window().close_document()
    merged(whole.round, whole.books["E2"])
    with open_round(whole.round) as desk:
        assert desk.outcome().counted == 3


def test_whatever_can_happen_belongs_to_a_filter() -> None:
    assert set(_GROUPS) == set(KINDS)
