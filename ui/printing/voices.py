"""How each voice of the report looks on paper: the same sizes as in the .docx."""

from dataclasses import dataclass
from typing import Final

from ui.handing_over.paper import Voice as Face
from ui.theme.fonts import BOLD, HALF_BOLD
from workbench.reports.document.blocks import Voice


@dataclass(frozen=True, slots=True)
class Look:
    """A face, the room around it in points, and what it keeps company with."""

    face: Face
    before: float = 0
    after: float = 0
    indent: float = 0
    keeps_next: bool = False
    """Never the last on a page."""
    box: str = ""
    """Tint of a frame around it, by its token."""
    edge: str = "edge"
    centred: bool = False
    at_right: bool = False


LOOKS: Final = {
    Voice.TITLE: Look(Face(19, BOLD), after=10, centred=True),
    Voice.WARNING: Look(
        Face(9.5, HALF_BOLD, "warning"), after=10, box="warning_tint", edge="warning"
    ),
    Voice.LEAD: Look(Face(11.5), before=2, after=8, box="surface", centred=True),
    Voice.HEADING: Look(Face(13.5, BOLD), before=16, after=5, keeps_next=True),
    Voice.LINE: Look(Face(11), after=2, indent=10),
    Voice.DETAIL: Look(Face(10, role="text2"), after=1, indent=26),
    Voice.REMARK: Look(Face(8.5, role="text3"), before=2, after=0.5, indent=10),
    Voice.SERVICE: Look(Face(11.5, BOLD), before=12, after=5, keeps_next=True),
    Voice.UNIT: Look(Face(8.5, role="text3"), after=2, keeps_next=True, at_right=True),
}
HEAD: Final = Face(9, HALF_BOLD, "text2")
CELL: Final = Face(9.5)
CELL_STRONG: Final = Face(9.5, HALF_BOLD)
ABOVE: Final = Face(8, role="text3")
MARK: Final = Face(8, HALF_BOLD, "warning")
BELOW: Final = Face(8, role="text3")
