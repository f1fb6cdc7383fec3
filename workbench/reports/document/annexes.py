"""The annexes of an internal report: every total, the list below the cut, and what they rest on."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from workbench.definition.terms import Definition
from workbench.exact import plain, printed
from workbench.reports.bands import band_counts
from workbench.reports.document.blocks import Align, Block, Cell, Paragraph, Table, Voice
from workbench.reports.document.texts import one_line
from workbench.reports.document.waiting import why_not_counted
from workbench.reports.edition import Edition
from workbench.reports.totals_sheet import below_order, gap_places
from workbench.reports.wording import NOTHING, ROLES, VERDICTS, below_title
from workbench.results.outcome import Outcome, SealState, ServiceOutcome, Verdict

MINUS: Final = "−"
_NUMBER: Final = 6
_FIGURE: Final = 10
_UNIT: Final = "(단위 : 점)"


def annexes(outcome: Outcome, seals: Sequence[SealState], edition: Edition) -> Iterator[Block]:
    """Yield the annexes, numbered in their order; one that would be empty is left out."""
    rules = outcome.definition.rules
    parts: list[tuple[str, tuple[Block, ...]]] = [
        ("종합점수표", _totals(outcome)),
        (f"{below_title(rules)} 사무", _below(outcome)),
        ("총점 분포", _bands(outcome)),
        ("가점·감점", _adjustments(outcome)),
        ("집계에 들지 않은 사무", _not_counted(outcome)),
        ("평가위원별 접수코드", _receipts(seals, edition)),
    ]
    standing = [(name, blocks) for name, blocks in parts if blocks]
    for at, (name, blocks) in enumerate(standing, start=1):
        yield Paragraph(Voice.HEADING, f"□ 붙임 {at}. {name}", new_page=at == 1)
        yield from blocks


def signed(points: Decimal, places: int) -> str:
    """Return ``points`` with its sign, as printed; nothing added is a dash."""
    if points == 0:
        return "–"
    return f"{'+' if points > 0 else MINUS}{printed(abs(points), places)}"


def _text(words: str, align: Align = Align.LEFT, *, strong: bool = False) -> Cell:
    return Cell((one_line(words),), align, strong)


def _number(number: int | None) -> Cell:
    return _text("–" if number is None else str(number), Align.CENTER)


def _points(points: Decimal | None, places: int, *, strong: bool = False) -> Cell:
    return _text("–" if points is None else printed(points, places), Align.RIGHT, strong=strong)


def _full(definition: Definition) -> str:
    return plain(sum((row.max_points for row in definition.sections), Decimal(0)))


def _totals(outcome: Outcome) -> tuple[Block, ...]:
    definition = outcome.definition
    has_adjustments = any(row.adjustments for row in outcome.services)
    extra = ("가감점",) if has_adjustments else ()
    head = (
        "번호",
        "사무명",
        *(f"{one_line(row.name)}\n({plain(row.max_points)})" for row in definition.sections),
        *extra,
        f"총점\n({_full(definition)})",
        "순위",
        "판정",
    )
    last = (9, 6, 12)
    middle = (_FIGURE,) * (len(definition.sections) + len(extra))
    name = 100 - _NUMBER - sum(middle) - sum(last)
    rows = [_total_row(definition, row, has_adjustments) for row in outcome.services]
    places = definition.rules.score_places
    blank = tuple(_text("") for _ in middle)
    average = _points(outcome.average, places, strong=True)
    words = _text(f"평균 ({outcome.counted}개 사무)", strong=True)
    rows.append((_text(""), words, *blank, average, _text(""), _text("")))
    return (
        Paragraph(Voice.UNIT, _UNIT),
        Table((_NUMBER, name, *middle, *last), head, tuple(rows)),
    )


def _total_row(
    definition: Definition, row: ServiceOutcome, has_adjustments: bool
) -> tuple[Cell, ...]:
    places = definition.rules.score_places
    is_below = row.verdict is Verdict.BELOW
    sections = row.sections or {}
    is_counted = row.total is not None
    adjusted = _text(signed(row.adjusted, places) if is_counted else "–", Align.RIGHT)
    return (
        _number(row.service.number),
        _text(row.service.name),
        *(_points(sections.get(part.code), places) for part in definition.sections),
        *((adjusted,) if has_adjustments else ()),
        _points(row.total, places, strong=True),
        _number(row.rank),
        _text(VERDICTS[row.verdict], Align.CENTER, strong=is_below),
    )


def _below(outcome: Outcome) -> tuple[Block, ...]:
    rules = outcome.definition.rules
    found = below_order(outcome)
    if not found:
        return (Paragraph(Voice.LINE, f"- {NOTHING}"),) if outcome.counted else ()
    places = gap_places(rules)
    rows = tuple(
        (
            _number(row.service.number),
            _text(row.service.name),
            _text(row.service.department),
            _points(row.total, rules.score_places, strong=True),
            _text(signed(row.total - rules.cut, places), Align.RIGHT),
        )
        for row in found
        if row.total is not None
    )
    head = ("번호", "사무명", "소관부서", "총점", "기준과의 차이")
    table = Table((_NUMBER, 44, 22, 12, 16), head, rows)
    return Paragraph(Voice.UNIT, _UNIT), table


def _bands(outcome: Outcome) -> tuple[Block, ...]:
    rows = tuple(
        (
            _text(band.name),
            _text(str(band.count), Align.RIGHT),
            _text("–" if band.share is None else f"{printed(band.share, 1)}%", Align.RIGHT),
        )
        for band in band_counts(outcome)
    )
    if not rows:
        return ()
    return (Table((60, 20, 20), ("구 간", "사무(개)", "비율"), rows, together=True),)


def _adjustments(outcome: Outcome) -> tuple[Block, ...]:
    places = outcome.definition.rules.score_places
    rows = tuple(
        (
            _number(row.service.number),
            _text(row.service.name),
            _text(signed(made.points, places), Align.RIGHT),
            _text(made.reason),
            _text(made.evidence or "–"),
        )
        for row in outcome.services
        for made in row.adjustments
    )
    if not rows:
        return ()
    cap = outcome.definition.rules.adjustment_cap
    limits = f"사무별 가감점의 합은 ±{plain(cap)}점까지, " if cap is not None else ""
    words = f"※ {limits}총점은 0점에서 {_full(outcome.definition)}점까지로 함"
    head = ("번호", "사무명", "점수", "사유", "근거")
    return Table((_NUMBER, 29, 10, 33, 22), head, rows), Paragraph(Voice.REMARK, words)


def _not_counted(outcome: Outcome) -> tuple[Block, ...]:
    rows = tuple(
        (
            _number(row.service.number),
            _text(row.service.name),
            _text(VERDICTS[row.verdict], Align.CENTER),
            _text(why_not_counted(row)),
        )
        for row in outcome.services
        if row.total is None
    )
    if not rows:
        return ()
    return (Table((_NUMBER, 38, 14, 42), ("번호", "사무명", "구분", "까닭"), rows),)


def _receipts(seals: Sequence[SealState], edition: Edition) -> tuple[Block, ...]:
    rows = tuple(
        (
            _text(f"{seal.evaluator.code} {seal.evaluator.name}"),
            _text(ROLES[seal.evaluator.role], Align.CENTER),
            _text(seal.receipt or "중간본", Align.CENTER, strong=not seal.receipt),
            _text(_when(seal.sealed_at, edition), Align.CENTER),
            _text(str(seal.missing), Align.RIGHT),
        )
        for seal in seals
    )
    if not rows:
        return ()
    head = ("평가위원", "역할", "접수코드", "봉인 일시", "미입력")
    return (Table((26, 14, 23, 27, 10), head, rows),)


def _when(milliseconds: int | None, edition: Edition) -> str:
    if milliseconds is None:
        return "–"
    return f"{edition.local(milliseconds):%Y. %m. %d. %H:%M}"
