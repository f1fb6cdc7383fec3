"""What a new round can start from: the sample, an earlier round or file, or almost nothing."""

from pathlib import Path
from types import MappingProxyType
from typing import Final

from workbench.definition.reading import read_definition
from workbench.definition.terms import Definition
from workbench.rounds.creating import create_round
from workbench.rounds.desk import open_round
from workbench.sample.material import sample_definition
from workbench.setup.reading import read_sheets
from workbench.setup.sheets import SheetRow, Sheets, columns_of, sheets_of

_ROUND: Final = ".round"
_ROSTER: Final = ("services", "evaluators", "assignments")


def sample_sheets() -> Sheets:
    """Return the definition of the rehearsal round."""
    return _of_nobody(sheets_of(read_definition(sample_definition())))


def empty_sheets() -> Sheets:
    """Return the smallest fit definition, with words that say what belongs where."""
    return Sheets(
        MappingProxyType(
            {
                sheet: tuple(
                    SheetRow(None, dict(zip(columns_of(sheet), texts, strict=False)))
                    for texts in rows
                )
                for sheet, rows in _EMPTY.items()
            }
        )
    )


def sheets_from(path: Path, *, with_roster: bool = True) -> Sheets:
    """Return the definition of an earlier round, a workbook or a folder, as of nobody known yet.

    Without the roster services, evaluators and assignments are left empty.

    Raises:
        DefinitionUnfit: the workbook or folder has problems; all of them are named.
        StoreError: the round cannot be read.
    """
    if path.suffix.casefold() == _ROUND:
        with open_round(path, read_only=True) as desk:
            definition = desk.definition
    else:
        definition = read_definition(path)
    sheets = _of_nobody(sheets_of(definition))
    if not with_roster:
        for sheet in _ROSTER:
            sheets = sheets.replaced(sheet, ())
    return sheets


def new_round_from(sheets: Sheets, target: Path) -> Definition:
    """Make the round file ``target`` from ``sheets``; return what was read.

    Raises:
        DefinitionUnfit: the sheets have problems; all of them are named, nothing is made.
        InputError: ``target`` exists.
        StoreError: the disk refuses.
    """
    definition = read_sheets(sheets)
    create_round(definition, target, target.name)
    return definition


def _of_nobody(sheets: Sheets) -> Sheets:
    """Return ``sheets`` without uids: in another round everybody and everything is new."""
    return Sheets(
        MappingProxyType(
            {
                sheet: tuple(SheetRow(None, row.texts) for row in rows)
                for sheet, rows in sheets.rows.items()
            }
        )
    )


_EMPTY: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "round": (
        ("title", "새 평가 회차"),
        ("year", "2026"),
        ("sequence", "1"),
        ("legal_basis", ""),
        ("period", ""),
        ("institute", ""),
        ("pool", ""),
        ("cut", "75"),
        ("score_places", "2"),
        ("rounding_stage", "indicator"),
        ("aggregation", "single"),
        ("rehearsal", "no"),
        ("bands", ""),
        ("comment_below", ""),
        ("comment_at_max", "no"),
        ("min_respondents", ""),
        ("adjustment_cap", ""),
        ("deadline", ""),
        ("contact", ""),
    ),
    "sections": (
        ("common", "공통분야", "40"),
        ("individual", "개별분야", "45"),
        ("satisfaction", "사용자 만족도", "15"),
    ),
    "indicators": (
        ("C1", "common", "", "공통지표 1", "qualitative", "points", "40", "0.5", "all"),
        ("I1", "individual", "", "개별지표 1", "qualitative", "points", "45", "0.5", "all"),
        ("S1", "satisfaction", "", "만족도 조사", "survey", "survey", "15", "0.01", "all"),
    ),
    "services": (("1", "사무 1"),),
    "evaluators": (("E1", "평가위원 1"),),
    "assignments": (("E1", "1", "common;individual;satisfaction", "assigned", ""),),
    "levels": (),
    "measures": (("S1", "survey_linear", "min=1;max=5", "점"),),
}
