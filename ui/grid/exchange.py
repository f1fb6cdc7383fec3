"""What goes to the clipboard out of the grid, and which block a selection takes from it. Pure."""

from PySide6.QtCore import QRect

from ui.grid.cells import GridCell, Look
from ui.grid.model import GridModel
from workbench.scoring.pasting import Block, text_of


def copied(model: GridModel, part: QRect) -> str:
    """Return the stored values of a rectangle as text for a spreadsheet, blank where none is."""
    return text_of(
        [
            [_copied(model.cell(row, column)) for column in range(part.left(), part.right() + 1)]
            for row in range(part.top(), part.bottom() + 1)
        ]
    )


def _copied(cell: GridCell) -> str:
    return cell.text if cell.look is Look.OUT else cell.stored


def spread(model: GridModel, block: Block, part: QRect) -> Block:
    """Return ``block``; a single value repeated over every cell of a larger selection."""
    is_single = len(block) == 1 and len(block[0]) == 1
    if not is_single or part.width() * part.height() == 1:
        return block
    text = block[0][0]
    return tuple(
        tuple(
            text if model.can_stand(row, column) else ""
            for column in range(part.left(), part.right() + 1)
        )
        for row in range(part.top(), part.bottom() + 1)
    )
