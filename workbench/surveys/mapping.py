"""What the columns of a survey mean: raw responses or ready figures, as frozen values and JSON."""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from workbench.errors import InputError, StoreError
from workbench.exact import NumberUnfit, parse_number, plain
from workbench.surveys.columns import LARGEST_ANSWER
from workbench.surveys.headers import MOST_HEADERS

FACTOR_WEIGHT: Final = Decimal(75)
"""Percent that the factor questions weigh where there is an overall question too."""
Words = tuple[tuple[str, int], ...]
"""Answers in words, each with the number of the scale that it stands for."""
_LARGEST_FILE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Dimension:
    """Factor questions that are averaged together first, such as quality of process."""

    name: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurveyMapping:
    """Raw responses: which columns are what; columns are named as ``SurveyTable`` names them."""

    service: str
    dimensions: tuple[Dimension, ...]
    overall: tuple[str, ...] = ()
    scale_min: int = 1
    scale_max: int = 5
    factor_weight: Decimal = FACTOR_WEIGHT
    """Percent of the factor questions; what is left to 100 is the overall questions'."""
    respondent: str = ""
    """The column that says who answered, only to find answers given twice."""
    left_out: tuple[str, ...] = ()
    """Columns that look like questions and are none."""
    words: Words = ()
    """What answers in words stand for; a word that is not here is no answer."""
    header_rows: int = 1
    """How many header rows the names of the columns are joined from."""

    @property
    def factors(self) -> tuple[str, ...]:
        """Return the factor questions, dimension by dimension."""
        return tuple(name for dimension in self.dimensions for name in dimension.questions)

    @property
    def questions(self) -> tuple[str, ...]:
        """Return every mapped question, factors first."""
        return (*self.factors, *self.overall)

    @property
    def weight(self) -> Fraction:
        """Return the share of the factors that is in force: all where one part has no question."""
        if not self.overall:
            return Fraction(1)
        return Fraction(self.factor_weight) / 100 if self.factors else Fraction(0)


@dataclass(frozen=True, slots=True)
class FiguresMapping:
    """Ready figures, one row per service: respondents, mean and the ends of the scale."""

    service: str
    n: str
    mean: str
    low: str = ""
    """Column of the scale's lowest value; empty where ``scale_min`` says it for all rows."""
    high: str = ""
    scale_min: int = 1
    scale_max: int = 5
    header_rows: int = 1


AnyMapping = SurveyMapping | FiguresMapping


def as_object(mapping: AnyMapping) -> dict[str, Any]:
    """Return ``mapping`` as the JSON object that ``mapping_of`` reads."""
    scale = {"min": mapping.scale_min, "max": mapping.scale_max}
    if isinstance(mapping, FiguresMapping):
        columns = {"n": mapping.n, "mean": mapping.mean, "min": mapping.low, "max": mapping.high}
        return {
            "service": mapping.service,
            "figures": columns,
            "scale": scale,
            "header_rows": mapping.header_rows,
        }
    return {
        "service": mapping.service,
        "dimensions": [
            {"name": row.name, "questions": list(row.questions)} for row in mapping.dimensions
        ],
        "overall": list(mapping.overall),
        "scale": scale,
        "factor_weight": plain(mapping.factor_weight),
        "respondent": mapping.respondent,
        "left_out": list(mapping.left_out),
        "words": dict(mapping.words),
        "header_rows": mapping.header_rows,
    }


def as_text(mapping: AnyMapping) -> str:
    """Return ``mapping`` as a JSON file that people can edit."""
    return json.dumps(as_object(mapping), ensure_ascii=False, indent=2) + "\n"


def mapping_of(found: object) -> AnyMapping:
    """Return the mapping in a JSON object.

    Without ``header_rows`` it is 0: the table is read as the file shows it.

    Raises:
        ValueError: it is none; the text names what is wrong with which key.
    """
    given = _Given(found, "")
    scale = _Given(given.value.get("scale", {"min": 1, "max": 5}), "scale")
    ends = scale.whole("min"), scale.whole("max")
    scale.require_only("min", "max")
    if "figures" in given.value:
        columns = _Given(given.value["figures"], "figures")
        given.require_only("service", "figures", "scale", "header_rows")
        columns.require_only("n", "mean", "min", "max")
        n, mean = columns.text("n"), columns.text("mean")
        low, high = columns.text("min", ""), columns.text("max", "")
        rows = given.header_rows("header_rows")
        return FiguresMapping(given.text("service"), n, mean, low, high, *ends, rows)
    given.require_only(*_OF_ANSWERS)
    return SurveyMapping(
        given.text("service"),
        tuple(_dimension(row) for row in given.list_of("dimensions")),
        given.texts("overall"),
        *ends,
        given.weight("factor_weight"),
        given.text("respondent", ""),
        given.texts("left_out"),
        given.words("words"),
        given.header_rows("header_rows"),
    )


_OF_ANSWERS: Final = (
    "service",
    "dimensions",
    "overall",
    "scale",
    "factor_weight",
    "respondent",
    "left_out",
    "words",
    "header_rows",
)


def _dimension(row: object) -> Dimension:
    given = _Given(row, "dimensions")
    given.require_only("name", "questions")
    return Dimension(given.text("name"), given.texts("questions"))


class _Given:
    """One object of the file; what is wrong in it is named by its key."""

    def __init__(self, found: object, where: str) -> None:
        if not isinstance(found, dict):
            raise ValueError(where or "{}")
        self.value: dict[str, Any] = found
        self._where = where

    def require_only(self, *keys: str) -> None:
        for key in self.value:
            if key not in keys:
                raise self._wrong(key)

    def text(self, key: str, default: str | None = None) -> str:
        found = self.value.get(key, default)
        if not isinstance(found, str):
            raise self._wrong(key)
        return found

    def list_of(self, key: str) -> Sequence[object]:
        found = self.value.get(key, [])
        if not isinstance(found, list):
            raise self._wrong(key)
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        found = tuple(one for one in self.list_of(key) if isinstance(one, str))
        if len(found) != len(self.list_of(key)):
            raise self._wrong(key)
        return found

    def whole(self, key: str) -> int:
        found = self.value.get(key)
        if type(found) is not int or not 0 <= found <= LARGEST_ANSWER:
            raise self._wrong(key)
        return found

    def header_rows(self, key: str) -> int:
        found = self.value.get(key, 0)
        if type(found) is not int or not 0 <= found <= MOST_HEADERS:
            raise self._wrong(key)
        return found

    def words(self, key: str) -> Words:
        found = self.value.get(key, {})
        if not isinstance(found, dict):
            raise self._wrong(key)
        for number in found.values():
            if type(number) is not int or not 0 <= number <= LARGEST_ANSWER:
                raise self._wrong(key)
        return tuple(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))

    def weight(self, key: str) -> Decimal:
        found = self.value.get(key, plain(FACTOR_WEIGHT))
        try:
            number = parse_number(str(found)) if type(found) in (str, int) else None
        except NumberUnfit:
            number = None
        if number is None or number > 100:
            raise self._wrong(key)
        return number

    def _wrong(self, key: str) -> ValueError:
        return ValueError(f"{self._where}.{key[:40]}" if self._where else key[:40])


def read_mapping(path: Path) -> AnyMapping:
    """Return the mapping in the JSON file at ``path``.

    Raises:
        InputError: absent, unreadable, or not a mapping; the key at fault is named.
    """
    try:
        if not path.is_file():
            raise InputError("definition_absent", name=path.name)
        if path.stat().st_size > _LARGEST_FILE:
            raise InputError("survey_mapping_json", name=path.name)
        found = json.loads(path.read_bytes())
    except OSError as error:
        raise InputError("definition_unreadable", name=path.name) from error
    except (ValueError, RecursionError) as error:
        raise InputError("survey_mapping_json", name=path.name) from error
    try:
        return mapping_of(found)
    except ValueError as error:
        raise InputError("survey_mapping_unfit", name=path.name, key=str(error)) from error


def write_mapping(mapping: AnyMapping, path: Path) -> None:
    """Write ``mapping`` as a file that ``read_mapping`` reads; it takes the place of ``path``.

    Raises:
        StoreError: the disk refuses; what stood there is untouched.
    """
    write_beside(path, as_text(mapping))


def write_beside(path: Path, text: str) -> None:
    """Write ``text`` beside ``path``, then put it in place.

    Raises:
        StoreError: the disk refuses.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(draft, path)
    except OSError as error:
        raise StoreError("survey_file_unwritten", name=path.name) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
