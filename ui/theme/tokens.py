"""The colours and measures of the whole program, light and dark; change a look here only."""

from typing import Final, NamedTuple


class Tokens(NamedTuple):
    """One scheme: every colour by the name of its use."""

    bg: str
    surface: str
    sunken: str
    hover: str
    select: str
    line: str
    edge: str
    text: str
    text2: str
    text3: str
    accent: str
    on_accent: str
    success: str
    success_tint: str
    warning: str
    warning_tint: str
    danger: str
    danger_tint: str
    recused: str
    recused_tint: str
    neutral_tint: str
    common: str
    individual: str
    satisfaction: str
    bar: str
    bar_below: str


LIGHT: Final = Tokens(
    bg="#F4F5F8",
    surface="#FFFFFF",
    sunken="#EFF1F5",
    hover="#F3F6FC",
    select="#E5ECFB",
    line="#E2E5EB",
    edge="#7F8796",
    text="#191D25",
    text2="#474F5E",
    text3="#5D6675",
    accent="#2357C4",
    on_accent="#FFFFFF",
    success="#0A6B56",
    success_tint="#E2F3ED",
    warning="#865000",
    warning_tint="#FBF0DC",
    danger="#B3212B",
    danger_tint="#FCEAEA",
    recused="#6A4C93",
    recused_tint="#F0EAF7",
    neutral_tint="#ECEEF2",
    common="#2B55A8",
    individual="#2F938B",
    satisfaction="#B67C1A",
    bar="#728FCC",
    bar_below="#C9535A",
)

DARK: Final = Tokens(
    bg="#13161B",
    surface="#1A1E25",
    sunken="#232831",
    hover="#20262F",
    select="#233353",
    line="#2D333D",
    edge="#747D8D",
    text="#E9EBEF",
    text2="#B7BEC9",
    text3="#98A1B0",
    accent="#8DB2FF",
    on_accent="#0D1626",
    success="#5FCBAB",
    success_tint="#15352D",
    warning="#E6B05A",
    warning_tint="#3A2C14",
    danger="#FF908C",
    danger_tint="#3B1D21",
    recused="#C3A6EA",
    recused_tint="#32283F",
    neutral_tint="#2A303A",
    common="#7FA5F2",
    individual="#4FB5AB",
    satisfaction="#DDA94A",
    bar="#5C7AB8",
    bar_below="#E0757A",
)

# Which text may stand on which ground; a test holds every pair at 4.5 : 1 or more.
TEXT_PAIRS: Final[tuple[tuple[str, str], ...]] = (
    *(
        (text, ground)
        for text in ("text", "text2", "text3", "accent", "success", "warning", "danger", "recused")
        for ground in ("surface", "bg", "select", "hover", "sunken")
    ),
    ("on_accent", "accent"),
    ("success", "success_tint"),
    ("warning", "warning_tint"),
    ("danger", "danger_tint"),
    ("recused", "recused_tint"),
    ("text3", "neutral_tint"),
    ("text", "danger_tint"),
)

# Shapes that carry meaning; a test holds every pair at 3.0 : 1 or more.
SHAPE_PAIRS: Final[tuple[tuple[str, str], ...]] = (
    ("edge", "surface"),
    ("edge", "bg"),
    ("common", "surface"),
    ("individual", "surface"),
    ("satisfaction", "surface"),
    ("bar", "surface"),
    ("bar_below", "surface"),
)

PAGE_MARGIN: Final = 24
CARD_PADDING_X: Final = 20
CARD_PADDING_Y: Final = 12
CARD_GAP: Final = 16
PAGE_COLUMN: Final = 920

TOP_BAR_HEIGHT: Final = 52
BOTTOM_LINE_HEIGHT: Final = 30
LIST_ROW_HEIGHT: Final = 34
SCORE_ROW_HEIGHT: Final = 31
TABLE_ROW_HEIGHT: Final = 32
NAV_ROW_HEIGHT: Final = 34
NAV_ROW_LEAST: Final = 26
"""A window of 720 still holds every page of a round."""
CONTROL_HEIGHT: Final = 30
CELL_HEIGHT: Final = 26
CELL_WIDTH: Final = 76
TAG_HEIGHT: Final = 20
KEY_HEIGHT: Final = 18
GLYPH_SIZE: Final = 16

FIELD_RADIUS: Final = 6
CARD_RADIUS: Final = 10
