"""Hangul by the keys that type it, so that a half-composed syllable already finds its word."""

import unicodedata
from typing import Final

_INITIALS: Final = {
    "ㄱ": "\u1100",
    "ㄲ": "\u1101",
    "ㄴ": "\u1102",
    "ㄷ": "\u1103",
    "ㄹ": "\u1105",
    "ㅁ": "\u1106",
    "ㅂ": "\u1107",
    "ㅅ": "\u1109",
    "ㅆ": "\u110a",
    "ㅇ": "\u110b",
    "ㅈ": "\u110c",
    "ㅊ": "\u110e",
    "ㅋ": "\u110f",
    "ㅌ": "\u1110",
    "ㅍ": "\u1111",
    "ㅎ": "\u1112",
}
# in the order of Unicode, from U+11A8; two letters are two keys
_FINALS: Final = (
    *("ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ"),
    *("ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ"),
    *("ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"),
)
_VOWELS: Final = {
    "\u116a": "\u1169\u1161",
    "\u116b": "\u1169\u1162",
    "\u116c": "\u1169\u1175",
    "\u116f": "\u116e\u1165",
    "\u1170": "\u116e\u1166",
    "\u1171": "\u116e\u1175",
    "\u1174": "\u1173\u1175",
}
_KEYS: Final = str.maketrans(
    _VOWELS
    | {
        chr(0x11A8 + place): "".join(_INITIALS[letter] for letter in letters)
        for place, letters in enumerate(_FINALS)
    }
)


def strokes(text: str) -> str:
    """Return ``text`` as the keys it is typed with: 섭 begins 서비, ㅈ begins 점검.

    Case does not matter; compatibility forms are folded.
    """
    return unicodedata.normalize("NFKD", text).translate(_KEYS).casefold()


def holds(text: str, wanted: str) -> bool:
    """Say whether every word of ``wanted`` stands somewhere in ``text``, by the keys typed."""
    whole = strokes(text)
    return all(strokes(word) in whole for word in wanted.split())
