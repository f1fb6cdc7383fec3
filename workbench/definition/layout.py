"""The sheets of a definition and their columns, as scripts and spreadsheets depend on them."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet: its columns, those that may be left out, and whether it may be left out."""

    sheet: str
    columns: tuple[str, ...]
    optional: tuple[str, ...] = ()
    can_be_absent: bool = False


ROUND: Final = Layout("round", ("key", "value"))
SECTIONS: Final = Layout("sections", ("code", "name", "max_points"))
INDICATORS: Final = Layout(
    "indicators",
    (
        "code",
        "section",
        "group",
        "name",
        "kind",
        "scale",
        "max_points",
        "step",
        "applies_to",
        "aggregation",
        "guidance",
    ),
    optional=("allow_not_applicable",),
)
SERVICES: Final = Layout(
    "services",
    ("number", "name", "type", "department", "operators", "term_end", "status", "reason"),
)
EVALUATORS: Final = Layout("evaluators", ("code", "name", "affiliation", "role"))
ASSIGNMENTS: Final = Layout(
    "assignments", ("evaluator", "services", "sections", "status", "reason")
)
LEVELS: Final = Layout(
    "levels", ("indicator", "label", "percent", "description"), can_be_absent=True
)
MEASURES: Final = Layout(
    "measures", ("indicator", "formula", "parameters", "unit"), can_be_absent=True
)

LAYOUTS: Final = (
    ROUND,
    SECTIONS,
    INDICATORS,
    SERVICES,
    EVALUATORS,
    ASSIGNMENTS,
    LEVELS,
    MEASURES,
)
LAYOUT_OF: Final = {layout.sheet: layout for layout in LAYOUTS}
ORDER: Final = {layout.sheet: position for position, layout in enumerate(LAYOUTS)}

MAX_ROWS: Final = 10_001
"""With something in them, in a workbook from outside: the header and 10,000 more."""
MAX_COLUMNS: Final = 60
MAX_SHEET_ROWS: Final = 1_048_576
"""As many as a spreadsheet can show, empty ones included."""
MAX_FILLED_ROWS: Final = 100_000
MAX_SHEET_CELLS: Final = 2_000_000
"""With something in them, and fields, in a .csv file: the scores of one person are fewer."""
