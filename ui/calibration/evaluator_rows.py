"""The evaluators as rows: severity, spread and use of the scale, and everybody together first."""

from fractions import Fraction
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetricsF

from ui.ledger.rows import Cell, Column, Row
from ui.theme.fonts import CAPTION, HALF_BOLD, REGULAR, font
from workbench.calibration.calibrating import Calibration
from workbench.calibration.profiles import Profile
from workbench.calibration.questions import SEVERITY_FROM, SHARED_LEAST
from workbench.calibration.wording import PERCENT_PLACES, percent_text
from workbench.exact import half_up, plain, printed

EVERYBODY: Final = b""
"""The key of the row that stands for all evaluators."""
BAR: Final = 3
"""The column of the diverging bar, where anything is shared."""
BAR_GAP: Final = 14
"""Left and right of the bar, which is as wide as its caption."""
NOTHING: Final = "–"
_END: Final = 8


def columns_of(calibration: Calibration) -> tuple[Column, ...]:
    """Return the captions; what needs shared cells only where there are any."""
    translate = QCoreApplication.translate
    sides = translate("Calibration", "← stricter · milder →")
    bar = int(QFontMetricsF(font(CAPTION)).horizontalAdvance(sides)) + 1
    compared = (
        Column(translate("Calibration", "Shared cells"), 82, is_number=True),
        Column(sides, bar + 2 * BAR_GAP, is_number=True),
        Column(translate("Calibration", "Difference"), 72, is_number=True),
    )
    return (
        Column(translate("Calibration", "Evaluator")),
        Column(translate("Calibration", "Marks"), 52, is_number=True),
        *(compared if calibration.shared_cells else ()),
        Column(translate("Calibration", "Std. dev."), 74, is_number=True),
        Column(translate("Calibration", "Range"), 98, is_number=True),
        Column(translate("Calibration", "At maximum"), 84, is_number=True),
        Column(translate("Calibration", "At 0"), 54, is_number=True),
        Column(translate("Calibration", "Below 60%"), 76, is_number=True),
        Column(translate("Calibration", "Values"), 60, is_number=True),
        Column(translate("Calibration", "Questions"), 76, is_number=True),
        Column("", _END),
    )


def rows_of(calibration: Calibration) -> list[Row]:
    """Return everybody together, then one row an evaluator by his uid."""
    return [_everybody(calibration), *(_row(calibration, one) for one in calibration.profiles)]


def asks(profile: Profile) -> bool:
    """Say whether the severity of ``profile`` is asked about."""
    known = profile.severity is not None and profile.shared >= SHARED_LEAST
    return known and abs(profile.severity or Fraction(0)) >= SEVERITY_FROM


def signed(value: Fraction | None) -> str:
    """Return a difference with its sign and one decimal."""
    if value is None:
        return NOTHING
    shown = printed(half_up(value, PERCENT_PLACES), PERCENT_PLACES).replace("-", "−")
    return shown if value <= 0 else f"+{shown}"


def _everybody(calibration: Calibration) -> Row:
    words = QCoreApplication.translate("Calibration", "All evaluators")
    shared = calibration.shared_cells
    compared = (Cell(str(shared)), Cell(), Cell()) if shared else ()
    return Row(
        EVERYBODY,
        (
            Cell(words, "text", HALF_BOLD),
            Cell(str(calibration.marks)),
            *compared,
            *(Cell() for _ in range(6)),
            _questions(len(calibration.questions)),
            Cell(),
        ),
    )


def _row(calibration: Calibration, profile: Profile) -> Row:
    who = profile.evaluator
    severity = Cell(
        signed(profile.severity),
        "text" if profile.severity is not None else "text3",
        HALF_BOLD if asks(profile) else REGULAR,
    )
    compared = (_count(profile.shared), Cell(), severity) if calibration.shared_cells else ()
    deviation = profile.deviation(PERCENT_PLACES)
    return Row(
        who.uid,
        (
            Cell(f"{who.code} {who.name}", "text", HALF_BOLD),
            _count(profile.marks),
            *compared,
            _known("" if deviation is None else printed(deviation, PERCENT_PLACES)),
            _known(_range(profile)),
            *(
                _known(_percent(profile.part(one)))
                for one in (profile.at_max, profile.at_zero, profile.low)
            ),
            _count(profile.distinct),
            _questions(len(calibration.about(who.uid))),
            Cell(),
        ),
    )


def _range(profile: Profile) -> str:
    if profile.lowest is None:
        return ""
    low, high = percent_text(profile.lowest), percent_text(profile.highest)
    return f"{low}–{high}%" if low != high else f"{low}%"


def _percent(value: Fraction | None) -> str:
    return "" if value is None else f"{plain(half_up(value, PERCENT_PLACES))}%"


def _known(text: str) -> Cell:
    return Cell(text) if text else Cell(NOTHING, "text3")


def _count(count: int) -> Cell:
    return _known(str(count) if count else "")


def _questions(count: int) -> Cell:
    return Cell(str(count), "text", HALF_BOLD) if count else Cell("0", "text3")
