"""A small round with figures of one person, shown on the page that confirms them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workbench.measures.conftest import measured_round

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.workbench.rounds.small_round import Bench
    from ui.measures.page import MeasuresPage


@pytest.fixture(scope="session")
def measured_template(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Everything is entered, sealed and merged, nothing confirmed; nobody writes into it."""
    return measured_round(tmp_path_factory.mktemp("figures"))


@pytest.fixture
def bench(measured_template: Bench, tmp_path: Path) -> Bench:
    return measured_template.copied_to(tmp_path / "figures")


@pytest.fixture
def in_english(speak, qtbot) -> Callable[[MeasuresPage], MeasuresPage]:
    """Let a page speak English, down to its last part."""

    def say(page: MeasuresPage) -> MeasuresPage:
        speak("en")
        qtbot.waitUntil(lambda: page.sheet.go.text() == "See it in the result")
        said = [part.who for part in page.sheet.parts if part.isVisibleTo(page)]
        qtbot.waitUntil(lambda: all("ntered" in who.text() for who in said))
        qtbot.waitUntil(lambda: page.list.ask_all.no.text() == "Not now")
        return page

    return say


@pytest.fixture
def opened(
    open_in_window, take_keyboard, in_english, bench: Bench, qtbot
) -> Callable[[], MeasuresPage]:
    """Open the round on the page, read, in English; opened again it begins there by itself."""

    def open_it() -> MeasuresPage:
        round_page = open_in_window(bench.round)
        round_page.show_page("measures")
        page = round_page.page("measures")
        qtbot.waitUntil(lambda: page.has_looked)
        take_keyboard(page)
        return in_english(page)

    return open_it
