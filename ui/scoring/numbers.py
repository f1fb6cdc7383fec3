"""Numbers as the sheet shows them: stored points with the round's decimals, figures grouped."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from workbench.definition.terms import Indicator
from workbench.errors import InputError
from workbench.exact import half_up, is_plain, plain, printed
from workbench.results.formulas import NoPoints, exact_points
from workbench.scoring.values import stored_mark

if TYPE_CHECKING:
    from workbench.scoring.sheet import MarkRow

NOTHING = "–"


def points_text(points: Decimal | None, places: int) -> str:
    """Return points with all their decimals, or a dash."""
    return NOTHING if points is None else printed(points, places)


def figure_text(text: str) -> str:
    """Return a stored figure with its thousands apart."""
    return f"{Decimal(text):,f}" if is_plain(text) else text


def signed_text(number: Decimal, places: int) -> str:
    """Return a difference with a true minus sign."""
    return printed(number, places).replace("-", "−")


def most_text(number: Decimal) -> str:
    """Return a maximum without trailing zeros."""
    return plain(number)


def typed_figures(row: "MarkRow", field: str, text: str) -> dict[str, str] | None:
    """Return the figures of a mark with ``text`` in ``field``; None where it cannot stand."""
    figures = dict(row.mark.values)
    figures.pop("not_applicable", None)
    try:
        typed = stored_mark(row.indicator, field, text)
    except InputError:
        return None
    if typed is None:
        figures.pop(field, None)
    else:
        figures[field] = typed
    return figures


def points_of(row: "MarkRow", figures: Mapping[str, str], places: int) -> Decimal | None:
    """Return the points that ``figures`` would make, if any."""
    made = exact_points(row.indicator, figures)
    return None if isinstance(made, NoPoints) else half_up(made, places)


def preview(row: "MarkRow", field: str, text: str, places: int) -> Decimal | None:
    """Return the points that the mark would make with ``text`` in ``field``, if any."""
    figures = typed_figures(row, field, text)
    return None if figures is None else points_of(row, figures, places)


def grade_typed(indicator: Indicator, text: str) -> str:
    """Return the label meant by ``text``: itself, its number from the top, or its beginning."""
    labels = [level.label for level in indicator.levels]
    typed = text.strip()
    if not typed or typed in labels:
        return typed
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(labels):
        return labels[int(typed) - 1]
    fitting = [label for label in labels if label.lower().startswith(typed.lower())]
    return fitting[0] if len(fitting) == 1 else typed


def level_points(indicator: Indicator) -> tuple[Decimal, ...]:
    """Return the points from which each level of ``indicator`` begins, in hundredths."""
    most = Fraction(indicator.max_points)
    return tuple(half_up(most * Fraction(level.percent) / 100, 2) for level in indicator.levels)
