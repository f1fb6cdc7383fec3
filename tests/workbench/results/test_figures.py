"""What page, workbook and pictures add to an outcome: bins from the cut, means, orders."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.definition.terms import (
    Definition,
    RoundingStage,
    Rules,
    Section,
    SectionCode,
    Service,
)
from workbench.reports.bands import band_counts
from workbench.results.figures import (
    below_the_cut,
    by_gap,
    by_section,
    by_total,
    count,
    gap,
    histogram,
    in_band,
    most_points,
    numbered,
    section_averages,
)
from workbench.results.outcome import Outcome, ServiceOutcome, Verdict

CUT = Decimal(75)
RULES = Rules(title="a", year=2024, sequence=1, cut=CUT, rounding_stage=RoundingStage.INDICATOR)
SECTIONS = (
    Section(SectionCode.COMMON, "공통분야", Decimal(39)),
    Section(SectionCode.INDIVIDUAL, "개별분야", Decimal(61)),
)


def outcome(*totals: str | None, rules: Rules = RULES) -> Outcome:
    """Services 1, 2 …, ranked in the order they are given; the common part is a third."""
    definition = Definition(rules, SECTIONS, (), (), (), {})
    services = []
    ranked = sorted(Decimal(text) for text in totals if text is not None)
    for number, text in enumerate(totals, start=1):
        service = Service(number.to_bytes(16, "big"), number, f"사무 {number}")
        if text is None:
            services.append(ServiceOutcome(service, Verdict.INCOMPLETE, ()))
            continue
        total = Decimal(text)
        verdict = Verdict.BELOW if total < rules.cut else Verdict.PASS
        common = Decimal(number % 4)
        sections = {SectionCode.COMMON: common, SectionCode.INDIVIDUAL: total - common}
        rank = 1 + len(ranked) - bisect_right(ranked, total)
        services.append(ServiceOutcome(service, verdict, (), sections, total, rank))
    below = tuple(row.service.number for row in services if row.verdict is Verdict.BELOW)
    counted = sum(row.total is not None for row in services)
    return Outcome(definition, tuple(services), counted, None, below, None)


def numbers(rows: tuple[ServiceOutcome, ...]) -> list[int]:
    return [row.service.number for row in rows]


TOTALS = st.lists(st.none() | st.decimals(0, 100, places=2).map(str), max_size=60)


@given(TOTALS, st.sampled_from(["75", "60", "72.5", "0", "99.5", "100"]))
def test_no_bin_mixes_pass_and_below(totals: list[str | None], cut: str) -> None:
    rules = Rules(title="a", year=2024, sequence=1, cut=Decimal(cut))
    made = outcome(*totals, rules=rules)
    found = histogram(made)
    counted = [row for row in made.services if row.total is not None]
    assert sum(one.count for one in found.bins) == len(counted)
    assert sorted(n for one in found.bins for n in one.services) == numbers(tuple(counted))
    assert Decimal(cut) in [one.lower for one in found.bins]
    for one in found.bins:
        inside = [row for row in counted if one.lower <= row.total < one.lower + found.width]
        assert sorted(one.services) == numbers(tuple(inside))
        assert one.count == len(inside)
        assert all((row.total < Decimal(cut)) is one.is_below for row in inside)


def test_the_cut_itself_passes() -> None:
    bins = {one.lower: one.count for one in histogram(outcome("75.00", "74.99")).bins}
    assert bins[Decimal("75.0")] == bins[Decimal("72.5")] == 1


def test_a_bin_names_its_services_highest_first() -> None:
    found = histogram(outcome("75.10", "76.20", "74.00"))
    assert next(one.services for one in found.bins if one.lower == CUT) == (2, 1)
    assert numbers(numbered(outcome("75", "76"), (2, 7, 1))) == [2, 1]


@pytest.mark.parametrize("total", ["0", "100"])
def test_the_ends_of_the_scale_have_a_bin(total: str) -> None:
    assert sum(one.count for one in histogram(outcome(total)).bins) == 1


def test_without_counted_services_there_is_no_mean() -> None:
    assert histogram(outcome(None)).bins
    assert [mean for _, mean in section_averages(outcome(None))] == [None, None]


def test_a_mean_of_a_section_is_rounded_once_half_up() -> None:
    made = outcome("80.00", "80.00", "80.01")
    (_, common), (_, individual) = section_averages(made)
    assert common == Decimal("2.00")  # 1, 2, 3
    assert individual == Decimal("78.00")  # 79, 78, 77.01: 78.0033…


def test_those_nearest_to_the_cut_stand_first() -> None:
    below = below_the_cut(outcome("58.12", "74.62", "80.00", "70.21"))
    assert [row.total for row in below] == [Decimal("74.62"), Decimal("70.21"), Decimal("58.12")]


def test_services_without_a_total_stand_last() -> None:
    made = outcome("70", None, "90", "75.5")
    assert numbers(by_total(made)) == [3, 4, 1, 2]
    assert numbers(by_gap(made)) == [4, 1, 3, 2]
    assert numbers(by_section(made, SectionCode.COMMON)) == [3, 1, 4, 2]
    assert [gap(made, row) for row in made.services] == [
        Decimal(-5),
        None,
        Decimal(15),
        Decimal("0.5"),
    ]
    assert count(made, Verdict.INCOMPLETE) == 1
    assert most_points(made.definition) == 100


@given(TOTALS)
def test_every_order_holds_every_service_once(totals: list[str | None]) -> None:
    made = outcome(*totals)
    for rows in (by_total(made), by_gap(made), by_section(made, SectionCode.INDIVIDUAL)):
        assert sorted(numbers(rows)) == numbers(made.services)
        known = [row.total is not None for row in rows]
        assert known == sorted(known, reverse=True)


@given(TOTALS)
def test_a_band_holds_as_many_as_are_counted_in_it(totals: list[str | None]) -> None:
    from workbench.definition.terms import Band

    bands = (Band("높음", Decimal(80)), Band("보통", Decimal(75)), Band("낮음", Decimal(60)))
    rules = Rules(title="a", year=2024, sequence=1, cut=CUT, bands=bands)
    made = outcome(*totals, rules=rules)
    for band in band_counts(made):
        assert len(in_band(made, band.lower, band.upper)) == band.count
