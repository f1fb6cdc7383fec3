"""평가위원 분석: how the evaluators differ, as questions; it says that it decides nothing.

Every number on it is a value of its own: 검증 has no part in it, because no score rests on it.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Final

from workbench.calibration.calibrating import Calibration
from workbench.calibration.likeness import NEAR, REPEATED, SHINGLE, SHORTEST
from workbench.calibration.panels import Agreement, Gap
from workbench.calibration.profiles import LOW, Profile
from workbench.calibration.questions import (
    ALPHA_LEAST,
    AT_MAX_FROM,
    MARKS_LEAST,
    NARROW_UP_TO,
    SEVERITY_FROM,
    SHARED_LEAST,
)
from workbench.calibration.strings import EQUAL_LEAST, LEVEL_IN_SERVICE, LEVEL_OVER_SERVICES
from workbench.calibration.wording import (
    COEFFICIENT_PLACES,
    PERCENT_PLACES,
    kind_word,
    percent_text,
    question_sentence,
)
from workbench.definition.terms import Definition
from workbench.exact import half_up, plain
from workbench.reports.cells import (
    BODY,
    CAPTION,
    HEAD,
    NUMERAL,
    PALE,
    SOFT_INK,
    WARNING,
    WARNING_TINT,
    Cell,
    Look,
    Row,
    count,
    number,
    number_format,
    signed_format,
    text,
)
from workbench.reports.edition import Edition
from workbench.reports.page import opening, table_head
from workbench.reports.safe_text import pieces
from workbench.reports.sheet import LINE, Sheet
from workbench.results.outcome import Outcome

CALIBRATION: Final = "평가위원 분석"
ONLY_A_DIAGNOSIS: Final = (
    "진단일 뿐 점수에 반영하지 않음: 이 시트의 어떤 수도 점수·순위·판정을 바꾸지 않음."
)
_JUDGED: Final = (
    "위원이 판단하여 준 점수(점수·평점·등급) {marks}개를 배점의 백분율로 바꾸어 견줌. "
    "목표·실적과 만족도 조사로 산출하는 지표는 위원의 판단이 아니므로 뺌."
)
NOTHING_SHARED: Final = (
    "같은 사무의 같은 지표를 둘 이상의 위원이 채점한 칸이 없어 위원 사이의 차이와 "
    "일치도는 셈하지 않음."
)
NOTHING_TO_ASK: Final = "물어볼 만한 것을 찾지 못함."
_FIRST: Final = 24
_OTHERS: Final = 9
_COLUMNS: Final = (
    "평가위원",
    "점수\n(개)",
    "겹친 칸\n(개)",
    "다른 위원\n과 차이",
    "표준편차",
    "가장\n낮은 값",
    "가장\n높은 값",
    "만점\n(점수의 %)",
    "0점\n(점수의 %)",
    f"{plain(half_up(LOW, 0))}% 미만\n(점수의 %)",
    "서로 다른\n값(개)",
    "물어볼 것\n(개)",
)
_AGREED: Final = ("분야", "겹친 칸\n(개)", "알파", "ICC(2,1)", "ICC(2,k)", "ICC 칸\n(개)")
_BEHIND: Final = _COLUMNS[len(_AGREED) + 1 :]
"""Over these columns the names of those compared run on."""
_WIDTHS: Final = (_FIRST, *(_OTHERS + 2 for _ in _COLUMNS[1:]))
_LINE_UNITS: Final = sum(_WIDTHS) - 4
_SENTENCE_UNITS: Final = sum(_WIDTHS[1:]) - 4
_WARNED: Final = Look(bold=True, ink=WARNING, tint=WARNING_TINT)
_SOFT: Final = Look(ink=SOFT_INK, size=9)
_SOFT_KIND: Final = Look(ink=SOFT_INK)
_OPEN: Final = Look(ruled="hair", indent=1)
"""Not wrapped: it runs on over the empty cells at its right."""
_OPEN_HEAD: Final = HEAD._replace(align="left", wrap=False, indent=1)
_NOTHING: Final = "–"
_MISSING: Final = PALE._replace(align="right")
_GAPS: Final = {
    Gap.NOTHING_SHARED: "겹친 칸이 없음",
    Gap.FEW_CELLS: "모두 채점한 칸이 둘보다 적음",
    Gap.NO_VARIANCE: "점수가 모두 같음",
}


def calibration_sheet(calibration: Calibration, outcome: Outcome, edition: Edition) -> Sheet:
    """Return 평가위원 분석: a table of evaluators, their agreement, and what to ask."""
    rows = tuple(_rows(calibration, outcome.definition, edition))
    return Sheet(
        name=CALIBRATION,
        widths=_WIDTHS,
        rows=partial(tuple, rows),
        length=len(rows),
        landscape=True,
    )


def _rows(calibration: Calibration, definition: Definition, edition: Edition) -> Iterable[Row]:
    yield from opening(CALIBRATION, definition.rules, edition, unit="배점의 %")
    warned = (text(ONLY_A_DIAGNOSIS, _WARNED), *(text("", _WARNED) for _ in _WIDTHS[1:]))
    yield Row(warned, LINE + 6)
    yield from _lines(_JUDGED.format(marks=calibration.marks), Look())
    yield from _caption("평가위원별")
    yield table_head(_COLUMNS)
    for profile in calibration.profiles:
        yield Row(_profile(profile, len(calibration.about(profile.evaluator.uid))))
    yield from _caption("위원 사이의 일치도")
    if calibration.shared_cells:
        rest = (text("견준 위원", _OPEN_HEAD), *(text("", HEAD) for _ in _BEHIND))
        yield Row((*(text(name, HEAD) for name in _AGREED), *rest), 2 * LINE + 8)
        for agreement in calibration.agreements:
            yield Row(_agreement(agreement, definition))
    else:
        yield from _lines(NOTHING_SHARED, Look())
    yield from _caption(f"위원에게 물어볼 것 ({len(calibration.questions)})")
    if not calibration.questions:
        yield from _lines(NOTHING_TO_ASK, Look())
    for question in calibration.questions:
        words = question_sentence(question, definition, "ko")
        yield from _asked(kind_word(question, "ko"), words)
    yield from _caption("보는 법")
    for line in _explained():
        yield from _lines(f"- {line}", _SOFT)


def _caption(words: str) -> Iterable[Row]:
    yield Row(height=8)
    yield Row((text(f"□ {words}", CAPTION),), LINE + 8)


def _lines(words: str, look: Look) -> Iterable[Row]:
    """Yield a text line by line; each runs on over the empty cells at its right."""
    for piece in pieces(words, _LINE_UNITS, 1):
        yield Row((text(piece, look),), LINE + 3)


def _asked(kind: str, words: str) -> Iterable[Row]:
    for at, piece in enumerate(pieces(words, _SENTENCE_UNITS, 1)):
        yield Row((text("" if at else kind, _SOFT_KIND), text(piece, Look())))


def _profile(profile: Profile, questions: int) -> tuple[Cell, ...]:
    who = profile.evaluator
    parts = (profile.part(one) for one in (profile.at_max, profile.at_zero, profile.low))
    return (
        text(f"{who.code} {who.name}", BODY),
        count(profile.marks),
        count(profile.shared),
        _signed(profile.severity),
        _known(profile.deviation(PERCENT_PLACES)),
        _percent(profile.lowest),
        _percent(profile.highest),
        *(_percent(part) for part in parts),
        count(profile.distinct),
        count(questions),
    )


def _agreement(agreement: Agreement, definition: Definition) -> tuple[Cell, ...]:
    names = {row.code: row.name for row in definition.sections}
    section = names[agreement.section] if agreement.section is not None else "전체"
    return (
        text(section, BODY),
        count(agreement.cells),
        *(_coefficient(one) for one in (agreement.alpha, agreement.single, agreement.mean)),
        count(agreement.panel_cells),
        text(_compared(agreement, definition), _OPEN),
        *(text("", _OPEN) for _ in _BEHIND),
    )


def _compared(agreement: Agreement, definition: Definition) -> str:
    """Return who was compared, and why a coefficient is missing."""
    raters, panel = (
        ", ".join(definition.evaluator[uid].code for uid in uids)
        for uids in (agreement.raters, agreement.panel)
    )
    said = [raters] if raters else []
    if panel != raters:
        said.append(f"ICC는 {panel}")
    figures = {"알파": agreement.alpha, "ICC": agreement.single, "ICC(2,k)": agreement.mean}
    gaps = {_GAPS[one]: name for name, one in reversed(figures.items()) if isinstance(one, Gap)}
    if agreement.cells:
        said += [f"{name} 없음: {why}" for why, name in gaps.items()]
    else:
        said += list(gaps)
    return " · ".join(said)


def _percent(value: Fraction | None) -> Cell:
    return _known(None if value is None else half_up(value, PERCENT_PLACES))


def _known(value: Decimal | None) -> Cell:
    return text(_NOTHING, _MISSING) if value is None else number(value, places=PERCENT_PLACES)


def _signed(value: Fraction | None) -> Cell:
    if value is None:
        return text(_NOTHING, _MISSING)
    shown = number(half_up(value, PERCENT_PLACES), places=PERCENT_PLACES)
    return shown._replace(look=NUMERAL._replace(numbers=signed_format(PERCENT_PLACES)))


def _coefficient(value: Fraction | Gap) -> Cell:
    if isinstance(value, Gap):
        return text(_NOTHING, _MISSING)
    shown = number(half_up(value, COEFFICIENT_PLACES), places=COEFFICIENT_PLACES)
    form = number_format(COEFFICIENT_PLACES)
    return shown._replace(look=NUMERAL._replace(numbers=f'{form};"\N{MINUS SIGN}"{form}'))


def _explained() -> Sequence[str]:
    near = percent_text(100 * NEAR)
    return (
        "다른 위원과 차이: 겹친 칸마다 다른 위원 평균과의 차이를 구해 평균한 것. "
        "−는 더 엄격하고 +는 더 관대하다는 뜻.",
        "표준편차: 준 점수(배점의 %)의 표본 표준편차(n − 1).",
        "알파: Krippendorff의 알파(등간). 1이면 완전히 일치하고 0이면 우연과 같으며, 빠진 점수가 "
        f"있어도 셈함. 참고 하한 {plain(half_up(ALPHA_LEAST, 3))}.",
        "ICC(2,1), ICC(2,k): 급내상관계수(Shrout·Fleiss 1979, 이원 무선효과, 절대 일치). 앞은 위원 "
        "한 명, 뒤는 견준 위원 평균의 신뢰도. 견준 위원이 모두 채점한 칸으로 셈함.",
        f"묻는 기준: 차이 {percent_text(SEVERITY_FROM)}% 이상(겹친 칸 {SHARED_LEAST}개부터), 만점 "
        f"{percent_text(AT_MAX_FROM)}% 이상 또는 폭 {percent_text(NARROW_UP_TO)}% 이하(점수 "
        f"{MARKS_LEAST}개부터), 한 사무에서 잇달아 같은 점수 {LEVEL_IN_SERVICE}개 이상, "
        f"한 지표에서 잇달아 같은 점수 {LEVEL_OVER_SERVICES}곳 이상, "
        f"사무나 위원 사이에 지표 {EQUAL_LEAST}개 이상이 모두 같음.",
        f"글: 띄어쓰기와 부호를 뺀 {SHORTEST}자 이상의 글을 {SHINGLE}글자 묶음의 겹침(Jaccard)으로 "
        f"견주어 다른 위원과 {near}% 이상이거나, 한 위원이 사무 {REPEATED}곳 이상에 똑같이 쓴 것.",
    )
