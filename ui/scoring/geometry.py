"""Where the columns of the score sheet stand at a given width, and how high its lines are."""

from dataclasses import dataclass
from typing import Final

from ui.theme.tokens import CELL_WIDTH

MARGIN: Final = 24
CODE: Final = 34
MAX: Final = 46
GAP: Final = 12
STATE: Final = 30
COMMENT_LEAST: Final = 184
COMMENT_MOST: Final = 480
NAME_LEAST: Final = 180
NAME_USUAL: Final = 228
NAME_MOST: Final = 420
TEXT_MOST: Final = 720

SECTION_HEIGHT: Final = 31
SECTION_GAP: Final = 10
SENTENCE_HEIGHT: Final = 19

_FIXED: Final = 2 * MARGIN + CODE + MAX + GAP + CELL_WIDTH + STATE + GAP
WIDTH_LEAST: Final = _FIXED + NAME_LEAST + COMMENT_LEAST


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and widths in pixels; ``max_right`` is where maxima end."""

    code: int
    name: int
    name_width: int
    max_right: int
    score: int
    state: int
    comment: int
    comment_width: int

    @property
    def right(self) -> int:
        """Where the last column ends."""
        return self.comment + self.comment_width

    @property
    def digits_right(self) -> int:
        """Where the digits of a score end, inside the padding of their field."""
        return self.score + CELL_WIDTH - 9


def columns_for(width: int) -> Columns:
    """Share ``width`` out: the name to its usual, the comment to its most, then the rest."""
    spare = max(width - _FIXED, NAME_LEAST + COMMENT_LEAST)
    name = min(spare - COMMENT_LEAST, NAME_USUAL)
    comment = min(spare - name, COMMENT_MOST)
    name = min(spare - comment, NAME_MOST)
    margin = MARGIN + (spare - comment - name) // 2
    name_left = margin + CODE
    max_right = name_left + name + MAX
    score = max_right + GAP
    state = score + CELL_WIDTH
    return Columns(
        code=margin,
        name=name_left,
        name_width=name,
        max_right=max_right,
        score=score,
        state=state,
        comment=state + STATE + GAP,
        comment_width=comment,
    )
