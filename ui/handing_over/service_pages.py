"""One service on the score sheet: its marks in sections, then its texts, over as many pages."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF

from ui.handing_over import score_sheet_wording as words
from ui.handing_over.paper import (
    BODY,
    CAPTION,
    LEFT,
    RIGHT,
    SECTION,
    SMALL,
    Block,
    Fill,
    Ink,
    Paper,
    Voice,
    at,
    columns,
    ending_at,
    paragraph,
    pointed_at,
    wrapped,
)
from ui.handing_over.score_sheet import PrintedRow, PrintedSection, PrintedService

_NAME: Final = 80.0
_NAME_ROOM: Final = 136.0
_MAX_POINT: Final = 234.0
_TYPED: Final = 256.0
_TYPED_ROOM: Final = 62.0
_POINT: Final = 350.0
_POINT_END: Final = 366.0
_COMMENT: Final = 380.0
_LEADING: Final = 12.6
_CELL: Final = Voice(8.5)
_MARK: Final = Voice(8.5, 600)
_OPEN: Final = Voice(8.5, 600, "warning")
_QUIET: Final = Voice(8.5, role="text3")
_TOTAL: Final = Voice(13, 700)


def lay_service(paper: Paper, service: PrintedService) -> None:
    """Begin a page and lay one service on it."""
    paper.begin_page()
    _head(paper, service)
    if service.is_recused:
        _recusal(paper, service)
        return
    carried = _carried(service)
    captions = _captions()
    for section in service.sections:
        rows = [_row(row) for row in section.rows]
        paper.carried = carried
        paper.put(_section_head(section), captions, *rows[:1])
        paper.carried = (*carried, captions)
        for row in rows[1:]:
            paper.put(row)
    paper.carried = carried
    if service.scaled:
        note = paragraph(service.scaled, SMALL)
        paper.put(Block(note.lines, note.leading, before=6))
    for title, texts in (
        (words.ACHIEVEMENTS, service.achievements),
        (words.IMPROVEMENTS, service.improvements),
    ):
        _texts(paper, title, list(map(_item, texts)))
    if service.opinion:
        _texts(paper, words.OPINION, [paragraph(service.opinion, BODY)])
    paper.carried = ()


def _head(paper: Paper, service: PrintedService) -> None:
    ink = "text3" if service.is_recused else "text"
    name = Voice(13, 700, ink)
    total = list(_total(service))
    room = min((part.x for part in total), default=RIGHT) - 12 - (LEFT + 26)
    lines = [at(LEFT + 26, line, name, 20) for line in wrapped(service.name, name, room)]
    number = [at(LEFT, service.number, Voice(13, 700, "text3"), 20)]
    paper.put(columns([number, lines, *([part] for part in total)], 20))
    if service.details:
        paper.put(paragraph(service.details, SMALL))


def _total(service: PrintedService) -> Iterator[Ink]:
    """Yield what stands at the right of the head, from right to left."""
    if service.is_recused:
        yield ending_at(RIGHT, words.RECUSED, Voice(11, 600, "recused"), 20)
        return
    if service.is_open:
        now = words.so_far(words.out_of(service.total, service.maximum))
        yield ending_at(RIGHT, now, Voice(10, 600, "warning"), 20)
        return
    maximum = f"/ {service.maximum}점"
    quiet = Voice(10, role="text2")
    yield ending_at(RIGHT, maximum, quiet, 21.5)
    yield ending_at(RIGHT - quiet.width(maximum) - 5, service.total, _TOTAL, 20)


def _recusal(paper: Paper, service: PrintedService) -> None:
    reason = wrapped(service.recusal or words.NO_REASON, BODY, RIGHT - LEFT - 24)
    top = paper.y + 12
    first = min(len(reason), int((paper.room() - 60) / BODY.leading))
    height = 40 + first * BODY.leading + 12
    paper.draw(Fill(QRectF(LEFT, top, RIGHT - LEFT, height), "sunken", 6))
    paper.y = top + 10
    voice = Voice(9, 600, "text2")
    quiet = Voice(9.5, role="text2")
    paper.put(
        Block(((at(LEFT + 12, words.RECUSAL_REASON, voice, 15),),), 15),
        Block(tuple((at(LEFT + 12, line, BODY, BODY.leading),) for line in reason), BODY.leading),
        Block(((at(LEFT + 12, words.NOT_COUNTED, quiet, 15),),), 15, before=2),
    )


def _carried(service: PrintedService) -> tuple[Block, ...]:
    """Return what stands again on every further page of the service."""
    head = f"{service.number}  {service.name} {words.CONTINUED}"
    voice = Voice(9.5, 600, "text2")
    text = wrapped(head, voice, RIGHT - LEFT)[0]
    return (Block(((at(LEFT, text, voice, 16),),), 16, after=4),)


def _section_head(section: PrintedSection) -> Block:
    leading = 17.0
    inks = [
        at(LEFT, section.name, SECTION, leading),
        at(LEFT + SECTION.width(section.name) + 8, section.progress, SMALL, leading),
        pointed_at(_POINT, section.subtotal, _OPEN if section.is_open else _MARK, leading),
    ]
    maximum = f"/ {section.maximum}점"
    inks.append(at(_COMMENT, maximum, SMALL, leading))
    if section.is_open:
        left = _COMMENT + SMALL.width(maximum) + 8
        inks.append(at(left, words.INCOMPLETE, _OPEN, leading))
    return Block((tuple(inks),), leading, before=11)


def _captions() -> Block:
    leading = 13.0
    inks = (
        at(LEFT, words.CODE, CAPTION, leading),
        at(_NAME, words.NAME, CAPTION, leading),
        ending_at(_MAX_POINT + 2, words.MAXIMUM, CAPTION, leading),
        at(_TYPED, words.TYPED, CAPTION, leading),
        ending_at(_POINT + 13, words.POINTS, CAPTION, leading),
        at(_COMMENT, words.COMMENT, CAPTION, leading),
    )
    return Block((inks,), leading, after=1, rule="edge")


def _row(row: PrintedRow) -> Block:
    points = (
        ending_at(_POINT_END, row.points, _OPEN if row.is_open else _QUIET, _LEADING)
        if row.is_open or "." not in row.points
        else pointed_at(_POINT, row.points, _MARK, _LEADING)
    )
    comment = _column(row.comment, _COMMENT, RIGHT - _COMMENT, _CELL) if row.comment else []
    if row.evidence:
        evidence = f"{words.EVIDENCE}: {row.evidence}"
        comment += _column(evidence, _COMMENT, RIGHT - _COMMENT, Voice(8, role="text2"))
    typed = "\n".join(row.typed)
    cells = [
        [at(LEFT, row.code, _QUIET, _LEADING)],
        _column(row.name, _NAME, _NAME_ROOM, _CELL),
        [pointed_at(_MAX_POINT, row.maximum, _CELL, _LEADING)],
        _column(typed, _TYPED, _TYPED_ROOM, _CELL),
        [points],
        comment,
    ]
    return columns(cells, _LEADING, before=1.6, after=1.6, rule="line")


def _column(text: str, left: float, room: float, voice: Voice) -> list[Ink]:
    return [at(left, line, voice, _LEADING) for line in wrapped(text, voice, room)]


def _texts(paper: Paper, title: str, texts: list[Block]) -> None:
    if not texts:
        return
    head = Block(((at(LEFT, title, SECTION, 17),),), 17, before=12)
    paper.put(head, *texts[:1])
    for text in texts[1:]:
        paper.put(text)


def _item(text: str) -> Block:
    lines = paragraph(text, BODY, LEFT + 12).lines
    first = (at(LEFT + 1, "-", BODY, BODY.leading), *lines[0])
    return Block((first, *lines[1:]), BODY.leading, after=1.5)
