"""Parts and wholes in a text: n개 중 m개(p%), and totals said beside what they are made of."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from workbench.wording.amounts import Amount, amounts, folded, is_written_as, shown
from workbench.wording.remarks import About, Remark, remark

_OF: Final = re.compile(
    r"\s*[가-힣]{0,8}(?:\s[가-힣]{1,6})?(?:\s|(?<=[개건명곳회인팀종소]))(?:중|가운데)(?:에서|에)?"
    r"\s*[^,.;\n\d]{0,12}"
)
_BESIDE: Final = re.compile(
    r"[^,.;\n\d(]{0,14}\(\s*(?:[가-힣]{1,4}[율률]은?\s*)?(?:약\s*)?|\s*[가-힣]{0,3}\s(?:약\s*)?"
)
_SUM: Final = re.compile(r"(?:총|합계|모두|전체)\s*(?=\d)")
_ITEM_GAP: Final = re.compile(r"[가-힣]{1,4}\s*[,·/]\s*[가-힣A-Za-z\s]{1,14}")


def share_remarks(text: str) -> Iterator[Remark]:
    """Yield a remark on every share or sum in ``text`` that its own numbers do not give."""
    plain = folded(text)
    found = amounts(plain)
    for whole, part, share in zip(found, found[1:], found[2:], strict=False):
        if _is_share(plain, whole, part, share):
            yield from _share(whole, part, share)
    yield from _sums(plain, found)


def _is_share(text: str, whole: Amount, part: Amount, share: Amount) -> bool:
    return (
        share.is_percent
        and not (whole.is_percent or part.is_percent)
        and _OF.fullmatch(text, whole.end, part.start) is not None
        and _BESIDE.fullmatch(text, part.end, share.start) is not None
    )


def _share(whole: Amount, part: Amount, share: Amount) -> Iterator[Remark]:
    if not whole.whole or whole.scale != part.scale:
        return
    exact = part.whole * 100 / whole.whole
    rest = abs(100 - exact)  # 35건 중 2건 미조치(94.3%) speaks of the others
    if is_written_as(share, exact) or is_written_as(share, rest):
        return
    span = whole.start, share.end + 1
    if exact > 100:
        yield remark(About.SHARE, span, "wording_part_larger")
        return
    right = shown(exact, max(share.places, 1))
    yield remark(
        About.SHARE,
        span,
        "wording_share_wrong",
        part=shown(part.value, part.places),
        whole=shown(whole.value, whole.places),
        said=shown(share.value, share.places),
        share=right,
    )


def _sums(text: str, found: tuple[Amount, ...]) -> Iterator[Remark]:
    """총 50명(남 30명, 여 20명): every item in the brackets counts the same."""
    for at, total in enumerate(found):
        is_named = any(one.end() == total.start for one in _SUM.finditer(text))
        opened = re.compile(r"[가-힣]{1,4}\s*\([가-힣A-Za-z\s]{1,14}").match(text, total.end)
        if not is_named or opened is None or not total.unit:
            continue
        close = text.find(")", opened.end())
        items = [one for one in found[at + 1 :] if one.start < close]
        if len(items) < 2 or not _is_list(text, total, items, close):
            continue
        exact = sum((one.whole for one in items), Fraction(0))
        if exact != total.whole:
            said = shown(total.value, total.places)
            span = total.start, close + 1
            right = shown(exact / total.scale, total.places)
            yield remark(About.SHARE, span, "wording_sum_wrong", said=said, sum=right)


def _is_list(text: str, total: Amount, items: list[Amount], close: int) -> bool:
    is_tight = all(
        _ITEM_GAP.fullmatch(text, one.end, other.start) for one, other in pairwise(items)
    )
    is_last = text[items[-1].end : close] == total.unit
    return is_tight and is_last and all(one.unit == total.unit for one in items)
