"""By what the services are sorted is kept per file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.workbench.rounds.small_round import Bench
    from ui.round.page import RoundPage


def test_the_order_stands_when_the_file_is_opened_again(
    round_page: RoundPage, open_in_window, marked: Bench, window
) -> None:
    round_page.page("results").overview.ranking.sort_by("section:common")
    window.close_document()
    again = open_in_window(marked.round)
    assert again.page("results").overview.ranking.order == "section:common"
