"""The plan of fifty books of 29 services and 16 marks: it reports, and stops at any moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QProgressBar

from tests.own_window import OwnWindow, after
from tests.workbench.rounds.small_round import Bench, made, sealed, typed
from ui.merging.file_rows import FilesModel
from ui.task_dialog import TaskDialog
from workbench.errors import Cancelled
from workbench.rounds.desk import open_round

if TYPE_CHECKING:
    from pathlib import Path

BOOKS, SERVICES = 50, 29
STOPS = 8
RUBRIC = (
    *((f"C{number}", "common", 5) for number in range(1, 9)),
    *((f"I{number}", "individual", 9) for number in range(1, 6)),
    *((f"S{number}", "satisfaction", 5) for number in range(1, 4)),
)
"""Sixteen marks of 100 points."""


def lines(head: str, rows: list[str]) -> str:
    return "\n".join([head, *rows])


@pytest.fixture(scope="module")
def fifty(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Fifty whole, sealed books and the round that waits for them."""
    people = [f"E{number:02}" for number in range(1, BOOKS + 1)]
    bench = made(
        tmp_path_factory.mktemp("fifty"),
        services=lines(
            "number¦name¦type¦department¦operators¦term_end¦status¦reason",
            [f"{number}¦가상 사무 {number}¦¦¦¦¦¦" for number in range(1, SERVICES + 1)],
        ),
        indicators=lines(
            "code¦section¦group¦name¦kind¦scale¦max_points¦step¦applies_to¦aggregation¦guidance",
            [
                f"{code}¦{section}¦¦지표 {code}¦qualitative¦points¦{most}¦0.5¦all¦¦"
                for code, section, most in RUBRIC
            ],
        ),
        measures="indicator¦formula¦parameters¦unit",
        evaluators=lines(
            "code¦name¦affiliation¦role", [f"{code}¦가상{code}¦¦evaluator" for code in people]
        ),
        assignments=lines(
            "evaluator¦services¦sections¦status¦reason", [f"{code}¦all¦all¦¦" for code in people]
        ),
    )
    for book in bench.books.values():
        typed(
            book,
            *(
                (number, code, "score", str(most - number % 3))
                for number in range(1, SERVICES + 1)
                for code, _, most in RUBRIC
            ),
        )
        sealed(book)
    return bench


def books_of(bench: Bench) -> list[Path]:
    return list(bench.books.values())


def test_the_plan_reports_all_along_and_stops_at_any_moment(fifty: Bench) -> None:
    before = fifty.round.read_bytes()
    beside = sorted(fifty.round.parent.iterdir())
    told: list[tuple[int, int]] = []
    with open_round(fifty.round) as desk:
        report = desk.merge(
            books_of(fifty),
            dry_run=True,
            progress=lambda done, total, doing: told.append((done, total)),
        )
        assert {row.new for row in report.files} == {SERVICES * len(RUBRIC)}
        assert [done for done, _ in told] == sorted(done for done, _ in told)
        assert {done for done, _ in told} == set(range(BOOKS + 2))
        assert {total for _, total in told} == {BOOKS + 1}
        for stop in range(0, len(told), len(told) // STOPS):
            left = iter(range(stop))

            def progress(done: int, total: int, doing: str, left: object = left) -> None:
                if next(left, None) is None:
                    raise Cancelled

            with pytest.raises(Cancelled):
                desk.merge(books_of(fifty), progress=progress)
    assert fifty.round.read_bytes() == before
    assert sorted(fifty.round.parent.iterdir()) == beside


def test_the_window_shows_how_far_the_plan_is_and_stops_it(fifty: Bench) -> None:
    before = fifty.round.read_bytes()
    with OwnWindow() as own:
        page = own.open(fifty.round)
        page.show_page("merge")
        merge = page.page("merge")
        merge.add_files(books_of(fifty))
        dialog = own.window.findChildren(TaskDialog)[-1]
        bar = dialog.findChild(QProgressBar)
        after(bar.valueChanged, lambda: None)
        assert bar.maximum() == BOOKS + 1
        after(dialog.finished, dialog.stop_requested.emit)
        assert merge.findChild(FilesModel).rowCount() == 0
        after(page.session.planned, lambda: merge.add_files(books_of(fifty)))
        assert merge.findChild(FilesModel).rowCount() == BOOKS
        own.window.close_document()
    assert fifty.round.read_bytes() == before
