"""The lead's whole way in one window: from a faulty roster to a final round, on real files."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.ui.setup.mending import NAME, STATUS, TERM_END, mend
from tests.workbench.rounds.small_round import sealed, typed, write_definition
from workbench.checking import check_file
from workbench.ledger.entries import history
from workbench.ledger.objections import objections
from workbench.ledger.versions import versions
from workbench.results.outcome import Verdict
from workbench.rounds.creating import new_round
from workbench.rounds.desk import open_round
from workbench.setup.files import export_sheets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Keyboard
    from ui.round.page import RoundPage

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NUMBERS = range(1, 8)
PEOPLE = ("E1", "E2", "E3", "E4")


@pytest.fixture
def round_(tmp_path: Path) -> Path:
    """A round of seven services and four evaluators, not handed out yet."""
    services = "".join(f"{number}¦가상 사무 {number}¦¦¦¦2026-12-31¦¦\n" for number in NUMBERS)
    folder = write_definition(
        tmp_path / "정의",
        services="number¦name¦type¦department¦operators¦term_end¦status¦reason\n" + services,
        evaluators="code¦name¦affiliation¦role\n"
        + "".join(f"{code}¦가상 위원 {code}¦¦evaluator\n" for code in PEOPLE),
        assignments="evaluator¦services¦sections¦status¦reason\n"
        + "".join(f"{code}¦all¦all¦¦\n" for code in PEOPLE),
    )
    new_round(folder, tmp_path / "회차.round")
    return tmp_path / "회차.round"


class Lead:
    """Does what a lead does, in the window."""

    def __init__(self, page: RoundPage, keys: Keyboard, qtbot: QtBot) -> None:
        self.page, self.session = page, page.session
        self.keys, self.qtbot = keys, qtbot

    def activate(self) -> None:
        """Give the window the keyboard back, which a dialog over slow work may have had."""
        window = self.page.window()
        with self.qtbot.waitActive(window):
            window.activateWindow()

    def take_roster(self, faulty: Path) -> None:
        """Look at a roster, take it with its faulty rows, mend them in place, apply."""
        self.page.show_page("roster")
        roster = self.page.page("roster")
        self.qtbot.waitUntil(lambda: roster.draft.is_judged)
        roster.look_at(faulty)
        self.qtbot.waitUntil(roster.preview.isVisible)
        self.activate()
        self.keys.press(K.Key_Space)
        self.qtbot.waitUntil(lambda: roster.draft.is_judged and len(roster.draft.problems) == 5)
        mend(
            roster.parts["services"].table,
            self.keys,
            (0, NAME, "Mended"),
            (1, TERM_END, "2027-12-31"),
            (2, STATUS, "Evaluated"),
            (3, TERM_END, "2027-12-01"),
            (6, TERM_END, "2027-01-31"),
        )
        self.qtbot.waitUntil(lambda: roster.draft.is_judged and not roster.draft.problems)
        roster.bar.apply.click()
        self.qtbot.waitUntil(roster.planned.isVisible)
        self.activate()
        with self.qtbot.waitSignal(self.session.definition_changed):
            self.keys.press(K.Key_Space)

    def drop(self, *files: Path) -> list[str]:
        """Drop files on the merge page; return what the plan says of each."""
        self.page.show_page("merge")
        merge = self.page.page("merge")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        with self.qtbot.waitSignal(self.session.planned) as planned:
            merge.dropEvent(
                QDropEvent(
                    QPointF(9, 9),
                    Qt.DropAction.CopyAction,
                    data,
                    Qt.MouseButton.LeftButton,
                    Qt.KeyboardModifier.NoModifier,
                )
            )
        return [row.status for row in planned.args[0].files]

    def apply(self) -> None:
        self.activate()
        with self.qtbot.waitSignal(self.session.read):
            self.keys.press(K.Key_Space)  # the plan has put the keyboard on the one button

    def settle(self, numbers: Sequence[Qt.Key], reason: str) -> None:
        """Settle cell after cell by digit and Enter; the reason is typed once."""
        self.page.show_page("conflicts")
        conflicts = self.page.page("conflicts")
        self.qtbot.waitUntil(lambda: self.count(conflicts) == len(numbers))
        self.activate()
        self.keys.press(K.Key_F2)
        self.keys.commit(reason)
        conflicts.take_focus()
        for left, number in reversed(list(enumerate(reversed(numbers)))):
            self.activate()
            self.keys.press(number)
            with self.qtbot.waitSignal(self.session.read):
                self.keys.press(K.Key_Return)
            self.qtbot.waitUntil(lambda left=left: self.count(conflicts) == left)

    def count(self, conflicts) -> int:
        return conflicts._model.rowCount()

    def show(self, name: str):
        page = self.page.page(name)
        with self.qtbot.waitSignal(page.looked):
            self.page.show_page(name)
        self.activate()
        return page

    def withdraw(self, reason: str) -> None:
        shown = self.show("history")
        shown.imports.table.setFocus()
        self.keys.press(K.Key_Return)
        self.qtbot.waitUntil(shown.withdrawal.isVisible)
        self.activate()
        self.keys.commit(reason)
        with self.qtbot.waitSignal(shown.looked):
            self.keys.press(K.Key_Return)

    def verdict(self, number: int) -> Verdict:
        services = self.session.reading.outcome.services
        return next(row.verdict for row in services if row.service.number == number)


@pytest.fixture
def faulty(round_: Path, tmp_path: Path) -> Path:
    """The roster as it came by mail: five rows that nobody could take."""
    from workbench.setup.sheets import sheets_of

    with open_round(round_, read_only=True) as desk:
        export_sheets(sheets_of(desk.definition), tmp_path / "표")
    with (tmp_path / "표" / "services.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][NAME] = ""
    rows[2][TERM_END] = "soon"
    rows[3][STATUS] = "maybe"
    rows[4][TERM_END] = "2026-13-01"
    rows[7][TERM_END] = "someday"
    target = tmp_path / "명부.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return target


def whole(*, low: str) -> list[tuple[int, str, str, str]]:
    """Every mark of one evaluator; service 1 gets ``low`` for C1 and is below the cut by it."""
    return [
        row
        for number in NUMBERS
        for row in (
            (number, "C1", "score", low if number == 1 else "30"),
            (number, "I1", "target", "10"),
            (number, "I1", "actual", "8"),
            (number, "S1", "survey_n", "20"),
            (number, "S1", "survey_mean", "4"),
        )
    ]


def test_from_a_faulty_roster_to_a_final_round(
    round_: Path, faulty: Path, tmp_path: Path, open_in_window, speak, keys, qtbot
) -> None:
    speak("en")
    lead = Lead(open_in_window(round_), keys, qtbot)
    lead.take_roster(faulty)
    assert lead.session.definition.services[0].name == "Mended"
    with qtbot.waitSignal(lead.session.handed_out) as handed_out:
        lead.session.hand_out(tmp_path / "배포")
    books = {owner.code: path for owner, path in handed_out.args[0]}
    assert sorted(books) == list(PEOPLE)
    for book in books.values():
        typed(book, *whole(low="26"))
    old = shutil.copyfile(books["E1"], tmp_path / "옛 사본.score")
    copy = shutil.copyfile(books["E1"], tmp_path / "노트북.score")
    typed(books["E1"], *[(number, "C1", "score", "31") for number in (2, 3, 4)])
    typed(copy, *[(number, "C1", "score", "32") for number in (2, 3, 4)])
    for book in (*books.values(), copy):
        sealed(book)

    assert lead.drop(*books.values(), copy) == ["merged"] * 5
    lead.apply()
    lead.settle([K.Key_2, K.Key_1, K.Key_2], "본인 확인")
    assert lead.session.reading.closed == ()
    assert lead.verdict(1) is Verdict.BELOW

    before = lead.session.reading.outcome
    assert lead.drop(old) == ["merged"]  # recorded once; it brings nothing new
    lead.apply()
    assert lead.session.reading.outcome == before
    assert lead.drop(books["E2"]) == ["nothing new"]

    lead.withdraw("옛 사본은 쓰지 않음")
    assert lead.session.reading.outcome == before

    objected = lead.show("objections")
    keys.press(K.Key_Return)
    keys.commit("이의신청 전")
    with qtbot.waitSignal(objected.looked):
        keys.press(K.Key_Return)
    objected.list.log.setFocus()
    keys.press(K.Key_Space)
    keys.type("1")
    keys.press(K.Key_Return)  # to the date
    keys.press(K.Key_Return)  # to the name
    keys.commit("가나재단")
    keys.press(K.Key_Return)
    keys.commit("하반기 실적이 빠졌습니다.")
    with qtbot.waitSignal(objected.looked):
        keys.press(K.Key_Return, CTRL)
    assert [why.key for why in lead.session.reading.closed] == ["closed_objection"]

    agree_on(lead, "30", "하반기 실적을 함께 확인함", "가상 위원 E1; 가상 위원 E2")
    assert lead.verdict(1) is Verdict.PASS

    objected = lead.show("objections")
    objected.list.table.setFocus()
    keys.press(K.Key_1)
    keys.press(K.Key_F2)
    keys.commit("실적을 확인함")
    with qtbot.waitSignal(objected.looked):
        keys.press(K.Key_Return)
    assert lead.session.reading.closed == ()

    final = lead.show("history")
    final.finality_button.click()
    with qtbot.waitSignal(final.looked):
        keys.press(K.Key_Space)
    assert len(final.session.final) == 64
    lead.page.window().close_document()
    require_final(round_)


def agree_on(lead: Lead, mark: str, reason: str, people: str) -> None:
    """Agree on a mark for service 1, from the keyboard."""
    moderation = lead.show("moderation")
    pair = next(
        (service.service.uid, made.indicator.uid)
        for service in lead.session.reading.outcome.services
        for made in service.indicators
        if service.service.number == 1 and made.indicator.code == "C1"
    )
    moderation.show_place(pair)
    moderation._sheet.form.begin()
    lead.keys.type(mark)
    lead.keys.press(K.Key_Return)
    lead.keys.commit(reason)
    lead.keys.press(K.Key_Tab)
    lead.keys.commit(people)
    with lead.qtbot.waitSignal(lead.session.read):
        lead.keys.press(K.Key_Return)


def require_final(round_: Path) -> None:
    assert check_file(round_) == ()
    with open_round(round_, read_only=True) as desk:
        assert desk.outcome().below == ()
        assert [row.decision for row in objections(desk)] == ["accepted"]
        (first,) = versions(desk)
        assert first.below == (1,)
        kinds = [row.kind for row in history(desk).entries]
    assert kinds[:2] == ["created", "definition_changed"]
    assert kinds[-1] == "finalised"
    assert kinds.count("settled") == 3
    assert kinds.count("withdrawn") == 1
