"""A definition as sheets of text, as people type it; rows keep who they are by their uid."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from types import MappingProxyType

from workbench.definition.cells import NO, YES
from workbench.definition.layout import LAYOUT_OF, LAYOUTS
from workbench.definition.roster import Status
from workbench.definition.terms import Definition, Indicator, Rules, Service, Uid
from workbench.exact import plain
from workbench.setup.granted import assignment_texts

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row by column name. ``uid`` says who it is; None for a new row or one without any."""

    uid: Uid | None
    texts: Texts

    def text(self, column: str) -> str:
        """Return the text of a cell, empty where there is none."""
        return self.texts.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheets:
    """A whole definition as typed, fit or not, by sheet name; row i is row i + 2 of the sheet."""

    rows: Mapping[str, tuple[SheetRow, ...]]

    def of(self, sheet: str) -> tuple[SheetRow, ...]:
        """Return the rows of one sheet, none where it is absent."""
        return self.rows.get(sheet, ())

    def replaced(self, sheet: str, rows: tuple[SheetRow, ...]) -> "Sheets":
        """Return the same with other rows in one sheet."""
        return Sheets(MappingProxyType({**self.rows, sheet: rows}))


def columns_of(sheet: str) -> tuple[str, ...]:
    """Return the columns of a sheet in their order, those that may be left out included."""
    layout = LAYOUT_OF[sheet]
    return layout.columns + layout.optional


def sheets_of(definition: Definition) -> Sheets:
    """Return ``definition`` as sheets that read back as exactly the same definition."""
    assignments = (SheetRow(None, texts) for texts in assignment_texts(definition))
    found: dict[str, tuple[SheetRow, ...]] = {
        "round": tuple(_round(definition.rules)),
        "sections": tuple(
            SheetRow(
                None,
                {"code": row.code.value, "name": row.name, "max_points": plain(row.max_points)},
            )
            for row in definition.sections
        ),
        "indicators": tuple(SheetRow(row.uid, _indicator(row)) for row in definition.indicators),
        "services": tuple(SheetRow(row.uid, _service(row)) for row in definition.services),
        "evaluators": tuple(
            SheetRow(
                row.uid,
                {
                    "code": row.code,
                    "name": row.name,
                    "affiliation": row.affiliation,
                    "role": row.role.value,
                },
            )
            for row in definition.evaluators
        ),
        "assignments": tuple(assignments),
        "levels": tuple(_levels(definition)),
        "measures": tuple(_measures(definition)),
    }
    return Sheets(MappingProxyType({layout.sheet: found[layout.sheet] for layout in LAYOUTS}))


def round_text(sheets: Sheets, key: str) -> str:
    """Return the value of one key of the round sheet, empty where it does not stand there."""
    return next((row.text("value") for row in sheets.of("round") if row.text("key") == key), "")


def with_round_text(sheets: Sheets, key: str, value: str) -> Sheets:
    """Return the same with another value under one key of the round sheet."""
    rows = sheets.of("round")
    changed = SheetRow(None, {"key": key, "value": value})
    if any(row.text("key") == key for row in rows):
        kept = tuple(changed if row.text("key") == key else row for row in rows)
        return sheets.replaced("round", kept)
    return sheets.replaced("round", (*rows, changed))


def _round(rules: Rules) -> Iterator[SheetRow]:
    for item in fields(rules):
        value = getattr(rules, item.name)
        if item.name == "bands":
            text = ";".join(f"{band.label}:{plain(band.lower)}" for band in value)
        else:
            text = _text(value)
        yield SheetRow(None, {"key": item.name, "value": text})


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    return plain(value) if isinstance(value, Decimal) else str(value)


def _indicator(row: Indicator) -> Texts:
    return {
        "code": row.code,
        "section": row.section.value,
        "group": row.group,
        "name": row.name,
        "kind": row.kind.value,
        "scale": row.scale.value,
        "max_points": plain(row.max_points),
        "step": plain(row.step),
        "applies_to": row.applies_to,
        "aggregation": row.aggregation.value,
        "guidance": row.guidance,
        "allow_not_applicable": _text(row.allow_not_applicable),
    }


def _service(row: Service) -> Texts:
    return {
        "number": str(row.number),
        "name": row.name,
        "type": row.type,
        "department": row.department,
        "operators": ";".join(row.operators),
        "term_end": row.term_end,
        "status": Status.EXEMPT.value if row.exempt else Status.INCLUDED.value,
        "reason": row.reason,
    }


def _first_of_code(definition: Definition) -> Iterator[Indicator]:
    """Yield one indicator of each code; those of a code share their levels and measure."""
    seen: dict[str, Indicator] = {}
    for row in definition.indicators:
        kept = seen.setdefault(row.code, row)
        if kept.measure is None and row.measure is not None:
            seen[row.code] = row
    yield from seen.values()


def _levels(definition: Definition) -> Iterator[SheetRow]:
    for row in _first_of_code(definition):
        for level in row.levels:
            yield SheetRow(
                None,
                {
                    "indicator": row.code,
                    "label": level.label,
                    "percent": plain(level.percent),
                    "description": level.description,
                },
            )


def _measures(definition: Definition) -> Iterator[SheetRow]:
    for row in _first_of_code(definition):
        if row.measure is not None:
            parameters = ";".join(f"{name}={value}" for name, value in row.measure.parameters)
            yield SheetRow(
                None,
                {
                    "indicator": row.code,
                    "formula": row.measure.formula.value,
                    "parameters": parameters,
                    "unit": row.measure.unit,
                },
            )
