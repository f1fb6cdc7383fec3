"""What the report says, in the form in which the city publishes it (FIELD §4.1, §4.2).

A public edition is exactly that form: no score of a service, no rank, no name below the cut, no
evaluator. An internal one has the same four parts and, as annexes, what they rest on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from workbench.definition.terms import Rules, Service
from workbench.exact import plain
from workbench.journal.fields import Field
from workbench.reports import remarks
from workbench.reports.document.annexes import annexes
from workbench.reports.document.blocks import (
    Align,
    Block,
    Cell,
    Paragraph,
    ReportDocument,
    Table,
    Voice,
)
from workbench.reports.document.texts import one_line, whole_text
from workbench.reports.edition import Audience, Edition
from workbench.reports.wording import (
    FIELDS,
    average_sentence,
    below_sentence,
    circled,
    overview,
    report_title,
    round_name,
)
from workbench.results.outcome import Outcome, SealState
from workbench.results.wording import PrintedText, printed_texts

OVERVIEW: Final = "평가개요"
RESULT: Final = "평가결과"
FINDINGS: Final = "사무별 주요성과 및 과제"
NO_TEXT: Final = "–"
_PROCEDURE: Final = "평가절차 : 평가지표 확정 → 평가위원별 평가 → 취합·검증 → 결과 보고"
_USE: Final = "결과활용 : 재계약 적정성 심의반영 및 위탁사업 개선"
_ORDINANCE: Final = "「서울특별시 행정사무의 민간위탁에 관한 조례」"
_PUBLISHED: Final = (Field.ACHIEVEMENT, Field.IMPROVEMENT)
_RESULT_SUFFIX: Final = " 결과 보고"


def report_document(
    outcome: Outcome, seals: Sequence[SealState], edition: Edition
) -> ReportDocument:
    """Return the report of ``outcome`` as ``edition`` says it."""
    rules = outcome.definition.rules
    return ReportDocument(
        title=one_line(report_title(rules)),
        marks=one_line(" · ".join(edition.marks)),
        round=one_line(round_name(rules)),
        day=edition.day,
        blocks=tuple(_blocks(outcome, seals, edition)),
    )


def _blocks(outcome: Outcome, seals: Sequence[SealState], edition: Edition) -> Iterator[Block]:
    rules = outcome.definition.rules
    yield Paragraph(Voice.TITLE, one_line(report_title(rules)))
    warnings = "\n".join(remarks.warnings(outcome, edition))
    if warnings:
        yield Paragraph(Voice.WARNING, warnings)
    yield Paragraph(Voice.LEAD, lead_sentence(rules))
    yield Paragraph(Voice.HEADING, f"□ {OVERVIEW}")
    for words in overview(outcome):
        yield line(one_line(words))
    yield line(_PROCEDURE)
    yield Paragraph(Voice.HEADING, f"□ {RESULT}")
    yield line(average_sentence(outcome))
    yield line(below_sentence(outcome))
    yield line(_USE)
    for words in _use_of_results(rules):
        yield Paragraph(Voice.DETAIL, f"· {words}")
    for words in _remarks(outcome, edition):
        yield Paragraph(Voice.REMARK, f"※ {one_line(words)}")
    yield Paragraph(Voice.HEADING, f"□ {FINDINGS}")
    yield from _findings(outcome)
    if not edition.is_public:
        yield from annexes(outcome, seals, edition)


def lead_sentence(rules: Rules) -> str:
    """Return the one sentence of the box under the title."""
    name = one_line(report_title(rules)).removesuffix(_RESULT_SUFFIX)
    return f"{name} 결과를 다음과 같이 보고드립니다"


def line(words: str) -> Paragraph:
    """Return a line below a heading."""
    return Paragraph(Voice.LINE, f"- {words}")


def _use_of_results(rules: Rules) -> Iterator[str]:
    # the article is known of this one ordinance only
    basis = f"({_ORDINANCE} 제12조)" if _ORDINANCE in rules.legal_basis else ""
    yield f"재계약 적정성 심의에 평가결과 반영{basis}"
    yield f"{plain(rules.cut)}점 미만 : 재계약 배제 및 공개모집(관리지침)"


def _remarks(outcome: Outcome, edition: Edition) -> Iterator[str]:
    """Yield the rules of the numbers, and what to know of them that names no sheet or service."""
    yield from remarks.rules(outcome, edition)
    yield from remarks.remarks(outcome, replace(edition, audience=Audience.PUBLIC))


def _findings(outcome: Outcome) -> Iterator[Block]:
    printed = printed_texts(outcome)
    for row in outcome.services:
        service = row.service
        if service.exempt:
            continue
        yield Paragraph(Voice.SERVICE, service_heading(service))
        cells = (
            (
                Cell((FIELDS[kind],), Align.CENTER, strong=True),
                Cell(_bullets(printed.get((service.uid, str(kind)), ()))),
            )
            for kind in _PUBLISHED
        )
        yield Table((16, 84), ("구 분", "주 요 내 용"), tuple(cells), together=True)


def service_heading(service: Service) -> str:
    """Return ``① 사무명`` of ``service``."""
    return f"{circled(service.number)} {one_line(service.name)}"


def _bullets(texts: Sequence[PrintedText]) -> tuple[str, ...]:
    return tuple(f"- {whole_text(row.text)}" for row in texts) or (NO_TEXT,)
