"""The round sheet: what the round is called and by which rules it is computed."""

from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import pairwise
from typing import Final

from workbench.definition.cells import choice, day, entries, number, required, whole, yes
from workbench.definition.tables import Row, Table
from workbench.definition.terms import Aggregation, Band, RoundingStage, Rules
from workbench.exact import NumberUnfit, parse_number

DEFAULT_BANDS: Final = (
    Band("90점 이상", Decimal(90)),
    Band("80점 이상 90점 미만", Decimal(80)),
    Band("75점 이상 80점 미만", Decimal(75)),
    Band("70점 이상 75점 미만", Decimal(70)),
    Band("65점 이상 70점 미만", Decimal(65)),
    Band("65점 미만", Decimal(0)),
)
KEYS: Final = tuple(field.name for field in fields(Rules))
REQUIRED_KEYS: Final = ("title", "year", "sequence", "cut")

_VALUE: Final = "value"
_MOST_ROUNDS: Final = 9999
_MOST_COUNTED: Final = 999_999


@dataclass(frozen=True, slots=True)
class RoundSheet:
    """The rules of the round, and which of its keys could not be read."""

    rules: Rules
    unread: frozenset[str]


def read_rules(table: Table) -> RoundSheet:
    """Return the rules from the round sheet; problems are added to the table."""
    rows = _by_key(table)
    if table.is_whole:
        for key in REQUIRED_KEYS:
            if key not in rows:
                table.refuse("definition_key_missing", key=key)
    for key in KEYS:
        rows.setdefault(key, Row(table, 0, {}, {_VALUE} if key in REQUIRED_KEYS else set()))
    rules = _rules(rows)
    unread = {key for key, row in rows.items() if row.lacks(_VALUE)}
    return RoundSheet(rules, frozenset(unread if table.is_whole else KEYS))


def _rules(rows: dict[str, Row]) -> Rules:
    return Rules(
        title=required(rows["title"], _VALUE),
        year=whole(rows["year"], _VALUE, 1900, 2999),
        sequence=whole(rows["sequence"], _VALUE, 1, _MOST_ROUNDS),
        cut=number(rows["cut"], _VALUE, "0", "100"),
        legal_basis=rows["legal_basis"].text(_VALUE),
        period=rows["period"].text(_VALUE),
        institute=rows["institute"].text(_VALUE),
        pool=_whole_or_none(rows["pool"], 1),
        score_places=whole(rows["score_places"], _VALUE, 0, 4, empty="2"),
        rounding_stage=choice(
            rows["rounding_stage"], _VALUE, RoundingStage, empty=RoundingStage.INDICATOR
        ),
        aggregation=choice(rows["aggregation"], _VALUE, Aggregation, empty=Aggregation.SINGLE),
        rehearsal=yes(rows["rehearsal"], _VALUE),
        bands=_bands(rows["bands"]),
        comment_below=_percent_or_none(rows["comment_below"]),
        comment_at_max=yes(rows["comment_at_max"], _VALUE),
        min_respondents=_whole_or_none(rows["min_respondents"], 0),
        adjustment_cap=_percent_or_none(rows["adjustment_cap"]),
        deadline=day(rows["deadline"], _VALUE),
        contact=rows["contact"].text(_VALUE),
    )


def _by_key(table: Table) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for row in table.rows:
        key = required(row, "key")
        if row.lacks("key"):
            continue
        if key not in KEYS:
            row.refuse("key", "definition_key_unknown", keys=", ".join(KEYS))
        elif key in rows:
            row.refuse("key", "definition_key_twice", earlier=rows[key].number)
        else:
            row.key = key
            rows[key] = row
    return rows


def _whole_or_none(row: Row, low: int) -> int | None:
    return whole(row, _VALUE, low, _MOST_COUNTED) if row.text(_VALUE) else None


def _percent_or_none(row: Row) -> Decimal | None:
    return number(row, _VALUE, "0", "100") if row.text(_VALUE) else None


def _bands(row: Row) -> tuple[Band, ...]:
    bands: list[Band] = []
    for entry in entries(row.text(_VALUE)):
        label, _, typed = (part.strip() for part in entry.rpartition(":"))
        try:
            band = Band(label, parse_number(typed))
        except NumberUnfit:
            band = Band("", Decimal(0))
        if not band.label or band.lower > 100:
            row.refuse(_VALUE, "definition_band_unfit", value=entry)
            return DEFAULT_BANDS
        bands.append(band)
    if any(upper.lower <= lower.lower for upper, lower in pairwise(bands)):
        row.refuse(_VALUE, "definition_bands_order")
    if len({band.label for band in bands}) < len(bands):
        row.refuse(_VALUE, "definition_bands_twice")
    return tuple(bands) or DEFAULT_BANDS
