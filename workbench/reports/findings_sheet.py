"""사무별 주요성과 및 과제: what a city publishes of each service, and for whom it is written.

The lead's final wording stands in place of the evaluators' findings of that kind; an internal
edition shows what it replaces below it, in pale.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from workbench.definition.terms import Service, Uid
from workbench.journal.fields import Field
from workbench.reports.cells import BODY, CAPTION, CENTER, PALE_INK, Cell, Look, Row, text
from workbench.reports.edition import Edition
from workbench.reports.page import opening, table_head
from workbench.reports.safe_text import pieces
from workbench.reports.sheet import LINE, Sheet, height
from workbench.reports.wording import FIELDS, circled
from workbench.results.outcome import Outcome
from workbench.results.wording import PrintedText, printed_texts

FINDINGS: Final = "사무별 주요성과 및 과제"
_WIDTH: Final = 84
_MOST_LINES: Final = 24
_OPENING: Final = 3
_PAGE: Final = 810
"""How many points of rows a page surely holds."""
_PUBLISHED: Final = (Field.ACHIEVEMENT, Field.IMPROVEMENT)
_LABEL: Final = CENTER._replace(bold=True)
_WRITER: Final = CENTER._replace(ink=PALE_INK, size=9)
_REPLACED: Final = BODY._replace(ink=PALE_INK)
_REPLACED_LABEL: Final = _WRITER
_LEAD: Final = "총괄"
_ORIGINAL: Final = "원문"


class _Texts(NamedTuple):
    """What stands in the report by (service, kind), and what final wording stands in place of."""

    printed: Mapping[tuple[Uid, str], Sequence[PrintedText]]
    replaced: Mapping[tuple[Uid, str], Sequence[PrintedText]]


def findings_sheet(outcome: Outcome, edition: Edition) -> Sheet:
    """Return the sheet; a public edition leaves out opinions and who wrote what."""
    widths = (13, _WIDTH) if edition.is_public else (13, _WIDTH, 13)
    texts = _Texts(printed_texts(outcome), {} if edition.is_public else _replaced(outcome))
    rows = list(opening(FINDINGS, outcome.definition.rules, edition))
    breaks: list[int] = []
    filled = sum(_high(row, widths) for row in rows)
    for service in outcome.services:
        if service.service.exempt:
            continue
        block = list(_block(outcome, edition, service.service, texts))
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


def _replaced(outcome: Outcome) -> Mapping[tuple[Uid, str], Sequence[PrintedText]]:
    """Return the evaluators' findings of every kind that has a final wording."""
    final = {(row.service, row.kind) for row in outcome.passages}
    own = printed_texts(replace(outcome, passages=()))
    return {key: rows for key, rows in own.items() if key in final}


def _block(outcome: Outcome, edition: Edition, service: Service, texts: _Texts) -> Iterator[Row]:
    kinds = _PUBLISHED if edition.is_public else (*_PUBLISHED, Field.OPINION)
    yield Row((text(f"{circled(service.number)} {service.name}", CAPTION),), LINE + 8)
    writer = () if edition.is_public else ("작성",)
    yield table_head(("구 분", "주 요 내 용", *writer), height=LINE + 4)
    for kind in kinds:
        key = (service.uid, str(kind))
        lines = [line for row in texts.printed.get(key, ()) for line in _lines(outcome, kind, row)]
        if lines or kind != Field.OPINION:
            yield from _rows(edition, FIELDS[kind], lines or [("–", "")], (_LABEL, BODY))
        before = [
            line for row in texts.replaced.get(key, ()) for line in _lines(outcome, kind, row)
        ]
        yield from _rows(edition, _ORIGINAL, before, (_REPLACED_LABEL, _REPLACED))
    yield Row()


def _rows(
    edition: Edition, label: str, lines: Iterable[tuple[str, str]], looks: tuple[Look, Look]
) -> Iterator[Row]:
    of_label, of_text = looks
    for at, (line, name) in enumerate(lines):
        row = (text("" if at else label, of_label), text(line, of_text))
        who: tuple[Cell, ...] = () if edition.is_public else (text(name, _WRITER),)
        yield Row((*row, *who))


def _lines(outcome: Outcome, kind: str, row: PrintedText) -> Iterator[tuple[str, str]]:
    bullet = "" if kind == Field.OPINION else "- "
    for at, piece in enumerate(pieces(bullet + row.text, _WIDTH - 4, _MOST_LINES)):
        yield piece, "" if at else _writer(outcome, row)


def _writer(outcome: Outcome, row: PrintedText) -> str:
    """Return who wrote a line: an evaluator, or the lead and from whose findings."""
    people = outcome.definition.evaluator
    names = ", ".join(people[uid].name for uid in row.evaluators if uid in people)
    if not row.is_final:
        return names
    return f"{_LEAD} · {names}" if names else f"{_LEAD}(최종)"
