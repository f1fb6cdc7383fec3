"""How much something grew: a → b with the percent or the multiple that a text says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Final

from workbench.wording.amounts import Amount, amounts, folded, is_written_as, shown
from workbench.wording.remarks import About, Remark, Span, remark

_RISES: Final = (
    "상승|증가|향상|신장|성장|확대|증대|제고|급증|급등|상향|늘어|늘었|늘림|늘린|늘려|오른|올라|올린"
)
_FALLS: Final = "감소|하락|축소|급감|줄어|줄었|줄임|줄인|줄여|절감|단축|감축|저하|하향|내린|낮춘"
_EITHER: Final = "개선|증감"
_FAR: Final = 40
"""So far behind the two numbers a percent may still speak of them."""

_YEAR: Final = r"(?:\(?['\u2018\u2019]?(?:\d{2}|\d{4})(?:년도?)?\)?\s*)?"
"""A year beside a number: 923명('22년) → '23년 2,671명."""
_UNIT: Final = r"\s*[가-힣%㎡A-Za-z]{0,6}?\s*"
_ARROW: Final = re.compile(
    rf"{_UNIT}{_YEAR}(?P<way>→|⇒|➡|➔|⟶|⟹|▶|->|=>|에서|대비)\s*{_YEAR}(?:약|총|올해|금년|당해)?\s*"
)
_TO: Final = re.compile(rf"{_UNIT}(?:으로|로)")
_TIMELY: Final = ("년", "월", "일", "분기", "반기", "차", "시", "학년")
"""Numbers of these do not grow."""
# what may stand between b and its percent without speaking of something else
_TIED: Final = re.compile(
    rf"{_UNIT}(?:으로|로|을|를|이|가)?{_YEAR}[\s,(:·]*"
    r"(?:(?:전년도?|작년|전년도?\s*동기)\s*(?:대비|보다)|대비|약|무려|총|각각|"
    r"(?:증가|성장|상승|증감|신장|향상|감소|하락|절감|개선)[율률폭]은?)?[\s,(:]*(?:약|대략)?\s*"
)
_RATE_NAMED: Final = re.compile(r"(증가|성장|상승|증감|신장|향상|감소|하락|절감|개선)[율률]")
_MORE: Final = r"\s*(?P<bound>이상|초과|넘게|이하|미만|가까이|육박|가량|정도|내외|대)?\s*"
_WORD: Final = re.compile(
    rf"\s*%?(?:[pP])?{_MORE}(?:포인트)?\s*[)\]]?\s*(?:씩|나|이나|를|을|의|만큼|로|으로)?\s*"
    rf"(?:크게|대폭|소폭)?\s*(?P<word>{_RISES}|{_FALLS}|{_EITHER})"
)
_BARE: Final = re.compile(rf"\s*%(?:[pP])?{_MORE}(?P<word>)")
_TIMES: Final = re.compile(
    rf"\s*배{_MORE}(?P<as_ratio>로|으로|수준|에 달)?\s*[)\]]?\s*(?:나|이나)?\s*"
    rf"(?:크게|대폭)?\s*(?P<word>{_RISES})?"
)
_VAGUE: Final = frozenset({"이하", "미만", "가까이", "육박", "대"})


@dataclass(frozen=True, slots=True)
class _Claim:
    """The number that says how much it grew, and the words around it."""

    written: Amount
    word: str
    bound: str
    is_about: bool
    is_tied: bool
    """Whether nothing stands between that could make it speak of something else."""
    end: int


def growth_remarks(text: str) -> Iterator[Remark]:
    """Yield a remark on every growth in ``text`` that its own numbers do not give.

    A percent is remarked where it is b as a part of a, or where it follows b directly and is
    no rounding of the growth.
    """
    plain = folded(text)
    found = tuple(one for one in amounts(plain) if not _is_year(one))
    for chain, behind in _chains(plain, found):
        if behind is None:
            continue
        if behind.unit.startswith("배"):
            yield from _times(plain, chain, behind)
        elif behind.unit.startswith("%"):
            yield from _percent(plain, chain, behind)


def _chains(
    text: str, found: tuple[Amount, ...]
) -> Iterator[tuple[tuple[Amount, ...], Amount | None]]:
    """Yield numbers joined by arrows, each chain with the number behind it."""
    chain: list[Amount] = []
    for one, other in pairwise((*found, None)):
        if one is not None and other is not None and _leads(text, one, other):
            chain = [*(chain or [one]), other]
            continue
        if chain:
            yield tuple(chain), other
            chain = []


def _leads(text: str, one: Amount, other: Amount) -> bool:
    """Say whether the text goes from ``one`` to ``other``: with an arrow, or 에서 … 로."""
    is_far = other.start - one.end > _FAR
    match = None if is_far else _ARROW.fullmatch(text, one.end, other.start)
    if match is None or one.unit.startswith(_TIMELY):
        return False
    return match["way"] != "에서" or _TO.match(text, other.end) is not None


def _is_year(amount: Amount) -> bool:
    is_said = amount.unit.startswith("년") and not amount.places
    return is_said and (10 <= amount.value <= 99 or 1900 <= amount.value <= 2100)


def _values(chain: tuple[Amount, ...]) -> list[Fraction] | None:
    sizes = {one.scale for one in chain}
    if sizes == {1}:
        return [one.value for one in chain]
    if all(one.scale > 1 for one in chain):
        return [one.whole for one in chain]
    if chain[-1].scale > 1 and all(one.scale == 1 and not one.unit for one in chain[:-1]):
        return [one.value for one in chain]  # 3 → 5억원
    return None


def _claim(
    text: str, chain: tuple[Amount, ...], written: Amount, match: re.Match[str]
) -> _Claim | None:
    gap = text[chain[-1].end : written.start]
    is_tied = "대비" not in text[chain[0].end : chain[-1].start]
    if len(gap) > _FAR or re.search(r"[.;\n]", gap):
        return None
    return _Claim(
        written,
        match["word"] or "",
        match["bound"] or "",
        bool(re.search(r"(?:약|대략|여)\s*$", gap)) or match["bound"] in ("가량", "정도", "내외"),
        is_tied and bool(_TIED.fullmatch(gap)),
        match.end(),
    )


def _percent(text: str, chain: tuple[Amount, ...], written: Amount) -> Iterator[Remark]:
    match = _WORD.match(text, written.end)
    gap = text[chain[-1].end : written.start]
    named = _RATE_NAMED.search(gap)
    if match is None:
        match = _BARE.match(text, written.end)
        if match is None or named is None:
            return
    claim, values = _claim(text, chain, written, match), _values(chain)
    if claim is None or values is None or claim.bound in _VAGUE:
        return
    word = claim.word or (named[1] if named else "")
    span = chain[0].start, claim.end
    if all(one.is_percent for one in chain):
        yield from _of_percents(claim, values, span)
        return
    if written.is_points_of_percent or any(one.is_percent for one in chain):
        return
    pairs = [(a, b) for a, b in combinations(values, 2) if b == values[-1]]
    if values[0] == 0:
        if claim.is_tied and len(values) == 2:
            yield remark(About.GROWTH, span, "wording_growth_from_zero", said=_said(written))
        return
    grown = [abs(b - a) * 100 / a for a, b in pairs if a]
    if any(_holds(claim, one) for one in grown):
        yield from _way(claim, values, word, span)
        return
    ends = {"start": _as_written(text, chain[0]), "end": _as_written(text, chain[-1])}
    right = {"growth": shown(grown[0], max(written.places, 1)), "said": _said(written)}
    if any(_holds(claim, b * 100 / a) for a, b in pairs if a):
        yield remark(About.GROWTH, span, "wording_growth_ratio", **ends, **right)
    elif claim.is_tied:
        yield remark(About.GROWTH, span, "wording_growth_wrong", **ends, **right)


def _holds(claim: _Claim, exact: Fraction) -> bool:
    if claim.bound in ("이상", "초과", "넘게"):
        return exact >= claim.written.value
    return is_written_as(claim.written, exact, is_about=claim.is_about)


def _way(claim: _Claim, values: list[Fraction], word: str, span: Span) -> Iterator[Remark]:
    rises, falls = re.match(_RISES, word), re.match(_FALLS, word)
    is_more, is_less = values[-1] > values[0], values[-1] < values[0]
    if claim.is_tied and ((rises and is_less) or (falls and is_more)):
        yield remark(About.GROWTH, span, "wording_growth_way", word=word)


def _of_percents(claim: _Claim, values: list[Fraction], span: Span) -> Iterator[Remark]:
    """88% → 95%: the difference is 7%p, 7.95% is the growth of a percentage."""
    difference = abs(values[-1] - values[0])
    points = shown(difference, claim.written.places)
    if claim.written.is_points_of_percent:
        if claim.is_tied and not _holds(claim, difference):
            yield remark(About.GROWTH, span, "wording_points_wrong", points=points)
    elif _holds(claim, difference) and difference:
        yield remark(About.GROWTH, span, "wording_points_meant", said=_said(claim.written))


def _times(text: str, chain: tuple[Amount, ...], written: Amount) -> Iterator[Remark]:
    match = _TIMES.match(text, written.end)
    values = _values(chain)
    if match is None or values is None or not values[0]:
        return
    claim = _claim(text, chain, written, match)
    if claim is None or claim.bound in _VAGUE or not claim.is_tied:
        return
    ratio = values[-1] / values[0]
    meant = [ratio] if match["as_ratio"] or not claim.word else [ratio, ratio - 1]
    if not any(_holds(claim, one) for one in meant):
        span = chain[0].start, claim.end
        right = shown(ratio, max(written.places, 1))
        yield remark(About.GROWTH, span, "wording_times_wrong", said=_said(written), times=right)


def _said(written: Amount) -> str:
    return shown(written.value, written.places)


def _as_written(text: str, amount: Amount) -> str:
    return text[amount.start : amount.end]
