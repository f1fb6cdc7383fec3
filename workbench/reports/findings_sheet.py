"""사무별 주요성과 및 과제: what a city publishes of each service, and for whom it is written."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from workbench.definition.terms import Service, Uid
from workbench.journal.fields import Field
from workbench.reports.cells import BODY, CAPTION, CENTER, PALE_INK, Cell, Row, text
from workbench.reports.edition import Edition
from workbench.reports.page import opening, table_head
from workbench.reports.safe_text import pieces
from workbench.reports.sheet import LINE, Sheet, height
from workbench.reports.wording import FIELDS, circled
from workbench.results.outcome import Finding, Outcome

FINDINGS: Final = "사무별 주요성과 및 과제"
_WIDTH: Final = 84
_MOST_LINES: Final = 24
_OPENING: Final = 3
_PAGE: Final = 810
"""How many points of rows a page surely holds."""
_PUBLISHED: Final = (Field.ACHIEVEMENT, Field.IMPROVEMENT)
_LABEL: Final = CENTER._replace(bold=True)
_WRITER: Final = CENTER._replace(ink=PALE_INK, size=9)

Grouped = dict[tuple[Uid, str], list[Finding]]


def findings_sheet(outcome: Outcome, edition: Edition) -> Sheet:
    """Return the sheet; a public edition leaves out opinions and who wrote what."""
    widths = (13, _WIDTH) if edition.is_public else (13, _WIDTH, 13)
    grouped: Grouped = {}
    for finding in outcome.findings:
        grouped.setdefault((finding.service, finding.kind), []).append(finding)
    rows = list(opening(FINDINGS, outcome.definition.rules, edition))
    breaks: list[int] = []
    filled = sum(_high(row, widths) for row in rows)
    for service in outcome.services:
        if service.service.exempt:
            continue
        block = list(_block(outcome, edition, service.service, grouped))
        needed = sum(_high(row, widths) for row in block)
        if filled + needed > _PAGE and len(rows) > _OPENING:
            breaks.append(len(rows))
            filled = 0
        rows += block
        filled += needed
    return Sheet(
        name=FINDINGS,
        widths=widths,
        rows=partial(tuple, rows),
        length=len(rows),
        breaks=tuple(breaks),
    )


def _high(row: Row, widths: tuple[int, ...]) -> int:
    return row.height or height(row, widths)


def _block(outcome: Outcome, edition: Edition, service: Service, grouped: Grouped) -> Iterator[Row]:
    kinds = _PUBLISHED if edition.is_public else (*_PUBLISHED, Field.OPINION)
    yield Row((text(f"{circled(service.number)} {service.name}", CAPTION),), LINE + 8)
    writer = () if edition.is_public else ("작성",)
    yield table_head(("구 분", "주 요 내 용", *writer), height=LINE + 4)
    for kind in kinds:
        findings = grouped.get((service.uid, kind), [])
        lines = [line for finding in findings for line in _lines(outcome, finding)]
        if not lines and kind == Field.OPINION:
            continue
        for at, (line, name) in enumerate(lines or [("–", "")]):
            row = (text("" if at else FIELDS[kind], _LABEL), text(line, BODY))
            who: tuple[Cell, ...] = () if edition.is_public else (text(name, _WRITER),)
            yield Row((*row, *who))
    yield Row()


def _lines(outcome: Outcome, finding: Finding) -> Iterator[tuple[str, str]]:
    evaluator = outcome.definition.evaluator.get(finding.evaluator)
    bullet = "" if finding.kind == Field.OPINION else "- "
    for at, piece in enumerate(pieces(bullet + finding.text, _WIDTH - 4, _MOST_LINES)):
        yield piece, "" if at or evaluator is None else evaluator.name
