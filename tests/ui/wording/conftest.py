"""A small round whose evaluators wrote findings, shown on the page of wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.rounds.small_round import WHOLE, Bench, made, merged, sealed
from workbench.rounds.desk import open_round
from workbench.scoring.book import open_book
from workbench.scoring.findings import about

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.round.page import RoundPage
    from ui.wording.page import WordingPage

GOOD, TASK = "achievement", "improvement"
WRITTEN = {
    "E1": {GOOD: ["지역 협의체 운영을 통한 홍보 우수", "점검 노력 적절"], TASK: ["목표 보완 필요"]},
    "E2": {GOOD: ["지역 협의체의 운영을 통한 홍보 우수"], TASK: ["안내를 보완하였다."]},
}
"""What they wrote of service 1; of the others nobody wrote anything."""


@pytest.fixture(scope="session")
def written_template(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Merged and sealed; nobody writes into it."""
    bench = made(tmp_path_factory.mktemp("written"))
    for code, path in bench.books.items():
        with open_book(path) as book:
            for number, indicator, field, text in WHOLE:
                book.record(bench.service(number), bench.indicator(indicator), field, text)
            for kind, texts in WRITTEN[code].items():
                book.write(book.list_change(bench.service(1), kind, texts))
            place = (bench.owner(code), bench.service(1), TASK)
            item = book.sheet(bench.service(1)).items(TASK)[0]
            book.write(about(place, item.uid, bench.indicator("C1")))
        sealed(path)
    merged(bench.round, *bench.books.values())
    return bench


@pytest.fixture
def written(written_template: Bench, tmp_path: Path) -> Bench:
    return written_template.copied_to(tmp_path / "written")


@pytest.fixture
def page(open_in_window, written: Bench) -> RoundPage:
    return open_in_window(written.round)


@pytest.fixture
def shown(page: RoundPage, show) -> WordingPage:
    return show(page, "wording")


@pytest.fixture
def stored(written: Bench) -> Callable[[str], list[str]]:
    """The final wording of service 1 in the file, once the window has given it back."""

    def read(kind: str = GOOD, number: int = 1) -> list[str]:
        with open_round(written.round, read_only=True) as desk:
            rows = desk.outcome().passages
        service = written.service(number)
        return [row.text for row in rows if (row.service, row.kind) == (service, kind)]

    return read
