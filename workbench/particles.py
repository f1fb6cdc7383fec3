"""The particle behind a value in a Korean sentence: 은 or 는, by how the value is read aloud."""

import re
from collections.abc import Mapping
from typing import Final

_OPEN: Final = re.compile(
    r"\{(?P<name>\w+)\}(?P<closing>[’'”\")]*)"
    r"(?P<both>은\(는\)|이\(가\)|을\(를\)|과\(와\)|\(으\)로|\(이\)라는)"
)
_CHOICES: Final = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라는": ("이라는", "라는"),
}
"""Behind a consonant, and behind a vowel."""
_CLOSING: Final = "’'”\")]〉」』 "
_HANGUL: Final = range(0xAC00, 0xD7A4)
_FINALS: Final = 28
_RIEUL: Final = 8
_READ: Final = {
    # 영 일 이 삼 사 오 육 칠 팔 구; 십, 백, 천 and 만 end in a consonant as 영 does
    **dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True)),
    "%": "트",
    **dict.fromkeys("lL", "엘"),
    **dict.fromkeys("mM", "엠"),
    **dict.fromkeys("nN", "엔"),
    **dict.fromkeys("abcdefghijkopqrstuvwxyzABCDEFGHIJKOPQRSTUVWXYZ", "이"),
}
"""The last syllable of what is no Hangul; of a Latin word nobody can be sure."""
_WORDS: Final = {".zip": "집"}


def with_particles(template: str, values: Mapping[str, object]) -> str:
    """Return ``template`` with the particle that each of ``values`` takes in place of both.

    Where a value ends in something that cannot be read aloud, both stay.
    """

    def chosen(place: re.Match[str]) -> str:
        name, closing, both = place["name"], place["closing"], place["both"]
        return f"{{{name}}}{closing}{_particle(both, str(values.get(name, '')))}"

    return _OPEN.sub(chosen, template)


def _particle(both: str, before: str) -> str:
    word = before.rstrip(_CLOSING)
    last = next((read for end, read in _WORDS.items() if word.endswith(end)), word[-1:])
    last = _READ.get(last, last)
    if not last or ord(last) not in _HANGUL:
        return both
    final = (ord(last) - _HANGUL.start) % _FINALS
    after_consonant, after_vowel = _CHOICES[both]
    is_open = final == 0 or (both == "(으)로" and final == _RIEUL)
    return after_vowel if is_open else after_consonant
