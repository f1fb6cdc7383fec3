"""Why a service is not counted, in one line."""

from workbench.reports.wording import NO_REASON, NOTHING_LEFT, POINT_STATES, UNCLEAR
from workbench.results.outcome import PointState, ServiceOutcome, Verdict

_DONE = (PointState.COUNTED, PointState.OUT)


def why_not_counted(row: ServiceOutcome) -> str:
    """Return what keeps ``row`` from being counted: ``미완료 C1, C2 · 충돌 I4``, or the reason."""
    if row.verdict is Verdict.EXEMPT:
        return row.service.reason or NO_REASON
    open_codes: dict[PointState, list[str]] = {}
    for made in row.indicators:
        if made.state not in _DONE:
            open_codes.setdefault(made.state, []).append(made.indicator.code)
    if open_codes:
        return " · ".join(
            f"{POINT_STATES[state]} {', '.join(codes)}" for state, codes in open_codes.items()
        )
    return UNCLEAR if row.verdict is Verdict.CONFLICT else NOTHING_LEFT
