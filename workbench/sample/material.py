"""What the rehearsal round is made of, read from ``resources/sample``."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from workbench.definition.terms import SectionCode

Slots = dict[str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """What a measured indicator counts for one service, with its agreed target."""

    topic: str
    unit: str
    target: Decimal
    step: Decimal
    """The smallest difference between two actuals."""


@dataclass(frozen=True, slots=True)
class Material:
    """Targets, figures and words of the sample, by service number."""

    sections: Mapping[int, Mapping[SectionCode, Decimal]]
    """The points each section of a service comes to."""
    figures: Mapping[tuple[int, str], Figure]
    """By service number and indicator code."""
    words: Mapping[int, Slots]
    """Whom the service is for, what it does and where: words for the texts."""
    phrases: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """One factor question of the survey, by the header of its column."""

    text: str
    lean: int
    """By how many thousandths of a step it is answered above the others, or below."""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """One dimension of the survey."""

    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Respondents:
    """The column that says who was asked, and the shares of its groups."""

    column: str
    groups: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Remarks:
    """The column of own words: how many in a hundred write some, and what."""

    column: str
    percent: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """What the survey of the sample asks, and what stands beside the answers."""

    service: str
    """The column with the number of the service."""
    overall: str
    dimensions: tuple[QuestionGroup, ...]
    respondents: Respondents
    remarks: Remarks


def sample_definition() -> Path:
    """Return the folder with the definition of the rehearsal round."""
    return Path(str(_sample().joinpath("definition")))


def read_questionnaire() -> Questionnaire:
    """Return what the survey of the sample asks."""
    found = _toml("survey.toml")
    return Questionnaire(
        found["service"],
        found["overall"],
        tuple(
            QuestionGroup(row["name"], tuple(Question(**one) for one in row["questions"]))
            for row in found["dimensions"]
        ),
        Respondents(**found["respondents"]),
        Remarks(**found["remarks"] | {"texts": tuple(found["remarks"]["texts"])}),
    )


def read_material() -> Material:
    """Return everything the generator draws from."""
    return Material(
        sections={
            int(row.pop("service")): {
                SectionCode(code): Decimal(points) for code, points in row.items()
            }
            for row in _rows("targets.csv")
        },
        figures={
            (int(row["service"]), row["indicator"]): Figure(
                row["topic"], row["unit"], Decimal(row["target"]), Decimal(row["step"])
            )
            for row in _rows("figures.csv")
        },
        words={int(row.pop("service")): row for row in _rows("words.csv")},
        phrases=_toml("phrases.toml"),
    )


def _sample() -> Traversable:
    return files("resources").joinpath("sample")


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_sample().joinpath(name).read_text(encoding="utf-8"))


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = _sample().joinpath(name).read_text(encoding="utf-8").splitlines()
    yield from csv.DictReader(lines)
