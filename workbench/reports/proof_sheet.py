"""검증: live formulas that recompute the report from the typed values and compare.

The columns: what is checked, its exact value, the value rounded as the program rounds, the
value of the report by reference, and 일치 or 불일치. Formulas stand on this sheet only.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from workbench.reports.cells import (
    BODY,
    CENTER,
    GROUND_TINT,
    NUMERAL,
    PALE_INK,
    SOFT_INK,
    Cell,
    Look,
    Row,
    count,
    figure,
    formula,
    text,
)
from workbench.reports.edition import Edition
from workbench.reports.page import fitting, name_width, opening, table_head
from workbench.reports.proof_layout import BLOCKS, HEAD_ROW, PROOF, ProofLayout
from workbench.reports.proof_moderated import moderated_proof
from workbench.reports.proof_points import rounded
from workbench.reports.proof_rows import (
    ProofRow,
    adjusted_rows,
    below_rows,
    indicator_rows,
    mark_rows,
    overall_rows,
    rank_rows,
    section_rows,
    table_rows,
    total_rows,
    verdict_rows,
)
from workbench.reports.sheet import LINE, Sheet

AGREES: Final = "일치"
DIFFERS: Final = "불일치"

_NAMES: Final = (
    "구분",
    "번호",
    "사무명",
    "항목",
    "배점",
    "반올림 전",
    "재계산",
    "보고서 값",
    "결과",
)
_ROWS: Final[dict[str, Callable[[ProofLayout], Iterator[ProofRow]]]] = dict(
    zip(
        BLOCKS[:-1],
        (
            overall_rows,
            total_rows,
            rank_rows,
            verdict_rows,
            below_rows,
            adjusted_rows,
            section_rows,
            indicator_rows,
            moderated_proof,
            mark_rows,
        ),
        strict=True,
    )
)
_EXPLAINED: Final = (
    "모든 값은 '평가위원별 원점수'에서 계산식으로 다시 구합니다. "
    "비어 보이면 편집을 허용해 주십시오. "
    "반올림 경계 바로 아래의 값은 식에서 10억분의 1을 빼고 반올림합니다."
)
_KIND: Final = BODY._replace(ink=PALE_INK)
_EXACT: Final = NUMERAL._replace(ink=PALE_INK, numbers="0.000000")
_PERCENT: Final = NUMERAL._replace(ink=PALE_INK)
_RESULT: Final = CENTER._replace(bold=True)
_BLOCK: Final = Look(bold=True, tint=GROUND_TINT, ruled="hair")
_SAID: Final = Look(bold=True, size=11)
_NOTE: Final = Look(ink=SOFT_INK, size=9)


def proof_sheet(layout: ProofLayout, edition: Edition) -> Sheet:
    """Return 검증 as laid out."""
    last = max(layout.last_row, HEAD_ROW + 1)
    return Sheet(
        name=PROOF,
        widths=_widths(layout),
        rows=partial(_rows, layout, edition),
        length=last,
        head=(HEAD_ROW, HEAD_ROW),
        landscape=True,
        verdicts=f"I{HEAD_ROW + 1}:I{last}",
    )


def _widths(layout: ProofLayout) -> tuple[int, ...]:
    definition = layout.outcome.definition
    subjects = [f"{row.code} {row.name}" for row in definition.indicators]
    return (16, 6, name_width(definition), fitting(subjects, 30, 56), 8, 13, 10, 10, 9)


def _rows(layout: ProofLayout, edition: Edition) -> Iterable[Row]:
    yield from opening(PROOF, layout.outcome.definition.rules, edition)[:2]
    results = f"I{HEAD_ROW + 1}:I{max(layout.last_row, HEAD_ROW + 1)}"
    agree, differ = (f'COUNTIF({results},"{word}")' for word in (AGREES, DIFFERS))
    said = f'"비교한 값 "&({agree}+{differ})&"개 가운데 다른 값 "&{differ}&"개"'
    yield Row((formula(said, _SAID),), LINE + 6)
    yield Row((text(_EXPLAINED, _NOTE),), LINE)
    yield Row(height=6)
    yield table_head(_NAMES, height=LINE + 8)
    for block in layout.first:
        yield Row((text(block, _BLOCK), *(text("", _BLOCK) for _ in _NAMES[1:])), LINE + 4)
        yield from _tables(layout) if block == BLOCKS[-1] else _block(layout, block)


def _block(layout: ProofLayout, block: str) -> Iterator[Row]:
    kind = text(block, _KIND)
    for at, row in enumerate(_ROWS[block](layout), start=layout.first[block]):
        yield Row((kind, *_subject(row), *_values(row, at)))


def _subject(row: ProofRow) -> tuple[Cell | None, ...]:
    who = row.service and row.service.service
    return (
        count(who.number, CENTER) if who else text("", BODY),
        text(who.name if who else "", BODY),
        text(row.subject, BODY),
        text("", BODY) if row.maximum is None else figure(row.maximum, 0),
    )


def _values(row: ProofRow, at: int) -> tuple[Cell, ...]:
    exact = formula(row.exact, _EXACT) if row.exact else text("", BODY)
    look = NUMERAL if row.places is not None else NUMERAL._replace(numbers="General")
    recomputed, reported, result = text("", BODY), text("", BODY), text("", BODY)
    if row.recomputed:
        recomputed = formula(row.recomputed.format(row=at), look, places=row.places)
    if row.reported:
        reported = formula(row.reported, look, places=row.places)
        result = formula(_verdict(row, at), _RESULT)
    return exact, recomputed, reported, result


def _verdict(row: ProofRow, at: int) -> str:
    reported = f"H{at}" if row.places is None else rounded(f"H{at}", row.places)
    return f'IFERROR(IF({reported}=G{at},"{AGREES}","{DIFFERS}"),"{DIFFERS}")'


def _tables(layout: ProofLayout) -> Iterator[Row]:
    empty = text("", BODY)
    for name, table in table_rows(layout):
        for key, percent in table:
            yield Row(
                (
                    text(BLOCKS[-1], _KIND),
                    empty,
                    text(name, BODY),
                    text(key, BODY) if isinstance(key, str) else text("달성률 이상(%)", BODY),
                    empty if isinstance(key, str) else figure(key, 0),
                    figure(percent, 0, _PERCENT),
                    *(empty, empty, empty),
                )
            )
