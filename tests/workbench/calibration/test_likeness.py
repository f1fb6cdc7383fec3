"""Near-equal texts: the figure itself, and that every near pair is found."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.calibration.judging_round import NEAR_OPINION, OPINION
from workbench.calibration.given import WrittenText
from workbench.calibration.likeness import (
    NEAR,
    SHORTEST,
    Texts,
    normalised,
    shingles,
    similarity,
)
from workbench.errors import Cancelled

LONG = "사업계획 수립 과정에서 이용자 의견을 폭넓게 수렴하여 반영함"
OTHER = "안전 점검 결과를 분기마다 공개하고 지적 사항을 모두 조치함"


def text(who: int, where: int, words: str, kind: str = "comment") -> WrittenText:
    return WrittenText(b"e%d" % who, b"s%d" % where, kind, words)


def test_spaces_signs_case_and_composition_do_not_matter() -> None:
    assert normalised("A 사업,  계획(안)\n『수립』…") == "a사업계획안수립"
    assert normalised(unicodedata.normalize("NFD", "각 사업")) == normalised("각사업")


def test_similarity_by_hand() -> None:
    # abcde, bcdef, cdefg and abcde, bcdef, cdefx: two of four
    assert similarity("abcdefg", "abcdefx") == Fraction(2, 4)
    assert similarity("abcdefg", "abcdefg") == 1
    assert shingles("abcd") == frozenset()


def test_equal_and_nearly_equal_texts_of_two_evaluators_are_found() -> None:
    (equal,) = Texts([text(1, 1, LONG), text(2, 5, f" {LONG}!"), text(3, 1, OTHER)]).alike()
    assert equal.similarity == 1
    assert {one.service for one in equal.places} == {b"s1", b"s5"}
    (near,) = Texts([text(1, 1, OPINION, "opinion"), text(2, 1, NEAR_OPINION)]).alike()
    assert near.similarity == similarity(normalised(OPINION), normalised(NEAR_OPINION))
    assert NEAR <= near.similarity < 1


def test_one_evaluator_alone_and_short_texts_are_not() -> None:
    assert Texts([text(1, 1, LONG), text(1, 2, LONG)]).alike() == ()
    short = "가" * (SHORTEST - 1)
    assert Texts([text(1, 1, short), text(2, 1, short)]).alike() == ()
    assert Texts([text(1, at, short) for at in range(5)]).repeated() == ()
    whole = "가나다라마바사아자차카타파하거너더러머버"
    assert len(whole) == SHORTEST
    assert len(Texts([text(1, 1, whole), text(2, 1, whole)]).alike()) == 1


def test_equal_texts_in_three_services_are_repeated() -> None:
    texts = [text(1, 1, LONG), text(1, 2, f"{LONG}."), text(1, 2, LONG, "opinion")]
    assert Texts(texts).repeated() == ()
    (again,) = Texts([*texts, text(1, 7, LONG), text(2, 8, LONG)]).repeated()
    assert [one.service for one in again.places] == [b"s1", b"s2", b"s2", b"s7"]


def test_a_comparison_can_be_stopped() -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        Texts([text(1, 1, LONG), text(2, 1, OTHER)]).alike(stop)


@st.composite
def written(draw: st.DrawFn) -> list[WrittenText]:
    """Texts that are variations of a few, so that many are near and many just are not."""
    bases = draw(
        st.lists(st.text("가나다라마바사abc", min_size=20, max_size=60), min_size=1, max_size=4)
    )
    made = []
    for _ in range(draw(st.integers(2, 14))):
        base = draw(st.sampled_from(bases))
        at, end = sorted(draw(st.tuples(st.integers(0, len(base)), st.integers(0, len(base)))))
        cut = min(end, at + draw(st.integers(0, 6)))
        words = base[:at] + draw(st.text("가나xyz ,.", max_size=4)) + base[cut:]
        made.append(text(draw(st.integers(1, 4)), draw(st.integers(1, 6)), words))
    return made


def chains_by_force(texts: list[WrittenText]) -> set[frozenset[WrittenText]]:
    """Every pair compared; what is near belongs together."""
    nodes = [one for one in texts if len(normalised(one.text)) >= SHORTEST]
    chains = [{one} for one in nodes]
    for one, other in combinations(nodes, 2):
        if similarity(normalised(one.text), normalised(other.text)) >= NEAR:
            mine = next(chain for chain in chains if one in chain)
            theirs = next(chain for chain in chains if other in chain)
            if mine is not theirs:
                mine |= theirs
                chains.remove(theirs)
    several = (chain for chain in chains if len({one.evaluator for one in chain}) > 1)
    return {frozenset(chain) for chain in several}


@given(written())
def test_every_near_pair_is_found_and_nothing_else(texts: list[WrittenText]) -> None:
    found = Texts(texts).alike()
    assert {frozenset(one.places) for one in found} == chains_by_force(texts)
    for one in found:
        near = [
            similarity(normalised(a.text), normalised(b.text))
            for a, b in combinations(one.places, 2)
            if a.evaluator != b.evaluator
        ]
        assert NEAR <= one.similarity <= max(near)
        assert one.similarity in near


@given(written(), st.randoms(use_true_random=True))
def test_the_order_of_texts_does_not_matter(texts: list[WrittenText], dice) -> None:
    mixed = list(texts)
    dice.shuffle(mixed)
    assert Texts(mixed).alike() == Texts(texts).alike()
    assert Texts(mixed).repeated() == Texts(texts).repeated()
