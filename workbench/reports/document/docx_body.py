"""The blocks as the XML of a .docx body; styles are known by the ids that a template gives them."""

from collections.abc import Iterable, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from workbench.reports.document import styles
from workbench.reports.document.blocks import Block, Cell, Paragraph, Table
from workbench.reports.document.template_parts import WORD

_WHOLE_ROW: Final = 700
"""So many letters surely stand on half a page, and such a row is never parted."""
_WHOLE_TABLE: Final = 1500
_LETTERS_OF_A_LINE: Final = 40


def body(blocks: Iterable[Block], ids: Mapping[str, str], width: int) -> str:
    """Return ``<w:body>`` with ``blocks``; ``ids`` by style name, ``width`` in 20ths of a point."""
    made = _Body(ids, width)
    last: Block | None = None
    for block in blocks:
        if isinstance(block, Table):
            if isinstance(last, Table):
                made.end()  # two tables that touch are one
            made.table(block)
        else:
            made.paragraph(block)
        last = block
    if isinstance(last, Table):
        made.end()
    return f'<w:body xmlns:w="{WORD}">{"".join(made.parts)}</w:body>'


def runs(text: str, style: str = "") -> str:
    """Return ``text`` as a run; its line feeds stay within the paragraph."""
    look = f"<w:rPr><w:rStyle w:val={quoteattr(style)}/></w:rPr>" if style else ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r>{look}{lines}</w:r>"


class _Body:
    """The XML in the making."""

    def __init__(self, ids: Mapping[str, str], width: int) -> None:
        self._ids = ids
        self._width = width
        self.parts: list[str] = []

    def paragraph(self, block: Paragraph) -> None:
        """Add a paragraph."""
        more = "<w:pageBreakBefore/>" if block.new_page else ""
        self.parts.append(self._styled(styles.VOICES[block.voice].name, runs(block.text), more))

    def end(self) -> None:
        """Add the paragraph that must follow a table."""
        self.parts.append(self._styled(styles.END.name, ""))

    def table(self, table: Table) -> None:
        """Add a table."""
        widths = [self._width * share // sum(table.shares) for share in table.shares]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        whole = table.together and sum(map(_letters, table.rows)) <= _WHOLE_TABLE
        head = tuple(Cell((words,)) for words in table.head)
        last = len(table.rows) - 1  # never alone on a page, as it may be the sum of the others
        rows = "".join(
            self._row(row, widths, keep_next=at < last if whole else at == last - 1 > 0)
            for at, row in enumerate(table.rows)
        )
        self.parts.append(
            f"<w:tbl><w:tblPr><w:tblStyle w:val={quoteattr(self._ids[styles.TABLE[0]])}/>"
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{self._row(head, widths, is_head=True)}{rows}</w:tbl>"
        )

    def _row(
        self,
        cells: tuple[Cell, ...],
        widths: list[int],
        *,
        keep_next: bool = False,
        is_head: bool = False,
    ) -> str:
        found = "".join(
            self._cell(cell, width, is_head=is_head, keep_next=keep_next or is_head)
            for cell, width in zip(cells, widths, strict=True)
        )
        whole = "<w:cantSplit/>" if is_head or _letters(cells) <= _WHOLE_ROW else ""
        repeated = "<w:tblHeader/>" if is_head else ""
        return f"<w:tr><w:trPr>{whole}{repeated}</w:trPr>{found}</w:tr>"

    def _cell(self, cell: Cell, width: int, *, is_head: bool, keep_next: bool) -> str:
        name = styles.TABLE_HEAD.name if is_head else styles.CELLS[cell.align].name
        more = "<w:keepNext/>" if keep_next else ""
        strong = self._ids[styles.STRONG[0]] if cell.strong else ""
        lines = "".join(self._styled(name, runs(words, strong), more) for words in cell.lines)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/>'
            f"</w:tcPr>{lines}</w:tc>"
        )

    def _styled(self, name: str, content: str, more: str = "") -> str:
        style = f"<w:pStyle w:val={quoteattr(self._ids[name])}/>"
        return f"<w:p><w:pPr>{style}{more}</w:pPr>{content}</w:p>"


def _letters(cells: tuple[Cell, ...]) -> int:
    """Return about how long the longest cell of a row is; each line fills one at least."""
    return max(
        sum(len(line) + _LETTERS_OF_A_LINE * (1 + line.count("\n")) for line in cell.lines)
        for cell in cells
    )
