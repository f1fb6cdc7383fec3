"""What the result page adds to an outcome: bins from the cut, means, orders."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.results.figures import (
    Order,
    below_the_cut,
    count,
    histogram,
    in_order,
    section_averages,
)
from workbench.definition.terms import Definition, RoundingStage, Rules, Service
from workbench.results.outcome import Outcome, ServiceOutcome, Verdict

CUT = Decimal(75)
RULES = Rules(title="a", year=2024, sequence=1, cut=CUT, rounding_stage=RoundingStage.INDICATOR)


def outcome(*totals: str | None) -> Outcome:
    definition = Definition(RULES, (), (), (), (), {})
    services = []
    for number, text in enumerate(totals, start=1):
        service = Service(number.to_bytes(16, "big"), number, f"사무 {number}")
        if text is None:
            services.append(ServiceOutcome(service, Verdict.INCOMPLETE, ()))
            continue
        total = Decimal(text)
        verdict = Verdict.BELOW if total < CUT else Verdict.PASS
        services.append(ServiceOutcome(service, verdict, (), {}, total, number))
    below = tuple(row.service.number for row in services if row.verdict is Verdict.BELOW)
    return Outcome(definition, tuple(services), len(below), None, below, None)


@given(st.lists(st.decimals(0, 100, places=2), max_size=60))
def test_no_bin_mixes_pass_and_below(totals: list[Decimal]) -> None:
    found = histogram(outcome(*map(str, totals)))
    assert sum(one.count for one in found.bins) == len(totals)
    assert sum(one.count for one in found.bins if one.is_below) == sum(
        total < CUT for total in totals
    )
    assert CUT in [one.lower for one in found.bins]
    for one in found.bins:
        assert one.count == sum(one.lower <= total < one.lower + found.width for total in totals)


def test_the_cut_itself_passes() -> None:
    bins = {one.lower: one.count for one in histogram(outcome("75.00", "74.99")).bins}
    assert bins[Decimal("75.0")] == bins[Decimal("72.5")] == 1


def test_those_nearest_to_the_cut_stand_first() -> None:
    below = below_the_cut(outcome("58.12", "74.62", "80.00", "70.21"))
    assert [row.total for row in below] == [Decimal("74.62"), Decimal("70.21"), Decimal("58.12")]


def test_services_without_a_total_stand_last() -> None:
    order = in_order(outcome("70", None, "90"), Order.TOTAL)
    assert [row.service.number for row in order] == [1, 3, 2]
    assert [row.service.number for row in in_order(outcome("70", None, "90"), Order.NUMBER)] == [
        1,
        2,
        3,
    ]
    assert count(outcome("70", None, "90"), Verdict.INCOMPLETE) == 1


def test_without_counted_services_there_is_no_mean() -> None:
    assert histogram(outcome(None)).bins
    assert section_averages(outcome(None)) == ()


@pytest.mark.parametrize("total", ["0", "100"])
def test_the_ends_of_the_scale_have_a_bin(total: str) -> None:
    found = histogram(outcome(total))
    assert sum(one.count for one in found.bins) == 1
    assert replace(found.bins[0]) == found.bins[0]
