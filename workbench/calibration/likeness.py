"""Texts that are equal or nearly so: of several evaluators, or of one over several services.

Two texts are compared by the sets of their character 5-grams (shingles): the Jaccard similarity
is the number of grams they share over the number of grams in either (A. Z. Broder, On the
resemblance and containment of documents, 1997). Every near pair is found without comparing all
pairs: two sets that are so similar share one of the rarest grams of each (prefix filtering,
R. J. Bayardo, Y. Ma, R. Srikant, Scaling up all pairs similarity search, 2007).
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

from workbench.calibration.given import WrittenText
from workbench.definition.terms import Uid
from workbench.progress import Pulse, unwatched

SHORTEST: Final = 20
"""A text with fewer letters and digits says too little to be anybody's own."""
SHINGLE: Final = 5
NEAR: Final = Fraction(4, 5)
"""From this similarity on two texts are nearly equal."""
REPEATED: Final = 3
"""In so many services one evaluator's equal text is worth asking about."""
_PULSE_EVERY: Final = 500
_BITS: Final = 512


@dataclass(frozen=True, slots=True)
class LikeTexts:
    """Texts of several evaluators, each nearly equal to another one of them."""

    places: tuple[WrittenText, ...]
    similarity: Fraction
    """The highest that was found between two evaluators; 1 is equal but for spaces and signs."""


@dataclass(frozen=True, slots=True)
class RepeatedText:
    """One text that one evaluator wrote in several services."""

    places: tuple[WrittenText, ...]


def normalised(text: str) -> str:
    """Return the letters and digits of ``text`` in NFC, without case."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return "".join(filter(str.isalnum, folded))


def shingles(normal: str) -> frozenset[str]:
    """Return the character 5-grams of a normalised text."""
    return frozenset([normal[at : at + SHINGLE] for at in range(len(normal) - SHINGLE + 1)])


def similarity(one: str, other: str) -> Fraction:
    """Return the Jaccard similarity of two normalised texts of at least five characters."""
    mine, theirs = shingles(one), shingles(other)
    return Fraction(len(mine & theirs), len(mine | theirs))


class Texts:
    """The texts worth comparing, equal ones together; the order they come in does not matter."""

    def __init__(self, texts: Iterable[WrittenText]) -> None:
        groups: dict[str, list[WrittenText]] = {}
        for one in sorted(texts, key=_order):
            normal = normalised(one.text)
            if len(normal) >= SHORTEST:
                groups.setdefault(normal, []).append(one)
        self._groups = groups

    def repeated(self) -> tuple[RepeatedText, ...]:
        """Return the texts that one evaluator wrote in three services or more."""
        found = []
        for places in self._groups.values():
            for evaluator in sorted({one.evaluator for one in places}):
                own = tuple(one for one in places if one.evaluator == evaluator)
                if len({one.service for one in own}) >= REPEATED:
                    found.append(RepeatedText(own))
        return tuple(found)

    def alike(self, pulse: Pulse = unwatched) -> tuple[LikeTexts, ...]:
        """Return the nearly equal texts of different evaluators, chains of them together.

        Raises:
            Cancelled: ``pulse`` said that the person asked to stop.
        """
        return _Comparison(self._groups, pulse).found()


class _Compared(NamedTuple):
    """One normalised text as it is compared."""

    places: tuple[WrittenText, ...]
    writers: frozenset[Uid]
    size: int
    """How many grams it has."""
    grams: tuple[str, ...]
    """Those that another text holds too, the rarest first."""
    rare: tuple[str, ...]
    """The first of them: every near text has one of its own rare grams among these."""
    bits: int
    """A set of the grams in so few bits that two texts are told apart at once."""

    @property
    def alone(self) -> int:
        """How many grams no other text holds."""
        return self.size - len(self.grams)


class _Comparison:
    """Finds which texts are near to one another, those with few grams first."""

    def __init__(self, groups: dict[str, list[WrittenText]], pulse: Pulse) -> None:
        self._pulse = pulse
        self._texts = _prepared(groups)
        self._roots = list(range(len(self._texts)))
        self._best: dict[int, Fraction] = {}
        self._loners: dict[str, list[int]] = {}
        """By rare gram the texts that were near to none before them."""
        self._chained: dict[str, dict[int, list[int]]] = {}
        """By rare gram and chain the texts that were near to one: of a chain one is enough."""

    def found(self) -> tuple[LikeTexts, ...]:
        """Return the chains in which more than one evaluator wrote."""
        for at in range(len(self._texts)):
            if at % _PULSE_EVERY == 0:
                self._pulse()
            self._join(at)
        chains: dict[int, list[int]] = {}
        for at in range(len(self._texts)):
            chains.setdefault(self._root(at), []).append(at)
        made = (self._chain(members) for members in chains.values())
        return tuple(one for one in made if one is not None)

    def _join(self, at: int) -> None:
        """Link one text to every chain that holds a near one, and note its rare grams."""
        rare, mine = self._texts[at].rare, frozenset(self._texts[at].grams)
        for other in set().union(*(self._loners.get(gram, ()) for gram in rare)):
            self._link(at, other, mine)
        for gram in rare:
            for root, members in self._chained.get(gram, {}).items():
                if self._root(root) != self._root(at):
                    any(self._link(at, other, mine) for other in members)
        root = self._root(at)
        for gram in rare:
            if root == at:
                self._loners.setdefault(gram, []).append(at)
            else:
                self._chained.setdefault(gram, {}).setdefault(root, []).append(at)

    def _link(self, at: int, other: int, mine: frozenset[str]) -> bool:
        """Link two texts if they are near, and say whether they are."""
        one, two = self._texts[at], self._texts[other]
        most = (one.size + two.size) * (NEAR.denominator - NEAR.numerator)
        differing = (one.bits ^ two.bits).bit_count() + one.alone + two.alone  # or more
        if differing * (NEAR.denominator + NEAR.numerator) > most:
            return False
        both = len(mine.intersection(two.grams))
        near = Fraction(both, one.size + two.size - both)
        if near < NEAR:
            return False
        if len(one.writers | two.writers) > 1:
            for place in (at, other):
                self._best[place] = max(near, self._best.get(place, near))
        self._roots[self._root(at)] = self._root(other)
        return True

    def _chain(self, members: Sequence[int]) -> LikeTexts | None:
        texts = [self._texts[at] for at in members]
        if len(frozenset().union(*(one.writers for one in texts))) < 2:
            return None
        if any(len(one.writers) > 1 for one in texts):
            best = Fraction(1)
        else:  # a chain of two evaluators has a link between two
            best = max(self._best[at] for at in members if at in self._best)
        places = sorted((place for one in texts for place in one.places), key=_order)
        return LikeTexts(tuple(places), best)

    def _root(self, at: int) -> int:
        while self._roots[at] != at:
            self._roots[at] = self._roots[self._roots[at]]
            at = self._roots[at]
        return at


def _prepared(groups: dict[str, list[WrittenText]]) -> list[_Compared]:
    """Return the texts as they are compared, those with few grams first.

    A gram that one text alone holds is shared with nobody, so it counts in the size only; and a
    near text shares so many grams that among the rarest of either is one of both.
    """
    counts: Counter[str] = Counter()
    for normal in groups:
        counts.update(shingles(normal))
    made = []
    for normal, places in groups.items():
        every = shingles(normal)
        common = sorted((counts[gram], gram) for gram in every if counts[gram] > 1)
        grams = tuple(gram for _, gram in common)
        size, alone = len(every), len(every) - len(grams)
        least = -(-NEAR.numerator * size // NEAR.denominator)
        bits = 0
        for gram in grams:
            bits |= 1 << (hash(gram) % _BITS)
        writers = frozenset(one.evaluator for one in places)
        rare = grams[: max(size - least + 1 - alone, 0)]
        made.append((size, normal, _Compared(tuple(places), writers, size, grams, rare, bits)))
    return [one for _, _, one in sorted(made, key=lambda row: row[:2])]


def _order(one: WrittenText) -> tuple[Uid, Uid, str, str]:
    return one.service, one.evaluator, one.kind, one.text
