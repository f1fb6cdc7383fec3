"""How a line is written: its length, its ending, stray signs, spaces before units."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from workbench.reports.safe_text import display_width
from workbench.wording.amounts import NUMBER, folded
from workbench.wording.remarks import About, Remark, remark

MOST_UNITS: Final = 120
"""A line of the report is read at a glance: 60 Hangul syllables."""
FEWEST_LINES: Final = 2
MOST_LINES: Final = 3
"""Two of each as a rule, three now and then (FIELD §4.1)."""

_SENTENCE_END: Final = re.compile(
    r"(?P<word>[가-힣]{0,8}(?:다|[해에예세어아네군]요|니까|을까|시오))(?=[.。]?\s*(?:$|\n)|[.。]\s)"
)
_NOUNS: Final = ("마다", "보다", "바다", "소다", "캐나다", "판다")
_EXCLAMATION: Final = re.compile("!+")
_GAP: Final = re.compile(r"(?<=\S)[ \u00a0\u3000]{2,}(?=\S)")
_LOST: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd\ufffd]+|[?]{2,}")
_BULLET: Final = re.compile(r"\s*[-–—•·○ㅇ□■※▪◦*]+\s+")
_UNITS: Final = (
    "개소|개월|개|건|명|점|회|곳|천원|만원|백만원|억원|원|시간|일|년|배|위|분기|팀|종|가구|호|"
    "권|차례"
)
_SPACED_UNIT: Final = re.compile(
    rf"(?<![\d.,])(?P<number>{NUMBER})\s+(?P<unit>%[pP]?|(?:{_UNITS})"
    r"(?=$|[\s,.()\]/·:;]|(?:이|가|을|를|은|는|으로|에서|까지|부터|당)(?:$|[\s,.()])))"
)
_SPLIT_POINTS: Final = re.compile(r"%\s+[pP](?![A-Za-z])")

_CIRCLES: Final = "\u2460-\u2473\u3251-\u325f\u32b1-\u32bf"
_CIRCLED: Final = re.compile(f"[{_CIRCLES}]")
_PAST_FIFTY: Final = re.compile(
    "(?P<tens>[\u2464-\u2468])(?P<ones>[\u2460-\u2468\u24ea])"
    r"|○(?:5[1-9]|[6-9]\d)(?=[\s.)]|$)"
    "|\\d{1,3}[\u20dd\u20de]"
)
"""⑤① and ○51 and 51 in a combining circle; ⑤⑥ is a list of two."""
_OTHER_CIRCLES: Final = re.compile("[\u2474-\u249b\u24ea-\u24ff\u2776-\u2793]")


def length_remarks(text: str) -> Iterator[Remark]:
    """Remark a line that is longer than a line of the report should be."""
    flat = text.replace("\n", " ")
    width = display_width(flat)
    if width <= MOST_UNITS:
        return
    ends = range(1, min(len(flat), MOST_UNITS) + 1)
    span = bisect_right(ends, MOST_UNITS, key=lambda end: display_width(flat[:end])), len(text)
    yield remark(About.LENGTH, span, "wording_too_long", width=width, most=MOST_UNITS)


def style_remarks(text: str) -> Iterator[Remark]:
    """Yield what a line of the report is not written like."""
    plain = folded(text)
    for match in _SENTENCE_END.finditer(text):
        if not match["word"].endswith(_NOUNS):
            yield remark(About.STYLE, match.span(), "wording_sentence", word=match["word"])
    for match in _EXCLAMATION.finditer(plain):
        yield remark(About.STYLE, match.span(), "wording_exclamation")
    for match in _GAP.finditer(text):
        yield remark(About.STYLE, match.span(), "wording_double_space")
    for match in _SPACED_UNIT.finditer(plain):
        said = match["number"] + match["unit"]
        yield remark(About.STYLE, match.span(), "wording_spaced_unit", said=said)
    for match in _SPLIT_POINTS.finditer(plain):
        yield remark(About.STYLE, match.span(), "wording_spaced_unit", said="%p")


def sign_remarks(text: str) -> Iterator[Remark]:
    """Yield lost marks, a bullet that the report sets itself, and circled numbers gone wrong."""
    bullet = _BULLET.match(text)
    if bullet is not None:
        yield remark(About.SIGN, bullet.span(), "wording_bullet")
    for match in _LOST.finditer(folded(text)):
        yield remark(About.SIGN, match.span(), "wording_lost_sign")
    taken = set()
    for match in _PAST_FIFTY.finditer(text):
        if match["tens"] and match["tens"] < match["ones"] < "\u24ea":
            continue
        taken |= set(range(*match.span()))
        yield remark(About.SIGN, match.span(), "wording_past_fifty", said=match[0])
    for match in _OTHER_CIRCLES.finditer(text):
        if match.start() not in taken:
            yield remark(About.SIGN, match.span(), "wording_other_circle", said=match[0])
    yield from _unordered(text)


def _unordered(text: str) -> Iterator[Remark]:
    """Circled numbers run upwards; where they do not, one of them was misread."""
    found = list(_CIRCLED.finditer(text))
    for before, after in pairwise(found):
        is_apart = after.start() > before.end()
        if is_apart and _rank(after[0]) < _rank(before[0]) and _rank(after[0]) != 1:
            yield remark(About.SIGN, after.span(), "wording_circle_order", said=after[0])


def _rank(circled: str) -> int:
    code = ord(circled)
    for first, last, number in ((0x2460, 0x2473, 1), (0x3251, 0x325F, 21), (0x32B1, 0x32BF, 36)):
        if first <= code <= last:
            return code - first + number
    return 0
