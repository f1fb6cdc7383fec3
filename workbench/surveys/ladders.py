"""The usual Korean ladders of answers in words, of five and of seven steps.

A word stands for the same step in every ladder of one length, so a word alone is enough. What a
word becomes is only ever offered: a mapping holds it, and the preview names it.
"""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Final

_FAMILIES: Final = (
    (
        "매우 불만족|매우 불만|아주 불만족|매우 불만족함|매우 불만족한다|매우 불만족스럽다",
        "불만족|불만|불만족함|불만족한다|불만족스럽다|만족하지 않음|만족하지 않는다",
        "약간 불만족|다소 불만족|조금 불만족|약간 불만|다소 불만|약간 불만족함|대체로 불만족",
        "보통|보통이다|보통임|그저 그렇다|중간|중간이다",
        "약간 만족|다소 만족|조금 만족|약간 만족함|대체로 만족",
        "만족|만족함|만족한다|만족스럽다",
        "매우 만족|아주 만족|매우 만족함|매우 만족한다|매우 만족스럽다",
    ),
    (
        "전혀 그렇지 않다|전혀 그렇지 않음|매우 그렇지 않다|매우 그렇지 않음|전혀 아니다",
        "그렇지 않다|그렇지 않음|아니다",
        "약간 그렇지 않다|다소 그렇지 않다|별로 그렇지 않다|그렇지 않은 편이다|대체로 그렇지 않다"
        "|약간 그렇지 않음|별로 그렇지 않음|그다지 그렇지 않다",
        "보통이다|보통|보통임|중간이다",
        "약간 그렇다|다소 그렇다|조금 그렇다|그런 편이다|대체로 그렇다|약간 그러함",
        "그렇다|그러함|그렇음",
        "매우 그렇다|매우 그러함|아주 그렇다|정말 그렇다",
    ),
    (
        "전혀 동의하지 않음|전혀 동의하지 않는다|매우 동의하지 않음|전혀 동의 안 함",
        "동의하지 않음|동의하지 않는다|동의 안 함",
        "약간 동의하지 않음|다소 동의하지 않음|별로 동의하지 않음|별로 동의하지 않는다",
        "보통|보통이다|중립",
        "약간 동의함|다소 동의함|약간 동의|다소 동의|약간 동의한다|대체로 동의함",
        "동의함|동의|동의한다",
        "매우 동의함|매우 동의|매우 동의한다|전적으로 동의함|전적으로 동의",
    ),
    (
        "매우 나쁨|매우 나쁘다|아주 나쁨",
        "나쁨|나쁘다",
        "약간 나쁨|다소 나쁨|나쁜 편이다",
        "보통|보통이다",
        "약간 좋음|다소 좋음|좋은 편이다",
        "좋음|좋다",
        "매우 좋음|매우 좋다|아주 좋음",
    ),
    (
        "매우 미흡|매우 미흡함|매우 부족|매우 부족함",
        "미흡|미흡함|부족|부족함",
        "약간 미흡|다소 미흡|약간 부족|다소 부족",
        "보통|보통이다",
        "약간 우수|다소 우수|약간 충분|다소 충분",
        "우수|우수함|충분|충분함",
        "매우 우수|매우 우수함|매우 충분|매우 충분함",
    ),
)
"""By family the seven steps from the lowest, each with its spellings, the usual one first."""
_STEPS: Final = 7
_MIDDLE: Final = 3
_OF_FIVE: Final = (0, 1, 1, 2, 3, 3, 4)
"""Which of five steps a step is; ladders of five say either 만족 or 약간 만족, never both."""
_USUAL_OF_FIVE: Final = (0, 1, 3, 5, 6)
_AT_THE_END: Final = ".!。"


def word_key(text: str) -> str:
    """Return what of ``text`` makes it the same word: no spaces, no full stop, one case."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(plain.split()).rstrip(_AT_THE_END)


def _placed() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for family in _FAMILIES:
        for step, spellings in enumerate(family):
            for word in spellings.split("|"):
                if found.setdefault(word_key(word), step) != step:
                    raise AssertionError(f"{word} stands on two steps")
    return MappingProxyType(found)


_PLACE: Final = _placed()


def is_step(text: str) -> bool:
    """Say whether ``text`` is a word of a usual ladder."""
    return word_key(text) in _PLACE


def is_middle(text: str) -> bool:
    """Say whether ``text`` is the word in the middle of a ladder."""
    return _PLACE.get(word_key(text)) == _MIDDLE


def step_number(text: str, low: int, high: int) -> int | None:
    """Return the number that ``text`` is on the scale from ``low`` to ``high``.

    None for what is no word of a ladder, and where the scale has neither five nor seven steps.
    """
    place = _PLACE.get(word_key(text))
    if place is None:
        return None
    if high - low + 1 == _STEPS:
        return low + place
    return low + _OF_FIVE[place] if high - low + 1 == len(_USUAL_OF_FIVE) else None


def steps_in(columns: Iterable[Collection[str]]) -> int:
    """Return 7 where some column of words holds two that only a ladder of seven tells apart.

    Else 5; 0 where there is no word of a ladder at all.
    """
    steps = 0
    for texts in columns:
        places = {_PLACE[key] for key in map(word_key, texts) if key in _PLACE}
        if len(places) > len({_OF_FIVE[place] for place in places}):
            return _STEPS
        if places:
            steps = len(_USUAL_OF_FIVE)
    return steps


def whole_ladders(texts: Iterable[str], low: int, high: int) -> tuple[tuple[str, int], ...]:
    """Return the ladders that ``texts`` are of, whole: every word with its number on the scale.

    Words stand as they were typed, those nobody used as they are usually spelt. Nothing where
    the scale has neither five nor seven steps.
    """
    typed = {word_key(text): " ".join(text.split()) for text in texts if is_step(text)}
    words = dict(typed)
    usual = _USUAL_OF_FIVE if high - low + 1 == len(_USUAL_OF_FIVE) else range(_STEPS)
    for family in _FAMILIES:
        own = {word_key(word) for step in family for word in step.split("|")}
        if not any(key in own and _PLACE[key] != _MIDDLE for key in typed):
            continue
        has = {step_number(word, low, high) for key, word in typed.items() if key in own}
        for step in usual:
            word = family[step].split("|")[0]
            if step_number(word, low, high) not in has:
                words.setdefault(word_key(word), word)
    found = [
        (word, number)
        for word in words.values()
        if (number := step_number(word, low, high)) is not None
    ]
    return tuple(sorted(found, key=lambda pair: (pair[1], pair[0])))
