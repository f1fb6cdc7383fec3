"""A definition as hashed parts: there and back, part by part, and each owner only his own."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.rounds.small_round import made
from workbench.definition.parts import from_parts, part_hash, parts_for, to_parts, version_hash
from workbench.definition.reading import read_definition
from workbench.definition.terms import (
    Aggregation,
    Band,
    Charge,
    Definition,
    Evaluator,
    Formula,
    Indicator,
    Kind,
    Level,
    Measure,
    Role,
    RoundingStage,
    Rules,
    Scale,
    Section,
    SectionCode,
    Service,
    Standing,
)
from workbench.sample.material import sample_definition

if TYPE_CHECKING:
    from pathlib import Path

UIDS = st.uuids().map(lambda found: found.bytes)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
REASONS = st.sampled_from(["", "하나", "둘"])
NUMBERS = st.decimals(0, 100, places=3).map(lambda number: number.normalize() + 0)
RULES = st.builds(
    Rules,
    title=TEXTS,
    year=st.integers(1900, 2999),
    sequence=st.integers(1, 99),
    cut=NUMBERS,
    pool=st.none() | st.integers(1, 99),
    score_places=st.integers(0, 4),
    rounding_stage=st.sampled_from(RoundingStage),
    aggregation=st.sampled_from(Aggregation),
    rehearsal=st.booleans(),
    bands=st.lists(st.builds(Band, TEXTS, NUMBERS), max_size=3).map(tuple),
    comment_below=st.none() | NUMBERS,
    comment_at_max=st.booleans(),
    min_respondents=st.none() | st.integers(0, 9),
    adjustment_cap=st.none() | NUMBERS,
    deadline=TEXTS,
)
MEASURES = st.builds(
    Measure,
    st.sampled_from(Formula),
    st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple),
    TEXTS,
)
INDICATORS = st.builds(
    Indicator,
    uid=UIDS,
    code=TEXTS,
    section=st.sampled_from(SectionCode),
    group=TEXTS,
    name=TEXTS,
    kind=st.sampled_from(Kind),
    scale=st.sampled_from(Scale),
    max_points=NUMBERS,
    step=NUMBERS,
    applies_to=TEXTS,
    aggregation=st.sampled_from(Aggregation),
    guidance=TEXTS,
    allow_not_applicable=st.booleans(),
    levels=st.lists(st.builds(Level, TEXTS, NUMBERS, TEXTS), max_size=3).map(tuple),
    measure=st.none() | MEASURES,
)


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    indicators = tuple(draw(st.lists(INDICATORS, max_size=4, unique_by=lambda row: row.uid)))
    numbers = draw(st.lists(st.integers(1, 99), max_size=3, unique=True))
    services = tuple(
        Service(
            draw(UIDS),
            number,
            draw(TEXTS),
            draw(TEXTS),
            draw(TEXTS),
            tuple(draw(st.lists(TEXTS, max_size=2))),
            draw(TEXTS),
            draw(st.booleans()),
        )
        for number in sorted(numbers)
    )
    pairs = [(where.uid, row.uid) for where in services for row in indicators]
    evaluators = tuple(
        Evaluator(
            draw(UIDS),
            draw(TEXTS),
            draw(TEXTS),
            draw(TEXTS),
            draw(st.sampled_from(Role)),
            tuple(Charge(*one, draw(st.sampled_from(Standing)), draw(REASONS)) for one in pairs),
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    sections = tuple(Section(code, draw(TEXTS), draw(NUMBERS)) for code in SectionCode)
    applies = {where.uid: tuple(row.uid for row in indicators) for where in services}
    return Definition(draw(RULES), sections, indicators, services, evaluators, applies)


@given(definitions())
def test_a_definition_comes_back_as_it_was(definition: Definition) -> None:
    parts = to_parts(definition)
    assert from_parts(list(parts.values())) == definition
    assert from_parts(list(reversed(parts.values()))) == definition
    assert all(part_hash(body) == hash_ for hash_, body in parts.items())


@given(definitions())
def test_unchanged_parts_keep_their_hash_and_so_does_an_unchanged_version(
    definition: Definition,
) -> None:
    parts = to_parts(definition)
    again = to_parts(definition, parts)
    assert again == parts
    assert version_hash(again) == version_hash(parts)


def changed_parts(before: Definition, after: Definition) -> set[str]:
    parts = to_parts(before)
    later = to_parts(after, parts)
    return {json.loads(body)["kind"] for hash_, body in later.items() if hash_ not in parts}


def test_only_what_changed_gets_a_new_hash() -> None:
    old = read_definition(sample_definition())
    rules = replace(old.rules, cut=Decimal(70))
    assert changed_parts(old, replace(old, rules=rules)) == {"rules"}
    indicators = (replace(old.indicators[0], name="새 이름"), *old.indicators[1:])
    assert changed_parts(old, replace(old, indicators=indicators)) == {"indicator"}
    services = (*old.services[:-1], replace(old.services[-1], department="새 과"))
    assert changed_parts(old, replace(old, services=services)) == {"service"}
    people = (replace(old.evaluators[0], affiliation="새 소속"), *old.evaluators[1:])
    assert changed_parts(old, replace(old, evaluators=people)) == {"evaluator"}
    assert changed_parts(old, old) == set()


def test_the_same_content_is_salted_anew_so_that_nobody_can_guess_it() -> None:
    definition = read_definition(sample_definition())
    one, other = to_parts(definition), to_parts(definition)
    assert one.keys().isdisjoint(other)
    assert version_hash(one) != version_hash(other)
    salts = [json.loads(body)["salt"] for body in one.values()]
    assert len(set(salts)) == len(salts)
    assert all(len(salt) == 32 for salt in salts)


def test_the_sample_definition_comes_back_as_it_was() -> None:
    definition = read_definition(sample_definition())
    assert from_parts(list(to_parts(definition).values())) == definition


def test_an_owners_parts_hold_his_charges_and_nobody_elses() -> None:
    definition = read_definition(sample_definition())
    parts = to_parts(definition)
    for owner in definition.evaluators:
        mine = from_parts(list(parts_for(parts, owner.uid).values()))
        assert mine.evaluators == (owner,)
        assert {row.uid for row in mine.services} == {charge.service for charge in owner.charges}
        assert {row.uid for row in mine.indicators} == {row.indicator for row in owner.charges}
        assert (mine.rules, mine.sections) == (definition.rules, definition.sections)
        for where in mine.services:
            known = {row.uid for row in mine.indicators}
            assert mine.applies[where.uid] == tuple(
                uid for uid in definition.applies[where.uid] if uid in known
            )


@given(definitions(), st.data())
def test_an_owners_parts_name_no_other_owner(definition: Definition, data: st.DataObject) -> None:
    people = {row.uid: row for row in definition.evaluators}
    if len(people) < 2:
        return
    owner = data.draw(st.sampled_from(sorted(people)))
    text = "".join(parts_for(to_parts(definition), owner).values())
    for other in people:
        assert (other.hex() in text) == (other == owner)


def test_his_parts_prove_his_version_without_the_others() -> None:
    definition = read_definition(sample_definition())
    parts = to_parts(definition)
    mine = parts_for(parts, definition.evaluators[0].uid)
    assert mine.items() < parts.items()
    assert version_hash([*mine, *(parts.keys() - mine.keys())]) == version_hash(parts)
    forged = {part_hash(body.replace("75", "70")) for body in mine.values()}
    assert version_hash(forged | (parts.keys() - mine.keys())) != version_hash(parts)


def test_the_order_of_parts_is_no_difference() -> None:
    hashes = [bytes([number]) * 32 for number in range(5)]
    assert version_hash(hashes) == version_hash(reversed(hashes))
    assert version_hash(hashes) != version_hash(hashes[1:])


def test_the_owner_of_nothing_gets_only_the_rules(tmp_path: Path) -> None:
    bench = made(tmp_path)
    parts = to_parts(bench.definition)
    stranger = parts_for(parts, b"x" * 16)
    assert {json.loads(body)["kind"] for body in stranger.values()} == {"rules", "sections"}


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"kind": "rules"}', "7", '{"kind": []}'])
def test_texts_that_are_no_parts_raise_what_is_promised(body: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_parts([body])
