"""What the evaluators wrote of a service as rows: by kind, then by evaluator."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.lists.grounds import paint_ground
from ui.lists.one_line import write_line
from ui.lists.rows_model import HeadedModel, Index
from ui.problems import sentence_of
from ui.theme.fonts import BODY, CAPTION, CARD_TITLE, DENSE, HALF_BOLD, REGULAR, font
from ui.theme.glyphs import Glyph, paint_glyph
from ui.theme.scheme import color, tokens
from ui.theme.tokens import FIELD_RADIUS, GLYPH_SIZE
from ui.wording.words import kind_word
from workbench.definition.terms import Evaluator
from workbench.journal.fields import FINDINGS
from workbench.wording.passages import Source
from workbench.wording.remarks import Remark
from workbench.wording.taking import source_of
from workbench.wording.texts import Original, ServiceTexts

_HEADING: Final = 32
_WRITER: Final = 26
_TEXT_LEFT: Final = 30
_SIDE: Final = 8
_PAD: Final = 6
_GAP: Final = 2
_SEEN: Final = 600
"""So many characters of a finding are shown; the tooltip has more."""
_TIP: Final = 3_000
_WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class Heading:
    """A kind, and how many findings there are of it."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Writer:
    """Whose findings follow."""

    evaluator: Evaluator


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding; ``is_taken`` where a line of the final wording comes from it."""

    original: Original
    is_taken: bool
    remarks: tuple[Remark, ...] = ()

    def parts(self) -> Iterator[tuple[str, float, str]]:
        """Yield what is written in the row, each with its size and colour."""
        text = self.original.finding.text
        yield (f"{text[:_SEEN]}…" if len(text) > _SEEN else text), BODY, "text"
        about = self.original.about
        if about is not None:
            yield f"{about.code} {about.name}", CAPTION, "text3"
        for row in self.remarks:
            yield sentence_of(row.words), CAPTION, "warning"


Line = Heading | Writer | Entry


def lines_of(texts: ServiceTexts, taken: frozenset[Source]) -> tuple[Line, ...]:
    """Return the rows of one service."""
    remarks: dict[tuple[str, bytes], list[Remark]] = {}
    for one in texts.remarks:
        if one.subject is not None and one.kind not in texts.worded:
            remarks.setdefault((one.kind, one.subject), []).append(one.remark)
    found: list[Line] = []
    for kind in map(str, FINDINGS):
        rows = [row for row in texts.originals if row.finding.kind == kind]
        found.append(Heading(kind, len(rows)))
        writer = None
        for row in rows:
            if row.evaluator is not writer:
                writer = row.evaluator
                found.append(Writer(writer))
            said = tuple(remarks.get((kind, row.finding.uid), ()))
            found.append(Entry(row, source_of(row.finding) in taken, said))
    return tuple(found)


class OriginalModel(HeadedModel[Line]):
    """Headings, writers and findings; only findings can be chosen."""

    def can_be_chosen(self, row: Line) -> bool:
        """Say whether it is a finding."""
        return isinstance(row, Entry)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.row_or_none(index.row())
        is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if isinstance(line, Heading):
            return f"{kind_word(line.kind)} {line.count}" if is_text else None
        if isinstance(line, Writer):
            return line.evaluator.name if is_text else None
        if line is None:
            return None
        text = line.original.finding.text
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return text[:_TIP] if len(text) > _SEEN else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("taken over") if line.is_taken else self.tr("not taken over")
            spoken = (part for part, _, _ in line.parts())
            return ", ".join((line.original.evaluator.name, *spoken, state))
        return None


class OriginalDelegate(QStyledItemDelegate):
    """Paints a kind, an evaluator, or a finding over as many lines as it needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model, view = index.model(), self.parent()
        line = model.row_or_none(index.row()) if isinstance(model, OriginalModel) else None
        width = view.viewport().width() if isinstance(view, QListView) else 200
        if isinstance(line, Heading):
            return QSize(width, _HEADING)
        if not isinstance(line, Entry):
            return QSize(width, _WRITER)
        heights = [height for _, _, _, height in _measured(line, width)]
        whole = sum(heights) + _GAP * (len(heights) - 1) + 2 * _PAD
        return QSize(width, int(whole) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        line = model.row_or_none(index.row()) if isinstance(model, OriginalModel) else None
        if line is None:
            return
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            _paint_heading(painter, line, box)
        elif isinstance(line, Writer):
            place = box.adjusted(_SIDE, 4, -_SIDE, 0)
            name = line.evaluator.name
            used = write_line(painter, place, name, (DENSE, HALF_BOLD), "text2")
            more = place.adjusted(used + 8, 0, 0, 0)
            write_line(painter, more, line.evaluator.affiliation, (CAPTION, REGULAR), "text3")
        else:
            _paint_entry(painter, option, line, box)
        painter.restore()


def _measured(entry: Entry, width: float) -> Iterator[tuple[str, float, str, float]]:
    """Yield the parts of a row, each with its height."""
    room = QRectF(0, 0, max(width - _TEXT_LEFT - _SIDE, 40), 100_000)
    for text, points, role in entry.parts():
        metrics = QFontMetricsF(font(points, REGULAR, digits=True))
        yield text, points, role, metrics.boundingRect(room, _WRAP, text).height()


def _paint_heading(painter: QPainter, heading: Heading, box: QRectF) -> None:
    place = box.adjusted(_SIDE, 6, -_SIDE, -2)
    used = write_line(painter, place, kind_word(heading.kind), (CARD_TITLE, HALF_BOLD), "text")
    count = place.adjusted(used + 8, 0, 0, 0)
    write_line(painter, count, str(heading.count), (CARD_TITLE, HALF_BOLD), "text3")
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color("line"))


def _paint_entry(
    painter: QPainter, option: QStyleOptionViewItem, entry: Entry, box: QRectF
) -> None:
    bar = QRectF(box.left(), box.top() + _PAD + 1, 3, 18)
    ground = paint_ground(painter, option, box.adjusted(0, 1, 0, -1), bar, FIELD_RADIUS)
    mark = QRectF(box.left() + _SIDE, box.top() + _PAD, GLYPH_SIZE, GLYPH_SIZE)
    glyph = Glyph.COMPLETE if entry.is_taken else Glyph.EMPTY
    paint_glyph(painter, glyph, mark, tokens(), ground=ground)
    top = box.top() + _PAD
    for text, points, role, height in _measured(entry, box.width()):
        is_own = points == BODY
        painter.setFont(font(points, REGULAR, digits=True))
        painter.setPen(color("text2" if is_own and entry.is_taken else role))
        left = box.left() + _TEXT_LEFT
        painter.drawText(QRectF(left, top, box.right() - _SIDE - left, height + 1), _WRAP, text)
        top += height + _GAP
