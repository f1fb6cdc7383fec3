"""The columns of a definition as people read them: captions, widths, and words for fixed values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.setup.choices import choices_of
from workbench.setup.sheets import columns_of

_WIDTHS: Final[dict[str, int]] = {
    "code": 50,
    "section": 88,
    "group": 88,
    "name": 168,
    "kind": 92,
    "scale": 84,
    "max_points": 68,
    "step": 68,
    "applies_to": 108,
    "aggregation": 92,
    "guidance": 220,
    "allow_not_applicable": 84,
    "number": 58,
    "type": 110,
    "department": 120,
    "operators": 170,
    "term_end": 96,
    "status": 76,
    "reason": 130,
    "affiliation": 190,
    "role": 130,
    "evaluator": 96,
    "services": 230,
    "sections": 230,
    "indicator": 76,
    "formula": 240,
    "parameters": 260,
    "unit": 80,
    "label": 58,
    "percent": 64,
    "description": 108,
}
_NUMBERS: Final = frozenset({"max_points", "step", "number", "percent"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; ``choices`` are the words of fixed values by what is stored."""

    name: str
    caption: str
    width: int
    is_number: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)

    def shown(self, text: str) -> str:
        """Return what stands in the cell."""
        return self.choices.get(text, text)

    def meant(self, typed: str) -> str:
        """Return what is stored for a typed word: a fixed value by its word or as it is."""
        wanted = typed.casefold()
        for stored, word in self.choices.items():
            if wanted in (stored.casefold(), word.casefold()):
                return stored
        return typed


def columns_for(sheet: str, *left_out: str) -> tuple[Column, ...]:
    """Return the columns of a sheet in its own order, so that whole rows can be pasted."""
    captions = _captions()
    return tuple(
        Column(
            name=name,
            caption=captions[name],
            width=_WIDTHS[name],
            is_number=name in _NUMBERS,
            choices=choices_of(sheet, name),
        )
        for name in columns_of(sheet)
        if name not in left_out
    )


def caption_of(column: str) -> str:
    """Return what a column is called; a name nobody knows stays as it is."""
    return _captions().get(column, column)


def sheet_word(sheet: str) -> str:
    """Return what a sheet is called in the window."""
    words = {
        "round": QCoreApplication.translate("SetupColumns", "Overview"),
        "sections": QCoreApplication.translate("SetupColumns", "Sections"),
        "indicators": QCoreApplication.translate("SetupColumns", "Indicators"),
        "services": QCoreApplication.translate("SetupColumns", "Services"),
        "evaluators": QCoreApplication.translate("SetupColumns", "Evaluators"),
        "assignments": QCoreApplication.translate("SetupColumns", "Assignments"),
        "levels": QCoreApplication.translate("SetupColumns", "Levels"),
        "measures": QCoreApplication.translate("SetupColumns", "Formulas"),
    }
    return words.get(sheet, sheet)


def _captions() -> dict[str, str]:
    return {
        "code": QCoreApplication.translate("SetupColumns", "Code"),
        "section": QCoreApplication.translate("SetupColumns", "Section"),
        "group": QCoreApplication.translate("SetupColumns", "Group"),
        "name": QCoreApplication.translate("SetupColumns", "Name"),
        "kind": QCoreApplication.translate("SetupColumns", "Kind"),
        "scale": QCoreApplication.translate("SetupColumns", "Scale"),
        "max_points": QCoreApplication.translate("SetupColumns", "Maximum"),
        "step": QCoreApplication.translate("SetupColumns", "Step"),
        "applies_to": QCoreApplication.translate("SetupColumns", "Applies to"),
        "aggregation": QCoreApplication.translate("SetupColumns", "Several marks"),
        "guidance": QCoreApplication.translate("SetupColumns", "Guidance"),
        "allow_not_applicable": QCoreApplication.translate("SetupColumns", "May be n/a"),
        "number": QCoreApplication.translate("SetupColumns", "No."),
        "type": QCoreApplication.translate("SetupColumns", "Type"),
        "department": QCoreApplication.translate("SetupColumns", "Department"),
        "operators": QCoreApplication.translate("SetupColumns", "Operators"),
        "term_end": QCoreApplication.translate("SetupColumns", "Term ends"),
        "status": QCoreApplication.translate("SetupColumns", "Status"),
        "reason": QCoreApplication.translate("SetupColumns", "Reason"),
        "affiliation": QCoreApplication.translate("SetupColumns", "Affiliation"),
        "role": QCoreApplication.translate("SetupColumns", "Role"),
        "label": QCoreApplication.translate("SetupColumns", "Level"),
        "percent": QCoreApplication.translate("SetupColumns", "Percent"),
        "description": QCoreApplication.translate("SetupColumns", "Description"),
        "evaluator": QCoreApplication.translate("SetupColumns", "Evaluator"),
        "services": QCoreApplication.translate("SetupColumns", "Services"),
        "sections": QCoreApplication.translate("SetupColumns", "Sections"),
        "indicator": QCoreApplication.translate("SetupColumns", "Indicator"),
        "formula": QCoreApplication.translate("SetupColumns", "Formula"),
        "parameters": QCoreApplication.translate("SetupColumns", "Parameters"),
        "unit": QCoreApplication.translate("SetupColumns", "Unit"),
        "key": QCoreApplication.translate("SetupColumns", "Key"),
        "value": QCoreApplication.translate("SetupColumns", "Value"),
    }
