"""The pages of the score sheet: the front with all services, then a page for each of them."""

from typing import Final

from PySide6.QtCore import QRectF

from ui.handing_over import score_sheet_wording as words
from ui.handing_over.paper import (
    BODY,
    CAPTION,
    LEFT,
    RIGHT,
    SMALL,
    STRONG,
    TITLE,
    TOP,
    Block,
    Fill,
    Ink,
    Paper,
    Rule,
    Voice,
    at,
    columns,
    ending_at,
    paragraph,
    pointed_at,
    wrapped,
)
from ui.handing_over.score_sheet import PrintedService, ScoreSheet
from ui.handing_over.service_pages import lay_service

_CODE: Final = Voice(24, 700)
_LABEL: Final = Voice(9, role="text3")
_ENTRY: Final = Voice(9)
_ENTRY_TOTAL: Final = Voice(9, 600)
_OPEN: Final = Voice(9, 600, "warning")
_QUIET: Final = Voice(9, role="text3")
_ROW: Final = 14.2
_TOTAL_POINT: Final = 502.0
_SECTION_STEP: Final = 60.0
_NAME: Final = 82.0
_SIGN_HEIGHT: Final = 74.0


def lay_out(sheet: ScoreSheet) -> Paper:
    """Return every page of ``sheet``."""
    paper = Paper()
    paper.begin_page()
    _front(paper, sheet)
    for service in sheet.services:
        lay_service(paper, service)
    if sheet.services or len(paper.pages) > 1:
        _signature(paper, sheet)
    return paper


def _front(paper: Paper, sheet: ScoreSheet) -> None:
    title = Block(((at(LEFT, words.TITLE, TITLE, 34),),), 34)
    name = paragraph(sheet.title, Voice(12, 600, "text2"))
    paper.put(title, name)
    _receipt(paper, sheet)
    _facts(paper, sheet)
    _list(paper, sheet)
    if len(paper.pages) == 1 and paper.room() >= _SIGN_HEIGHT:
        _signature(paper, sheet)


def _receipt(paper: Paper, sheet: ScoreSheet) -> None:
    top, height = paper.y + 12, 62.0
    paper.draw(Fill(QRectF(LEFT, top, RIGHT - LEFT, height), "sunken", 6))
    middle = (LEFT + RIGHT) / 2
    for text, voice, baseline in (
        (words.RECEIPT, Voice(9, 600, "text2"), top + 19),
        (sheet.receipt, _CODE, top + 48),
    ):
        paper.draw(Ink(middle - voice.width(text) / 2, baseline, text, voice))
    paper.y = top + height + 12


def _facts(paper: Paper, sheet: ScoreSheet) -> None:
    half = (RIGHT - LEFT) / 2
    for pair in range(0, len(sheet.facts), 2):
        cells = []
        for number, (name, text) in enumerate(sheet.facts[pair : pair + 2]):
            left = LEFT + number * half
            cells.append([at(left, name, _LABEL, _ROW)])
            room = half - 64
            lines = wrapped(text, _ENTRY, room)
            cells.append([at(left + 56, line, _ENTRY, _ROW) for line in lines])
        paper.put(columns(cells, _ROW))


def _list(paper: Paper, sheet: ScoreSheet) -> None:
    head = Block(((at(LEFT, words.LIST, Voice(10.5, 700), 18),),), 18, before=14)
    captions = _captions(sheet)
    paper.put(head, captions)
    paper.carried = (captions,)
    for service in sheet.services:
        paper.put(_entry(sheet, service))
    paper.carried = ()


def _points(sheet: ScoreSheet) -> tuple[tuple[str, str, float], ...]:
    """Return code, name and place of the decimal point of every column of sections."""
    first = _TOTAL_POINT - len(sheet.columns) * _SECTION_STEP
    return tuple(
        (code, name, first + number * _SECTION_STEP)
        for number, (code, name) in enumerate(sheet.columns)
    )


def _captions(sheet: ScoreSheet) -> Block:
    inks = [at(LEFT, words.NUMBER, CAPTION, 15), at(_NAME, words.SERVICE, CAPTION, 15)]
    for _, name, point in _points(sheet):
        inks.append(ending_at(point + 13, name, CAPTION, 15))
    inks.append(ending_at(_TOTAL_POINT + 13, words.TOTAL, CAPTION, 15))
    inks.append(ending_at(RIGHT, words.MAXIMUM, CAPTION, 15))
    return Block((tuple(inks),), 15, after=1, rule="edge")


def _entry(sheet: ScoreSheet, service: PrintedService) -> Block:
    voice = _QUIET if service.is_recused else _ENTRY
    points = _points(sheet)
    room = (points[0][2] if points else _TOTAL_POINT) - 30 - _NAME
    names = [at(_NAME, line, voice, _ROW) for line in wrapped(service.name, voice, room)]
    figures = [ending_at(LEFT + 18, service.number, voice, _ROW)]
    parts = {part.code: part for part in service.sections}
    for code, _, point in points:
        part = parts.get(code)
        if part is None or part.is_open or service.is_recused:
            figures.append(ending_at(point + 3, words.NOTHING, _QUIET, _ROW))
        else:
            figures.append(pointed_at(point, part.subtotal, voice, _ROW))
    if service.is_recused:
        figures.append(ending_at(_TOTAL_POINT + 13, words.RECUSED, _QUIET, _ROW))
    elif service.is_open:
        figures.append(ending_at(_TOTAL_POINT + 13, words.INCOMPLETE, _OPEN, _ROW))
    else:
        figures.append(pointed_at(_TOTAL_POINT, service.total, _ENTRY_TOTAL, _ROW))
    figures.append(ending_at(RIGHT, service.maximum, _QUIET, _ROW))
    return columns([names, *([ink] for ink in figures)], _ROW, rule="line")


def _signature(paper: Paper, sheet: ScoreSheet) -> None:
    """Draw the line to sign on, whole on one page."""
    if paper.room() < _SIGN_HEIGHT:
        paper.begin_page()
    y = paper.y + (26 if paper.y > TOP else 0)
    sentence = wrapped(words.CONFIRMATION, BODY, RIGHT - LEFT)[0]
    paper.draw(Ink(LEFT, y, sentence, BODY))
    y += 36
    paper.draw(Ink(LEFT, y, words.SIGNED_DAY, BODY))
    end = RIGHT - SMALL.width(words.SIGNATURE)
    line = end - 110
    signer = f"{words.EVALUATOR}  {sheet.signer}"
    paper.draw(
        Ink(line - 10 - STRONG.width(signer), y, signer, STRONG),
        Rule(line, end - 4, y + 3, 0.7, "text2"),
        Ink(end, y, words.SIGNATURE, SMALL),
    )
    paper.y = y + 12
