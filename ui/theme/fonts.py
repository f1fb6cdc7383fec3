"""The type scale: one family list, sizes in points, tabular figures where digits stand in line."""

from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from ui.shipped import shipped

SHIPPED_FAMILY: Final = "Pretendard"
FAMILIES: Final = (
    SHIPPED_FAMILY,
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "Noto Sans CJK KR",
    "NanumGothic",
)

SHIPPED: Final = ("Pretendard-Regular.otf", "Pretendard-SemiBold.otf", "Pretendard-Bold.otf")
"""The own typeface (SIL Open Font License): every machine shows and prints alike."""

HERO: Final = 40.0
RECEIPT: Final = 34.0
START_TITLE: Final = 22.0
CHOICE: Final = 20.0
PAGE_TITLE: Final = 15.0
SERVICE_NAME: Final = 13.5
CARD_TITLE: Final = 10.5
BODY: Final = 10.0
DENSE: Final = 9.5
CAPTION: Final = 9.0
KEY: Final = 8.5

REGULAR: Final = 400
HALF_BOLD: Final = 600
BOLD: Final = 700


def bring_fonts() -> None:
    """Make the shipped typeface known to the running application, once."""
    if SHIPPED_FAMILY in QFontDatabase.applicationFontFamilies(0):
        return
    for name in SHIPPED:
        # by its path: of a file Qt reads what it needs, of bytes it wants a copy of all
        QFontDatabase.addApplicationFont(str(shipped("fonts", name)))


@lru_cache(maxsize=128)
def font(points: float = BODY, weight: int = REGULAR, *, digits: bool = False) -> QFont:
    """Return the house type in one size and weight; ``digits`` gives every figure one width.

    The font is shared: copy it before changing it.
    """
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPointSizeF(points)
    made.setWeight(QFont.Weight(weight))
    if digits:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
