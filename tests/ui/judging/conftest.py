"""A score book page with the pane that helps to judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.scoring.cell import Cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.judging.pane import HelpPane


@pytest.fixture
def pane(scoring) -> HelpPane:
    return scoring.work.help


@pytest.fixture
def place(scoring) -> Callable[..., Cell]:
    """The cell of an indicator code in the service of a number."""

    def find(number: int, code: str, field: str = "score") -> Cell:
        desk = scoring.desk
        uid = next(one for one in desk.services() if desk.sheet(one).service.number == number)
        return Cell(uid, desk.overview.row(uid, code).indicator.uid, field)

    return find
