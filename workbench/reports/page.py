"""What every sheet begins with, and where its table stands."""

from typing import Final

from workbench.definition.terms import Definition, Rules, Service
from workbench.reports.cells import HEAD, SUBTITLE, TITLE, Look, Row, text
from workbench.reports.edition import Edition
from workbench.reports.safe_text import cut_to, display_width
from workbench.reports.sheet import LINE
from workbench.reports.wording import round_name

HEAD_ROW: Final = 4
FIRST_ROW: Final = HEAD_ROW + 1
_NAME_UNITS: Final = 48


def opening(title: str, rules: Rules, edition: Edition, *, unit: str = "") -> tuple[Row, ...]:
    """Return the three rows above a table: title with marks, round, nothing."""
    marks = "".join(f"  [{mark}]" for mark in edition.marks)
    # what is longer would be cut by the edge of the paper; it stands whole on 요약
    name = cut_to(round_name(rules), _NAME_UNITS, "…")
    under = name + (f"   (단위 : {unit})" if unit else "")
    return (
        Row((text(f"{title}{marks}", TITLE),), 28),
        Row((text(under, SUBTITLE),), LINE + 4),
        Row(height=6),
    )


def table_head(names: tuple[str, ...], height: int = 2 * LINE + 8, look: Look = HEAD) -> Row:
    """Return the head of a table."""
    return Row(tuple(text(name, look) for name in names), height)


def fitting(texts: list[str], least: int, most: int) -> int:
    """Return the width in which ``texts`` stand on one line each, between two bounds."""
    widest = max(map(display_width, texts), default=0)
    return min(max(widest + 2, least), most)


def name_width(definition: Definition) -> int:
    """Return the width of a column of service names."""
    return fitting([service.name for service in definition.services], 16, 46)


def operators(service: Service) -> str:
    """Return the operators of ``service`` in one line; a consortium has several."""
    return ", ".join(service.operators)
