"""The satisfaction survey of the rehearsal round: raw answers that make the sample's figures."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Final

from workbench.definition.terms import Definition, Scale
from workbench.journal.fields import SCALE_FIELDS, Field
from workbench.sample.answering import draw_answers, mapping_of
from workbench.sample.marks import SEED, Row
from workbench.sample.material import Questionnaire, read_questionnaire
from workbench.surveys.mapping import SurveyMapping, write_beside

SURVEY_NAME: Final = "만족도 응답.csv"
"""A .csv: writing and reading a workbook of this size would take longer than all of the demo."""
SURVEY_FIELDS: Final = frozenset(SCALE_FIELDS[Scale.SURVEY])
"""What an import of the survey fills in, and nobody types."""
_BYTE_ORDER_MARK: Final = "\ufeff"
"""Tells spreadsheets that the Korean of a .csv is UTF-8."""
_NUMBER, _NAME = "연번", "사무명"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the answers of one service come to."""

    respondents: int
    mean: Decimal


def survey_mapping() -> SurveyMapping:
    """Return what the columns of the sample's survey mean."""
    return mapping_of(read_questionnaire())


def write_survey(
    path: Path, definition: Definition, tables: Mapping[str, Sequence[Row]], seed: int = SEED
) -> None:
    """Write the raw answers whose import makes the survey figures of ``tables``.

    The same seed writes the same file, byte by byte.

    Raises:
        StoreError: the disk refuses; what stood at ``path`` is untouched.
    """
    text = io.StringIO(newline="")
    text.write(_BYTE_ORDER_MARK)
    csv.writer(text, lineterminator="\n").writerows(survey_rows(definition, tables, seed))
    write_beside(path, text.getvalue())


def survey_rows(
    definition: Definition, tables: Mapping[str, Sequence[Row]], seed: int = SEED
) -> Iterator[list[object]]:
    """Yield the header, then a row for each respondent, service by service."""
    form = read_questionnaire()
    questions = [question.text for row in form.dimensions for question in row.questions]
    who, remark = form.respondents.column, form.remarks.column
    yield [_NUMBER, form.service, _NAME, who, *questions, form.overall, remark]
    names = {service.number: service.name for service in definition.services}
    line = 0
    for number, wanted in wanted_figures(tables).items():
        # an own generator for each service: a changed question moves no mark and no other service
        rng = Random(f"{seed} {number} survey")
        columns = draw_answers(rng, form, wanted.respondents, wanted.mean)
        for answers, own in zip(zip(*columns, strict=True), _own_words(rng, form), strict=False):
            line += 1
            group, words = own
            yield [line, number, names[number], group, *answers, words]


def wanted_figures(tables: Mapping[str, Sequence[Row]]) -> dict[int, Wanted]:
    """Return the survey figures of scores tables, by service number in rising order."""
    found: dict[int, dict[str, str]] = {}
    for rows in tables.values():
        for number, _, field, value in rows:
            if field in SURVEY_FIELDS:
                found.setdefault(number, {})[field] = value
    return {
        number: Wanted(int(given[Field.SURVEY_N]), Decimal(given[Field.SURVEY_MEAN]))
        for number, given in sorted(found.items())
    }


def _own_words(rng: Random, form: Questionnaire) -> Iterator[tuple[str, str]]:
    """Yield (age group, remark) without end; most respondents remark nothing."""
    groups, shares = list(form.respondents.groups), list(form.respondents.groups.values())
    while True:
        (group,) = rng.choices(groups, shares)
        is_remarking = rng.randrange(100) < form.remarks.percent
        yield group, rng.choice(form.remarks.texts) if is_remarking else ""
