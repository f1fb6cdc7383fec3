"""The marks and texts of the rehearsal round as scores tables, one for each evaluator."""

from collections.abc import Iterator, Mapping
from random import Random
from typing import Final

from workbench.definition.terms import Definition, Evaluator, Role, SectionCode, Service
from workbench.journal.fields import Field
from workbench.sample.drawing import Drawn, draw_section
from workbench.sample.material import Material, read_material
from workbench.sample.texts import Phrases, Writer

Row = tuple[int, str, str, str]
"""Service number, indicator code or empty, field, value: a line of a scores table."""
Sections = Mapping[SectionCode, list[Drawn]]

SEED: Final = 2024


def sample_tables(definition: Definition, seed: int = SEED) -> dict[str, list[Row]]:
    """Return what each evaluator of the sample round types, by evaluator code.

    The same seed gives the same tables; every seed gives the same section points, totals and
    average. An evaluator of whom no mark is expected has no table.
    """
    material = read_material()
    text_rng = Random(f"{seed} texts")
    phrases = Phrases(text_rng, material)
    graders = [row for row in definition.evaluators if _expected(definition, row)]
    tables: dict[str, list[Row]] = {row.code: [] for row in graders}
    for service in definition.services:
        # an own generator for each service: a changed phrase or service moves no other mark
        drawn = _draw(Random(f"{seed} {service.number}"), definition, service, material)
        writer = Writer(text_rng, phrases, material, service.number)
        for grader in graders:
            rows = _rows(definition, service, grader, drawn, writer)
            tables[grader.code] += ((service.number, *row) for row in rows)
    return tables


def _expected(definition: Definition, evaluator: Evaluator) -> bool:
    return any(evaluator.uid in uids for uids in definition.expected.values())


def _draw(rng: Random, definition: Definition, service: Service, material: Material) -> Sections:
    rows = [definition.indicator[uid] for uid in definition.applies[service.uid]]
    figures = {
        code: figure
        for (number, code), figure in material.figures.items()
        if number == service.number
    }
    return {
        code: draw_section(rng, [row for row in rows if row.section is code], wanted, figures)
        for code, wanted in material.sections[service.number].items()
    }


def _rows(
    definition: Definition, service: Service, grader: Evaluator, drawn: Sections, writer: Writer
) -> Iterator[tuple[str, str, str]]:
    """Yield (indicator, field, value) of everything ``grader`` types about ``service``."""
    for section, marks in drawn.items():
        own = [
            mark
            for mark in marks
            if grader.uid in definition.expected[service.uid, mark.indicator.uid]
        ]
        for mark in own:
            yield from ((mark.indicator.code, *typed) for typed in mark.typed.items())
            comment = writer.comment(mark)
            if comment:
                yield mark.indicator.code, Field.COMMENT.value, comment
        if own and grader.role is Role.EVALUATOR:
            yield from (("", *finding) for finding in writer.findings(section, marks))
            yield "", Field.OPINION.value, writer.opinion(section, marks, own)
