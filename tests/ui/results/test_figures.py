"""The orders that the ranking offers, as they are kept."""

from __future__ import annotations

from tests.workbench.results.test_figures import numbers, outcome
from ui.results.figures import BY_GAP, BY_NUMBER, BY_TOTAL, count, in_order, orders, section_of
from workbench.results.outcome import Verdict


def test_every_section_can_be_sorted_by() -> None:
    made = outcome("70", None, "90", "75.5")
    assert orders(made.definition) == (
        BY_TOTAL,
        BY_NUMBER,
        BY_GAP,
        "section:common",
        "section:individual",
    )
    assert [section_of(order) for order in orders(made.definition)][3:] == ["common", "individual"]
    assert numbers(in_order(made, BY_TOTAL)) == [3, 4, 1, 2]
    assert numbers(in_order(made, BY_NUMBER)) == [1, 2, 3, 4]
    assert numbers(in_order(made, BY_GAP)) == [4, 1, 3, 2]
    assert numbers(in_order(made, "section:common")) == [3, 1, 4, 2]
    assert count(made, Verdict.BELOW, Verdict.PASS) == 3
