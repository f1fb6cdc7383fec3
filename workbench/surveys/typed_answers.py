"""What respondents' cells say: a number in any of its guises, or a word that stands for one."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.surveys.columns import Column, whole_or_none
from workbench.surveys.ladders import word_key
from workbench.surveys.mapping import SurveyMapping, Words
from workbench.surveys.table_reading import SurveyTable
from workbench.text import clean_text

LONGEST_WORD: Final = 40
MOST_WORDS: Final = 60
_PLAIN: Final = re.compile(r"\s*-?[0-9]+(\.0+)?\s*")
_NAMEABLE: Final = re.compile(r"[^\W\d_]+( [^\W\d_]+){0,4}[.!]?")
_LONGEST_NAMEABLE: Final = 20


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What was typed, the number it became, and how often; None where nobody said which."""

    text: str
    number: int | None
    count: int


class AnswerWords:
    """The words of a mapping, by what makes two spellings the same word."""

    def __init__(self, words: Words) -> None:
        """Take (word, number) pairs."""
        self._numbers = {word_key(word): number for word, number in words}

    def number(self, text: str) -> int | None:
        """Return the number that ``text`` is or stands for, None where it is neither."""
        found = whole_or_none(text)
        return self._numbers.get(word_key(text)) if found is None else found


def is_plain_number(text: str) -> bool:
    """Say whether ``text`` is a number as it is; ⑤ and 5점 are read as one, and named."""
    return _PLAIN.fullmatch(text) is not None


def is_nameable(text: str) -> bool:
    """Say whether ``text`` looks like the word of an answer, so that it may be shown.

    What holds digits or is long could be about somebody: that is counted and never named.
    """
    return len(text) <= _LONGEST_NAMEABLE and _NAMEABLE.fullmatch(text) is not None


def is_fit_word(text: str) -> bool:
    """Say whether a mapping may give ``text`` a number: short, clean, and no number itself."""
    is_short = bool(word_key(text)) and len(text) <= LONGEST_WORD
    return is_short and clean_text(text) == text and whole_or_none(text) is None


def found_words(table: SurveyTable, mapping: SurveyMapping) -> tuple[ReadAs, ...]:
    """Return the words in the questions of ``mapping``, those without a number first.

    They come by how often they stand there, the others from the lowest number up. Of a column
    that was read by override only words with a number are shown.
    """
    known = AnswerWords(mapping.words)
    counts: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for name in mapping.questions:
        column = table.column.get(name)
        if column is None or column.is_refused:
            continue
        for text, count in table.counts(name).items():
            if _is_shown(text, column, known):
                key = word_key(text)
                spelt.setdefault(key, text)
                counts[key] += count
    rows = [ReadAs(text, known.number(text), counts[key]) for key, text in spelt.items()]
    rows.sort(key=_in_order)
    return tuple(rows[:MOST_WORDS])


def words_in_force(table: SurveyTable, mapping: SurveyMapping) -> Words:
    """Return the words of ``mapping`` that stand in its questions, each with its number."""
    rows = found_words(table, mapping)
    return tuple((row.text, row.number) for row in rows if row.number is not None)


def _is_shown(text: str, column: Column, known: AnswerWords) -> bool:
    if not text or whole_or_none(text) is not None:
        return False
    return known.number(text) is not None or (not column.is_allowed and is_nameable(text))


def _in_order(row: ReadAs) -> tuple[bool, int, str]:
    is_known = row.number is not None
    return is_known, -row.count if row.number is None else row.number, row.text


def with_word(words: Words, text: str, number: int | None) -> Words:
    """Return ``words`` with ``text`` standing for ``number``, or for nothing any more."""
    key = word_key(text)
    others = [pair for pair in words if word_key(pair[0]) != key]
    return in_steps([*others, (text, number)] if number is not None else others)


def in_steps(words: Iterable[tuple[str, int]]) -> Words:
    """Return ``words`` from the lowest number up, as mappings hold them."""
    return tuple(sorted(words, key=lambda pair: (pair[1], pair[0])))


def word_problems(words: Words) -> Sequence[str]:
    """Return the words that cannot stand in a mapping, or stand there twice."""
    keys = Counter(word_key(word) for word, _ in words)
    return [word for word, _ in words if not is_fit_word(word) or keys[word_key(word)] > 1]
