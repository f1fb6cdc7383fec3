"""Assignment rows against a naive reading of the rule, one indicator of a service at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.definition.assigning import RECUSALS, Grant, resolve
from workbench.definition.terms import Charge, Standing

EVALUATORS = [b"E1", b"E2", b"E3"]
SERVICES = [b"s1", b"s2", b"s3"]
COMMON, INDIVIDUAL = [b"C1", b"C2"], [b"I1a", b"I1b", b"I2"]
INDICATORS = COMMON + INDIVIDUAL
APPLIES = {
    b"s1": (b"C1", b"C2", b"I1a", b"I2"),
    b"s2": (b"C1", b"C2", b"I1b", b"I2"),
    b"s3": (b"C1", b"I2"),
}

grants = st.builds(
    Grant,
    evaluator=st.sampled_from(EVALUATORS),
    services=st.frozensets(st.sampled_from([*SERVICES, b"exempt"])),
    by_section=st.sampled_from(
        [frozenset(), frozenset(COMMON), frozenset(INDIVIDUAL), frozenset(INDICATORS)]
    ),
    by_code=st.frozensets(st.sampled_from(INDICATORS), max_size=2),
    standing=st.sampled_from([Standing.ASSIGNED, *Standing]),
    reason=st.sampled_from(["", "", "자문", "친족"]),
)
rows_of_grants = st.lists(grants, max_size=8)


def meant(grant: Grant, service: bytes, indicator: bytes, *, by_name: bool) -> bool:
    words = grant.by_code if by_name else grant.by_section
    return service in grant.services and indicator in words


def naive_charge(
    rows: list[Grant], evaluator: bytes, service: bytes, indicator: bytes
) -> Charge | None:
    def said(row: Grant) -> bool:
        return meant(row, service, indicator, by_name=True) or meant(
            row, service, indicator, by_name=False
        )

    own = [row for row in rows if row.evaluator == evaluator and said(row)]
    given_to_him = [row for row in own if row.standing is Standing.ASSIGNED]
    recused = [row for row in own if row.standing is not Standing.ASSIGNED]
    named = {
        row.evaluator
        for row in rows
        if row.standing is Standing.ASSIGNED and meant(row, service, indicator, by_name=True)
    }
    if recused:
        by_name = any(meant(row, service, indicator, by_name=True) for row in recused)
        if not given_to_him and not by_name:
            return None
        standing = min((row.standing for row in recused), key=RECUSALS.index)
    elif not given_to_him or (named and evaluator not in named):
        return None
    else:
        standing = Standing.ASSIGNED
    reasons = {row.reason for row in own if row.standing is standing} - {""}
    return Charge(service, indicator, standing, "; ".join(sorted(reasons)))


def naive(rows: list[Grant], evaluator: bytes) -> tuple[Charge, ...]:
    found = [
        naive_charge(rows, evaluator, service, indicator)
        for service in SERVICES
        for indicator in APPLIES[service]
    ]
    return tuple(charge for charge in found if charge)


@given(rows_of_grants)
def test_charges_are_what_the_rule_says_cell_by_cell(rows: list[Grant]) -> None:
    resolved = resolve(rows, SERVICES, INDICATORS, APPLIES)
    for evaluator in EVALUATORS:
        assert resolved.charges.get(evaluator, ()) == naive(rows, evaluator)


@given(rows_of_grants)
def test_never_assigned_is_what_no_row_ever_gave_to_anybody(rows: list[Grant]) -> None:
    resolved = resolve(rows, SERVICES, INDICATORS, APPLIES)
    assert list(resolved.never_assigned) == [
        (service, indicator)
        for service in SERVICES
        for indicator in APPLIES[service]
        if not any(
            row.standing is Standing.ASSIGNED
            and service in row.services
            and indicator in row.by_section | row.by_code
            for row in rows
        )
    ]


@given(st.data(), rows_of_grants)
def test_the_order_and_repetition_of_rows_change_nothing(
    data: st.DataObject, rows: list[Grant]
) -> None:
    shuffled = data.draw(st.permutations([*rows, *rows[:2]]))
    one = resolve(rows, SERVICES, INDICATORS, APPLIES)
    other = resolve(shuffled, SERVICES, INDICATORS, APPLIES)
    assert one.charges == other.charges
    assert one.never_assigned == other.never_assigned


def grant(
    evaluator: bytes,
    *,
    section: tuple[bytes, ...] = (),
    code: tuple[bytes, ...] = (),
    standing: Standing = Standing.ASSIGNED,
) -> Grant:
    return Grant(evaluator, frozenset(SERVICES), frozenset(section), frozenset(code), standing)


def left(rows: list[Grant], indicator: bytes) -> list[bytes]:
    charges = resolve(rows, SERVICES, INDICATORS, APPLIES).charges
    wanted = Charge(b"s1", indicator)
    return [evaluator for evaluator, given_to in charges.items() if wanted in given_to]


def test_an_indicator_named_for_one_leaves_the_sections_of_the_others() -> None:
    rows = [grant(b"E1", section=tuple(INDIVIDUAL)), grant(b"E2", code=(b"I2",))]
    assert left(rows, b"I2") == [b"E2"]
    assert left(rows, b"I1a") == [b"E1"]


def test_naming_two_keeps_both() -> None:
    rows = [grant(b"E1", code=(b"I2",)), grant(b"E2", code=(b"I2",))]
    assert left(rows, b"I2") == [b"E1", b"E2"]


def test_a_named_evaluator_who_is_recused_leaves_a_hole() -> None:
    rows = [
        grant(b"E1", section=tuple(INDIVIDUAL)),
        grant(b"E2", code=(b"I2",)),
        grant(b"E2", section=tuple(INDICATORS), standing=Standing.CHALLENGED),
    ]
    assert left(rows, b"I2") == []
    assert left([*rows, grant(b"E3", code=(b"I2",))], b"I2") == [b"E3"]


def test_a_recusal_that_names_an_indicator_takes_it_from_nobody_else() -> None:
    rows = [
        grant(b"E1", section=tuple(INDIVIDUAL)),
        grant(b"E2", code=(b"I2",), standing=Standing.DISQUALIFIED),
    ]
    assert left(rows, b"I2") == [b"E1"]
