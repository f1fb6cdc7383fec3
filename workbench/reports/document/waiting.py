"""Why a service is not counted, in one line."""

from workbench.reports.wording import POINT_STATES
from workbench.results.outcome import PointState, ServiceOutcome, Verdict

_DONE = (PointState.COUNTED, PointState.OUT)
_UNCLEAR = "위원의 회피 여부가 분명하지 않음"
_NOTHING_LEFT = "한 분야의 지표가 모두 해당 없음이라 환산할 수 없음"
_NO_REASON = "사유가 적혀 있지 않음"


def why_not_counted(row: ServiceOutcome) -> str:
    """Return what keeps ``row`` from being counted: ``미완료 C1, C2 · 충돌 I4``, or the reason."""
    if row.verdict is Verdict.EXEMPT:
        return row.service.reason or _NO_REASON
    open_codes: dict[PointState, list[str]] = {}
    for made in row.indicators:
        if made.state not in _DONE:
            open_codes.setdefault(made.state, []).append(made.indicator.code)
    if open_codes:
        return " · ".join(
            f"{POINT_STATES[state]} {', '.join(codes)}" for state, codes in open_codes.items()
        )
    return _UNCLEAR if row.verdict is Verdict.CONFLICT else _NOTHING_LEFT
