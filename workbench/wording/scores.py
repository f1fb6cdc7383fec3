"""Totals, ranks, sections and averages named in a text, against the result of its service."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workbench.definition.terms import SectionCode
from workbench.exact import half_up, plain, printed
from workbench.results.outcome import Outcome, ServiceOutcome
from workbench.wording.amounts import NUMBER, folded
from workbench.wording.remarks import About, Remark, remark

_JOINT: Final = r"\s*(?:점수|득점|평점)?\s*(?:은|는|이|가|:|=)?\s*(?:약|총)?\s*"
_POINTS: Final = rf"(?P<number>{NUMBER})\s*점(?!\s*(?:만점|중|이상|이하|미만|초과|대(?![가-힣])))"
_TOTAL: Final = re.compile(rf"(?:총점|종합\s?점수|총평점|최종\s?점수){_JOINT}{_POINTS}")
_AVERAGE: Final = re.compile(
    rf"(?:^|[(,·:]\s*|(?:전체|사무|총점|종합\s?점수|평가\s?점수)\s*(?:의\s*)?)"
    rf"평균\s*(?:은|는|이|가|:|인)?\s*{_POINTS}"
)
_RANK: Final = re.compile(
    r"(?:순위|종합|전체|사무\s*(?:중|가운데)|총점)\s*(?:에서|은|는|이|가|:)?\s*(?P<number>\d{1,4})\s*위"
)


def score_remarks(outcome: Outcome, service: ServiceOutcome, text: str) -> Iterator[Remark]:
    """Yield a remark on every score in ``text`` that is not the one of the result.

    A score or rank of the service is remarked in any case: the public report holds none.
    """
    plain_text = folded(text)
    for match in _TOTAL.finditer(plain_text):
        yield from _total(outcome, service, match)
    for match in _RANK.finditer(plain_text):
        yield remark(About.SECRET, match.span(), "wording_secret_rank")
        if service.rank is not None and int(match["number"]) != service.rank:
            said = int(match["number"])
            yield remark(
                About.SCORE, match.span(), "wording_rank_wrong", said=said, rank=service.rank
            )
    yield from _sections(outcome, service, plain_text)
    for match in _AVERAGE.finditer(plain_text):
        if outcome.average is not None and not _is(match["number"], outcome.average):
            average = printed(outcome.average, outcome.definition.rules.score_places)
            wrong = {"said": match["number"], "average": average}
            yield remark(About.SCORE, match.span(), "wording_average_wrong", **wrong)


def _total(outcome: Outcome, service: ServiceOutcome, match: re.Match[str]) -> Iterator[Remark]:
    most = sum((row.max_points for row in outcome.definition.sections), Decimal(0))
    if Decimal(match["number"].replace(",", "")) == most != service.total:
        return  # 총점 100점 is what there is to get
    yield remark(About.SECRET, match.span(), "wording_secret_score")
    if service.total is None:
        yield remark(About.SCORE, match.span(), "wording_no_total", said=match["number"])
    elif not _is(match["number"], service.total):
        total = printed(service.total, outcome.definition.rules.score_places)
        said = {"said": match["number"], "total": total}
        yield remark(About.SCORE, match.span(), "wording_total_wrong", **said)


def _sections(outcome: Outcome, service: ServiceOutcome, text: str) -> Iterator[Remark]:
    for section in outcome.definition.sections:
        made = (service.sections or {}).get(section.code)
        for match in re.finditer(rf"{re.escape(section.name)}{_JOINT}{_POINTS}", text):
            number = match["number"]
            is_right = made is not None and _is(number, made)
            if plain(Decimal(number.replace(",", ""))) == plain(section.max_points):
                continue  # 공통분야 39점 is its maximum
            if section.code is SectionCode.SATISFACTION and not (is_right and "." in number):
                continue  # 사용자 만족도 4.2점 is what the survey said
            yield remark(About.SECRET, match.span(), "wording_secret_score")
            if made is not None and not is_right:
                right = printed(made, outcome.definition.rules.score_places)
                said = {"section": section.name, "said": number, "points": right}
                yield remark(About.SCORE, match.span(), "wording_section_wrong", **said)


def _is(written: str, made: Decimal) -> bool:
    _, _, decimals = written.partition(".")
    number = Decimal(written.replace(",", ""))
    return number == half_up(Fraction(made), len(decimals))
