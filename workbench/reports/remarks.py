"""What 요약 says beside the numbers: by which rules they were made, and what to know of them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.definition.terms import Aggregation, Definition, Rules, Scale
from workbench.exact import plain
from workbench.reports.edition import Edition
from workbench.reports.marks import every_value
from workbench.reports.wording import AGGREGATIONS, FIELDS, FORMULAS, VERDICTS, rounding_sentence
from workbench.results.aggregation import TRIMMED_FROM
from workbench.results.formulas import formula_of
from workbench.results.outcome import Outcome, PointState, SealState, Verdict


def warnings(outcome: Outcome, edition: Edition) -> Iterator[str]:
    """Yield why this result must not be taken for a real or final one."""
    if edition.rehearsal:
        yield "연습(가상 점수) : 이 문서의 점수와 의견은 연습을 위해 지어낸 것입니다"
    if edition.draft:
        yield f"잠정 : 확정되지 않은 결과입니다{_still_open(outcome)}"


def rules(outcome: Outcome, edition: Edition) -> Iterator[str]:
    """Yield the rules by which points, totals, verdicts and ranks were made."""
    round_rules = outcome.definition.rules
    yield _cut(round_rules) + ("" if edition.is_public else ", 미만인 총점은 붉은색")
    yield rounding_sentence(round_rules)
    yield _aggregations(outcome)
    if any(row.aggregation is Aggregation.TRIMMED_MEAN for row in outcome.definition.indicators):
        yield f"절사평균 : 평점이 {TRIMMED_FROM}개 이상일 때 최고·최저를 하나씩만 빼고 평균"
    yield from _surveys(outcome)
    if not edition.is_public:
        yield "순위 : 인쇄된 총점이 같으면 같은 순위(1, 2, 2, 4)"


def remarks(outcome: Outcome, edition: Edition) -> Iterator[str]:
    """Yield what a reader has to know: scaling, fallen-back trimming, rounding of shares."""
    yield from _scaled(outcome, edition)
    fallen_back = sum(
        made.indicator.aggregation is Aggregation.TRIMMED_MEAN
        and made.aggregation is Aggregation.MEAN
        and made.state is PointState.COUNTED
        for service in outcome.services
        for made in service.indicators
    )
    if fallen_back:
        yield f"절사평균 지표 중 평점이 5개보다 적은 {fallen_back}건은 산술평균으로 산출"
    yield "비율은 반올림하므로 합계가 100%가 아닐 수 있음"
    apart = Counter(row.verdict for row in outcome.services if row.total is None)
    if apart:
        listed = ", ".join(f"{VERDICTS[verdict]} {number}개" for verdict, number in apart.items())
        where = "" if edition.is_public else "('미완료·제외' 시트)"
        yield f"평균과 비율에 들지 않은 사무 : {listed}{where}"
    if edition.is_public:
        return
    yield "'지표별 점수'의 점수를 누르면 그 원점수로 이동하며, 숨긴 열에 위원과 이력 번호가 있음"
    ignored = sum(not value.counts for value in every_value(outcome))
    if ignored:
        yield f"점수에 쓰이지 않은 입력값 {ignored}개는 '평가위원별 원점수'에 이유와 함께 표시"
    yield "'검증' 시트는 원점수에서 모든 점수를 계산식으로 다시 구해 이 보고서의 값과 비교함"


def changed_since_sealing(definition: Definition, seals: Sequence[SealState]) -> Iterator[str]:
    """Yield for each interim book the cells that differ from its newest seal."""
    numbers = {row.uid: row.number for row in definition.services}
    codes = {row.uid: row.code for row in definition.indicators}
    for seal in seals:
        cells = [
            " ".join(
                part
                for part in (
                    f"{numbers[service]}번" if service in numbers else "",
                    codes.get(subject, ""),
                    FIELDS.get(field, field),
                )
                if part
            )
            for _, service, subject, field in seal.differing
        ]
        if cells:
            who = f"{seal.evaluator.code} {seal.evaluator.name}"
            listed = ", ".join(dict.fromkeys(cells))
            yield f"{who} : 봉인 뒤 바뀐 칸 {len(cells)}개({listed})"


def _still_open(outcome: Outcome) -> str:
    waiting = Counter(row.verdict for row in outcome.services)
    words = [
        f"{VERDICTS[verdict]} {waiting[verdict]}개 사무"
        for verdict in (Verdict.INCOMPLETE, Verdict.CONFLICT)
        if waiting[verdict]
    ]
    return f" ({', '.join(words)})" if words else ""


def _cut(round_rules: Rules) -> str:
    cut = plain(round_rules.cut)
    return f"재계약배제 기준 : 인쇄된 총점이 {cut}점 미만({cut}점 이상은 통과)"


def _aggregations(outcome: Outcome) -> str:
    ways = dict.fromkeys(row.aggregation for row in outcome.definition.indicators)
    codes = {
        way: list(
            dict.fromkeys(
                row.code for row in outcome.definition.indicators if row.aggregation is way
            )
        )
        for way in ways
    }
    if len(codes) == 1:
        return f"평점의 집계 : {AGGREGATIONS[next(iter(codes))]}"
    listed = ", ".join(f"{AGGREGATIONS[way]} {len(found)}개 지표" for way, found in codes.items())
    return f"평점의 집계 : {listed}"


def _surveys(outcome: Outcome) -> Iterator[str]:
    surveys = (row for row in outcome.definition.indicators if row.scale is Scale.SURVEY)
    for formula in dict.fromkeys(map(formula_of, surveys)):
        yield f"만족도 환산 : {FORMULAS[formula]}"


def _scaled(outcome: Outcome, edition: Edition) -> Iterator[str]:
    services = [row.service for row in outcome.services if row.scaled]
    if not services:
        return
    numbers = ", ".join(str(service.number) for service in services)
    which = "" if edition.is_public else f"(번호 {numbers})"
    yield (
        f"환산 : '해당 없음' 지표가 있는 {len(services)}개 사무{which}의 분야 점수는"
        " 남은 지표의 점수에 (분야 배점 ÷ 남은 배점)을 곱함"
    )
