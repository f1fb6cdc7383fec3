"""The rows of raw responses, sorted to their services and their answers read."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from workbench.definition.terms import Service, Uid
from workbench.exact import NumberUnfit, parse_number
from workbench.surveys.arithmetic import Answers
from workbench.surveys.columns import whole_or_none
from workbench.surveys.duplicates import blocks_of, repeated
from workbench.surveys.mapping import SurveyMapping
from workbench.surveys.preview import (
    DuplicateBlock,
    OutOfRange,
    QuestionFindings,
    RepeatedRespondent,
    UnknownService,
    UnknownWord,
)
from workbench.surveys.table_reading import SurveyTable
from workbench.surveys.typed_answers import AnswerWords, ReadAs, is_nameable, is_plain_number
from workbench.text import clean_text

_LARGEST_NAMED: Final = 999
"""Larger numbers are counted together: a telephone number in a wrong column is never printed."""

_MOST_WORDS_NAMED: Final = 10
"""Different words of one question that are named; of answers in words there are fewer."""


class Roster:
    """The services a file may speak of: by number or exact name, never by likeness."""

    def __init__(self, services: Iterable[Service]) -> None:
        """Take the services; a name that two of them bear names none of them."""
        rows = tuple(services)
        names = Counter(clean_text(row.name) for row in rows)
        self._by_number = {row.number: row for row in rows}
        self._by_name = {
            clean_text(row.name): row for row in rows if names[clean_text(row.name)] == 1
        }

    def service(self, text: str) -> Service | None:
        """Return the service that ``text`` names, None where it names none."""
        try:
            number = parse_number(text)
        except NumberUnfit:
            return self._by_name.get(text)
        return self._by_number.get(int(number)) if number == int(number) else None


class Sorted:
    """The rows by service, with what was left out on the way."""

    def __init__(
        self, table: SurveyTable, column: str, roster: Roster, recused: Collection[Uid] = ()
    ) -> None:
        """Find the service of every row by what stands in ``column``.

        Rows of ``recused`` services are left out like those of unknown ones, and told apart.
        """
        known: dict[str, Service | None] = {}
        unknown: dict[str, list[int]] = {}
        out: dict[Uid, Service] = {}
        self.without: list[int] = []
        self.services: list[Service | None] = []
        for line, text in zip(table.lines, table.texts[column], strict=True):
            if text not in known:
                known[text] = roster.service(text)
            service = known[text]
            if not text:
                self.without.append(line)
            elif service is None:
                unknown.setdefault(text, []).append(line)
            elif service.uid in recused:
                out[service.uid] = service
                service = None
            self.services.append(service)
        self.unknown = tuple(UnknownService(text, tuple(rows)) for text, rows in unknown.items())
        self.recused = tuple(sorted(out.values(), key=lambda row: row.number))

    def positions(self) -> dict[Uid, list[int]]:
        """Return the positions of the rows of every service that has some."""
        found: dict[Uid, list[int]] = {}
        for at, service in enumerate(self.services):
            if service is not None:
                found.setdefault(service.uid, []).append(at)
        return found


@dataclass(slots=True)
class Tally:
    """The answers to one question within one service."""

    answers: Counter[int] = field(default_factory=Counter)
    missing: int = 0
    out_of_range: Counter[int | None] = field(default_factory=Counter)
    not_numbers: int = 0


class QuestionReader:
    """Reads answers against the scale; what is no valid answer is counted and named."""

    def __init__(self, table: SurveyTable, mapping: SurveyMapping) -> None:
        """Take the mapped questions of ``table``."""
        self._lines = table.lines
        self._names = mapping.questions
        self._columns = [table.texts[name] for name in self._names]
        self._low, self._high = mapping.scale_min, mapping.scale_max
        self._known = AnswerWords(mapping.words)
        self._numbers: dict[str, int | None] = {}
        self._read_as: dict[str, int] = {}
        self._may_name = [not table.column[name].is_allowed for name in self._names]
        self._words: list[dict[str, list[int]]] = [{} for _ in self._names]
        self._odd: list[dict[int | None, list[int]]] = [{} for _ in self._names]
        self._no_numbers: list[list[int]] = [[] for _ in self._names]
        self._missing = [0] * len(self._names)
        self._silent: list[list[int]] = [[] for _ in self._names]

    def read(
        self, number: int, positions: Sequence[int]
    ) -> tuple[tuple[Tally, ...], list[Answers], list[int]]:
        """Read the rows of the service with that number.

        Returns tallies by question, the answers of each respondent who gave a valid one, and
        the lines of those who gave none.
        """
        tallies = tuple(Tally() for _ in self._names)
        rows: list[Answers] = []
        silent: list[int] = []
        for at in positions:
            row = [self._answer(index, at, tally) for index, tally in enumerate(tallies)]
            if any(answer is not None for answer in row):
                rows.append(row)
            else:
                silent.append(self._lines[at])
        for index, tally in enumerate(tallies):
            self._missing[index] += tally.missing
            if not tally.answers:
                self._silent[index].append(number)
        return tallies, rows, silent

    def _answer(self, index: int, at: int, tally: Tally) -> int | None:
        text = self._columns[index][at]
        if not text:
            tally.missing += 1
            return None
        if text not in self._numbers:
            self._numbers[text] = self._known.number(text)
            if self._numbers[text] is not None and not is_plain_number(text):
                self._read_as[text] = 0
        number = self._numbers[text]
        if number is None:
            tally.not_numbers += 1
            self._note_unread(index, at, text)
            return None
        if text in self._read_as:
            self._read_as[text] += 1
        if self._low <= number <= self._high:
            tally.answers[number] += 1
            return number
        named = number if abs(number) <= _LARGEST_NAMED else None
        tally.out_of_range[named] += 1
        self._odd[index].setdefault(named, []).append(self._lines[at])
        return None

    def _note_unread(self, index: int, at: int, text: str) -> None:
        """Name a word; whatever else it is stays unsaid, for it may be about somebody."""
        words, line = self._words[index], self._lines[at]
        is_named = text in words or len(words) < _MOST_WORDS_NAMED
        if self._may_name[index] and is_named and is_nameable(text):
            words.setdefault(text, []).append(line)
        else:
            self._no_numbers[index].append(line)

    def read_as(self) -> tuple[ReadAs, ...]:
        """Return what was read as a number though it is none as it stands, words first."""
        rows = [
            ReadAs(text, self._numbers[text], count)
            for text, count in self._read_as.items()
            if count
        ]
        rows.sort(key=lambda row: (whole_or_none(row.text) is not None, row.number, row.text))
        return tuple(rows)

    def findings(self) -> tuple[QuestionFindings, ...]:
        """Return what is odd in each question, over everything that was read."""
        return tuple(
            QuestionFindings(
                name,
                self._missing[index],
                tuple(
                    OutOfRange(answer, tuple(sorted(lines)))
                    for answer, lines in sorted(
                        self._odd[index].items(), key=lambda pair: (pair[0] is None, pair[0] or 0)
                    )
                ),
                tuple(sorted(self._no_numbers[index])),
                tuple(self._silent[index]),
                tuple(
                    UnknownWord(text, tuple(sorted(lines)))
                    for text, lines in sorted(
                        self._words[index].items(), key=lambda pair: (-len(pair[1]), pair[0])
                    )
                ),
            )
            for index, name in enumerate(self._names)
        )


@dataclass(frozen=True, slots=True)
class Doubled:
    """What stands twice, and the positions of the rows that are left out for it."""

    blocks: tuple[DuplicateBlock, ...]
    respondents: tuple[RepeatedRespondent, ...]
    block_rows: Mapping[int, int]
    """By position of a row in a second place: which block, counted from 0."""
    respondent_rows: frozenset[int]
    left_out: frozenset[int]


def doubled(table: SurveyTable, mapping: SurveyMapping, found: Sorted, *, is_kept: bool) -> Doubled:
    """Return what stands twice among rows of known services with at least one answer.

    The second place of a block is left out unless ``is_kept``; one that stands under another
    service is only named, for nobody can know here whose it is.
    """
    columns = [table.texts[name] for name in mapping.questions]
    answers = list(zip(*columns, strict=True))
    present = [at for at, row in enumerate(answers) if found.services[at] is not None and any(row)]
    blocks: list[DuplicateBlock] = []
    rows: dict[int, int] = {}
    for block in blocks_of([answers[at] for at in present]):
        first = present[block.first : block.first + block.length]
        second = present[block.second : block.second + block.length]
        crosses = any(
            found.services[one] is not found.services[other]
            for one, other in zip(first, second, strict=True)
        )
        is_out = not is_kept and not crosses
        rows |= dict.fromkeys(second, len(blocks))
        blocks.append(
            DuplicateBlock(_ends(table, first), _ends(table, second), len(second), is_out, crosses)
        )
    left_out = {at for at, number in rows.items() if blocks[number].is_left_out}
    again = _again(table, mapping, found, present)
    if not is_kept:
        left_out |= {at for _, at in again}
    return Doubled(
        tuple(blocks),
        tuple(
            RepeatedRespondent(table.lines[first], table.lines[at], not is_kept)
            for first, at in again
        ),
        rows,
        frozenset(at for _, at in again),
        frozenset(left_out),
    )


def _ends(table: SurveyTable, positions: Sequence[int]) -> tuple[int, int]:
    return table.lines[positions[0]], table.lines[positions[-1]]


def _again(
    table: SurveyTable, mapping: SurveyMapping, found: Sorted, present: Sequence[int]
) -> list[tuple[int, int]]:
    """Return (first, later) positions at which one respondent answered for one service."""
    if not mapping.respondent:
        return []
    names = table.texts[mapping.respondent]
    keys = [
        (service.uid.hex() if (service := found.services[at]) else "", names[at]) for at in present
    ]
    return [(present[first], present[later]) for first, later in repeated(keys)]
